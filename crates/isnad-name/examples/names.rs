//! dev
#![allow(missing_docs, clippy::print_stdout)]
use isnad_name::NameReader;
use isnad_text::Text;
fn main() {
    let reader = NameReader::new(isnad_languages::Tables::embedded());
    for f in std::env::args().skip(1) {
        let s = std::fs::read_to_string(&f).unwrap();
        let (_, body) = s.split_once("\n---\n").unwrap();
        let mut raw = String::new();
        let mut skip = false;
        for c in body.chars() {
            match c { '‹' => skip = true, '›' => skip = false, c if !skip => raw.push(c), _ => {} }
        }
        let lang = if s.contains("\"lang\":\"ar\"") || s.contains("\"lang\": \"ar\"") { "ar" } else { "en" };
        let t = Text::new(&raw);
        println!("## {f}");
        for n in reader.read(&t, lang, &[]).0 {
            let sp: Vec<_> = n.spans.iter().map(|x| x.of(&raw)).collect();
            let an: Vec<_> = n.anaphora.iter().map(|x| x.of(&raw)).collect();
            println!("{} | {} | {sp:?} | {an:?}", n.key, n.name);
        }
    }
}
