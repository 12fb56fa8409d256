//! Periods of the common calendar and counting with them: weeks begin on Monday, seasons with their first month (winter in
//! December), decades and centuries with their round year. It reads no text and never leaves jiff's range.

use crate::sense::{Edge, Unit};
use isnad_ledger::Grain;
use jiff::{Span, ToSpan, civil::Date};

/// Half-open days with the grain they are known at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) start: Date,
    pub(crate) end: Date,
    pub(crate) grain: Grain,
}

/// Adds a span, `None` where the calendar ends.
pub(crate) fn add(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

/// Days later, or earlier.
pub(crate) fn days(date: Date, count: i64) -> Option<Date> {
    if count.abs() > 4_000_000 { None } else { add(date, count.days()) }
}

/// Months later, or earlier; the day is cut to the month's length.
pub(crate) fn months(date: Date, count: i64) -> Option<Date> {
    if count.abs() > 120_000 { None } else { add(date, count.months()) }
}

/// A day.
pub(crate) fn day(date: Date) -> Option<Period> {
    Some(Period { start: date, end: days(date, 1)?, grain: Grain::Day })
}

/// A month of a year.
pub(crate) fn month(year: i32, month: u8) -> Option<Period> {
    let start = civil(year, month, 1)?;
    Some(Period { start, end: months(start, 1)?, grain: Grain::Month })
}

/// A year.
pub(crate) fn year(year: i32) -> Option<Period> {
    Some(Period { start: civil(year, 1, 1)?, end: civil(year + 1, 1, 1)?, grain: Grain::Year })
}

/// Years from one to another, the last left out.
pub(crate) fn years(from: i32, to: i32, grain: Grain) -> Option<Period> {
    Some(Period { start: civil(from, 1, 1)?, end: civil(to, 1, 1)?, grain })
}

/// The season that begins in a year: winter in December of it.
pub(crate) fn season(year: i32, season: u8) -> Option<Period> {
    let start = civil(year, 3 + 3 * (season % 4), 1)?;
    Some(Period { start, end: months(start, 3)?, grain: Grain::Season })
}

/// A day by its numbers.
pub(crate) fn civil(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The week's Monday.
pub(crate) fn monday(date: Date) -> Option<Date> {
    days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

/// Monday is 1.
pub(crate) fn weekday(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// The whole unit that lies `steps` after the one that holds `date`.
pub(crate) fn unit(date: Date, unit: Unit, steps: i64) -> Option<Period> {
    let (y, m) = (i32::from(date.year()), date.month().unsigned_abs());
    let step = i32::try_from(steps).ok().filter(|s| s.abs() < 20_000)?;
    match unit {
        Unit::Minute | Unit::Hour => day(date),
        Unit::Day | Unit::Night => day(days(date, steps)?),
        Unit::Week => {
            let start = days(monday(date)?, 7 * steps)?;
            Some(Period { start, end: days(start, 7)?, grain: Grain::Week })
        }
        Unit::Weekend => {
            let start = days(monday(date)?, 7 * steps + 5)?;
            Some(Period { start, end: days(start, 2)?, grain: Grain::Day })
        }
        Unit::Fortnight => {
            let start = days(monday(date)?, 14 * steps)?;
            Some(Period { start, end: days(start, 14)?, grain: Grain::Week })
        }
        Unit::Month => {
            let start = months(civil(y, m, 1)?, steps)?;
            Some(Period { start, end: months(start, 1)?, grain: Grain::Month })
        }
        Unit::Quarter => {
            let start = months(civil(y, 3 * ((m - 1) / 3) + 1, 1)?, 3 * steps)?;
            Some(Period { start, end: months(start, 3)?, grain: Grain::Quarter })
        }
        Unit::Half => {
            let start = months(civil(y, 6 * ((m - 1) / 6) + 1, 1)?, 6 * steps)?;
            Some(Period { start, end: months(start, 6)?, grain: Grain::Quarter })
        }
        Unit::Season => {
            let index = i64::from((m % 12) / 3);
            let year = if m == 12 { y + 1 } else { y };
            let start = months(civil(year - 1, 12, 1)?, 3 * (index + steps))?;
            Some(Period { start, end: months(start, 3)?, grain: Grain::Season })
        }
        Unit::Year => year(y + step),
        Unit::Decade => {
            let from = y.div_euclid(10) * 10 + 10 * step;
            years(from, from + 10, Grain::Decade)
        }
        Unit::Century => {
            let from = y.div_euclid(100) * 100 + 100 * step;
            years(from, from + 100, Grain::Decade)
        }
    }
}

/// The day that lies `count` units away, counted from the day itself, not from whole units.
pub(crate) fn shift(date: Date, unit: Unit, count: i64) -> Option<Date> {
    match unit {
        Unit::Minute => Some(date),
        Unit::Hour => days(date, count / 24),
        Unit::Day | Unit::Night => days(date, count),
        Unit::Week | Unit::Weekend => days(date, count.checked_mul(7)?),
        Unit::Fortnight => days(date, count.checked_mul(14)?),
        Unit::Month => months(date, count),
        Unit::Quarter | Unit::Season => months(date, count.checked_mul(3)?),
        Unit::Half => months(date, count.checked_mul(6)?),
        Unit::Year => months(date, count.checked_mul(12)?),
        Unit::Decade => months(date, count.checked_mul(120)?),
        Unit::Century => months(date, count.checked_mul(1200)?),
    }
}

/// A third of a period: ten days of a month, four months of a year, three days of a week.
pub(crate) fn third(of: Period, edge: Edge) -> Option<Period> {
    let cut = |a: Option<Date>, b: Option<Date>, grain: Grain| {
        let (start, end) = match edge {
            Edge::Early => (of.start, a?),
            Edge::Mid => (a?, b?),
            Edge::Late => (b?, of.end),
        };
        (start < end).then_some(Period { start, end, grain })
    };
    match of.grain {
        Grain::Day | Grain::Hour | Grain::Minute => Some(of),
        Grain::Week => match edge {
            Edge::Mid => cut(days(of.start, 2), days(of.start, 4), Grain::Day),
            _ => cut(days(of.start, 3), days(of.end, -3), Grain::Day),
        },
        Grain::Month => cut(days(of.start, 10), days(of.start, 20), Grain::Day),
        Grain::Quarter | Grain::Season => {
            let third = if months(of.start, 6) == Some(of.end) { 2 } else { 1 };
            cut(months(of.start, third), months(of.start, 2 * third), Grain::Month)
        }
        Grain::Year => cut(months(of.start, 4), months(of.start, 8), Grain::Month),
        Grain::Decade if months(of.start, 120) == Some(of.end) => {
            cut(months(of.start, 48), months(of.start, 84), Grain::Year)
        }
        Grain::Decade => cut(months(of.start, 33 * 12), months(of.start, 67 * 12), Grain::Year),
        Grain::Vague => Some(of),
    }
}

/// The n-th weekday of a period, counted from its end if negative.
pub(crate) fn nth_weekday(of: Period, weekday_wanted: u8, n: i8) -> Option<Date> {
    let wanted = i64::from(weekday_wanted);
    let found = if n > 0 {
        let ahead = (wanted - i64::from(weekday(of.start))).rem_euclid(7);
        days(of.start, ahead + 7 * (i64::from(n) - 1))?
    } else {
        let last = days(of.end, -1)?;
        let back = (i64::from(weekday(last)) - wanted).rem_euclid(7);
        days(last, -back + 7 * (i64::from(n) + 1))?
    };
    (n != 0 && of.start <= found && found < of.end).then_some(found)
}

/// The latest such weekday up to and with a day.
pub(crate) fn weekday_upto(date: Date, wanted: u8) -> Option<Date> {
    days(date, -(i64::from(weekday(date)) - i64::from(wanted)).rem_euclid(7))
}

/// The first such weekday from a day on.
pub(crate) fn weekday_from(date: Date, wanted: u8) -> Option<Date> {
    days(date, (i64::from(wanted) - i64::from(weekday(date))).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::{nth_weekday, season, third, unit, weekday_from, weekday_upto};
    use crate::sense::{Edge, Unit};
    use jiff::civil::date;

    #[test]
    fn periods_begin_where_they_should() {
        let reference = date(2025, 12, 6);
        let start = |what, steps| unit(reference, what, steps).unwrap().start;
        assert_eq!(start(Unit::Week, 0), date(2025, 12, 1));
        assert_eq!(start(Unit::Weekend, -1), date(2025, 11, 29));
        assert_eq!(start(Unit::Season, 0), date(2025, 12, 1));
        assert_eq!(unit(date(2025, 2, 6), Unit::Season, 0).unwrap().start, date(2024, 12, 1));
        assert_eq!(start(Unit::Decade, -1), date(2010, 1, 1));
        assert_eq!(start(Unit::Quarter, 1), date(2026, 1, 1));
        assert_eq!(season(2025, 3).unwrap().end, date(2026, 3, 1));
    }

    #[test]
    fn thirds_and_weekdays() {
        let december = unit(date(2025, 12, 6), Unit::Month, 0).unwrap();
        let late = third(december, Edge::Late).unwrap();
        assert_eq!((late.start, late.end), (date(2025, 12, 21), date(2026, 1, 1)));
        assert_eq!(nth_weekday(december, 1, -1), Some(date(2025, 12, 29)));
        assert_eq!(nth_weekday(december, 1, 6), None);
        assert_eq!(weekday_upto(date(2025, 12, 6), 6), Some(date(2025, 12, 6)));
        assert_eq!(weekday_from(date(2025, 12, 6), 5), Some(date(2025, 12, 12)));
    }
}
