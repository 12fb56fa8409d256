//! Letters, words, clitics, sentences, quotations, inflection and phrases of Arabic and English news prose.
//! This crate does not know what a source or a statement is; it finds where things begin and end, and in what form.
//!
//! ```
//! use isnad_text::Text;
//! let text = Text::new("وقال المتحدّث: «لن نعلّق».");
//! assert_eq!(text.form(1), "المتحدث", "tashkeel is gone from the form, but not from the text");
//! assert_eq!(text.span(1..2).of(text.raw()), "المتحدّث");
//! assert_eq!(text.quotations().len(), 1);
//! ```

mod classes;
mod clitic;
pub mod inflect;
mod normal;
mod phrasebook;
mod quotation;
mod sentence;
mod text;
mod token;

pub use classes::{ClassBook, Classes, Word};
pub use clitic::{Proclitic, enclitics, proclitics};
pub use normal::normalise;
pub use phrasebook::{Match, PhraseBook};
pub use quotation::Quotation;
pub use text::Text;
pub use token::{Token, TokenKind};
