//! Positions on who did it: those named together are one answer, two that are never named together exclude each other, and
//! a denial stands against those who name the denier.

use super::{Asked, Case, Entry, Stand, roots};
use crate::claim::Answer;
use isnad_ledger::{QuestionKind, Value};
use std::collections::BTreeMap;

pub(super) fn asked(case: &Case, entries: &[Entry]) -> Option<Asked> {
    let denied: Vec<&str> = entries
        .iter()
        .filter_map(|entry| match entry.answer {
            Answer::NotActor { key, .. } => Some(key.as_str()),
            _ => None,
        })
        .collect();
    let denier = |entry: &Entry, key: &str| {
        entries.iter().any(|other| {
            matches!(other.answer, Answer::NotActor { key: k, .. } if k == key)
                && other.roots.iter().any(|r| entry.roots.contains(r))
        })
    };
    let mut named: BTreeMap<&str, (&str, Vec<usize>)> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let (key, name) = match entry.answer {
            Answer::Actor { key, name } => (key, name),
            Answer::Named { key, name } if denied.contains(&key.as_str()) && !denier(entry, key) => (key, name),
            _ => continue,
        };
        named.entry(key).or_insert((name, Vec::new())).1.push(at);
    }
    // Those that one statement names together are one side.
    let mut sides: Vec<(Vec<&str>, Vec<&str>, Vec<usize>)> = Vec::new();
    for (key, (name, by)) in named {
        let outright = |at: &&usize| matches!(entries[**at].answer, Answer::Actor { .. });
        let speaker = |at: &usize| (entries[*at].digest, entries[*at].said);
        let mine: Vec<_> = by.iter().filter(outright).map(speaker).collect();
        let together = |theirs: &[usize]| theirs.iter().filter(outright).any(|at| mine.contains(&speaker(at)));
        match sides.iter_mut().find(|(_, _, theirs)| together(theirs)) {
            Some((keys, names, theirs)) => {
                keys.push(key);
                names.push(name);
                theirs.extend(by);
            }
            None => sides.push((vec![key], vec![name], by)),
        }
    }
    let mut stands: Vec<Stand> = Vec::new();
    for (_, names, by) in &sides {
        let mut by = by.clone();
        by.sort_unstable();
        stands.push(Stand { value: Some(Value::Text(names.join("; "))), by, ..Stand::default() });
    }
    let mut conflicts = Vec::new();
    // Two bodies may have acted together; they exclude each other where one is blamed, or denies.
    let blamed = |at: usize| {
        let accused = stands[at].by.iter().any(|&entry| case.blames(&entries[entry]));
        accused || sides[at].0.iter().any(|key| denied.contains(key))
    };
    for i in 0..sides.len() {
        for j in i + 1..sides.len() {
            let speaker = |at: &usize| (entries[*at].digest, entries[*at].said);
            let together = stands[i].by.iter().any(|a| stands[j].by.iter().any(|b| speaker(a) == speaker(b)));
            if !together && (blamed(i) || blamed(j)) {
                conflicts.push((i, j, "the one excludes the other"));
            }
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        let Answer::NotActor { key, .. } = entry.answer else { continue };
        let Some(side) = sides.iter().position(|(keys, ..)| keys.contains(&key.as_str())) else { continue };
        if roots(entries, &stands[side].by) == entry.roots {
            continue;
        }
        let denies = stands[side].value.clone();
        // Whoever blames another stands where he blames.
        let own = (0..sides.len()).find(|&other| {
            other != side && roots(entries, &stands[other].by).iter().any(|root| entry.roots.contains(root))
        });
        if let Some(own) = own {
            stands[own].by.push(at);
            continue;
        }
        match stands.iter().position(|s| s.value.is_none() && s.denies == denies) {
            Some(there) => stands[there].by.push(at),
            None => {
                stands.push(Stand { denies, by: vec![at], ..Stand::default() });
                conflicts.push((side, stands.len() - 1, "the one denies the other"));
            }
        }
    }
    (!stands.is_empty()).then_some(Asked { question: QuestionKind::Perpetrator, stands, conflicts })
}
