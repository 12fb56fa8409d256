//! Gold annotations (what people found in a report) and how a reading is scored against them. This crate reads no prose:
//! it neither makes a ledger nor learns from gold.
//!
//! [`read`] takes `.gold` files (text with inline marks), `.json` files in the form of the seed's (standoff), and folders
//! of both; [`GoldSet::read`] takes a folder of reports on the same incidents. [`Score`] measures statements as the
//! attribution literature does (roles by words, pairs one to one), [`Beyond`] what comes after (stance, kind, chain,
//! speakers, calibration), [`Across`] whether
//! a speaker is the same one throughout, [`SetScore`] incidents, disputes and roots.

mod across;
mod beyond;
mod files;
mod gold;
mod marks;
mod pairs;
mod percent;
mod score;
mod seed;
mod set;
mod set_gold;
mod set_score;
mod words;

pub use across::Across;
pub use beyond::{Beyond, Bin, Miss, MissKind, Tally, judge};
pub use files::{GoldError, read};
pub use gold::{Attribution, Gold, GoldTime, Interval, Marked, frozen};
pub use pairs::{Pair, pairs};
pub use percent::Prf;
pub use score::{RoleScore, Score, Scorer};
pub use set::{GoldDerivation, GoldIncident, GoldPosition, GoldQuestion, GoldSet};
pub use set_score::SetScore;
pub use words::Words;
