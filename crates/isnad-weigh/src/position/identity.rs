//! Positions on who the victim was: a name, and that it was somebody else. Names beside each other do not exclude each
//! other, since an event may have several victims.

use super::{Asked, Case, Entry, Stand};
use crate::claim::Answer;
use isnad_ledger::{QuestionKind, Value};
use std::collections::BTreeMap;

pub(super) fn asked(case: &Case, entries: &[Entry]) -> Option<Asked> {
    let mut named: BTreeMap<&str, (&str, Vec<usize>, bool)> = BTreeMap::new();
    let mut other: Vec<usize> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        match entry.answer {
            Answer::Actor { key, name } => {
                let slot = named.entry(key).or_insert((name, Vec::new(), false));
                slot.1.push(at);
                slot.2 = true;
            }
            Answer::Named { key, name } => named.entry(key).or_insert((name, Vec::new(), false)).1.push(at),
            Answer::Side { .. } => other.push(at),
            _ => {}
        }
    }
    // Somebody else than whom? Than the one most often named.
    let most = named.iter().max_by_key(|(_, (_, by, sure))| (*sure, by.len())).map(|(key, _)| *key);
    let speaker = |at: &usize| (entries[*at].digest, entries[*at].said);
    let others: Vec<_> = other.iter().map(speaker).collect();
    let mut stands = Vec::new();
    let mut conflicts = Vec::new();
    for (key, (name, by, sure)) in named {
        let doubted = Some(key) == most && !other.is_empty();
        if !sure && !doubted {
            continue;
        }
        let by: Vec<usize> = by.into_iter().filter(|at| !others.contains(&speaker(at))).collect();
        if by.is_empty() {
            continue;
        }
        if doubted {
            conflicts.push((stands.len(), usize::MAX, "the one excludes the other"));
        }
        stands.push(Stand { value: Some(Value::Text(name.to_owned())), by, ..Stand::default() });
    }
    if !other.is_empty() {
        let side = other.iter().find_map(|&at| match entries[at].answer {
            Answer::Side { side, .. } => Some(case.phrases.name(*side).to_owned()),
            _ => None,
        });
        conflicts.iter_mut().for_each(|conflict| conflict.1 = stands.len());
        stands.push(Stand { value: side.map(Value::Text), by: other, ..Stand::default() });
    }
    (!stands.is_empty()).then_some(Asked { question: QuestionKind::VictimIdentity, about: None, stands, conflicts })
}
