//! Amounts from a day: قبل شهرين, منذ 5 أشهر, بعد يومين من الهجوم, قبل ذلك بأسبوع, خلال عشرة أيام, غداة الهجوم.

use super::day;
use crate::cursor::Cursor;
use crate::expression::{Base, Bound, Expr, Quantity, Reading};
use crate::grammar::amount::{self, Amount};
use crate::grammar::{Found, FoundExpr};
use crate::number;
use crate::sense::{Count, DayPart, Role, Unit};
use isnad_ledger::Part;

/// [نحو] ثلاثة أشهر, شهرين, عام ونصف, سنتين وثلاثة أشهر, أيام قليلة, بضعة أيام.
fn amount(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let joined = |next: usize| {
        let apart = cursor.role(next, Role::And);
        (apart || cursor.has_conjunction(next)).then_some(next + usize::from(apart))
    };
    Some(simple(cursor, at)?.with_more(joined, |at| simple(cursor, at)))
}

/// An amount in one unit.
fn simple(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let (bound, next) = amount::bound(cursor, at);
    if cursor.role(next, Role::Few) {
        let (unit, Count::Many) = cursor.unit(next + 1)? else { return None };
        return Some(Amount::of(Quantity::of(None, unit), next + 2));
    }
    // ربع قرن, نصف قرن.
    if let (Some(fraction @ (15 | 30)), Some((Unit::Century, Count::One))) =
        (cursor.fraction(next), cursor.unit(next + 1))
    {
        let years = if fraction == 15 { 25 } else { 50 };
        return Some(Amount::of(Quantity { bound, ..Quantity::of(Some(years), Unit::Year) }, next + 2));
    }
    // نصف ساعة.
    if let (Some(30), Some((unit, Count::One))) = (cursor.fraction(next), cursor.unit(next + 1))
        && !cursor.has_article(next)
        && !cursor.has_article(next + 1)
    {
        let quantity = Quantity { half: true, bound, ..Quantity::of(Some(0), unit) };
        return Some(Amount::of(quantity, next + 2));
    }
    let (mut count, unit, mut after) = match cursor.unit(next) {
        Some((_, Count::Pair)) => return None,
        Some((_, _)) if cursor.has_article(next) => return None,
        Some((unit, Count::One)) => (Some(1), unit, next + 1),
        Some((unit, Count::Two)) => (Some(2), unit, next + 1),
        Some((unit, Count::Many)) => (None, unit, next + 1),
        None => {
            if cursor.has_article(next) {
                return None;
            }
            let (n, after) = number::amount(cursor, next)?;
            let (unit, count) = cursor.unit(after)?;
            if cursor.has_article(after) || count == Count::Pair {
                return None;
            }
            (Some(n), unit, after + 1)
        }
    };
    if matches!(unit, Unit::Night | Unit::Season | Unit::Weekend) {
        return None;
    }
    // عام 2011 and شهر آذار are names; ساعة واحدة and يوم واحد count one.
    if cursor.unit(next).is_some() && cursor.year_digits(after).is_some() && unit == Unit::Year {
        return None;
    }
    if count == Some(1) && unit == Unit::Month && (cursor.month(after).is_some() || cursor.plain(after).is_some()) {
        return None;
    }
    if unit == Unit::Day && count == Some(1) && cursor.unit(next).is_some() {
        let named = cursor.weekday(after).is_some() || cursor.day(after).is_some() || cursor.plain(after).is_some();
        if named {
            return None;
        }
    }
    if count == Some(1) && cursor.cardinal_word(after) == Some(1) && !cursor.has_conjunction(after) {
        after += 1;
    }
    if count.is_none() && cursor.role(after, Role::Few) {
        after += 1;
    }
    let half = cursor.fraction(after) == Some(30) && cursor.has_conjunction(after);
    if half {
        after += 1;
        if cursor.unit(after).is_some_and(|(again, _)| again == unit) && cursor.has_article(after) {
            after += 1;
        }
    }
    count = count.filter(|n| *n > 0);
    Some(Amount::of(Quantity { half, bound, ..Quantity::of(count, unit) }, after))
}

/// An amount after منذ.
pub(super) fn since(cursor: &Cursor<'_, '_>, at: usize, from_on: bool) -> FoundExpr {
    let amount = amount(cursor, at).filter(|_| !from_on)?;
    Some((amount.away(false, Base::Spoken), amount.next))
}

