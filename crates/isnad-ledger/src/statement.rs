//! Statements: who said it, in which words, with which stance, and through whom it reached the reader.

use crate::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An attribution with its speaker resolved, its stance and its chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Statement {
    /// `a1`, `a2` … in order of appearance.
    pub id: String,
    /// The words that name the source; empty if the text does not.
    pub source: Vec<Span>,
    /// The words that say that something is being reported; empty for a headline's colon.
    pub cue: Vec<Span>,
    /// The words reported.
    pub content: Vec<Span>,
    /// What the source is; `None` if the text does not say.
    pub kind: Option<SourceKind>,
    /// How the source stands to the content.
    pub stance: Stance,
    /// Whether the content is quoted.
    pub mode: Mode,
    /// The resolved name in English or, where there is none, in the report's language; several joined by `; `.
    pub speaker: Option<String>,
    /// The speakers one by one.
    pub speakers: Vec<Speaker>,
    /// The statement whose speakers these are a part of ("two of them").
    pub subset_of: Option<String>,
    /// Those who passed it on, nearest to the reader first, the origin last; empty for silence.
    pub chain: Vec<String>,
    /// `chain` with names and places in the text, in the same order.
    pub via: Vec<Link>,
    /// The outlet that the whole passage is told from though the sentence does not repeat it.
    pub gate: Option<Link>,
    /// The statement in whose content this one stands.
    pub inside: Option<String>,
    /// "Could not be independently verified", if said of this statement.
    pub caveat: Option<Caveat>,
    /// The construction that found it.
    pub construction: String,
    /// Calibrated probability that the reading is right, 0 to 1.
    pub confidence: f64,
}

/// One speaker of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// The resolved name.
    pub name: String,
    /// Its entry in `names`.
    pub name_id: Option<String>,
    /// Where it stands.
    pub span: Option<Span>,
    /// Role or affiliation as said.
    pub role: Option<String>,
    /// How many, of unnamed sources.
    pub count: Option<u32>,
}

/// A link of a chain, or a gate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The resolved name.
    pub name: String,
    /// Its entry in `names`.
    pub name_id: Option<String>,
    /// Where it stands.
    pub span: Option<Span>,
}

/// The caveat laid over a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Caveat {
    /// Its words.
    pub span: Span,
    /// Whose caveat it is.
    pub by: CaveatBy,
    /// `unverified`.
    pub kind: String,
}

/// Whose caveat it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaveatBy {
    /// The outlet's.
    Publisher,
    /// The source's own.
    Source,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A named person, or the unnamed holder of a unique office.
    Person,
    /// An organisation.
    Organisation,
    /// An outlet or its report.
    Media,
    /// A statement, study, dataset, court paper.
    Document,
    /// Unnamed people or groups.
    Anonymous,
}

/// How a source stands to what it is reported to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Says so.
    Asserts,
    /// Says so, and the report keeps its distance.
    Alleges,
    /// Blames somebody.
    Accuses,
    /// Thinks, suspects, deems likely.
    Believes,
    /// Doubts.
    Doubts,
    /// Denies.
    Denies,
    /// Calls for, orders, asks.
    Demands,
    /// Promises, threatens, forecasts.
    Expects,
    /// Declines to speak, or is silent.
    NoComment,
}

/// Whether the content is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// All of it in quotation marks.
    Direct,
    /// None of it.
    Indirect,
    /// A part of it.
    Mixed,
}
