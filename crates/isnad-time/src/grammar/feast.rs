//! Feasts as both languages write them around the name: the year behind it, and whether anything says that the name is a time.

use super::Found;
use crate::cursor::Cursor;
use crate::expression::{Expr, Reading};
use crate::sense::{DayPart, Feast, Role, Shift, Unit};
use isnad_ledger::Part;

/// What stands before a feast's name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lead {
    /// Days from its first one.
    pub(super) offset: i8,
    /// All its days: the Eid holiday.
    pub(super) whole: bool,
    pub(super) part: Option<DayPart>,
    pub(super) shift: Option<Shift>,
}

/// A feast's name at a unit.
pub(super) fn name(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Feast, u8)> {
    cursor.feast(at)
}

/// The index after what is wished of a feast: المبارك.
pub(super) fn after_name(cursor: &Cursor<'_, '_>, at: usize) -> usize {
    if cursor.role(at + 1, Role::Blessed) { at + 2 } else { at + 1 }
}

/// The reading of a feast with its lead and its year.
pub(super) fn reading((feast, days): (Feast, u8), lead: Lead, year: Option<Expr>, next: usize) -> Found {
    // The night of a feast is the one before it.
    let eve = lead.part == Some(DayPart::Of(Part::Night));
    let expr = Expr::Feast {
        feast,
        offset: if eve { lead.offset - 1 } else { lead.offset },
        days: if lead.whole { days } else { 1 },
        year: year.map(Expr::boxed),
        shift: lead.shift,
    };
    Some((Reading { part: lead.part, ..Reading::of(expr) }, next))
}

/// A year in digits as the year of a feast.
pub(super) fn year(cursor: &Cursor<'_, '_>, at: usize) -> Option<(Expr, usize)> {
    let year = cursor.year_digits(at)?;
    if cursor.role(at + 1, Role::HijriEra) || (1300..=1500).contains(&year) {
        let era = usize::from(cursor.role(at + 1, Role::HijriEra));
        return Some((Expr::HijriYear(year), at + 1 + era));
    }
    Some((Expr::Years(year, year + 1, Unit::Year), at + 1))
}
