//! Answers by the tables' words: cause, outcome, target, setting, identity, affiliation. A denial turns a side round, and
//! whoever denies a claim he reports stands against it, too.

use super::{Answer, Claims, Scene};
use crate::phrases::{Hit, List, Meaning};
use isnad_ledger::{EventType, NameKind, QuestionKind, Span, Stance, Statement};

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let reading = scene.reading;
    for (at, statement) in scene.answering() {
        let denies = statement.stance == Stance::Denies;
        let spans: &[_] = if denies { &statement.content } else { scene.own(at) };
        for &span in spans {
            for hit in reading.hits_in(span) {
                let Meaning::Answer { question, axis, side, against } = hit.meaning else { continue };
                if !asked(scene, at, statement, question, *hit) || denies && !against && !deniable(scene, at, question)
                {
                    continue;
                }
                let answer =
                    if against || denies { Answer::NotSide { axis, side } } else { Answer::Side { axis, side } };
                claims.add(scene.about(at), question, answer, Some(at));
            }
        }
    }
}

/// Whether denying a content that holds an answer denies that answer. Where and how it is said to have been struck goes
/// with the denial as a whole; what the dead were and why something burned is denied for itself.
fn deniable(scene: &Scene, at: usize, question: QuestionKind) -> bool {
    let kind = scene.about(at).map(|told| scene.told[told as usize].kind);
    match question {
        QuestionKind::VictimAffiliation => true,
        QuestionKind::Cause => !kind.is_some_and(|kind| matches!(kind, EventType::Shelling | EventType::Airstrike)),
        _ => false,
    }
}

/// Whether a statement that holds a word of a table speaks to the question at all.
fn asked(scene: &Scene, at: usize, statement: &Statement, question: QuestionKind, hit: Hit) -> bool {
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
                || killed_before(scene, own, hit)
        }
        QuestionKind::Place => scene.reading.has(List::Happening, own) || scene.reading.has(List::Act, own),
        QuestionKind::Outcome | QuestionKind::Target | QuestionKind::Cause | QuestionKind::VictimIdentity => true,
        _ => false,
    }
}

/// Whether a word of killing stands before the word in the same content, and the word is not plainly its subject
/// (`قتل مسلحون …`).
fn killed_before(scene: &Scene, own: &[Span], hit: Hit) -> bool {
    let killed = |other: &&Hit| match other.meaning {
        Meaning::Answer { question: QuestionKind::Outcome, side, .. } => scene.reading.phrases.name(side) == "killed",
        _ => false,
    };
    let span = own.iter().find(|span| span.start() <= hit.start && hit.end <= span.end());
    let before = span.is_some_and(|&span| scene.reading.hits_in(span).filter(killed).any(|k| k.end <= hit.start));
    let word = scene.reading.folded.words.partition_point(|word| word.start < hit.start);
    before && !scene.reading.folded.words.get(word).is_some_and(|_| scene.reading.folded.word(word).ends_with("ون"))
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

const PRONOUNS: [&str; 9] = ["he", "she", "they", "him", "them", "his", "انهما", "اياه", "اياهم"];
