//! From units to readings: which words together are one time expression. A file per language and kind of expression; what
//! both languages share (dates and clocks in digits) stands beside them. Nothing here knows the day of speaking.

mod amount;
pub(crate) mod arabic;
pub(crate) mod english;
mod feast;
mod numeric;

use crate::expression::{Expr, Parts, Reading};
use crate::sense::Unit;

/// A reading and the index of the unit after it.
pub(crate) type Found = Option<(Reading, usize)>;

/// An expression and the index of the unit after it.
pub(crate) type FoundExpr = Option<(Expr, usize)>;

/// Two clock times as one stretch of a day, which either may name: between 3 and 5 p.m. on Tuesday.
fn join_clocks(first: &Reading, second: &Reading) -> Option<Reading> {
    let named = |reading: &Reading| !matches!(reading.expr, Expr::Told(0));
    if first.clock.is_none() || second.clock.is_none() || (named(first) && named(second)) {
        return None;
    }
    let day = if named(second) { second } else { first };
    Some(Reading {
        expr: day.expr.clone(),
        part: first.part.or(second.part),
        clock: first.clock,
        ..Reading::of(Expr::Every)
    })
}

/// Two decades in a row as one stretch: the 1980s and 1990s.
fn join_decades(first: &Expr, second: &Expr) -> Option<Expr> {
    match (first, second) {
        (Expr::Years(from, end, Unit::Decade), Expr::Years(next, to, Unit::Decade)) if end == next => {
            Some(Expr::Years(*from, *to, Unit::Decade))
        }
        _ => None,
    }
}

/// A day's number in a month to be named.
pub(crate) fn day_only(day: u8) -> Parts {
    Parts { day: Some(day), ..Parts::default() }
}
