//! Days: today, the day before yesterday, last Friday, Tuesday, Oct. 19, late Tuesday, the early hours of Saturday, that night.

use super::{date, feast, period};
use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Reading};
use crate::grammar::Found;
use crate::number;
use crate::sense::{Certainty, Count, DayPart, Edge, Role, Shift, Unit};
use isnad_ledger::Part;

/// A day, however it is named, with the part of day written behind it.
pub(super) fn day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    if let Some((offset, night)) = cursor.day(at) {
        let parts = Parts { spoken: Some(offset), ..Parts::default() };
        let part = night.then_some(DayPart::Of(Part::Night));
        let (reading, next) = part_behind(cursor, Expr::Date(parts), at + 1);
        return Some((Reading { part: reading.part.or(part), ..reading }, next));
    }
    if cursor.feast(at).is_some() {
        return feast::feast(cursor, at);
    }
    if let Some((expr, next)) = weekday(cursor, at, day_first) {
        return Some(part_behind(cursor, expr, next));
    }
    if let Some((parts, next)) = date::date(cursor, at, day_first) {
        let fine = parts.day.is_some();
        let expr = Expr::Date(parts);
        return Some(if fine { part_behind(cursor, expr, next) } else { (Reading::of(expr), next) });
    }
    day_unit(cursor, at)
}

/// Monday evening, yesterday morning.
fn part_behind(cursor: &Cursor<'_, '_>, expr: Expr, at: usize) -> (Reading, usize) {
    match cursor.part(at) {
        Some(part) if !cursor.is_capital(at) && cursor.mark(at - 1).is_none() && !cursor.is_possessive(at - 1) => {
            (Reading { part: Some(part), ..Reading::of(expr) }, at + 1)
        }
        // On Friday at dawn.
        None if cursor.role(at, Role::At) && cursor.part(at + 1).is_some() => {
            (Reading { part: cursor.part(at + 1), ..Reading::of(expr) }, at + 2)
        }
        _ => (Reading::of(expr), at),
    }
}

/// A weekday with what may stand before and behind it.
fn weekday(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Expr, usize)> {
    let shift = cursor.shift(at);
    let name_at = if shift.is_some() { at + 1 } else { at };
    let (weekday, certainty) = cursor.weekday(name_at)?;
    // Friday Night Lights, the Saturday Evening Post.
    if cursor.part(name_at + 1).is_some() && cursor.is_capital(name_at + 1) {
        return None;
    }
    let mut parts = Parts { weekday: Some(weekday), shift, ..Parts::default() };
    let next = if certainty == Certainty::Abbreviation { cursor.after_stop(name_at + 1) } else { name_at + 1 };
    let comma = cursor.after_comma(next);
    if shift.is_none() {
        let led = [comma, comma + 1].into_iter().find_map(|from| {
            let fits = from == comma || cursor.any_role(comma, &[Role::The, Role::Dated]);
            if !fits { None } else { date::dated(cursor, from, day_first).filter(|(parts, _)| parts.day.is_some()) }
        });
        if let Some((dated, after)) = led {
            return Some((Expr::Date(Parts { weekday: Some(weekday), ..dated }), after));
        }
        // Tuesday the 19th.
        let the = if cursor.role(next, Role::The) { next + 1 } else { next };
        if let Some((n, after)) = number::ordinal(cursor, the).filter(|(n, _)| (1..=31).contains(n))
            && cursor.plain(the).is_some()
        {
            parts.day = Some(n.unsigned_abs());
            return Some((Expr::Date(parts), after));
        }
    }
    if certainty == Certainty::Abbreviation && !(next > name_at + 1 && shift.is_none() && at == 0) {
        return None;
    }
    // The Sunday before last, Friday after next.
    if let Some(behind @ (Shift::BeforeLast | Shift::AfterNext)) = cursor.shift(next).filter(|_| shift.is_none()) {
        parts.shift = Some(behind);
        return Some((Expr::Date(parts), next + 1));
    }
    // Friday last week, Wednesday of next week.
    let of = if cursor.any_role(next, &[Role::Of, Role::From]) { next + 1 } else { next };
    if shift.is_none()
        && let Some(shift) = cursor.shift(of)
        && cursor.unit(of + 1) == Some((Unit::Week, Count::One))
    {
        let shift = if shift == Shift::Recent { Shift::Last } else { shift };
        parts.within = Some(Expr::Whole(Unit::Week, shift).boxed());
        return Some((Expr::Date(parts), of + 2));
    }
    Some((Expr::Date(parts), next))
}

