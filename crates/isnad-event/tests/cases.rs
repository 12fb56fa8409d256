//! Every row of `cases_*.tsv` and `tolls_*.tsv`: a short notice and its tolls. `BLESS=1` rewrites the expected columns. The rows
//! of `blind_*.tsv` were written before the rules and never looked at with their readings: only how many are right is told.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use isnad_event::EventReader;
use isnad_languages::Tables;
use isnad_ledger::{Event, Ledger, Range};
use isnad_text::Text;
use std::{fmt::Write as _, fs, path::Path};

fn ledger(text: &str) -> Ledger {
    serde_json::from_value(serde_json::json!({
        "ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": "2025-12-06", "language": null,
            "sha256": "", "text_sha256": "", "text": text, "blocks": []},
        "times": [], "places": [], "names": [], "quantities": [], "statements": [], "events": [], "relations": [],
        "notes": []}))
    .unwrap()
}

fn show(events: &[Event]) -> String {
    let main = events.first().map(|e| e.id.clone());
    let of = |get: &dyn Fn(&Event) -> Option<Range>| {
        let found = events.iter().filter(|e| Some(&e.id) == main.as_ref() || e.same_as == main).find_map(get);
        found.map_or("-".to_owned(), |range| match range.high() {
            None => format!("{}+", range.low()),
            Some(high) if high == range.low() => high.to_string(),
            Some(high) => format!("{}-{high}", range.low()),
        })
    };
    [of(&|e| e.killed), of(&|e| e.wounded), of(&|e| e.arrested), of(&|e| e.missing)].join("\t")
}

fn run(name: &str) {
    let language = &name[name.len() - 2..];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{name}.tsv"));
    let cases = fs::read_to_string(&file).unwrap();
    let reader = EventReader::new(Tables::embedded());
    let bless = std::env::var_os("BLESS").is_some();
    let (mut blessed, mut failures) = (String::new(), String::new());
    for line in cases.lines() {
        let (text, expected) = line.split_once('\t').unwrap_or((line, ""));
        if line.starts_with('#') || line.trim().is_empty() {
            writeln!(blessed, "{line}").unwrap();
            continue;
        }
        let got = show(&reader.read(&Text::new(text), language, &ledger(text)).events);
        writeln!(blessed, "{text}\t{got}").unwrap();
        if got != expected {
            writeln!(failures, "{text}\n  expected {expected}\n  got      {got}").unwrap();
        }
    }
    if bless {
        fs::write(&file, blessed).unwrap();
    } else {
        assert!(failures.is_empty(), "\n{failures}");
    }
}

/// How many rows of a file are right, and how many there are.
fn share(name: &str) -> (usize, usize) {
    let language = &name[name.len() - 2..];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{name}.tsv"));
    let reader = EventReader::new(Tables::embedded());
    let (mut right, mut all) = (0, 0);
    for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').unwrap();
        right += usize::from(show(&reader.read(&Text::new(text), language, &ledger(text)).events) == expected);
        all += 1;
    }
    (right, all)
}

#[test]
fn english_notices() {
    run("cases_en");
}

#[test]
fn arabic_notices() {
    run("cases_ar");
}

#[test]
fn english_tolls() {
    run("tolls_en");
}

#[test]
fn arabic_tolls() {
    run("tolls_ar");
}

#[test]
fn unseen_rows() {
    for name in ["blind_ar", "blind_en"] {
        let (right, all) = share(name);
        println!("{name}: {right} of {all} rows right in all four tolls");
        assert!(right * 4 >= all * 3, "{name}: {right} of {all}");
    }
}
