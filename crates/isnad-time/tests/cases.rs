//! Every row of `cases_ar.tsv` and `cases_en.tsv`: the day of publication, a sentence, and what is read in it. `BLESS=1`
//! rewrites the last column. Nothing may be read in the rows under `# --- traps`, blessed or not.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use isnad_languages::Tables;
use isnad_ledger::{Moment, Part, Time};
use isnad_text::Text;
use isnad_time::{Reference, TimeReader};
use std::{fmt::Write as _, fs, path::Path};

fn part(part: Part) -> String {
    format!("{part:?}").to_lowercase()
}

fn show(text: &str, times: &[Time]) -> String {
    let mut out = String::new();
    for time in times {
        let moment = |moment: Option<Moment>| moment.map_or("…".to_owned(), |moment| moment.to_string());
        if !out.is_empty() {
            out.push_str(" ; ");
        }
        write!(out, "{} = {}/{}", time.span.of(text), moment(time.start), moment(time.end)).unwrap();
        if let Some(of_day) = time.part {
            write!(out, " {}", part(of_day)).unwrap();
        }
        if let Some(clock) = &time.clock {
            write!(out, " {clock}").unwrap();
        }
    }
    out
}

fn run(language: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases_{language}.tsv"));
    let cases = fs::read_to_string(&file).unwrap();
    let reader = TimeReader::new(Tables::embedded());
    let bless = std::env::var_os("BLESS").is_some();
    let (mut blessed, mut failures) = (String::new(), String::new());
    let (mut in_traps, mut traps) = (false, 0);
    for line in cases.lines() {
        in_traps |= line.starts_with("# --- traps");
        if line.starts_with('#') || line.trim().is_empty() {
            blessed.push_str(line);
            blessed.push('\n');
            continue;
        }
        let mut cells = line.split('\t');
        let published = cells.next().unwrap();
        let sentence = cells.next().unwrap_or_else(|| panic!("no sentence in '{line}'"));
        let expected = cells.next().unwrap_or("");
        let (times, _) = reader.read(&Text::new(sentence), language, &Reference::published(published.parse().unwrap()));
        let got = show(sentence, &times);
        writeln!(blessed, "{}", format!("{published}\t{sentence}\t{got}").trim_end()).unwrap();
        traps += usize::from(in_traps);
        assert!(!in_traps || got.is_empty(), "a trap fired: {sentence}: {got}");
        if got != expected {
            writeln!(failures, "{published} {sentence}\n  expected {expected}\n  got      {got}").unwrap();
        }
    }
    assert!(traps >= 100, "only {traps} traps");
    if bless {
        fs::write(&file, blessed).unwrap();
    } else {
        assert!(failures.is_empty(), "\n{failures}");
    }
}

#[test]
fn arabic_cases() {
    run("ar");
}

#[test]
fn english_cases() {
    run("en");
}
