//! What looks like a time and is none: streets and movements named after days, resolutions, outlets called Today. The words
//! are the language's `time_traps` table; here is where they must stand.

use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Reading};
use crate::sense::{Role, Sense, Unit, Veto};
use crate::unit;
use isnad_text::Text;

/// Whether the words around units `at..next` of a line forbid a reading.
pub(crate) fn is_trap(cursor: &Cursor<'_, '_>, at: usize, next: usize, reading: &Reading) -> bool {
    let (first, last) = ends(&reading.expr);
    let (before, after) = (mask(first, reading), mask(last, reading));
    let veto = |unit: Option<&unit::Unit<'_>>, pick: fn(&Sense) -> Option<Veto>, mask: u16| {
        unit.is_some_and(|unit| unit.senses().iter().filter_map(pick).any(|Veto(blocked)| blocked & mask != 0))
    };
    let previous = at.checked_sub(1);
    let led = previous.is_some_and(|previous| cursor.any_role(previous, PREPOSITIONS));
    let before_vetoed = previous.is_some_and(|previous| {
        let placed = previous.checked_sub(1).is_some_and(|word| cursor.any_role(word, PREPOSITIONS));
        // في روسيا اليوم is a place and a day, قناة روسيا اليوم is a name; a definite الشارع names no street after a day.
        let outlet = before != Veto::TODAY || !(placed || cursor.has_preposition(previous));
        let common = cursor.has_article(previous) && before & (Veto::DATE | Veto::MONTH | Veto::WEEKDAY) != 0;
        outlet
            && !common
            && veto(cursor.get(previous), |s| if let Sense::VetoBefore(v) = s { Some(*v) } else { None }, before)
    });
    before_vetoed
        || is_named(cursor, at, before)
        || veto(cursor.get(next), |s| if let Sense::VetoAfter(v) = s { Some(*v) } else { None }, after)
        || (!led && veto(cursor.get(next), |s| if let Sense::VetoNear(v) = s { Some(*v) } else { None }, after))
        || (reading.bare_year && after & Veto::YEAR != 0 && is_count(cursor, at, next, led))
}

/// رؤية السعودية 2030, طراز هيونداي 2019: up to two words that mean nothing here stand between.
fn is_named(cursor: &Cursor<'_, '_>, at: usize, mask: u16) -> bool {
    let words = (1..=2).take_while(|back| at > *back && cursor.is_unknown(at - back)).count();
    at.checked_sub(words + 1).and_then(|over| cursor.get(over)).is_some_and(|unit| {
        unit.senses().iter().any(|sense| matches!(sense, Sense::VetoOver(Veto(blocked)) if blocked & mask != 0))
    })
}

const PREPOSITIONS: &[Role] = &[
    Role::In,
    Role::Since,
    Role::By,
    Role::Until,
    Role::From,
    Role::To,
    Role::Between,
    Role::And,
    Role::Of,
    Role::Before,
    Role::After,
    Role::Within,
    Role::FromOn,
    Role::For,
    Role::Dated,
    Role::At,
];

/// A round number with nothing that makes it a year is a count; so is one with a sign, and the year of a © is no time told.
fn is_count(cursor: &Cursor<'_, '_>, at: usize, next: usize, led: bool) -> bool {
    let round = cursor.plain(at).is_some_and(|number| number.value % 100 == 0);
    let marked = matches!(cursor.mark(next), Some('%' | '٪' | '$' | '€' | '©'));
    let rights = at.checked_sub(1).is_some_and(|before| cursor.mark(before) == Some('©'));
    // Resolution 2254 (2015).
    let bracketed = at >= 2 && cursor.mark(at - 1) == Some('(') && cursor.number(at - 2).is_some();
    marked || rights || bracketed || (round && next == at + 1 && (!led || cursor.is_gap(next)))
}

/// The parts of an expression that stand first and last in it.
fn ends(expr: &Expr) -> (&Expr, &Expr) {
    match expr {
        Expr::Range(first, last) => (ends(first).0, ends(last).1),
        Expr::Either(first, _) => ends(first),
        Expr::Since(inner) | Expr::Until(inner) | Expr::Edge(_, inner) => (expr, ends(inner).1),
        _ => (expr, expr),
    }
}

fn mask(expr: &Expr, reading: &Reading) -> u16 {
    match expr {
        Expr::Date(Parts { day: Some(_), month: Some(_), .. }) => Veto::DATE,
        Expr::Date(Parts { month: Some(_), year: None, shift: None, within: None, .. }) => Veto::MONTH,
        Expr::Date(Parts { weekday: Some(_), day: None, shift: None, within: None, spoken: None, .. }) => Veto::WEEKDAY,
        Expr::Date(Parts { spoken: Some(0), weekday: None, month: None, .. }) if reading.part.is_none() => Veto::TODAY,
        Expr::Date(Parts { day: Some(_), .. }) => Veto::DAY_NUMBER,
        Expr::Years(..) if reading.bare_year => Veto::YEAR,
        Expr::Every => Veto::WEEKDAY,
        Expr::Whole(Unit::Year, _) => Veto::PLACED_YEAR,
        Expr::Season { shift: None, .. } => Veto::SEASON,
        Expr::Feast { .. } => Veto::FEAST,
        Expr::Told(0) if reading.clock.is_none() || reading.part.is_some() => Veto::PART,
        _ => 0,
    }
}

/// Whether a bare number counts the word behind it, which stands in the accusative: ارتفع إلى 2024 مستفيدا.
pub(crate) fn is_counted(text: &Text<'_>, cursor: &Cursor<'_, '_>, at: usize, next: usize, reading: &Reading) -> bool {
    let to = at.checked_sub(1).is_some_and(|before| cursor.role(before, Role::To));
    let accusative = || {
        let word = cursor.get(next).map(|unit| text.form(unit.token as usize));
        word.is_some_and(|form| form.chars().count() > 3 && form.ends_with('ا'))
    };
    reading.bare_year && to && next == at + 1 && cursor.is_unknown(next) && accusative()
}

/// Whether a short quotation around an expression makes it a name: «السويداء اليوم», "17 تشرين".
pub(crate) fn is_quoted_name(text: &Text<'_>, first: usize, last: usize, reading: &Reading) -> bool {
    let named = match &reading.expr {
        Expr::Date(parts) => parts.year.is_none() && parts.shift.is_none() && parts.within.is_none(),
        Expr::Told(_) | Expr::Season { .. } => true,
        _ => reading.bare_year,
    };
    if !named {
        return false;
    }
    let quotations = text.quotations();
    let upto = quotations.partition_point(|quotation| (quotation.open as usize) < first);
    // The innermost of the last few that are open here.
    quotations[..upto].iter().rev().take(4).any(|quotation| {
        let inside = quotation.closed && quotation.close as usize > last;
        let words = quotation.tokens().filter(|token| text.tokens()[*token].mark().is_none()).take(6).count();
        inside && quotation.close - quotation.open <= 8 && words <= 4
    })
}
