//! Days: اليوم, أمس الاثنين, يوم الجمعة الماضي, مساء أمس, ليلة 9 تموز.

use super::{date, feast, period, within};
use crate::cursor::Cursor;
use crate::expression::{Expr, Item, Parts};
use crate::grammar::FoundExpr;
use crate::number;
use crate::sense::{Count, Role, Shift, Unit};

/// A weekday's name with its article; and what follows.
pub(super) fn weekday_name(cursor: &Cursor<'_, '_>, at: usize) -> Option<(u8, usize)> {
    let (weekday, _) = cursor.weekday(at)?;
    cursor.has_article(at).then_some((weekday, at + 1))
}

/// A day, however it is named.
pub(super) fn day(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    if cursor.feast(at).is_some() {
        return feast::feast(cursor, at).map(|(reading, next)| (reading.expr, next));
    }
    if let Some((offset, _)) = cursor.day(at) {
        return Some(spoken(cursor, offset, at + 1, day_first));
    }
    // يومها الثالث counts days.
    let counted = number::ordinal(cursor, at + 1).is_some() && cursor.has_article(at + 1);
    if cursor.role(at, Role::ToldDay) && !counted {
        return Some((Expr::Told(0), at + 1));
    }
    // هذا اليوم, في ذلك اليوم.
    if cursor.any_role(at, &[Role::This, Role::That])
        && let Some((Unit::Day | Unit::Night, Count::One)) = cursor.unit(at + 1)
        && cursor.has_article(at + 1)
    {
        let expr = if cursor.role(at, Role::That) { Expr::Told(0) } else { spoken(cursor, 0, at + 2, day_first).0 };
        return Some((expr, at + 2));
    }
    if matches!(cursor.unit(at), Some((Unit::Day, Count::One))) {
        return day_word(cursor, at, day_first);
    }
    if matches!(cursor.unit(at), Some((Unit::Day, Count::Pair))) {
        return pair(cursor, at);
    }
    if let Some(found) = two_weekdays(cursor, at) {
        return Some(found);
    }
    if let Some((weekday, next)) = weekday_name(cursor, at) {
        return Some(weekday_and(cursor, weekday, next, day_first));
    }
    if let Some(found) = weekday_of_week(cursor, at) {
        return Some(found);
    }
    let (parts, next) = date::date(cursor, at, day_first).or_else(|| date::slashed(cursor, at, day_first))?;
    Some((Expr::Date(parts), next))
}

/// أحد الأسبوع الماضي, الأسبوع المقبل يوم الجمعة.
fn weekday_of_week(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let in_week = |weekday, week: Expr, next| {
        (Expr::Date(Parts { weekday: Some(weekday), within: Some(week.boxed()), ..Parts::default() }), next)
    };
    if let Some((weekday, _)) = cursor.weekday(at) {
        let (week, next) = period::week(cursor, at + 1)?;
        return Some(in_week(weekday, week, next));
    }
    let (week, next) = period::week(cursor, at)?;
    let name = if cursor.role(next, Role::Dated) { next + 1 } else { next };
    let (weekday, end) = weekday_name(cursor, name)?;
    Some(in_week(weekday, week, end))
}

