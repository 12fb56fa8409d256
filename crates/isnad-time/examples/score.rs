//! Scores the reader against the gold reports, the seed and other projects' suites, where `../shared` is there.
//!
//! `cargo run --release -p isnad-time --example score [-- --misses]`: `--misses` shows what was missed, except in frozen
//! reports, which are only ever counted.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for developers")]

use isnad_languages::Tables;
use isnad_ledger::Time;
use isnad_text::Text;
use isnad_time::{Direction, Reference, TimeReader};
use serde_json::Value;
use std::path::{Path, PathBuf};

const FROZEN: [&str; 6] = ["ar-13", "ar-14", "ar-15", "ar-16", "en-07", "en-08"];

#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    exact: usize,
    to_the_letter: usize,
    beside: usize,
}

/// One expected expression: code points, and the intervals that count.
struct Expected {
    span: (u32, u32),
    intervals: Vec<(Option<String>, Option<String>)>,
    optional: bool,
}

fn main() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if !shared.exists() {
        println!("skipped: ../shared is not there");
        return;
    }
    let misses = std::env::args().any(|argument| argument == "--misses");
    let reader = TimeReader::new(Tables::embedded());
    let mut rows: Vec<(String, Score)> = Vec::new();
    let gold = shared.join("gold");
    rows.push(("seed".into(), seed(&reader, &shared, misses)));
    let mut kinds = ["reports ar", "reports en", "frozen ar", "frozen en", "sets", "own ar", "own en", "own sets"]
        .map(|name| (name, Score::default()));
    for file in gold_files(&gold) {
        let stem = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let frozen = FROZEN.contains(&stem.as_str());
        let set = file.components().any(|part| part.as_os_str() == "sets");
        let own = |name: &str| file.components().any(|part| part.as_os_str() == name);
        let at = if own("own-sets") {
            7
        } else if own("own") {
            5 + usize::from(stem.starts_with("en"))
        } else if set {
            4
        } else {
            2 * usize::from(frozen) + usize::from(stem.starts_with("en"))
        };
        report(&reader, &file, &mut kinds[at].1, misses && !frozen);
    }
    rows.extend(kinds.into_iter().map(|(name, score)| (name.to_owned(), score)));
    for (name, direction, day_first) in [
        ("duckling_ar", Direction::Future, true),
        ("recognizers_ar", Direction::Past, false),
        ("dateparser_ar", Direction::Past, true),
        ("duckling_en", Direction::Future, false),
        ("recognizers_en", Direction::Past, false),
    ] {
        let wanted = std::env::args().any(|argument| argument == name);
        rows.push((name.to_owned(), suite(&reader, &gold.join("time"), name, direction, day_first, misses && wanted)));
    }
    println!("{:18} {:>5} {:>7} {:>7} {:>9} {:>7}", "on", "gold", "found", "exact", "to letter", "beside");
    for (name, score) in rows {
        let share = |n: usize| n as f64 / score.gold.max(1) as f64;
        println!(
            "{name:18} {:>5} {:>7.3} {:>7.3} {:>9.3} {:>7}",
            score.gold,
            share(score.found),
            share(score.exact),
            share(score.to_the_letter),
            score.beside
        );
    }
}

fn gold_files(gold: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold");
    let mut folders = vec![gold.join("reports"), gold.join("sets"), project.join("own"), project.join("own-sets")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "gold") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Takes the marks out of a gold report's text.
fn unmark(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('‹') {
        out.push_str(&rest[..open]);
        rest = rest[open..].split_once('›').map_or("", |(_, after)| after);
    }
    out + rest
}

fn report(reader: &TimeReader, file: &Path, score: &mut Score, misses: bool) {
    let raw = std::fs::read_to_string(file).unwrap();
    let (header, body) = raw.split_once("\n---\n").unwrap();
    let header: Value = serde_json::from_str(header).unwrap();
    let text = unmark(body);
    let mut from = 0;
    let mut expected = Vec::new();
    for time in header["times"].as_array().into_iter().flatten() {
        let words = time["text"].as_str().unwrap();
        let Some(at) = text[from..].find(words) else { continue };
        let start = text[..from + at].chars().count() as u32;
        from += at + words.len();
        let end = start + words.chars().count() as u32;
        expected.push(Expected {
            span: (start, end),
            intervals: vec![interval(&time["start"], &time["end"])],
            optional: time["optional"] == true,
        });
    }
    let reference =
        Reference { published: header["published"].as_str().map(|p| p.parse().unwrap()), ..Reference::default() };
    let name = if misses {
        file.strip_prefix(file.ancestors().nth(2).unwrap()).unwrap().display().to_string()
    } else {
        String::new()
    };
    compare(reader, &text, header["lang"].as_str().unwrap(), &reference, &expected, score, &name);
}

fn seed(reader: &TimeReader, shared: &Path, misses: bool) -> Score {
    let text = std::fs::read_to_string(shared.join("seed/report-2025-12-06.txt")).unwrap();
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(shared.join("gold/seed.json")).unwrap()).unwrap();
    let expected: Vec<Expected> = gold["times"]
        .as_array()
        .unwrap()
        .iter()
        .map(|time| {
            let point = |at: usize| time["span"][at].as_u64().unwrap() as u32;
            let mut intervals = vec![interval(&time["start"], &time["end"])];
            intervals.extend(
                time["alternatives"].as_array().into_iter().flatten().map(|a| interval(&a["start"], &a["end"])),
            );
            Expected { span: (point(0), point(1)), intervals, optional: time["optional"] == true }
        })
        .collect();
    let published = gold["published"].as_str().unwrap().parse().unwrap();
    let mut score = Score::default();
    let name = if misses { "seed" } else { "" };
    compare(reader, &text, "ar", &Reference::published(published), &expected, &mut score, name);
    score
}

