//! Copies among 20,000 synthetic Arabic texts, on one core: isnad-weigh beside gaoya's MinHash, pair F1 and texts a second of processor time.
//! `cargo run --release --manifest-path bench/Cargo.toml --bin reuse`

use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32, calculate_minhash_params};
use gaoya::text::whitespace_split;
use isnad_bench::texts::corpus;
use isnad_bench::processor_seconds;
use std::collections::HashSet;

const TEXTS: usize = 20_000;

fn main() {
    let corpus = corpus(TEXTS);
    let mut gold: HashSet<(usize, usize)> = HashSet::new();
    let mut first = 0;
    for (at, (_, family)) in corpus.iter().enumerate() {
        while corpus[first].1 != *family {
            first += 1;
        }
        gold.extend((first..at).map(|other| (other, at)));
    }
    println!("{TEXTS} texts, {} pairs", gold.len());

    let start = processor_seconds();
    let pairs = isnad_weigh::reused(corpus.iter().map(|(text, _)| text.as_str()));
    report("isnad-weigh", &gold, pairs.iter().map(|(a, b, _)| (*a, *b)).collect(), start);

    for threshold in [0.3, 0.4, 0.5] {
        let start = processor_seconds();
        let (bands, width) = calculate_minhash_params(threshold, 128);
        let hasher = MinHasher32::new(bands * width);
        let mut index = MinHashIndex::new(bands, width, threshold);
        let mut found = HashSet::new();
        for (at, (text, _)) in corpus.iter().enumerate() {
            let words: Vec<&str> = whitespace_split(text).collect();
            let signature = hasher.create_signature(words.windows(3).map(|three| three.join(" ")));
            found.extend(index.query(&signature).into_iter().map(|other: &usize| (*other, at)));
            index.insert(at, signature);
        }
        report(&format!("gaoya {threshold}"), &gold, found, start);
    }
}

fn report(name: &str, gold: &HashSet<(usize, usize)>, found: HashSet<(usize, usize)>, start: f64) {
    let seconds = (processor_seconds() - start).max(0.01);
    let right = found.intersection(gold).count() as f64;
    let (p, r) = (right / found.len().max(1) as f64, right / gold.len().max(1) as f64);
    println!("{name:12} P {p:.4} R {r:.4} F1 {:.4}  {:.0} texts/s", 2.0 * p * r / (p + r), TEXTS as f64 / seconds);
}
