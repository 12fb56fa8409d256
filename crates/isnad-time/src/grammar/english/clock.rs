//! Clock times: 3 a.m. Tuesday, 10:40 p.m. on Friday, noon, midnight Sunday, 1500 GMT, and a time after its date.

use super::day;
use crate::cursor::Cursor;
use crate::expression::{Clock, Expr, Parts, Reading};
use crate::grammar::{Found, numeric};
use crate::number;
use crate::sense::{DayPart, Role};
use isnad_ledger::Part;

/// A clock time with the day that may follow it; without one it is on the day just narrated.
pub(super) fn clock(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if let Some((clock, date_at)) = numeric::clock_before_date(cursor, at)
        && let Some((reading, next)) = day::day(cursor, date_at, day_first)
        && matches!(reading.expr, Expr::Date(Parts { year: Some(_), day: Some(_), .. }))
    {
        return Some((Reading { clock: Some(clock), ..reading }, next));
    }
    if let Some((clock, next)) = numeric::opening_clock(cursor, at) {
        let today = Expr::Date(Parts { spoken: Some(0), ..Parts::default() });
        return Some((Reading { clock: Some(clock), ..Reading::of(today) }, next));
    }
    let (clock, part, next) = time(cursor, at, false)?;
    let (expr, part, next) = match following_day(cursor, next, day_first) {
        Some((reading, after)) => (reading.expr, part.or(reading.part), after),
        None => (Expr::Told(0), part, next),
    };
    Some((Reading { part, clock: Some(clock), ..Reading::of(expr) }, next))
}

/// A clock time after a day: Tuesday at 3 p.m., Dec. 6, 2025, 9:24 a.m.
pub(super) fn after_day(cursor: &Cursor<'_, '_>, reading: Reading, at: usize) -> (Reading, usize) {
    let told = matches!(&reading.expr, Expr::Date(parts) if parts.day.is_some() || parts.weekday.is_some() || parts.spoken.is_some());
    let mut start = at;
    for _ in 0..2 {
        if matches!(cursor.mark(start), Some(',' | '-' | '–' | '|' | '•' | '/'))
            || cursor.any_role(start, &[Role::At, Role::About])
        {
            start += 1;
        }
    }
    match time(cursor, start, true).filter(|_| told) {
        Some((clock, part, next)) => (Reading { part: part.or(reading.part), clock: Some(clock), ..reading }, next),
        None => (reading, at),
    }
}

/// 3 a.m., 3:30 pm, noon, midnight, 15:00 GMT, three o'clock.
fn time(cursor: &Cursor<'_, '_>, at: usize, after_day: bool) -> Option<(Clock, Option<DayPart>, usize)> {
    if let Some(part) = cursor.part(at) {
        let before = at.checked_sub(1);
        let plain = cursor.get(at).is_some_and(|unit| !unit.is_capital());
        let named =
            plain && cursor.get(at).is_some_and(|unit| unit.end - unit.start == 4 || unit.end - unit.start == 8);
        return match part {
            DayPart::Of(Part::Noon) if named && !after_day => Some((Clock { hour: 12, minute: 0 }, Some(part), at + 1)),
            DayPart::Midnight
                if plain && before.is_some_and(|b| cursor.any_role(b, &[Role::At, Role::By, Role::About])) =>
            {
                Some((Clock { hour: 0, minute: 0 }, Some(part), at + 1))
            }
            _ => None,
        };
    }
    if let Some((clock, next)) = numeric::clock(cursor, at, true) {
        if numeric::continues_before(cursor, at) {
            return None;
        }
        if let Some((clock, part, after)) = half_day(cursor, clock, next) {
            return Some((clock, part, after));
        }
        let colon = numeric::clock(cursor, at, false).is_some();
        let led = at.checked_sub(1).is_some_and(|before| cursor.role(before, Role::At));
        let zoned = cursor.role(next, Role::Gmt);
        let stop = cursor.plain(at).is_none();
        if (colon && (after_day || led || zoned)) || (stop && zoned) {
            return Some((clock, None, if zoned { next + 1 } else { next }));
        }
        return None;
    }
    // 1500 GMT.
    if let Some(number) = cursor.plain(at).filter(|n| n.digits == 4)
        && cursor.role(at + 1, Role::Gmt)
        && number.value < 2400
        && number.value % 100 < 60
    {
        let clock = Clock { hour: (number.value / 100) as u8, minute: (number.value % 100) as u8 };
        return Some((clock, None, at + 2));
    }
    let (hour, next) = number::words(cursor, at).filter(|(hour, _)| (1..=12).contains(hour))?;
    let hour = Clock { hour: u8::try_from(hour).ok()?, minute: 0 };
    if cursor.role(next, Role::OClock) {
        let (clock, part, after) = half_day(cursor, hour, next + 1).unwrap_or((hour, None, next + 1));
        return Some((clock, part, after));
    }
    half_day(cursor, hour, next)
}

/// a.m., p.m., in the morning: which half of the day an hour is in.
fn half_day(cursor: &Cursor<'_, '_>, clock: Clock, at: usize) -> Option<(Clock, Option<DayPart>, usize)> {
    let Clock { hour, minute } = clock;
    let morning = cursor.role(at, Role::Am);
    if hour <= 12 && (morning || cursor.role(at, Role::Pm)) {
        let hour = if morning { hour % 12 } else { hour % 12 + 12 };
        let next = cursor.after_stop(at + 1);
        return Some((Clock { hour, minute }, None, next));
    }
    let the = at + 1;
    let part = cursor.part(at + 2).filter(|_| cursor.role(at, Role::In) && cursor.role(the, Role::The))?;
    let hour = match part {
        _ if hour > 12 => hour,
        DayPart::Of(Part::Morning | Part::Dawn) => hour % 12,
        _ => hour % 12 + 12,
    };
    Some((Clock { hour, minute }, Some(part), at + 3))
}

/// Tuesday, on Friday, on Oct. 19 after a time.
fn following_day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Reading, usize)> {
    // 3 a.m. (0000 GMT) on Friday.
    let bracket = cursor.mark(at) == Some('(') && cursor.role(at + 2, Role::Gmt) && cursor.mark(at + 3) == Some(')');
    let at = if bracket { at + 4 } else { at };
    let zone = if cursor.role(at, Role::Gmt) { at + 1 } else { at };
    let comma = cursor.after_comma(zone);
    let on = if cursor.any_role(comma, &[Role::Dated, Role::Of]) { comma + 1 } else { comma };
    let (reading, next) = day::day(cursor, on, day_first)?;
    let fine = matches!(&reading.expr, Expr::Date(Parts { day, weekday, spoken, .. })
        if day.is_some() || weekday.is_some() || spoken.is_some());
    fine.then_some((reading, next))
}
