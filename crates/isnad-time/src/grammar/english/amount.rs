//! Amounts from a day: three days ago, two weeks earlier, the day after the attack, in ten days, within a month.

use super::day;
use crate::cursor::Cursor;
use crate::expression::{Base, Bound, Expr, Reading};
use crate::grammar::Found;
use crate::number;
use crate::sense::{Count, DayPart, Role, Shift, Unit};
use isnad_ledger::Part;

/// An amount of a unit.
struct Amount {
    count: Option<u32>,
    half: bool,
    unit: Unit,
    bound: Bound,
    next: usize,
    /// Nothing was counted: days, the day.
    bare: bool,
}

/// [more than] two weeks, a day, a few months, a year and a half, days.
fn amount(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let mut next = at;
    let mut bound = Bound::Exact;
    if cursor.role(next, Role::More) {
        bound = Bound::More;
        next += 1;
    } else if cursor.role(next, Role::Less) {
        bound = Bound::Less;
        next += 1;
    } else if cursor.role(next, Role::About) {
        next += 1;
    }
    let (count, unit_at, bare) = if cursor.role(next, Role::Few) {
        (None, next + 1, false)
    } else if cursor.role(next, Role::A) && cursor.cardinal_word(next).is_none() {
        (Some(1), next + 1, false)
    } else if let Some((n, after)) = number::amount(cursor, next) {
        (Some(n), after, false)
    } else {
        (None, next, true)
    };
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
    Some(Amount { count, half, unit, bound, next: after, bare })
}

impl Amount {
    fn away(&self, ahead: bool, base: Base) -> Expr {
        Expr::Away { count: self.count, half: self.half, unit: self.unit, ahead, base, bound: self.bound }
    }
}

/// An amount before or after a day.
pub(super) fn away(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if let Some(found) = eve(cursor, at, day_first) {
        return Some(found);
    }
    if cursor.role(at, Role::Within) {
        let the = usize::from(cursor.role(at + 1, Role::The));
        let amount = amount(cursor, at + 1 + the).filter(|amount| !amount.bare && amount.bound == Bound::Exact)?;
        let expr = Expr::Stretch { count: amount.count, unit: amount.unit, ahead: true };
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
    let long = matches!(amount.unit, Unit::Year | Unit::Decade | Unit::Century);
    let uncounted = amount.bare || (long && amount.count.is_some_and(|n| n > 2));
    if !uncounted { reading(amount.away(after, Base::Narrated), next + 1) } else { None }
}

/// In two weeks, in three days' time: ahead, if the clause is.
fn ahead_in(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let amount = amount(cursor, at + 1).filter(|amount| !amount.bare && amount.count.is_some())?;
    let own = matches!(cursor.mark(amount.next), Some('-'));
    let fits = !own && !matches!(amount.unit, Unit::Season | Unit::Quarter | Unit::Half);
    fits.then(|| {
        let expr = amount.away(true, Base::Spoken);
        (Reading { only_ahead: true, ..Reading::of(expr) }, amount.next)
    })
}

/// The day after the attack, the night before, the week before the vote, a day after.
fn eve(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let the = usize::from(cursor.role(at, Role::The));
    let unit_at = at + the;
    let (unit, part) = match (cursor.unit(unit_at), cursor.part(unit_at)) {
        (Some((Unit::Night, Count::One)), _) => (Unit::Day, Some(DayPart::Of(Part::Night))),
        (Some((unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year), Count::One)), _) => (unit, None),
        (_, Some(part)) if the == 1 => (Unit::Day, Some(part)),
        _ => return None,
    };
    let after = cursor.role(unit_at + 1, Role::After);
    if the == 0 || !(after || cursor.role(unit_at + 1, Role::Before)) {
        return None;
    }
    let next = unit_at + 2;
    let away = |base, next| {
        let expr = Expr::Away { count: Some(1), half: false, unit, ahead: after, base, bound: Bound::Exact };
        Some((Reading { part, ..Reading::of(expr) }, next))
    };
    if let Some((named, end)) = day::day(cursor, next, day_first) {
        return away(Base::Named(named.expr.boxed()), end);
    }
    // "The week after next" is counted from the day of speaking.
    let next_word = cursor.shift(next) == Some(Shift::Next) && after;
    if next_word {
        let spoken = Expr::Whole(unit, Shift::Next);
        let expr = Expr::Away {
            count: Some(1),
            half: false,
            unit,
            ahead: true,
            base: Base::Named(spoken.boxed()),
            bound: Bound::Exact,
        };
        return Some((Reading::of(expr), next + 1));
    }
    // The noun that names the event belongs to the expression: the night before the leak.
    let article = cursor.any_role(next, &[Role::The, Role::That]) || cursor.is_gap(next);
    let end = if cursor.role(next, Role::The) && cursor.is_gap(next + 1) { next + 2 } else { next };
    if article || cursor.mark(next).is_some() || cursor.get(next).is_none() {
        away(Base::Narrated, end)
    } else {
        away(Base::Narrated, next)
    }
}
