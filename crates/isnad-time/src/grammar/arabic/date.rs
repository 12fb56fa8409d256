//! Dates of a month: 19 تشرين الأول الماضي, الخامس والعشرين من كانون الأول 2024, 8 جمادى الآخرة 1446هـ, 19 أكتوبر/تشرين الأول.

use super::{period, year};
use crate::cursor::Cursor;
use crate::expression::{Calendar, Expr, Parts};
use crate::grammar::{day_only, numeric};
use crate::number;
use crate::sense::{Certainty, Count, Role, Shift, Unit};

/// A date with a month: a day of one, or a month that is sure to be one.
pub(super) fn date(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    if let Some((parts, next)) = numeric::date(cursor, at, day_first) {
        return Some(era(cursor, parts, next));
    }
    if let Some((day, next)) = day_number(cursor, at)
        && !numeric::continues_before(cursor, at)
        && let Some(found) = with_day(cursor, day, next)
    {
        return Some(found);
    }
    month(cursor, at)
}

/// A date that only the word before it makes one: بتاريخ 22/4, الموافق 22/4; after في only where no fraction can be meant.
pub(super) fn slashed(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    let before = at.checked_sub(1)?;
    let sure = cursor.any_role(before, &[Role::Dated, Role::Corresponding]);
    let (parts, next) = numeric::day_and_month(cursor, at, day_first).filter(|_| cursor.mark(at + 1) == Some('/'))?;
    let no_fraction = cursor.role(before, Role::In) && parts.day.is_some_and(|day| day > 12);
    (sure || no_fraction).then_some((parts, next))
}

/// A date where one must stand, after يوم or a weekday: also 22/4.
pub(super) fn dated(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    date(cursor, at, day_first).or_else(|| numeric::day_and_month(cursor, at, day_first))
}

/// A day with its month as the second end of a range, where digits run on from the first.
pub(super) fn in_range(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let (day, next) = day_number(cursor, at)?;
    with_day(cursor, day, next)
}

/// A day's number that something else must give its month: the 3 of بين 3 و7 مارس.
pub(super) fn number_only(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let (day, next) = day_number(cursor, at)?;
    Some((day_only(day), next))
}

/// 19, التاسع عشر, الأول.
fn day_number(cursor: &Cursor<'_, '_>, at: usize) -> Option<(u8, usize)> {
    // الـ19 من تشرين الأول.
    let at = if cursor.role(at, Role::Article) && cursor.plain(at + 1).is_some() { at + 1 } else { at };
    if let Some(found) = cursor.day_digits(at) {
        return Some(found);
    }
    let at = if cursor.unit(at) == Some((Unit::Day, Count::One)) { at + 1 } else { at };
    let (n, next) = number::ordinal(cursor, at)?;
    let last = cursor.unit(next) == Some((Unit::Day, Count::One)) && !cursor.has_article(next);
    (1..=31).contains(&n).then_some((n.unsigned_abs(), if last { next + 1 } else { next }))
}

/// What follows a day's number: [من] [شهر] a month with its year.
pub(super) fn with_day(cursor: &Cursor<'_, '_>, day: u8, at: usize) -> Option<(Parts, usize)> {
    let of = cursor.any_role(at, &[Role::From, Role::In]) && !cursor.has_preposition(at);
    // The recogniser's 2. أكتوبر, 2- أكتوبر and 2/ أكتوبر are ways to write 2 أكتوبر.
    let mark = matches!(cursor.mark(at), Some('.' | '-' | '/' | '–')) && cursor.is_glued(at);
    let next = if of || mark { at + 1 } else { at };
    if let Some((calendar, n, after)) = month_name(cursor, next, true) {
        let parts = Parts { day: Some(day), month: Some((calendar, n)), ..Parts::default() };
        return Some(tail(cursor, parts, after));
    }
    // في 4 الجاري, لغاية 31 منه.
    let led = at >= 2
        && (cursor.any_role(at - 2, LEADS)
            || cursor.any_role(at - 2, &[Role::Dated])
            || cursor.weekday(at - 2).is_some());
    let placed = match cursor.shift(at) {
        Some(shift @ (Shift::This | Shift::Last | Shift::Next)) if led && cursor.has_article(at) => Some(shift),
        _ => (led && cursor.role(at, Role::OfIt)).then_some(Shift::Same),
    };
    if let Some(shift) = placed {
        let within = Expr::Whole(Unit::Month, shift);
        return Some((Parts { day: Some(day), within: Some(within.boxed()), ..Parts::default() }, at + 1));
    }
    // في العشرين من الشهر.
    if of
        && cursor.unit(next) == Some((Unit::Month, Count::One))
        && cursor.has_article(next)
        && cursor.shift(next + 1).is_none()
    {
        let within = Expr::Whole(Unit::Month, Shift::This);
        return Some((Parts { day: Some(day), within: Some(within.boxed()), ..Parts::default() }, next + 1));
    }
    // العشرين من الشهر الجاري, من هذا الشهر.
    let digits = at > 0 && cursor.plain(at - 1).is_some();
    let (within, after) = period::month_period(cursor, next).filter(|_| of || (digits && !mark))?;
    Some((Parts { day: Some(day), within: Some(within.boxed()), ..Parts::default() }, after))
}

