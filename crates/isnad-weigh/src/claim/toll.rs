//! How many were killed, wounded, arrested or are missing: the ranges of events, and denials of a toll.

use super::{Answer, Claims, Scene};
use crate::phrases::List;
use isnad_ledger::{QuestionKind, Span, Stance, TimeKind};

/// A toll that is denied stands at the head of what is denied, within so many code points.
const HEAD: u32 = 28;
/// A number that is denied stands within so many of the head of the denial.
const NEAR: u32 = 40;

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    for event in &scene.reading.ledger.events {
        let told = scene.event(&event.id);
        let tolls = [
            (QuestionKind::Killed, event.killed),
            (QuestionKind::Wounded, event.wounded),
            (QuestionKind::Arrested, event.arrested),
            (QuestionKind::Missing, event.missing),
        ];
        for (question, range) in tolls {
            let Some(range) = range else { continue };
            // Of several statements that tell of it those give the number in whose words it stands.
            let mut by = scene.by(event);
            let stands =
                |by: &Option<usize>| by.is_some_and(|at| scene.own(at).iter().any(|own| own.contains(event.span)));
            if by.iter().any(stands) {
                by.retain(stands);
            }
            for by in by {
                let denied = by.is_some_and(|at| scene.said[at].stance == Stance::Denies);
                // What stands far behind the head of a denial is no longer denied, nor claimed by the denier.
                let far = |at: usize| {
                    let inside = scene.own(at).iter().find(|own| own.contains(event.span));
                    inside.is_none_or(|own| event.span.start() > own.start() + NEAR)
                };
                if by.is_some_and(|at| cumulative(scene, at, told) || denied && far(at)) {
                    continue;
                }
                claims.add(told, question, if denied { Answer::NoNumber } else { Answer::Number(range) }, by);
            }
        }
    }
    for (at, statement) in scene.answering() {
        let head =
            statement.content.first().and_then(|c| Span::within(c.start(), c.end().min(c.start() + HEAD), u32::MAX));
        let denies = statement.stance == Stance::Denies;
        if denies && scene.reading.has(List::Toll, head.as_slice()) {
            claims.add(scene.about(at), QuestionKind::Killed, Answer::NoNumber, Some(at));
        }
        let list = if denies { List::Any } else { List::None };
        if let Some(question) = scene.reading.value(list, scene.own(at)).and_then(|value| counted(scene, value)) {
            claims.add(scene.about(at), question, Answer::NoNumber, Some(at));
        }
    }
}

/// The question a value of the lists of nobody is about.
fn counted(scene: &Scene, value: u16) -> Option<QuestionKind> {
    match scene.reading.phrases.name(value) {
        "killed" => Some(QuestionKind::Killed),
        "wounded" => Some(QuestionKind::Wounded),
        "arrested" => Some(QuestionKind::Arrested),
        _ => None,
    }
}

/// Days before an event from which on a count is one of more than this event.
const LONG: i32 = 20;

/// Whether a statement counts over months and not over its event: `since January`, منذ بداية العام.
fn cumulative(scene: &Scene, at: usize, told: Option<u16>) -> bool {
    let Some((first, _)) = told.and_then(|told| scene.told[told as usize].days) else { return false };
    scene.reading.ledger.times.iter().any(|time| {
        let long = time.kind == TimeKind::Range && time.start.is_some_and(|s| (first - s.date()).get_days() > LONG);
        long && scene.own(at).iter().any(|span| span.contains(time.span))
    })
}
