//! Input that means no good: whatever comes in, a ledger comes out whose spans lie inside its text, or one error. No timing.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_capture::{Doors, Form};
use isnad_flow::{Options, Reader, read_files};
use isnad_languages::Tables;
use isnad_ledger::Ledger;
use proptest::prelude::*;
use std::sync::LazyLock;

static READER: LazyLock<(Doors, Reader)> = LazyLock::new(|| {
    let tables = Tables::embedded();
    (Doors::new(tables), Reader::new(tables))
});

/// Reads, and checks that what was read is a ledger that may be written and read back.
fn read(bytes: impl Into<Vec<u8>>, form: Form) -> Option<Ledger> {
    let captured = READER.0.bytes("r1", bytes.into(), form).ok()?;
    let ledger = READER.1.read(captured, &Options::default());
    let json = serde_json::to_string(&ledger).unwrap();
    assert_eq!(Ledger::from_json(&json).unwrap(), ledger);
    Some(ledger)
}

fn notes(ledger: &Ledger) -> Vec<&str> {
    ledger.notes.iter().map(|note| note.code.as_str()).collect()
}

#[test]
fn nothing() {
    assert_eq!(notes(&read("", Form::Text).unwrap()), ["no_text"]);
    assert_eq!(notes(&read(" \n\t", Form::Text).unwrap()), ["no_text"]);
    assert_eq!(notes(&read("", Form::Html).unwrap()), ["no_text"]);
}

/// Ten megabytes; one where nothing is optimised.
const LARGE: usize = if cfg!(debug_assertions) { 1 << 20 } else { 10 << 20 };

#[test]
fn one_word_over_and_over() {
    let spaced = read("قال ".repeat(LARGE / 7), Form::Text).unwrap();
    assert!(spaced.report.text.len() > LARGE - 10);
    let glued = read("قالت".repeat(LARGE / 8), Form::Text).unwrap();
    assert!(glued.statements.is_empty());
}

#[test]
fn a_sentence_that_never_ends() {
    let sentence = "وقال المتحدث باسم الوزارة إن القوة دخلت المدينة، مضيفا أن العملية انتهت، ".repeat(LARGE / 1_000);
    assert!(read(sentence, Form::Text).is_some());
}

#[test]
fn quotation_marks_and_brackets_without_end() {
    let good = "\n\nقال الوزير إن العملية انتهت.";
    for mark in ["\"", "«", "“", "(", "'", "»", "”"] {
        let ledger = read(format!("وأعلنت الوزارة {mark}أن الحملة بدأت.{good}"), Form::Text).unwrap();
        let found =
            ledger.statements.iter().any(|s| s.source.iter().any(|span| span.of(&ledger.report.text) == "الوزير"));
        assert!(found, "one {mark} must cost one quotation");
        assert!(read(mark.repeat(50_000), Form::Text).is_some());
    }
}

#[test]
fn direction_marks_change_no_reading() {
    let plain = "قالت وزارة الداخلية إن العملية جرت في الضمير.";
    let marked: String = plain.split(' ').map(|word| format!("\u{200f}\u{202b}{word}\u{202c} ")).collect();
    let (plain, marked) = (read(plain, Form::Text).unwrap(), read(marked, Form::Text).unwrap());
    assert_eq!(plain.statements.len(), 1);
    assert_eq!(marked.statements.len(), 1);
    let words = |ledger: &Ledger| isnad_text::normalise(ledger.statements[0].source[0].of(&ledger.report.text));
    assert_eq!(words(&marked).trim(), words(&plain));
}

#[test]
fn wrong_charsets() {
    let text = "قالت وزارة الداخلية السورية إن العملية جرت في مدينة الضمير شرق دمشق.";
    let (old, _, _) = encoding_rs::WINDOWS_1256.encode(text);
    let ledger = read(old.clone(), Form::Text).unwrap();
    assert_eq!(ledger.report.text, text);
    assert_eq!(notes(&ledger), ["charset_guessed"]);
    let lying = [b"<meta charset=utf-8><p>".as_slice(), &old].concat();
    assert_eq!(read(lying, Form::Html).unwrap().report.text.trim(), text);
    let declared = [b"<meta charset=windows-1256><p>".as_slice(), &old].concat();
    assert_eq!(read(declared, Form::Html).unwrap().report.text.trim(), text);
    let mut broken = text.as_bytes().to_vec();
    broken.insert(20, 0xff);
    assert_eq!(notes(&read(broken, Form::Text).unwrap()), ["charset_damaged"]);
    assert!(read(vec![0; 1000], Form::Text).is_none());
}

