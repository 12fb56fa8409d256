//! The doors through which reports come in: plain text, JSON Lines, HTML, feeds, web archives. This crate reads no statement
//! and keeps nothing: it turns a capture's bytes into a report's text, its blocks and what its markup says of its
//! publication. What a visible date line says is read by isnad-time.
//!
//! Plain text stays as it is. A page becomes a *rendition*: all visible text in document order, one line a block, with the
//! page's furniture marked and not left out, so that every value can be pointed at. Input is hostile: sizes, depths and
//! expansion are capped by [`Limits`], and one bad input costs one [`CaptureError`].

mod capture;
mod decode;
mod digest;
mod doors;
mod error;
mod feed;
mod furniture;
mod html;
mod http;
mod jsonl;
mod language;
mod limits;
mod plain;
mod source;
mod wacz;
mod warc;

pub use capture::{Captured, Ids, Original};
pub use digest::sha256;
pub use doors::{Doors, Reports};
pub use error::CaptureError;
pub use limits::Limits;
pub use source::{Form, files};
