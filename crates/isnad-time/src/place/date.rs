//! Dates by their parts: which year a bare month means, which week a bare weekday, and whether the weekday that was said is
//! the date's.

use super::{Context, Lean, Placed, choose, place};
use crate::calendar::{self, Period};
use crate::expression::{Calendar, Parts};
use crate::hijri;
use crate::reference::Direction;
use crate::sense::Shift;
use isnad_ledger::Grain;
use jiff::civil::Date;

/// Newsrooms leave the year out only where the calendar year or the season of the report makes it plain. A bare date that
/// would lie further back than `LONG_AGO` days is therefore rather the next one, if that is no further off than `SOON`.
const LONG_AGO: i64 = 274;
const SOON: i64 = 120;

/// How many days ahead a bare date may lie in a clause without a tense though the same year has one that is past.
const NEXT_MONTH: i64 = 31;

/// Places a date.
pub(super) fn date(parts: &Parts, context: &Context) -> Option<Placed> {
    let mut placed = Placed::of(match (parts.month, parts.day, parts.weekday, parts.spoken) {
        (Some((calendar, month)), _, _, _) => dated(calendar, month, parts, context)?,
        (None, _, _, Some(offset)) => return spoken(offset, parts.weekday, context),
        (None, Some(day), weekday, None) => calendar::day(day_of_month(day, weekday, parts, context)?)?,
        (None, None, Some(weekday), None) => calendar::day(bare_weekday(weekday, parts, context)?)?,
        (None, None, None, None) => calendar::year(parts.year?)?,
    });
    if placed.grain == Grain::Day
        && let (Some(weekday), Some(start)) = (parts.weekday, placed.start)
    {
        placed.conflict = calendar::weekday(start) != weekday;
    }
    Some(placed)
}

/// Yesterday, with a weekday beside it or not; where the two part, the weekday is right and the clock had passed midnight.
fn spoken(offset: i8, weekday: Option<u8>, context: &Context) -> Option<Placed> {
    let day = calendar::days(context.spoken?, i64::from(offset))?;
    let said = weekday.filter(|weekday| calendar::weekday(day) != *weekday);
    let Some(weekday) = said else {
        return calendar::day(day).map(Placed::of);
    };
    let near = match offset {
        ..=-1 => calendar::weekday_upto(context.spoken?, weekday)?,
        0 => calendar::weekday_upto(calendar::days(day, 3)?, weekday)?,
        1.. => calendar::weekday_from(context.spoken?, weekday)?,
    };
    Some(Placed { conflict: true, ..Placed::of(calendar::day(near)?) })
}

/// A month, or a day of it, in the year that was said or meant.
fn dated(calendar: Calendar, month: u8, parts: &Parts, context: &Context) -> Option<Period> {
    let make = |year: i32| match (calendar, parts.day) {
        (Calendar::Common, None) => calendar::month(year, month),
        (Calendar::Common, Some(day)) => calendar::day(calendar::civil(year, month, day)?),
        (Calendar::Hijri, None) => {
            let (start, end) = hijri::month(year, month)?;
            Some(Period { start, end, grain: Grain::Month })
        }
        (Calendar::Hijri, Some(day)) => calendar::day(hijri::to_civil((year, month, day))?),
    };
    if let Some(year) = parts.year {
        // Ramadan 2024 is the one that begins in that year of the common calendar.
        if calendar == Calendar::Hijri && year > 1700 {
            let (hijri, _, _) = hijri::from_civil(calendar::civil(year, 1, 1)?)?;
            let begun = |period: &Period| i32::from(period.start.year()) == year;
            return (hijri..=hijri + 1).filter_map(make).find(begun);
        }
        return make(year);
    }
    let year_of = |date: Date| match calendar {
        Calendar::Common => Some(i32::from(date.year())),
        Calendar::Hijri => hijri::from_civil(date).map(|(year, _, _)| year),
    };
    if let Some(within) = &parts.within {
        return make(year_of(place(within, context)?.start?)?);
    }
    let spoken = context.spoken;
    let from = match parts.shift {
        Some(Shift::Following | Shift::Previous | Shift::Same) => {
            context.told_period.map(|period| period.start).or(context.told).or(spoken)
        }
        _ => context.floor.or(spoken),
    };
    if parts.shift.is_none()
        && context.floor.is_none()
        && calendar == Calendar::Common
        && let Some(year) = context.year
    {
        return make(year);
    }
    let from = from?;
    let now = year_of(from)?;
    // Eight years on either side hold a 29 February.
    let mut all = (now - 8..=now + 8).filter_map(make);
    match parts.shift {
        Some(Shift::Last | Shift::Previous | Shift::Recent) => all.rfind(|period| period.end <= from),
        Some(Shift::Next | Shift::Following) => all.find(|period| period.start > from),
        Some(Shift::BeforeLast) => all.rev().filter(|period| period.end <= from).nth(1),
        Some(Shift::AfterNext) => all.filter(|period| period.start > from).nth(1),
        Some(Shift::This | Shift::Same | Shift::New) => make(now),
        None if context.floor.is_some() => all.find(|period| period.start >= from),
        None if context.direction != Direction::Tense || context.lean() == Lean::Future => {
            choose(all, from, context.lean(), false)
        }
        None => near(all, from, context.lean()),
    }
}

