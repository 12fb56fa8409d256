//! How well statements' sources, cues and contents are found: the measures of the attribution literature, by written
//! words. What comes after finding them (stance, chain …) is in `beyond`.

use crate::{
    Attribution, Marked, Prf, Words,
    pairs::{Pair, Roles, align, roles},
    percent::share,
    words::{f1, shared},
};
use isnad_ledger::Span;
use serde::Serialize;
use std::collections::BTreeSet;

/// The scores over all reports that were counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Reports.
    pub docs: usize,
    /// Gold attributions that count.
    pub gold: usize,
    /// Predictions that count.
    pub pred: usize,
    /// Pairs whose contents share a word.
    pub detect: Prf,
    /// Pairs whose contents reach F1 .5.
    pub detect50: Prf,
    /// Pairs all of whose roles reach F1 .5 (both empty counts as agreeing).
    pub relation50: Prf,
    /// Pairs all of whose roles are equal.
    pub relation_exact: Prf,
    /// The source alone.
    pub source: RoleScore,
    /// The cue alone.
    pub cue: RoleScore,
    /// The content alone.
    pub content: RoleScore,
}

/// One role's scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RoleScore {
    /// Pairs with equal words.
    pub exact: Prf,
    /// Words shared by pairs, over all words.
    #[serde(rename = "tokF1")]
    pub words: Prf,
    /// Mean F1 of pairs.
    pub soft: Prf,
    /// Words labelled, without pairing.
    pub tag: Prf,
    /// Single stretches, without pairing.
    pub span: Prf,
}

/// Counts reports one by one.
#[derive(Clone, Debug, Default)]
pub struct Scorer {
    docs: usize,
    gold: f64,
    predicted: f64,
    detect: f64,
    detect50: f64,
    relation50: f64,
    relation_exact: f64,
    roles: [RoleCounts; 3],
}

/// Right, predicted and gold, of one role's five measures.
#[derive(Clone, Copy, Debug, Default)]
struct RoleCounts {
    exact: f64,
    soft: f64,
    with: [f64; 2],
    words: [f64; 3],
    tag: [f64; 3],
    span: [f64; 3],
}

/// What counts of one report once optional gold is set aside.
pub(crate) struct Counted {
    pub(crate) gold: Vec<usize>,
    pub(crate) predicted: Vec<usize>,
    pub(crate) gold_roles: Vec<Roles>,
    pub(crate) predicted_roles: Vec<Roles>,
    /// Indexes into `gold` and `predicted`.
    pub(crate) pairs: Vec<Pair>,
}

impl Counted {
    pub(crate) fn of(words: &Words, gold: &[Attribution], predicted: &[impl Marked]) -> Counted {
        let all_gold = roles(words, gold);
        let all_predicted = roles(words, predicted);
        let spare: BTreeSet<usize> = align(&all_gold, &all_predicted)
            .into_iter()
            .filter(|pair| gold[pair.gold].optional)
            .map(|pair| pair.predicted)
            .collect();
        let gold: Vec<usize> = (0..gold.len()).filter(|i| !gold[*i].optional).collect();
        let predicted: Vec<usize> = (0..predicted.len()).filter(|j| !spare.contains(j)).collect();
        let pick = |all: &[Roles], which: &[usize]| which.iter().map(|i| all[*i].clone()).collect();
        let gold_roles: Vec<Roles> = pick(&all_gold, &gold);
        let predicted_roles: Vec<Roles> = pick(&all_predicted, &predicted);
        let pairs = align(&gold_roles, &predicted_roles);
        Counted { gold, predicted, gold_roles, predicted_roles, pairs }
    }
}

/// Whether a role agrees well enough for `relation50`.
pub(crate) fn agrees(gold: &[u32], predicted: &[u32]) -> bool {
    (gold.is_empty() && predicted.is_empty()) || f1(gold, predicted) >= 0.5
}

