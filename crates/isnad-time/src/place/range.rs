//! Ranges: from one day to another, both included; since; until. Each half lends the other the month and year it lacks.

use super::{Context, Lean, Placed, amount, place};
use crate::expression::{Base, Expr, Parts};
use crate::reference::Direction;
use crate::sense::{Shift, Tense, Unit};
use isnad_ledger::{Grain, TimeKind};

/// From the start of one to the end of the other.
pub(super) fn range(from: &Expr, to: &Expr, context: &Context) -> Option<Placed> {
    let (from, to) = lend(from, to);
    // Only the second half may say which year: it is placed first then, and the first half looks back from it.
    let anchored = |expr: &Expr| match expr {
        Expr::Date(parts) => parts.year.is_some() || parts.shift.is_some() || parts.spoken.is_some(),
        _ => false,
    };
    let (left, right) = if anchored(&to) && !anchored(&from) && matches!(from, Expr::Date(_)) {
        let right = place(&to, context)?;
        let back = Context { spoken: right.start, direction: Direction::Past, ..*context };
        (place(&from, &back)?, right)
    } else {
        let left = place(&from, context)?;
        let mut right = place(&to, context)?;
        if right.start < left.start || needs_floor(&to) {
            let later = Context { floor: left.start, told: left.start, told_period: left.period(), ..*context };
            right = place(&to, &later)?;
        }
        (left, right)
    };
    let (start, end) = (left.start?, right.end?);
    let grain = if left.grain == right.grain { left.grain } else { finer(left.grain, right.grain) };
    (start < end).then_some(Placed {
        start: Some(start),
        end: Some(end),
        grain,
        kind: TimeKind::Range,
        conflict: left.conflict || right.conflict,
    })
}

/// A range that no tense places, read once more as one of the past: it is so if all of it lies in this year and is over.
pub(super) fn over(from: &Expr, to: &Expr, context: &Context) -> Option<Placed> {
    let spoken = context.spoken.filter(|_| context.lean() == Lean::Open && context.direction == Direction::Tense)?;
    let past = Context { direction: Direction::Past, ..*context };
    range(from, to, &past).filter(|placed| {
        placed.start.is_some_and(|start| start.year() == spoken.year()) && placed.end.is_some_and(|end| end <= spoken)
    })
}

/// "The following January" and "the end of that year" look on from the first half.
fn needs_floor(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Date(Parts { shift: Some(Shift::Following | Shift::Next), spoken: None, .. })
            | Expr::Whole(_, Shift::Following | Shift::Same)
    ) || matches!(expr, Expr::Edge(_, of) if needs_floor(of))
}

fn finer(a: Grain, b: Grain) -> Grain {
    let rank = |grain: Grain| match grain {
        Grain::Minute | Grain::Hour | Grain::Day => 0,
        Grain::Week => 1,
        Grain::Month => 2,
        Grain::Quarter | Grain::Season => 3,
        Grain::Year => 4,
        Grain::Decade | Grain::Vague => 5,
    };
    if rank(a) <= rank(b) { a } else { b }
}

/// What one half says for both.
fn lend(from: &Expr, to: &Expr) -> (Expr, Expr) {
    let (Expr::Date(left), Expr::Date(right)) = (from, to) else {
        return (from.clone(), to.clone());
    };
    let (mut left, mut right) = (left.clone(), right.clone());
    if left.day.is_some() && left.month.is_none() && left.within.is_none() {
        left.month = right.month;
        left.within.clone_from(&right.within);
        left.year = left.year.or(right.year);
        left.shift = left.shift.or(right.shift);
    }
    // من 10 شباط وحتى 20 منه.
    let of_it = |parts: &Parts| matches!(parts.within.as_deref(), Some(Expr::Whole(Unit::Month, Shift::Same)));
    if of_it(&right) && left.month.is_some() {
        right.within = None;
    }
    if right.day.is_some() && right.month.is_none() && right.within.is_none() && right.weekday.is_none() {
        right.month = left.month;
        right.within.clone_from(&left.within);
        right.year = right.year.or(left.year);
        right.shift = right.shift.or(left.shift);
    }
    // Between June and December of that year.
    if let (Some(_), Some(_), None, None) = (left.month, right.month, left.year, left.shift)
        && left.within.is_none()
        && matches!(right.within.as_deref(), Some(Expr::Whole(Unit::Year, _)))
    {
        left.within.clone_from(&right.within);
    }
    // March 13 to 15, 2024 and from March to May 2024 say the year once, and it is that of both or of the year before.
    if let (Some((calendar, m1)), Some((other, m2)), None, Some(year)) =
        (left.month, right.month, left.year, right.year)
        && calendar == other
    {
        left.year = Some(if (m1, left.day) <= (m2, right.day) { year } else { year - 1 });
        left.shift = None;
    }
    if let (Some((calendar, m1)), Some((other, m2)), Some(year), None) =
        (left.month, right.month, left.year, right.year)
        && calendar == other
        && right.shift.is_none()
    {
        right.year = Some(if (m1, left.day) <= (m2, right.day) { year } else { year + 1 });
    }
    (Expr::Date(left), Expr::Date(right))
}

/// From the start of something on. An amount counts to the day: since five months ago.
pub(super) fn since(from: &Expr, context: &Context) -> Option<Placed> {
    if let Expr::Away { amount, ahead: false, base } = from
        && amount.count.is_some()
    {
        let base = match base {
            Base::Named(_) => return None,
            _ => context.spoken?,
        };
        // قتل منذ يومين: what happened and is over happened then.
        let short = matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Week);
        if short && context.tense == Some(Tense::Past) {
            return amount::away(amount, false, &Base::Spoken, context);
        }
        let start = amount::exact_day(amount, false, base)?;
        return Some(Placed::open(Some(start), None, Grain::Day, TimeKind::Range));
    }
    // What has gone on since 8 October began on the last one, however long ago.
    let begun = context.lean() != Lean::Future && context.direction == Direction::Tense;
    let context = if begun { &Context { direction: Direction::Past, ..*context } } else { context };
    let placed = place(from, context)?;
    match placed.start {
        Some(start) => Some(Placed { start: Some(start), end: None, kind: TimeKind::Range, ..placed }),
        // "Since days" says when it was no more than "days ago" does.
        None => Some(placed),
    }
}

/// Up to the end of a date that is past. A day that is only pointed at (حتى صباح اليوم التالي) and what lies ahead are
/// deadlines and keep their own days.
pub(super) fn until(to: &Expr, context: &Context) -> Option<Placed> {
    let placed = place(to, context)?;
    let past = placed.end.zip(context.spoken).is_none_or(|(end, spoken)| end <= spoken);
    let named = match to {
        Expr::Date(parts) => parts.spoken.is_none(),
        _ => placed.grain != Grain::Day,
    };
    let opens = past && named && placed.kind == TimeKind::Instant;
    Some(if opens { Placed { start: None, kind: TimeKind::Range, ..placed } } else { placed })
}
