//! Pages of several paragraphs and their tolls through all layers: `notices/*.tsv`, English reports of crimes and Arabic pages on
//! incidents. Every third row is blind: its reading is never printed, only how many of them are right.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

use isnad_capture::{Doors, Form};
use isnad_flow::{Options, Reader};
use isnad_languages::Tables;
use isnad_ledger::{Event, Ledger, Range};
use std::{fmt::Write as _, fs, path::Path};

/// The first event of a report with its other accounts: the range that spans them.
fn spanned(ledger: &Ledger, of: impl Fn(&Event) -> Option<Range>) -> String {
    let Some(first) = ledger.events.first().map(|event| &event.id) else { return "-".to_owned() };
    let own = |event: &&Event| event.id == *first || event.same_as.as_ref() == Some(first);
    let all: Vec<Range> = ledger.events.iter().filter(own).filter_map(of).collect();
    let Some(low) = all.iter().map(|range| range.low()).min() else { return "-".to_owned() };
    let top = all.iter().map(|range| range.high().unwrap_or(range.low())).max().unwrap_or(low);
    match all.iter().any(|range| range.high().is_none()) {
        _ if low < top => format!("{low}-{top}"),
        true => format!("{low}+"),
        false => low.to_string(),
    }
}

/// None and nought are one: a page that says nothing of wounded has none.
fn same(got: &str, wanted: &str) -> bool {
    got == wanted || matches!((got, wanted), ("-", "0") | ("0", "-"))
}

/// Rows of a file that are right in both tolls, of the open and of the blind ones; wrong open ones are printed.
fn run(name: &str, language: &str) -> [(usize, usize); 2] {
    let (reader, doors) = (Reader::new(Tables::embedded()), Doors::new(Tables::embedded()));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/notices/{name}.tsv"));
    let (mut counts, mut wrong) = ([(0, 0); 2], String::new());
    for (number, line) in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')).enumerate() {
        let columns: Vec<&str> = line.split('\t').collect();
        let text = columns[0].replace(" ¶ ", "\n");
        let mut captured = doors.bytes(name, text.into_bytes(), Form::Text).unwrap();
        captured.report.language = Some(language.to_owned());
        let ledger = reader.read(captured, &Options { published: "2025-12-06".parse().ok(), ..Options::default() });
        let got = [spanned(&ledger, |event| event.killed), spanned(&ledger, |event| event.wounded)];
        let right = same(&got[0], columns[1]) && same(&got[1], columns[2]);
        let blind = usize::from(number % 3 == 2);
        counts[blind].0 += usize::from(right);
        counts[blind].1 += 1;
        if !right && blind == 0 {
            writeln!(wrong, "{}\n   wanted {:?} got {got:?}", columns[0], &columns[1..]).unwrap();
        }
    }
    println!("{wrong}{name}: open {} of {}, blind {} of {}", counts[0].0, counts[0].1, counts[1].0, counts[1].1);
    counts
}

/// Files with their languages, in the order in which they were written.
const FILES: [(&str, &str); 6] = [
    ("crimes_en", "en"),
    ("pages_ar", "ar"),
    ("crimes_more_en", "en"),
    ("pages_more_ar", "ar"),
    ("crimes_third_en", "en"),
    ("pages_third_ar", "ar"),
];

#[test]
fn pages() {
    for (name, language) in FILES {
        for (right, all) in run(name, language) {
            assert!(right * 2 >= all, "{name}: {right} of {all}");
        }
    }
}
