//! Periods placed by a word: last week, the past two months, late June, the third quarter of 2024, the first Monday of October,
//! the summer of 2020, earlier this month.

use super::{date, day, rolling, year};
use crate::cursor::Cursor;
use crate::expression::{Expr, Item, Parts};
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Certainty, Count, DayPart, Edge, Role, Shift, Unit};
use isnad_ledger::Part;

/// A period, however it is placed; an article before it belongs to it.
pub(super) fn period(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let start = if cursor.role(at, Role::The) { at + 1 } else { at };
    rolling::ending(cursor, start, day_first)
        .or_else(|| rolling::split_year(cursor, start))
        .or_else(|| share(cursor, start))
        .or_else(|| year::year(cursor, start))
        .or_else(|| weekend(cursor, start))
        .or_else(|| whole(cursor, start))
        .or_else(|| stretch(cursor, start))
        .or_else(|| rest(cursor, start, day_first))
        .or_else(|| edge(cursor, start))
        .or_else(|| season(cursor, start))
        .or_else(|| then(cursor, start))
        .or_else(|| rolling::around(cursor, start, day_first))
        .or_else(|| months_period(cursor, start, at))
}

/// Last week, this month, the following year, that week, the same month.
fn whole(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let that = cursor.role(at, Role::That);
    let shift = if that { Some(Shift::Same) } else { cursor.shift(at) }?;
    let (unit, Count::One) = cursor.unit(at + 1)? else { return None };
    let next = at + 2;
    match unit {
        Unit::Minute | Unit::Hour | Unit::Half | Unit::Day | Unit::Night => None,
        Unit::Weekend if shift == Shift::Recent => Some((Expr::Whole(unit, Shift::Last), next)),
        // The last quarter of the city.
        Unit::Quarter if cursor.role(next, Role::Of) => None,
        _ if shift == Shift::Recent => Some((Expr::Stretch { count: Some(1), unit, ahead: false }, next)),
        _ => Some((Expr::Whole(unit, shift), next)),
    }
}

/// In those days, during that period.
fn then(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let led = at.checked_sub(1).is_some_and(|before| cursor.any_role(before, &[Role::In, Role::At]));
    let days = matches!(cursor.unit(at + 1), Some((Unit::Day | Unit::Week | Unit::Month, Count::Many)));
    (led && cursor.role(at, Role::That) && (days || cursor.role(at + 1, Role::Period))).then_some((Expr::Then, at + 2))
}

/// The weekend, without saying which.
fn weekend(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let the = at > 0 && cursor.role(at - 1, Role::The);
    let dated = cursor.role(at + 1, Role::Of);
    (the && !dated && cursor.unit(at) == Some((Unit::Weekend, Count::One))).then_some((Expr::Weekend, at + 1))
}

/// The past two weeks, the next few days, recent months, the last 24 hours.
fn stretch(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let ahead = match cursor.shift(at)? {
        Shift::Last | Shift::Recent | Shift::Previous => false,
        Shift::Next | Shift::Following => true,
        Shift::This | Shift::Same | Shift::BeforeLast | Shift::AfterNext | Shift::New => return None,
    };
    let few = cursor.role(at + 1, Role::Few);
    let (count, unit_at) = match number::amount(cursor, at + 1) {
        _ if few => (None, at + 2),
        Some((n, next)) => (Some(n).filter(|n| *n > 0), next),
        None => (None, at + 1),
    };
    let hyphen = usize::from(cursor.mark(unit_at) == Some('-') && count.is_some());
    let (unit, many) = cursor.unit(unit_at + hyphen)?;
    (many == Count::Many || hyphen > 0).then_some((Expr::Stretch { count, unit, ahead }, unit_at + hyphen + 1))
}

/// Earlier this month, later in the week, earlier today.
fn rest(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let ahead = cursor.any_role(at, &[Role::Later, Role::LaterIn]);
    if !ahead && !cursor.any_role(at, &[Role::Earlier, Role::EarlierIn]) {
        return None;
    }
    let the = usize::from(cursor.role(at + 1, Role::The));
    if let Some((of, next)) = whole(cursor, at + 1) {
        return Some(match &of {
            Expr::Whole(_, Shift::This) => (Expr::Rest { of: of.boxed(), ahead }, next),
            _ => (of, next),
        });
    }
    if the == 1
        && let Some((unit @ (Unit::Week | Unit::Month | Unit::Year), Count::One)) = cursor.unit(at + 2)
    {
        return Some((Expr::Rest { of: Expr::Whole(unit, Shift::This).boxed(), ahead }, at + 3));
    }
    let (reading, next) = day::day(cursor, at + 1, day_first)?;
    let day = matches!(&reading.expr, Expr::Date(parts) if parts.spoken.is_some() || parts.weekday.is_some());
    (day && reading.part.is_none()).then_some((reading.expr, next))
}

