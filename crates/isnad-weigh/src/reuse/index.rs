//! Which texts share a rare trigram: the index behind text reuse. It decides nothing; it proposes pairs to compare.

use super::Sketch;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;

/// Most postings read for one text, so that a phrase everybody uses costs no more than a rare one.
const MOST_READ: usize = 2_000;
/// A trigram that more texts than this hold is common.
const RARE: u32 = 24;
/// Trigrams read even if they are common.
const FEW: usize = 3;
/// A text of this many trigrams in the index must share more than one.
const MANY: usize = 24;
/// Most candidates proposed.
const MOST_PROPOSED: usize = 64;
const END: u32 = u32::MAX;

/// An index from trigrams to the texts that hold them.
#[derive(Clone, Debug, Default)]
pub struct ReuseIndex {
    /// The last entry of each trigram's chain, and the chain's length.
    heads: FxHashMap<u32, (u32, u32)>,
    /// Text, and the entry before it in the chain.
    entries: Vec<(u32, u32)>,
}

impl ReuseIndex {
    /// Adds a text under a number of the caller's.
    pub fn insert(&mut self, text: u32, sketch: &Sketch) {
        for key in sketch.keys() {
            let at = self.entries.len() as u32;
            let head = self.heads.entry(key).or_insert((END, 0));
            self.entries.push((text, head.0));
            *head = (at, head.1 + 1);
        }
    }

    /// Texts that may share much with this one, each once, most shared trigrams first, equals in the caller's `order`;
    /// texts that `keep` turns away are not proposed.
    pub fn candidates(
        &self,
        sketch: &Sketch,
        keep: impl Fn(u32) -> bool,
        order: impl Fn(u32, u32) -> Ordering,
    ) -> Vec<u32> {
        let mut chains: Vec<(u32, u32)> =
            sketch.keys().filter_map(|key| self.heads.get(&key).map(|&(head, length)| (length, head))).collect();
        let keys = sketch.keys().count();
        // The rarest trigrams first: they say most.
        chains.sort_unstable();
        let mut shared: Vec<u32> = Vec::with_capacity(64);
        for (read, (length, head)) in chains.into_iter().enumerate() {
            // What everybody says tells texts apart only where there is nothing rarer.
            if length > RARE && read >= FEW {
                break;
            }
            let mut at = head;
            while at != END && shared.len() < MOST_READ {
                let (text, before) = self.entries[at as usize];
                shared.push(text);
                at = before;
            }
        }
        shared.sort_unstable();
        // One trigram of many in common is chance; a copy shares several of the sample.
        let least = if keys < MANY { 1 } else { 2 };
        let counted = shared.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).filter(|(_, n)| *n >= least);
        let mut found: Vec<(u32, usize)> = counted.filter(|(text, _)| keep(*text)).collect();
        found.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| order(a.0, b.0)));
        found.truncate(MOST_PROPOSED);
        found.into_iter().map(|(text, _)| text).collect()
    }
}
