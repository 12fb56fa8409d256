//! What comes out of a door, and ids that no two reports of a batch share.

use isnad_ledger::{Note, Report};
use std::collections::HashSet;

/// A report with what was noticed while taking it in.
#[derive(Clone, Debug, PartialEq)]
pub struct Captured {
    /// The report.
    pub report: Report,
    /// Charset guessed, id changed and the like.
    pub notes: Vec<Note>,
    /// What it was read from.
    pub original: Original,
}

/// The capture that a report was read from, for evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// The bytes as retrieved; the report's `sha256` is theirs.
    pub bytes: Vec<u8>,
    /// The charset they were read in, by its name in the Encoding Standard; empty for UTF-8 that no charset was asked for.
    pub charset: &'static str,
    /// When they were retrieved, ISO 8601 with its zone, where an archive says so.
    pub retrieved: Option<String>,
}

/// Keeps the ids of a batch apart: the second `r1` becomes `r1-2`, with a note.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// Gives the report an id that no earlier report of the batch has.
    pub fn part(&mut self, captured: &mut Captured) {
        let id = &captured.report.id;
        if self.taken.contains(id) {
            let mut others = (2..).map(|n| format!("{id}-{n}"));
            let free = others.find(|other| !self.taken.contains(other)).unwrap_or_default();
            captured.notes.push(Note {
                code: "id_changed".to_owned(),
                span: None,
                text: format!("Another report has the id {id}; this one became {free}."),
            });
            captured.report.id = free;
        }
        self.taken.insert(captured.report.id.clone());
    }
}
