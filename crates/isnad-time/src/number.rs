//! Numbers in words and digits as time expressions use them: amounts, ordinals and years. It knows nothing of what is counted.

use crate::cursor::Cursor;
use crate::sense::Role;

/// An amount, in digits or words, and what follows it: 3, ثلاثة, خمسة وعشرين, twenty-one.
pub(crate) fn amount(cursor: &Cursor<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = cursor.plain(at) {
        return (number.digits <= 4).then_some((number.value, at + 1));
    }
    words(cursor, at)
}

/// A cardinal in words.
pub(crate) fn words(cursor: &Cursor<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let (mut total, mut next) = below_hundred(cursor, at)?;
    // Two thousand and eighteen, ألف وتسعمئة وواحد: at most five terms make any year.
    for _ in 0..5 {
        if let Some(scale @ (100 | 1000)) = cursor.cardinal_word(next)
            && total < 100
            && !cursor.has_conjunction(next)
            && total > 0
        {
            total *= u32::from(scale);
            next += 1;
            continue;
        }
        let joined = if cursor.role(next, Role::And) { next + 1 } else { next };
        let arabic = joined == next && (cursor.has_conjunction(next) || cursor.teen(next + 1).is_some());
        let room = if total % 1000 == 0 {
            1000
        } else if total % 100 == 0 {
            100
        } else {
            break;
        };
        if !(arabic || total >= 100) {
            break;
        }
        match below_hundred(cursor, joined) {
            Some((more, after)) if more < room && more > 0 => {
                total += more;
                next = after;
            }
            _ => break,
        }
    }
    Some((total, next))
}

/// Up to ninety-nine, or a single word above it.
fn below_hundred(cursor: &Cursor<'_, '_>, at: usize) -> Option<(u32, usize)> {
    let first = u32::from(cursor.cardinal_word(at)?);
    // واحد stands here for وأحد: its و is read as part of the number one.
    if matches!(first, 1 | 3..=9) && cursor.teen(at + 1).is_some() && !cursor.has_conjunction(at + 1) {
        return Some((first + 10, at + 2));
    }
    match cursor.cardinal_word(at + 1).map(u32::from) {
        // خمسة وعشرون puts the ten behind, twenty-five before.
        Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) if first < 10 && cursor.has_conjunction(at + 1) => {
            Some((first + tens, at + 2))
        }
        Some(ones @ 1..=9) if (20..=90).contains(&first) && first % 10 == 0 && !cursor.has_conjunction(at + 1) => {
            Some((first + ones, at + 2))
        }
        _ => Some((first, at + 1)),
    }
}

/// An ordinal in words or as 19th, and what follows: الثالث عشر, الخامس والعشرين, twenty-first. −1 is the last.
pub(crate) fn ordinal(cursor: &Cursor<'_, '_>, at: usize) -> Option<(i8, usize)> {
    if let Some(number) = cursor.plain(at) {
        let suffixed = number.digits <= 2 && cursor.role(at + 1, Role::Suffix) && cursor.is_glued(at + 1);
        return if suffixed { Some((i8::try_from(number.value).ok()?, at + 2)) } else { None };
    }
    if let Some(tens @ (20 | 30)) = cursor.cardinal_word(at)
        && let Some(ones @ 1..=9) = cursor.ordinal_word(at + 1)
        && !cursor.has_conjunction(at + 1)
    {
        return Some((tens as i8 + ones, at + 2));
    }
    let first = cursor.ordinal_word(at)?;
    if (3..=9).contains(&first) && cursor.teen(at + 1).is_some() && !cursor.has_conjunction(at + 1) {
        return Some((first + 10, at + 2));
    }
    if (1..=9).contains(&first)
        && cursor.has_conjunction(at + 1)
        && let Some(tens @ (20 | 30)) = cursor.cardinal_word(at + 1)
    {
        return Some((first + tens as i8, at + 2));
    }
    Some((first, at + 1))
}

/// A year in words: ألفين وأحد عشر, two thousand and eighteen, nineteen ninety-nine.
pub(crate) fn year_words(cursor: &Cursor<'_, '_>, at: usize) -> Option<(i32, usize)> {
    let (head, next) = below_hundred(cursor, at)?;
    if (18..=20).contains(&head)
        && let Some((tail, after)) = below_hundred(cursor, next)
        && (10..100).contains(&tail)
    {
        return Some(((head * 100 + tail) as i32, after));
    }
    let (value, next) = words(cursor, at)?;
    (1800..=2100).contains(&value).then_some((value as i32, next))
}
