//! Years: عام 2019, سنة ألفين وأحد عشر, العام الماضي, عامي 2019 و2021, العام المالي 2025/2026, تسعينيات القرن الماضي, القرن التاسع عشر.

use crate::cursor::Cursor;
use crate::expression::{Expr, Reading};
use crate::grammar::{Found, FoundExpr, numeric};
use crate::number;
use crate::sense::{Count, Role, Shift, Unit};

/// Whether the word عام or سنة stands there.
pub(super) fn word(cursor: &Cursor<'_, '_>, at: usize) -> bool {
    cursor.unit(at) == Some((Unit::Year, Count::One))
}

/// A year placed by a word: العام الماضي, هذا العام, السنة نفسها.
pub(super) fn placed(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.role(at, Role::This) && word(cursor, at + 1) && cursor.has_article(at + 1) {
        return Some((Expr::Whole(Unit::Year, Shift::This), at + 2));
    }
    if cursor.role(at, Role::That) && word(cursor, at + 1) && cursor.has_article(at + 1) {
        return Some((Expr::Whole(Unit::Year, Shift::Same), at + 2));
    }
    let shift = cursor.shift(at + 1)?;
    let fits = cursor.has_article(at + 1) || shift == Shift::Same;
    if !word(cursor, at) || !cursor.has_article(at) || !fits || shift == Shift::Recent {
        return None;
    }
    // العام الماضي 2024.
    Some(match cursor.year_digits(at + 2).filter(|_| !cursor.has_conjunction(at + 2)) {
        Some(year) => (years(year, year + 1), at + 3),
        None => (Expr::Whole(Unit::Year, shift), at + 2),
    })
}

/// A year by its number after the word for it, and what else is told in years.
pub(super) fn year(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if let Some(found) = placed(cursor, at) {
        return Some(found);
    }
    if matches!(cursor.unit(at), Some((Unit::Year, Count::Pair | Count::Two | Count::Many)))
        && let Some(first) = cursor.year_digits(at + 1)
    {
        let joined = if cursor.role(at + 2, Role::And) || matches!(cursor.mark(at + 2), Some('-' | '–' | '/')) {
            at + 3
        } else {
            at + 2
        };
        return match cursor.year_digits(joined) {
            Some(last) if last > first => {
                let (mut last, mut next) = (last, joined + 1);
                // أعوام 2011 و2012 و2013.
                while let Some(more) = cursor
                    .year_digits(next)
                    .filter(|year| *year == last + 1 && cursor.get(next).is_some_and(|unit| unit.has_conjunction()))
                {
                    (last, next) = (more, next + 1);
                }
                Some((years(first, last + 1), next))
            }
            _ => None,
        };
    }
    if let Some(found) = decade(cursor, at).or_else(|| century(cursor, at)) {
        return Some(found);
    }
    let season = cursor.unit(at) == Some((Unit::Season, Count::One)) || cursor.role(at, Role::Term);
    if (season || word(cursor, at))
        && let Some(found) = split_year(cursor, at)
    {
        return Some(found);
    }
    if !word(cursor, at) {
        return None;
    }
    let (year, next) = match cursor.plain(at + 1) {
        Some(number) if (3..=4).contains(&number.digits) && number.value <= 2200 => (number.value as i32, at + 2),
        Some(_) => return None,
        None => number::year_words(cursor, at + 1)?,
    };
    if cursor.plain(at + 1).is_some() && cursor.unit(at + 2).is_some() && !cursor.has_article(at + 2) {
        return None;
    }
    if cursor.role(next, Role::HijriEra) {
        return Some((Expr::HijriYear(year), next + 1));
    }
    let era = cursor.role(next, Role::CommonEra) || cursor.role(next, Role::Pm);
    if (1400..=1500).contains(&year) && !era {
        return Some((Expr::HijriYear(year), next));
    }
    Some((years(year, year + 1), if era { next + 1 } else { next }))
}

fn years(from: i32, to: i32) -> Expr {
    Expr::Years(from, to, Unit::Year)
}

