//! Positions on how many. A later number of the same origin is an update of its earlier one; ranges that do not meet
//! exclude each other; a denied toll stands against the highest one that is not the denier's own.

use super::{Asked, Entry, Stand, roots};
use crate::claim::Answer;
use isnad_ledger::{QuestionKind, Range, Value};

pub(super) fn asked(question: QuestionKind, entries: &[Entry]) -> Option<Asked> {
    let range = |at: usize| match entries[at].answer {
        Answer::Number(range) => Some(*range),
        _ => None,
    };
    let mut numbers: Vec<usize> = (0..entries.len()).filter(|&at| range(at).is_some()).collect();
    numbers.sort_by_key(|&at| (entries[at].time.is_none(), entries[at].time));
    let newest = |at: usize| {
        let entry = &entries[at];
        let later = |other: &&usize| {
            let other = &entries[**other];
            other.time > entry.time && entry.time.is_some() && other.roots.iter().any(|r| entry.roots.contains(r))
        };
        numbers
            .iter()
            .rev()
            .filter(later)
            .find(|&&other| range(other).is_some_and(|r| Some(r) != range(at) && !same(r, range(at))))
            .copied()
    };
    let mut stands: Vec<(Range, Stand)> = Vec::new();
    let mut old: Vec<(usize, usize)> = Vec::new();
    for &at in &numbers {
        let Some(mine) = range(at) else { continue };
        if let Some(later) = newest(at) {
            old.push((at, later));
            continue;
        }
        match stands.iter_mut().find(|(theirs, _)| same(*theirs, Some(mine))) {
            Some((theirs, stand)) => {
                // "At least 14" and "14" are one answer; the more careful form is shown.
                if mine.high().is_none() {
                    *theirs = mine;
                }
                stand.by.push(at);
            }
            None => stands.push((mine, Stand { by: vec![at], ..Stand::default() })),
        }
    }
    for (at, later) in old {
        let Some((mine, newest)) = range(at).zip(range(later)) else { continue };
        let Some((_, stand)) = stands.iter_mut().find(|(theirs, _)| same(*theirs, Some(newest))) else { continue };
        let value = Value::Range(mine);
        match stand.updates.iter_mut().find(|(old, _)| *old == value) {
            Some((_, by)) => by.push(at),
            None => stand.updates.push((value, vec![at])),
        }
    }
    stands.sort_by_key(|(range, _)| (range.low(), range.high().unwrap_or(u32::MAX)));
    let ranges: Vec<Range> = stands.iter().map(|(range, _)| *range).collect();
    let mut stands: Vec<Stand> =
        stands.into_iter().map(|(range, stand)| Stand { value: Some(Value::Range(range)), ..stand }).collect();
    let mut conflicts = Vec::new();
    for (i, a) in ranges.iter().enumerate() {
        for (j, b) in ranges.iter().enumerate().skip(i + 1) {
            if !a.meets(*b) {
                conflicts.push((i, j, "the numbers do not meet"));
            }
        }
    }
    for (at, entry) in entries.iter().enumerate().filter(|(_, e)| matches!(e.answer, Answer::NoNumber)) {
        let denied = (0..ranges.len()).rev().find(|&i| {
            let theirs = roots(entries, &stands[i].by);
            !entry.roots.iter().any(|r| theirs.contains(r))
        });
        let Some(denied) = denied else { continue };
        let own = (0..ranges.len()).any(|i| roots(entries, &stands[i].by).iter().any(|r| entry.roots.contains(r)));
        // Whoever gives a number of his own stands on that one already.
        if own {
            continue;
        }
        let denies = Some(Value::Range(ranges[denied]));
        match stands.iter().position(|s| s.value.is_none() && s.denies == denies) {
            Some(there) => stands[there].by.push(at),
            None => {
                stands.push(Stand { denies, by: vec![at], ..Stand::default() });
                conflicts.push((denied, stands.len() - 1, "the number is denied"));
            }
        }
    }
    (!stands.is_empty()).then_some(Asked { question, about: None, stands, conflicts })
}

/// One answer in two forms: the same range, or the same number said to be a least one.
fn same(a: Range, b: Option<Range>) -> bool {
    b.is_some_and(|b| a == b || a.low() == b.low() && a.meets(b))
}
