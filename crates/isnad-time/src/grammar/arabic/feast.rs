//! Feasts: ثاني أيام عيد الفطر, عيد الأضحى الماضي, عطلة عيد الميلاد, ليلة رأس السنة, يوم عاشوراء عام 1446. A name alone is a time
//! only after a preposition.

use super::year;
use crate::cursor::Cursor;
use crate::expression::Expr;
use crate::grammar::feast::{self, Lead};
use crate::grammar::{Found, FoundExpr};
use crate::number;
use crate::sense::{Count, DayPart, Role, Shift, Unit};
use isnad_ledger::Part;

/// What may stand before the name where it is a time.
const LEADS: &[Role] = &[
    Role::In,
    Role::Since,
    Role::Until,
    Role::By,
    Role::Before,
    Role::After,
    Role::Within,
    Role::FromOn,
    Role::From,
    Role::At,
    Role::Between,
    Role::DayBefore,
    Role::DayAfter,
];

/// A feast with what stands before and behind it.
pub(super) fn feast(cursor: &Cursor<'_, '_>, at: usize) -> Found {
    let (mut lead, mut name_at) = (Lead::default(), at);
    let mut led = at.checked_sub(1).is_some_and(|before| cursor.any_role(before, LEADS));
    if let Some(part) = cursor.part(name_at).filter(|_| feast::name(cursor, at).is_none() && !cursor.has_article(at)) {
        (lead.part, name_at, led) = (Some(part), name_at + 1, true);
    } else if cursor.role(at, Role::DayBefore) {
        (lead.part, name_at, led) = (Some(DayPart::Of(Part::Night)), name_at + 1, true);
    }
    if let Some((n, next)) = number::ordinal(cursor, name_at)
        && matches!(cursor.unit(next), Some((Unit::Day, _)))
        && n > 0
    {
        (lead.offset, name_at, led) = (n - 1, next + 1, true);
    } else if matches!(cursor.unit(name_at), Some((Unit::Day, Count::Many))) || cursor.role(name_at, Role::Holiday) {
        (lead.whole, name_at, led) = (true, name_at + 1, true);
    } else if matches!(cursor.unit(name_at), Some((Unit::Day, Count::One))) && !cursor.has_article(name_at) {
        (name_at, led) = (name_at + 1, true);
    }
    let named = feast::name(cursor, name_at)?;
    let after = feast::after_name(cursor, name_at);
    let (year, next) = year_behind(cursor, after).map_or((None, after), |(year, next)| (Some(year), next));
    let (shift, next) = match cursor.shift(next) {
        Some(shift) if year.is_none() && cursor.has_article(next) => (Some(shift), next + 1),
        _ => (None, next),
    };
    led |= year.is_some() || shift.is_some_and(|shift| shift != Shift::Recent);
    if led { feast::reading(named, Lead { shift, ..lead }, year, next) } else { None }
}

/// العام الماضي, هذا العام, من عام 2006, لعام 1446هـ, 2024.
fn year_behind(cursor: &Cursor<'_, '_>, at: usize) -> FoundExpr {
    let particle = cursor.any_role(at, &[Role::From, Role::In, Role::To]) && !cursor.has_preposition(at);
    let at = if particle { at + 1 } else { at };
    year::placed(cursor, at).or_else(|| {
        let digits = if year::word(cursor, at) { at + 1 } else { at };
        let (year, next) = feast::year(cursor, digits)?;
        // للهجرة.
        let era = matches!(year, Expr::HijriYear(_)) && cursor.role(next, Role::HijriEra);
        Some((year, if era { next + 1 } else { next }))
    })
}
