//! Answers by the tables' words: cause, outcome, target, setting, identity, affiliation. A denial turns a side round, and
//! whoever denies a claim he reports stands against it, too.

use super::{Answer, Claims, Scene};
use crate::phrases::{List, Meaning};
use isnad_ledger::{NameKind, QuestionKind, Stance, Statement};

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let reading = scene.reading;
    for (at, statement) in scene.answering() {
        let denies = statement.stance == Stance::Denies;
        let spans: &[_] = if denies { &statement.content } else { scene.own(at) };
        for &span in spans {
            for hit in reading.hits_in(span) {
                let Meaning::Answer { question, axis, side, against } = hit.meaning else { continue };
                if !asked(scene, at, statement, question) {
                    continue;
                }
                let answer = if against != denies || against && denies {
                    Answer::NotSide { axis, side }
                } else {
                    Answer::Side { axis, side }
                };
                claims.add(scene.about(at), question, answer, Some(at));
            }
        }
    }
}

/// Whether a statement that holds a word of a table speaks to the question at all.
fn asked(scene: &Scene, at: usize, statement: &Statement, question: QuestionKind) -> bool {
    let own = scene.own(at);
    match question {
        // Actors are read by `actor`, with their names.
        QuestionKind::Perpetrator => false,
        QuestionKind::VictimAffiliation => {
            let names = &scene.reading.ledger.names;
            let named = names
                .iter()
                .filter(|n| n.kind == NameKind::Person)
                .any(|n| n.spans.iter().chain(&n.anaphora).any(|s| statement.content.iter().any(|c| c.contains(*s))));
            named
                || scene.reading.has(List::Victim, &statement.content)
                || scene.said[at]
                    .origins
                    .iter()
                    .any(|o| o.key.starts_with("family:") || o.unnamed.as_deref() == Some("family"))
                || pronoun(scene, at)
        }
        QuestionKind::Place => scene.reading.has(List::Happening, own) || scene.reading.has(List::Act, own),
        QuestionKind::Outcome | QuestionKind::Target | QuestionKind::Cause | QuestionKind::VictimIdentity => true,
        _ => false,
    }
}

/// Whether the content begins with a pronoun for somebody spoken of before: `إنه …`, `that he …`.
fn pronoun(scene: &Scene, at: usize) -> bool {
    let Some(first) = scene.own(at).first() else { return false };
    let folded = scene.reading.folded;
    let word = folded.words.partition_point(|word| word.start < first.start());
    (word..folded.words.len().min(word + 3)).any(|at| {
        let word = folded.word(at);
        PRONOUNS.contains(&word) || word.ends_with("نه") && word.len() <= 8 || word.ends_with("نهم") && word.len() <= 10
    })
}

const PRONOUNS: [&str; 7] = ["he", "she", "they", "him", "them", "his", "انهما"];
