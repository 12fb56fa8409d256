//! Whether two spellings are the same name, in one script or across the two, by sounds and token alignment.
//! It knows spellings only: what context alone can decide (brothers, namesakes) it leaves open.

mod align;
mod compare;
mod costs;
mod index;
mod letters;
mod link;
mod signs;
mod sounds;
mod spelling;
mod words;

pub use compare::{Comparison, Matcher, SAME, Verdict};
pub use index::Index;
pub use link::Linker;
pub use spelling::Spelling;
