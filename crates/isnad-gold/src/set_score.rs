//! How well comparing reports went: incidents, who stands against whom, roots, derivations, against annotated sets that are
//! weighed as one input. Statements are found in the gold by their words; how well they are read is in `score`.

use crate::{
    GoldSet, Prf,
    percent::round,
    set_gold::{Gold, GoldSide, Key},
};
use isnad_ledger::{Incident, Ledger, Question, Weighed};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Scores of sets, in parts of one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetScore {
    /// Are the reports of an incident together? Means over incidents, weighted by their reports.
    pub incident: Prf,
    /// Pairs of statements in different positions of one disputed question.
    pub opposition: Prf,
    /// Questions called disputed.
    pub dispute: Prf,
    /// Of the numeric questions disputed in both: share with exactly the gold's set of values.
    pub positions: Option<f64>,
    /// B³ over statements that take a position: grouped by origin?
    pub root: Prf,
    /// Pairs (report, from).
    pub derivation: Prf,
    /// Of the right pairs: share of the right kind.
    pub how: Option<f64>,
    /// What the figures rest on.
    pub counts: SetCounts,
}

/// What the figures rest on; triples are right, predicted, gold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetCounts {
    /// Gold incidents.
    pub incidents: usize,
    /// Opposed pairs.
    pub opposed_pairs: [usize; 3],
    /// Disputed questions.
    pub disputes: [usize; 3],
    /// Statements whose roots were compared.
    pub statements_with_root: usize,
    /// Derivations.
    pub derivations: [usize; 3],
    /// Predicted statements found in the gold.
    pub aligned: usize,
    /// Gold attributions.
    pub attributions: usize,
}

const NUMERIC: [&str; 4] = ["killed", "wounded", "arrested", "missing"];

impl SetScore {
    /// Scores what weighing all sets as one input gave; report ids are [`GoldSet::id`]'s.
    pub fn of(weighed: &Weighed, ledgers: &[Ledger], sets: &[GoldSet]) -> SetScore {
        let gold = Gold::of(sets);
        let to_gold = gold.find(ledgers);
        let matched = match_incidents(&gold.incidents, &weighed.incidents);
        let (mut p, mut r, mut total) = (0.0, 0.0, 0.0);
        let (mut opposed_pairs, mut disputes, mut numeric) = ([0; 3], [0; 3], [0; 2]);
        for (i, incident) in gold.incidents.iter().enumerate() {
            let hit = matched.get(&i).map(|j| &weighed.incidents[*j]);
            let ours = &incident.reports;
            let theirs = hit.map(reports).unwrap_or_default();
            let both = ours.intersection(&theirs).count() as f64;
            p += if theirs.is_empty() { 0.0 } else { ours.len() as f64 * both / theirs.len() as f64 };
            r += both;
            total += ours.len() as f64;
            let want = &incident.disputed;
            let got = hit.map(disputed).unwrap_or_default();
            add(&mut disputes, [want.keys().filter(|q| got.contains_key(*q)).count(), got.len(), want.len()]);
            let all: BTreeSet<&String> = want.keys().chain(got.keys()).collect();
            for question in all {
                let sides = want.get(question).map(|q| q.sides.clone()).unwrap_or_default();
                let wanted = opposed(&sides);
                let found = got.get(question).map(|q| opposed(&predicted_sides(q, &to_gold)));
                let found = found.unwrap_or_default();
                add(&mut opposed_pairs, [wanted.intersection(&found).count(), found.len(), wanted.len()]);
                if let (Some(w), Some(g)) = (want.get(question), got.get(question))
                    && NUMERIC.contains(&question.as_str())
                {
                    numeric[0] += usize::from(w.values == predicted_values(g));
                    numeric[1] += 1;
                }
            }
        }
        let total = if total > 0.0 { total } else { 1.0 };
        let guess: BTreeMap<&Key, &str> = weighed
            .roots
            .iter()
            .flat_map(|root| root.statements.iter().map(move |s| (s, root.id.as_str())))
            .filter_map(|(s, root)| Some((to_gold.get(&(s.0.clone(), s.1.clone()?))?, root)))
            .collect();
        let found: BTreeMap<(&str, &str), Value> = weighed
            .derivations
            .iter()
            .map(|d| ((d.report.as_str(), d.from.as_str()), serde_json::to_value(d.how).unwrap_or_default()))
            .collect();
        let right: Vec<bool> = gold
            .derivations
            .iter()
            .filter_map(|((report, from), how)| Some(found.get(&(report.as_str(), from.as_str()))? == how))
            .collect();
        let derivations = [right.len(), found.len(), gold.derivations.len()];
        let ratio = |n: usize, of: usize| (of > 0).then(|| round(n as f64 / of as f64, 3));
        SetScore {
            incident: Prf::parts(p / total, r / total),
            opposition: prf(opposed_pairs),
            dispute: prf(disputes),
            positions: ratio(numeric[0], numeric[1]),
            root: b_cubed(&gold.roots, &guess),
            derivation: prf(derivations),
            how: ratio(right.iter().filter(|right| **right).count(), right.len()),
            counts: SetCounts {
                incidents: gold.incidents.len(),
                opposed_pairs,
                disputes,
                statements_with_root: gold.roots.len(),
                derivations,
                aligned: to_gold.len(),
                attributions: gold.attributions.values().map(Vec::len).sum(),
            },
        }
    }
}

