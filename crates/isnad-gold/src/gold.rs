//! One annotated report: its text and what people found in it. It holds no prediction.

use isnad_ledger::{Mode, Moment, SourceKind, Span, Stance, Statement};
use serde::Deserialize;

/// Reports whose words nobody looks at, so that scores on them stay honest.
const FROZEN: [&str; 6] = ["ar-13", "ar-14", "ar-15", "ar-16", "en-07", "en-08"];

/// Whether a report of this name is frozen: scored, never printed.
pub fn frozen(name: &str) -> bool {
    FROZEN.contains(&name)
}

/// An annotated report.
#[derive(Clone, Debug)]
pub struct Gold {
    /// The file's stem.
    pub name: String,
    /// `ar` or `en`.
    pub language: String,
    /// When it was published.
    pub published: Option<Moment>,
    /// The outlet.
    pub publisher: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The text that all spans point into, without marks.
    pub text: String,
    /// The attributions; in a `.gold` file in the order of their first mark.
    pub attributions: Vec<Attribution>,
    /// The time expressions, in order.
    pub times: Vec<GoldTime>,
    /// The whole header, for what has no type here (`events`, `places`, `relations` …).
    pub header: serde_json::Value,
}

impl Gold {
    /// Whether the report is [`frozen`].
    pub fn frozen(&self) -> bool {
        frozen(&self.name)
    }
}

/// An attribution that people marked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Attribution {
    /// `a1` …
    #[serde(default)]
    pub id: String,
    /// The words that name the source.
    #[serde(default)]
    pub source: Vec<Span>,
    /// The words that say that something is being reported.
    #[serde(default)]
    pub cue: Vec<Span>,
    /// The words reported.
    #[serde(default)]
    pub content: Vec<Span>,
    /// What the source is.
    pub kind: Option<SourceKind>,
    /// How the source stands to the content.
    pub stance: Stance,
    /// Whether the content is quoted.
    pub mode: Mode,
    /// The resolved name; the same string for the same speaker throughout a set.
    pub speaker: Option<String>,
    /// Who passed it on, origin last.
    pub chain: Vec<String>,
    /// The outlet the passage is told from, where annotated.
    #[serde(default)]
    pub gate: Option<String>,
    /// How many, of unnamed sources.
    #[serde(default)]
    pub count: Option<u32>,
    /// Counts neither way.
    #[serde(default)]
    pub optional: bool,
}

/// A time expression that people marked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GoldTime {
    /// Where it stands.
    pub span: Span,
    /// From; `None` = open.
    pub start: Option<Moment>,
    /// Up to, not included; `None` = open.
    pub end: Option<Moment>,
    /// Counts neither way.
    #[serde(default)]
    pub optional: bool,
    /// Other intervals that are right too.
    #[serde(default)]
    pub alternatives: Vec<Interval>,
}

/// A half-open interval; an open end is `None`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Interval {
    /// From.
    pub start: Option<Moment>,
    /// Up to, not included.
    pub end: Option<Moment>,
}

/// What has the three roles of an attribution.
pub trait Marked {
    /// Source, cue and content, each in pieces.
    fn roles(&self) -> [&[Span]; 3];
}

impl Marked for Attribution {
    fn roles(&self) -> [&[Span]; 3] {
        [&self.source, &self.cue, &self.content]
    }
}

impl Marked for Statement {
    fn roles(&self) -> [&[Span]; 3] {
        [&self.source, &self.cue, &self.content]
    }
}
