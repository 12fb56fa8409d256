//! Positions on who did it: those named together are one answer, two that are never named together exclude each other, and
//! a denial stands against those who name the denier.

use super::{Asked, Case, Entry, Stand, roots};
use crate::{claim::Answer, institution::Parts};
use isnad_ledger::{QuestionKind, Value};
use std::collections::BTreeMap;

pub(super) fn asked(case: &Case, entries: &[Entry]) -> Option<Asked> {
    let keys = keys(case, entries);
    let denies = |at: usize| matches!(entries[at].answer, Answer::NotActor { .. });
    let denied: Vec<&str> = (0..entries.len()).filter(|&at| denies(at)).map(|at| keys[at]).collect();
    let denier = |at: usize| {
        (0..entries.len()).any(|other| {
            denies(other)
                && keys[other] == keys[at]
                && entries[other].roots.iter().any(|root| entries[at].roots.contains(root))
        })
    };
    let mut named: BTreeMap<&str, (&str, Vec<usize>)> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let name = match entry.answer {
            Answer::Actor { name, .. } => name,
            Answer::Named { name, .. } if denied.contains(&keys[at]) && !denier(at) => name,
            _ => continue,
        };
        named.entry(keys[at]).or_insert((name, Vec::new())).1.push(at);
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
            let whole = sides[i].0.iter().any(|a| sides[j].0.iter().any(|b| is_part(a, b) || is_part(b, a)));
            if !together && !whole && (blamed(i) || blamed(j)) {
                conflicts.push((i, j, "the one excludes the other"));
            }
        }
    }
    for (at, entry) in entries.iter().enumerate() {
        if !denies(at) {
            continue;
        }
        let Some(side) = sides.iter().position(|(theirs, ..)| theirs.contains(&keys[at])) else { continue };
        // Whoever denies and names the same in one report is misread; in two he has changed his mind.
        let turned = stands[side].by.iter().any(|other| entries[*other].time != entry.time);
        if roots(entries, &stands[side].by) == entry.roots && !turned {
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
    (!stands.is_empty()).then_some(Asked { question: QuestionKind::Perpetrator, about: None, stands, conflicts })
}

/// Kinds of actors of which the first acts as a part of the second: to name the one is not to exclude the other.
const PARTS: [(&str, &str); 1] = [("actor:the United States", "actor:the coalition")];

fn is_part(part: &str, whole: &str) -> bool {
    PARTS.contains(&(part, whole))
}

/// The key of each entry's actor; bodies whose names mean the same in two languages have one.
fn keys<'e>(case: &Case, entries: &[Entry<'e>]) -> Vec<&'e str> {
    let mut known: Vec<(&str, Option<Parts>)> = Vec::new();
    let mut keys = Vec::with_capacity(entries.len());
    for entry in entries {
        let (Answer::Actor { key, name } | Answer::Named { key, name } | Answer::NotActor { key, name }) = entry.answer
        else {
            keys.push("");
            continue;
        };
        let found = known.iter().find(|(k, _)| k == key).map(|(k, _)| *k);
        keys.push(found.unwrap_or_else(|| {
            // Kinds of actors are one in all languages by their key.
            let parts = (!key.starts_with("actor:") && known.len() < MOST).then(|| case.institutions.parts(name));
            let same = parts.as_ref().and_then(|parts| {
                known.iter().find(|(_, other)| other.as_ref().is_some_and(|other| other.same(parts))).map(|(k, _)| *k)
            });
            if same.is_none() {
                known.push((key, parts));
            }
            same.unwrap_or(key)
        }));
    }
    keys
}

/// Most actors of one incident whose names are compared.
const MOST: usize = 60;
