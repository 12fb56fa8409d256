//! The pages, one a file: what a library answers, seen through a lens, made ready for its template.

pub(crate) mod account;
pub(crate) mod incident;
pub(crate) mod incidents;
pub(crate) mod marks;
pub(crate) mod message;
pub(crate) mod name;
pub(crate) mod names;
pub(crate) mod pager;
pub(crate) mod parties;
pub(crate) mod report;
pub(crate) mod reports;
pub(crate) mod resolved;
pub(crate) mod story;