impl Scorer {
    /// Counts one report: its text, gold and predictions.
    pub fn add(&mut self, text: &str, gold: &[Attribution], predicted: &[impl Marked]) {
        let words = Words::of(text);
        let counted = Counted::of(&words, gold, predicted);
        self.docs += 1;
        self.gold += counted.gold.len() as f64;
        self.predicted += counted.predicted.len() as f64;
        for role in 0..3 {
            let spans = |spans: &[&[Span]]| single(&words, spans);
            let gold_spans: Vec<&[Span]> = counted.gold.iter().map(|i| gold[*i].roles()[role]).collect();
            let predicted_spans: Vec<&[Span]> = counted.predicted.iter().map(|j| predicted[*j].roles()[role]).collect();
            let counts = &mut self.roles[role];
            counts.unpaired(role, &counted);
            add_sets(&mut counts.span, &spans(&predicted_spans), &spans(&gold_spans));
        }
        for pair in &counted.pairs {
            self.pair(&counted.gold_roles[pair.gold], &counted.predicted_roles[pair.predicted]);
        }
    }

    fn pair(&mut self, gold: &Roles, predicted: &Roles) {
        let content = f1(&gold[2], &predicted[2]);
        self.detect += f64::from(content > 0.0);
        self.detect50 += f64::from(content >= 0.5);
        let both = || gold.iter().zip(predicted);
        self.relation50 += f64::from(both().all(|(g, p)| agrees(g, p)));
        self.relation_exact += f64::from(both().all(|(g, p)| g == p));
        for (counts, (g, p)) in self.roles.iter_mut().zip(both()) {
            counts.words[0] += shared(g, p) as f64;
            counts.soft += f1(g, p);
            counts.exact += f64::from(!g.is_empty() && g == p);
        }
    }

    /// The scores so far.
    pub fn score(&self) -> Score {
        let prf = |right: f64| Prf::percent(share(right, self.predicted), share(right, self.gold));
        let [source, cue, content] = self.roles.map(RoleCounts::score);
        Score {
            docs: self.docs,
            gold: self.gold as usize,
            pred: self.predicted as usize,
            detect: prf(self.detect),
            detect50: prf(self.detect50),
            relation50: prf(self.relation50),
            relation_exact: prf(self.relation_exact),
            source,
            cue,
            content,
        }
    }
}

impl RoleCounts {
    fn unpaired(&mut self, role: usize, counted: &Counted) {
        let sides = [&counted.predicted_roles, &counted.gold_roles];
        let sets = sides.map(|side| {
            let all = side.iter().flat_map(|roles| roles[role].iter().copied());
            all.collect::<BTreeSet<u32>>()
        });
        for (at, side) in sides.into_iter().enumerate() {
            self.with[at] += side.iter().filter(|roles| !roles[role].is_empty()).count() as f64;
            self.words[at + 1] += side.iter().map(|roles| roles[role].len()).sum::<usize>() as f64;
        }
        add_sets(&mut self.tag, &sets[0], &sets[1]);
    }

    fn score(self) -> RoleScore {
        let with = |right: f64| Prf::percent(share(right, self.with[0]), share(right, self.with[1]));
        let sets = |[right, p, g]: [f64; 3]| Prf::percent(share(right, p), share(right, g));
        RoleScore {
            exact: with(self.exact),
            words: sets(self.words),
            soft: with(self.soft),
            tag: sets(self.tag),
            span: sets(self.span),
        }
    }
}

/// First and last word of each single span, each once.
fn single(words: &Words, spans: &[&[Span]]) -> BTreeSet<(u32, u32)> {
    let ends = |span: &Span| {
        let touched = words.touched(std::slice::from_ref(span));
        Some((*touched.first()?, *touched.last()?))
    };
    spans.iter().flat_map(|all| all.iter()).filter_map(ends).collect()
}

fn add_sets<T: Ord>(counts: &mut [f64; 3], predicted: &BTreeSet<T>, gold: &BTreeSet<T>) {
    counts[0] += predicted.intersection(gold).count() as f64;
    counts[1] += predicted.len() as f64;
    counts[2] += gold.len() as f64;
}
