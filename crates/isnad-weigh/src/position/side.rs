//! Positions by the tables' axes: two sides of one axis exclude each other. Each axis is a question of its own, so that a
//! quarrel over why a ship burned is not mixed with one over who died of what.

use super::{Asked, Case, Entry, Stand, roots};
use crate::claim::Answer;
use isnad_ledger::{QuestionKind, Value};
use std::collections::BTreeMap;

pub(super) fn asked(case: &Case, question: QuestionKind, entries: &[Entry]) -> Vec<Asked> {
    let mut axes: BTreeMap<u16, Vec<(usize, u16, bool)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        match entry.answer {
            Answer::Side { axis, side } => axes.entry(*axis).or_default().push((at, *side, true)),
            Answer::NotSide { axis, side } => axes.entry(*axis).or_default().push((at, *side, false)),
            _ => {}
        }
    }
    axes.into_iter().filter_map(|(about, claims)| axis(case, question, about, entries, &claims)).collect()
}

/// One axis: `(entry, side, whether for it)`.
fn axis(
    case: &Case,
    question: QuestionKind,
    about: u16,
    entries: &[Entry],
    claims: &[(usize, u16, bool)],
) -> Option<Asked> {
    let text = |side: u16| Some(Value::Text(case.phrases.name(side).to_owned()));
    let speaker = |at: usize| (entries[at].digest, entries[at].said);
    let mut stands: Vec<(u16, Stand)> = Vec::new();
    let mut taken: Vec<(u32, Option<u16>)> = Vec::new();
    for &(at, side, _) in claims.iter().filter(|(.., for_it)| *for_it) {
        // A statement that holds words of two sides speaks for the first one.
        if taken.contains(&speaker(at)) {
            continue;
        }
        taken.push(speaker(at));
        match stands.iter_mut().find(|(s, _)| *s == side) {
            Some((_, stand)) => stand.by.push(at),
            None => stands.push((side, Stand { value: text(side), by: vec![at], ..Stand::default() })),
        }
    }
    let fors = stands.len();
    for &(at, side, _) in claims.iter().filter(|(.., for_it)| !*for_it) {
        if taken.contains(&speaker(at)) {
            continue;
        }
        taken.push(speaker(at));
        // Whoever is for another side and against this one stands where he is for; else where others deny it, too.
        let own = stands[..fors].iter().position(|(s, stand)| {
            *s != side && roots(entries, &stand.by).iter().any(|r| entries[at].roots.contains(r))
        });
        let other = case.phrases.opposite(side);
        // Those who deny one side go with the only other one that anybody takes.
        let only = || {
            let mut others = stands[..fors].iter().enumerate().filter(|(_, (s, _))| *s != side);
            let first = others.next().map(|(at, _)| at);
            first.filter(|_| others.next().is_none() && stands[..fors].iter().any(|(s, _)| *s == side))
        };
        let there = own
            .or_else(only)
            .or_else(|| {
                other.and_then(|other| stands.iter().position(|(s, stand)| *s == other && stand.value.is_some()))
            })
            .or_else(|| stands.iter().position(|(s, stand)| *s == side && stand.value.is_none()));
        match there {
            Some(there) => stands[there].1.by.push(at),
            None => stands.push((side, Stand { denies: text(side), by: vec![at], ..Stand::default() })),
        }
    }
    let mut conflicts = Vec::new();
    for (i, (a, x)) in stands.iter().enumerate() {
        for (j, (b, y)) in stands.iter().enumerate().skip(i + 1) {
            match (&x.value, &y.value) {
                (Some(_), Some(_)) if a != b => conflicts.push((i, j, "the one excludes the other")),
                (Some(_), None) | (None, Some(_)) if a == b => conflicts.push((i, j, "the one denies the other")),
                _ => {}
            }
        }
    }
    let stands: Vec<Stand> = stands.into_iter().map(|(_, stand)| stand).collect();
    (!stands.is_empty()).then_some(Asked { question, about: Some(about), stands, conflicts })
}
