//! What is counted off inside a period: الربع الثالث من العام, أول ثلاثاء من تشرين الأول, الأسبوع الأخير من آذار.

use super::{date, period, year};
use crate::cursor::Cursor;
use crate::expression::{Expr, Item};
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Edge, Role, Shift, Unit};

/// الثلث الأخير من الشهر الماضي.
fn third(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (n, next) = number::ordinal(cursor, at + 1).filter(|_| cursor.has_article(at) && cursor.has_article(at + 1))?;
    let edge = match n {
        1 => Edge::Early,
        2 => Edge::Mid,
        3 | -1 => Edge::Late,
        _ => return None,
    };
    let of = cursor.any_role(next, &[Role::From, Role::In]).then_some(next + 1)?;
    let (of, after) = container(cursor, of)?;
    Some((Expr::Edge(edge, of.boxed()), after))
}

/// الربع الثالث من عام 2024, النصف الأول من آذار, الثلث الأخير من الشهر.
pub(super) fn share(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.fraction(at) == Some(20) {
        return third(cursor, at);
    }
    let (unit, sure) = match (cursor.share(at), cursor.fraction(at)) {
        (Some(unit), _) => (unit, false),
        (_, Some(15)) => (Unit::Quarter, true),
        (_, Some(30)) => (Unit::Half, true),
        _ => return None,
    };
    if !cursor.has_article(at) {
        return None;
    }
    if let Some(shift @ (Shift::Last | Shift::This | Shift::Next | Shift::Previous)) = cursor.shift(at + 1)
        && cursor.has_article(at + 1)
        && sure
    {
        return Some((Expr::Whole(unit, shift), at + 2));
    }
    let (n, next) = number::ordinal(cursor, at + 1).filter(|_| cursor.has_article(at + 1))?;
    let limit = if unit == Unit::Quarter { 4 } else { 2 };
    let n = match n {
        -1 => limit,
        n if (1..=limit).contains(&(n as u8)) => n as u8,
        _ => return None,
    };
    let of = if cursor.any_role(next, &[Role::From, Role::In, Role::To]) { next + 1 } else { next };
    if let Some((container, after)) = container(cursor, of) {
        return Some((Expr::Share { n, unit, of: Some(container.boxed()) }, after));
    }
    if let Some(year) = cursor.year_digits(of) {
        let of = Expr::Years(year, year + 1, Unit::Year).boxed();
        return Some((
            Expr::Share { n, unit, of: Some(of) },
            next + 1 + usize::from(cursor.year_digits(next).is_none()),
        ));
    }
    (sure && unit == Unit::Quarter && !cursor.role(next, Role::From))
        .then_some((Expr::Share { n, unit, of: None }, next))
}

/// أول ثلاثاء من تشرين الأول, الأسبوع الأول من أكتوبر, آخر يوم في الشهر, أول يومين من آذار.
pub(super) fn counted_off(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if let Some((n, next)) = number::ordinal(cursor, at)
        && !cursor.has_article(at)
    {
        let next = if cursor.role(next, Role::Dated) && cursor.weekday(next + 1).is_some() { next + 1 } else { next };
        if let Some((weekday, _)) = cursor.weekday(next) {
            return of(cursor, next + 1, Item::Weekday(weekday), n, 1);
        }
        let (count, unit_at) = match cursor.unit(next) {
            Some((_, Count::Two)) => (2, next),
            Some(_) => (1, next),
            None => number::amount(cursor, next)?,
        };
        let (unit, many) = cursor.unit(unit_at)?;
        // أول أيام رمضان, آخر أيام الشهر: one day of them.
        if many == Count::Many && unit_at == next {
            let (of, after) = container(cursor, next + 1).filter(|_| unit == Unit::Day)?;
            return Some((Expr::Nth { n, count: 1, item: Item::Unit(unit), of: of.boxed() }, after));
        }
        return of(cursor, unit_at + 1, Item::Unit(unit), n, count);
    }
    let (unit, count) = cursor.unit(at)?;
    if !cursor.has_article(at) || matches!(unit, Unit::Minute | Unit::Hour) {
        return None;
    }
    let (many, next) = match count {
        Count::One => (1, at + 1),
        Count::Two => (2, at + 1),
        // الأيام الأولى من آذار: uncounted, they are an edge.
        Count::Many if number::amount(cursor, at + 1).is_none() => {
            let edge = match cursor.ordinal_word(at + 1).filter(|_| cursor.has_article(at + 1))? {
                1 => Edge::Early,
                -1 => Edge::Late,
                _ => return None,
            };
            let of = cursor.any_role(at + 2, &[Role::From, Role::In]).then_some(at + 3)?;
            let (of, after) = container(cursor, of)?;
            return Some((Expr::Edge(edge, of.boxed()), after));
        }
        Count::Many => number::amount(cursor, at + 1)?,
        Count::Pair => return None,
    };
    let (n, after) = number::ordinal(cursor, next).filter(|_| cursor.has_article(next))?;
    of(cursor, after, Item::Unit(unit), n, many)
}

/// The period that something is counted off in, after من, في or ب.
pub(super) fn of(cursor: &Cursor<'_, '_>, at: usize, item: Item, n: i8, count: u32) -> FoundExpr {
    let particle = cursor.any_role(at, &[Role::From, Role::In]) && !cursor.has_preposition(at);
    if !particle && !cursor.get(at).is_some_and(|unit| unit.has_b()) {
        return None;
    }
    let (container, next) = container(cursor, if particle { at + 1 } else { at })?;
    Some((Expr::Nth { n, count, item, of: container.boxed() }, next))
}

/// Something that has parts: a month, a year, a placed period, or الشهر, العام, الأسبوع for the present one.
pub(super) fn container(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if let Some(found) =
        year::year(cursor, at).or_else(|| period::whole(cursor, at)).or_else(|| period::season(cursor, at))
    {
        return Some(found);
    }
    if let Some(found) = date::month_expr(cursor, at) {
        return Some(found);
    }
    if let Some((unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Century | Unit::Quarter), Count::One)) =
        cursor.unit(at)
        && cursor.has_article(at)
    {
        return Some((Expr::Whole(unit, Shift::This), at + 1));
    }
    cursor.year_digits(at).map(|year| (Expr::Years(year, year + 1, Unit::Year), at + 1))
}
