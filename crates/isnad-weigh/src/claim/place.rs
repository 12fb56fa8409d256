//! Where it happened: the place an account sets its event at, if the account itself names it.

use super::{Answer, Claims, Scene};
use crate::spot::Spot;
use isnad_ledger::QuestionKind;

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let ledger = scene.reading.ledger;
    for event in &ledger.events {
        let place = event.place.as_ref().and_then(|id| ledger.places.iter().find(|p| &p.id == id));
        let Some(place) = place.filter(|p| Spot::of(p).is_fine()) else { continue };
        for by in scene.by(event) {
            let named = by.is_none_or(|at| scene.own(at).iter().any(|span| span.contains(place.span)));
            if named {
                claims.add(scene.event(&event.id), QuestionKind::Place, Answer::Spot(Box::new(Spot::of(place))), by);
            }
        }
    }
}
