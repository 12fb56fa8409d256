//! Dates and clock times in digits: 2025.12.06, 06/12/2025, 14-09-1432, 09:24. It tells a date from a score, a version and a
//! telephone number by its ranges and by what is glued to it.

use crate::cursor::Cursor;
use crate::digits::Style;
use crate::expression::{Calendar, Clock, Parts};

/// A date in digits with its year, or a month with its year; and what follows.
pub(crate) fn date(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    let first = cursor.number(at)?;
    if continues_before(cursor, at) {
        return None;
    }
    let found = match first.style {
        Style::Triple(a, b, c) => {
            let digits = if a >= 1000 { 4 } else { 2 };
            (triple([a.into(), b.into(), c.into()], [digits, 2, 4], day_first)?, at + 1)
        }
        Style::Plain => spelled(cursor, at, day_first)?,
        _ => return None,
    };
    if continues_after(cursor, found.1) { None } else { Some(found) }
}

/// 06/12/2025 and 2025/12, written with marks between the numbers.
fn spelled(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    let first = cursor.plain(at)?;
    let (separator, second_at) = separated(cursor, at + 1)?;
    let second = cursor.plain(second_at)?;
    if second.digits > 4 || first.digits > 4 {
        return None;
    }
    let third = separated(cursor, second_at + 1)
        .filter(|(again, _)| *again == separator)
        .and_then(|(_, third_at)| Some((cursor.plain(third_at)?, third_at + 1)));
    if let Some((third, next)) = third {
        let two_digit_year = third.digits <= 2 && first.digits <= 2;
        let year = if two_digit_year && separator == '/' && third.digits == 2 {
            third.value + if third.value < 50 { 2000 } else { 1900 }
        } else {
            third.value
        };
        let digits = [first.digits, second.digits, if year >= 1000 { 4 } else { third.digits }];
        return Some((triple([first.value, second.value, year], digits, day_first)?, next));
    }
    // 08/12, 2015.
    if separator == '/'
        && second.digits <= 2
        && cursor.mark(second_at + 1) == Some(',')
        && let Some(year) = cursor.year_digits(second_at + 2).filter(|year| (1900..=2100).contains(year))
    {
        let (day, month) = order(first.value, second.value, day_first)?;
        let month = Some((Calendar::Common, month));
        return Some((Parts { day: Some(day), month, year: Some(year), ..Parts::default() }, second_at + 3));
    }
    let (year, month) = if first.digits == 4 { (first, second) } else { (second, first) };
    let glued = cursor.is_glued(at + 1) && cursor.is_glued(second_at);
    let month_of = u8::try_from(month.value).ok().filter(|m| (1..=12).contains(m) && month.digits <= 2)?;
    (glued && year.digits == 4 && (1900..=2100).contains(&year.value)).then(|| {
        let parts =
            Parts { month: Some((Calendar::Common, month_of)), year: Some(year.value as i32), ..Parts::default() };
        (parts, second_at + 1)
    })
}

/// A day and a month without a year: 22/4. Only for a caller that knows a date must stand here.
pub(crate) fn day_and_month(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    let number = cursor.number(at)?;
    let (a, b, next) = match number.style {
        Style::Pair(a, b) => (u32::from(a), u32::from(b), at + 1),
        Style::Plain if number.digits <= 2 => {
            let (mark, second) = separated(cursor, at + 1)?;
            let second_number = cursor.plain(second).filter(|n| n.digits <= 2 && mark != '–')?;
            (number.value, second_number.value, second + 1)
        }
        _ => return None,
    };
    if continues_before(cursor, at) || continues_after(cursor, next) {
        return None;
    }
    let (day, month) = order(a, b, day_first)?;
    Some((Parts { day: Some(day), month: Some((Calendar::Common, month)), ..Parts::default() }, next))
}

/// `/`, `-` or a dash between two numbers, with equal spaces on both sides.
fn separated(cursor: &Cursor<'_, '_>, at: usize) -> Option<(char, usize)> {
    let mark = cursor.mark(at).filter(|mark| matches!(mark, '/' | '-' | '–' | '\\'))?;
    (cursor.is_glued(at) == cursor.is_glued(at + 1)).then_some((mark, at + 1))
}