/// اليوم and يوم, each with what may stand after it.
fn day_word(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> FoundExpr {
    let next = at + 1;
    if let Some((offset, _)) = cursor.day(next) {
        return Some(spoken(cursor, offset, next + 1, day_first));
    }
    if !cursor.has_article(at) {
        if let Some((weekday, _)) = cursor.weekday(next) {
            return Some(weekday_and(cursor, weekday, next + 1, day_first));
        }
        return date::dated(cursor, next, day_first).map(|(parts, next)| (Expr::Date(parts), next));
    }
    match cursor.shift(next) {
        Some(shift) if cursor.has_article(next) || shift == Shift::Same => {
            return Some(match shift {
                Shift::Last => (Expr::Date(Parts { spoken: Some(-1), ..Parts::default() }), next + 1),
                Shift::Next => (Expr::Date(Parts { spoken: Some(1), ..Parts::default() }), next + 1),
                Shift::This => (Expr::Date(Parts { spoken: Some(0), ..Parts::default() }), next + 1),
                Shift::Recent => return None,
                _ => (Expr::Whole(Unit::Day, shift), next + 1),
            });
        }
        _ => {}
    }
    if let Some((n, after)) = number::ordinal(cursor, next) {
        // اليوم الثالث من أكتوبر is a date; اليوم الثالث للحرب is none.
        return if n > 0 {
            date::with_day(cursor, n.unsigned_abs(), after).map(|(parts, end)| (Expr::Date(parts), end))
        } else {
            within::of(cursor, after, Item::Unit(Unit::Day), n, 1)
        };
    }
    // في اليوم, باليوم and كل ساعات اليوم count, they do not place.
    let counted = cursor.has_preposition(at) || (at > 0 && cursor.role(at - 1, Role::In));
    let dated = cursor.weekday(next).is_some() && cursor.has_article(next);
    if counted && !dated {
        return None;
    }
    Some(spoken(cursor, 0, next, day_first))
}

/// A day counted from the day of speaking, with the weekday and the date that may follow.
fn spoken(cursor: &Cursor<'_, '_>, offset: i8, next: usize, day_first: bool) -> (Expr, usize) {
    let mut parts = Parts { spoken: Some(offset), ..Parts::default() };
    let mut end = next;
    let comma = cursor.after_comma(next);
    if let Some((weekday, after)) = weekday_name(cursor, comma) {
        // اليوم، السبت ends a clause as often as not; the weekday belongs to it all the same.
        (parts.weekday, end) = (Some(weekday), after);
    }
    if let Some((dated, after)) = date_after(cursor, end, day_first) {
        parts = Parts { weekday: parts.weekday, spoken: parts.spoken, ..dated };
        end = after;
    }
    (Expr::Date(parts), end)
}

/// A date after a weekday or اليوم: الثلاثاء 22 يوليو, الخميس الموافق 14 شباط, الاثنين، 8 جمادى الآخرة 1446هـ.
fn date_after(cursor: &Cursor<'_, '_>, at: usize, day_first: bool) -> Option<(Parts, usize)> {
    let comma = cursor.after_comma(at);
    if cursor.has_conjunction(comma) {
        return None;
    }
    let open = if cursor.mark(comma) == Some('(') { comma + 1 } else { comma };
    let (parts, next) = [open, open + 1].into_iter().find_map(|from| {
        let led = from == open || cursor.any_role(open, &[Role::In, Role::Corresponding, Role::Dated]);
        if !led || cursor.has_conjunction(from) {
            return None;
        }
        date::dated(cursor, from, day_first).filter(|(parts, _)| parts.day.is_some())
    })?;
    let closed = open > comma && cursor.mark(next) == Some(')');
    Some((parts, if closed { next + 1 } else { next }))
}

/// A weekday with what may follow it: الماضي, من الأسبوع الماضي, a date, the day's number.
fn weekday_and(cursor: &Cursor<'_, '_>, weekday: u8, next: usize, day_first: bool) -> (Expr, usize) {
    let mut parts = Parts { weekday: Some(weekday), ..Parts::default() };
    if let Some((dated, after)) = date_after(cursor, next, day_first) {
        let date = Expr::Date(Parts { weekday: Some(weekday), ..dated });
        // الثلاثاء الثالث من أيلول is the third of September if that is a Tuesday, else the third Tuesday.
        let counted = number::ordinal(cursor, next).filter(|(n, _)| (1..=5).contains(n) && cursor.has_article(next));
        let nth = counted.and_then(|(n, of)| within::of(cursor, of, Item::Weekday(weekday), n, 1));
        return match nth {
            Some((nth, end)) if end == after => (Expr::Either(date.boxed(), nth.boxed()), after),
            _ => (date, after),
        };
    }
    if let Some(shift) = cursor.shift(next)
        && cursor.has_article(next)
        && shift != Shift::Recent
    {
        parts.shift = Some(shift);
        // الجمعة الماضي 5 كانون الأول.
        if let Some((dated, after)) = date_after(cursor, next + 1, day_first) {
            return (Expr::Date(Parts { weekday: Some(weekday), ..dated }), after);
        }
        return (Expr::Date(parts), next + 1);
    }
    let week_at = if cursor.role(next, Role::From) { next + 1 } else { next };
    if let Some((week, after)) = period::week(cursor, week_at) {
        parts.within = Some(week.boxed());
        return (Expr::Date(parts), after);
    }
    if let Some((n, after)) = number::ordinal(cursor, next)
        && cursor.has_article(next)
    {
        // الثلاثاء الثالث من أيلول counts Tuesdays, الثلاثاء التاسع عشر من أيلول days.
        if (n <= 5 || n == -1)
            && let Some(found) = within::of(cursor, after, Item::Weekday(weekday), n, 1)
        {
            return found;
        }
        if n > 5 {
            let day = n.unsigned_abs();
            return match date::with_day(cursor, day, after) {
                Some((dated, end)) => (Expr::Date(Parts { weekday: Some(weekday), ..dated }), end),
                None => (Expr::Date(Parts { weekday: Some(weekday), day: Some(day), ..Parts::default() }), after),
            };
        }
    }
    (Expr::Date(parts), next)
}

/// السبت والأحد المقبلين: two days in a row with one adjective for both.
fn two_weekdays(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (first, after) = weekday_name(cursor, at)?;
    let (second, next) = weekday_name(cursor, after).filter(|_| cursor.has_conjunction(after))?;
    let both = second == first % 7 + 1 && cursor.shift(next).is_some() && cursor.has_article(next);
    if both { weekdays(cursor, first, second, next) } else { None }
}

/// يومي الجمعة والسبت الماضيين.
fn pair(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let (first, after) = weekday_name(cursor, at + 1)?;
    let (second, next) = weekday_name(cursor, after).filter(|_| cursor.has_conjunction(after))?;
    weekdays(cursor, first, second, next)
}

fn weekdays(cursor: &Cursor<'_, '_>, first: u8, second: u8, mut next: usize) -> FoundExpr {
    let mut shift = None;
    if let Some(found) = cursor.shift(next).filter(|_| cursor.has_article(next)) {
        (shift, next) = (Some(found), next + 1);
    }
    let day = |weekday, shift| Expr::Date(Parts { weekday: Some(weekday), shift, ..Parts::default() }).boxed();
    Some((Expr::Range(day(first, None), day(second, shift)), next))
}