/// What makes a month of a name that means other things too.
const LEADS: &[Role] = &[
    Role::In,
    Role::Since,
    Role::Until,
    Role::By,
    Role::From,
    Role::To,
    Role::Between,
    Role::Within,
    Role::FromOn,
    Role::And,
];

/// A month with what may follow it. A name that means other things too needs شهر, a preposition or a year.
fn month(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Parts, usize)> {
    let (calendar, n, after) = month_name(cursor, at, false)?;
    let (_, _, certainty) = cursor.month(at).unwrap_or((calendar, n, Certainty::Sure));
    // تموز 13 إلى 15 and يوليو 14, 2013 put the day behind.
    if calendar == Calendar::Common
        && let Some((day, next)) = cursor.day_digits(after)
        && !(numeric::continues_after(cursor, next) && cursor.mark(next) != Some('-'))
    {
        let comma = cursor.after_comma(next);
        let ranged = matches!(cursor.mark(next), Some('-' | '–')) || cursor.role(next, Role::To);
        let year = cursor.year_digits(comma).or_else(|| number::year_words(cursor, comma).map(|found| found.0));
        if ranged || year.is_some() {
            let parts = Parts { day: Some(day), month: Some((calendar, n)), ..Parts::default() };
            return Some(if ranged { (parts, next) } else { tail(cursor, parts, comma) });
        }
    }
    // يناير الثاني والعشرين.
    if calendar == Calendar::Common
        && cursor.has_article(after)
        && let Some((day, next)) = number::ordinal(cursor, after)
        && (3..=31).contains(&day)
    {
        let parts = Parts { day: Some(day.unsigned_abs()), month: Some((calendar, n)), ..Parts::default() };
        return Some(tail(cursor, parts, next));
    }
    let bare = Parts { month: Some((calendar, n)), ..Parts::default() };
    let (parts, next) = tail(cursor, bare, after);
    let supported = parts.year.is_some() || parts.shift.is_some() || parts.within.is_some() || next > after;
    // شهر آب, آب/أغسطس.
    let named = after > at + 1;
    let led = at > 0 && (cursor.any_role(at - 1, LEADS) || cursor.edge(at - 1).is_some());
    let sure = match calendar {
        Calendar::Common => (certainty == Certainty::Sure && !cursor.has_article(at)) || led,
        // Most Hijri months are names of men too: only رمضان is one after a mere preposition.
        Calendar::Hijri => certainty == Certainty::Sure || (led && n == 9),
    };
    (sure || supported || named).then_some((parts, next))
}

