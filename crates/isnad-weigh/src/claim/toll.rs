//! How many were killed, wounded, arrested or are missing: the ranges of events, and denials of a toll.

use super::{Answer, Claims, Scene};
use crate::phrases::List;
use isnad_ledger::{QuestionKind, Span, Stance};

/// A toll that is denied stands at the head of what is denied, within so many code points.
const HEAD: u32 = 28;

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
            for by in scene.by(event) {
                claims.add(told, question, Answer::Number(range), by);
            }
        }
    }
    for (at, statement) in scene.answering() {
        let head =
            statement.content.first().and_then(|c| Span::within(c.start(), c.end().min(c.start() + HEAD), u32::MAX));
        if statement.stance == Stance::Denies && scene.reading.has(List::Toll, head.as_slice()) {
            claims.add(scene.about(at), QuestionKind::Killed, Answer::NoNumber, Some(at));
        }
    }
}
