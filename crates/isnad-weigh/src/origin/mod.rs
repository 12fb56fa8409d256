//! Who a statement comes from in the end: persons and bodies by their key, spokesmen by their body, relatives by their
//! family, unnamed sources by what they are called. It looks at one report; joining over reports is `root`'s business.

mod voice;

use crate::{digest::Reading, fold::fold, phrases::List};
use isnad_ledger::{Link, NameKind, SourceKind, Statement};
use rustc_hash::FxHashMap;

/// An origin, or an outlet on the way.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The same for the same origin; unnamed ones hold the report's id.
    pub(crate) key: String,
    pub(crate) name: String,
    /// The class of an unnamed source: `security`, `residents` …
    pub(crate) unnamed: Option<String>,
    /// Whether the source is a mere word for such a body: "the police".
    pub(crate) bare: bool,
    /// The key of the person who spoke, where the origin is the body he speaks for.
    pub(crate) person: Option<String>,
}

/// Origins are one by their key, whoever spoke for them.
impl PartialEq for Origin {
    fn eq(&self, other: &Origin) -> bool {
        self.key == other.key
    }
}

impl Eq for Origin {}

impl Origin {
    fn new(key: String, name: &str) -> Origin {
        Origin { key, name: name.to_owned(), unnamed: None, bare: false, person: None }
    }

    /// Whether the origins of a report and of the one it was made from may be one: the same, of one name, or of one class.
    pub(crate) fn is_like(&self, other: &Origin) -> bool {
        let kin = |origin: &Origin| origin.key.starts_with("family:") || origin.key.starts_with("kin:");
        *self == *other
            || self.name == other.name
            || self.unnamed.is_some() && self.unnamed == other.unnamed
            || kin(self) && kin(other)
    }

    /// An outlet by its name.
    pub(crate) fn outlet(name: &str) -> Origin {
        Origin::new(format!("outlet:{}", fold(name)), name)
    }
}

/// Finds origins in one report.
pub(crate) struct Origins<'r, 'l> {
    reading: &'r Reading<'l>,
    /// For whom a name speaks, by ids of names.
    body: FxHashMap<&'l str, &'l str>,
    /// Whose relative a name is.
    kin: FxHashMap<&'l str, &'l str>,
    names: FxHashMap<&'l str, &'l isnad_ledger::Name>,
    by_id: FxHashMap<&'l str, &'l Statement>,
    family: Option<String>,
}

impl<'r, 'l> Origins<'r, 'l> {
    pub(crate) fn new(reading: &'r Reading<'l>) -> Self {
        let ledger = reading.ledger;
        let mut origins = Origins {
            reading,
            body: FxHashMap::default(),
            kin: FxHashMap::default(),
            names: ledger.names.iter().map(|n| (n.id.as_str(), n)).collect(),
            by_id: reading.statements.iter().map(|s| (s.id.as_str(), s)).collect(),
            family: None,
        };
        for relation in &ledger.relations {
            origins.relate(relation);
        }
        origins.speak_for_those_before();
        let victims = ledger.events.iter().flat_map(|e| &e.victims).filter_map(|v| v.name.as_deref());
        origins.family = victims.chain(origins.kin.values().copied()).next().map(|id| origins.key(id));
        origins
    }

    /// The origins of a statement; none if nobody is said to have spoken.
    pub(crate) fn of(&self, statement: &Statement) -> Vec<Origin> {
        let mut whole = statement;
        // Two of them are a part of those already counted; a chain of parts is followed a little way.
        for _ in 0..4 {
            match whole.subset_of.as_deref().and_then(|id| self.by_id.get(id)) {
                Some(superset) => whole = superset,
                None => break,
            }
        }
        let Some(last) = whole.via.last() else {
            let silent: Vec<_> = whole.speakers.iter().filter(|s| !s.name.is_empty()).collect();
            return silent.iter().map(|s| self.origin(whole, &s.name, s.name_id.as_deref())).collect();
        };
        if whole.speakers.len() > 1 && last.name.contains(';') {
            return whole.speakers.iter().map(|s| self.origin(whole, &s.name, s.name_id.as_deref())).collect();
        }
        vec![self.origin(whole, &last.name, last.name_id.as_deref())]
    }

    /// Those a statement passed through on its way to the report.
    pub(crate) fn gates(&self, statement: &Statement) -> Vec<Origin> {
        let relays = &statement.via[..statement.via.len().saturating_sub(1)];
        let mut gates: Vec<Origin> = statement
            .gate
            .iter()
            .chain(relays)
            .filter(|link| !self.is_person(link))
            .map(|link| match link.name_id.as_deref().and_then(|id| self.names.get(id)) {
                Some(name) => Origin::new(format!("outlet:{}", fold(&link.name)), &name.name),
                None => Origin::outlet(&link.name),
            })
            .collect();
        gates.dedup();
        gates
    }

