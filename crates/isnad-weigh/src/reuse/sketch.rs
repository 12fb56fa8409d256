//! What is kept of a text for comparing: its word trigrams with their places. It holds no words.

use crate::fold::{Folded, mix, stable_hash};
use isnad_ledger::Span;

/// One trigram in `SAMPLE` goes into the index.
const SAMPLE: u32 = 4;
/// Shorter texts than this many trigrams are compared only when they are the same.
const SHORTEST: usize = 8;
/// Share of the shorter text's trigrams that makes reuse.
const SHARE: f64 = 0.27;
/// The same of a text of few trigrams, where a phrase that every desk uses is a good part of the whole.
const SHARE_OF_FEW: f64 = 0.45;
const FEW: usize = 32;
/// Fewest shared trigrams that make reuse.
const FEWEST: usize = 6;
/// Longest text compared, in words; what comes after is another report or an attack.
const LONGEST: usize = 20_000;

#[derive(Clone, Copy, Debug)]
struct Shingle {
    hash: u32,
    start: u32,
    end: u32,
    quoted: bool,
}

/// The word trigrams of a text.
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// Sorted by hash, then place; each hash once.
    shingles: Box<[Shingle]>,
    whole: u64,
}

/// How much two texts have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reuse {
    /// Share of the shorter text's trigrams that the other holds, 0 to 1.
    pub score: f64,
    /// Trigrams in common.
    pub shared: usize,
}

impl Sketch {
    /// The sketch of a whole text.
    pub fn of(text: &str) -> Sketch {
        Sketch::of_words(&Folded::new(text), |_| true)
    }

    /// The sketch of those words of a folded text that `keep` lets through, by their first code point.
    pub(crate) fn of_words(folded: &Folded, keep: impl Fn(u32) -> bool) -> Sketch {
        let words: Vec<_> = folded.words.iter().take(LONGEST).filter(|word| keep(word.start)).collect();
        let mut shingles: Vec<Shingle> = words
            .windows(3)
            .map(|three| Shingle {
                hash: three.iter().fold(0x5bd1_e995, |hash, word| mix(hash, word.hash)),
                start: three[0].start,
                end: three[2].end,
                quoted: three.iter().all(|word| word.quoted),
            })
            .collect();
        shingles.sort_unstable_by_key(|s| (s.hash, s.start));
        shingles.dedup_by_key(|s| s.hash);
        Sketch { shingles: shingles.into(), whole: stable_hash(folded.text.as_str()) }
    }

    /// The trigrams that stand for this text in the index.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> + '_ {
        let every = if self.shingles.len() < 40 { 1 } else { SAMPLE };
        self.shingles
            .iter()
            .map(|s| s.hash)
            // The multiplication spreads the sample over all trigrams; a short text is indexed whole.
            .filter(move |hash| every == 1 || hash.wrapping_mul(0x85eb_ca6b) >> 30 == 0)
    }

    /// What the two have in common, if it is enough to be no accident. What both quote counts half: two desks may quote
    /// the same words without either having copied the other.
    pub fn compare(&self, other: &Sketch) -> Option<Reuse> {
        let shorter = self.shingles.len().min(other.shingles.len());
        if shorter < SHORTEST {
            let same = self.whole == other.whole && shorter > 0;
            return same.then_some(Reuse { score: 1.0, shared: shorter });
        }
        let (mut shared, mut quoted) = (0, 0);
        self.common(other, |mine, _| {
            shared += 1;
            quoted += usize::from(mine.quoted);
        });
        let score = (shared as f64 - quoted as f64 / 2.0) / shorter as f64;
        let least = if shorter < FEW { SHARE_OF_FEW } else { SHARE };
        (shared >= FEWEST && score >= least).then_some(Reuse { score: score.min(1.0), shared })
    }

    /// Pairs of spans, in this text and in the other, of what they have in common; the longest stretches first.
    pub fn evidence(&self, other: &Sketch, most: usize) -> Vec<[Span; 2]> {
        let mut pairs = Vec::new();
        self.common(other, |mine, theirs| pairs.push((*mine, *theirs)));
        pairs.sort_unstable_by_key(|(mine, theirs)| (mine.start, theirs.start));
        let mut runs: Vec<[u32; 4]> = Vec::new();
        for (mine, theirs) in pairs {
            match runs.last_mut() {
                // A stretch goes on while both sides go on, one changed word included.
                Some([_, end, from, to])
                    if mine.start <= *end + 12 && theirs.start >= *from && theirs.start <= *to + 12 =>
                {
                    *end = mine.end.max(*end);
                    *to = theirs.end.max(*to);
                }
                _ => runs.push([mine.start, mine.end, theirs.start, theirs.end]),
            }
        }
        runs.sort_by_key(|[start, end, ..]| std::cmp::Reverse(end - start));
        runs.truncate(most);
        runs.sort_unstable();
        let span = |start, end| Span::within(start, end, u32::MAX);
        runs.iter().filter_map(|&[a, b, c, d]| Some([span(a, b)?, span(c, d)?])).collect()
    }

    fn common(&self, other: &Sketch, mut each: impl FnMut(&Shingle, &Shingle)) {
        let (mut i, mut j) = (0, 0);
        while let (Some(mine), Some(theirs)) = (self.shingles.get(i), other.shingles.get(j)) {
            match mine.hash.cmp(&theirs.hash) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    each(mine, theirs);
                    i += 1;
                    j += 1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sketch;

    #[test]
    fn evidence_is_the_longest_common_stretch() {
        let a = "one two three four five six seven eight nine ten eleven twelve";
        let b = format!("lead with other words {a} and a tail");
        let (x, y) = (Sketch::of(a), Sketch::of(&b));
        assert_eq!(x.compare(&y).unwrap().score, 1.0);
        let evidence = x.evidence(&y, 5);
        assert_eq!(evidence.len(), 1);
        assert_eq!(evidence[0][1].of(&b), a);
    }

    #[test]
    fn what_both_quote_is_no_copy() {
        let quote = "\"we had no men there and we have no quarrel with anybody at all\"";
        let a = format!("the commander told our paper by telephone {quote} before the line went dead that night");
        let b = format!("in a statement read on the radio a spokesman said {quote} and hung up while guns were heard");
        assert_eq!(Sketch::of(&a).compare(&Sketch::of(&b)), None);
    }
}
