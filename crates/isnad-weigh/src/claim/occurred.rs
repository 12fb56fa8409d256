//! Whether it happened at all: accounts that tell it, and those who say that nothing of the sort took place.

use super::{Answer, Claims, Scene};
use crate::phrases::{List, Meaning};
use isnad_ledger::{QuestionKind, Span, Stance};

/// How far behind "there was no" the thing may stand that was not, in code points.
const NEAR: u32 = 25;

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    for (at, statement) in scene.answering() {
        let denies = statement.stance == Stance::Denies;
        let own = scene.own(at);
        let nothing = own.iter().any(|&span| {
            scene.reading.hits_in(span).any(|hit| {
                hit.meaning_is(List::Nothing)
                    && (denies
                        || scene.reading.hits_in(span).any(|other| {
                            other.meaning_is(List::Happening)
                                && other.start >= hit.start
                                && other.start <= hit.end + NEAR
                        }))
            })
        });
        if nothing {
            claims.add(scene.about(at), QuestionKind::Occurred, Answer::Nothing, Some(at));
            continue;
        }
        let Some(about) = scene.about(at).filter(|_| !denies) else { continue };
        let told = &scene.told[about as usize];
        let inside = |inner: Span| own.iter().any(|span| span.contains(inner));
        let names = told.spans.iter().any(|event| inside(*event)) || scene.reading.has(List::Happening, own);
        let ledger = scene.reading.ledger;
        // To say that something happened is to say what and where, not to count its dead.
        let placed = ledger.places.iter().any(|p| !p.span.is_empty() && inside(p.span)) || sited(scene, own);
        if names && placed {
            claims.add(Some(about), QuestionKind::Occurred, Answer::Happened, Some(at));
        }
    }
}

fn sited(scene: &Scene, own: &[Span]) -> bool {
    own.iter().any(|&span| {
        scene
            .reading
            .hits_in(span)
            .any(|hit| matches!(hit.meaning, Meaning::Answer { question: QuestionKind::Place, .. }))
    })
}

impl crate::phrases::Hit {
    fn meaning_is(&self, list: List) -> bool {
        matches!(self.meaning, Meaning::List(found, _) if found == list)
    }
}
