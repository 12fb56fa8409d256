//! Periods placed by a word: الأسبوع الماضي, الأيام الثلاثة المقبلة, نهاية أيلول, الربع الثالث من العام, أول ثلاثاء من تشرين, صيف 2024.

use super::{date, year};
use crate::cursor::Cursor;
use crate::expression::{Expr, Item};
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Edge, Role, Shift, Unit};

/// A period, however it is placed.
pub(super) fn period(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    year::year(cursor, at)
        .or_else(|| two_months(cursor, at))
        .or_else(|| whole(cursor, at))
        .or_else(|| stretch(cursor, at))
        .or_else(|| recent_first(cursor, at))
        .or_else(|| share(cursor, at))
        .or_else(|| counted_off(cursor, at))
        .or_else(|| edge(cursor, at))
        .or_else(|| season(cursor, at))
        .or_else(|| then(cursor, at))
}

/// هذا الأسبوع, الشهر الماضي, الأسبوع نفسه.
fn whole(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
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
    let shift = cursor.shift(next + 1)?;
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
        Shift::This | Shift::Same => None,
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

/// الربع الثالث من عام 2024, النصف الأول من آذار.
fn share(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let unit = match cursor.fraction(at)? {
        15 => Unit::Quarter,
        30 => Unit::Half,
        _ => return None,
    };
    if !cursor.has_article(at) {
        return None;
    }
    if let Some(shift @ (Shift::Last | Shift::This | Shift::Next | Shift::Previous)) = cursor.shift(at + 1)
        && cursor.has_article(at + 1)
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
    (unit == Unit::Quarter && !cursor.role(next, Role::From)).then_some((Expr::Share { n, unit, of: None }, next))
}

/// أول ثلاثاء من تشرين الأول, الأسبوع الأول من أكتوبر, آخر يوم في الشهر, أول يومين من آذار.
fn counted_off(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
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
fn container(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if let Some(found) = year::year(cursor, at).or_else(|| whole(cursor, at)).or_else(|| season(cursor, at)) {
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

/// مطلع 2024, نهاية أيلول, أواخر الشهر الماضي, منتصف العام.
fn edge(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
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
fn season(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
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
