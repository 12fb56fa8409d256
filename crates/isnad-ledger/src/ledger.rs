//! The ledger: all that was read out of one report, in the JSON contract's form, version 1.

use crate::{Event, Moment, Relation, Report, Span, Statement};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// All that was read out of one report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ledger {
    /// Version of the contract: 1.
    pub ledger: u32,
    /// What read it.
    pub engine: Engine,
    /// The report.
    pub report: Report,
    /// Time expressions, in order.
    pub times: Vec<Time>,
    /// Places, in order.
    pub places: Vec<Place>,
    /// People and organisations, in order of first mention.
    pub names: Vec<Name>,
    /// Counted things, in order.
    pub quantities: Vec<Quantity>,
    /// Statements, in order.
    pub statements: Vec<Statement>,
    /// Events, in order.
    pub events: Vec<Event>,
    /// Relations said outright, in order.
    pub relations: Vec<Relation>,
    /// What the reader noticed.
    pub notes: Vec<Note>,
}

/// A ledger that does not hold to the contract.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// Not the JSON of a ledger.
    #[error("not a ledger: {0}")]
    Json(#[from] serde_json::Error),
    /// Another version.
    #[error("this is a ledger of version {0}; this program reads version 1")]
    Version(u32),
    /// A span runs out of the text.
    #[error("the span [{start}, {end}] runs out of the text, which has {length} code points")]
    Span {
        /// Its first code point.
        start: u32,
        /// The code point after its last.
        end: u32,
        /// The text's length in code points.
        length: u32,
    },
}

impl Ledger {
    /// Reads one ledger from its JSON and checks the version and that every span lies inside the text.
    ///
    /// # Errors
    /// [`LedgerError`] says what is wrong; nothing is repaired silently.
    pub fn from_json(json: &str) -> Result<Ledger, LedgerError> {
        let ledger: Ledger = serde_json::from_str(json)?;
        if ledger.ledger != 1 {
            return Err(LedgerError::Version(ledger.ledger));
        }
        let length = ledger.report.text.chars().count() as u32;
        let outside = ledger.spans().find(|span| span.end() > length);
        match outside {
            Some(span) => Err(LedgerError::Span { start: span.start(), end: span.end(), length }),
            None => Ok(ledger),
        }
    }

    /// Every span of the ledger, in no particular order.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let statements = self.statements.iter().flat_map(|s| {
            let linked = s.speakers.iter().filter_map(|x| x.span);
            let via = s.via.iter().chain(&s.gate).filter_map(|x| x.span);
            let caveat = s.caveat.iter().map(|x| x.span);
            let marks = s.source.iter().chain(&s.cue).chain(&s.content).copied();
            marks.chain(linked).chain(via).chain(caveat)
        });
        let events = self.events.iter().flat_map(|e| {
            let victims = e.victims.iter().filter_map(|v| v.description);
            std::iter::once(e.span).chain(victims).chain(e.counts.iter().map(|c| c.span))
        });
        let names = self.names.iter().flat_map(|n| n.spans.iter().chain(&n.anaphora).copied());
        (self.report.blocks.iter().map(|b| b.span))
            .chain(self.times.iter().map(|t| t.span))
            .chain(self.places.iter().map(|p| p.span))
            .chain(names)
            .chain(self.quantities.iter().map(|q| q.span))
            .chain(statements)
            .chain(events)
            .chain(self.relations.iter().map(|r| r.span))
            .chain(self.notes.iter().filter_map(|n| n.span))
    }
}

/// What read a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Engine {
    /// The program's version.
    pub version: String,
    /// SHA-256 of the language tables, in hexadecimal.
    pub tables: String,
}

/// A time expression as a half-open interval; an open end is `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Time {
    /// `t1`, `t2` …
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// From.
    pub start: Option<Moment>,
    /// Up to, not included.
    pub end: Option<Moment>,
    /// How fine it is.
    pub grain: Grain,
    /// Part of the day.
    pub part: Option<Part>,
    /// Clock time, `HH:MM`.
    pub clock: Option<String>,
    /// What sort of expression.
    pub kind: TimeKind,
}

/// How fine a time expression is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Grain {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Season,
    Year,
    Decade,
    Vague,
}

/// Part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// What sort of time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TimeKind {
    /// A point of the calendar, at its grain.
    Instant,
    /// From one to another.
    Range,
    /// A length of time, anchored.
    Duration,
    /// Recurring.
    Set,
}

/// A place where it is mentioned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// `p1`, `p2` …
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// `place:…`; `None` if no gazetteer knows it.
    pub key: Option<String>,
    /// Its name in English.
    pub name: String,
    /// Its name in Arabic.
    pub name_ar: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// ISO 3166-1 code of two letters.
    pub country: Option<String>,
    /// How much the coordinates stand for.
    pub precision: Precision,
    /// Keys of the other candidates.
    pub also: Vec<String>,
}

/// How much a place's coordinates stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Precision {
    Point,
    Town,
    Division,
    Region,
    Country,
}

/// A person or an organisation, with all its mentions in the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// `n1`, `n2` …
    pub id: String,
    /// `person:…` or `org:…`, stable across reports.
    pub key: String,
    /// Person or organisation.
    pub kind: NameKind,
    /// The name in English.
    pub name: String,
    /// The name in Arabic.
    pub name_ar: Option<String>,
    /// Other names said of it.
    pub aliases: Vec<String>,
    /// Where it is named.
    pub spans: Vec<Span>,
    /// Where it is meant without being named.
    pub anaphora: Vec<Span>,
}

/// Person or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum NameKind {
    Person,
    Organisation,
}

/// A counted thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// `q1`, `q2` …
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// At least.
    pub low: u32,
    /// At most; `None` = open.
    pub high: Option<u32>,
    /// What is counted.
    pub of: String,
}

/// Something the reader noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// A stable code: `weekday_conflict`, `language_not_read` …
    pub code: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// One line for a reader.
    pub text: String,
}
