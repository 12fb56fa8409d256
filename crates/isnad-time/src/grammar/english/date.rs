//! Dates of a month: Oct. 19, 19 October 2025, the 19th of October, March first, October 2024, 10 Ramadan 1446.

use crate::cursor::Cursor;
use crate::expression::{Calendar, Expr, Parts};
use crate::grammar::numeric;
use crate::number;
use crate::sense::{Certainty, Count, Role, Shift, Unit};

/// A date with a month: a day of one, or a month that is sure to be one.
pub(super) fn date(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    if let Some(found) = numeric::date(cursor, at, day_first) {
        return Some(found);
    }
    if let Some(found) = day_then_month(cursor, at) {
        return Some(found);
    }
    month_then_day(cursor, at).or_else(|| month(cursor, at)).or_else(|| year_then_month(cursor, at))
}

/// A date where one must stand, after a weekday or "on": also 22/4.
pub(super) fn dated(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    date(cursor, at, day_first).or_else(|| numeric::day_and_month(cursor, at, day_first))
}

/// A month's name, its full stop, and whether it needs company.
fn name(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Calendar, u8, Certainty, usize)> {
    let (calendar, n, certainty) = cursor.month(at)?;
    let stop = certainty == Certainty::Abbreviation;
    Some((calendar, n, certainty, if stop { cursor.after_stop(at + 1) } else { at + 1 }))
}

/// 19 October, 19th of October, the first of March, 20th of next month.
fn day_then_month(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let start = if cursor.role(at, Role::The) { at + 1 } else { at };
    if numeric::continues_before(cursor, start) { None } else { in_range(cursor, start) }
}

/// A day with its month also as the second end of a range, where digits run on from the first.
pub(super) fn in_range(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let (day, mut next) = match cursor.day_digits(at) {
        Some(found) => found,
        None => number::ordinal(cursor, at)
            .filter(|(n, _)| (1..=31).contains(n))
            .map(|(n, next)| (n.unsigned_abs(), next))?,
    };
    let ordinal = cursor.plain(at).is_none() || next > at + 1;
    if ordinal && cursor.unit(next) == Some((Unit::Day, Count::One)) {
        next += 1;
    }
    let of = cursor.role(next, Role::Of);
    let slash = matches!(cursor.mark(next), Some('-' | '/')) && cursor.is_glued(next);
    let month_at = if of || slash { next + 1 } else { next };
    if let Some((calendar, n, _, after)) = name(cursor, month_at) {
        if cursor.plain(at).is_none() && !of {
            return None;
        }
        let parts = Parts { day: Some(day), month: Some((calendar, n)), ..Parts::default() };
        return Some(tail(cursor, parts, after));
    }
    if !of {
        return None;
    }
    // The 20th of next month, of the month.
    let the = usize::from(cursor.role(month_at, Role::The));
    let shift = cursor.shift(month_at + the);
    let month_at = month_at + the + usize::from(shift.is_some());
    let month = cursor.unit(month_at) == Some((Unit::Month, Count::One)) && (shift.is_some() || the > 0);
    month.then(|| {
        let within = Expr::Whole(Unit::Month, period_shift(shift.unwrap_or(Shift::This)));
        (Parts { day: Some(day), within: Some(within.boxed()), ..Parts::default() }, month_at + 1)
    })
}

fn period_shift(shift: Shift) -> Shift {
    if shift == Shift::Recent { Shift::Last } else { shift }
}

/// October 19, Oct. 19th, March the 3rd, March first.
fn month_then_day(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let (calendar, n, certainty, after) = name(cursor, at)?;
    if calendar == Calendar::Hijri {
        return None;
    }
    let the = if cursor.role(after, Role::The) { after + 1 } else { after };
    let (day, next) = match cursor.day_digits(the) {
        Some(found) => found,
        None => number::ordinal(cursor, the)
            .filter(|(n, _)| (1..=31).contains(n))
            .map(|(n, next)| (n.unsigned_abs(), next))
            .filter(|_| certainty != Certainty::Abbreviation)?,
    };
    // March 2024 has no day; May 10 people may have been killed in, but 10:30 is a clock.
    let colon = cursor.mark(next) == Some(':') && cursor.plain(next + 1).is_some() && cursor.is_glued(next);
    let share = matches!(cursor.mark(next), Some('%' | '/')) && cursor.is_glued(next);
    let capital = cursor.is_capital(at) || cursor.len() < 12;
    if colon || share || !capital {
        return None;
    }
    let parts = Parts { day: Some(day), month: Some((calendar, n)), ..Parts::default() };
    Some(tail(cursor, parts, next))
}

