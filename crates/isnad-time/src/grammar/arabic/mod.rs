//! Arabic time expressions: since, until and ranges around what the other files of this folder read.
//!
//! منذ مطلع 2024, من الاثنين إلى الخميس, بين 4 و18 آب الجاري, ليلة الثلاثاء إلى الأربعاء.

mod amount;
mod clock;
mod date;
mod day;
mod feast;
mod part;
mod period;
mod rolling;
mod within;
mod year;

use super::{Found, join_clocks, join_decades, numeric};
use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Reading};
use crate::sense::{Count, DayPart, Role, Unit};
use isnad_ledger::Part;

/// The expression that begins at a unit, and what follows it.
pub(crate) fn read(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if cursor.any_role(at, &[Role::Since, Role::FromOn]) {
        return since(cursor, at, day_first);
    }
    if cursor.role(at, Role::Between) {
        return between(cursor, at, day_first);
    }
    if cursor.role(at, Role::From)
        && let Some(found) = from_to(cursor, at, day_first)
    {
        return Some(found);
    }
    if cursor.any_role(at, &[Role::Until, Role::By])
        && let Some((reading, next)) = moment(cursor, at + 1, day_first)
    {
        let until = cursor.role(at, Role::Until);
        let expr = if until { Expr::Until(reading.expr.boxed()) } else { reading.expr };
        return Some((Reading { expr, ahead: true, inner: Some(at + 1), ..reading }, next));
    }
    if let Some(next) = every(cursor, at) {
        return Some((Reading::of(Expr::Every), next));
    }
    if cursor.role(at, Role::DayBefore)
        && let Some(found) = feast::feast(cursor, at)
    {
        return Some(found);
    }
    if let Some(found) = amount::away(cursor, at, day_first) {
        return Some(found);
    }
    if let Some(found) = nights(cursor, at).or_else(|| numbers(cursor, at)) {
        return Some(found);
    }
    let found = moment(cursor, at, day_first)?;
    Some(run_on(cursor, found, day_first))
}

/// One moment or period, without since, until and ranges.
fn moment(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    // The words that only introduce: يوم, في.
    clock::clock(cursor, at, day_first)
        .or_else(|| feast::feast(cursor, at))
        .or_else(|| {
            let (reading, next) = part::with_part(cursor, at, day_first)?;
            Some(clock::after_day(cursor, reading, next))
        })
        .or_else(|| {
            let (expr, next) = day::day(cursor, at, day_first)?;
            // الليلة الماضية and هذه الليلة are a day by name and a part of it.
            let named = matches!(cursor.day(at), Some((_, true)));
            let night = named || matches!(cursor.unit(at + 1), Some((Unit::Night, _))) && next == at + 2;
            // الخميس ليلا.
            let adverb = cursor.adverb(next).filter(|_| !cursor.has_conjunction(next) && !cursor.has_article(next));
            let part = night.then_some(DayPart::Of(Part::Night)).or(adverb);
            let next = if adverb.is_some() { next + 1 } else { next };
            Some(clock::after_day(cursor, Reading { part, ..Reading::of(expr) }, next))
        })
        .or_else(|| period::period(cursor, at, day_first).map(|(expr, next)| (Reading::of(expr), next)))
        .or_else(|| year::bare(cursor, at))
        .or_else(|| part::part_alone(cursor, at))
}

/// The second day of a range that was begun without من: 3–5 ديسمبر, تموز 13 إلى 15, 2019-2021.
fn run_on(cursor: &Cursor<'_, '_>, found: (Reading, usize), day_first: bool) -> (Reading, usize) {
    let (first, next) = found;
    let and = if cursor.role(next, Role::And) { next + 1 } else { next };
    if (and > next || cursor.has_conjunction(next))
        && let Some((second, after)) = year::year(cursor, and)
        && let Some(expr) = join_decades(&first.expr, &second)
    {
        return (Reading { expr, ..first }, after);
    }
    let joinable = matches!(first.expr, Expr::Date(_) | Expr::Years(..)) && first.clock.is_none();
    if joinable
        && let Some(bridge) = bridge(cursor, next)
        && let Some((second, after)) = end_of_range(cursor, bridge, day_first)
        && second.clock.is_none()
        && same_kind(&first.expr, &second.expr)
    {
        let expr = Expr::Range(first.expr.boxed(), second.expr.boxed());
        return (Reading { expr, ..first }, after);
    }
    (first, next)
}

