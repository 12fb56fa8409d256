//! Amounts as both languages build them: what may stand before the number, a smaller unit behind, and the dated event that an
//! amount is counted from. How the words of one amount follow each other is each language's own.

use crate::cursor::Cursor;
use crate::expression::{Base, Bound, Expr, Quantity};
use crate::sense::{Role, Unit};

/// An amount that was read and the index of the unit after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) quantity: Quantity,
    pub(super) next: usize,
    /// Nothing was counted: days, the day.
    pub(super) bare: bool,
}

impl Amount {
    pub(super) fn of(quantity: Quantity, next: usize) -> Amount {
        Amount { quantity, next, bare: false }
    }

    /// The expression that lies so far from a day.
    pub(super) fn away(&self, ahead: bool, base: Base) -> Expr {
        Expr::Away { amount: self.quantity, ahead, base }
    }

    /// Whether it tells how long more often than when: three years after the war.
    pub(super) fn is_long(&self) -> bool {
        matches!(self.quantity.unit, Unit::Year | Unit::Decade | Unit::Century)
            && self.quantity.count.is_some_and(|n| n > 2)
    }

    /// With a smaller amount joined to it: two years and three months. `join` says where a second amount may begin.
    pub(super) fn with_more(
        self,
        join: impl Fn(usize) -> Option<usize>,
        read: impl Fn(usize) -> Option<Amount>,
    ) -> Amount {
        let plain = self.quantity.count.is_some() && !self.quantity.half && !self.bare;
        let second = || {
            let second = read(join(self.next)?)?;
            let smaller = size(second.quantity.unit) < size(self.quantity.unit);
            let counted = !second.bare && !second.quantity.half && second.quantity.bound == Bound::Exact;
            let more = second.quantity.count.filter(|_| smaller && counted)?;
            Some((more, second.quantity.unit, second.next))
        };
        match second() {
            Some((count, unit, next)) if plain => {
                Amount { quantity: Quantity { more: Some((count, unit)), ..self.quantity }, next, ..self }
            }
            _ => self,
        }
    }
}

fn size(unit: Unit) -> u8 {
    match unit {
        Unit::Minute => 0,
        Unit::Hour => 1,
        Unit::Day | Unit::Night => 2,
        Unit::Week | Unit::Weekend => 3,
        Unit::Fortnight => 4,
        Unit::Month => 5,
        Unit::Quarter | Unit::Season => 6,
        Unit::Half => 7,
        Unit::Year => 8,
        Unit::Decade => 9,
        Unit::Century => 10,
    }
}

/// More than, about, less than before an amount; and where the amount begins.
pub(super) fn bound(cursor: &Cursor<'_, '_>, at: usize) -> (Bound, usize) {
    let (mut bound, mut next) = (Bound::Exact, at);
    while next < at + 3 {
        if cursor.role(next, Role::More) {
            bound = Bound::More;
        } else if cursor.role(next, Role::Less) {
            bound = Bound::Less;
        } else if !cursor.role(next, Role::About) {
            break;
        }
        next += 1;
    }
    (bound, next)
}

/// How many words may name an event between an amount and the event's date.
const EVENT: usize = 5;

/// The date of the event that an amount is counted from, where the sentence gives it after the event's name: two weeks after
/// the killing on 31 July. `dated` reads what may stand at a unit; the amount itself ends before the event.
pub(super) fn dated_event(cursor: &Cursor<'_, '_>, from: usize, dated: impl Fn(usize) -> Option<Expr>) -> Option<Base> {
    // The Nov. 1 riot has its date before it.
    let mut gaps = usize::from(cursor.role(from, Role::The) && cursor.month(from + 1).is_some());
    for at in from..=from + EVENT {
        if let Some(expr) = dated(at).filter(|_| gaps > 0) {
            return Some(Base::Named(expr.boxed()));
        }
        let passes = cursor.is_gap(at)
            || cursor.any_role(at, &[Role::In, Role::The, Role::Dated, Role::Of, Role::On, Role::Whose]);
        if !passes || cursor.mark(at).is_some() {
            return None;
        }
        gaps += usize::from(cursor.is_gap(at));
    }
    None
}
