//! Amounts from a day: three days ago, two weeks earlier, the day after the attack, in ten days, within a month.

use super::day;
use crate::cursor::Cursor;
use crate::expression::{Base, Bound, Expr, Quantity, Reading};
use crate::grammar::Found;
use crate::grammar::amount::{self, Amount};
use crate::number;
use crate::sense::{Count, DayPart, Role, Shift, Unit};
use isnad_ledger::Part;

/// [more than] two weeks, a day, a few months, a year and a half, two years and three months, days.
fn amount(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let joined = |next: usize| cursor.role(next, Role::And).then_some(next + 1);
    Some(simple(cursor, at)?.with_more(joined, |at| simple(cursor, at)))
}

/// An amount in one unit.
fn simple(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let (bound, next) = amount::bound(cursor, at);
    let (count, unit_at, bare) = if cursor.role(next, Role::Few) {
        (None, next + 1, false)
    } else if cursor.role(next, Role::A) && cursor.cardinal_word(next).is_none() {
        (Some(1), next + 1, false)
    } else if let Some((n, after)) = number::amount(cursor, next) {
        (Some(n), after, false)
    } else {
        (None, next, true)
    };
    // Half a century.
    if cursor.fraction(next) == Some(30)
        && cursor.role(next + 1, Role::A)
        && let Some((unit, Count::One)) = cursor.unit(next + 2)
    {
        let quantity = match unit {
            Unit::Century => Quantity::of(Some(50), Unit::Year),
            unit => Quantity { half: true, ..Quantity::of(Some(0), unit) },
        };
        return Some(Amount::of(Quantity { bound, ..quantity }, next + 3));
    }
    let half_first = cursor.fraction(unit_at) == Some(30) && cursor.unit(unit_at + 1).is_some();
    let unit_at = if half_first { unit_at + 1 } else { unit_at };
    let (unit, many) = cursor.unit(unit_at)?;
    if (bare && (many == Count::One || next > at)) || unit == Unit::Season {
        return None;
    }
    let count = count.filter(|n| *n > 0);
    let behind = cursor.fraction(unit_at + 1) == Some(30);
    let after = if behind { unit_at + 2 } else { unit_at + 1 };
    let half = behind || half_first;
    let count = if half_first { Some(count.unwrap_or(1).saturating_sub(1)) } else { count };
    Some(Amount { quantity: Quantity { half, bound, ..Quantity::of(count, unit) }, next: after, bare })
}

/// An amount before or after a day.
pub(super) fn away(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if let Some(found) = eve(cursor, at, day_first) {
        return Some(found);
    }
    if cursor.role(at, Role::Within) {
        let the = usize::from(cursor.role(at + 1, Role::The));
        let amount =
            amount(cursor, at + 1 + the).filter(|amount| !amount.bare && amount.quantity.bound == Bound::Exact)?;
        let expr = Expr::Stretch { count: amount.quantity.count, unit: amount.quantity.unit, ahead: true };
        return Some((Reading { only_ahead: true, ..Reading::of(expr) }, amount.next));
    }
    if cursor.role(at, Role::In)
        && let Some(found) = ahead_in(cursor, at)
    {
        return Some(found);
    }
    // The 3 of "killed 3 days ago" begins an amount, the 19 of "19-year-old" does not.
    let amount = amount(cursor, at)?;
    let next = amount.next;
    let reading = |expr, next| Some((Reading::of(expr), next));
    if cursor.role(next, Role::Ago) && cursor.weekday(next + 1).is_some() && amount.quantity.unit == Unit::Week {
        // A week ago Friday.
        let (named, after) = day::day(cursor, next + 1, day_first)?;
        return reading(amount.away(false, Base::Named(named.expr.boxed())), after);
    }
    if cursor.role(next, Role::Ago) {
        return reading(amount.away(false, Base::Spoken), next + 1);
    }
    if cursor.role(next, Role::Hence) {
        return reading(amount.away(true, Base::Spoken), next + 1);
    }
    if cursor.role(next, Role::Earlier) {
        return reading(amount.away(false, Base::Narrated), next + 1);
    }
    if cursor.role(next, Role::Later) {
        return reading(amount.away(true, Base::ByTense), next + 1);
    }
    if cursor.role(next, Role::FromOn) || cursor.role(next, Role::From) {
        if cursor.any_role(next + 1, &[Role::Here]) {
            return reading(amount.away(true, Base::Spoken), next + 2);
        }
        let (named, after) = day::day(cursor, next + 1, day_first)?;
        return reading(amount.away(true, Base::Named(named.expr.boxed())), after);
    }
    let after = cursor.role(next, Role::After);
    if !after && !cursor.role(next, Role::Before) {
        return None;
    }
    if let Some((named, end)) = day::day(cursor, next + 1, day_first) {
        return reading(amount.away(after, Base::Named(named.expr.boxed())), end);
    }
    // "Three years after the war" tells how long more often than when.
    if amount.bare || amount.is_long() {
        return None;
    }
    reading(amount.away(after, dated_event(cursor, next + 1, day_first)), next + 1)
}

