//! Incidents, roots and derivations put into the contract's form. It finds nothing itself.

use crate::{
    derive::{self, Derived},
    explain,
    fold::stable_hash,
    incident::{Place, between, told},
    joined::Joined,
    judge::Judgement,
    position::{self, Asked, Case},
    root::{RootKey, Roots},
    spot::Lie,
    weighing::Weighing,
};
use isnad_ledger::{
    EventType, Incident, Mention, Moment, Question, QuestionKind, Related, Root, StatementRef, Value, Weighed,
};
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Related incidents shown of one.
const MOST_RELATED: usize = 6;
/// Kilometres within which another incident is near.
const NEAR: f64 = 60.0;

/// An incident with what is needed to show it.
#[derive(Clone, Debug)]
pub(crate) struct Done {
    pub(crate) incident: Incident,
    pub(crate) members: Vec<Place>,
    /// Origins that are one under several names.
    pub(crate) joined: Joined,
    /// Unnamed origins of one class that nobody can tell apart.
    pub(crate) indistinct: Vec<Vec<String>>,
    /// Why positions exclude each other, by question and their numbers.
    pub(crate) conflicts: Vec<(usize, usize, usize, &'static str)>,
}

/// An incident made of its events.
pub(crate) fn incident(weighing: &Weighing, members: &[Place], derived: &[Derived]) -> Done {
    let digests = &weighing.digests;
    let copies = members.iter().filter_map(|m| weighing.copies[m.digest as usize].as_ref());
    let origins = Roots::new(digests, copies.chain(derived));
    let mut reports: Vec<u32> = members.iter().map(|m| m.digest).collect();
    reports.sort_by(|a, b| digests[*a as usize].rank().cmp(&digests[*b as usize].rank()));
    reports.dedup();
    let joined = Joined::of(digests, weighing.institutions, &origins, &reports, members);
    let case = Case::new(digests, weighing.phrases, weighing.institutions, &origins, &joined, members);
    let asked = case.asked();
    let questions: Vec<Question> = asked.iter().map(|one| case.shown(one)).collect();
    let mut mentions: Vec<Mention> = members
        .iter()
        .flat_map(|&at| {
            let report = &digests[at.digest as usize].report;
            told(digests, at).events.iter().map(move |event| Mention { report: report.clone(), event: event.clone() })
        })
        .collect();
    mentions.sort();
    let earliest = members.iter().min_by_key(|at| (digests[at.digest as usize].rank(), at.told));
    let id = earliest.map_or(0, |&at| {
        stable_hash(&format!("{}\n{}", digests[at.digest as usize].report, told(digests, at).events[0]))
    });
    let days = days(weighing, members);
    let (low, best, high) = toll(&asked, &case);
    let mut roots: Vec<String> = questions.iter().flat_map(|q| &q.positions).flat_map(|p| p.roots.clone()).collect();
    roots.sort_unstable();
    roots.dedup();
    Done {
        incident: Incident {
            id: format!("i{:012x}", id & 0xffff_ffff_ffff),
            kind: kind(weighing, members),
            start: days.map(|(start, _)| Moment::day(start)),
            end: days.map(|(_, end)| Moment::day(end)),
            place: place(weighing, members),
            mentions,
            related: Vec::new(),
            questions,
            roots,
            low,
            best,
            high,
        },
        members: members.to_vec(),
        joined,
        indistinct: indistinct(&case.roots),
        conflicts: asked
            .iter()
            .enumerate()
            .flat_map(|(at, one)| one.conflicts.iter().map(move |&(a, b, why)| (at, a, b, why)))
            .collect(),
    }
}

fn indistinct(roots: &[RootKey]) -> Vec<Vec<String>> {
    let mut classes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for root in roots {
        if let Some(class) = &root.unnamed {
            classes.entry(class).or_default().insert(position::id(root));
        }
    }
    classes.into_values().filter(|ids| ids.len() > 1).map(|ids| ids.into_iter().collect()).collect()
}

/// The value given most often; of equals the one given first.
fn most<T: PartialEq>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(v, _)| *v == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(value, _)| value)
}