/// An amount before or after a day.
pub(super) fn away(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let (before, after) = (cursor.role(at, Role::Before), cursor.role(at, Role::After));
    if cursor.any_role(at, &[Role::AfterTold, Role::BeforeTold]) {
        let amount = with_b(cursor, at + 1)?;
        let expr = amount.away(cursor.role(at, Role::AfterTold), Base::That);
        return Some((Reading::of(expr), amount.next));
    }
    if cursor.any_role(at, &[Role::DayAfter, Role::DayBefore]) {
        return eve(cursor, at, day_first);
    }
    if cursor.role(at, Role::Within) {
        let amount = amount(cursor, at + 1).filter(|amount| amount.quantity.bound != Bound::More)?;
        let expr = Expr::Stretch { count: amount.quantity.count, unit: amount.quantity.unit, ahead: true };
        return Some((Reading { only_ahead: true, ..Reading::of(expr) }, amount.next));
    }
    if !before && !after {
        return None;
    }
    // يوما بعد يوم says how, not when.
    let again = at > 0 && cursor.unit(at - 1).is_some() && cursor.unit(at - 1) == cursor.unit(at + 1);
    if again {
        return None;
    }
    if let Some(amount) = amount(cursor, at + 1) {
        return counted(cursor, &amount, after, day_first);
    }
    // قبل الهجوم بيومين: up to three words stand between.
    let gap = (at + 1..at + 4).take_while(|word| cursor.is_gap(*word)).count();
    let amount = (1..=gap).find_map(|words| with_b(cursor, at + 1 + words))?;
    Some((Reading::of(amount.away(after, Base::Event)), amount.next))
}

fn with_b(cursor: &Cursor<'_, '_>, at: usize) -> Option<Amount> {
    let joined = cursor.get(at)?.has_b();
    if joined { amount(cursor, at) } else { None }
}

/// What an amount is counted from: من اليوم, من الآن, من الهجوم.
fn counted(cursor: &Cursor<'_, '_>, amount: &Amount, ahead: bool, day_first: bool) -> Found {
    let next = amount.next;
    if cursor.role(next, Role::From) && !cursor.has_preposition(next) {
        if cursor.role(next + 1, Role::Here) {
            return Some((Reading::of(amount.away(ahead, Base::Spoken)), next + 2));
        }
        if let Some((expr, after)) = day::day(cursor, next + 1, day_first) {
            return Some((Reading::of(amount.away(ahead, Base::Named(expr.boxed()))), after));
        }
        // بعد عشرين عاما من الحكم tells how long, not when.
        let event = || dated_event(cursor, next + 1, day_first).unwrap_or(Base::Event);
        return (!amount.is_long()).then(|| (Reading::of(amount.away(ahead, event())), next));
    }
    // بعد شهرين على العملية, بعد عام عن الحادثة.
    let on = cursor.role(next, Role::On) && !cursor.has_preposition(next);
    let base = match ahead {
        true if on => dated_event(cursor, next + 1, day_first).unwrap_or(Base::Event),
        true => Base::ByTense,
        false => Base::Spoken,
    };
    Some((Reading::of(amount.away(ahead, base)), next))
}

/// بعد أسبوعين من الاغتيال الذي وقع في 31 يوليو, بعد يومين من هجوم الأحد: the date that the event's name has behind it.
fn dated_event(cursor: &Cursor<'_, '_>, from: usize, day_first: bool) -> Option<Base> {
    amount::dated_event(cursor, from, |at| {
        let (expr, _) = day::day(cursor, at, day_first)?;
        let fits = match &expr {
            Expr::Date(parts) if parts.month.is_some() => parts.day.is_some(),
            Expr::Date(parts) => parts.weekday.is_some() && at == from + 1 && !cursor.has_conjunction(at),
            _ => false,
        };
        fits.then_some(expr)
    })
}

/// غداة الهجوم is the day after what was narrated, عشية الهجوم the day before.
fn eve(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let ahead = cursor.role(at, Role::DayAfter);
    // In the Maghreb عشية of a day is its evening.
    let month = |expr: &Expr| matches!(expr, Expr::Date(parts) if parts.month.is_some() && parts.day.is_none());
    if !ahead && let Some((expr, next)) = day::day(cursor, at + 1, day_first).filter(|(expr, _)| !month(expr)) {
        return Some((Reading { part: Some(DayPart::Of(Part::Evening)), ..Reading::of(expr) }, next));
    }
    let base = match day::day(cursor, at + 1, day_first) {
        Some((expr, next)) => (Base::Named(expr.boxed()), next),
        None => (Base::Event, at + 1),
    };
    let expr = Expr::Away { amount: Quantity::of(Some(1), Unit::Day), ahead, base: base.0 };
    Some((Reading::of(expr), base.1))
}
