//! The score on pairs of spellings; it reads `../shared` and prints figures for BENCHMARKS.md.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_name::same::{Matcher, SAME, Verdict};
use std::collections::BTreeMap;

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = !0u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}

/// F1 at a threshold.
fn f1(rows: &[(f32, bool)], at: f32) -> f32 {
    let tp = rows.iter().filter(|(s, y)| *s >= at && *y).count() as f32;
    let all = rows.iter().filter(|(s, y)| *s >= at || *y).count() as f32;
    2.0 * tp / (tp + all).max(1.0)
}

fn best(rows: &[(f32, bool)]) -> (f32, f32) {
    (0..1000)
        .map(|t| t as f32 / 1000.0)
        .map(|t| (f1(rows, t), t))
        .fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a })
}

#[test]
fn pairs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/gold/names/pairs.tsv");
    let Ok(text) = std::fs::read_to_string(path) else {
        return println!("skipped: ../shared is not there");
    };
    let matcher = Matcher::new(Tables::embedded());
    let mut kinds: BTreeMap<&str, [Vec<(f32, bool)>; 2]> = BTreeMap::new();
    let mut dump = String::new();
    for line in text.lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let odd = crc32(cells[0].as_bytes()) % 2;
        let score = matcher.compare(&matcher.spelling(cells[0]), &matcher.spelling(cells[1])).score;
        let kind = if cells[3].starts_with("google") { "words" } else { "places" };
        kinds.entry(kind).or_default()[odd as usize].push((score, cells[2] == "1"));
        if odd == 0 {
            dump += &format!("{score:.3}\t{}\t{kind}\t{}\t{}\n", cells[2], cells[0], cells[1]);
        }
    }
    if let Ok(path) = std::env::var("DUMP") {
        std::fs::write(path, dump).unwrap();
    }
    let even: Vec<_> = kinds.values().flat_map(|k| k[0].clone()).collect();
    let (both, at) = best(&even);
    println!("even, one threshold: F1 {both:.3} at {at}");
    for (kind, [even, odd]) in &kinds {
        let (own, own_at) = best(even);
        println!("{kind}: even {own:.3} at {own_at}; odd {:.3} at own, {:.3} at common", f1(odd, own_at), f1(odd, at));
    }
}

#[test]
fn persons() {
    let files = [include_str!("data/persons.tsv"), include_str!("data/persons_blind.tsv")];
    for (name, text) in ["persons", "persons blind"].into_iter().zip(files) {
        let [at_threshold, recall] = measure(name, text);
        assert!(at_threshold >= 0.94 && recall >= 0.88, "{name}: F1 {at_threshold}, recall {recall}");
    }
}

/// F1 at the threshold and recall at precision .98 of a table of pairs.
fn measure(name: &str, text: &str) -> [f32; 2] {
    let matcher = Matcher::new(Tables::embedded());
    let mut rows = Vec::new();
    let mut wrong = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')).skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let comparison = matcher.compare(&matcher.spelling(cells[0]), &matcher.spelling(cells[1]));
        let same = cells[2] == "1";
        if (comparison.verdict == Verdict::Same) != same {
            wrong += &format!("{} {:.3} {line}\n", comparison.verdict as u8, comparison.score);
        }
        rows.push((comparison.score, same));
    }
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let positive = rows.iter().filter(|r| r.1).count() as f32;
    let (mut hits, mut recall) = (0.0f32, 0.0f32);
    for (rank, (_, same)) in rows.iter().enumerate() {
        hits += f32::from(u8::from(*same));
        if hits / (rank + 1) as f32 >= 0.98 {
            recall = recall.max(hits / positive);
        }
    }
    let (top, at) = best(&rows);
    println!(
        "{wrong}{name}: best F1 {top:.3} at {at}; at the threshold {:.3}; recall at precision .98 {recall:.3}",
        f1(&rows, SAME)
    );
    [f1(&rows, SAME), recall]
}
