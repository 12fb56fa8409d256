//! Who speaks for whom: persons and the bodies whose voice they are, by relations, by their roles, and by whom they are named
//! beside. It looks at one report and knows no origin.

use super::Origins;
use crate::{digest::Voice, fold::fold, phrases::List};
use isnad_ledger::{NameKind, Relation, RelationKind, SourceKind, Statement};

impl<'l> Origins<'_, 'l> {
    pub(super) fn relate(&mut self, relation: &'l Relation) {
        let (subject, object) = (relation.subject.as_str(), relation.object.as_str());
        let detail = || {
            let folded = fold(relation.detail.as_deref().unwrap_or_default());
            SPEAKS_FOR.iter().any(|role| folded.contains(role))
        };
        match relation.relation {
            RelationKind::Kin | RelationKind::MarriedInto => {
                self.kin.insert(subject, object);
            }
            RelationKind::Leads => {
                self.body.entry(subject).or_insert(object);
            }
            RelationKind::Position | RelationKind::WorksFor if detail() => {
                self.body.entry(subject).or_insert(object);
            }
            _ => {}
        }
    }

    /// "Its spokesman, X": a named person with such a role and no body of his own speaks for the body named beside him, else
    /// for the one of the report whose words stand beside him, else, after "its", for the one that spoke last.
    pub(super) fn speak_for_those_before(&mut self) {
        let reading = self.reading;
        let bodies: Vec<_> = (reading.ledger.names.iter())
            .filter(|name| name.kind == NameKind::Organisation)
            .map(|name| (name.id.as_str(), reading.institutions.parts(&name.name)))
            .collect();
        let speaking: Vec<&str> = reading
            .statements
            .iter()
            .filter(|s| s.kind == Some(SourceKind::Organisation))
            .filter_map(|s| s.via.last()?.name_id.as_deref())
            .collect();
        for (at, statement) in reading.statements.iter().enumerate() {
            let Some(id) = statement.via.last().and_then(|link| link.name_id.as_deref()) else { continue };
            let Some(name) = self.names.get(id) else { continue };
            if name.kind == NameKind::Organisation || self.body.contains_key(id) {
                continue;
            }
            let inside = self.organisation_in(statement);
            // Who works for a body that speaks in the report itself speaks for it, whatever he is called.
            if inside.is_some_and(|body| speaking.contains(&body)) {
                self.body.extend(inside.map(|body| (id, body)));
            } else if reading.has(List::SpeaksFor, &statement.source) {
                let words = reading.words(&statement.source);
                let parts = reading.institutions.parts(&words);
                let beside = || bodies.iter().rev().find(|(_, body)| body.within(&parts)).map(|(id, _)| *id);
                let its = || self.before(at).filter(|_| belongs(&words));
                if let Some(body) = inside.or_else(beside).or_else(its) {
                    self.body.insert(id, body);
                }
            }
        }
    }

    /// The organisation named last before a statement's source; none if a body that is no entry has spoken since.
    fn before(&self, at: usize) -> Option<&'l str> {
        let statements = self.reading.statements;
        let start = statements[at].source.first()?.start();
        let bodies = self.reading.ledger.names.iter().filter(|name| name.kind == NameKind::Organisation);
        let mentions =
            bodies.flat_map(|name| name.spans.iter().chain(&name.anaphora).map(|span| (span.end(), name.id.as_str())));
        let (end, id) = mentions.filter(|(end, _)| *end <= start && start - end <= FAR).max()?;
        let spoken = statements[at.saturating_sub(3)..at].iter().filter(|s| {
            s.kind == Some(SourceKind::Organisation) && s.via.last().is_some_and(|link| link.name_id.is_none())
        });
        let since = spoken.flat_map(|s| &s.source).any(|span| span.start() > end && span.end() <= start);
        (!since).then_some(id)
    }

    /// Persons and the bodies they speak for.
    pub(crate) fn voices(&self) -> Vec<Voice> {
        let name = |id: &str| self.names.get(id).map_or_else(String::new, |name| name.name.clone());
        let mut voices: Vec<Voice> = self
            .body
            .iter()
            .map(|(person, body)| Voice { person: self.key(person), name: name(person), body: self.key(body) })
            .collect();
        voices.sort_unstable();
        voices
    }

    /// The organisation named inside a statement's source.
    fn organisation_in(&self, statement: &Statement) -> Option<&'l str> {
        let inside = |spans: &[isnad_ledger::Span]| {
            spans.iter().any(|span| statement.source.iter().any(|source| source.contains(*span)))
        };
        let names = &self.reading.ledger.names;
        names
            .iter()
            .find(|n| n.kind == NameKind::Organisation && (inside(&n.spans) || inside(&n.anaphora)))
            .map(|n| n.id.as_str())
    }
}

/// Code points within which "its" still means the body named before.
const FAR: u32 = 320;

/// Whether a source is said to be somebody's: `its director`, `the service's`, مديرها, باسمه.
fn belongs(words: &str) -> bool {
    words.split(' ').any(|word| {
        let long = word.chars().count() > 4;
        matches!(word, "its" | "their" | "services" | "groups" | "brigades" | "movements")
            || long && (word.ends_with("ها") || word.ends_with("مه") || word.ends_with("ده"))
    })
}

/// Words of a relation's detail that make a person a body's voice.
const SPEAKS_FOR: [&str; 20] = [
    "spokes",
    "head",
    "director",
    "commander",
    "chief",
    "leader",
    "president",
    "minister",
    "chair",
    "secretary general",
    "captain",
    "ناطق",
    "متحدث",
    "رييس",
    "مدير",
    "قايد",
    "وزير",
    "امين عام",
    "زعيم",
    "نقيب",
];
