//! Periods placed by a word: الأسبوع الماضي, الأيام الثلاثة المقبلة, نهاية أيلول, الربع الثالث من العام, أول ثلاثاء من تشرين, صيف 2024.

use super::within::{self, container};
use super::{date, rolling, year};
use crate::cursor::Cursor;
use crate::expression::{Expr, Item};
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Edge, Role, Shift, Unit};

/// A period, however it is placed.
pub(super) fn period(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    rolling::ending(cursor, at, day_first)
        .or_else(|| rolling::rest(cursor, at))
        .or_else(|| year::year(cursor, at))
        .or_else(|| two_months(cursor, at))
        .or_else(|| whole(cursor, at))
        .or_else(|| stretch(cursor, at))
        .or_else(|| recent_first(cursor, at))
        .or_else(|| within::share(cursor, at))
        .or_else(|| within::counted_off(cursor, at))
        .or_else(|| edge(cursor, at))
        .or_else(|| season(cursor, at))
        .or_else(|| then(cursor, at))
}

/// هذا الأسبوع, الشهر الماضي, الأسبوع نفسه.
pub(super) fn whole(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let pointed = cursor.any_role(at, &[Role::This, Role::That]);
    let next = if pointed { at + 1 } else { at };
    let (unit, Count::One) = cursor.unit(next)? else { return None };
    if matches!(unit, Unit::Minute | Unit::Hour) || (!cursor.has_article(next) && unit != Unit::Weekend) {
        return None;
    }
    if pointed {
        let shift = if cursor.role(at, Role::This) { Shift::This } else { Shift::Same };
        return Some((Expr::Whole(unit, shift), next + 1));
    }
    let Some(shift) = cursor.shift(next + 1) else {
        return (unit == Unit::Weekend).then_some((Expr::Weekend, next + 1));
    };
    let fits = cursor.has_article(next + 1) || shift == Shift::Same;
    if shift == Shift::Recent && !matches!(unit, Unit::Day | Unit::Night | Unit::Weekend) {
        // العقد الأخير ends with the day of speaking, the الأسبوع الأخير من of something with that.
        let of = cursor.any_role(next + 2, &[Role::From, Role::In]);
        return (fits && !of).then_some((Expr::Stretch { count: Some(1), unit, ahead: false }, next + 2));
    }
    (fits && shift != Shift::Recent && unit != Unit::Day).then_some((Expr::Whole(unit, shift), next + 2))
}

/// شهري تموز وآب الماضيين.
fn two_months(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.unit(at) != Some((Unit::Month, Count::Pair)) {
        return None;
    }
    let (first, after) = date::month_expr(cursor, at + 1)?;
    let second_at = if cursor.role(after, Role::And) { after + 1 } else { after };
    let joined = second_at > after || cursor.has_conjunction(after);
    let (second, next) = date::month_expr(cursor, second_at).filter(|_| joined)?;
    Some((Expr::Range(first.boxed(), second.boxed()), next))
}

/// A week, as that of a weekday.
pub(super) fn week(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    whole(cursor, at).filter(|(expr, _)| matches!(expr, Expr::Whole(Unit::Week, _)))
}

/// A month placed by a word, as that of a day.
pub(super) fn month_period(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    whole(cursor, at).filter(|(expr, _)| matches!(expr, Expr::Whole(Unit::Month, _)))
}

/// الأسبوعين الماضيين, الأيام الثلاثة الماضية, الساعات الـ24 الماضية, السنوات الأخيرة, الأيام القليلة المقبلة, 3 أيام القادمة.
fn stretch(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.role(at, Role::Period) && cursor.has_article(at) {
        let ahead = ahead(cursor.shift(at + 1)?)?;
        return cursor.has_article(at + 1).then_some((Expr::Stretch { count: None, unit: Unit::Day, ahead }, at + 2));
    }
    let article = if cursor.role(at, Role::Article) { at + 1 } else { at };
    let before = number::amount(cursor, article);
    let unit_at = before.map_or(article, |(_, next)| next);
    let (unit, count) = cursor.unit(unit_at)?;
    let mut number = match count {
        Count::Two => Some(2),
        _ => before.map(|(n, _)| n),
    };
    let mut next = unit_at + 1;
    if before.is_none() {
        let behind = if cursor.role(next, Role::Article) { next + 1 } else { next };
        if count == Count::Many
            && let Some((n, after)) = number::amount(cursor, behind)
        {
            number = Some(n);
            next = after;
        }
    }
    if cursor.role(next, Role::Few) {
        next += 1;
    }
    let definite = article > at || cursor.has_article(unit_at) || before.is_some();
    if count == Count::One && before.is_none() || !definite {
        return None;
    }
    let shift = cursor.shift(next)?;
    // الأيام السابقة of something told are not the days before publication, but nothing better is known of them.
    let ahead = ahead(shift)?;
    let count = number.filter(|n| *n > 0);
    cursor.has_article(next).then_some((Expr::Stretch { count, unit, ahead }, next + 1))
}

