//! Stretches known by one of their ends: العام المنتهي في 30 يونيو, الأشهر الثلاثة المنتهية في سبتمبر, في وقت لاحق من هذا الشهر, بقية العام.

use super::within::container;
use super::{date, day, period};
use crate::cursor::Cursor;
use crate::expression::Expr;
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Role, Shift, Unit};

/// A stretch by its last day or month.
pub(super) fn ending(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let article = if cursor.role(at, Role::Article) { at + 1 } else { at };
    let before = number::amount(cursor, article);
    let unit_at = before.map_or(article, |(_, next)| next);
    let (unit, count) = match (cursor.unit(unit_at), cursor.fraction(unit_at)) {
        (Some(found), _) => found,
        (None, Some(15)) => (Unit::Quarter, Count::One),
        (None, Some(30)) => (Unit::Half, Count::One),
        _ => return None,
    };
    let mut next = unit_at + 1;
    let mut n = match count {
        Count::One => 1,
        Count::Two => 2,
        Count::Many | Count::Pair => 0,
    };
    if let Some((counted, _)) = before {
        n = counted;
    } else if count == Count::Many {
        let behind = if cursor.role(next, Role::Article) { next + 1 } else { next };
        (n, next) = number::amount(cursor, behind)?;
    }
    if cursor.any_role(next, &[Role::Fiscal, Role::Academic]) {
        next += 1;
    }
    if !cursor.role(next, Role::Ending) || n == 0 || matches!(unit, Unit::Minute | Unit::Hour) {
        return None;
    }
    let lead = usize::from(cursor.any_role(next + 1, &[Role::In, Role::Dated, Role::By]));
    let from = next + 1 + lead;
    let dated = date::date(cursor, from, day_first).map(|(parts, after)| (Expr::Date(parts), after));
    let (end, after) = dated.or_else(|| period::edge(cursor, from)).or_else(|| day::day(cursor, from, day_first))?;
    Some((Expr::Ending { count: n, unit, end: end.boxed() }, after))
}

/// وقت سابق من هذا الشهر is what of it is over, وقت لاحق من هذا الأسبوع and بقية العام what is left.
pub(super) fn rest(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (ahead, next) = if cursor.role(at, Role::LaterIn) {
        (true, at + 1)
    } else if cursor.role(at, Role::Time) {
        match cursor.shift(at + 1)? {
            Shift::Following | Shift::Next => (true, at + 2),
            Shift::Previous => (false, at + 2),
            _ => return None,
        }
    } else {
        return None;
    };
    let of = if cursor.any_role(next, &[Role::From, Role::In]) { next + 1 } else { next };
    let (of, after) = container(cursor, of)?;
    matches!(of, Expr::Whole(_, Shift::This)).then(|| (Expr::Rest { of: of.boxed(), ahead }, after))
}
