//! Answers by the tables' words: cause, outcome, target, setting, identity, affiliation. A denial turns a side round, and
//! whoever denies a claim he reports stands against it, too.

use super::{Answer, Claims, Scene};
use crate::{
    digest::Reading,
    phrases::{Hit, List, Meaning},
};
use isnad_ledger::{EventType, Name, NameKind, QuestionKind, Span, Stance, Statement};

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let reading = scene.reading;
    for (at, statement) in scene.answering() {
        let denies = statement.stance == Stance::Denies;
        let spans: &[_] = if denies { &statement.content } else { scene.own(at) };
        let counts =
            claims.list.iter().any(|claim| claim.said == Some(at as u16) && matches!(claim.answer, Answer::Number(_)));
        let mut found: Vec<(QuestionKind, u16, u16, bool, bool)> = Vec::new();
        for &span in spans {
            for hit in reading.hits_in(span) {
                let Meaning::Answer { question, axis, side, against, weak } = hit.meaning else { continue };
                if weak && counts {
                    continue;
                }
                if !asked(scene, at, statement, question, *hit) || elsewhere(reading, span, *hit) {
                    continue;
                }
                let against = against || negated(reading, *hit);
                if denies && !against && !deniable(scene, at, question, axis) {
                    continue;
                }
                let slain = question == QuestionKind::VictimAffiliation && killed_before(scene, scene.own(at), *hit);
                found.push((question, axis, side, against || denies, slain));
            }
        }
        for &(question, axis, side, against, slain) in &found {
            if question == QuestionKind::VictimAffiliation && !slain && outweighed(reading, &found, side) {
                continue;
            }
            let answer = if against { Answer::NotSide { axis, side } } else { Answer::Side { axis, side } };
            claims.add(scene.about(at), question, answer, Some(at));
        }
    }
}

/// Kinds of events that are no attack by their name, so that why they happened is a question of its own.
const FROM_WITHIN: [EventType; 6] = [
    EventType::Fire,
    EventType::Explosion,
    EventType::Sinking,
    EventType::Collapse,
    EventType::DeathInCustody,
    EventType::Other,
];

/// Whether "militant" is only what somebody worked against: the statement also holds words of the other side, and nobody
/// is said to have been killed as a militant.
fn outweighed(reading: &Reading, found: &[(QuestionKind, u16, u16, bool, bool)], side: u16) -> bool {
    let affiliation = || found.iter().filter(|(question, ..)| *question == QuestionKind::VictimAffiliation);
    reading.phrases.name(side) == "militant"
        && affiliation().any(|(_, _, other, against, _)| *other != side && !against)
        && !affiliation().any(|(.., slain)| *slain)
}

/// Whether "not" stands right before the words.
fn negated(reading: &Reading, hit: Hit) -> bool {
    let before = reading.hits[..reading.hits.partition_point(|other| other.start < hit.start)].iter().rev().take(6);
    let mut nots = before.filter(|other| matches!(other.meaning, Meaning::List(List::Not, _)));
    nots.any(|not| not.end <= hit.start && hit.start - not.end <= NOT_FAR)
}

/// Whether words of whose side somebody was on are not of him: what he worked against ("the fight against", محاربة), or
/// what a relative of his was.
fn elsewhere(reading: &Reading, span: Span, hit: Hit) -> bool {
    let Meaning::Answer { question: QuestionKind::VictimAffiliation, .. } = hit.meaning else { return false };
    reading.hits_in(span).take_while(|other| other.start < hit.start).any(|other| match other.meaning {
        Meaning::List(List::Against, _) => other.end <= hit.start && hit.start - other.end <= NOT_FAR,
        Meaning::List(List::Kin, _) => other.end <= hit.start && hit.start - other.end <= KIN_FAR,
        _ => false,
    })
}

/// Code points between a relative and what he was.
const KIN_FAR: u32 = 60;

/// Code points between "not" and what is not: at most an article and a space.
const NOT_FAR: u32 = 4;

/// Whether denying a content that holds an answer denies that answer. Where and how it is said to have been struck goes
/// with the denial as a whole; what the dead were and why something burned is denied for itself.
fn deniable(scene: &Scene, at: usize, question: QuestionKind, axis: u16) -> bool {
    let kind = scene.about(at).map(|told| scene.told[told as usize].kind);
    match question {
        QuestionKind::VictimAffiliation => true,
        QuestionKind::Target => scene.reading.phrases.name(axis) == "who was sought",
        QuestionKind::Cause => kind.is_some_and(|kind| FROM_WITHIN.contains(&kind)),
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
            let people = scene.reading.ledger.names.iter().filter(|n| n.kind == NameKind::Person);
            let inside = |name: &&Name| {
                name.spans.iter().chain(&name.anaphora).any(|s| statement.content.iter().any(|c| c.contains(*s)))
            };
            let mut people = people.filter(inside).peekable();
            let named = people.peek().is_some();
            // Where the victims are known, what somebody else was is another matter.
            let victims = scene.about(at).map_or(&[][..], |told| &scene.told[told as usize].victims);
            if named && !victims.is_empty() && !people.any(|name| victims.contains(&name.key)) {
                return false;
            }
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
        QuestionKind::Outcome if life(scene, hit) => single(scene, at),
        QuestionKind::Outcome | QuestionKind::Target | QuestionKind::Cause | QuestionKind::VictimIdentity => true,
        _ => false,
    }
}

/// Whether the words are about who lives and who died.
fn life(scene: &Scene, hit: Hit) -> bool {
    matches!(hit.meaning, Meaning::Answer { side, .. } if matches!(scene.reading.phrases.name(side), "alive" | "killed"))
}

/// Whether a statement is about one person: somebody named, or a pronoun or word for the one harmed where there was one.
fn single(scene: &Scene, at: usize) -> bool {
    let own = scene.own(at);
    let inside = |span: &Span| own.iter().any(|o| o.contains(*span));
    let people = scene.reading.ledger.names.iter().filter(|n| n.kind == NameKind::Person);
    let named = people.flat_map(|n| n.spans.iter().chain(&n.anaphora)).any(inside);
    let killed = scene.about(at).and_then(|told| scene.told[told as usize].killed);
    let few = killed.is_none_or(|(low, _)| low <= 1);
    named || few && (pronoun(scene, at) || scene.reading.has(List::Victim, own))
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