/// A month's name: [شهر] آذار, أكتوبر/تشرين الأول, تشرين الأول (أكتوبر); where a day stands before it also شهر 3, الشهر الثامن.
pub(super) fn month_name(cursor: &Cursor<'_, '_>, at: usize, lenient: bool) -> Option<(Calendar, u8, usize)> {
    let word = cursor.unit(at) == Some((Unit::Month, Count::One));
    let next = if word { at + 1 } else { at };
    if let Some((calendar, n, _)) = cursor.month(next) {
        if word && cursor.has_article(at) {
            return None;
        }
        return Some((calendar, n, second_name(cursor, (calendar, n), next + 1)));
    }
    if !word {
        return None;
    }
    if cursor.has_article(at) {
        let (n, after) = number::ordinal(cursor, next)?;
        return (lenient && (1..=12).contains(&n)).then_some((Calendar::Common, n.unsigned_abs(), after));
    }
    if at > 0 && cursor.any_role(at - 1, &[Role::Before, Role::After, Role::Since]) {
        return None;
    }
    let (n, after) = match cursor.plain(next) {
        Some(number) if number.digits <= 2 => (number.value, next + 1),
        Some(_) => return None,
        // شهر واحد is one month.
        None => number::words(cursor, next).filter(|(n, _)| *n > 1)?,
    };
    let n = u8::try_from(n).ok().filter(|n| (1..=12).contains(n))?;
    Some((Calendar::Common, n, after))
}

/// The same month by its other name, after a slash, a dash or in brackets.
fn second_name(cursor: &Cursor<'_, '_>, (calendar, n): (Calendar, u8), at: usize) -> usize {
    let same = |at: usize| matches!(cursor.month(at), Some((c, m, _)) if c == calendar && m == n);
    match cursor.mark(at) {
        Some('/' | '-' | '–' | '\\' | '|') if same(at + 1) => at + 2,
        Some('(' | '[') if same(at + 1) && matches!(cursor.mark(at + 2), Some(')' | ']')) => at + 3,
        None if same(at) && !cursor.has_conjunction(at) => at + 1,
        _ => at,
    }
}

/// What follows a month: الماضي, a year, من العام الماضي, an era.
fn tail(cursor: &Cursor<'_, '_>, mut parts: Parts, at: usize) -> (Parts, usize) {
    let hijri = matches!(parts.month, Some((Calendar::Hijri, _)));
    let mut next = at;
    if let Some(shift) = cursor.shift(at)
        && cursor.has_article(at)
        && shift != Shift::Recent
    {
        parts.shift = Some(shift);
        next = at + 1;
    }
    let comma = if cursor.mark(next) == Some(',') || (cursor.mark(next) == Some('.') && cursor.is_glued(next)) {
        next + 1
    } else {
        next
    };
    let of = if cursor.any_role(comma, &[Role::From, Role::In, Role::To]) && !cursor.has_preposition(comma) {
        comma + 1
    } else {
        comma
    };
    if let Some((expr, after)) = year::placed(cursor, of) {
        parts.within = Some(expr.boxed());
        parts.shift = None;
        return (parts, after);
    }
    let word = year::word(cursor, of);
    let year_at = if word { of + 1 } else { comma };
    if let Some(year) = cursor.year_digits(year_at).filter(|_| word || of == comma)
        && !numeric::continues_after(cursor, year_at + 1)
        && (word || !cursor.has_conjunction(year_at))
    {
        parts.year = Some(year);
        return era(cursor, parts, year_at + 1);
    }
    if let Some((year, after)) = number::year_words(cursor, year_at).filter(|_| word || comma == of) {
        parts.year = Some(year);
        return era(cursor, parts, after);
    }
    if hijri && cursor.role(next, Role::HijriEra) {
        next += 1;
    }
    (parts, next)
}

/// م or هـ after a year, which also say which calendar a year of four digits belongs to.
fn era(cursor: &Cursor<'_, '_>, mut parts: Parts, at: usize) -> (Parts, usize) {
    if cursor.role(at, Role::HijriEra) {
        if let (Some((_, month)), Some(1300..=1500)) = (parts.month, parts.year) {
            parts.month = Some((Calendar::Hijri, month));
        }
        return (parts, at + 1);
    }
    let letter = cursor.role(at, Role::Pm);
    if cursor.role(at, Role::CommonEra) || (letter && cursor.get(at).is_some_and(|unit| !unit.has_conjunction())) {
        return (parts, at + 1);
    }
    (parts, at)
}

/// The month of a period that is one: an expression for شهر آذار 2024 as the whole of something.
pub(super) fn month_expr(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Expr, usize)> {
    let (calendar, n, after) = month_name(cursor, at, true)?;
    let (parts, next) = tail(cursor, Parts { month: Some((calendar, n)), ..Parts::default() }, after);
    Some((Expr::Date(parts), next))
}
