//! The order of things: digests, copies, blocks, incidents, positions, roots; and what must be done again when a report is
//! added. It holds no ledger longer than it takes to digest it.

use crate::{
    assemble::{self, Done},
    blocks::Blocks,
    derive::{self, Derived},
    digest::Digest,
    incident::{self, Place},
    institution::Institutions,
    judge::JOINED,
    phrases::Phrases,
    reuse::ReuseIndex,
};
use isnad_languages::Tables;
use isnad_ledger::{Incident, Ledger, Note, Weighed};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// Weighs reports. Building one reads the tables once.
#[derive(Clone, Debug)]
pub struct Weigher {
    phrases: Phrases,
    institutions: Institutions,
}

impl Weigher {
    /// A weigher with the tables' words.
    pub fn new(tables: &Tables) -> Weigher {
        Weigher { phrases: Phrases::new(tables), institutions: Institutions::new(tables) }
    }

    /// Weighs all ledgers at once. The result does not depend on their order.
    pub fn weigh(&self, ledgers: &[Ledger]) -> Weighed {
        let mut weighing = self.start();
        weighing.add(ledgers);
        weighing.weighed()
    }

    /// Begins with no reports.
    pub fn start(&self) -> Weighing<'_> {
        Weighing {
            phrases: &self.phrases,
            institutions: &self.institutions,
            digests: Vec::new(),
            ids: FxHashSet::default(),
            index: ReuseIndex::default(),
            blocks: Blocks::default(),
            events: Vec::new(),
            first: Vec::new(),
            parent: Vec::new(),
            groups: FxHashMap::default(),
            copies: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// Reports being weighed: a digest of each, the indexes, and what has been found so far.
#[derive(Clone, Debug)]
pub struct Weighing<'w> {
    pub(crate) phrases: &'w Phrases,
    pub(crate) institutions: &'w Institutions,
    pub(crate) digests: Vec<Digest>,
    ids: FxHashSet<String>,
    index: ReuseIndex,
    pub(crate) blocks: Blocks,
    /// All events, by number.
    pub(crate) events: Vec<Place>,
    /// The number of each digest's first event.
    pub(crate) first: Vec<u32>,
    /// Union-find over events.
    parent: Vec<u32>,
    pub(crate) groups: FxHashMap<u32, Group>,
    pub(crate) copies: Vec<Option<Derived>>,
    notes: Vec<Note>,
}

/// Events that are linked, with the incidents they make.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    events: Vec<Place>,
    pub(crate) done: Vec<Done>,
    pub(crate) derived: Vec<Derived>,
}

