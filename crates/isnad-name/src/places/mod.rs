//! Places: a gazetteer that is built in, indexes of larger ones, and the reader of place mentions. Nothing here does any
//! input or output; an installed index comes as bytes.

mod area;
mod build;
mod context;
mod embedded;
mod evidence;
mod fold;
mod geo;
mod index;
mod kind;
mod links;
mod reader;
mod reading;
mod resolve;
mod row;
mod scan;
mod shape;
mod unlisted;
mod weigh;

pub use build::IndexBuilder;
pub use index::{NoIndex, PlaceIndex};
pub use kind::PlaceKind;
pub use reader::{PlaceReader, ReportHints};
pub use row::PlaceRow;
