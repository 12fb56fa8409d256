//! Look-ups made once over all ledgers: names by key and spelling, words that incidents and reports are found by.

use crate::fold::fold;
use crate::library::{Found, NameHead, NameMention, Window};
use isnad_ledger::{Incident, Ledger, NameKind, QuestionKind, Value};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Characters of a name that are searched; the rest of an absurd one is not.
const SEARCHED: usize = 200;

/// Names over all reports.
pub(super) struct NameIndex {
    /// By ordinal.
    entries: Vec<Entry>,
    by_key: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    /// Ordinals, most often met first.
    by_weight: Vec<usize>,
}

/// One name.
struct Entry {
    head: NameHead,
    /// Report, and position in its `names`.
    mentions: Vec<(usize, usize)>,
    /// The words it is found by, folded.
    words: String,
}

impl NameIndex {
    pub(super) fn new(reports: &[Arc<Ledger>]) -> NameIndex {
        let mut index =
            NameIndex { entries: Vec::new(), by_key: HashMap::new(), by_name: HashMap::new(), by_weight: Vec::new() };
        for (report, ledger) in reports.iter().enumerate() {
            for (at, name) in ledger.names.iter().enumerate() {
                let ordinal = index.ordinal(&name.key, name.kind, &name.name);
                let Entry { head, mentions, words } = &mut index.entries[ordinal];
                let new_report = mentions.last().is_none_or(|(last, _)| *last != report);
                head.reports += usize::from(new_report);
                let own =
                    |s: &&isnad_ledger::Statement| s.speakers.iter().any(|x| x.name_id.as_deref() == Some(&name.id));
                head.statements += ledger.statements.iter().filter(own).count();
                if head.name_ar.is_none() {
                    head.name_ar.clone_from(&name.name_ar);
                }
                mentions.push((report, at));
                for spelling in name.name_ar.iter().chain([&name.name]).chain(&name.aliases).take(12) {
                    let cut: String = spelling.chars().take(SEARCHED).collect();
                    let folded = fold(&cut);
                    if words.len() < 4 * SEARCHED && !words.contains(&folded) {
                        words.push(' ');
                        words.push_str(&folded);
                    }
                    index.by_name.entry(spelling.clone()).or_insert(ordinal);
                }
            }
        }
        for entry in index.entries.iter_mut().filter(|entry| entry.head.name_ar.is_none()) {
            entry.head.name_ar = written_in_arabic(reports, &entry.mentions);
        }
        let mut by_weight: Vec<usize> = (0..index.entries.len()).collect();
        by_weight.sort_by_key(|&at| {
            let head = &index.entries[at].head;
            (std::cmp::Reverse((head.reports, head.statements)), head.name.clone())
        });
        NameIndex { by_weight, ..index }
    }

    fn ordinal(&mut self, key: &str, kind: NameKind, name: &str) -> usize {
        if let Some(&at) = self.by_key.get(key) {
            return at;
        }
        let ordinal = self.entries.len();
        let head = NameHead {
            key: key.to_owned(),
            ordinal,
            kind,
            name: name.to_owned(),
            name_ar: None,
            reports: 0,
            statements: 0,
        };
        self.entries.push(Entry { head, mentions: Vec::new(), words: String::new() });
        self.by_key.insert(key.to_owned(), ordinal);
        ordinal
    }

    pub(super) fn holding(&self, words: &[String], window: Window) -> Found<NameHead> {
        let entries = self.by_weight.iter().map(|&at| &self.entries[at]);
        let found: Vec<&Entry> = entries.filter(|e| words.iter().all(|word| e.words.contains(word))).collect();
        let shown = found.iter().skip(window.from).take(window.most);
        Found { total: found.len(), lines: shown.map(|entry| entry.head.clone()).collect() }
    }

    pub(super) fn at_address(&self, address: &str) -> Option<(&NameHead, &[(usize, usize)])> {
        let numbered = || address.strip_prefix('~')?.parse::<usize>().ok();
        let at = self.by_key.get(address).copied().or_else(numbered)?;
        self.entries.get(at).map(|entry| (&entry.head, entry.mentions.as_slice()))
    }