/// Where the noun that names an event ends: the vote.
fn event_end(cursor: &Cursor<'_, '_>, at: usize) -> usize {
    if cursor.role(at, Role::The) && cursor.is_gap(at + 1) { at + 2 } else { at }
}

/// The vote on March 8, the Nov. 1 riot: the date beside an event's name, else the day that the text told of it.
fn dated_event(cursor: &Cursor<'_, '_>, from: usize, day_first: bool) -> Base {
    let dated = |at| {
        let (named, _) = day::day(cursor, at, day_first)?;
        matches!(&named.expr, Expr::Date(parts) if parts.day.is_some() && parts.month.is_some()).then_some(named.expr)
    };
    amount::dated_event(cursor, from, dated).unwrap_or(Base::Event)
}

/// In two weeks, in three days' time: ahead, if the clause is.
fn ahead_in(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let amount = amount(cursor, at + 1).filter(|amount| !amount.bare && amount.quantity.count.is_some())?;
    let own = matches!(cursor.mark(amount.next), Some('-'));
    let fits = !own && !matches!(amount.quantity.unit, Unit::Season | Unit::Quarter | Unit::Half);
    fits.then(|| {
        let expr = amount.away(true, Base::Spoken);
        (Reading { only_ahead: true, ..Reading::of(expr) }, amount.next)
    })
}

/// The day after the attack, the night before, the week before the vote, a day after.
fn eve(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let the = usize::from(cursor.role(at, Role::The));
    let unit_at = at + the;
    // On the eve of the vote.
    if cursor.role(unit_at, Role::DayBefore) {
        let next = unit_at + 1;
        let (base, next) = match day::day(cursor, next, day_first) {
            Some((named, end)) => (Base::Named(named.expr.boxed()), end),
            None => (dated_event(cursor, next, day_first), event_end(cursor, next)),
        };
        return Some((Reading::of(Expr::Away { amount: Quantity::of(Some(1), Unit::Day), ahead: false, base }), next));
    }
    let (unit, part) = match (cursor.unit(unit_at), cursor.part(unit_at)) {
        (Some((Unit::Night, Count::One)), _) => (Unit::Day, Some(DayPart::Of(Part::Night))),
        (Some((unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year), Count::One)), _) => {
            (unit, None)
        }
        (_, Some(part)) if the == 1 => (Unit::Day, Some(part)),
        _ => return None,
    };
    // The year before last, the week after next.
    if let Some(shift @ (Shift::BeforeLast | Shift::AfterNext)) = cursor.shift(unit_at + 1).filter(|_| the == 1) {
        return Some((Reading { part, ..Reading::of(Expr::Whole(unit, shift)) }, unit_at + 2));
    }
    let after = cursor.role(unit_at + 1, Role::After);
    if the == 0 || !(after || cursor.role(unit_at + 1, Role::Before)) {
        return None;
    }
    let next = unit_at + 2;
    let away = |base, next| {
        let expr = Expr::Away { amount: Quantity::of(Some(1), unit), ahead: after, base };
        Some((Reading { part, ..Reading::of(expr) }, next))
    };
    if let Some((named, end)) = day::day(cursor, next, day_first) {
        return away(Base::Named(named.expr.boxed()), end);
    }
    // The noun that names the event belongs to the expression: the night before the leak.
    let article = cursor.any_role(next, &[Role::The, Role::That]) || cursor.is_gap(next);
    let end = event_end(cursor, next);
    if article || cursor.mark(next).is_some() || cursor.get(next).is_none() {
        away(Base::Event, end)
    } else {
        away(Base::Event, next)
    }
}
