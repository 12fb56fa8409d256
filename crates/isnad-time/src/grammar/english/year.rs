//! Years, decades and centuries: in 2018, the 1990s, the mid-'90s, the 19th century.

use crate::cursor::Cursor;
use crate::expression::{Expr, Reading};
use crate::grammar::{Found, FoundExpr, numeric};
use crate::number;
use crate::sense::{Count, Role, Unit};

/// Four digits that nothing calls a year, or a range of two such.
pub(super) fn bare(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let year = cursor.year_digits(at).filter(|year| (1800..=2100).contains(year))?;
    if numeric::continues_before(cursor, at) {
        return None;
    }
    let expr = Expr::Years(year, year + 1, Unit::Year);
    let glued = cursor.is_glued(at + 1) && cursor.is_glued(at + 2);
    if matches!(cursor.mark(at + 1), Some('-' | '–' | '/')) && glued {
        // 2015-16.
        let short = cursor.plain(at + 2).filter(|n| n.digits == 2).map(|n| year / 100 * 100 + n.value as i32);
        let last = cursor.year_digits(at + 2).or(short.filter(|last| *last == year + 1));
        let last = last.filter(|last| *last > year && *last < year + 60)?;
        let expr = Expr::Years(year, last + 1, Unit::Year);
        return Some((Reading { bare_year: true, ..Reading::of(expr) }, at + 3));
    }
    if numeric::continues_after(cursor, at + 1) {
        return None;
    }
    let prepositions = [
        Role::In,
        Role::Since,
        Role::By,
        Role::Of,
        Role::From,
        Role::To,
        Role::Until,
        Role::Before,
        Role::After,
        Role::Between,
        Role::And,
        Role::For,
        Role::Within,
        Role::FromOn,
    ];
    let before = at.checked_sub(1);
    let led = before.is_some_and(|before| cursor.any_role(before, &prepositions));
    // The 2003 invasion, its 2014 report: an article and a word in small letters behind.
    let round = year % 100 == 0;
    let attributive = before.is_some_and(|before| cursor.any_role(before, &[Role::The, Role::A, Role::Whose]))
        && (cursor.is_gap(at + 1) || cursor.any_role(at + 1, &[Role::Fiscal, Role::Academic]))
        && !cursor.is_capital(at + 1)
        && !round;
    let alone = cursor.len() <= 2;
    (led || attributive || alone).then(|| {
        let era = cursor.role(at + 1, Role::CommonEra);
        (Reading { bare_year: true, ..Reading::of(expr) }, if era { at + 2 } else { at + 1 })
    })
}

/// A year, decade or century by its name.
pub(super) fn year(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.unit(at) == Some((Unit::Year, Count::One))
        && let Some(year) = cursor.year_digits(at + 1)
    {
        return Some((Expr::Years(year, year + 1, Unit::Year), at + 2));
    }
    decade(cursor, at).or_else(|| century(cursor, at))
}

/// 1990s, 1990's, '90s, the nineties.
pub(super) fn decade(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let decade = |from: i32, next: usize| Some((Expr::Years(from, from + 10, Unit::Decade), next));
    let plural = |at: usize| {
        if cursor.role(at, Role::Plural) && cursor.is_glued(at) {
            Some(at + 1)
        } else if matches!(cursor.mark(at), Some('\'' | '’'))
            && cursor.role(at + 1, Role::Plural)
            && cursor.is_glued(at + 1)
        {
            Some(at + 2)
        } else {
            None
        }
    };
    if let Some(year) = cursor.year_digits(at).filter(|year| year % 10 == 0)
        && let Some(next) = plural(at + 1)
    {
        return decade(year, next);
    }
    let quote = matches!(cursor.mark(at), Some('\'' | '’' | '‘'));
    let short = if quote { at + 1 } else { at };
    if let Some(number) = cursor.plain(short).filter(|n| n.digits == 2 && n.value % 10 == 0)
        && let Some(next) = plural(short + 1)
        && (quote || at.checked_sub(1).is_some_and(|before| cursor.role(before, Role::The)))
    {
        return decade(number.value as i32 + if number.value <= 20 { 2000 } else { 1900 }, next);
    }
    let tens = i32::from(cursor.decade_name(at)?);
    let the = at.checked_sub(1).is_some_and(|before| cursor.role(before, Role::The) || cursor.edge(before).is_some());
    if the { decade(tens + if tens <= 20 { 2000 } else { 1900 }, at + 1) } else { None }
}

/// The 19th century, the twentieth century.
fn century(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (n, next) = number::ordinal(cursor, at).filter(|(n, _)| (1..=22).contains(n))?;
    let hyphen = usize::from(cursor.mark(next) == Some('-'));
    (cursor.unit(next + hyphen) == Some((Unit::Century, Count::One)) && !cursor.is_capital(next + hyphen)).then(|| {
        let to = 100 * i32::from(n);
        (Expr::Years(to - 100, to, Unit::Century), next + hyphen + 1)
    })
}
