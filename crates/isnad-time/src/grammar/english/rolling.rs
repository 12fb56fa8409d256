//! Stretches that are known by their last day, and years that begin in another month: the year to October, the three months
//! ended June 30, the week of May 5, the 2024-25 school year, the last fiscal year.

use super::{date, day};
use crate::cursor::Cursor;
use crate::expression::Expr;
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Role, Unit};

/// The year to October, the 12 months to June 2024, the quarter ended Sept. 30, the week ending Friday.
pub(super) fn ending(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let (count, unit_at) = number::amount(cursor, at).unwrap_or((1, at));
    let the = at.checked_sub(1).is_some_and(|before| cursor.role(before, Role::The));
    let fiscal = usize::from(cursor.any_role(unit_at, &[Role::Fiscal, Role::Academic]));
    let (unit, many) = cursor.unit(unit_at + fiscal)?;
    let fits = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Half | Unit::Year);
    let next = unit_at + fiscal + 1;
    let ended = cursor.role(next, Role::Ending);
    if !the || !fits || (unit_at == at) != (many == Count::One) || !(ended || cursor.role(next, Role::To)) {
        return None;
    }
    let on = usize::from(cursor.any_role(next + 1, &[Role::Dated, Role::In]));
    let from = next + 1 + on;
    if let Some((parts, after)) = date::date(cursor, from, day_first) {
        return Some((Expr::Ending { count, unit, end: Expr::Date(parts).boxed() }, after));
    }
    let (reading, after) = day::day(cursor, from, day_first).filter(|_| ended || unit == Unit::Week)?;
    Some((Expr::Ending { count, unit, end: reading.expr.boxed() }, after))
}

/// The week of October 6, the weekend of 15 November.
pub(super) fn around(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let weekend = cursor.unit(at) == Some((Unit::Weekend, Count::One)) && cursor.role(at + 1, Role::Of);
    let (unit, next) = match (weekend, cursor.role(at, Role::WeekOf)) {
        (true, _) => (Unit::Weekend, at + 2),
        (_, true) => (Unit::Week, at + 1),
        _ => return None,
    };
    let the = usize::from(cursor.any_role(next, &[Role::The, Role::Dated]));
    let (reading, next) = day::day(cursor, next + the, day_first)?;
    let ranged = matches!(cursor.mark(next), Some('-' | '–'));
    (!ranged && matches!(&reading.expr, Expr::Date(parts) if parts.day.is_some()))
        .then(|| (Expr::UnitOf(unit, reading.expr.boxed()), next))
}

/// The 2024-25 school year, the 2023/24 financial year, the current school year.
pub(super) fn split_year(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let month = |at: usize| {
        if cursor.unit(at + 1) != Some((Unit::Year, Count::One)) {
            None
        } else if cursor.role(at, Role::Fiscal) {
            Some(7)
        } else {
            cursor.role(at, Role::Academic).then_some(9)
        }
    };
    if let Some(shift) = cursor.shift(at)
        && let Some(month) = month(at + 1)
    {
        return Some((Expr::PlacedYearFrom { month, shift }, at + 3));
    }
    let year = cursor.year_digits(at).filter(|_| matches!(cursor.mark(at + 1), Some('-' | '–' | '/')))?;
    let second = cursor.plain(at + 2)?;
    let follows = match second.digits {
        2 => (year + 1) % 100 == second.value as i32,
        _ => year + 1 == second.value as i32,
    };
    let month = month(at + 3).filter(|_| follows)?;
    Some((Expr::split_year(year, month), at + 5))
}
