//! English time expressions: since, until and ranges around what the other files of this folder read.
//!
//! since Sunday, between March 2021 and the following January, April through August, 3–5 December.

mod amount;
mod clock;
mod date;
mod day;
mod feast;
mod period;
mod rolling;
mod year;

use super::{Found, join_clocks, join_decades, numeric};
use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Reading};
use crate::grammar::day_only;
use crate::number;
use crate::sense::Role;

/// The expression that begins at a unit, and what follows it.
pub(crate) fn read(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if cursor.role(at, Role::About) {
        // "Only two days earlier" begins with the amount.
        return None;
    }
    if cursor.role(at, Role::Between) {
        return between(cursor, at, day_first);
    }
    if cursor.role(at, Role::From)
        && let Some(found) = from_to(cursor, at, day_first)
    {
        return Some(found);
    }
    if cursor.any_role(at, &[Role::Since, Role::FromOn]) {
        return since(cursor, at, day_first);
    }
    if cursor.any_role(at, &[Role::Until, Role::By])
        && let Some((reading, next)) = moment(cursor, at + 1, day_first)
    {
        let until = cursor.role(at, Role::Until);
        let expr = if until { Expr::Until(reading.expr.boxed()) } else { reading.expr };
        return Some((Reading { expr, ahead: true, inner: Some(at + 1), ..reading }, next));
    }
    if let Some((count, next)) = number::amount(cursor, at).filter(|(count, _)| (2..=10).contains(count))
        && let Some(weekday) = cursor.weekdays(next)
        && cursor.role(next + 1, Role::Ago)
    {
        return Some((Reading::of(Expr::WeekdaysAgo(count, weekday)), next + 2));
    }
    if cursor.weekdays(at).is_some() && cursor.is_capital(at) {
        return Some((Reading::of(Expr::Every), at + 1));
    }
    if cursor.role(at, Role::Every) {
        let weekday = cursor.weekday(at + 1).is_some() && cursor.is_capital(at + 1);
        return weekday.then(|| (Reading::of(Expr::Every), at + 2));
    }
    if cursor.role(at, Role::DayBefore)
        && let Some(found) = feast::feast(cursor, at)
    {
        return Some(found);
    }
    if let Some(found) = amount::away(cursor, at, day_first).or_else(|| numbers(cursor, at)) {
        return Some(found);
    }
    let found = moment(cursor, at, day_first).or_else(|| on_a_day(cursor, at, day_first))?;
    Some(run_on(cursor, found, day_first))
}

/// One moment or period, without since, until and ranges.
fn moment(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    clock::clock(cursor, at, day_first)
        .or_else(|| feast::feast(cursor, at))
        .or_else(|| day::with_part(cursor, at, day_first))
        .or_else(|| {
            let start = at + usize::from(cursor.role(at, Role::The));
            period::counted_off(cursor, start).map(|(expr, next)| (Reading::of(expr), next))
        })
        .or_else(|| {
            let (reading, next) = day::day(cursor, at, day_first)?;
            Some(clock::after_day(cursor, reading, next))
        })
        .or_else(|| period::period(cursor, at, day_first).map(|(expr, next)| (Reading::of(expr), next)))
        .or_else(|| year::bare(cursor, at))
        .or_else(|| day::part_alone(cursor, at))
}

/// The second end of a range begun without "from": Oct. 19-21, 3–5 December, July 13 through 15, April through August.
fn run_on(cursor: &Cursor<'_, '_>, found: (Reading, usize), day_first: bool) -> (Reading, usize) {
    let (first, next) = found;
    if cursor.role(next, Role::And)
        && let Some((second, after)) = year::decade(cursor, next + 1 + usize::from(cursor.role(next + 1, Role::The)))
        && let Some(expr) = join_decades(&first.expr, &second)
    {
        return (Reading { expr, ..first }, after);
    }
    if first.clock.is_some() || !matches!(first.expr, Expr::Date(_) | Expr::Years(..)) {
        return (first, next);
    }
    let dash = matches!(cursor.mark(next), Some('-' | '–'));
    let named = cursor.month(next).is_some() || cursor.weekday(next).is_some();
    let glued = next > 0 && !dash && cursor.is_glued(next) && named;
    let to = cursor.role(next, Role::To);
    let second_at = if glued { next } else { next + 1 };
    if (dash || to || glued)
        && let Some((second, after)) =
            end_of_range(cursor, second_at, day_first).map(|(second, after)| with_year(cursor, second, after))
        && second.clock.is_none()
        && joinable(&first.expr, &second.expr)
    {
        let period = cursor.role(after, Role::Period);
        let expr = Expr::Range(first.expr.boxed(), second.expr.boxed());
        return (Reading { expr, ..first }, if period { after + 1 } else { after });
    }
    (first, next)
}

/// The year behind a range's last day: January 5–8, 2026.
fn with_year(cursor: &Cursor<'_, '_>, second: Reading, after: usize) -> (Reading, usize) {
    let comma = cursor.after_comma(after);
    match (&second.expr, cursor.year_digits(comma)) {
        (Expr::Date(parts @ Parts { day: Some(_), month: None, year: None, .. }), Some(year)) if comma > after => {
            let expr = Expr::Date(Parts { year: Some(year), ..parts.clone() });
            (Reading { expr, ..second }, comma + 1)
        }
        _ => (second, after),
    }
}

