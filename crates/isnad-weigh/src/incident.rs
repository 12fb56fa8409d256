//! Joins events of several reports into incidents. Within a group of events that are linked at all, they are joined one
//! by one in an order that does not depend on who arrived first.

use crate::{
    digest::Digest,
    judge::{JOINED, Judgement},
    told::Told,
};
use isnad_ledger::Moment;
use jiff::civil::Date;
use rayon::prelude::*;

/// An event among all: the digest's number and the event's number in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) digest: u32,
    pub(crate) told: u16,
}

/// Members of an incident that a new event is compared with; the first ones stand for the rest.
const COMPARED: usize = 24;

pub(crate) fn told(digests: &[Digest], at: Place) -> &Told {
    &digests[at.digest as usize].told[at.told as usize]
}

/// How two events stand to each other.
pub(crate) fn between(digests: &[Digest], a: Place, b: Place) -> Judgement {
    Judgement::of(told(digests, a), told(digests, b), a.digest == b.digest)
}

type Rank<'d> = (bool, Option<Date>, (bool, Option<Moment>, &'d str), u16);

/// The canonical order of events: by day, then by publication, then by report.
fn rank(digests: &[Digest], at: Place) -> Rank<'_> {
    let told = told(digests, at);
    (!told.is_dated(), told.days.map(|d| d.0), digests[at.digest as usize].rank(), at.told)
}

/// Parts one group of linked events into incidents, in canonical order.
pub(crate) fn part(digests: &[Digest], mut events: Vec<Place>) -> Vec<Vec<Place>> {
    events.par_sort_by(|a, b| rank(digests, *a).cmp(&rank(digests, *b)));
    let mut incidents: Vec<Vec<Place>> = Vec::new();
    for event in events {
        match fitting(digests, event, &incidents) {
            Some(at) => incidents[at].push(event),
            None => incidents.push(vec![event]),
        }
    }
    // What stood alone when it came may belong to what came after it.
    for at in 0..incidents.len() {
        let [alone] = incidents[at][..] else { continue };
        incidents[at].clear();
        let to = fitting(digests, alone, &incidents).unwrap_or(at);
        incidents[to].push(alone);
    }
    incidents.retain(|members| !members.is_empty());
    incidents
}

/// The incident that an event fits best.
fn fitting(digests: &[Digest], event: Place, incidents: &[Vec<Place>]) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for (at, members) in incidents.iter().enumerate() {
        if let Some(score) = fits(digests, event, members)
            && best.is_none_or(|(old, _)| score > old)
        {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// What each of the first members that fit adds to the best one.
const MANY: f32 = 0.25;

/// How well an event fits an incident: the best score with one of its members, and a little for each that fits, unless most
/// members exclude it.
fn fits(digests: &[Digest], event: Place, members: &[Place]) -> Option<f32> {
    let mut best = f32::MIN;
    let (mut joined, mut excluded, mut apart, mut strong) = (0, 0, 0, false);
    for member in members.iter().take(COMPARED) {
        let judgement = between(digests, event, *member);
        let score = judgement.score();
        // That a member names the place in passing says little: its own event is elsewhere.
        joined += usize::from(score >= JOINED && !judgement.in_passing);
        strong |= score >= JOINED && judgement.outweighed();
        apart += usize::from(score < 0.0 && judgement.is_near());
        excluded += usize::from(score < 0.0);
        best = best.max(score);
    }
    // What outweighs neighbouring places for one member does so for all.
    let excluded = excluded - if strong { apart } else { 0 };
    (joined > excluded).then(|| best + MANY * joined.min(4) as f32)
}
