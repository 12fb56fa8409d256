//! The page that says what went wrong and what to do.

use crate::lens::Lens;
use askama::Template;

/// What went wrong.
#[derive(Template)]
#[template(path = "message.html")]
pub(crate) struct Message<'a> {
    pub(crate) l: &'a Lens<'a>,
    pub(crate) section: &'static str,
    pub(crate) heading: String,
    pub(crate) explanation: String,
}
