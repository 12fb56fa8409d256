//! Clock times: الساعة 9:30 صباحا, الثالثة وعشر دقائق فجرا, العاشرة إلا ربعا مساء الأحد, and a time after its date.

use super::{date, day, part};
use crate::cursor::Cursor;
use crate::expression::{Clock, Expr, Parts, Reading};
use crate::grammar::{Found, numeric};
use crate::number;
use crate::sense::{Count, DayPart, Role, Unit};
use isnad_ledger::Part;

/// A clock time with the day that may follow it; without one it is on the day just narrated.
pub(super) fn clock(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if let Some((time, date_at)) = numeric::clock_before_date(cursor, at)
        && let Some((expr @ Expr::Date(Parts { year: Some(_), day: Some(_), .. }), next)) =
            day::day(cursor, date_at, day_first).or_else(|| {
                let (parts, next) = date::in_range(cursor, date_at)?;
                Some((Expr::Date(parts), next))
            })
    {
        return Some((Reading { clock: Some(time), ..Reading::of(expr) }, next));
    }
    if let Some((clock, next)) = numeric::opening_clock(cursor, at) {
        let today = Expr::Date(Parts { spoken: Some(0), ..Parts::default() });
        return Some((Reading { clock: Some(clock), ..Reading::of(today) }, next));
    }
    let (time, next) = time(cursor, at, false)?;
    let (part, next) = part_of(cursor, next);
    if let Some((Reading { expr, part: Some(day_part), .. }, after)) = part_with_day(cursor, next, day_first) {
        let clock = in_part(time, Some(day_part));
        return Some((Reading { part: Some(day_part), clock, ..Reading::of(expr) }, after));
    }
    let named = cursor.unit(at) == Some((Unit::Hour, Count::One)) && cursor.has_article(at);
    if part.is_none() && !named && !zoned(cursor, next) {
        return None;
    }
    let clock = in_part(time, part);
    let (expr, next) = match following_day(cursor, next, day_first) {
        Some((expr, after)) => (expr, after),
        None => (Expr::Told(0), next),
    };
    Some((Reading { part, clock, ..Reading::of(expr) }, next))
}

/// A clock time after a day: 6 يناير، 2015، الساعة 05:16 مساءً; 2025.12.06 - 09:24.
pub(super) fn after_day(cursor: &Cursor<'_, '_>, reading: Reading, at: usize) -> (Reading, usize) {
    let mut start = at;
    for _ in 0..2 {
        if matches!(cursor.mark(start), Some(',' | '-' | '–' | '|' | '•' | '/'))
            || (cursor.any_role(start, &[Role::At, Role::In]) && !cursor.has_conjunction(start))
        {
            start += 1;
        }
    }
    let told = matches!(&reading.expr, Expr::Date(parts) if parts.year.is_some() || parts.weekday.is_some() || parts.spoken.is_some());
    let found = time(cursor, start, true).filter(|_| told).and_then(|(time, next)| {
        let (part, end) = part_of(cursor, next);
        let colon = numeric::clock(cursor, start, false).is_some();
        let named = cursor.unit(start).is_some();
        // مساء الخميس and الثالثة فجرا are two times.
        let clash = part.is_some() && reading.part.is_some() && part != reading.part;
        if clash || cursor.has_conjunction(start) {
            return None;
        }
        let part = part.or(reading.part);
        (colon || named || part.is_some()).then(|| (in_part(time, part), part, end))
    });
    match found {
        Some((Some(clock), part, end)) => (Reading { part, clock: Some(clock), ..reading }, end),
        _ => (reading, at),
    }
}

/// The time alone, before its part of day is known.
fn time(cursor: &Cursor<'_, '_>, at: usize, after_day: bool) -> Option<(Clock, usize)> {
    let named = cursor.unit(at) == Some((Unit::Hour, Count::One)) && cursor.has_article(at);
    let start = if named { at + 1 } else { at };
    let skip = named && (cursor.role(start, Role::Article) || cursor.mark(start) == Some(':'));
    let start = if skip { start + 1 } else { start };
    if let Some((mut clock, mut next)) = numeric::clock(cursor, start, true) {
        // الساعة 11 و20 دقيقة.
        if let (past @ 1..=59, after) = minutes(cursor, next)
            && named
            && clock.minute == 0
        {
            (clock.minute, next) = (past.unsigned_abs() as u8, after);
        }
        let colon = numeric::clock(cursor, start, false).is_some();
        let part = part_of(cursor, next).0.is_some() || part::with_part(cursor, next, true).is_some();
        if numeric::continues_before(cursor, start) || numeric::continues_after(cursor, next) {
            return None;
        }
        return (named || part || (colon && (after_day || zoned(cursor, next)))).then_some((clock, next));
    }
    let (hour, next) = number::ordinal(cursor, start)
        .or_else(|| number::words(cursor, start).and_then(|(n, next)| Some((i8::try_from(n).ok()?, next))))
        .filter(|(hour, _)| (1..=12).contains(hour))?;
    if !cursor.has_article(start) {
        return None;
    }
    let mut clock = Clock { hour: hour.unsigned_abs(), minute: 0 };
    let (minutes, next) = minutes(cursor, next);
    if minutes < 0 {
        clock.hour = if clock.hour == 1 { 12 } else { clock.hour - 1 };
        clock.minute = (60 + minutes).unsigned_abs().min(59) as u8;
    } else {
        clock.minute = minutes.unsigned_abs().min(59) as u8;
    }
    let part = part_of(cursor, next).0.is_some() || part_with_day(cursor, next, true).is_some();
    (named || part).then_some((clock, next))
}

