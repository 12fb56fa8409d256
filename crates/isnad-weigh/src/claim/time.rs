//! On which day it happened: days said inside a statement that tells the event, not days of announcements or new tolls.

use super::{Answer, Claims, Scene, gap};
use crate::{
    phrases::{List, Meaning},
    told,
};
use isnad_ledger::{Grain, QuestionKind, Span, Stance, TimeKind};

/// A day further than this from the event's own is another matter.
const FAR: i32 = 3;

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    for (at, statement) in scene.answering() {
        if statement.stance == Stance::Denies {
            continue;
        }
        let own = scene.own(at);
        let Some(about) = scene.about(at) else { continue };
        let told = &scene.told[about as usize];
        let cited = told.events.iter().any(|id| {
            let event = scene.reading.ledger.events.iter().find(|e| &e.id == id);
            event.is_some_and(|e| e.by.contains(&statement.id))
        });
        // A statement that says nothing but a day answers when; a longer one must say that something happened.
        let short = own.iter().map(|s| s.len()).sum::<u32>() < 32;
        let tells = cited || short || scene.reading.has(List::Happening, own);
        if !tells || scene.reading.has(List::Change, own) {
            continue;
        }
        let text = &scene.reading.ledger.report.text;
        let day = scene.reading.ledger.times.iter().find_map(|time| {
            let fine = time.grain == Grain::Day && time.kind == TimeKind::Instant;
            let inside = own.iter().any(|span| span.contains(time.span));
            // The day of a dateline is that of writing, that of a statement's release the speaker's.
            let found = fine && inside && !told::in_dateline(text, time.span) && !issued(scene, time.span);
            found.then(|| told::days(time.start, time.end)).flatten()
        });
        if let Some(day) = day
            && told.days.is_some_and(|days| gap(days, day) <= FAR)
        {
            claims.add(Some(about), QuestionKind::Date, Answer::Days(day.0, day.1), Some(at));
        }
    }
}

/// Code points between a word of issuing and its day.
const NEAR: u32 = 8;

/// Whether a day is that on which something was issued: "in a statement issued on Thursday".
fn issued(scene: &Scene, time: Span) -> bool {
    let hits = &scene.reading.hits[..scene.reading.hits.partition_point(|hit| hit.start < time.start())];
    let mut words = hits.iter().rev().take(6).filter(|hit| matches!(hit.meaning, Meaning::List(List::Issued, _)));
    words.any(|word| word.end <= time.start() && time.start() - word.end <= NEAR)
}