/// Of the periods that a bare name may mean, in order of time, the one of a clause that does not look ahead.
pub(super) fn near(periods: impl Iterator<Item = Period> + Clone, from: Date, lean: Lean) -> Option<Period> {
    let past = choose(periods.clone(), from, Lean::Past, false);
    let next = { periods }.find(|period| period.start > from);
    let (Some(past), Some(next)) = (past, next) else { return past.or(next) };
    let (ago, ahead) = (days_between(past.end, from), days_between(from, next.start));
    let same_year = past.start.year() == from.year();
    let rather_next = if same_year { lean == Lean::Open && ahead <= NEXT_MONTH } else { ahead <= SOON };
    Some(if ago > LONG_AGO && rather_next { next } else { past })
}

/// The nineteenth, Tuesday the 19th, the 20th of next month.
fn day_of_month(day: u8, weekday: Option<u8>, parts: &Parts, context: &Context) -> Option<Date> {
    if let Some(within) = &parts.within {
        let month = place(within, context)?.start?;
        return calendar::civil(i32::from(month.year()), month.month().unsigned_abs(), day);
    }
    let spoken = context.floor.or(context.spoken)?;
    let first = spoken.first_of_month();
    let of = |step: i64| {
        let month = calendar::months(first, step)?;
        calendar::civil(i32::from(month.year()), month.month().unsigned_abs(), day)
    };
    let fits = |date: &Date| weekday.is_none_or(|weekday| calendar::weekday(*date) == weekday);
    let lean = if context.floor.is_some() { Lean::Future } else { context.lean() };
    let past = || (-14..=0).rev().filter_map(of).find(|date| *date <= spoken && fits(date));
    let future = || (0..=14).filter_map(of).find(|date| *date >= spoken && fits(date));
    match lean {
        Lean::Future => future(),
        Lean::Past => past(),
        // With a weekday the month that fits is the near one, before or after.
        Lean::Open => match (past(), future().filter(|_| weekday.is_some())) {
            (Some(a), Some(b)) => Some(if days_between(a, spoken) <= days_between(spoken, b) { a } else { b }),
            (a, b) => a.or(b),
        },
    }
}

fn days_between(a: Date, b: Date) -> i64 {
    i64::from(a.until(b).map_or(0, |span| span.get_days()))
}

fn bare_weekday(weekday: u8, parts: &Parts, context: &Context) -> Option<Date> {
    if let Some(within) = &parts.within {
        let week = place(within, context)?.period()?;
        return calendar::nth_weekday(week, weekday, 1);
    }
    if let Some(floor) = context.floor {
        return calendar::weekday_from(floor, weekday);
    }
    let spoken = context.spoken?;
    let told = context.told.unwrap_or(spoken);
    match parts.shift {
        Some(Shift::Last | Shift::Recent) => calendar::weekday_upto(calendar::days(spoken, -1)?, weekday),
        Some(Shift::Next) => calendar::weekday_from(calendar::days(spoken, 1)?, weekday),
        Some(Shift::BeforeLast) => calendar::weekday_upto(calendar::days(spoken, -8)?, weekday),
        Some(Shift::AfterNext) => calendar::weekday_from(calendar::days(spoken, 8)?, weekday),
        Some(Shift::Following) => calendar::weekday_from(calendar::days(told, 1)?, weekday),
        Some(Shift::Previous) => calendar::weekday_upto(calendar::days(told, -1)?, weekday),
        Some(Shift::Same) => calendar::weekday_upto(told, weekday),
        Some(Shift::This | Shift::New) => {
            let week = calendar::days(calendar::monday(spoken)?, i64::from(weekday) - 1)?;
            match context.lean() {
                Lean::Future if week <= spoken => calendar::days(week, 7),
                Lean::Past if week > spoken => calendar::days(week, -7),
                _ => Some(week),
            }
        }
        None if context.lean() == Lean::Future => {
            let from = if context.direction == Direction::Future { calendar::days(spoken, 1)? } else { spoken };
            calendar::weekday_from(from, weekday)
        }
        None => calendar::weekday_upto(spoken, weekday),
    }
}