/// The next day, that night, the same day, the following morning, this morning.
fn day_unit(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let that = cursor.role(at, Role::That);
    let shift = if that { Some(Shift::Same) } else { cursor.shift(at) }?;
    if let Some((unit @ (Unit::Day | Unit::Night), Count::One)) = cursor.unit(at + 1) {
        // The next day follows what was told; next day likewise. This day and this night are today's.
        let shift = match shift {
            Shift::Next => Shift::Following,
            Shift::Recent => return None,
            shift => shift,
        };
        let part = (unit == Unit::Night).then_some(DayPart::Of(Part::Night));
        return Some((Reading { part, ..Reading::of(Expr::Whole(unit, shift)) }, at + 2));
    }
    let part = cursor.part(at + 1)?;
    let expr = match shift {
        Shift::Next => Expr::Whole(Unit::Day, Shift::Following),
        Shift::Recent => return None,
        shift => Expr::Whole(Unit::Day, shift),
    };
    Some((Reading { part: Some(part), ..Reading::of(expr) }, at + 2))
}

/// A part of the day before its day: before dawn Monday, early hours of Saturday, late on Wednesday, the night of 3 March.
pub(super) fn with_part(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let the = if cursor.role(at, Role::The) { at + 1 } else { at };
    let early = |n: usize| cursor.edge(n) == Some(Edge::Early);
    let (part, next) = if early(the) && matches!(cursor.unit(the + 1), Some((Unit::Hour, Count::Many))) {
        (DayPart::Of(Part::Dawn), the + 2)
    } else if cursor.any_role(the, &[Role::Before, Role::After, Role::About]) && cursor.part(the + 1).is_some() {
        (cursor.part(the + 1)?, the + 2)
    } else if let Some(part) = cursor.part(the).or_else(|| cursor.part(the + 1).filter(|_| early(the))) {
        (part, if cursor.part(the).is_some() { the + 1 } else { the + 2 })
    } else {
        let part = match cursor.edge(the)? {
            Edge::Early => DayPart::Of(Part::Morning),
            Edge::Late => DayPart::Of(Part::Evening),
            Edge::Mid => return None,
        };
        (part, the + 1)
    };
    // The pre-dawn hours of Friday.
    let hours = matches!(cursor.unit(next), Some((Unit::Hour, Count::Many))) && cursor.role(next + 1, Role::Of);
    let next = if hours { next + 1 } else { next };
    let on = cursor.any_role(next, &[Role::Dated, Role::Of, Role::In]);
    let (reading, after) = day(cursor, if on { next + 1 } else { next }, day_first)?;
    let fine = matches!(&reading.expr, Expr::Date(parts) if parts.day.is_some() || parts.weekday.is_some() || parts.spoken.is_some())
        || matches!(reading.expr, Expr::Whole(Unit::Day | Unit::Night, _));
    fine.then(|| (Reading { part: Some(reading.part.unwrap_or(part)), ..reading }, after))
}

/// A part of the day alone, on the day just narrated: at dawn, in the morning, pre-dawn, overnight, by noon.
pub(super) fn part_alone(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let part = cursor.part(at)?;
    if cursor.is_capital(at) && at > 0 {
        return None;
    }
    let the = at > 0 && cursor.role(at - 1, Role::The);
    let before = if the { at.checked_sub(2) } else { at.checked_sub(1) };
    let prepositions = [Role::At, Role::In, Role::By, Role::Since, Role::Until, Role::Before, Role::After, Role::About];
    let led = before.is_some_and(|before| cursor.any_role(before, &prepositions));
    let at_night = part == DayPart::Of(Part::Night) && before.is_some_and(|b| cursor.role(b, Role::At));
    let alone = period::is_alone(part, cursor, at);
    ((led && !at_night) || alone).then(|| (Reading { part: Some(part), ..Reading::of(Expr::Told(0)) }, at + 1))
}