    fn is_person(&self, link: &Link) -> bool {
        let first = fold(&link.name);
        if RELATIVES
            .iter()
            .any(|kin| first.strip_prefix(kin).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        {
            return true;
        }
        let name = link.name_id.as_deref().and_then(|id| self.names.get(id));
        name.is_some_and(|name| name.kind == NameKind::Person)
    }

    fn key(&self, id: &str) -> String {
        self.names.get(id).map_or_else(|| id.to_owned(), |name| name.key.clone())
    }

    fn origin(&self, statement: &Statement, name: &str, id: Option<&str>) -> Origin {
        let named = id.and_then(|id| self.names.get(id)).copied();
        if let Some(named) = named {
            if let Some(family) = self.kin.get(named.id.as_str()) {
                return self.family_of(&self.key(family), name);
            }
            let body = self.body.get(named.id.as_str()).and_then(|id| self.names.get(id));
            let person = body.map(|_| named.key.clone());
            let named = body.copied().unwrap_or(named);
            let bare = named.kind == NameKind::Organisation && self.is_bare(named);
            return Origin { bare, person, ..Origin::new(named.key.clone(), &named.name) };
        }
        if statement.kind == Some(SourceKind::Media) {
            return Origin::outlet(name);
        }
        self.unnamed(statement, name)
    }

    fn unnamed(&self, statement: &Statement, name: &str) -> Origin {
        let reading = self.reading;
        let folded = fold(name);
        let class = reading.value(List::Source, &statement.source).map(|value| reading.phrases.name(value));
        let of = RELATIVES.iter().find_map(|kin| folded.strip_prefix(kin)?.strip_prefix(" of "));
        if let Some(of) = of {
            let key = self.person(of).unwrap_or_else(|| format!("person:{of}"));
            return if self.is_in(statement, &key) { self.family_of(&key, name) } else { self.kin_of(&key, name) };
        }
        if class == Some("family") {
            return self.kin_of(self.family.as_deref().unwrap_or_default(), name);
        }
        if statement.kind == Some(SourceKind::Person) && reading.has(List::SpeaksFor, &statement.source) {
            let words = reading.words(&statement.source);
            let key = format!("voice:{}:{words}", reading.ledger.report.id);
            return Origin::new(key, name);
        }
        let body = class.is_none() && reading.institutions.is_body(name);
        let vague = statement.kind.is_none_or(|kind| kind == SourceKind::Anonymous) && !body;
        if vague {
            let class = class.unwrap_or("unnamed").to_owned();
            let key = format!("unnamed:{}:{folded}", reading.ledger.report.id);
            return Origin { unnamed: Some(class), ..Origin::new(key, name) };
        }
        // A name that is no entry of the report's is joined with others inside its incident only.
        let bare = reading.institutions.parts(name).is_bare();
        Origin { bare, ..Origin::new(format!("name:{}:{folded}", reading.ledger.report.id), name) }
    }

    fn family_of(&self, key: &str, name: &str) -> Origin {
        let person = self.reading.ledger.names.iter().find(|n| n.key == key);
        let name = person.map_or_else(|| name.to_owned(), |person| format!("family of {}", person.name));
        Origin::new(format!("family:{key}"), &name)
    }

    /// Whether the report calls a body by a mere word for such bodies wherever it names it.
    fn is_bare(&self, name: &isnad_ledger::Name) -> bool {
        let bare = |span: &isnad_ledger::Span| {
            self.reading.institutions.parts(&self.reading.words(std::slice::from_ref(span))).is_bare()
        };
        !name.spans.is_empty() && name.spans.iter().take(8).all(bare)
    }

    /// "The family": of whom is settled among the reports of the incident; the person made out is a hint.
    fn kin_of(&self, key: &str, name: &str) -> Origin {
        let person = key.rsplit(':').next().unwrap_or_default();
        Origin::new(format!("kin:{}:{person}", self.reading.ledger.report.id), name)
    }

    /// Whether a statement's source names somebody.
    fn is_in(&self, statement: &Statement, key: &str) -> bool {
        let spans = self.reading.ledger.names.iter().filter(|name| name.key == key).flat_map(|name| &name.spans);
        spans.into_iter().any(|span| statement.source.iter().any(|source| source.contains(*span)))
    }

    /// The key of the person of a folded name.
    fn person(&self, folded: &str) -> Option<String> {
        let names = &self.reading.ledger.names;
        names.iter().find(|n| fold(&n.name) == folded).map(|n| n.key.clone())
    }
}

/// Relatives by the words that names of unnamed sources are made of.
const RELATIVES: [&str; 12] = [
    "family",
    "relatives",
    "relative",
    "brother",
    "sister",
    "father",
    "mother",
    "cousin",
    "son",
    "daughter",
    "widow",
    "uncle",
];
