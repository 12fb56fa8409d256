//! The report: the text read out of a capture, with its blocks and what is known of its publication.

use crate::{Moment, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The text read out of one capture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The JSONL `id`, else the file's stem; unique in a batch.
    pub id: String,
    /// Where it was published.
    pub url: Option<String>,
    /// Its title; if it stands in the text, a block of kind `title` points at it.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// BCP 47 code, `ar` or `en`; another code is kept, but not read.
    pub language: Option<String>,
    /// SHA-256 of the capture's bytes, in hexadecimal.
    pub sha256: String,
    /// SHA-256 of `text` in UTF-8, in hexadecimal.
    pub text_sha256: String,
    /// The text that all spans point into; never changed once read.
    pub text: String,
    /// The text's blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
}

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Author, place or time line.
    Byline,
    /// A heading inside the report.
    Heading,
    /// A paragraph of prose.
    Paragraph,
    /// One item of a list.
    ListItem,
    /// The words under a picture.
    Caption,
    /// What belongs to the page and not to the report: share links, comment box, "back to top".
    Furniture,
}
