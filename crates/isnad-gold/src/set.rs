//! A folder of reports on the same incidents with what people found when they compared them (`set.json`). It scores nothing.

use crate::{
    Gold, GoldError,
    files::{at, entries, read, text},
};
use serde::Deserialize;
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};

/// An annotated set of reports.
#[derive(Clone, Debug)]
pub struct GoldSet {
    /// The folder's name.
    pub name: String,
    /// Its reports, by name.
    pub reports: Vec<Gold>,
    /// The incidents told in it.
    pub incidents: Vec<GoldIncident>,
    /// Which report was made from which.
    pub derivations: Vec<GoldDerivation>,
    /// Roots that are another's: a spokesman's is his body's.
    pub same_root: BTreeMap<String, String>,
}

/// An incident.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldIncident {
    /// `i1` …
    pub id: String,
    /// Its day, or `[start, end)`.
    #[serde(default)]
    pub date: Value,
    /// The reports and events that tell it.
    #[serde(default)]
    pub mentions: Vec<GoldMention>,
    /// What accounts answer.
    #[serde(default)]
    pub questions: Vec<GoldQuestion>,
}

/// A report that tells an incident.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldMention {
    /// The report's name.
    pub report: String,
}

/// A question and its answers.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldQuestion {
    /// `killed` …
    pub question: String,
    /// Whether the answers conflict.
    #[serde(default)]
    pub disputed: bool,
    /// The answers.
    pub positions: Vec<GoldPosition>,
}

/// An answer.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldPosition {
    /// A range, days, or words.
    #[serde(default)]
    pub value: Value,
    /// Report and attribution of those who give it.
    #[serde(default)]
    pub by: Vec<(String, String)>,
}

/// A report made from another.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldDerivation {
    /// The report made.
    pub report: String,
    /// The report it was made from.
    pub from: String,
    /// `cited`, `silent copy` or `translation`.
    #[serde(default)]
    pub how: String,
}

#[derive(Deserialize)]
struct File {
    incidents: Vec<GoldIncident>,
    #[serde(default)]
    derivations: Vec<GoldDerivation>,
    #[serde(default)]
    speaks_for: BTreeMap<String, String>,
    #[serde(default)]
    same_root: Vec<Vec<String>>,
}

impl GoldSet {
    /// Whether a folder is a set's.
    pub fn is_set(folder: &Path) -> bool {
        folder.join("set.json").is_file()
    }

    /// Reads a set's folder.
    ///
    /// # Errors
    /// [`GoldError`] names the first file that cannot be read or is malformed.
    pub fn read(folder: &Path) -> Result<GoldSet, GoldError> {
        let index = folder.join("set.json");
        let file: File = serde_json::from_str(&text(&index)?).map_err(at(&index))?;
        let mut same_root = file.speaks_for;
        for group in &file.same_root {
            let others = group.iter().skip(1);
            same_root.extend(others.map(|other| (other.clone(), group[0].clone())));
        }
        let mut reports = Vec::new();
        for path in entries(folder)? {
            if path.extension().is_some_and(|e| e == "gold") {
                reports.extend(read(&path)?);
            }
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        Ok(GoldSet {
            name: name.into_owned(),
            reports,
            incidents: file.incidents,
            derivations: file.derivations,
            same_root,
        })
    }

    /// A report's id where several sets are weighed as one input: `SET.REPORT`.
    pub fn id(&self, report: &str) -> String {
        format!("{}.{report}", self.name)
    }
}
