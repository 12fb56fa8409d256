//! What comes after finding a statement: stance, kind, mode, chain, speaker, and whether `confidence` can be believed;
//! and which statements are wrong, by construction. How well they are found at all is in `score`.

use crate::{
    Gold, Prf, Words,
    percent::{round, share},
    score::{Counted, agrees},
};
use isnad_ledger::Statement;
use serde::Serialize;
use std::collections::BTreeMap;

/// How many of how many were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Right ones.
    pub right: usize,
    /// All.
    pub of: usize,
}

impl Tally {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }

    /// In per cent with one decimal; 0 of none.
    pub fn percent(self) -> f64 {
        round(100.0 * share(self.right as f64, self.of as f64), 1)
    }
}

/// Predictions of about the same confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Bin {
    /// How many of them are right.
    pub tally: Tally,
    /// Their confidences' sum.
    pub confidence: f64,
}

/// What comes after finding, over all reports that were counted. Stance, kind, mode, chain and speaker are those of pairs
/// whose contents share a word; a prediction is right if its pair counts for `relation50`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Beyond {
    /// Stances that are the gold's.
    pub stance: Tally,
    /// Kinds of source that are the gold's, where the gold has one.
    pub kind: Tally,
    /// Modes that are the gold's.
    pub mode: Tally,
    /// Speakers that are the gold's string, where the gold has one.
    pub speaker: Tally,
    /// Chains of the gold's length.
    pub chain_length: Tally,
    /// Chains that are the gold's, element by element.
    pub chain: Tally,
    /// Chains of two and more: pairs of equal length, all predicted, all gold.
    pub long_chains: [usize; 3],
    /// By tenth of confidence.
    pub bins: [Bin; 10],
    /// Right predictions by construction.
    pub constructions: BTreeMap<String, Tally>,
    #[serde(skip)]
    b_cubed: [f64; 3],
}

/// What is wrong with a statement, or with the lack of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissKind {
    /// The gold has it, the reading has not.
    Missed,
    /// The reading has it, the gold has not.
    Spurious,
    /// Its source is wrong.
    Source,
    /// Its cue is wrong.
    Cue,
    /// Its content is wrong.
    Content,
    /// Two or three of its roles are wrong.
    Several,
}

/// A statement that does not count for `relation50`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss {
    /// What is wrong.
    pub kind: MissKind,
    /// Index of the gold attribution.
    pub gold: Option<usize>,
    /// Index of the prediction.
    pub predicted: Option<usize>,
}

/// Which predictions of one report are right, that is, count for `relation50`; `None` for those that count neither way.
pub fn judge(gold: &Gold, predicted: &[Statement]) -> Vec<Option<bool>> {
    let counted = Counted::of(&Words::of(&gold.text), &gold.attributions, predicted);
    let mut right = vec![None; predicted.len()];
    for j in &counted.predicted {
        right[*j] = Some(false);
    }
    for pair in &counted.pairs {
        let mut roles = counted.gold_roles[pair.gold].iter().zip(&counted.predicted_roles[pair.predicted]);
        right[counted.predicted[pair.predicted]] = Some(roles.all(|(g, p)| agrees(g, p)));
    }
    right
}