/// A month alone or with its year.
fn month(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let shift = cursor.shift(at).filter(|_| cursor.month(at + 1).is_some());
    let name_at = if shift.is_some() { at + 1 } else { at };
    let (calendar, n, certainty, after) = name(cursor, name_at)?;
    let bare = Parts { month: Some((calendar, n)), shift, ..Parts::default() };
    let (parts, next) = tail(cursor, bare, after);
    let supported = parts.year.is_some() || parts.within.is_some() || parts.shift.is_some();
    if supported {
        return (cursor.is_capital(name_at) || certainty != Certainty::Weak || shift.is_some())
            .then_some((parts, next));
    }
    if !cursor.is_capital(name_at) && name_at > 0 {
        return None;
    }
    let led = name_at.checked_sub(1).is_some_and(|before| {
        let roles = [
            Role::In,
            Role::Since,
            Role::By,
            Role::Until,
            Role::From,
            Role::To,
            Role::Between,
            Role::And,
            Role::Of,
            Role::Before,
            Role::After,
            Role::Within,
            Role::FromOn,
            Role::For,
        ];
        cursor.any_role(before, &roles)
            || cursor.edge(before).is_some()
            || (matches!(cursor.mark(before), Some('-' | '–')) && before > 0 && cursor.month(before - 1).is_some())
    });
    let ranged = cursor.role(next, Role::To) || matches!(cursor.mark(next), Some('-' | '–'));
    let led = led || (ranged && cursor.month(next + 1).is_some() && cursor.is_capital(next + 1));
    let named = matches!(calendar, Calendar::Hijri) && led;
    // April Smith and May Day are no months: a capital word right behind speaks against one.
    let name_behind = cursor.is_gap(next) && cursor.is_capital(next) && !cursor.is_possessive(name_at);
    let fits = match certainty {
        Certainty::Sure => calendar == Calendar::Common,
        Certainty::Weak => (led || cursor.len() <= 2) && calendar == Calendar::Common,
        Certainty::Abbreviation => false,
    };
    ((fits && !(name_behind && certainty == Certainty::Weak)) || named).then_some((parts, next))
}

/// 2016 November, 2019-sep-1.
fn year_then_month(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let year = cursor.year_digits(at)?;
    let glue = matches!(cursor.mark(at + 1), Some('-' | '/' | ','));
    let month_at = if glue { at + 2 } else { at + 1 };
    let (calendar, n, certainty, after) = name(cursor, month_at)?;
    let written = glue || (cursor.is_capital(month_at) && certainty == Certainty::Sure);
    if calendar != Calendar::Common || !written {
        return None;
    }
    let parts = Parts { month: Some((calendar, n)), year: Some(year), ..Parts::default() };
    let day_at = if matches!(cursor.mark(after), Some('-' | '/')) { after + 1 } else { return None };
    match cursor.day_digits(day_at) {
        Some((day, next)) => Some((Parts { day: Some(day), ..parts }, next)),
        None => Some((parts, after)),
    }
}

/// What follows a month: a year, last year, of this year.
fn tail(cursor: &Cursor<'_, '_>, mut parts: Parts, at: usize) -> (Parts, usize) {
    let comma = cursor.after_comma(at);
    // 31/Oct/1974; October 13-15 is a range.
    let glue = matches!(cursor.mark(at), Some('-' | '/')) && cursor.is_glued(at) && parts.day.is_some();
    let of = if cursor.any_role(comma, &[Role::Of, Role::In]) { comma + 1 } else { comma };
    let year_at = if glue { at + 1 } else { of };
    if let Some(year) = cursor.year_digits(year_at)
        && !(cursor.mark(year_at + 1) == Some(':') && cursor.is_glued(year_at + 1))
    {
        parts.year = Some(year);
        return (parts, year_at + 1);
    }
    if let Some((year, next)) = number::year_words(cursor, of) {
        parts.year = Some(year);
        return (parts, next);
    }
    let the = if cursor.role(of, Role::The) { of + 1 } else { of };
    let placed = if cursor.role(the, Role::That) { Some(Shift::Same) } else { cursor.shift(the) };
    if let Some(shift) = placed
        && cursor.unit(the + 1) == Some((Unit::Year, Count::One))
        && (comma == at || of > comma)
    {
        parts.within = Some(Expr::Whole(Unit::Year, period_shift(shift)).boxed());
        parts.shift = None;
        return (parts, the + 2);
    }
    (parts, at)
}
