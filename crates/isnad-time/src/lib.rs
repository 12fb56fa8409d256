//! Time expressions of Arabic and English news as half-open intervals: Levantine, Gulf, Egyptian and Maghrebi months, Hijri
//! dates, أول من أمس, the past two weeks, "two days after the attack".
//!
//! A [`TimeReader`] is made once from the language tables and then reads any number of texts. It knows no time zone, it does no input or output, and it cannot fail: what it cannot place stays open, with a note.
//!
//! ```
//! use isnad_languages::Tables;
//! use isnad_text::Text;
//! use isnad_time::{Reference, TimeReader};
//!
//! let reader = TimeReader::new(Tables::embedded());
//! let text = Text::new("داهمت القوات المنزل فجر 19 تشرين الأول الماضي.");
//! let reference = Reference::published("2025-12-06T09:24".parse().unwrap());
//! let (times, notes) = reader.read(&text, "ar", &reference);
//! assert_eq!(times[0].span.of(text.raw()), "فجر 19 تشرين الأول الماضي");
//! assert_eq!(times[0].start.unwrap().to_string(), "2025-10-19");
//! assert_eq!(times[0].end.unwrap().to_string(), "2025-10-20");
//! assert!(notes.is_empty());
//! ```
//!
//! The way of an expression: `unit` cuts the text into words with senses from the tables, `grammar` joins them into what was
//! typed (an `expression`), `place` finds the days that it means, and [`TimeReader`] keeps account of what was narrated.

mod calendar;
mod cursor;
mod dateline;
mod digits;
mod expression;
mod feast;
mod grammar;
mod hijri;
mod lexicon;
mod narrative;
mod number;
mod place;
mod reader;
mod reference;
mod sense;
mod tense;
mod trap;
mod unit;
mod vocabulary;

pub use reader::TimeReader;
pub use reference::{Direction, Reference};