fn kind(weighing: &Weighing, members: &[Place]) -> EventType {
    let kinds = members.iter().map(|&at| told(&weighing.digests, at).kind);
    most(kinds.filter(|kind| *kind != EventType::Other)).unwrap_or(EventType::Other)
}

fn days(weighing: &Weighing, members: &[Place]) -> Option<(Date, Date)> {
    let all = members.iter().map(|&at| told(&weighing.digests, at));
    let surest = all.clone().filter(|t| t.days.is_some()).map(|t| crate::judge::surest(t.basis)).min()?;
    most(all.filter(|t| crate::judge::surest(t.basis) == surest).filter_map(|t| t.days))
}

fn place(weighing: &Weighing, members: &[Place]) -> Option<isnad_ledger::IncidentPlace> {
    let places = members
        .iter()
        .map(|&at| told(&weighing.digests, at))
        .filter_map(|t| Some((t.place_guessed, t.place.as_ref()?)));
    let best = places
        .clone()
        .map(|(guessed, p)| (guessed, p.at.is_none(), p.precision > isnad_ledger::Precision::Town))
        .min()?;
    let fine =
        places.filter(|(guessed, p)| (*guessed, p.at.is_none(), p.precision > isnad_ledger::Precision::Town) == best);
    most(fine.map(|(_, place)| place)).map(|place| place.incident_place())
}

/// Lowest, best and highest number killed: best is the one that most independent origins give, of equals the lower.
fn toll(asked: &[Asked], case: &Case) -> (Option<u32>, Option<u32>, Option<u32>) {
    let Some(killed) = asked.iter().find(|one| one.question == QuestionKind::Killed) else { return (None, None, None) };
    let entries = case.entries_of(QuestionKind::Killed);
    let ranges = killed.stands.iter().filter_map(|stand| match stand.value {
        Some(Value::Range(range)) => Some((range, position::roots(entries, &stand.by).len())),
        _ => None,
    });
    let low = ranges.clone().map(|(range, _)| range.low()).min();
    let high = ranges.clone().map(|(range, _)| range.high().unwrap_or(range.low())).max();
    let best =
        ranges.max_by_key(|(range, roots)| (*roots, std::cmp::Reverse(range.low()))).map(|(range, _)| range.low());
    (low, best, high)
}

/// Everything in the contract's form.
pub(crate) fn weighed(weighing: &Weighing) -> Weighed {
    let mut done: Vec<&Done> = weighing.groups.values().flat_map(|group| &group.done).collect();
    done.sort_by(|a, b| (a.incident.start, &a.incident.id).cmp(&(b.incident.start, &b.incident.id)));
    let mut incident_of = vec![u32::MAX; weighing.events.len()];
    for (number, one) in done.iter().enumerate() {
        for member in &one.members {
            incident_of[(weighing.first[member.digest as usize] + u32::from(member.told)) as usize] = number as u32;
        }
    }
    let incidents: Vec<Incident> = done
        .par_iter()
        .enumerate()
        .map(|(number, one)| Incident {
            related: related(weighing, &done, &incident_of, number),
            ..one.incident.clone()
        })
        .collect();
    let mut derived: Vec<&Derived> = weighing.copies.iter().flatten().collect();
    derived.extend(weighing.groups.values().flat_map(|group| &group.derived));
    let rank = |at: u32| weighing.digests[at as usize].rank();
    derived
        .sort_by(|a, b| (rank(a.report), rank(a.from), a.how as u8).cmp(&(rank(b.report), rank(b.from), b.how as u8)));
    derived.dedup_by(|a, b| a.report == b.report && a.from == b.from);
    Weighed {
        incidents,
        roots: roots(weighing, &done, &derived),
        derivations: derived.par_iter().map(|one| derive::shown(&weighing.digests, one)).collect(),
        notes: Vec::new(),
    }
}