impl Beyond {
    /// Counts one report and says what is wrong in it, in the order of the gold, then of the predictions.
    pub fn add(&mut self, gold: &Gold, predicted: &[Statement]) -> Vec<Miss> {
        let words = Words::of(&gold.text);
        let counted = Counted::of(&words, &gold.attributions, predicted);
        let mut right = vec![false; predicted.len()];
        let mut misses = Vec::new();
        let mut paired = (vec![false; counted.gold.len()], vec![false; counted.predicted.len()]);
        let mut speakers = Vec::new();
        for pair in &counted.pairs {
            (paired.0[pair.gold], paired.1[pair.predicted]) = (true, true);
            let (i, j) = (counted.gold[pair.gold], counted.predicted[pair.predicted]);
            let (g, p) = (&gold.attributions[i], &predicted[j]);
            let roles = (&counted.gold_roles[pair.gold], &counted.predicted_roles[pair.predicted]);
            let wrong: Vec<usize> = (0..3).filter(|role| !agrees(&roles.0[*role], &roles.1[*role])).collect();
            let kind = match wrong[..] {
                [] => None,
                [0] => Some(MissKind::Source),
                [1] => Some(MissKind::Cue),
                [2] => Some(MissKind::Content),
                _ => Some(MissKind::Several),
            };
            right[j] = kind.is_none();
            misses.extend(kind.map(|kind| Miss { kind, gold: Some(i), predicted: Some(j) }));
            if crate::words::shared(&roles.0[2], &roles.1[2]) > 0 {
                self.compare(g, p);
                speakers.extend(g.speaker.as_deref().map(|s| (s, p.speaker.as_deref())));
            }
        }
        self.cluster(&speakers);
        self.long_chains[1] += long(counted.predicted.iter().map(|j| &predicted[*j].chain));
        self.long_chains[2] += long(counted.gold.iter().map(|i| &gold.attributions[*i].chain));
        for j in &counted.predicted {
            self.believe(&predicted[*j], right[*j]);
        }
        let lonely = |paired: &[bool], all: &[usize]| -> Vec<usize> {
            all.iter().zip(paired).filter(|(_, paired)| !**paired).map(|(i, _)| *i).collect()
        };
        misses.extend(lonely(&paired.0, &counted.gold).into_iter().map(|i| Miss {
            kind: MissKind::Missed,
            gold: Some(i),
            predicted: None,
        }));
        misses.sort_by_key(|miss| miss.gold);
        misses.extend(lonely(&paired.1, &counted.predicted).into_iter().map(|j| Miss {
            kind: MissKind::Spurious,
            gold: None,
            predicted: Some(j),
        }));
        misses
    }

    fn compare(&mut self, gold: &crate::Attribution, predicted: &Statement) {
        self.stance.count(gold.stance == predicted.stance);
        self.mode.count(gold.mode == predicted.mode);
        if gold.kind.is_some() {
            self.kind.count(gold.kind == predicted.kind);
        }
        if gold.speaker.is_some() {
            self.speaker.count(gold.speaker == predicted.speaker);
        }
        let same_length = gold.chain.len() == predicted.chain.len();
        self.chain_length.count(same_length);
        self.chain.count(gold.chain == predicted.chain);
        self.long_chains[0] += usize::from(same_length && gold.chain.len() > 1);
    }

    fn believe(&mut self, predicted: &Statement, right: bool) {
        let bin = &mut self.bins[((predicted.confidence * 10.0) as usize).min(9)];
        bin.tally.count(right);
        bin.confidence += predicted.confidence;
        let construction = predicted.construction.clone();
        self.constructions.entry(construction).or_default().count(right);
    }

    /// Adds one report's speakers (gold, predicted) to B³; a prediction without a speaker stands alone.
    fn cluster(&mut self, speakers: &[(&str, Option<&str>)]) {
        for (at, (gold, predicted)) in speakers.iter().enumerate() {
            let alike = |other: usize| {
                let (_, p) = speakers[other];
                other == at || (p.is_some() && p == *predicted)
            };
            let (mut both, mut same_gold, mut same_predicted) = (0.0, 0.0, 0.0);
            for (other, (g, _)) in speakers.iter().enumerate() {
                both += f64::from(g == gold && alike(other));
                same_gold += f64::from(g == gold);
                same_predicted += f64::from(alike(other));
            }
            self.b_cubed[0] += both / same_predicted;
            self.b_cubed[1] += both / same_gold;
            self.b_cubed[2] += 1.0;
        }
    }

    /// B³ of speakers inside their reports (Bagga and Baldwin 1998), in per cent.
    pub fn speakers(&self) -> Prf {
        let [p, r, n] = self.b_cubed;
        Prf::percent(share(p, n), share(r, n))
    }

    /// Chains of two and more, in per cent.
    pub fn long_chains(&self) -> Prf {
        let [right, predicted, gold] = self.long_chains.map(|n| n as f64);
        Prf::percent(share(right, predicted), share(right, gold))
    }

    /// Expected calibration error over tenths: the mean distance of confidence and share of right ones, 0 to 1.
    pub fn calibration_error(&self) -> f64 {
        let n: usize = self.bins.iter().map(|bin| bin.tally.of).sum();
        let off = |bin: &Bin| (bin.confidence - bin.tally.right as f64).abs();
        round(share(self.bins.iter().map(off).sum(), n as f64), 3)
    }
}

fn long<'a>(chains: impl Iterator<Item = &'a Vec<String>>) -> usize {
    chains.filter(|chain| chain.len() > 1).count()
}