/// والنصف, وعشر دقائق, إلا ربعا: minutes past or to the hour.
fn minutes(cursor: &Cursor<'_, '_>, at: usize) -> (i32, usize) {
    if cursor.role(at, Role::Minus) {
        if let Some(minutes) = cursor.fraction(at + 1) {
            return (-i32::from(minutes), at + 2);
        }
        if let Some((n, next)) = number::amount(cursor, at + 1).filter(|(n, _)| *n < 60) {
            let unit = matches!(cursor.unit(next), Some((Unit::Minute, _)));
            return (-(n as i32), if unit { next + 1 } else { next });
        }
        return (0, at);
    }
    let joined = cursor.role(at, Role::And);
    let start = if joined { at + 1 } else { at };
    if !joined && !cursor.has_conjunction(at) {
        return (0, at);
    }
    if let Some(minutes) = cursor.fraction(start) {
        // والنصف وخمس دقائق.
        return (i32::from(minutes), start + 1);
    }
    match number::amount(cursor, start).filter(|(n, _)| *n < 60) {
        Some((n, next)) if matches!(cursor.unit(next), Some((Unit::Minute, _))) => (n as i32, next + 1),
        _ => (0, at),
    }
}

/// صباحا, ص, بعد الظهر after a time.
fn part_of(cursor: &Cursor<'_, '_>, at: usize) -> (Option<DayPart>, usize) {
    if let Some(part) = cursor.adverb(at) {
        return (Some(part), at + 1);
    }
    if cursor.role(at, Role::Am) {
        return (Some(DayPart::Of(Part::Morning)), at + 1);
    }
    if cursor.role(at, Role::Pm) && !cursor.has_conjunction(at) {
        return (Some(DayPart::Of(Part::Evening)), at + 1);
    }
    // الواحدة بعد منتصف الليل.
    if cursor.any_role(at, &[Role::After, Role::Before]) && cursor.part(at + 1) == Some(DayPart::Midnight) {
        return (Some(DayPart::Midnight), at + 2);
    }
    let from = if cursor.any_role(at, &[Role::From, Role::In]) { at + 1 } else { at };
    match cursor.part(from) {
        Some(part) if cursor.has_article(from) => (Some(part), from + 1),
        Some(part @ DayPart::Of(Part::Afternoon)) if day::day(cursor, from + 1, true).is_none() => {
            (Some(part), from + 1)
        }
        _ => (None, at),
    }
}

/// [من] فجر الأحد after a time.
fn part_with_day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let from = if cursor.any_role(at, &[Role::From, Role::In]) && !cursor.has_preposition(at) { at + 1 } else { at };
    // من قبل ظهر أمس.
    let before = cursor.adverb(from).is_some() && cursor.part(from).is_none() && from > at;
    if before && let Some((expr, next)) = day::day(cursor, from + 1, day_first) {
        return Some((Reading { part: cursor.adverb(from), ..Reading::of(expr) }, next));
    }
    part::with_part(cursor, from, day_first)
}

/// [من] يوم الأحد, اليوم after a time.
fn following_day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Expr, usize)> {
    let comma = cursor.after_comma(at);
    let from = if cursor.any_role(comma, &[Role::From, Role::In]) && !cursor.has_preposition(comma) {
        comma + 1
    } else {
        comma
    };
    let (expr, next) = day::day(cursor, from, day_first)?;
    let fine = matches!(&expr, Expr::Date(Parts { day, weekday, spoken, .. })
        if day.is_some() || weekday.is_some() || spoken.is_some());
    (fine && !cursor.has_conjunction(from)).then_some((expr, next))
}

/// بتوقيت غرينتش, تغ after a time.
fn zoned(cursor: &Cursor<'_, '_>, at: usize) -> bool {
    cursor.any_role(at, &[Role::ClockOf, Role::Gmt])
}

/// The hour of twenty-four in a part of the day.
fn in_part(clock: Clock, part: Option<DayPart>) -> Option<Clock> {
    let Clock { hour, minute } = clock;
    let hour = match part {
        _ if hour > 12 => hour,
        None => hour,
        Some(DayPart::Midnight) => hour % 12,
        Some(DayPart::Of(Part::Dawn | Part::Morning)) => hour % 12,
        Some(DayPart::Of(Part::Noon)) if hour >= 10 => hour,
        Some(DayPart::Of(Part::Night)) if hour <= 5 || hour == 12 => hour % 12,
        Some(_) => hour % 12 + 12,
    };
    Some(Clock { hour, minute })
}
