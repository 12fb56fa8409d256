//! What is counted off inside a period: its n-th weekday, its last two weeks, its quarters and halves. It knows no day of
//! speaking.

use crate::calendar::{self, Period};
use crate::expression::Item;
use crate::sense::Unit;
use isnad_ledger::Grain;

/// The n-th weekday or unit of a period, or several of them; counted from its end if negative.
pub(super) fn nth(n: i8, count: u32, item: Item, of: Period) -> Option<Period> {
    let steps = i64::from(n);
    let many = i64::from(count.max(1));
    match item {
        Item::Weekday(weekday) => calendar::day(calendar::nth_weekday(of, weekday, n)?),
        Item::Unit(Unit::Weekend) => {
            let start = calendar::nth_weekday(of, 6, n)?;
            Some(Period { start, end: calendar::days(start, 2)?, grain: Grain::Day })
        }
        Item::Unit(Unit::Week) if of.grain != Grain::Week => {
            // Weeks of a month or year are counted from its first day, or back from its last.
            let start = if n > 0 {
                calendar::days(of.start, 7 * (steps - 1))?
            } else {
                calendar::days(of.end, 7 * (steps + 1 - many))?
            };
            Some(Period { start, end: calendar::days(start, 7 * many)?, grain: Grain::Week })
        }
        Item::Unit(unit) => {
            let (start, end) = if n > 0 {
                let start = calendar::shift(of.start, unit, steps - 1)?;
                (start, calendar::shift(start, unit, many)?)
            } else {
                let end = calendar::shift(of.end, unit, steps + 1)?;
                (calendar::shift(end, unit, -many)?, end)
            };
            let grain = match unit {
                Unit::Month => Grain::Month,
                Unit::Year => Grain::Year,
                _ => Grain::Day,
            };
            (of.start <= start && start < end && end <= of.end).then_some(Period { start, end, grain })
        }
    }
}

/// A quarter or half of a year, a half of a month or decade.
pub(super) fn share(n: u8, unit: Unit, of: Period) -> Option<Period> {
    let months = match (of.grain, unit) {
        (Grain::Year, Unit::Quarter) => 3,
        (Grain::Year, _) => 6,
        (Grain::Decade, Unit::Half) => 60,
        (Grain::Quarter, _) => return None,
        _ => {
            // Half of a month is its first fifteen days or the rest.
            let middle = calendar::days(of.start, 15).filter(|middle| *middle < of.end)?;
            let (start, end) = if n == 1 { (of.start, middle) } else { (middle, of.end) };
            return Some(Period { start, end, grain: Grain::Day });
        }
    };
    let start = calendar::months(of.start, months * (i64::from(n) - 1))?;
    let end = calendar::months(start, months)?;
    (n > 0 && end <= of.end).then_some(Period { start, end, grain: Grain::Quarter })
}