fn reports(incident: &Incident) -> BTreeSet<String> {
    incident.mentions.iter().map(|m| m.report.clone()).collect()
}

fn disputed(incident: &Incident) -> BTreeMap<String, &Question> {
    let name = |q: &Question| serde_json::to_value(q.question).ok()?.as_str().map(str::to_owned);
    let disputed = incident.questions.iter().filter(|q| q.disputed);
    disputed.filter_map(|q| Some((name(q)?, q))).collect()
}

fn predicted_sides(question: &Question, to_gold: &BTreeMap<Key, Key>) -> Vec<BTreeSet<Key>> {
    let gold = |by: &isnad_ledger::StatementRef| to_gold.get(&(by.0.clone(), by.1.clone()?)).cloned();
    question.positions.iter().map(|p| p.by.iter().filter_map(gold).collect()).collect()
}

fn predicted_values(question: &Question) -> HashSet<String> {
    let value = |p: &isnad_ledger::Position| serde_json::to_string(&p.value).unwrap_or_default();
    question.positions.iter().map(value).collect()
}

/// Pairs that stand in different positions, the lesser first.
fn opposed(sides: &[BTreeSet<Key>]) -> BTreeSet<(Key, Key)> {
    let mut pairs = BTreeSet::new();
    for (i, side) in sides.iter().enumerate() {
        for (a, b) in
            sides[i + 1..].iter().flat_map(|other| side.iter().flat_map(move |a| other.iter().map(move |b| (a, b))))
        {
            if a != b {
                pairs.insert((a.min(b).clone(), a.max(b).clone()));
            }
        }
    }
    pairs
}

/// Pairs gold and predicted incidents, best F1 over their reports first (a day in common breaks ties), then swaps partners
/// as long as that gains.
fn match_incidents(gold: &[GoldSide], predicted: &[Incident]) -> BTreeMap<usize, usize> {
    let mut weight = BTreeMap::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, p) in predicted.iter().enumerate() {
            let theirs = reports(p);
            let both = g.reports.intersection(&theirs).count() as f64;
            if both > 0.0 {
                let start = p.start.map(|start| start.date().to_string());
                let same_day = g.day.is_some() && g.day == start;
                let f1 = 2.0 * both / (g.reports.len() + theirs.len()) as f64;
                weight.insert((i, j), f1 + 1e-3 * f64::from(same_day));
            }
        }
    }
    let mut best: Vec<_> = weight.iter().collect();
    best.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    let mut pairs = BTreeMap::new();
    let mut order = Vec::new();
    for ((i, j), _) in best {
        if !pairs.contains_key(i) && !pairs.values().any(|taken| taken == j) {
            pairs.insert(*i, *j);
            order.push(*i);
        }
    }
    let gain = |pairs: &BTreeMap<usize, usize>, a: usize, b: usize| {
        let crossed = weight.get(&(a, pairs[&b])).zip(weight.get(&(b, pairs[&a])));
        let straight = weight[&(a, pairs[&a])] + weight[&(b, pairs[&b])];
        crossed.is_some_and(|(x, y)| x + y > straight + 1e-9)
    };
    let mut improved = true;
    while improved {
        improved = false;
        for a in &order {
            for b in &order {
                if a != b && gain(&pairs, *a, *b) {
                    let (x, y) = (pairs[a], pairs[b]);
                    pairs.insert(*a, y);
                    pairs.insert(*b, x);
                    improved = true;
                }
            }
        }
    }
    pairs
}

/// B³; an item without a predicted label stands alone.
fn b_cubed(gold: &BTreeMap<Key, (String, String)>, predicted: &BTreeMap<&Key, &str>) -> Prf {
    let (mut p, mut r) = (0.0, 0.0);
    for (x, label) in gold {
        let mine = predicted.get(x);
        let (mut both, mut same_gold, mut same_predicted) = (0.0, 0.0, 0.0);
        for (y, other) in gold {
            let alike = x == y || (mine.is_some() && mine == predicted.get(y));
            both += f64::from(alike && label == other);
            same_gold += f64::from(label == other);
            same_predicted += f64::from(alike);
        }
        p += both / same_predicted;
        r += both / same_gold;
    }
    let n = gold.len().max(1) as f64;
    Prf::parts(p / n, r / n)
}

fn add(total: &mut [usize; 3], more: [usize; 3]) {
    total.iter_mut().zip(more).for_each(|(total, more)| *total += more);
}

/// Of right, predicted, gold; nothing predicted where there is nothing is perfect.
fn prf([right, predicted, gold]: [usize; 3]) -> Prf {
    let share = |of: usize, other: usize| {
        if of > 0 { right as f64 / of as f64 } else { f64::from(other == 0) }
    };
    Prf::parts(share(predicted, gold), share(gold, predicted))
}