/// A range that begins with a day's number: 3–5 December, 12 to 16 September, 23rd to 26th Oct.
fn numbers(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let (first, next) = cursor.day_digits(at)?;
    let dash = matches!(cursor.mark(next), Some('-' | '–'));
    if !(dash || cursor.role(next, Role::To) || cursor.role(next, Role::And)) || numeric::continues_before(cursor, at) {
        return None;
    }
    let (second, after) = date::in_range(cursor, next + 1)?;
    let last = second.day?;
    let fits = if cursor.role(next, Role::And) { last == first + 1 } else { last > first };
    fits.then(|| {
        let expr = Expr::Range(Expr::Date(day_only(first)).boxed(), Expr::Date(second).boxed());
        (Reading::of(expr), after)
    })
}

/// A date that only "on" makes one: on 22/4, on the 15th.
fn on_a_day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let the = usize::from(cursor.role(at, Role::The));
    let before = at.checked_sub(1)?;
    if !cursor.role(before, Role::Dated) {
        return None;
    }
    let dated = numeric::day_and_month(cursor, at, day_first).filter(|_| cursor.mark(at + 1) == Some('/'));
    let (parts, next) = dated.or_else(|| {
        let (day, next) = cursor.day_digits(at + the)?;
        let bare = cursor.is_gap(next) || cursor.mark(next) == Some('-');
        (the == 1 && next > at + the + 1 && !bare).then(|| (day_only(day), next))
    })?;
    Some((Reading::of(Expr::Date(parts)), next))
}

/// Whether two expressions can be the ends of one range.
fn joinable(first: &Expr, second: &Expr) -> bool {
    match (first, second) {
        (Expr::Date(a), Expr::Date(b)) => {
            let months = a.month.is_some() && a.day.is_some() == b.day.is_some();
            let days = a.day.is_some() && b.day.is_some();
            let weekdays = a.weekday.is_some() && b.weekday.is_some();
            months || days || weekdays
        }
        (Expr::Years(a, ..), Expr::Years(b, ..)) => a < b,
        _ => false,
    }
}

fn since(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let from_on = cursor.role(at, Role::FromOn);
    let skip = usize::from(cursor.any_role(at + 1, &[Role::Dated, Role::About]));
    if cursor.role(at + 1, Role::ToldDay) && !from_on {
        return Some((Reading::of(Expr::Since(Expr::Then.boxed())), at + 2));
    }
    let (first, after) = moment(cursor, at + 1 + skip, day_first)?;
    let plain = !from_on || matches!(&first.expr, Expr::Date(_) | Expr::Whole(..));
    plain.then(|| {
        let expr = Expr::Since(first.expr.boxed());
        (Reading { expr, ahead: from_on, inner: None, ..first }, after)
    })
}

fn from_to(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let (first, after) = end_of_range(cursor, at + 1, day_first)?;
    let bridge = cursor.after_comma(after);
    if !cursor.any_role(bridge, &[Role::To, Role::Until]) && !matches!(cursor.mark(bridge), Some('-' | '–')) {
        return None;
    }
    let (second, next) = end_of_range(cursor, bridge + 1, day_first)?;
    if let Some(joined) = join_clocks(&first, &second) {
        return Some((joined, next));
    }
    let two_numbers =
        |expr: &Expr| matches!(expr, Expr::Date(Parts { day: Some(_), month: None, weekday: None, within: None, .. }));
    if two_numbers(&first.expr) && two_numbers(&second.expr) {
        return None;
    }
    Some((Reading::of(Expr::Range(first.expr.boxed(), second.expr.boxed())), next))
}

fn between(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let (first, after) = end_of_range(cursor, at + 1, day_first)?;
    let bridge = cursor.after_comma(after);
    if !cursor.any_role(bridge, &[Role::And, Role::To]) {
        return None;
    }
    let (second, next) = end_of_range(cursor, bridge + 1, day_first)?;
    if let Some(joined) = join_clocks(&first, &second) {
        return Some((joined, next));
    }
    let numbers = |expr: &Expr| matches!(expr, Expr::Date(Parts { day: Some(_), month: None, .. }));
    // Between 3 and 5 a.m. is a time of one day.
    if numbers(&first.expr) && second.clock.is_some() {
        return Some((Reading { clock: None, ..second }, next));
    }
    if numbers(&first.expr) && numbers(&second.expr) {
        return None;
    }
    Some((Reading::of(Expr::Range(first.expr.boxed(), second.expr.boxed())), next))
}

/// One end of a range: any moment, or a day's number that the other end gives its month.
fn end_of_range(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let start = if cursor.role(at, Role::The) { at + 1 } else { at };
    amount::away(cursor, at, day_first).or_else(|| moment(cursor, start, day_first)).or_else(|| {
        let (day, next) = match cursor.day_digits(start) {
            Some(found) => found,
            None => number::ordinal(cursor, start)
                .filter(|(n, _)| (1..=31).contains(n))
                .map(|(n, next)| (n.unsigned_abs(), next))?,
        };
        // 3 to 10 years is no range of days.
        cursor.unit(next).is_none().then(|| (Reading::of(Expr::Date(day_only(day))), next))
    })
}
