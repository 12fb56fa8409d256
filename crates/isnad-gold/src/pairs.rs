//! Which prediction is meant for which gold attribution: one to one, the best pairs first. It judges none of them.

use crate::{
    Marked, Words,
    words::{f1, shared},
};

/// The words of source, cue and content.
pub(crate) type Roles = [Vec<u32>; 3];

/// A gold attribution and the prediction meant for it, by their indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Index of the gold attribution.
    pub gold: usize,
    /// Index of the prediction.
    pub predicted: usize,
}

/// Pairs gold and predictions of one text.
pub fn pairs(words: &Words, gold: &[impl Marked], predicted: &[impl Marked]) -> Vec<Pair> {
    align(&roles(words, gold), &roles(words, predicted))
}

pub(crate) fn roles<M: Marked>(words: &Words, all: &[M]) -> Vec<Roles> {
    let touched = |one: &M| one.roles().map(|spans| words.touched(spans));
    all.iter().map(touched).collect()
}

/// A pair is eligible when contents or cues share a word; the greatest sum of the three roles' F1 goes first, ties go to
/// the earlier gold, then to the earlier prediction.
pub(crate) fn align(gold: &[Roles], predicted: &[Roles]) -> Vec<Pair> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            if shared(&g[2], &p[2]) > 0 || shared(&g[1], &p[1]) > 0 {
                let weight: f64 = g.iter().zip(p).map(|(g, p)| f1(g, p)).sum();
                let pair = Pair { gold: i, predicted: j };
                candidates.push((weight, pair));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut free = (vec![true; gold.len()], vec![true; predicted.len()]);
    candidates.retain(|(_, pair)| {
        let take = free.0[pair.gold] && free.1[pair.predicted];
        if take {
            free.0[pair.gold] = false;
            free.1[pair.predicted] = false;
        }
        take
    });
    candidates.into_iter().map(|(_, pair)| pair).collect()
}