/// A dash or إلى between the ends of a range, and where the second begins.
fn bridge(cursor: &Cursor<'_, '_>, at: usize) -> Option<usize> {
    let dash = matches!(cursor.mark(at), Some('-' | '–'));
    let to = cursor.role(at, Role::To) && !cursor.has_preposition(at);
    (dash || to).then_some(at + 1)
}

/// A range that begins with a day's number: 3–5 ديسمبر, 13 إلى 15 تموز, 3 و4 ديسمبر.
fn numbers(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let days = matches!(cursor.unit(at), Some((Unit::Day | Unit::Night, Count::Pair | Count::Many)));
    let (first, next) = date::number_only(cursor, if days { at + 1 } else { at })?;
    if numeric::continues_before(cursor, at) {
        return None;
    }
    let day = |parts: &Parts| parts.day.unwrap_or(0);
    let (bridge, pair) = match bridge(cursor, next) {
        Some(bridge) => (bridge, false),
        None if cursor.role(next, Role::And) => (next + 1, true),
        None if cursor.has_conjunction(next) => (next, true),
        None => return None,
    };
    let mut last = bridge;
    let mut expected = day(&first) + 1;
    // أيام 3 و4 و5 آذار.
    while let Some((middle, after)) = date::number_only(cursor, last).filter(|_| pair && expected <= 31) {
        if day(&middle) != expected
            || date::in_range(cursor, last).is_some()
            || !cursor.has_conjunction(after) && !cursor.role(after, Role::And)
        {
            break;
        }
        expected += 1;
        last = if cursor.role(after, Role::And) { after + 1 } else { after };
    }
    let (second, after) = date::in_range(cursor, last)?;
    let fits = if pair { day(&second) == expected } else { day(&second) > day(&first) };
    fits.then(|| {
        let expr = Expr::Range(Expr::Date(first).boxed(), Expr::Date(second).boxed());
        (Reading::of(expr), after)
    })
}

/// Whether two expressions can be the ends of one range.
fn same_kind(first: &Expr, second: &Expr) -> bool {
    match (first, second) {
        (Expr::Date(a), Expr::Date(b)) => {
            let months = a.month.is_some() && b.month.is_some() && a.day.is_some() == b.day.is_some();
            let days = a.day.is_some() && b.day.is_some();
            months || days || (a.weekday.is_some() && b.weekday.is_some())
        }
        (Expr::Years(a, ..), Expr::Years(b, ..)) => a < b,
        _ => false,
    }
}

fn since(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let from_on = cursor.role(at, Role::FromOn);
    let mut next = at + 1;
    if cursor.role(next, Role::From) && !cursor.has_preposition(next) {
        next += 1;
    }
    if let Some((expr, after)) = amount::since(cursor, next, from_on) {
        return Some((Reading::of(Expr::Since(expr.boxed())), after));
    }
    // منذ ذلك التاريخ, منذ ذلك الحين.
    if cursor.role(next, Role::That)
        && cursor.any_role(next + 1, &[Role::Dated, Role::Time])
        && cursor.has_article(next + 1)
    {
        return Some((Reading::of(Expr::Since(Expr::Then.boxed())), next + 2));
    }
    let (first, after) = moment(cursor, next, day_first)?;
    if cursor.any_role(after, &[Role::To, Role::Until])
        && let Some((last, end)) = moment(cursor, after + 1, day_first)
    {
        return Some((Reading::of(Expr::Range(first.expr.boxed(), last.expr.boxed())), end));
    }
    let expr = Expr::Since(first.expr.boxed());
    Some((Reading { expr, ahead: from_on, inner: None, ..first }, after))
}

