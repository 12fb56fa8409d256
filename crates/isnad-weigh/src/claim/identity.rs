//! Who the victims were, by name: those an event's accounts name. That it was somebody else comes from the tables.

use super::{Answer, Claims, Scene};
use crate::phrases::{List, Meaning};
use isnad_ledger::{NameKind, QuestionKind, Stance};

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let ledger = scene.reading.ledger;
    for event in &ledger.events {
        for victim in &event.victims {
            let Some(name) = victim.name.as_ref().and_then(|id| ledger.names.iter().find(|n| &n.id == id)) else {
                continue;
            };
            for by in scene.by(event) {
                let answer = Answer::Actor { key: name.key.clone(), name: name.name.clone() };
                claims.add(scene.event(&event.id), QuestionKind::VictimIdentity, answer, by);
            }
        }
    }
    for (at, _) in scene.answering().filter(|(_, s)| s.stance != Stance::Denies) {
        let own = scene.own(at);
        let dead = own.iter().any(|&span| {
            scene.reading.hits_in(span).any(|hit| match hit.meaning {
                Meaning::List(list, _) => list == List::Victim,
                Meaning::Answer { question, side, .. } => {
                    question == QuestionKind::Outcome && scene.reading.phrases.name(side) == "killed"
                }
            })
        });
        if !dead {
            continue;
        }
        for name in ledger.names.iter().filter(|n| n.kind == NameKind::Person) {
            let inside = name.spans.iter().any(|s| own.iter().any(|c| c.contains(*s)));
            if inside {
                let answer = Answer::Named { key: name.key.clone(), name: name.name.clone() };
                claims.add(scene.about(at), QuestionKind::VictimIdentity, answer, Some(at));
            }
        }
    }
}
