//! The desk: incidents, accounts, chains and reports in the browser, out of anything that is a [`Library`].
//! This crate reads no report and weighs nothing: it draws ledgers and what weighing made of them, and serves them to
//! one reader on one machine. It fetches nothing and lets no page fetch anything.
//!
//! [`Desk::bind`] opens the door and makes the one-time address; [`Desk::serve`] answers until the process ends.
//! [`Memory`] is the library of `isnad open`; an archive can stand in its place without a page changing.

mod access;
mod address;
mod assets;
mod draw;
mod fold;
mod guard;
mod json;
mod lens;
mod library;
mod markup;
mod memory;
mod pages;
mod preferences;
mod server;
mod veil;
mod words;

pub use access::Access;
pub use library::{
    Capture, Filter, Found, IncidentFile, Library, NameFile, NameHead, NameMention, ReportFile, ReportHead, Summary,
    Window,
};
pub use memory::Memory;
pub use server::{Desk, DeskError, router};
