//! The nouns of attributed reporting (report, statement, chain, event, incident …) as types, and their JSON form.
//! This crate knows no language and does no input or output: it says what a reading *is*, not how one is made.
//!
//! A [`Ledger`] is everything that was read out of one report; a [`Weighed`] is what comparing several ledgers shows.
//! Both follow the JSON contract, version 1: offsets are Unicode code points into the report's text, end exclusive;
//! every key is always present and an unknown value is `null`.

mod event;
mod ledger;
mod moment;
mod range;
mod report;
mod span;
mod statement;
mod weighed;

pub use event::{Count, DateBasis, Event, EventType, Harm, Relation, RelationKind, Status, Tense, Victim};
pub use ledger::{
    Engine, Grain, Ledger, LedgerError, Name, NameKind, Note, Part, Place, Precision, Quantity, Time, TimeKind,
};
pub use moment::{BadMoment, Moment};
pub use range::Range;
pub use report::{Block, BlockKind, Report};
pub use span::Span;
pub use statement::{Caveat, CaveatBy, Link, Mode, SourceKind, Speaker, Stance, Statement};
pub use weighed::{
    Derivation, How, Incident, Mention, Place as IncidentPlace, Position, Question, QuestionKind, Related, Root,
    StatementRef, Update, Value, Weighed,
};
