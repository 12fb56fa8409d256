//! What weighing found, for people: the words that terminal and page share. Nothing is weighed here.

pub(crate) mod page;
mod story;
pub(crate) mod terminal;
mod way;

use super::terminal::{Positions, isolate, name};
use isnad_ledger::{
    Derivation, How, Incident, Ledger, Moment, Position, Question, QuestionKind, StatementRef, Weighed,
};
use isnad_weigh::{answer, value};
use std::collections::{BTreeMap, BTreeSet};

/// Longest excerpt of a statement shown, in code points.
const EXCERPT: usize = 180;

/// What views show of reports and statements beside what weighing gives.
#[derive(Default)]
pub(crate) struct Faces {
    reports: BTreeMap<String, Face>,
}

struct Face {
    publisher: String,
    published: Option<Moment>,
    title: String,
    statements: BTreeMap<String, Words>,
}

struct Words {
    chain: Vec<String>,
    excerpt: String,
}

impl Faces {
    /// Keeps what is shown of a report.
    pub(crate) fn add(&mut self, ledger: &Ledger) {
        let report = &ledger.report;
        let at = Positions::of(&report.text);
        let statements = ledger.statements.iter().map(|statement| {
            let mut chain: Vec<String> = statement.chain.clone();
            if let Some(gate) = &statement.gate {
                chain.insert(0, gate.name.clone());
            }
            let words: Vec<&str> = statement.content.iter().map(|span| at.words(*span)).collect();
            (statement.id.clone(), Words { chain, excerpt: shortened(&words.join(" … ")) })
        });
        let face = Face {
            publisher: report.publisher.clone().unwrap_or_else(|| report.id.clone()),
            published: report.published,
            title: report.title.clone().unwrap_or_default(),
            statements: statements.collect(),
        };
        self.reports.insert(report.id.clone(), face);
    }

    fn publisher<'f>(&'f self, report: &'f str) -> &'f str {
        self.reports.get(report).map_or(report, |face| &face.publisher)
    }

    fn published(&self, report: &str) -> Option<Moment> {
        self.reports.get(report).and_then(|face| face.published)
    }

    /// How many outlets reports are of.
    fn outlets(&self, reports: &[&str]) -> usize {
        reports.iter().map(|report| self.publisher(report)).collect::<BTreeSet<_>>().len()
    }

    fn title<'f>(&'f self, report: &'f str) -> &'f str {
        self.reports.get(report).map_or("", |face| &face.title)
    }

    fn words(&self, of: &StatementRef) -> Option<&Words> {
        self.reports.get(&of.0)?.statements.get(of.1.as_ref()?)
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = short.char_indices().nth(EXCERPT) {
        short.truncate(cut);
        short.push('…');
    }
    short
}

/// `killed`, `victim affiliation`, `cause (what set it off)` …
fn question(question: &Question) -> String {
    let kind = name(&question.question).replace('_', " ");
    match &question.about {
        // Where there is but one thing to ask, the question says it.
        Some(about) if !matches!(question.question, QuestionKind::VictimAffiliation | QuestionKind::VictimIdentity) => {
            format!("{kind} ({about})")
        }
        _ => kind,
    }
}

/// The position that some of a position's roots stood on before, with their names.
fn taken_back<'w>(
    weighed: &'w Weighed,
    asked: &'w Question,
    position: &Position,
) -> Option<(usize, &'w Position, String)> {
    let at = position.reversal_of?;
    let old = asked.positions.get(at)?;
    let both = position.roots.iter().filter(|id| old.roots.contains(id));
    let known = both.filter_map(|id| weighed.roots.binary_search_by(|root| root.id.cmp(id)).ok());
    let names: Vec<String> = known.map(|at| isolate(&weighed.roots[at].name)).collect();
    Some((at, old, names.join("; ")))
}

/// The names of a position's roots, those of most reports first; outlets that speak for themselves come last, together.
fn roots<'w>(weighed: &'w Weighed, position: &Position) -> (Vec<&'w str>, usize) {
    let own: BTreeSet<&str> = position.by.iter().filter(|by| by.1.is_none()).map(|by| by.0.as_str()).collect();
    let known = position.roots.iter().filter_map(|id| weighed.roots.binary_search_by(|root| root.id.cmp(id)).ok());
    let (mut named, mut voices) = (Vec::new(), 0);
    for root in known.map(|at| &weighed.roots[at]) {
        let said = root.statements.iter().filter(|said| position.by.contains(said));
        if said.clone().all(|said| said.1.is_none()) && said.clone().any(|said| own.contains(said.0.as_str())) {
            voices += 1;
        } else {
            named.push((std::cmp::Reverse(root.reports.len()), root.name.as_str()));
        }
    }
    named.sort_unstable();
    (named.into_iter().map(|(_, name)| name).collect(), voices)
}

/// `2025-12-05 18:10`
fn when(moment: Moment) -> String {
    moment.to_string().replace('T', " ")
}

/// The reports behind a position, each once.
fn reports(position: &Position) -> BTreeSet<&str> {
    position.by.iter().map(|by| by.0.as_str()).collect()
}

/// `raid · al-Dumayr · 2025-10-19`; of a day that is not known more than the stretch it lies in.
fn title(incident: &Incident) -> String {
    let kind = name(&incident.kind);
    let place = incident.place.as_ref().map(|place| place.name.clone());
    let last = incident
        .end
        .and_then(|end| end.date().yesterday().ok())
        .filter(|last| incident.start.is_some_and(|start| start.date() < *last));
    let day = incident.start.map(|day| match last {
        Some(last) => format!("{day} to {last}"),
        None => day.to_string(),
    });
    [Some(kind), place, day].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Incidents in the order in which they are worth reading: those of most reports first.
fn by_weight(weighed: &Weighed) -> Vec<&Incident> {
    let mut all: Vec<&Incident> = weighed.incidents.iter().collect();
    all.sort_by_key(|incident| std::cmp::Reverse(mentioned(incident).len()));
    all
}

fn mentioned(incident: &Incident) -> BTreeSet<&str> {
    incident.mentions.iter().map(|mention| mention.report.as_str()).collect()
}

/// Whether a question says more than that everybody agrees on one thing.
fn telling(question: &Question) -> bool {
    question.disputed || question.positions.iter().any(|position| !position.updates.is_empty())
}

/// All statements of a position, earlier ones included.
fn every(position: &Position) -> impl Iterator<Item = &StatementRef> {
    position.by.iter().chain(position.updates.iter().flat_map(|update| &update.by))
}

/// What a report was made from, if it was.
fn source<'w>(weighed: &'w Weighed, report: &str) -> Option<&'w Derivation> {
    weighed.derivations.iter().find(|derivation| derivation.report == report && derivation.how != How::Cited)
}
