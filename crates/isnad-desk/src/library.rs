//! What the pages ask for, as one trait, and the shapes it answers in: ledgers and weighed types, never HTML.
//! It says nothing of where reports are kept; [`Memory`](crate::Memory) keeps them in memory.

use isnad_ledger::{
    Derivation, EventType, Incident, IncidentPlace, Ledger, Moment, Name, NameKind, QuestionKind, Root,
};
use jiff::civil::Date;
use std::sync::Arc;

/// Where the desk finds what it shows. Every answer is a snapshot; nothing here changes anything.
///
/// An *address* is the last part of a page's path: the id itself, or what the library gives out in its place
/// ([`Library::report_address`], [`NameHead::ordinal`]).
pub trait Library: Send + Sync + 'static {
    /// The incidents that pass the filter, newest first, undated ones last.
    fn incidents(&self, filter: &Filter) -> Vec<Arc<Summary>>;
    /// One incident with the reports it is told in.
    fn incident(&self, address: &str) -> Option<IncidentFile>;
    /// The kinds of all its incidents, each once.
    fn kinds(&self) -> Vec<EventType>;
    /// The reports whose title, publisher or first lines hold the words, newest first.
    fn reports(&self, words: &str, window: Window) -> Found<ReportHead>;
    /// One report.
    fn report(&self, address: &str) -> Option<ReportFile>;
    /// What stands for a report's id in its page's path: short even if the id is not.
    fn report_address(&self, id: &str) -> String;
    /// The names that hold the words, most often met first.
    fn names(&self, words: &str, window: Window) -> Found<NameHead>;
    /// One person or organisation with all its mentions; by key, or by `~` and [`NameHead::ordinal`].
    fn name(&self, address: &str) -> Option<NameFile>;
    /// The entry of a name by its resolved name as speakers, links and roots carry it, or by its key.
    fn known(&self, name_or_key: &str) -> Option<NameHead>;
    /// The Arabic name of a place that the ledgers give one for.
    fn place_in_arabic(&self, name: &str) -> Option<String>;
    /// The capture that a report was read from, where it is kept; shown as text only.
    fn capture(&self, _address: &str) -> Option<Arc<Capture>> {
        None
    }
}

/// The bytes that a report was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// As they were retrieved; the report's `sha256` is theirs.
    pub bytes: Vec<u8>,
    /// Their charset by its name in the Encoding Standard; empty for UTF-8.
    pub charset: String,
    /// When they were retrieved, ISO 8601 with its zone, if that is known.
    pub retrieved: Option<String>,
}

/// Which incidents to list. Empty = all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// All of these words, in whatever script, in title, place, sources or accounts.
    pub words: String,
    /// A part of the place's name.
    pub place: String,
    /// On this day or later.
    pub from: Option<Date>,
    /// On this day or earlier.
    pub to: Option<Date>,
    /// The incident's kind.
    pub kind: Option<EventType>,
    /// Only those with an open dispute.
    pub disputed: bool,
    /// Only those that rest on a single root, or on none.
    pub few_roots: bool,
    /// Only those without a date.
    pub undated: bool,
    /// Only those without coordinates.
    pub unplaced: bool,
    /// Only those inside `[south, west, north, east]`, degrees.
    pub area: Option<[f64; 4]>,
}

/// Which part of a long list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Lines before it.
    pub from: usize,
    /// Lines in it, at most.
    pub most: usize,
}

/// A part of a long list.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// How many there are in all.
    pub total: usize,
    /// Those in the window.
    pub lines: Vec<T>,
}

/// A line of the list of incidents.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The incident.
    pub incident: Arc<Incident>,
    /// How many outlets tell of it.
    pub outlets: usize,
    /// Names of the gates behind its positions.
    pub gates: Vec<String>,
    /// Questions with positions that cannot all be true.
    pub disputes: Vec<QuestionKind>,
    /// The first report that tells of it.
    pub first: Option<ReportHead>,
}

impl Summary {
    /// The place, if it has coordinates.
    pub fn point(&self) -> Option<(f64, f64, &IncidentPlace)> {
        let place = self.incident.place.as_ref()?;
        Some((place.latitude?, place.longitude?, place))
    }
}

/// An incident with all that its page shows.
#[derive(Clone, Debug)]
pub struct IncidentFile {
    /// The incident.
    pub incident: Arc<Incident>,
    /// The reports it is told in, oldest first.
    pub reports: Vec<Arc<Ledger>>,
    /// Its roots, with their statements on its questions, and the reports that carry those.
    pub roots: Vec<Root>,
    /// Which of these reports were made from which.
    pub derivations: Vec<Derivation>,
    /// The incidents near it.
    pub related: Vec<Arc<Incident>>,
}

/// A report with all that its page shows.
#[derive(Clone, Debug)]
pub struct ReportFile {
    /// What was read out of it.
    pub ledger: Arc<Ledger>,
    /// The incidents it tells of.
    pub incidents: Vec<Arc<Incident>>,
    /// What it was made from, and what was made from it.
    pub derivations: Vec<Derivation>,
}

/// A report in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportHead {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// Its language.
    pub language: Option<String>,
    /// How many statements were read out of it.
    pub statements: usize,
}

/// A person or organisation in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct NameHead {
    /// `person:…` or `org:…`.
    pub key: String,
    /// Its number in this library; names it in paths where the key must not be seen.
    pub ordinal: usize,
    /// Person or organisation.
    pub kind: NameKind,
    /// The name in English.
    pub name: String,
    /// The name in Arabic.
    pub name_ar: Option<String>,
    /// How many reports name it.
    pub reports: usize,
    /// How many statements are its own.
    pub statements: usize,
}

/// A person or organisation with all its mentions.
#[derive(Clone, Debug)]
pub struct NameFile {
    /// Who it is.
    pub head: NameHead,
    /// Each report that names it, newest first.
    pub mentions: Vec<NameMention>,
    /// The incidents told of in those reports with a question whose answers name it or are about it.
    pub incidents: Vec<Arc<Incident>>,
}

/// A name in one report.
#[derive(Clone, Debug)]
pub struct NameMention {
    /// The report.
    pub ledger: Arc<Ledger>,
    /// The position of its entry in the ledger's `names`.
    pub at: usize,
}

impl NameMention {
    /// Its entry in the ledger.
    pub fn entry(&self) -> &Name {
        &self.ledger.names[self.at]
    }
}
