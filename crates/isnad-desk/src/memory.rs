//! A [`Library`] of ledgers held in memory, with the look-ups that its answers need made once.
//! It neither reads nor weighs: it is given both.

use crate::fold::{fold, query};
use crate::library::*;
use isnad_ledger::{EventType, Incident, Ledger, Moment, StatementRef, Weighed};
use memchr::memmem::Finder;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

mod filter;
mod index;

use index::{NameIndex, haystack};

/// Reports and what weighing made of them, in memory.
pub struct Memory {
    reports: Vec<Arc<Ledger>>,
    by_id: HashMap<String, usize>,
    weighed: Weighed,
    /// Newest first, undated last; with the words each is found by.
    summaries: Vec<(Arc<Summary>, String)>,
    incident_at: HashMap<String, usize>,
    incidents_of_report: Vec<Vec<usize>>,
    roots_of: HashMap<StatementRef, Vec<usize>>,
    root_at: HashMap<String, usize>,
    derivations_of: HashMap<String, Vec<usize>>,
    /// By report: its title and first lines, folded.
    openings: Vec<String>,
    kinds: BTreeSet<EventType>,
    names: NameIndex,
    places_in_arabic: HashMap<String, String>,
    captures: HashMap<String, Arc<Capture>>,
}

impl Memory {
    /// Takes the ledgers and what weighing them gave. Linear in their size; what a `Weighed` points at and no ledger
    /// has is left out of the pages.
    pub fn new(ledgers: Vec<Ledger>, weighed: Weighed) -> Memory {
        let mut reports: Vec<Arc<Ledger>> = ledgers.into_iter().map(Arc::new).collect();
        reports.sort_by(|a, b| newest_first(&a.report, &b.report));
        let by_id: HashMap<String, usize> =
            reports.iter().enumerate().map(|(at, l)| (l.report.id.clone(), at)).collect();

        let mut roots_of: HashMap<StatementRef, Vec<usize>> = HashMap::new();
        for (at, root) in weighed.roots.iter().enumerate() {
            for statement in &root.statements {
                roots_of.entry(statement.clone()).or_default().push(at);
            }
        }
        let mut derivations_of: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, derivation) in weighed.derivations.iter().enumerate() {
            for id in BTreeSet::from([&derivation.report, &derivation.from]) {
                derivations_of.entry(id.clone()).or_default().push(at);
            }
        }
        let mut incidents: Vec<Arc<Incident>> = weighed.incidents.iter().cloned().map(Arc::new).collect();
        incidents.sort_by_key(|i| (std::cmp::Reverse(i.start), i.id.clone()));
        let root_names: HashMap<&str, &str> = weighed.roots.iter().map(|r| (r.id.as_str(), r.name.as_str())).collect();
        let mut incidents_of_report = vec![Vec::new(); reports.len()];
        let mut summaries = Vec::with_capacity(incidents.len());
        for (at, incident) in incidents.iter().enumerate() {
            let told_in = told_in(incident, &by_id);
            for &report in &told_in {
                incidents_of_report[report].push(at);
            }
            let told: Vec<&Ledger> = told_in.iter().map(|&at| &*reports[at]).collect();
            let words = haystack(incident, &told, &root_names);
            summaries.push((Arc::new(summary(incident.clone(), &told)), words));
        }
        Memory {
            incident_at: incidents.iter().enumerate().map(|(at, i)| (i.id.clone(), at)).collect(),
            root_at: weighed.roots.iter().enumerate().map(|(at, r)| (r.id.clone(), at)).collect(),
            names: NameIndex::new(&reports),
            openings: reports.iter().map(|l| index::opening(l)).collect(),
            kinds: incidents.iter().map(|i| i.kind).collect(),
            places_in_arabic: index::places_in_arabic(&reports),
            captures: HashMap::new(),
            reports,
            by_id,
            weighed,
            summaries,
            incidents_of_report,
            roots_of,
            derivations_of,
        }
    }

    /// This library with the captures of its reports, by report id.
    pub fn with_captures(mut self, captures: impl IntoIterator<Item = (String, Capture)>) -> Memory {
        self.captures.extend(captures.into_iter().map(|(id, capture)| (id, Arc::new(capture))));
        self
    }

    fn incident_of(&self, at: usize) -> Arc<Incident> {
        self.summaries[at].0.incident.clone()
    }

    fn report_at(&self, address: &str) -> Option<usize> {
        let numbered = || address.strip_prefix('~')?.parse().ok().filter(|at| *at < self.reports.len());
        self.by_id.get(address).copied().or_else(numbered)
    }
}