fn suite(reader: &TimeReader, folder: &Path, name: &str, direction: Direction, day_first: bool, misses: bool) -> Score {
    let mut score = Score::default();
    for line in std::fs::read_to_string(folder.join(format!("{name}.jsonl"))).unwrap().lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        if name == "recognizers_ar" && row["upstream_ignores_resolution"] != false {
            continue;
        }
        let text = row["text"].as_str().unwrap();
        let point = |at: usize| row["span"][at].as_u64().map(|n| n as u32);
        let span = (point(0).unwrap_or(0), point(1).unwrap_or(text.chars().count() as u32));
        let mut intervals = vec![interval(&row["interval"][0], &row["interval"][1])];
        for other in row["alternatives"].as_array().into_iter().flatten() {
            intervals.push(interval(&other["interval"][0], &other["interval"][1]));
        }
        let published = row["reference"].as_str().unwrap().parse().unwrap();
        let reference = Reference { published: Some(published), direction, day_first };
        let expected = Expected { span, intervals, optional: false };
        let label = if misses { row["id"].as_str().unwrap() } else { "" };
        compare(reader, text, row["lang"].as_str().unwrap(), &reference, &[expected], &mut score, label);
    }
    score
}

fn interval(start: &Value, end: &Value) -> (Option<String>, Option<String>) {
    let short = |moment: &Value| moment.as_str().map(|m| m.trim_end_matches(":00").trim_end_matches("T00").to_owned());
    let full = |moment: &Value| {
        let cut = short(moment)?;
        // 09:00 must not lose its minutes.
        Some(if cut.len() > 10 { moment.as_str()?[..16].to_owned() } else { cut })
    };
    (full(start), full(end))
}

fn compare(
    reader: &TimeReader,
    raw: &str,
    language: &str,
    reference: &Reference,
    expected: &[Expected],
    score: &mut Score,
    name: &str,
) {
    let text = Text::new(raw);
    let (times, _) = reader.read(&text, language, reference);
    let overlap = |time: &Time, gold: &Expected| {
        time.span.end().min(gold.span.1).saturating_sub(time.span.start().max(gold.span.0))
    };
    for gold in expected {
        let best = times.iter().filter(|time| overlap(time, gold) > 0).max_by_key(|time| overlap(time, gold));
        let got = best.map(|time| (time.start.map(|m| m.to_string()), time.end.map(|m| m.to_string())));
        let exact = got.as_ref().is_some_and(|got| gold.intervals.contains(got));
        // In prose a clock time keeps its day as the interval; gold that has the minute agrees if day and clock do.
        let by_clock = best.is_some_and(|time| {
            let at = time.start.zip(time.clock.as_ref()).map(|(day, clock)| format!("{}T{clock}", day.date()));
            gold.intervals.iter().any(|(start, _)| start.is_some() && *start == at)
        });
        let letter = best.is_some_and(|time| (time.span.start(), time.span.end()) == gold.span);
        if gold.optional {
            continue;
        }
        score.gold += 1;
        score.found += usize::from(best.is_some());
        score.exact += usize::from(exact || by_clock);
        score.to_the_letter += usize::from(exact);
        if !(name.is_empty() || exact || by_clock) {
            let words: String =
                raw.chars().skip(gold.span.0 as usize).take((gold.span.1 - gold.span.0) as usize).collect();
            println!(
                "{name} {}: «{words}» {:?}, got {:?} «{}»",
                reference.published.unwrap(),
                gold.intervals,
                got,
                best.map_or("", |t| t.span.of(raw))
            );
        } else if !name.is_empty() && !letter && !name.contains('_') {
            println!(
                "   {name}: «{}» spans «{}»",
                raw.chars().skip(gold.span.0 as usize).take((gold.span.1 - gold.span.0) as usize).collect::<String>(),
                best.map_or("", |t| t.span.of(raw))
            );
        }
    }
    for time in &times {
        if !expected.iter().any(|gold| overlap(time, gold) > 0) {
            score.beside += 1;
            if !name.is_empty() && !name.contains('_') {
                println!(
                    "   {name}: beside the gold «{}» {:?} {:?}",
                    time.span.of(raw),
                    time.start.map(|m| m.to_string()),
                    time.end.map(|m| m.to_string())
                );
            }
        }
    }
}