fn ahead(shift: Shift) -> Option<bool> {
    match shift {
        Shift::Last | Shift::Recent | Shift::Previous => Some(false),
        Shift::Next | Shift::Following => Some(true),
        Shift::This | Shift::Same | Shift::BeforeLast | Shift::AfterNext | Shift::New => None,
    }
}

/// آخر أسبوعين, آخر 24 ساعة, آخر ثلاثة أشهر.
fn recent_first(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.ordinal_word(at) != Some(-1) || cursor.has_article(at) {
        return None;
    }
    if let Some((unit, Count::Two)) = cursor.unit(at + 1) {
        return (!cursor.role(at + 2, Role::From))
            .then_some((Expr::Stretch { count: Some(2), unit, ahead: false }, at + 2));
    }
    let (n, next) = number::amount(cursor, at + 1)?;
    let (unit, _) = cursor.unit(next)?;
    if cursor.role(next + 1, Role::From) {
        let (of, after) = container(cursor, next + 2)?;
        return Some((Expr::Nth { n: -1, count: n, item: Item::Unit(unit), of: of.boxed() }, after));
    }
    Some((Expr::Stretch { count: Some(n), unit, ahead: false }, next + 1))
}

/// مطلع 2024, نهاية أيلول, أواخر الشهر الماضي, منتصف العام.
pub(super) fn edge(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let edge = cursor.edge(at)?;
    if cursor.has_article(at) && edge != Edge::Mid || cursor.ordinal_word(at).is_some() && cursor.has_article(at) {
        return None;
    }
    let next = if cursor.role(at + 1, Role::From) && !cursor.has_preposition(at + 1) { at + 2 } else { at + 1 };
    let (of, after) = container(cursor, next)?;
    let ordinal_day = cursor.ordinal_word(at) == Some(1) && matches!(&of, Expr::Date(parts) if parts.month.is_some());
    if ordinal_day {
        return None;
    }
    // نصف عام and ربع سنة are lengths.
    if cursor.fraction(at).is_some()
        && !matches!(&of, Expr::Date(_))
        && !cursor.has_article(next)
        && cursor.unit(next).is_some()
    {
        return None;
    }
    Some((Expr::Edge(edge, of.boxed()), after))
}

/// الصيف المقبل, صيف 2024, صيف العام الماضي, هذا الشتاء, فصل الصيف الماضي.
pub(super) fn season(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let pointed = cursor.role(at, Role::This);
    let mut next = if pointed { at + 1 } else { at };
    if cursor.unit(next) == Some((Unit::Season, Count::One)) {
        next += 1;
    }
    let season = cursor.season(next)?;
    if pointed {
        return cursor
            .has_article(next)
            .then_some((Expr::Season { season, year: None, shift: Some(Shift::This) }, next + 1));
    }
    if cursor.has_article(next) {
        let shift = cursor.shift(next + 1).filter(|shift| cursor.has_article(next + 1) && *shift != Shift::Recent)?;
        return Some((Expr::Season { season, year: None, shift: Some(shift) }, next + 2));
    }
    if let Some(year) = cursor.year_digits(next + 1) {
        return Some((Expr::Season { season, year: Some(year), shift: None }, next + 2));
    }
    match year::year(cursor, next + 1)? {
        (Expr::Years(year, _, Unit::Year), after) => {
            Some((Expr::Season { season, year: Some(year), shift: None }, after))
        }
        (Expr::Whole(Unit::Year, shift), after) => {
            Some((Expr::SeasonOf { season, year: Expr::Whole(Unit::Year, shift).boxed() }, after))
        }
        _ => None,
    }
}

/// في تلك الفترة, في تلك الأيام.
fn then(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if !cursor.role(at, Role::That) {
        return None;
    }
    let period = cursor.role(at + 1, Role::Period) || matches!(cursor.unit(at + 1), Some((Unit::Day, Count::Many)));
    (period && cursor.has_article(at + 1)).then_some((Expr::Then, at + 2))
}
