//! Precision, recall and F1, rounded as the project's scoring scripts round. It counts nothing itself.

use serde::{Deserialize, Serialize};

/// Precision, recall and F1; in per cent with one decimal for statements, in parts of one with three for sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prf {
    /// Precision.
    #[serde(rename = "P")]
    pub p: f64,
    /// Recall.
    #[serde(rename = "R")]
    pub r: f64,
    /// Their harmonic mean.
    #[serde(rename = "F1")]
    pub f1: f64,
}

impl Prf {
    /// Of precision and recall as parts of one, in per cent.
    pub(crate) fn percent(p: f64, r: f64) -> Prf {
        Prf { p: round(100.0 * p, 1), r: round(100.0 * r, 1), f1: round(100.0 * harmonic(p, r), 1) }
    }

    /// Of precision and recall as parts of one.
    pub(crate) fn parts(p: f64, r: f64) -> Prf {
        Prf { p: round(p, 3), r: round(r, 3), f1: round(harmonic(p, r), 3) }
    }
}

/// `right` of `all`, 0 of none.
pub(crate) fn share(right: f64, all: f64) -> f64 {
    if all > 0.0 { right / all } else { 0.0 }
}

fn harmonic(p: f64, r: f64) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

/// To so many decimals, correctly rounded from the binary value, as Python's `round` does.
pub(crate) fn round(value: f64, decimals: usize) -> f64 {
    format!("{value:.decimals$}").parse().unwrap_or(value)
}
