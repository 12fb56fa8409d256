//! Across reports: which report was made from which, which events are one incident, who stands against whom over what, and
//! how many independent origins stand behind it. This crate is given ledgers; it reads no prose, knows no files and says
//! nothing of where reports are kept.
//!
//! ```
//! use isnad_languages::Tables;
//! use isnad_weigh::Weigher;
//!
//! let weigher = Weigher::new(Tables::embedded());
//! let weighed = weigher.weigh(&[]);
//! assert!(weighed.incidents.is_empty());
//! ```
//!
//! [`Weigher::weigh`] takes all ledgers at once; a [`Weighing`] takes them one by one, keeps a digest of each and lets the
//! ledger go. Both give the same result, whatever the order.

mod assemble;
mod blocks;
mod claim;
mod derive;
mod digest;
mod explain;
mod facts;
mod fold;
mod incident;
mod institution;
mod joined;
mod judge;
mod kind;
mod origin;
mod outlet;
mod phrases;
mod position;
mod reuse;
mod root;
mod spot;
mod told;
mod union;
mod weighing;

pub use explain::{answer, value};
pub use reuse::{Reuse, ReuseIndex, Sketch, reused};
pub use weighing::{Weigher, Weighing};
