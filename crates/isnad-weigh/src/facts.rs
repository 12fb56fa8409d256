//! What a report holds that a translation keeps: numbers, days, places, names, and who speaks how, in order. It compares
//! no words, so it works across languages and scripts.

use crate::{
    digest::Reading,
    fold::{Folded, stable_hash},
};
use isnad_ledger::Span;

/// Most facts kept of a report.
const MOST: usize = 400;

/// One thing a translation keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// What it is, in a few bits that two languages share.
    pub(crate) value: u32,
    /// How much it says when two reports share it.
    pub(crate) weight: u8,
    pub(crate) span: Span,
}

/// The facts of a report, in order; of its prose alone, by the code point where each begins.
pub(crate) fn facts(reading: &Reading, folded: &Folded, prose: impl Fn(u32) -> bool) -> Vec<Fact> {
    let ledger = reading.ledger;
    let mut facts: Vec<Fact> = Vec::new();
    let mut add = |kind: char, value: &str, weight: u8, span: Span| {
        if prose(span.start()) {
            let value = stable_hash(&format!("{kind}{value}")) as u32;
            facts.push(Fact { value, weight, span });
        }
    };
    for (at, word) in folded.words.iter().enumerate() {
        let letters = folded.word(at);
        if letters.len() < 9
            && letters.bytes().all(|b| b.is_ascii_digit())
            && let Some(span) = Span::within(word.start, word.end, u32::MAX)
        {
            add('#', letters, 3, span);
        }
    }
    for time in &ledger.times {
        if let Some(start) = time.start {
            add('t', &start.to_string(), 2, time.span);
        }
    }
    for place in &ledger.places {
        let key = place.latitude.zip(place.longitude).map(|(x, y)| format!("{x:.1} {y:.1}"));
        add('p', key.as_deref().or(place.key.as_deref()).unwrap_or(&place.name), 2, place.span);
    }
    for name in &ledger.names {
        for span in &name.spans {
            add('n', &name.key, 2, *span);
        }
    }
    for statement in reading.statements {
        if let Some(span) = statement.content.first() {
            let quoted = statement.mode != isnad_ledger::Mode::Indirect;
            add('s', &format!("{:?} {quoted}", statement.stance), 2, *span);
        }
    }
    facts.sort_by_key(|fact| (fact.span, fact.value));
    facts.truncate(MOST);
    facts
}

/// Facts that two reports share in the same order, as pairs of positions: the heaviest common subsequence, quadratic in
/// the (capped) number of facts.
pub(crate) fn in_order(a: &[Fact], b: &[Fact]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let take =
                if a[i].value == b[j].value { best[(i + 1) * width + j + 1] + u32::from(a[i].weight) } else { 0 };
            best[i * width + j] = skip.max(take);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        let here = best[i * width + j];
        if a[i].value == b[j].value && here == best[(i + 1) * width + j + 1] + u32::from(a[i].weight) {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Weight of a row of facts.
pub(crate) fn weight(facts: &[Fact]) -> u32 {
    facts.iter().map(|fact| u32::from(fact.weight)).sum()
}
