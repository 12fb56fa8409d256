//! Positions on when: days that overlap are one answer, days that do not exclude each other.

use super::{Asked, Entry, Stand};
use crate::claim::Answer;
use isnad_ledger::{Moment, QuestionKind, Value};
use jiff::civil::Date;

pub(super) fn asked(entries: &[Entry]) -> Option<Asked> {
    let mut stands: Vec<((Date, Date), Stand)> = Vec::new();
    let mut days: Vec<(Date, Date, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| match entry.answer {
            Answer::Days(start, end) => Some((*start, *end, at)),
            _ => None,
        })
        .collect();
    // Fine days first, so that "in the night to Tuesday" joins the day it names most closely.
    days.sort_by_key(|(start, end, at)| ((*end - *start).get_days(), *start, *at));
    for (start, end, at) in days {
        match stands.iter_mut().find(|((s, e), _)| *s < end && start < *e) {
            Some((_, stand)) => stand.by.push(at),
            None => stands.push(((start, end), Stand { by: vec![at], ..Stand::default() })),
        }
    }
    stands.sort_by_key(|(days, _)| *days);
    let mut conflicts = Vec::new();
    for i in 0..stands.len() {
        for j in i + 1..stands.len() {
            conflicts.push((i, j, "the days are not the same"));
        }
    }
    let stands: Vec<Stand> = stands
        .into_iter()
        .map(|((start, end), mut stand)| {
            stand.by.sort_unstable();
            Stand { value: Some(Value::Days(Some(Moment::day(start)), Some(Moment::day(end)))), ..stand }
        })
        .collect();
    (!stands.is_empty()).then_some(Asked { question: QuestionKind::Date, about: None, stands, conflicts })
}