#[test]
fn a_language_that_is_not_read_is_kept() {
    let ledger = read("Министр сказал, что операция завершена.", Form::Text).unwrap();
    assert_eq!(notes(&ledger), ["language_not_read"]);
    assert!(ledger.statements.is_empty());
}

#[test]
fn pages_that_nest_without_end() {
    let deep = |tag: &str, n: usize| format!("{}<p>Six people died, a doctor said.", format!("<{tag}>").repeat(n));
    for tag in ["div", "span", "b", "table", "ul", "li", "article"] {
        assert!(read(deep(tag, 1_000), Form::Html).is_some(), "{tag}");
    }
    for tag in ["div", "span", "b", "table", "ul", "article"] {
        assert!(read(deep(tag, 60_000), Form::Html).is_none(), "{tag}: one error instead of minutes");
    }
    let reopened: String =
        (0..20_000).map(|n| format!("<b id={n}>")).chain((0..20_000).map(|_| "<p>x".to_owned())).collect();
    assert!(read(reopened, Form::Html).is_none(), "one error instead of 400 million elements");
    assert!(read("<!doctype html><p>".repeat(10_000), Form::Html).is_some());
}

#[test]
fn the_same_whatever_the_threads() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/al-dumayr");
    let files = isnad_capture::files(&folder).unwrap();
    let run = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut out = Vec::new();
        let mut each = |read: Result<(Ledger, _), _>| {
            out.push(serde_json::to_string(&read.unwrap().0).unwrap());
            Ok(())
        };
        pool.install(|| read_files(&READER.1, &READER.0, &files, &Options::default(), &mut each, &mut |_| {})).unwrap();
        out
    };
    assert_eq!(run(1), run(4));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        read(text, Form::Text);
    }

    #[test]
    fn any_words(words in proptest::collection::vec(proptest::sample::select(WORDS.to_vec()), 0..60)) {
        read(words.join(" "), Form::Text);
        read(words.concat(), Form::Text);
    }

    #[test]
    fn any_page(parts in proptest::collection::vec(proptest::sample::select(TAGS.to_vec()), 0..60)) {
        read(parts.concat(), Form::Html);
    }

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        read(bytes.clone(), Form::Text);
        read(bytes, Form::Html);
    }
}

const WORDS: [&str; 44] = [
    "قال",
    "وقالت",
    "إن",
    "أن",
    "بأن",
    "الوزير",
    "وزارة",
    "الداخلية",
    "بحسب",
    "وفق",
    "مضيفا",
    "نقلت",
    "عن",
    "قوله",
    "لم",
    "يعلق",
    "كان",
    "قد",
    "أمس",
    "الثلاثاء",
    "19",
    "تشرين",
    "الأول",
    "مقتل",
    "ثلاثة",
    "أشخاص",
    "في",
    "دمشق",
    "\"",
    "«",
    "»",
    ":",
    "،",
    ".",
    "\n",
    "\u{200f}",
    "said",
    "that",
    "the",
    "minister",
    "told",
    "according",
    "to",
    "“",
];

const TAGS: [&str; 26] = [
    "<p>",
    "</p>",
    "<div class=share>",
    "</div>",
    "<h1>",
    "<article>",
    "</article>",
    "<li>",
    "<ul>",
    "<table>",
    "<td>",
    "<a href=x>",
    "</a>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<title>",
    "<meta property=og:title content=\"قال\">",
    "<time datetime=2025-01-01>",
    "قال الوزير إن العملية انتهت أمس.",
    "Six people died, a doctor said on Monday in the town of X.",
    "&nbsp;",
    "<br>",
    "\u{0}",
    "<p hidden>",
];
