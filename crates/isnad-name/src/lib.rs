//! People, organisations and places in Arabic and English reports, and the same name across spellings and scripts.
//! It reads text that it is given and does no input or output; who says what is not its business (isnad-statement).

mod names;
mod places;
pub mod same;

pub use names::{NameReader, romanise};
pub use places::{IndexBuilder, NoIndex, PlaceIndex, PlaceKind, PlaceReader, PlaceRow, ReportHints};