fn order(a: u32, b: u32, day_first: bool) -> Option<(u8, u8)> {
    let (a, b) = (u8::try_from(a).ok()?, u8::try_from(b).ok()?);
    let fits = |day: u8, month: u8| (1..=31).contains(&day) && (1..=12).contains(&month);
    match (fits(a, b), fits(b, a)) {
        (true, false) => Some((a, b)),
        (false, true) => Some((b, a)),
        (true, true) => Some(if day_first { (a, b) } else { (b, a) }),
        (false, false) => None,
    }
}

fn triple([a, b, c]: [u32; 3], digits: [u8; 3], day_first: bool) -> Option<Parts> {
    let (year, (day, month)) = if digits[0] == 4 {
        // The year stands first and the month follows it, whatever the outlet's habit.
        (a, order(c, b, true)?)
    } else if digits[2] == 4 {
        (c, order(a, b, day_first)?)
    } else {
        return None;
    };
    let calendar = match year {
        1300..=1500 => Calendar::Hijri,
        1800..=2200 => Calendar::Common,
        _ => return None,
    };
    Some(Parts { day: Some(day), month: Some((calendar, month)), year: Some(year as i32), ..Parts::default() })
}

/// Whether digits run on in front: part of a telephone number, a range of pages.
pub(crate) fn continues_before(cursor: &Cursor<'_, '_>, at: usize) -> bool {
    at >= 1
        && cursor.is_glued(at)
        && match cursor.mark(at - 1) {
            Some('/' | '-' | '–' | '.' | ':' | '+' | '#' | '$' | '€' | '£' | '=' | '_' | '@' | '*') => {
                at == 1 || cursor.is_glued(at - 1) || cursor.mark(at - 1) != Some('-')
            }
            _ => false,
        }
}

/// Whether digits run on behind.
pub(crate) fn continues_after(cursor: &Cursor<'_, '_>, at: usize) -> bool {
    match cursor.mark(at) {
        Some('/' | '-' | '–' | ':') => {
            cursor.is_glued(at) && cursor.is_glued(at + 1) && cursor.number(at + 1).is_some_and(|n| n.digits != 4)
        }
        Some('%' | '٪' | '°') => true,
        _ => false,
    }
}

/// A clock time that goes before its date: 09:24 - 2025.12.06. The clock, and where the date begins.
pub(crate) fn clock_before_date(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, next) = clock(cursor, at, false).filter(|_| !continues_before(cursor, at))?;
    let separated = matches!(cursor.mark(next), Some(',' | '-' | '–' | '|' | '/' | '•'));
    Some((clock, if separated { next + 1 } else { next }))
}

/// The clock time that opens a line of a live page: 17:55 – the port reopens.
pub(crate) fn opening_clock(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    let (clock, next) =
        clock(cursor, at, false).filter(|_| at == 0 && cursor.plain(at).is_some_and(|n| n.digits == 2))?;
    matches!(cursor.mark(next), Some('–' | '-' | '—' | ':' | '|' | '•')).then_some((clock, next))
}

/// 09:24, 9:24:30; with `stops`, also 1.47 and 9.
pub(crate) fn clock(cursor: &Cursor<'_, '_>, at: usize, stops: bool) -> Option<(Clock, usize)> {
    let number = cursor.number(at)?;
    let valid = |hour: u32, minute: u32| {
        let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
        (hour < 24 && minute < 60).then_some(Clock { hour, minute })
    };
    match number.style {
        Style::Pair(hour, minute) if stops => Some((valid(hour.into(), minute.into())?, at + 1)),
        Style::Plain if number.digits <= 2 => {
            let colon = cursor.mark(at + 1) == Some(':') && cursor.is_glued(at + 1) && cursor.is_glued(at + 2);
            if colon && let Some(minutes) = cursor.plain(at + 2).filter(|n| n.digits == 2) {
                let seconds = cursor.mark(at + 3) == Some(':')
                    && cursor.is_glued(at + 4)
                    && cursor.plain(at + 4).is_some_and(|n| n.digits == 2);
                let next = if seconds { at + 5 } else { at + 3 };
                return Some((valid(number.value, minutes.value)?, next));
            }
            if stops { Some((valid(number.value, 0)?, at + 1)) } else { None }
        }
        _ => None,
    }
}