/// Third quarter, Q3 2024, the first half of last year.
fn share(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (n, unit, next) = if let Some(n) = cursor.quarter(at) {
        (i8::try_from(n).ok()?, Unit::Quarter, at + 1)
    } else {
        let (n, next) = number::ordinal(cursor, at)?;
        let hyphen = usize::from(cursor.mark(next) == Some('-'));
        let (unit @ (Unit::Quarter | Unit::Half), Count::One) = cursor.unit(next + hyphen)? else { return None };
        (n, unit, next + hyphen + 1)
    };
    let limit = if unit == Unit::Quarter { 4 } else { 2 };
    // The last quarter of 2024 is its fourth; last quarter alone is the one before this.
    let last = n == -1;
    let n = if last { limit } else { u8::try_from(n).ok().filter(|n| *n <= limit)? };
    let of = if cursor.any_role(next, &[Role::Of, Role::In]) { next + 1 } else { next };
    if let Some((container, after)) = container(cursor, of).filter(|(expr, _)| !matches!(expr, Expr::Stretch { .. })) {
        return Some((Expr::Share { n, unit, of: Some(container.boxed()) }, after));
    }
    (unit == Unit::Quarter && of == next && !last).then_some((Expr::Share { n, unit, of: None }, next))
}

/// The first Monday of October, last week of September, the last two days of May, third day of the month.
pub(super) fn counted_off(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (n, next) = number::ordinal(cursor, at)?;
    let last = cursor.ordinal_word(next) == Some(-1);
    let (n, next) = if last && n > 0 { (-n, next + 1) } else { (n, next) };
    if cursor.role(next, Role::WeekOf) {
        let (of, after) = container(cursor, next + 1)?;
        return Some((Expr::Nth { n, count: 1, item: Item::Unit(Unit::Week), of: of.boxed() }, after));
    }
    let (item, count, next) = if let Some((weekday, _)) = cursor.weekday(next) {
        (Item::Weekday(weekday), 1, next + 1)
    } else {
        let (count, unit_at) = match cursor.unit(next) {
            Some(_) => (1, next),
            None if cursor.role(next, Role::Few) => return None,
            None => number::amount(cursor, next)?,
        };
        let unit = cursor.unit(unit_at)?.0;
        if matches!(unit, Unit::Quarter | Unit::Half | Unit::Century) {
            return None;
        }
        (Item::Unit(unit), count, unit_at + 1)
    };
    if !cursor.any_role(next, &[Role::Of, Role::In]) {
        return None;
    }
    let (of, after) = container(cursor, next + 1)?;
    Some((Expr::Nth { n, count, item, of: of.boxed() }, after))
}

/// Something that has parts: a month, a year, a placed period, or the month, the year for the present one.
fn container(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let the = cursor.role(at, Role::The);
    let start = if the { at + 1 } else { at };
    if let Some((calendar, n, certainty)) = cursor.month(start)
        && (cursor.is_capital(start) || certainty == Certainty::Sure)
    {
        return Some(match date::date(cursor, start, true) {
            Some((parts, next)) if parts.day.is_none() => (Expr::Date(parts), next),
            _ => (Expr::Date(Parts { month: Some((calendar, n)), ..Parts::default() }), start + 1),
        });
    }
    if let Some(found) = whole(cursor, start).or_else(|| year::year(cursor, start)).or_else(|| season(cursor, start)) {
        return Some(found);
    }
    if let Some((parts, next)) = date::date(cursor, start, true).filter(|(parts, _)| parts.day.is_none()) {
        return Some((Expr::Date(parts), next));
    }
    if let Some(year) = cursor.year_digits(start) {
        return Some((Expr::Years(year, year + 1, Unit::Year), start + 1));
    }
    let unit = cursor.unit(start).filter(|(unit, count)| {
        *count == Count::One
            && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Decade | Unit::Century)
    });
    let (unit, _) = unit.filter(|_| the)?;
    Some((Expr::Whole(unit, Shift::This), start + 1))
}

