//! Parts of the day, with their day and alone: مساء أمس الثلاثاء, فجر يوم الأحد, ساعة متأخرة من ليل أمس, صباحا, عند العصر, الليلة.

use super::day;
use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Reading};
use crate::grammar::Found;
use crate::number;
use crate::sense::{Count, DayPart, Role, Unit};
use isnad_ledger::Part;

/// A part of the day with its day: مساء أمس الثلاثاء, فجر يوم الأحد, بعد ظهر الجمعة, الساعات الأولى من صباح السبت.
pub(super) fn with_part(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Found {
    let start = skip_lead(cursor, at);
    if start == at + 4 {
        let part = cursor.part(at + 1);
        let (expr, next) = day::day(cursor, start, day_first)?;
        return Some((Reading { part, ..Reading::of(expr) }, next));
    }
    let part = cursor.part(start)?;
    let mut next = start + 1;
    if cursor.has_article(start) {
        // الليلة and المساء of a day follow it; here the part must be in construct.
        return None;
    }
    if cursor.role(next, Role::From) && !cursor.has_preposition(next) {
        next += 1;
    }
    let (expr, next) = day::day(cursor, next, day_first)?;
    Some((Reading { part: Some(part), ..Reading::of(expr) }, next))
}

/// الساعات الأولى من, ساعة متأخرة من, وقت مبكر من, قبل فجر.
fn skip_lead(cursor: &Cursor<'_, '_>, at: usize) -> usize {
    let lead = match cursor.unit(at) {
        Some((Unit::Hour, _)) => true,
        _ => cursor.role(at, Role::Time),
    };
    let adjective = cursor.any_role(at + 1, &[Role::Early, Role::Late]) || cursor.ordinal_word(at + 1) == Some(1);
    // ساعات الفجر الأولى من.
    if lead
        && cursor.part(at + 1).is_some()
        && cursor.ordinal_word(at + 2) == Some(1)
        && cursor.role(at + 3, Role::From)
    {
        return at + 4;
    }
    if lead && adjective && cursor.any_role(at + 2, &[Role::From, Role::In]) {
        return at + 3;
    }
    if cursor.any_role(at, &[Role::Before, Role::After]) && cursor.part(at + 1).is_some() { at + 1 } else { at }
}

/// A part of the day alone, on the day just narrated: صباحا, عند العصر, منتصف الليل, الليلة الماضية, الليلة.
pub(super) fn part_alone(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let reading = |part, expr| Some((Reading { part: Some(part), ..Reading::of(expr) }, at + 1));
    if cursor.adverb(at).is_some() && cursor.any_role(at + 1, &[Role::Am, Role::Pm]) {
        return None;
    }
    if let Some(part) = cursor.adverb(at).filter(|_| !cursor.has_article(at)) {
        // فجرا في 9 شباط, صباحا يوم الأحد.
        let from = if cursor.role(at + 1, Role::In) { at + 2 } else { at + 1 };
        let dated = cursor.plain(from).is_some() || cursor.unit(from) == Some((Unit::Day, Count::One));
        if dated && let Some((expr @ Expr::Date(_), next)) = day::day(cursor, from, true) {
            return Some((Reading { part: Some(part), ..Reading::of(expr) }, next));
        }
        return reading(part, Expr::Told(0));
    }
    let part = cursor.part(at)?;
    if part == DayPart::Midnight {
        return reading(part, Expr::Told(0));
    }
    // صلاة الفجر and غروب الشمس have the article inside.
    if !(cursor.has_article(at) || cursor.is_phrase(at) && cursor.adverb(at).is_none()) {
        return None;
    }
    if matches!(cursor.unit(at), Some((Unit::Night, Count::One))) && part == DayPart::Of(Part::Night) {
        return night(cursor, at, part);
    }
    let hours = at > 0 && matches!(cursor.unit(at - 1), Some((Unit::Hour, Count::Many)));
    let led = hours
        || at > 0
            && cursor.any_role(at - 1, &[Role::At, Role::Since, Role::Until, Role::Before, Role::After, Role::By])
        || (at > 0 && cursor.role(at - 1, Role::In) && part != DayPart::Of(Part::Afternoon));
    if led && cursor.shift(at + 1).is_none() { reading(part, Expr::Told(0)) } else { None }
}

/// الليلة, الليلة التالية, الليلة نفسها; not الليلة الواحدة.
fn night(cursor: &Cursor<'_, '_>, at: usize, part: DayPart) -> Found {
    if let Some(shift) = cursor.shift(at + 1) {
        return Some((Reading { part: Some(part), ..Reading::of(Expr::Whole(Unit::Night, shift)) }, at + 2));
    }
    let counted = number::ordinal(cursor, at + 1).is_some() || number::words(cursor, at + 1).is_some();
    let led = at > 0 && cursor.role(at - 1, Role::In);
    if counted || led || cursor.has_preposition(at) {
        return None;
    }
    let today = Expr::Date(Parts { spoken: Some(0), ..Parts::default() });
    Some((Reading { part: Some(part), ..Reading::of(today) }, at + 1))
}
