//! Names against the seed report: mentions by the words they touch, and who is whom. It reads `../shared`.

use isnad_languages::Tables;
use isnad_name::NameReader;
use isnad_text::Text;
use serde_json::Value;
use std::collections::BTreeSet;

type Words = (usize, usize);

fn words(text: &Text<'_>, start: u64, end: u64) -> Words {
    let tokens = text.tokens_in(text.points(start as u32, end as u32));
    let is_word = |at: &usize| text.tokens()[*at].mark().is_none();
    let first = tokens.clone().find(is_word).unwrap_or(tokens.start);
    let last = tokens.rev().find(is_word).unwrap_or(first);
    (first, last)
}

#[test]
fn the_seed_reports_names() {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/");
    let read = |file: &str| std::fs::read_to_string(format!("{shared}{file}"));
    let (Ok(gold), Ok(raw)) = (read("gold/seed.json"), read("seed/report-2025-12-06.txt")) else {
        return println!("skipped: ../shared is not there");
    };
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let text = Text::new(&raw);
    let reader = NameReader::new(Tables::embedded());
    let (names, _) = reader.read(&text, "ar", &[]);
    let mut wanted = BTreeSet::new();
    for (number, name) in gold["names"].as_array().unwrap().iter().enumerate() {
        for span in name["spans"].as_array().unwrap() {
            wanted.insert((words(&text, span[0].as_u64().unwrap(), span[1].as_u64().unwrap()), number));
        }
    }
    let mut found = BTreeSet::new();
    for (number, name) in names.iter().enumerate() {
        for span in &name.spans {
            found.insert((words(&text, span.start().into(), span.end().into()), number));
        }
    }
    let w: BTreeSet<Words> = wanted.iter().map(|x| x.0).collect();
    let f: BTreeSet<Words> = found.iter().map(|x| x.0).collect();
    let slice = |x: &Words| text.slice(x.0..x.1 + 1).to_owned();
    println!("missed: {:?}", w.difference(&f).map(slice).collect::<Vec<_>>());
    println!("extra: {:?}", f.difference(&w).map(slice).collect::<Vec<_>>());
    for name in &names {
        let spans: Vec<_> = name.spans.iter().map(|span| span.of(&raw)).collect();
        let meant: Vec<_> = name.anaphora.iter().map(|span| span.of(&raw)).collect();
        println!("{} | {} | {:?} | {spans:?} | {meant:?}", name.key, name.name, name.name_ar);
    }
    let right = w.intersection(&f).count() as f64;
    let f1 = 2.0 * right / (w.len() + f.len()) as f64;
    println!("seed names: mentions P {:.3} R {:.3} F1 {f1:.3}", right / f.len() as f64, right / w.len() as f64);
    // Every two mentions are the same name in both or in neither.
    let of = |set: &BTreeSet<(Words, usize)>, at: &Words| set.iter().find(|x| x.0 == *at).map(|x| x.1);
    let common: Vec<_> = w.intersection(&f).collect();
    for (i, a) in common.iter().enumerate() {
        for b in &common[i + 1..] {
            let (gold, ours) = (of(&wanted, a) == of(&wanted, b), of(&found, a) == of(&found, b));
            if gold != ours {
                println!("split or joined: {} / {}", slice(a), slice(b));
            }
        }
    }
    assert!(f1 >= 0.95, "mention F1 {f1}");
}
