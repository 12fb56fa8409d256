//! Amounts of time from a day: two weeks ago, three days later, the last two weeks. Weeks and finer land on a day, months and
//! years on the whole month or year; a count that was not given stays open.

use super::{Context, Lean, Placed, place};
use crate::calendar::{self, Period};
use crate::expression::{Base, Bound, Expr, Quantity};
use crate::sense::Unit;
use isnad_ledger::{Grain, TimeKind};
use jiff::civil::Date;

/// The day an amount is counted from.
fn base_day(base: &Base, unit: Unit, context: &Context) -> Option<Date> {
    // Days and weeks are counted from a day; months and years also from a month or year that was told.
    let long = !matches!(unit, Unit::Minute | Unit::Hour | Unit::Day | Unit::Night | Unit::Week | Unit::Fortnight);
    let told = context.told_period.filter(|_| long).map(|period| period.start).or(context.told());
    match base {
        Base::Spoken => context.spoken,
        Base::Event if unit_is_long(unit) && !long => context.event.or(context.told_period.and(told)),
        Base::That if unit_is_long(unit) && !long => context.mentioned.or(context.told_period.and(told)),
        // Without a day told "two days after the attack" is nowhere; an hour after it is the same day.
        Base::Narrated | Base::Event | Base::That if !unit_is_long(unit) => context.event.or(told),
        Base::Narrated | Base::Event | Base::That => context.told_period.and(told),
        Base::ByTense if context.lean() == Lean::Future => context.spoken,
        // He returned two days later, and no day was told: nowhere.
        Base::ByTense if context.lean() == Lean::Past && context.told_period.is_none() && unit_is_long(unit) => None,
        Base::ByTense => told,
        Base::Named(expr) => place(expr, context)?.start,
    }
}

/// The year or month last told, where days are counted from it: died in 1998 and was buried a week later.
fn coarse(base: &Base, unit: Unit, context: &Context) -> Option<Period> {
    let counted = matches!(base, Base::Narrated | Base::ByTense) && context.lean() != Lean::Future;
    let short = matches!(unit, Unit::Day | Unit::Night | Unit::Week | Unit::Fortnight);
    let period = context.told_period.filter(|period| matches!(period.grain, Grain::Month | Grain::Year))?;
    let finer = context.told.is_some_and(|told| period.start <= told && told < period.end);
    (counted && short && !finer).then_some(period)
}

/// The day that lies so far away.
pub(super) fn exact_day(amount: &Quantity, ahead: bool, base: Date) -> Option<Date> {
    let sign = if ahead { 1 } else { -1 };
    let mut day = calendar::shift(base, amount.unit, sign * i64::from(amount.count?))?;
    if let Some((count, unit)) = amount.more {
        day = calendar::shift(day, unit, sign * i64::from(count))?;
    }
    match (amount.half, amount.unit) {
        (true, Unit::Year) => calendar::months(day, 6 * sign),
        (true, Unit::Decade) => calendar::months(day, 60 * sign),
        (true, Unit::Century) => calendar::months(day, 600 * sign),
        (true, Unit::Month) => calendar::days(day, 15 * sign),
        (true, Unit::Week) => calendar::days(day, 3 * sign),
        _ => Some(day),
    }
}

fn unit_is_long(unit: Unit) -> bool {
    !matches!(unit, Unit::Minute | Unit::Hour)
}

/// Places an amount counted from a day.
pub(super) fn away(amount: &Quantity, ahead: bool, base: &Base, context: &Context) -> Option<Placed> {
    if let Some(period) = coarse(base, amount.unit, context) {
        return Some(Placed::open(Some(period.start), Some(period.end), Grain::Vague, TimeKind::Instant));
    }
    let base = base_day(base, amount.unit, context)?;
    if amount.count.is_none() {
        return match amount.unit {
            Unit::Minute | Unit::Hour => calendar::day(base).map(Placed::of),
            _ if ahead => Some(Placed::open(Some(base), None, Grain::Vague, TimeKind::Duration)),
            _ => Some(Placed::open(None, Some(base), Grain::Vague, TimeKind::Duration)),
        };
    }
    let day = exact_day(amount, ahead, base)?;
    match (amount.bound, ahead) {
        (Bound::More, true) => return Some(Placed::open(Some(day), None, Grain::Day, TimeKind::Range)),
        (Bound::More, false) => return Some(Placed::open(None, Some(day), Grain::Day, TimeKind::Range)),
        (Bound::Less, _) if day != base => {
            let (start, end) = if ahead { (base, day) } else { (day, base) };
            return Some(Placed::open(Some(start), Some(end), Grain::Day, TimeKind::Range));
        }
        _ => {}
    }
    let period = match amount.more.map_or(amount.unit, |(_, unit)| unit) {
        Unit::Year if amount.half => calendar::unit(day, Unit::Month, 0),
        Unit::Month if amount.half => calendar::day(day),
        Unit::Month | Unit::Quarter | Unit::Season | Unit::Half => calendar::unit(day, Unit::Month, 0),
        Unit::Year | Unit::Decade | Unit::Century => calendar::unit(day, Unit::Year, 0),
        _ => calendar::day(day),
    };
    period.map(Placed::of)
}

/// Places a stretch by its last day or month: the year to October.
pub(super) fn ending(count: u32, unit: Unit, end: &Expr, context: &Context) -> Option<Placed> {
    let end = place(end, context)?.end?;
    let start = calendar::shift(end, unit, -i64::from(count))?;
    (start < end).then(|| Placed { kind: TimeKind::Range, ..Placed::of(Period { start, end, grain: grain(unit) }) })
}

/// Places a stretch that ends or begins on the day of speaking: the last two weeks, the coming days.
pub(super) fn stretch(count: Option<u32>, unit: Unit, ahead: bool, context: &Context) -> Option<Placed> {
    let spoken = context.spoken?;
    let hours = matches!(unit, Unit::Minute | Unit::Hour);
    let Some(count) = count else {
        return Some(match (ahead, hours) {
            (true, _) => Placed::open(Some(spoken), None, Grain::Vague, TimeKind::Duration),
            (false, true) => Placed::open(None, Some(calendar::days(spoken, 1)?), Grain::Vague, TimeKind::Duration),
            (false, false) => Placed::open(None, Some(spoken), Grain::Vague, TimeKind::Duration),
        });
    };
    let steps = i64::from(count);
    let other = calendar::shift(spoken, unit, if ahead { steps } else { -steps })?;
    let period = match other.cmp(&spoken) {
        std::cmp::Ordering::Less => Period { start: other, end: spoken, grain: grain(unit) },
        std::cmp::Ordering::Greater => Period { start: spoken, end: other, grain: grain(unit) },
        std::cmp::Ordering::Equal => calendar::day(spoken)?,
    };
    Some(Placed { kind: TimeKind::Duration, ..Placed::of(period) })
}

fn grain(unit: Unit) -> Grain {
    match unit {
        Unit::Week | Unit::Weekend | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter | Unit::Half => Grain::Quarter,
        Unit::Season => Grain::Season,
        Unit::Year => Grain::Year,
        Unit::Decade | Unit::Century => Grain::Decade,
        _ => Grain::Day,
    }
}