impl Library for Memory {
    fn incidents(&self, filter: &Filter) -> Vec<Arc<Summary>> {
        let filter = filter::Prepared::new(filter, &self.places_in_arabic);
        let passing = self.summaries.iter().filter(|(summary, words)| filter.passes(summary, words));
        passing.map(|(summary, _)| summary.clone()).collect()
    }

    fn incident(&self, address: &str) -> Option<IncidentFile> {
        let incident = self.incident_of(*self.incident_at.get(address)?);
        let mut told_in = told_in(&incident, &self.by_id);
        told_in.reverse();
        let ids: BTreeSet<&str> = told_in.iter().map(|&at| self.reports[at].report.id.as_str()).collect();
        let mut roots: BTreeMap<usize, Vec<StatementRef>> = BTreeMap::new();
        for id in &incident.roots {
            roots.extend(self.root_at.get(id).map(|&at| (at, Vec::new())));
        }
        let positions = incident.questions.iter().flat_map(|q| &q.positions);
        let given = positions.flat_map(|p| p.by.iter().chain(p.updates.iter().flat_map(|u| &u.by)));
        for statement in given.collect::<BTreeSet<_>>() {
            for at in self.roots_of.get(statement).into_iter().flatten() {
                roots.entry(*at).or_default().push(statement.clone());
            }
        }
        let derivations: BTreeSet<usize> =
            ids.iter().filter_map(|id| self.derivations_of.get(*id)).flatten().copied().collect();
        let related = incident.related.iter().filter_map(|r| self.incident_at.get(&r.incident));
        Some(IncidentFile {
            roots: roots
                .into_iter()
                .map(|(at, statements)| {
                    let root = &self.weighed.roots[at];
                    let reports: BTreeSet<&String> = statements.iter().map(|statement| &statement.0).collect();
                    isnad_ledger::Root {
                        id: root.id.clone(),
                        name: root.name.clone(),
                        reports: reports.into_iter().cloned().collect(),
                        gates: root.gates.clone(),
                        indistinct_from: root.indistinct_from.clone(),
                        statements,
                    }
                })
                .collect(),
            derivations: derivations
                .into_iter()
                .map(|at| &self.weighed.derivations[at])
                .filter(|d| ids.contains(d.report.as_str()) && ids.contains(d.from.as_str()))
                .cloned()
                .collect(),
            related: related.map(|&at| self.incident_of(at)).collect(),
            reports: told_in.iter().map(|&at| self.reports[at].clone()).collect(),
            incident,
        })
    }

    fn kinds(&self) -> Vec<EventType> {
        self.kinds.iter().copied().collect()
    }

    fn reports(&self, words: &str, window: Window) -> Found<ReportHead> {
        let words = query(words);
        let finders: Vec<Finder> = words.iter().map(Finder::new).collect();
        let holds = |at: &usize| finders.iter().all(|f| f.find(self.openings[*at].as_bytes()).is_some());
        let found: Vec<usize> = (0..self.reports.len()).filter(holds).collect();
        let shown = found.iter().skip(window.from).take(window.most);
        Found { total: found.len(), lines: shown.map(|&at| head(&self.reports[at])).collect() }
    }

