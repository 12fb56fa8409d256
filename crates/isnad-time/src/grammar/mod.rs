//! From units to readings: which words together are one time expression. A file per language and kind of expression; what
//! both languages share (dates and clocks in digits) stands beside them. Nothing here knows the day of speaking.

pub(crate) mod arabic;
pub(crate) mod english;
mod numeric;

use crate::expression::{Expr, Parts, Reading};

/// A reading and the index of the unit after it.
pub(crate) type Found = Option<(Reading, usize)>;

/// An expression and the index of the unit after it.
pub(crate) type FoundExpr = Option<(Expr, usize)>;

/// A day's number in a month to be named.
pub(crate) fn day_only(day: u8) -> Parts {
    Parts { day: Some(day), ..Parts::default() }
}