    pub(super) fn reports(&self, ordinal: usize) -> impl Iterator<Item = usize> + '_ {
        self.entries[ordinal].mentions.iter().map(|(report, _)| *report)
    }

    pub(super) fn known(&self, name_or_key: &str) -> Option<&NameHead> {
        let at = self.by_key.get(name_or_key).or_else(|| self.by_name.get(name_or_key))?;
        Some(&self.entries[*at].head)
    }
}

/// How the first Arabic report that names it writes a name.
fn written_in_arabic(reports: &[Arc<Ledger>], mentions: &[(usize, usize)]) -> Option<String> {
    mentions.iter().find_map(|&(report, at)| {
        let ledger = &reports[report];
        let arabic = ledger.report.language.as_deref() == Some("ar");
        let span = ledger.names[at].spans.first().filter(|_| arabic)?;
        let written: String = span.of(&ledger.report.text).chars().take(SEARCHED).collect();
        written.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c)).then_some(written)
    })
}

/// Folded English place name → its Arabic name.
pub(super) fn places_in_arabic(reports: &[Arc<Ledger>]) -> HashMap<String, String> {
    let places = reports.iter().flat_map(|ledger| &ledger.places);
    places.filter_map(|p| Some((fold(&p.name), p.name_ar.clone()?))).collect()
}

/// The words an incident is found by: titles, outlets, place, roots, and the texts of its positions.
pub(super) fn haystack(incident: &Incident, told: &[&Ledger], roots: &HashMap<&str, &str>) -> String {
    let mut parts: BTreeSet<String> = BTreeSet::new();
    let mut add = |part: &str| {
        let cut: String = part.chars().take(SEARCHED).collect();
        parts.insert(fold(&cut));
    };
    incident.place.iter().for_each(|place| add(&place.name));
    incident.roots.iter().filter_map(|id| roots.get(id.as_str())).for_each(|name| add(name));
    for ledger in told {
        let report = &ledger.report;
        [&report.title, &report.publisher].into_iter().flatten().for_each(|part| add(part));
        for place in &ledger.places {
            if incident.place.as_ref().is_some_and(|p| p.name == place.name) {
                place.name_ar.iter().for_each(|name| add(name));
            }
        }
        for name in &ledger.names {
            add(&name.name);
            name.name_ar.iter().for_each(|name| add(name));
        }
    }
    for position in incident.questions.iter().flat_map(|q| &q.positions) {
        if let Some(Value::Text(text)) = &position.value {
            add(text);
        }
        position.gates.iter().for_each(|gate| add(gate));
    }
    parts.into_iter().collect::<Vec<_>>().join("\n")
}

/// The words a report is found by: title, outlet, id and first lines.
pub(super) fn opening(ledger: &Ledger) -> String {
    let report = &ledger.report;
    let text: String = report.text.chars().take(1_000).collect();
    let parts = [report.title.as_deref(), report.publisher.as_deref(), Some(&report.id), Some(&text)];
    fold(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// Whether an incident has an answer that is this name, or questions about it as the victim.
pub(super) fn is_about(incident: &Incident, head: &NameHead, mentions: &[NameMention]) -> bool {
    let is_name = |value: &Value| matches!(value, Value::Text(text) if *text == head.key || *text == head.name || Some(text) == head.name_ar.as_ref());
    let positions = incident.questions.iter().flat_map(|q| &q.positions);
    let answers = positions.clone().any(|p| p.value.iter().chain(&p.denies).any(is_name));
    let asks = |kind| incident.questions.iter().any(|q| q.question == kind);
    let is_victim = || {
        mentions.iter().any(|mention| {
            let id = &mention.entry().id;
            let ledger = &mention.ledger;
            incident.mentions.iter().filter(|m| m.report == ledger.report.id).any(|m| {
                let events = ledger.events.iter().filter(|e| e.id == m.event);
                events.flat_map(|e| &e.victims).any(|v| v.name.as_ref() == Some(id))
            })
        })
    };
    answers || ((asks(QuestionKind::VictimAffiliation) || asks(QuestionKind::VictimIdentity)) && is_victim())
}
