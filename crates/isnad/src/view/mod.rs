//! How ledgers and scores look to people: on a terminal and as a page. Nothing is read or judged here.

pub(crate) mod marks;
pub(crate) mod page;
pub(crate) mod scores;
pub(crate) mod terminal;
pub(crate) mod weighed;

#[cfg(test)]
mod tests {
    use super::{page::Page, terminal};
    use isnad_ledger::Ledger;
    use std::{cell::RefCell, fs, io::Write, path::Path, rc::Rc};

    /// Compares with a file of `tests/view/`; `BLESS=1` writes it anew.
    fn check(name: &str, now: &str) {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/view").join(name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&kept, now).unwrap();
        }
        assert_eq!(fs::read_to_string(&kept).unwrap_or_default(), now, "{name}");
    }

    fn ledger() -> Ledger {
        Ledger::from_json(include_str!("../../tests/view/ledger.json")).unwrap()
    }

    #[test]
    fn a_terminal() {
        let mut out = Vec::new();
        terminal::write(&mut out, &ledger()).unwrap();
        check("terminal.txt", &anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string());
    }

    #[derive(Clone, Default)]
    struct Shared(Rc<RefCell<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_page() {
        let out = Shared::default();
        let mut page = Page::begin(Box::new(out.clone())).unwrap();
        page.add(&ledger()).unwrap();
        page.end().unwrap();
        let html = String::from_utf8(out.0.take()).unwrap();
        let (_, article) = html.split_once("</header>").unwrap();
        check("page.html", article);
        assert!(!html.contains("<script") && !html.contains("://"), "nothing runs, nothing is fetched");
    }
}
