//! Events as one account tells them, with tolls, victims and who says so; and relations said outright.

use crate::{Moment, Range, Span};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that happened, as one statement or the report itself tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// `e1`, `e2` … in order of appearance.
    pub id: String,
    /// What kind of event.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// The words that name it.
    pub span: Span,
    /// First day.
    pub start: Option<Moment>,
    /// The day after the last one.
    pub end: Option<Moment>,
    /// What the date is the date of.
    pub date_basis: Option<DateBasis>,
    /// Id of its place.
    pub place: Option<String>,
    /// Ids of the names of those who did it.
    pub perpetrators: Vec<String>,
    /// Ids of the names of those they did it with.
    pub partners: Vec<String>,
    /// Ids of the names of those it was aimed at.
    pub targets: Vec<String>,
    /// Those harmed, one by one.
    pub victims: Vec<Victim>,
    /// How many were killed.
    pub killed: Option<Range>,
    /// How many were wounded.
    pub wounded: Option<Range>,
    /// How many were arrested.
    pub arrested: Option<Range>,
    /// How many are missing.
    pub missing: Option<Range>,
    /// Other things counted, and parts of tolls.
    pub counts: Vec<Count>,
    /// Ids of the statements that say so; empty = the outlet's own voice.
    pub by: Vec<String>,
    /// Id of the first account of the same event in this report.
    pub same_as: Option<String>,
}

/// Kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum EventType {
    Raid,
    Arrest,
    Airstrike,
    Shelling,
    Explosion,
    Shooting,
    Killing,
    Abduction,
    Assault,
    #[serde(rename = "death in custody")]
    DeathInCustody,
    Clash,
    #[serde(rename = "security operation")]
    SecurityOperation,
    Campaign,
    Seizure,
    Sinking,
    Fire,
    Collapse,
    Protest,
    Displacement,
    Agreement,
    Trial,
    Other,
}

/// What an event's date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// Said of the event itself.
    Said,
    /// The day of its announcement.
    Announced,
    /// Taken from the narrative around it.
    Narrated,
    /// The day of publication.
    Published,
}

/// A person harmed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Victim {
    /// Id of the name.
    pub name: Option<String>,
    /// The words that describe them.
    pub description: Option<Span>,
    /// Age in years.
    pub age: Option<u32>,
    /// `female` or `male`, where said.
    pub sex: Option<String>,
    /// Civilian or fighter, where said.
    pub status: Option<Status>,
    /// What befell them.
    pub harm: Option<Harm>,
}

/// Civilian or fighter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Status {
    Civilian,
    Fighter,
}

/// What befell a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Harm {
    Killed,
    Wounded,
    Arrested,
    Missing,
    Abducted,
    Released,
}

/// Something counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    /// What is counted: `raids`, `weapons caches`, `children` …
    pub of: String,
    /// At least.
    pub low: u32,
    /// At most; `None` = open.
    pub high: Option<u32>,
    /// Where the number stands.
    pub span: Span,
    /// The toll it is a part of, not an addition to: `killed`, `wounded` …
    pub part_of: Option<String>,
}

/// A relation said outright.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Relation {
    /// Id of a name.
    pub subject: String,
    /// Which relation.
    pub relation: RelationKind,
    /// Id of a name.
    pub object: String,
    /// `cousin`, `spokesman` …
    pub detail: Option<String>,
    /// Whether it holds or held.
    pub tense: Tense,
    /// Where it is said.
    pub span: Span,
    /// Ids of the statements that say so; empty = the outlet's own voice.
    pub by: Vec<String>,
}

/// Kinds of relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Belongs to a group.
    MemberOf,
    /// Works for an organisation.
    WorksFor,
    /// Leads it.
    Leads,
    /// Is a relative of.
    Kin,
    /// Is related by marriage to.
    MarriedInto,
    /// Is also called.
    Alias,
    /// Holds a position in.
    Position,
}

/// Whether a relation holds or held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Tense {
    Past,
    Present,
}
