//! How ledgers and scores look to people: on a terminal and as a page. Nothing is read or judged here.

pub(crate) mod marks;
pub(crate) mod page;
pub(crate) mod scores;
pub(crate) mod terminal;
pub(crate) mod weighed;
