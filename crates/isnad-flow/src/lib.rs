//! The order of things: capture → read → weigh, over many reports at once with bounded memory. It reads no prose itself and
//! knows no screen: what is read is the readers' business ([`Reader`] calls them), progress is told by callbacks.
//!
//! ```
//! use isnad_capture::{Doors, Form};
//! use isnad_flow::{Options, Reader};
//! use isnad_languages::Tables;
//! let tables = Tables::embedded();
//! let captured = Doors::new(tables).bytes("r1", "Six people died, a doctor said.".into(), Form::Text).unwrap();
//! let ledger = Reader::new(tables).read(captured, &Options::default());
//! assert_eq!((ledger.ledger, ledger.report.id.as_str()), (1, "r1"));
//! ```

mod batch;
mod furniture;
mod home;
mod layers;
mod reader;

pub use batch::{Progress, read_files};
pub use isnad_time::Direction;
pub use reader::{Options, Reader};