/// العام المالي 2025/2026 runs from July to June, العام الدراسي from September to August; or العام الدراسي الجاري.
fn split_year(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let month = if cursor.role(at + 1, Role::Fiscal) {
        7
    } else if cursor.role(at + 1, Role::Academic) {
        9
    } else {
        return None;
    };
    if let Some(shift) = cursor.shift(at + 2).filter(|_| cursor.has_article(at + 2)) {
        return (shift != Shift::Recent).then_some((Expr::PlacedYearFrom { month, shift }, at + 3));
    }
    let first = cursor.year_digits(at + 2)?;
    let mark = matches!(cursor.mark(at + 3), Some('/' | '-' | '–'));
    // From right to left 2025/2024 is written too.
    let second = cursor.year_digits(at + 4).filter(|second| mark && (second - first).abs() == 1)?;
    Some((Expr::split_year(first.min(second), month), at + 5))
}

/// Four digits that nothing calls a year.
pub(super) fn bare(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let year = cursor.year_digits(at).filter(|year| (1800..=2100).contains(year))?;
    if numeric::continues_before(cursor, at) {
        return None;
    }
    let mut reading = Reading { bare_year: true, ..Reading::of(years(year, year + 1)) };
    if matches!(cursor.mark(at + 1), Some('-' | '–' | '/')) && cursor.is_glued(at + 1) && cursor.is_glued(at + 2) {
        let last = cursor.year_digits(at + 2).filter(|last| *last > year && *last < year + 60)?;
        reading.expr = years(year, last + 1);
        return Some((reading, at + 3));
    }
    if numeric::continues_after(cursor, at + 1) {
        return None;
    }
    let era = cursor.role(at + 1, Role::CommonEra);
    Some((reading, if era { at + 2 } else { at + 1 }))
}

/// تسعينيات القرن الماضي, التسعينيات, عقد الثمانينيات.
fn decade(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let word = cursor.unit(at) == Some((Unit::Decade, Count::One));
    let next = if word { at + 1 } else { at };
    let tens = i32::from(cursor.decade_name(next)?);
    // ثمانينيات وتسعينيات القرن الماضي.
    if cursor.decade_name(next + 1).is_some_and(|second| i32::from(second) == tens + 10)
        && cursor.has_conjunction(next + 1)
        && !cursor.has_article(next)
    {
        let (Expr::Years(from, to, unit), after) = decade(cursor, next + 1)? else { return None };
        return Some((Expr::Years(from - 10, to, unit), after));
    }
    let (century, after) = match cursor.unit(next + 1) {
        Some((Unit::Century, Count::One)) => match cursor.shift(next + 2) {
            Some(Shift::Last) => (1900, next + 3),
            Some(Shift::This) => (2000, next + 3),
            _ => match century_number(cursor, next + 2) {
                Some((n, after)) => (100 * (n - 1), after),
                None => return None,
            },
        },
        // الثلاثينيات of somebody's life are an age.
        _ if cursor.has_article(next) && !cursor.role(next + 1, Role::From) => {
            (if tens <= 20 { 2000 } else { 1900 }, next + 1)
        }
        _ => return None,
    };
    let from = century + tens;
    Some((Expr::Years(from, from + 10, Unit::Decade), after))
}

/// القرن التاسع عشر, القرن الحادي والعشرين, القرن 19, القرن الماضي.
fn century(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    if cursor.unit(at) != Some((Unit::Century, Count::One)) || !cursor.has_article(at) {
        return None;
    }
    if let Some(shift @ (Shift::Last | Shift::This | Shift::Next)) = cursor.shift(at + 1) {
        return Some((Expr::Whole(Unit::Century, shift), at + 2));
    }
    let (n, next) = century_number(cursor, at + 1)?;
    Some((Expr::Years(100 * (n - 1), 100 * n, Unit::Century), next))
}

fn century_number(cursor: &Cursor<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let (n, next) = match cursor.plain(at) {
        Some(number) => (number.value as i32, at + 1),
        None => number::ordinal(cursor, at).map(|(n, next)| (i32::from(n), next))?,
    };
    (1..=22).contains(&n).then_some((n, next))
}