/// Late June, mid-March, the end of the month, early 1990s, late last year.
fn edge(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    // By year's end.
    if cursor.unit(at) == Some((Unit::Year, Count::One))
        && cursor.is_possessive(at)
        && cursor.edge(at + 1) == Some(Edge::Late)
    {
        return Some((Expr::Edge(Edge::Late, Expr::Whole(Unit::Year, Shift::This).boxed()), at + 2));
    }
    let edge = cursor.edge(at)?;
    let of = if cursor.any_role(at + 1, &[Role::Of, Role::In]) { at + 2 } else { at + 1 };
    let hyphen = usize::from(cursor.mark(of) == Some('-'));
    if let Some((decade, next)) = year::decade(cursor, of + hyphen) {
        return Some((Expr::Edge(edge, decade.boxed()), next));
    }
    let (container, next) = container(cursor, of + hyphen).or_else(|| {
        // The end of the phrase already took "the": end of month, start of year.
        let unit = cursor.unit(of).filter(|(unit, _)| matches!(unit, Unit::Month | Unit::Year | Unit::Week))?;
        Some((Expr::Whole(unit.0, Shift::This), of + 1))
    })?;
    let day = matches!(container, Expr::Whole(Unit::Day | Unit::Night, _));
    (!day).then(|| (Expr::Edge(edge, container.boxed()), next))
}

/// This winter, last summer, the summer of 2020, in the spring.
fn season(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let shift = cursor.shift(at);
    let name = if shift.is_some() { at + 1 } else { at };
    let season = cursor.season(name)?;
    if shift.is_some() {
        return Some((Expr::Season { season, year: None, shift }, name + 1));
    }
    let of = if cursor.any_role(name + 1, &[Role::Of, Role::In]) { name + 2 } else { name + 1 };
    if let Some(year) = cursor.year_digits(of) {
        return Some((Expr::Season { season, year: Some(year), shift: None }, of + 1));
    }
    if let Some(shift) = cursor.shift(of)
        && cursor.unit(of + 1) == Some((Unit::Year, Count::One))
    {
        let shift = if shift == Shift::Recent { Shift::Last } else { shift };
        return Some((Expr::SeasonOf { season, year: Expr::Whole(Unit::Year, shift).boxed() }, of + 2));
    }
    let the = at > 0 && cursor.role(at - 1, Role::The);
    let before = if the { at.checked_sub(2) } else { at.checked_sub(1) };
    let led = before
        .is_some_and(|before| cursor.any_role(before, &[Role::In, Role::By, Role::Since, Role::Until, Role::Before]));
    (led && of == name + 1 && !cursor.is_capital(name))
        .then_some((Expr::Season { season, year: None, shift: None }, name + 1))
}

/// The January–September period.
fn months_period(cursor: &Cursor<'_, '_>, start: usize, at: usize) -> FoundExpr {
    let month = |at: usize| match cursor.month(at) {
        Some((calendar, n, Certainty::Sure | Certainty::Weak)) if cursor.is_capital(at) => {
            Some(Expr::Date(Parts { month: Some((calendar, n)), ..Parts::default() }))
        }
        _ => None,
    };
    let first = month(start).filter(|_| start > at)?;
    let dash = matches!(cursor.mark(start + 1), Some('-' | '–')) || cursor.role(start + 1, Role::To);
    let second_at = if dash { start + 2 } else { start + 1 };
    let second = month(second_at)?;
    let period = usize::from(cursor.role(second_at + 1, Role::Period));
    Some((Expr::Range(first.boxed(), second.boxed()), second_at + 1 + period))
}

/// Whether a part of the day needs no preposition: noon, midnight, pre-dawn, overnight before a full stop or a noun.
pub(super) fn is_alone(part: DayPart, cursor: &Cursor<'_, '_>, at: usize) -> bool {
    let long = cursor.get(at).is_some_and(|unit| unit.end - unit.start >= 7);
    match part {
        DayPart::Of(Part::Dawn) | DayPart::Of(Part::Night) => long,
        _ => false,
    }
}
