//! How an incident's story came to its readers: each root's ways through gates to outlets, and what each gate carries. It
//! lays out what weighing found and weighs nothing.

use super::{Faces, every, source};
use isnad_ledger::{Incident, Root, StatementRef, Weighed};
use std::collections::{BTreeMap, BTreeSet};

/// Derivations followed from a report to the one that names the gate.
const HANDS: usize = 6;

/// The ways of an incident's roots.
pub(super) struct Story<'w> {
    /// Reports that tell of it, in order of publication.
    pub(super) reports: Vec<&'w str>,
    /// Their outlets, each once.
    pub(super) outlets: usize,
    /// Roots that are no outlet's own voice, those with most outlets first.
    pub(super) strands: Vec<Strand<'w>>,
    /// Outlets that say something in their own voice, by name.
    pub(super) voices: Vec<&'w str>,
    /// Gates that carry the word of others, those to most outlets first.
    pub(super) gates: Vec<Gate>,
}

/// One root with its ways.
pub(super) struct Strand<'w> {
    pub(super) name: &'w str,
    /// Whether there are roots that nobody can tell apart from it.
    pub(super) indistinct: bool,
    /// Gate by gate the reports that carry it, in order of publication; an empty name stands for none.
    pub(super) ways: Vec<(String, Vec<&'w str>)>,
}

/// A gate with what passes it.
pub(super) struct Gate {
    pub(super) name: String,
    pub(super) roots: usize,
    pub(super) outlets: usize,
}

impl Strand<'_> {
    /// How many reports carry it.
    pub(super) fn reports(&self) -> usize {
        self.ways.iter().flat_map(|(_, reports)| reports).collect::<BTreeSet<_>>().len()
    }
}

impl<'w> Story<'w> {
    pub(super) fn of(weighed: &'w Weighed, incident: &'w Incident, faces: &'w Faces) -> Story<'w> {
        let taken: BTreeSet<&StatementRef> =
            incident.questions.iter().flat_map(|question| &question.positions).flat_map(every).collect();
        let mut story = Story {
            reports: super::mentioned(incident).into_iter().collect(),
            outlets: 0,
            strands: Vec::new(),
            voices: Vec::new(),
            gates: Vec::new(),
        };
        story.reports.sort_by_key(|report| (faces.published(report), *report));
        story.outlets = faces.outlets(&story.reports);
        let mut passed: BTreeMap<String, (usize, Vec<&str>)> = BTreeMap::new();
        for root in weighed.roots.iter().filter(|root| incident.roots.contains(&root.id)) {
            let mine: Vec<&StatementRef> = root.statements.iter().filter(|said| taken.contains(said)).collect();
            if mine.iter().all(|said| said.1.is_none()) {
                story.voices.push(&root.name);
                continue;
            }
            let mut ways: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for said in mine {
                let gate = gate(weighed, faces, root, said, HANDS).unwrap_or_default();
                let reports = ways.entry(gate).or_default();
                if !reports.contains(&said.0.as_str()) {
                    reports.push(&said.0);
                }
            }
            // What an outlet also has directly needs no line of its own beside the gate.
            let through: BTreeSet<&str> =
                ways.iter().filter(|(gate, _)| !gate.is_empty()).flat_map(|(_, r)| r.iter().copied()).collect();
            if let Some(direct) = ways.get_mut("") {
                direct.retain(|report| !through.contains(report));
            }
            ways.retain(|_, reports| !reports.is_empty());
            for (gate, reports) in &mut ways {
                reports.sort_by_key(|report| (faces.published(report), *report));
                if !gate.is_empty() {
                    let (roots, all) = passed.entry(gate.clone()).or_default();
                    *roots += 1;
                    all.extend(reports.iter().copied());
                }
            }
            let mut ways: Vec<(String, Vec<&str>)> = ways.into_iter().collect();
            ways.sort_by_key(|(gate, reports)| (gate.is_empty(), std::cmp::Reverse(reports.len())));
            story.strands.push(Strand { name: &root.name, indistinct: !root.indistinct_from.is_empty(), ways });
        }
        story.strands.sort_by_key(|strand| std::cmp::Reverse(strand.reports()));
        story.voices.sort_unstable();
        let gates =
            passed.into_iter().map(|(name, (roots, reports))| Gate { name, roots, outlets: faces.outlets(&reports) });
        story.gates = gates.collect();
        story.gates.sort_by_key(|gate| std::cmp::Reverse((gate.outlets, gate.roots)));
        story
    }
}

/// The gate through which a report has a root's statement: the nearest one it names; else the one that the report it was
/// made from names for the same root.
fn gate(weighed: &Weighed, faces: &Faces, root: &Root, said: &StatementRef, hands: usize) -> Option<String> {
    let chain = faces.words(said).map_or(&[][..], |words| &words.chain);
    let relays = &chain[..chain.len().saturating_sub(1)];
    if let Some(named) = relays.iter().find(|name| root.gates.contains(name) && **name != root.name) {
        return Some(named.clone());
    }
    let cited = weighed.derivations.iter().filter(|d| d.report == said.0);
    let sources = source(weighed, &said.0).into_iter().chain(cited);
    sources.filter(|_| hands > 0).find_map(|derivation| {
        let theirs = root.statements.iter().filter(|other| other.0 == derivation.from && other.1.is_some());
        theirs.filter_map(|other| gate(weighed, faces, root, other, hands - 1)).next()
    })
}