/// من 3 إلى 7 مارس; من يوم الجمعة alone says since.
fn from_to(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let (first, after) = end_of_range(cursor, at + 1, day_first)?;
    let bridge = cursor.after_comma(after);
    if cursor.any_role(bridge, &[Role::To, Role::Until])
        || (matches!(cursor.mark(bridge), Some('-' | '–')) && cursor.plain(at + 1).is_some())
    {
        let start = if cursor.any_role(bridge + 1, &[Role::Until, Role::To]) { bridge + 2 } else { bridge + 1 };
        let (second, next) = end_of_range(cursor, start, day_first)?;
        if let Some(joined) = join_clocks(&first, &second) {
            return Some((joined, next));
        }
        let expr = Expr::Range(first.expr.boxed(), second.expr.boxed());
        return Some((Reading::of(expr), next));
    }
    let weekday = matches!(&first.expr, Expr::Date(parts) if parts.weekday.is_some() || parts.spoken == Some(-1));
    let dated = (cursor.role(at + 1, Role::Dated) && !cursor.has_article(at + 1)) || cursor.day(at + 1).is_some();
    // في وقت سابق من أمس, الساعات الأولى من يوم الأحد: من is "of" there.
    let of = at.checked_sub(1).is_some_and(|before| {
        cursor.shift(before).is_some()
            || cursor.ordinal_word(before).is_some()
            || cursor.any_role(before, &[Role::Early, Role::Late])
            || cursor.part(before).is_some()
    });
    (weekday && !of && dated && first.part.is_none())
        .then(|| (Reading { expr: Expr::Since(first.expr.boxed()), ..Reading::of(Expr::Every) }, after))
}

/// بين 4 و18 آب الجاري, بين عامي 2019 و2021, بين السبت والأحد.
fn between(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let pair = matches!(cursor.unit(at + 1), Some((_, Count::Pair)))
        || (matches!(cursor.unit(at + 1), Some((Unit::Year, Count::Two | Count::Many)))
            && cursor.year_digits(at + 2).is_some());
    let from = if pair { at + 2 } else { at + 1 };
    let (first, after) = end_of_range(cursor, from, day_first)?;
    let second_at = if cursor.role(after, Role::And) {
        after + 1
    } else if cursor.has_conjunction(after) {
        after
    } else {
        return None;
    };
    let (second, next) = end_of_range(cursor, second_at, day_first)?;
    if let Some(joined) = join_clocks(&first, &second) {
        return Some((joined, next));
    }
    // بين يومي السبت والأحد 18 و19 تشرين الأول: the numbers say which.
    if let Some(found) = numbers(cursor, next) {
        return Some(found);
    }
    // ما بين 6 و8 أشخاص: numbers without a month are no days.
    let bare = |expr: &Expr| matches!(expr, Expr::Date(Parts { day: Some(_), month: None, weekday: None, .. }));
    if bare(&first.expr) && bare(&second.expr) {
        return None;
    }
    Some((Reading::of(Expr::Range(first.expr.boxed(), second.expr.boxed())), next))
}

/// One end of a range: any moment, or a day's number that the other end gives its month.
fn end_of_range(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    moment(cursor, at, day_first).or_else(|| {
        let number = || date::number_only(cursor, at).filter(|(_, next)| cursor.unit(*next).is_none());
        let (parts, next) = date::in_range(cursor, at).or_else(number)?;
        Some((Reading::of(Expr::Date(parts)), next))
    })
}

/// ليلة الثلاثاء إلى الأربعاء, ليل السبت الأحد: both days.
fn nights(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    if cursor.part(at) != Some(DayPart::Of(Part::Night)) || cursor.has_article(at) {
        return None;
    }
    if let Some((reading, next)) = numbers(cursor, at + 1) {
        return Some((Reading { part: Some(DayPart::Of(Part::Night)), ..reading }, next));
    }
    let (first, after) = day::weekday_name(cursor, at + 1)?;
    let bridge = if matches!(cursor.mark(after), Some('-' | '–' | '/')) || cursor.role(after, Role::To) {
        after + 1
    } else {
        after
    };
    let (second, next) = day::weekday_name(cursor, bridge)?;
    if second != first % 7 + 1 {
        return None;
    }
    let weekday = |n: u8| Expr::Date(Parts { weekday: Some(n), ..Default::default() });
    let (shift, next) = match cursor.shift(next) {
        Some(shift) if cursor.has_article(next) => (Some(shift), next + 1),
        _ => (None, next),
    };
    let last = Expr::Date(Parts { weekday: Some(second), shift, ..Default::default() });
    let expr = Expr::Range(weekday(first).boxed(), last.boxed());
    Some((Reading { part: Some(DayPart::Of(Part::Night)), ..Reading::of(expr) }, next))
}

/// كل جمعة, أيام الجمعة.
fn every(cursor: &Cursor<'_, '_>, at: usize) -> Option<usize> {
    let every = cursor.role(at, Role::Every);
    if !every && cursor.unit(at) != Some((Unit::Day, Count::Many)) {
        return None;
    }
    let next = if every && cursor.role(at + 1, Role::Dated) { at + 2 } else { at + 1 };
    cursor.weekday(next)?;
    (every || cursor.has_article(next)).then_some(next + 1)
}
