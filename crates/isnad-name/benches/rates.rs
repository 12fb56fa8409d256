//! Rates by seconds of processor time, which a busy machine does not falsify as it does wall-clock time: pairs compared, two
//! lists of 100,000 linked, prose searched for names.

use isnad_languages::Tables;
use isnad_name::NameReader;
use isnad_name::same::{Index, Matcher};
use isnad_text::Text;
use std::hint::black_box;
use std::path::Path;

/// Processor time of this process in seconds, as Linux tells it; 0 elsewhere.
fn seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|spent| spent.parse::<f64>().ok()).unwrap_or_default() / 1e9
}

fn timed<T>(job: impl FnOnce() -> T) -> f64 {
    let start = seconds();
    black_box(job());
    seconds() - start
}

fn rows(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    let cells =
        |line: &str| line.split_once('\t').map(|(a, b)| (a.to_owned(), b.split('\t').next().unwrap_or("").to_owned()));
    lines.filter_map(cells).collect()
}

fn compare(matcher: &Matcher, label: &str, rows: &[(String, String)]) {
    let ready: Vec<_> = rows.iter().map(|(a, b)| (matcher.spelling(a), matcher.spelling(b))).collect();
    let rounds = 40;
    let pairs = (rounds * rows.len()) as f64 / 1e6;
    let own =
        timed(|| (0..rounds).map(|_| ready.iter().map(|(a, b)| matcher.compare(a, b).score).sum::<f32>()).sum::<f32>());
    let others = timed(|| {
        let next = || ready.iter().cycle().skip(97);
        (0..rounds)
            .map(|_| ready.iter().zip(next()).map(|(a, b)| matcher.compare(&a.0, &b.1).score).sum::<f32>())
            .sum::<f32>()
    });
    let text = timed(|| {
        let score = |(a, b): &(String, String)| matcher.compare(&matcher.spelling(a), &matcher.spelling(b)).score;
        (0..rounds).map(|_| rows.iter().map(score).sum::<f32>()).sum::<f32>()
    });
    eprintln!(
        "{label}: million pairs/s: {:.1} as paired, {:.1} unlike, {:.1} with reading both",
        pairs / own,
        pairs / others,
        pairs / text
    );
}

/// Names of a given name, a father's and a family's, by a fixed rule.
fn list(rows: &[(String, String)], arabic: bool, length: usize) -> Vec<String> {
    let given: Vec<&str> =
        rows.iter().filter_map(|row| if arabic { &row.0 } else { &row.1 }.split(' ').next()).collect();
    let syllables = if arabic {
        ["با", "دو", "ري", "شا", "مو", "كا", "لي", "نا", "سو", "في", "حا", "عو", "طا", "زي", "قا", "جو"]
    } else {
        ["ba", "dou", "ri", "sha", "mou", "ka", "li", "na", "sou", "fi", "ha", "ou", "ta", "zi", "qa", "jo"]
    };
    let mut seed = 1u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let name = |_| {
        let (own, father) = (given[draw(given.len())], given[draw(given.len())]);
        let family: String = (0..3).map(|_| syllables[draw(16)]).collect();
        format!("{own} {father} {family}")
    };
    (0..length).map(name).collect()
}

fn link(matcher: &Matcher, rows: &[(String, String)]) {
    let (ours, theirs) = (list(rows, true, 100_000), list(rows, false, 100_000));
    let mut found = 0;
    let spent = timed(|| {
        let index = Index::new(matcher, theirs.iter().map(String::as_str));
        found = ours.iter().map(|name| index.find(name).len()).sum();
    });
    eprintln!("two lists of 100,000: {spent:.0} s, {found} links");
}

/// The prose of our own gold, without its marks.
fn prose(language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/own");
    let mut raw = String::new();
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let ours = file.file_name().to_string_lossy().starts_with(language);
        let text = std::fs::read_to_string(file.path()).unwrap_or_default();
        let Some((_, body)) = text.split_once("\n---\n").filter(|_| ours) else { continue };
        let mut mark = false;
        for c in body.chars() {
            match c {
                '‹' => mark = true,
                '›' => mark = false,
                c if !mark => raw.push(c),
                _ => {}
            }
        }
    }
    raw
}

fn main() {
    let matcher = Matcher::new(Tables::embedded());
    let people = rows(include_str!("../tests/data/persons.tsv"));
    compare(&matcher, "people", &people);
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/names/pairs.tsv");
    match std::fs::read_to_string(shared) {
        Ok(text) => compare(&matcher, "pairs.tsv", &rows(&text)),
        Err(_) => eprintln!("skipped: ../shared is not there"),
    }
    let reader = NameReader::new(Tables::embedded());
    for language in ["ar", "en"] {
        let raw = prose(language);
        let text = Text::new(&raw);
        let spent = timed(|| (0..20).map(|_| reader.read(&text, language, &[]).0.len()).sum::<usize>());
        eprintln!("names in prose, {language}: {:.1} MB/s", 20.0 * raw.len() as f64 / spent / 1e6);
    }
    eprintln!("start-up of the reader: {:.1} ms", timed(|| NameReader::new(Tables::embedded())) * 1e3);
    link(&matcher, &people);
}
