//! Feasts: on Christmas Day 2021, last Easter, the second day of Eid al-Fitr, the night of Ashura, during the Eid holiday.

use crate::cursor::Cursor;
use crate::expression::Expr;
use crate::grammar::feast::{self, Lead};
use crate::grammar::{Found, FoundExpr};
use crate::number;
use crate::sense::{Count, DayPart, Role, Unit};
use isnad_ledger::Part;

/// What may stand before the name where it is a time.
const LEADS: &[Role] = &[
    Role::In,
    Role::By,
    Role::Until,
    Role::To,
    Role::Before,
    Role::After,
    Role::From,
    Role::Between,
    Role::Within,
    Role::For,
    Role::About,
];

/// A feast with what stands before and behind it.
pub(super) fn feast(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let (mut lead, mut name_at) = (Lead::default(), at + usize::from(cursor.role(at, Role::The)));
    let of = |at: usize| if cursor.role(at, Role::Of) { at + 1 } else { at };
    if let Some((n, next)) = number::ordinal(cursor, name_at)
        && cursor.unit(next) == Some((Unit::Day, Count::One))
        && n > 0
    {
        (lead.offset, name_at) = (n - 1, of(next + 1));
    } else if matches!(cursor.unit(name_at), Some((Unit::Day, Count::Many))) && cursor.role(name_at + 1, Role::Of) {
        (lead.whole, name_at) = (true, name_at + 2);
    } else if cursor.role(name_at, Role::DayBefore) {
        (lead.part, name_at) = (Some(DayPart::Of(Part::Night)), name_at + 1);
    } else if let Some(part) = cursor.part(name_at) {
        (lead.part, name_at) = (Some(part), of(name_at + 1));
    } else if let Some(shift) = cursor.shift(name_at) {
        (lead.shift, name_at) = (Some(shift), name_at + 1);
    }
    let named = feast::name(cursor, name_at).filter(|_| cursor.is_capital(name_at))?;
    let mut after = feast::after_name(cursor, name_at);
    if cursor.role(after, Role::Holiday) {
        (lead.whole, after) = (true, after + 1);
    }
    if lead.part.is_none()
        && let Some(part) = cursor.part(after).filter(|_| !cursor.is_capital(after))
    {
        (lead.part, after) = (Some(part), after + 1);
        // The morning of a feast is its own day's; so is its night, written behind.
        if let Some((reading, next)) = feast::reading(named, Lead { part: None, ..lead }, None, after) {
            return Some((crate::expression::Reading { part: lead.part, ..reading }, next));
        }
    }
    let comma = cursor.after_comma(after);
    if let Some((year, next)) = year_behind(cursor, comma) {
        return feast::reading(named, lead, Some(year), next);
    }
    // A name alone says what kind as often as when: the Christmas market.
    let before = if name_at > at { at } else { at.wrapping_sub(1) };
    let before = if cursor.role(before, Role::The) { before.wrapping_sub(1) } else { before };
    let led = lead.whole || lead.offset > 0 || lead.part.is_some() || lead.shift.is_some();
    let kind = cursor.is_gap(after) && cursor.mark(after).is_none();
    let sure = cursor.any_role(before, &[Role::Dated, Role::At, Role::Since]);
    if led || sure || (!kind && cursor.any_role(before, LEADS)) {
        feast::reading(named, lead, None, after)
    } else {
        None
    }
}

/// 2021, last year, of this year.
fn year_behind(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let at = if cursor.any_role(at, &[Role::Of, Role::In]) { at + 1 } else { at };
    if let Some(found) = feast::year(cursor, at) {
        return Some(found);
    }
    let shift = cursor.shift(at)?;
    (cursor.unit(at + 1) == Some((Unit::Year, Count::One))).then_some((Expr::Whole(Unit::Year, shift), at + 2))
}
