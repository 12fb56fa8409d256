//! Expressions as newsrooms write them (`news_ar.tsv`, `news_en.tsv`, which tell their form): the share of exact intervals must
//! not fall, and no trap may fire. `MISSES=1 cargo test -p isnad-time --test news -- --nocapture` shows what is missed, except
//! in the blind third, which is only ever counted.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test that prints its figures")]

use isnad_languages::Tables;
use isnad_ledger::{Moment, Time};
use isnad_text::Text;
use isnad_time::{Reference, TimeReader};
use std::{fs, path::Path};

/// Found, exact and all expressions.
#[derive(Default)]
struct Score {
    found: usize,
    exact: usize,
    all: usize,
}

impl Score {
    fn share(&self) -> f64 {
        self.exact as f64 / self.all as f64
    }
}

/// A sentence without its brackets, and where they stood in code points.
fn unbracket(row: &str) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut spans, mut open, mut at) = (String::new(), Vec::new(), 0, 0);
    for letter in row.chars() {
        match letter {
            // A line of its own.
            '¶' => {
                text.push('\n');
                at += 1;
            }
            '[' => open = at,
            ']' => spans.push((open, at)),
            _ => {
                text.push(letter);
                at += 1;
            }
        }
    }
    (text, spans)
}

/// The half-open interval that a cell abbreviates: 2025, 2025-03, 2025-03-07, or start/end.
fn interval(cell: &str) -> (Option<String>, Option<String>) {
    let some = |text: String| (!text.is_empty()).then_some(text);
    if let Some((start, end)) = cell.split_once('/') {
        return (some(start.to_owned()), some(end.to_owned()));
    }
    let mut numbers = cell.split('-').map(|part| part.parse::<i16>().unwrap());
    let year = numbers.next().unwrap();
    let (month, day) = (numbers.next(), numbers.next());
    let first = jiff::civil::date(year, month.unwrap_or(1) as i8, day.unwrap_or(1) as i8);
    let end = match (month, day) {
        (None, _) => first.saturating_add(jiff::Span::new().years(1)),
        (Some(_), None) => first.saturating_add(jiff::Span::new().months(1)),
        _ => first.tomorrow().unwrap(),
    };
    (some(first.to_string()), some(end.to_string()))
}

fn run(language: &str, floors: (f64, f64)) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/news_{language}.tsv"));
    let rows = fs::read_to_string(file).unwrap();
    let reader = TimeReader::new(Tables::embedded());
    let misses = std::env::var_os("MISSES").is_some();
    let mut scores = [Score::default(), Score::default()];
    let (mut reference, mut number, mut fired) = (Reference::default(), 0, String::new());
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        if let Some(moment) = row.strip_prefix('@') {
            reference = Reference::published(moment.parse().unwrap());
            continue;
        }
        let (sentence, expected) = row.split_once('\t').unwrap();
        let (raw, spans) = unbracket(sentence);
        let (times, _) = reader.read(&Text::new(&raw), language, &reference);
        if spans.is_empty() {
            for time in &times {
                fired += &format!("\n{raw}: {}", time.span.of(&raw));
            }
            continue;
        }
        number += 1;
        let blind = number % 3 == 0;
        let cells: Vec<&str> = expected.split(';').collect();
        assert_eq!(cells.len(), spans.len(), "{row}");
        for (span, cell) in spans.iter().zip(cells) {
            let overlap = |time: &&Time| time.span.end().min(span.1).saturating_sub(time.span.start().max(span.0));
            let best = times.iter().filter(|time| overlap(time) > 0).max_by_key(overlap);
            let day = |moment: Option<Moment>| moment.map(|moment| moment.to_string());
            let exact = best.is_some_and(|time| {
                let got = (day(time.start), day(time.end));
                cell.split('|').any(|reading| interval(reading) == got)
            });
            let score = &mut scores[usize::from(blind)];
            score.all += 1;
            score.found += usize::from(best.is_some());
            score.exact += usize::from(exact);
            if misses && !blind && !exact {
                let got = best.map(|time| (time.span.of(&raw), day(time.start), day(time.end)));
                println!("{sentence}  {cell}\n    got {got:?}");
            }
        }
    }
    for (name, score) in ["open", "blind"].iter().zip(&scores) {
        println!("{language} {name}: {} expressions, {} found, {:.3} exact", score.all, score.found, score.share());
    }
    assert!(fired.is_empty(), "traps fired:{fired}");
    assert!(scores[0].share() >= floors.0 && scores[1].share() >= floors.1, "the share of exact intervals fell");
}

#[test]
fn arabic_news() {
    run("ar", (0.97, 0.93));
}

#[test]
fn english_news() {
    run("en", (0.96, 0.9));
}
