//! Any text, and any ledger over it, gives events without a panic, with spans inside the text and ids that resolve.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use isnad_event::EventReader;
use isnad_languages::Tables;
use isnad_ledger::Ledger;
use isnad_text::Text;
use proptest::prelude::*;
use std::sync::LazyLock;

static READER: LazyLock<EventReader> = LazyLock::new(|| EventReader::new(Tables::embedded()));

const WORDS: &[&str] = &[
    "قُتل",
    "ثلاثة",
    "أشخاص",
    "وأصيب",
    "خمسة",
    "آخرون",
    "مقتل",
    "بينهم",
    "طفلان",
    "حصيلة",
    "إلى",
    "27",
    "و",
    "،",
    "من",
    "بين",
    "على الأقل",
    "دون",
    "two",
    "people",
    "were",
    "killed",
    "and",
    "wounded",
    "including",
    "a",
    "34",
    "-",
    "year-old",
    "man",
    "one",
    "fatally",
    ",",
    ".",
    "death toll",
    "rose to",
    "22",
    "himself",
    "no one",
    "between",
    "at least",
    "dozens",
    "the",
    "of them",
    "\n",
    "1,200",
    "(",
    ")",
    "$",
    ":",
];

fn ledger(text: &str, spans: &[(u32, u32)]) -> Ledger {
    let length = text.chars().count() as u32;
    let statements: Vec<_> = spans
        .iter()
        .enumerate()
        .map(|(at, (start, end))| {
            let (start, end) = (start % (length + 1), end % (length + 1));
            serde_json::json!({
                "id": format!("a{}", at + 1), "source": [], "cue": [], "content": [[start.min(end), start.max(end)]], "kind": null,
                "stance": "asserts", "mode": "indirect", "speaker": null, "speakers": [], "subset_of": null, "chain": [],
                "via": [], "gate": null, "inside": null, "caveat": null, "construction": "", "confidence": 1.0})
        })
        .collect();
    serde_json::from_value(serde_json::json!({
        "ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": null, "language": null,
            "sha256": "", "text_sha256": "", "text": text, "blocks": []},
        "times": [], "places": [], "names": [], "quantities": [], "statements": statements, "events": [], "relations": [],
        "notes": []}))
    .unwrap()
}

fn check(text: &str, spans: &[(u32, u32)]) {
    let ledger = ledger(text, spans);
    let cut = Text::new(text);
    for language in ["ar", "en", "fr"] {
        let read = READER.read(&cut, language, &ledger);
        let length = cut.length();
        for (at, event) in read.events.iter().enumerate() {
            assert!(event.span.end() <= length);
            assert!(event.counts.iter().all(|count| count.span.end() <= length));
            assert!(event.by.iter().all(|id| ledger.statements.iter().any(|statement| &statement.id == id)));
            let earlier = &read.events[..at];
            assert!(event.same_as.as_ref().is_none_or(|id| earlier.iter().any(|event| &event.id == id)));
        }
    }
}

proptest! {
    #[test]
    fn any_characters(text in "\\PC{0,120}", spans in prop::collection::vec((0u32..200, 0u32..200), 0..4)) {
        check(&text, &spans);
    }

    #[test]
    fn any_words(picks in prop::collection::vec(0..WORDS.len(), 0..60), spans in prop::collection::vec((0u32..400, 0u32..400), 0..6)) {
        let text = picks.iter().map(|at| WORDS[*at]).collect::<Vec<_>>().join(" ");
        check(&text, &spans);
    }
}