impl Weighing<'_> {
    /// Adds reports and weighs again what they touch, and nothing else. A report whose id is already there is left out,
    /// with a note.
    pub fn add(&mut self, ledgers: &[Ledger]) {
        let fresh: Vec<&Ledger> = ledgers.iter().filter(|ledger| self.is_new(ledger)).collect();
        let (phrases, institutions) = (self.phrases, self.institutions);
        let digests: Vec<Digest> = fresh.par_iter().map(|ledger| Digest::of(phrases, institutions, ledger)).collect();
        let from = self.digests.len();
        self.digests.extend(digests);
        self.copies.resize(self.digests.len(), None);
        let first_event = self.events.len() as u32;
        for at in from..self.digests.len() {
            let digest = &self.digests[at];
            self.index.insert(at as u32, &digest.sketch);
            self.first.push(self.events.len() as u32);
            for (number, told) in digest.told.iter().enumerate() {
                let event = self.events.len() as u32;
                self.blocks.insert(event, told);
                self.events.push(Place { digest: at as u32, told: number as u16 });
                self.parent.push(event);
                self.groups.insert(event, Group { events: vec![self.events[event as usize]], ..Group::default() });
            }
        }
        let mut touched = self.link(first_event);
        touched.extend(self.copy(from as u32));
        self.settle(touched);
    }

    /// Whether something has the id of a report already weighed.
    pub fn contains(&self, report: &str) -> bool {
        self.ids.contains(report)
    }

    /// How many reports have been weighed.
    pub fn len(&self) -> usize {
        self.digests.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }

    /// The incidents that a report tells of, without what is related to them.
    pub fn incidents_of(&self, report: &str) -> Vec<&Incident> {
        let all = self.groups.values().flat_map(|group| &group.done).map(|done| &done.incident);
        let mut found: Vec<_> = all.filter(|i| i.mentions.iter().any(|m| m.report == report)).collect();
        found.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }

    /// Everything that has been found.
    pub fn weighed(&self) -> Weighed {
        let mut weighed = assemble::weighed(self);
        weighed.notes.clone_from(&self.notes);
        weighed
    }

    fn is_new(&mut self, ledger: &Ledger) -> bool {
        let new = self.ids.insert(ledger.report.id.clone());
        if !new {
            self.notes.push(Note {
                code: "report_twice".to_owned(),
                span: None,
                text: format!("{}: a report of this id is already there; this one is left out", ledger.report.id),
            });
        }
        new
    }

    /// Links the new events with those they go together with; gives the events touched.
    fn link(&mut self, from: u32) -> Vec<u32> {
        let new: Vec<u32> = (from..self.events.len() as u32).collect();
        let (digests, blocks, events) = (&self.digests, &self.blocks, &self.events);
        let edges: Vec<Vec<u32>> = new
            .par_iter()
            .map(|&event| {
                let mine = incident::told(digests, events[event as usize]);
                let mut near = blocks.near(mine);
                // Of two new events the later one makes the link.
                near.retain(|&other| {
                    other < event
                        && incident::between(digests, events[event as usize], events[other as usize]).score() >= JOINED
                });
                near
            })
            .collect();
        for (&event, near) in new.iter().zip(&edges) {
            for &other in near {
                self.unite(event, other);
            }
        }
        new
    }

    fn find(&mut self, mut event: u32) -> u32 {
        while self.parent[event as usize] != event {
            let next = self.parent[event as usize];
            self.parent[event as usize] = self.parent[next as usize];
            event = next;
        }
        event
    }

    fn unite(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        let size = |group: Option<&Group>| group.map_or(0, |g| g.events.len());
        let (big, small) = if size(self.groups.get(&a)) >= size(self.groups.get(&b)) { (a, b) } else { (b, a) };
        self.parent[small as usize] = big;
        if let Some(moved) = self.groups.remove(&small) {
            self.groups.entry(big).or_default().events.extend(moved.events);
        }
    }

    /// Finds the sources of the new reports, and of older ones that a new one may be the source of; gives the events of
    /// reports whose source has changed.
    fn copy(&mut self, from: u32) -> Vec<u32> {
        let new: Vec<u32> = (from..self.digests.len() as u32).collect();
        let (digests, index) = (&self.digests, &self.index);
        let mut affected: Vec<u32> = new
            .par_iter()
            .flat_map_iter(|&at| {
                let mine = &digests[at as usize];
                let later = index.candidates(
                    &mine.sketch,
                    |other| other < from && digests[other as usize].rank() > mine.rank(),
                    |a, b| a.cmp(&b),
                );
                later.into_iter().chain([at])
            })
            .collect();
        affected.sort_unstable();
        affected.dedup();
        let found: Vec<Option<Derived>> = affected.par_iter().map(|&at| derive::copied(digests, index, at)).collect();
        let mut touched = Vec::new();
        for (&at, found) in affected.iter().zip(found) {
            if self.copies[at as usize] != found {
                self.copies[at as usize] = found;
                let first = self.first[at as usize];
                touched.extend(first..first + self.digests[at as usize].told.len() as u32);
            }
        }
        touched
    }

    /// Weighs again the groups of the events given.
    fn settle(&mut self, touched: Vec<u32>) {
        let mut roots: Vec<u32> = touched.into_iter().map(|event| self.find(event)).collect();
        roots.sort_unstable();
        roots.dedup();
        let settled: Vec<(u32, Vec<Done>, Vec<Derived>)> = roots
            .par_iter()
            .filter_map(|root| {
                let group = self.groups.get(root)?;
                let (done, derived) = self.weigh_group(&group.events);
                Some((*root, done, derived))
            })
            .collect();
        for (root, done, derived) in settled {
            if let Some(group) = self.groups.get_mut(&root) {
                group.done = done;
                group.derived = derived;
            }
        }
    }

    fn weigh_group(&self, events: &[Place]) -> (Vec<Done>, Vec<Derived>) {
        let incidents = incident::part(&self.digests, events.to_vec());
        let mut derived: Vec<Derived> = Vec::new();
        for members in &incidents {
            let mut reports: Vec<u32> = members.iter().map(|m| m.digest).collect();
            reports.sort_unstable();
            reports.dedup();
            let copy = |at: u32| self.copies[at as usize].as_ref().map(|d| d.from);
            for one in derive::among(&self.digests, &reports, copy) {
                if !derived.iter().any(|d| d.report == one.report && d.from == one.from) {
                    derived.push(one);
                }
            }
        }
        let done = incidents.iter().map(|members| assemble::incident(self, members, &derived)).collect();
        (done, derived)
    }
}