    fn report(&self, address: &str) -> Option<ReportFile> {
        let at = self.report_at(address)?;
        let ledger = self.reports[at].clone();
        let derivations = self.derivations_of.get(&ledger.report.id).into_iter().flatten();
        Some(ReportFile {
            incidents: self.incidents_of_report[at].iter().map(|&at| self.incident_of(at)).collect(),
            derivations: derivations.map(|&at| self.weighed.derivations[at].clone()).collect(),
            ledger,
        })
    }

    fn report_address(&self, id: &str) -> String {
        if id.len() <= crate::address::LONGEST {
            return id.to_owned();
        }
        self.by_id.get(id).map_or_else(String::new, |at| format!("~{at}"))
    }

    fn names(&self, words: &str, window: Window) -> Found<NameHead> {
        self.names.holding(&query(words), window)
    }

    fn name(&self, address: &str) -> Option<NameFile> {
        let (head, mentions) = self.names.at_address(address)?;
        let mentions: Vec<NameMention> =
            mentions.iter().map(|&(report, at)| NameMention { ledger: self.reports[report].clone(), at }).collect();
        let told_in: BTreeSet<usize> =
            self.names.reports(head.ordinal).flat_map(|report| &self.incidents_of_report[report]).copied().collect();
        Some(NameFile {
            incidents: told_in
                .into_iter()
                .map(|at| self.incident_of(at))
                .filter(|incident| index::is_about(incident, head, &mentions))
                .collect(),
            head: head.clone(),
            mentions,
        })
    }

    fn known(&self, name_or_key: &str) -> Option<NameHead> {
        self.names.known(name_or_key).cloned()
    }

    fn capture(&self, address: &str) -> Option<Arc<Capture>> {
        let at = self.report_at(address)?;
        self.captures.get(&self.reports[at].report.id).cloned()
    }

    fn place_in_arabic(&self, name: &str) -> Option<String> {
        self.places_in_arabic.get(&fold(name)).cloned()
    }
}

fn newest_first(a: &isnad_ledger::Report, b: &isnad_ledger::Report) -> std::cmp::Ordering {
    b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id))
}

/// The reports an incident is told in, as positions in the newest-first list, without repetition.
fn told_in(incident: &Incident, by_id: &HashMap<String, usize>) -> Vec<usize> {
    let positions = incident.questions.iter().flat_map(|q| &q.positions);
    let given = positions.flat_map(|p| p.by.iter().chain(p.updates.iter().flat_map(|u| &u.by)));
    let ids = incident.mentions.iter().map(|m| &m.report).chain(given.map(|s| &s.0));
    let at: BTreeSet<usize> = ids.filter_map(|id| by_id.get(id)).copied().collect();
    at.into_iter().collect()
}

fn head(ledger: &Ledger) -> ReportHead {
    ReportHead {
        id: ledger.report.id.clone(),
        title: ledger.report.title.clone(),
        publisher: ledger.report.publisher.clone(),
        published: ledger.report.published,
        language: ledger.report.language.clone(),
        statements: ledger.statements.len(),
    }
}

fn summary(incident: Arc<Incident>, told: &[&Ledger]) -> Summary {
    let outlet = |l: &&Ledger| l.report.publisher.clone().unwrap_or_else(|| l.report.id.clone());
    let gates = incident.questions.iter().flat_map(|q| &q.positions).flat_map(|p| &p.gates);
    let disputes = incident.questions.iter().filter(|q| q.disputed).map(|q| q.question);
    let first: Option<&&Ledger> = told.iter().min_by_key(|l| {
        let published: Option<Moment> = l.report.published;
        (published.is_none(), published)
    });
    Summary {
        outlets: told.iter().map(outlet).collect::<BTreeSet<_>>().len(),
        gates: gates.collect::<BTreeSet<_>>().into_iter().cloned().collect(),
        disputes: disputes.collect(),
        first: first.map(|l| head(l)),
        incident,
    }
}
