//! What weighing several ledgers shows: incidents, positions, roots and derivations, in the JSON contract's form.

use crate::{EventType, Moment, Precision, Range, Span, Stance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The result of weighing several reports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Weighed {
    /// Incidents, in order of time.
    pub incidents: Vec<Incident>,
    /// Origins of statements over all reports.
    pub roots: Vec<Root>,
    /// Which report was made from which.
    pub derivations: Vec<Derivation>,
    /// What the weighing noticed.
    pub notes: Vec<crate::Note>,
}

/// The events of several reports that are the same occurrence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Incident {
    /// Made of its earliest mention, so that it survives merges and later arrivals.
    pub id: String,
    /// What kind of event.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// First day.
    pub start: Option<Moment>,
    /// The day after the last one.
    pub end: Option<Moment>,
    /// Where.
    pub place: Option<Place>,
    /// The events joined.
    pub mentions: Vec<Mention>,
    /// Incidents near this one and why they were kept apart.
    pub related: Vec<Related>,
    /// What accounts answer, alike or differently.
    pub questions: Vec<Question>,
    /// Ids of the roots behind its positions.
    pub roots: Vec<String>,
    /// Lowest number killed that somebody gives.
    pub low: Option<u32>,
    /// The number most independent roots give; ties go to the lower.
    pub best: Option<u32>,
    /// Highest number killed that somebody gives.
    pub high: Option<u32>,
}

/// An incident's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Its name in English.
    pub name: String,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// How much the coordinates stand for.
    pub precision: Precision,
}

/// One report's event that belongs to an incident.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// Report id.
    pub report: String,
    /// Event id in that report.
    pub event: String,
}

/// A near incident that was kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Related {
    /// Its id.
    pub incident: String,
    /// Why it is near, and why it is another.
    pub why: String,
}

/// What accounts differ, or agree, over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Which question.
    pub question: QuestionKind,
    /// What of it, where accounts may differ over several things: how a ship came to burn and what its crew died of are
    /// both causes (`what set it off`, `what they died of`). For those who show it: the JSON form tells such questions apart
    /// by their answers alone.
    #[serde(skip)]
    pub about: Option<String>,
    /// Whether it has positions that cannot all be true.
    pub disputed: bool,
    /// The answers.
    pub positions: Vec<Position>,
}

/// Which question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum QuestionKind {
    Killed,
    Wounded,
    Arrested,
    Missing,
    Date,
    Place,
    Perpetrator,
    Target,
    VictimIdentity,
    VictimAffiliation,
    Outcome,
    Cause,
    Occurred,
}

/// One answer with those who give it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Position {
    /// The answer; `None` if these speakers only deny one.
    pub value: Option<Value>,
    /// The value that these speakers deny, if theirs is a denial.
    pub denies: Option<Value>,
    /// Their stances.
    pub stances: Vec<Stance>,
    /// Those who give it; `null` for a statement means the report's own voice.
    pub by: Vec<StatementRef>,
    /// Ids of the roots.
    pub roots: Vec<String>,
    /// Names of the gates.
    pub gates: Vec<String>,
    /// Earlier values of the same roots.
    pub updates: Vec<Update>,
    /// Index of the position of the same root that this one takes back.
    pub reversal_of: Option<usize>,
}

/// A report and one of its statements; `None` is the report's own voice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct StatementRef(pub String, pub Option<String>);

/// A position's value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// A number within bounds.
    Range(Range),
    /// Half-open days.
    Days(Option<Moment>, Option<Moment>),
    /// The keys of names, or a short text.
    Text(String),
}

/// An earlier value of a position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Update {
    /// The earlier value.
    pub value: Value,
    /// Who gave it.
    pub by: Vec<StatementRef>,
    /// When it was published.
    pub published: Option<Moment>,
}

/// An origin of statements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Root {
    /// Made of its earliest statement.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its statements.
    pub statements: Vec<StatementRef>,
    /// The reports that carry it.
    pub reports: Vec<String>,
    /// Through whom it reached everybody.
    pub gates: Vec<String>,
    /// Ids of unnamed roots that cannot be told apart from it.
    pub indistinct_from: Vec<String>,
}

/// One report made from another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Derivation {
    /// The report made.
    pub report: String,
    /// The report it was made from.
    pub from: String,
    /// How.
    pub how: How,
    /// How sure, 0 to 1.
    pub score: f64,
    /// Pairs of spans: in `report`, in `from`.
    pub evidence: Vec<[Span; 2]>,
}

/// How one report was made from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum How {
    /// It names what it draws on.
    #[serde(rename = "cited")]
    Cited,
    /// It reuses the text without a word of it.
    #[serde(rename = "silent copy")]
    SilentCopy,
    /// It renders it from another language without a word of it.
    #[serde(rename = "translation")]
    Translation,
}
