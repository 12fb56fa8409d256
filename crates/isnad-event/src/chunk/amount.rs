//! Numbers as a toll gives them: at least ten, dozens, between six and eight, ما لا يقل عن. A number's noun is not looked at here.

use crate::cells::Cells;
use crate::sense::Words;

/// A number with the words that bound it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) low: u32,
    pub(super) high: Option<u32>,
    pub(super) next: usize,
    /// Dozens, hundreds.
    pub(super) round: bool,
}

pub(super) fn amount(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Amount> {
    let (mut at, mut open, mut up_to, mut between) = (start, false, false, false);
    for _ in 0..3 {
        let cell = cells.get(at);
        let Some(sense) = cell.sense else { break };
        if sense.words.any(Words::AT_LEAST.and(Words::MORE_THAN)) {
            open = true;
        } else if sense.words.any(Words::UP_TO) {
            up_to = true;
        } else if sense.words.any(Words::BETWEEN) && sense.number.is_none() {
            between = true;
        } else if !sense.words.any(Words::ABOUT) {
            break;
        }
        at += usize::from(cell.length.max(1));
    }
    let many = |words: Words| cells.is(at, words);
    let round = if many(Words::DOZENS) { Some(20) } else { many(Words::HUNDREDS).then_some(200) };
    if let Some(low) = round {
        return (at < end).then_some(Amount { low, high: None, next: at + 1, round: true });
    }
    if at >= end || (cells.get(at).article && cells.get(at).sense.is_some_and(|s| s.number == Some(1))) {
        return None;
    }
    let (low, next) = cells.number(at)?;
    let glued_dash = matches!(cells.mark(next), Some('-' | '–')) && cells.number(next + 1).is_some();
    if glued_dash || (cells.is(next, Words::TO) && !cells.is(next, Words::ANOTHER) && next + 1 < end) {
        let joins = glued_dash || between || matches!(cells.form(next), "to" | "or" | "او" | "الى");
        if let Some((high, after)) = cells.number(next + 1).filter(|(high, _)| joins && *high > low) {
            return Some(Amount { low, high: Some(high), next: after, round: false });
        }
    }
    // بين 6 و8: the second number has the conjunction written onto it, as a token of its own.
    if between && cells.lexicon.arabic {
        let second = if cells.form(next) == "و" { next + 1 } else { next };
        if let Some((high, after)) = cells.number(second).filter(|(high, _)| *high > low) {
            return Some(Amount { low, high: Some(high), next: after, round: false });
        }
    }
    if between {
        return None;
    }
    let mut next = next;
    if cells.form(next) == "or" && matches!(cells.form(next + 1), "more") {
        open = true;
        next += 2;
    }
    Some(match (open, up_to) {
        (true, _) => Amount { low, high: None, next, round: false },
        (_, true) => Amount { low: 0, high: Some(low), next, round: false },
        _ => Amount { low, high: Some(low), next, round: false },
    })
}

pub(super) fn is_year(cells: &Cells<'_, '_>, at: usize, value: u32) -> bool {
    (1900..2100).contains(&value) && cells.form(at).len() == 4
}
