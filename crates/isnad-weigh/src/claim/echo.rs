//! Denials that only point back ("rejected that", رفض ذلك): they deny what the statement before claims. It reads no answer
//! of its own.

use super::{Answer, Claim, Claims, Scene};
use crate::phrases::{List, Meaning};
use isnad_ledger::{QuestionKind, Span, Stance};

/// Longest content that denies no more than a part in it, in code points.
const SHORT: u32 = 45;
/// Longest content that says no more than "that".
const BARE: u32 = 18;
/// Statements looked back over.
const BACK: usize = 3;

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    for (at, statement) in scene.answering().filter(|(_, s)| s.stance == Stance::Denies) {
        let length: u32 = statement.content.iter().map(|span| span.len()).sum();
        let that = scene.reading.has(List::That, &statement.content);
        // To deny a part in it denies no more than that one did it.
        let part = scene.reading.has(List::Involvement, &statement.content);
        if length > if part { SHORT } else { BARE } || !(that || part) || !part && says_more(scene, &statement.content)
        {
            continue;
        }
        let said = &scene.said[at];
        let others = (at.saturating_sub(BACK)..at).rev().filter(|&other| {
            let theirs = &scene.said[other];
            theirs.about == said.about && theirs.origins != said.origins
        });
        // The nearest statement of somebody else that claims anything is the one meant.
        let meant = others.map(|other| denied(&claims.list, other)).find(|denied| !denied.is_empty());
        for (question, answer) in meant.unwrap_or_default() {
            if !part || question == QuestionKind::Perpetrator {
                claims.add(said.about, question, answer, Some(at));
            }
        }
    }
}

/// Whether a content holds more words than those that point back.
fn says_more(scene: &Scene, content: &[Span]) -> bool {
    let back = |span: &Span| {
        let hits = scene.reading.hits_in(*span);
        hits.filter(|hit| matches!(hit.meaning, Meaning::List(List::That, _))).map(|hit| hit.end - hit.start).max()
    };
    let rest: u32 = content.iter().map(|span| span.len() - back(span).unwrap_or(0)).sum();
    rest > 6
}

/// The denials of what a statement claims.
fn denied(claims: &[Claim], said: usize) -> Vec<(QuestionKind, Answer)> {
    let mine = claims.iter().filter(|claim| claim.said == Some(said as u16));
    mine.filter_map(|claim| {
        let answer = match &claim.answer {
            Answer::Number(_) if claim.question == QuestionKind::Killed => Answer::NoNumber,
            Answer::Side { axis, side } if claim.question != QuestionKind::Place => {
                Answer::NotSide { axis: *axis, side: *side }
            }
            Answer::Actor { key, name } if claim.question == QuestionKind::Perpetrator => {
                Answer::NotActor { key: key.clone(), name: name.clone() }
            }
            _ => return None,
        };
        Some((claim.question, answer))
    })
    .collect()
}
