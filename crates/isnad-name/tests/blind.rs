//! How many of the names in sentences of our own are found whole, and how much besides is taken for one. Who is the same as whom is
//! for `mentions`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_name::NameReader;
use isnad_text::Text;
use std::collections::BTreeSet;

/// A name without quotation marks and without what may be written onto its front.
fn plain(name: &str, language: &str) -> String {
    let name = name.replace(['"', '«', '»'], "");
    let name = name.strip_suffix("'s").unwrap_or(&name);
    match name.strip_prefix("لل") {
        Some(rest) => format!("ال{rest}"),
        None if language == "ar" => name.strip_prefix(['ب', 'ل', 'و']).unwrap_or(name).to_owned(),
        None => name.to_owned(),
    }
}

#[test]
fn names_that_were_written_before_they_were_read() {
    let reader = NameReader::new(Tables::embedded());
    let (mut right, mut wanted, mut found) = (0, 0, 0);
    for line in include_str!("data/mentions_blind.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (language, sentence) = (cells.next().unwrap(), cells.next().unwrap());
        let names = cells.next().unwrap_or_default().split('|').filter(|name| !name.is_empty());
        let gold: BTreeSet<String> = names.map(|name| plain(name, language)).collect();
        let (names, _) = reader.read(&Text::new(sentence), language, &[]);
        let spans = names.iter().flat_map(|name| name.spans.iter().chain(&name.anaphora));
        let bare: BTreeSet<String> =
            names.iter().flat_map(|n| &n.anaphora).map(|s| plain(s.of(sentence), language)).collect();
        let ours: BTreeSet<String> = spans.map(|span| plain(span.of(sentence), language)).collect();
        let ours: BTreeSet<String> =
            ours.into_iter().filter(|name| gold.contains(name) || !bare.contains(name)).collect();
        let same = ours.intersection(&gold).count();
        (right, wanted, found) = (right + same, wanted + gold.len(), found + ours.len());
        if ours != gold {
            let (missed, besides) = (gold.difference(&ours), ours.difference(&gold));
            println!(
                "{sentence}\n    missed {:?}, besides {:?}",
                missed.collect::<Vec<_>>(),
                besides.collect::<Vec<_>>()
            );
        }
    }
    let (precision, recall) = (share(right, found), share(right, wanted));
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!(
        "names found whole: {right} of {wanted}, {found} taken for one; precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}"
    );
    assert!(f1 > 0.85);
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