/// Incidents near this one, with the reason why they are others.
fn related(weighing: &Weighing, done: &[&Done], incident_of: &[u32], number: usize) -> Vec<Related> {
    let mut found: BTreeMap<u32, Judgement> = BTreeMap::new();
    // A member that its report sets elsewhere would say that the other incident lies where this one does.
    let here = done[number].incident.place.as_ref().map(|place| &place.name);
    let at_home = |member: &&Place| {
        let place = told(&weighing.digests, **member).place.as_ref().map(|place| &place.name);
        here.is_none() || place == here
    };
    for &member in done[number].members.iter().filter(at_home).take(4) {
        let mine = told(&weighing.digests, member);
        for event in weighing.blocks.near(mine) {
            let other = incident_of[event as usize];
            if other == number as u32 || other == u32::MAX {
                continue;
            }
            let other_place = weighing.events[event as usize];
            let theirs = told(&weighing.digests, other_place).place.as_ref().map(|place| &place.name);
            if theirs != done[other as usize].incident.place.as_ref().map(|place| &place.name) {
                continue;
            }
            let judgement = between(&weighing.digests, member, other_place);
            let near = match judgement.lie {
                Lie::Same(_) | Lie::Near(_) => true,
                Lie::Apart(Some(kilometres)) => kilometres <= NEAR,
                Lie::Within | Lie::Open => judgement.victims.is_some_and(|v| v > 0),
                Lie::Apart(None) => false,
            };
            // Of several pairs the nearest in time speaks for both incidents.
            let key = |one: &Judgement| (one.gap, -one.kin, explain::apart(one));
            let nearer = |old: &Judgement| key(&judgement) < key(old);
            if near && judgement.kin >= 0 && found.get(&other).is_none_or(nearer) {
                found.insert(other, judgement);
            }
        }
    }
    let mut found: Vec<(u32, Judgement)> = found.into_iter().collect();
    found.sort_by_key(|(other, judgement)| (-judgement.kin, judgement.gap, *other));
    found.truncate(MOST_RELATED);
    found
        .into_iter()
        .map(|(other, judgement)| Related {
            incident: done[other as usize].incident.id.clone(),
            why: explain::apart(&judgement),
        })
        .collect()
}

/// All origins of all statements, in order of their id.
fn roots(weighing: &Weighing, done: &[&Done], derived: &[&Derived]) -> Vec<Root> {
    let origins = Roots::new(&weighing.digests, derived.iter().copied());
    // Where incidents join a name differently, the first one in order counts.
    let mut joined: FxHashMap<&str, &Joined> = FxHashMap::default();
    for one in done {
        for key in one.joined.keys() {
            joined.entry(key).or_insert(&one.joined);
        }
    }
    let mut all: BTreeMap<String, Root> = BTreeMap::new();
    let mut add = |key: RootKey, digest: u32, said: Option<u16>| {
        let by = key.person.as_deref().and_then(|person| joined.get(person)).or_else(|| joined.get(key.key.as_str()));
        let key = match by {
            Some(joined) => joined.root(key),
            None => key,
        };
        let id = position::id(&key);
        let digest_ = &weighing.digests[digest as usize];
        let root = all.entry(id.clone()).or_insert_with(|| Root {
            id,
            name: key.name,
            statements: Vec::new(),
            reports: Vec::new(),
            gates: Vec::new(),
            indistinct_from: Vec::new(),
        });
        root.statements
            .push(StatementRef(digest_.report.clone(), said.map(|said| digest_.said[said as usize].id.clone())));
        root.reports.push(digest_.report.clone());
        root.gates.extend(origins.gates(digest, said));
    };
    for at in 0..weighing.digests.len() as u32 {
        for said in 0..weighing.digests[at as usize].said.len() as u16 {
            for key in origins.of(at, Some(said)) {
                add(key, at, Some(said));
            }
        }
        if weighing.digests[at as usize].claims.iter().any(|claim| claim.said.is_none()) {
            for key in origins.of(at, None) {
                add(key, at, None);
            }
        }
    }
    for one in done {
        for class in &one.indistinct {
            for id in class {
                if let Some(root) = all.get_mut(id) {
                    root.indistinct_from.extend(class.iter().filter(|other| *other != id).cloned());
                }
            }
        }
    }
    let mut roots: Vec<Root> = all.into_values().collect();
    for root in &mut roots {
        for list in [&mut root.reports, &mut root.gates, &mut root.indistinct_from] {
            list.sort_unstable();
            list.dedup();
        }
        root.statements.sort();
        root.statements.dedup();
    }
    roots
}
