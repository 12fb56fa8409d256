//! One account per voice, parties and victims by name, and the headline's check, on ledgers filled by hand.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use isnad_event::{EventReader, Events};
use isnad_languages::Tables;
use isnad_ledger::{Ledger, Range};
use isnad_text::Text;
use serde_json::{Value, json};

/// Code points of the first occurrence of some words.
fn span(text: &str, words: &str) -> Value {
    let byte = text.find(words).unwrap();
    let start = text[..byte].chars().count();
    json!([start, start + words.chars().count()])
}

fn statement(id: &str, speaker: &str, content: Value) -> Value {
    json!({"id": id, "source": [], "cue": [], "content": [content], "kind": null, "stance": "asserts", "mode": "indirect",
        "speaker": speaker, "speakers": [], "subset_of": null, "chain": [speaker], "via": [], "gate": null, "inside": null,
        "caveat": null, "construction": "", "confidence": 1.0})
}

fn name(id: &str, kind: &str, span: Value) -> Value {
    json!({"id": id, "key": id, "kind": kind, "name": id, "name_ar": null, "aliases": [], "spans": [span], "anaphora": []})
}

fn read(text: &str, language: &str, statements: Vec<Value>, names: Vec<Value>) -> Events {
    let ledger: Ledger = serde_json::from_value(json!({
        "ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": "2025-12-06", "language": language,
            "sha256": "", "text_sha256": "", "text": text, "blocks": []},
        "times": [], "places": [], "names": names, "quantities": [], "statements": statements, "events": [],
        "relations": [], "notes": []}))
    .unwrap();
    EventReader::new(Tables::embedded()).read(&Text::new(text), language, &ledger)
}

#[test]
fn two_tolls_of_two_voices_are_two_accounts_of_one_event() {
    let text = "At least 11 people drowned after the boat capsized, the hotline said. The guard put the number of dead at seven.";
    let first = statement("a1", "hotline", span(text, "At least 11 people drowned after the boat capsized"));
    let second = statement("a2", "guard", span(text, "the number of dead at seven"));
    let read = read(text, "en", vec![first, second], Vec::new());
    assert_eq!(read.events.len(), 2);
    assert_eq!((read.events[0].killed, &read.events[0].by[..]), (Some(Range::at_least(11)), &["a1".to_owned()][..]));
    assert_eq!((read.events[1].killed, &read.events[1].by[..]), (Some(Range::exactly(7)), &["a2".to_owned()][..]));
    assert_eq!(read.events[1].same_as.as_deref(), Some("e1"));
}

#[test]
fn a_headline_without_source_and_hedge_is_noted() {
    let text = "Nine dead in blast\nThe blast killed at least nine people, a doctor said.";
    let said = statement("a1", "doctor", span(text, "The blast killed at least nine people"));
    let read = read(text, "en", vec![said], Vec::new());
    let codes: Vec<&str> = read.notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(codes, ["headline_drops_source", "headline_drops_hedge"]);
    assert_eq!(read.events.len(), 1, "the headline is no account of its own");
    assert_eq!(read.events[0].by, ["a1"]);
}

#[test]
fn parties_and_victims_have_names() {
    let text = "قُتل الشاب يزن خليل في عملية نفذتها القوات الأمريكية بالتعاون مع السلطات السورية.";
    let names = vec![
        name("n1", "person", span(text, "يزن خليل")),
        name("n2", "organisation", span(text, "القوات الأمريكية")),
        name("n3", "organisation", span(text, "السلطات السورية")),
    ];
    let read = read(text, "ar", Vec::new(), names);
    let event = &read.events[0];
    assert_eq!((&event.perpetrators[..], &event.partners[..]), (&["n2".to_owned()][..], &["n3".to_owned()][..]));
    assert_eq!(event.victims.len(), 1);
    assert_eq!((event.victims[0].name.as_deref(), event.victims[0].sex.as_deref()), (Some("n1"), Some("male")));
    assert_eq!(event.killed, Some(Range::exactly(1)));
}

#[test]
fn parts_and_things_are_counted_apart() {
    let text = "The campaign saw 61 raids. Five people, including two children, were killed.";
    let read = read(text, "en", Vec::new(), Vec::new());
    let counts: Vec<_> = read.events[0].counts.iter().map(|c| (c.of.as_str(), c.low, c.part_of.as_deref())).collect();
    assert_eq!(counts, [("raids", 61, None), ("children", 2, Some("killed"))]);
    assert_eq!(read.quantities[0].of, "raids");
    assert_eq!(read.events[0].killed, Some(Range::exactly(5)));
}
