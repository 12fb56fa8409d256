//! Events in Arabic and English news: what happened, when and where, how many were killed, wounded, arrested or missing, and
//! which statement says so. It looks at one report alone and compares no reports; who said what is read before it.
//!
//! The way of an event: `cells` finds what the tables say of each word, `chunk` joins numbers and nouns into people,
//! `link` puts people and harms together, `mention` is what one sentence tells in one voice, `gather` joins mentions into
//! events, `happening` is one of these with an account per voice, and [`EventReader`] writes them out.
//!
//! ```
//! use isnad_event::EventReader;
//! # use isnad_ledger::{Engine, Ledger, Range, Report};
//! # let empty = |text: &str| -> Ledger {
//! #     serde_json::from_value(serde_json::json!({"ledger": 1, "engine": {"version": "", "tables": ""},
//! #         "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": null, "language": "en",
//! #             "sha256": "", "text_sha256": "", "text": text, "blocks": []},
//! #         "times": [], "places": [], "names": [], "quantities": [], "statements": [], "events": [], "relations": [],
//! #         "notes": []})).unwrap()
//! # };
//! let reader = EventReader::new(isnad_languages::Tables::embedded());
//! let text = isnad_text::Text::new("Two people were shot, one fatally, outside a gas station.");
//! let read = reader.read(&text, "en", &empty(text.raw()));
//! assert_eq!(read.events[0].killed, Some(Range::exactly(1)));
//! assert_eq!(read.events[0].wounded, Some(Range::exactly(1)));
//! ```

mod beside;
mod cells;
mod chunk;
mod gather;
mod happening;
mod headline;
mod lexicon;
mod link;
mod mention;
mod parties;
mod reader;
mod scope;
mod sense;
mod value;
mod victims;

pub use reader::{EventReader, Events};
