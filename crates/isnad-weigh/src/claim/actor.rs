//! Who did it: perpetrators of events, accusations, claims of responsibility, and denials by those accused. Somebody who
//! is merely named next to what was done counts only where he denies it.

use super::{Answer, Claims, Scene};
use crate::phrases::{List, Meaning};
use isnad_ledger::{Mode, Name, NameKind, QuestionKind, Span, Stance, Statement};

pub(super) fn claim(scene: &Scene, claims: &mut Claims) {
    let ledger = scene.reading.ledger;
    for event in &ledger.events {
        let ids = event.perpetrators.iter().chain(&event.partners);
        let actors: Vec<_> = ids.filter_map(|id| ledger.names.iter().find(|n| &n.id == id)).collect();
        for by in scene.by(event) {
            for name in &actors {
                let (key, name) = actor(scene, name);
                let denied = by.is_some_and(|at| scene.said[at].stance == Stance::Denies);
                let answer = if denied { Answer::NotActor { key, name } } else { Answer::Actor { key, name } };
                claims.add(scene.event(&event.id), QuestionKind::Perpetrator, answer, by);
            }
        }
    }
    for (at, statement) in scene.answering() {
        let own = scene.own(at);
        let about = scene.about(at);
        if let Some((key, name)) = sequel(scene, claims, at) {
            claims.add(about, QuestionKind::Perpetrator, Answer::Actor { key, name }, Some(at));
            continue;
        }
        let speakers = || scene.said[at].origins.iter().filter(|o| o.unnamed.is_none());
        let admits = || scene.reading.has(List::Admits, &statement.cue) && scene.reading.has(List::Act, own);
        if scene.reading.has(List::Responsibility, &statement.cue) || admits() && statement.stance == Stance::Asserts {
            for speaker in speakers() {
                let (key, name) =
                    (class(scene, &speaker.name).unwrap_or_else(|| speaker.key.clone()), speaker.name.clone());
                claims.add(about, QuestionKind::Perpetrator, Answer::Actor { key, name }, Some(at));
            }
            continue;
        }
        let denies = statement.stance == Stance::Denies && !denies_else(scene, claims, at);
        if denies || disowns(scene, statement) || goes_on(scene, at) {
            for speaker in speakers() {
                let (key, name) =
                    (class(scene, &speaker.name).unwrap_or_else(|| speaker.key.clone()), speaker.name.clone());
                claims.add(about, QuestionKind::Perpetrator, Answer::NotActor { key, name }, Some(at));
            }
            // "A spokesman for the coalition": the source's words say for whom, whatever his name.
            for (key, name, _) in named(scene, &statement.source) {
                claims.add(about, QuestionKind::Perpetrator, Answer::NotActor { key, name }, Some(at));
            }
            continue;
        }
        // Who let it go wrong has not done it.
        if wrongly(scene, claims, at) {
            continue;
        }
        let own_keys: Vec<String> =
            speakers().map(|o| class(scene, &o.name).unwrap_or_else(|| o.key.clone())).collect();
        let mut accused = named(scene, own).into_iter().filter(|(key, ..)| !own_keys.contains(key));
        if statement.stance == Stance::Accuses {
            // Whoever is named first is accused; others are those it was done to or quarrelled with.
            if let Some((key, name, _)) = accused.next() {
                claims.add(about, QuestionKind::Perpetrator, Answer::Actor { key, name }, Some(at));
            }
        } else if scene.reading.has(List::Act, own) {
            for (key, name, place) in accused {
                let answer =
                    if outright(scene, place) { Answer::Actor { key, name } } else { Answer::Named { key, name } };
                claims.add(about, QuestionKind::Perpetrator, answer, Some(at));
            }
        }
    }
}

/// Whom a quotation goes on accusing: the speaker accused him right before, and says nothing else that answers a question.
fn sequel(scene: &Scene, claims: &Claims, at: usize) -> Option<(String, String)> {
    let statement = &scene.reading.statements[at];
    let before = at.checked_sub(1)?;
    let mine = &scene.said[at];
    let goes_on = statement.stance == Stance::Asserts
        && statement.mode != Mode::Indirect
        && scene.said[before].stance == Stance::Accuses
        && !mine.origins.is_empty()
        && scene.said[before].origins == mine.origins
        && scene.said[before].about == mine.about;
    if !goes_on || claims.list.iter().any(|claim| claim.said == Some(at as u16)) {
        return None;
    }
    claims.list.iter().rev().find_map(|claim| match &claim.answer {
        Answer::Actor { key, name }
            if claim.question == QuestionKind::Perpetrator && claim.said == Some(before as u16) =>
        {
            Some((key.clone(), name.clone()))
        }
        _ => None,
    })
}

/// Whether what a statement denies is the answer to another question, and not that one did it.
fn denies_else(scene: &Scene, claims: &Claims, at: usize) -> bool {
    let other = |claim: &&super::Claim| {
        let question = claim.question != QuestionKind::Cause && claim.question != QuestionKind::Occurred;
        claim.said == Some(at as u16) && question && matches!(claim.answer, Answer::NotSide { .. } | Answer::NoNumber)
    };
    claims.list.iter().rev().take(64).any(|claim| other(&claim)) && !scene.reading.has(List::Involvement, scene.own(at))
}

/// Whether a statement says how it went wrong: "blamed a lack of coordination between the coalition and …".
fn wrongly(scene: &Scene, claims: &Claims, at: usize) -> bool {
    let wrong = |answer: &Answer| match answer {
        Answer::Side { axis, .. } => scene.reading.phrases.name(*axis) == "how it went wrong",
        _ => false,
    };
    claims.list.iter().any(|claim| claim.said == Some(at as u16) && wrong(&claim.answer))
}

/// Whether a speaker says that his own people had no part in it.
fn disowns(scene: &Scene, statement: &Statement) -> bool {
    statement.stance == Stance::Asserts && scene.reading.has(List::Disowning, &statement.content)
}

/// Whether a statement goes on denying what its speaker denied right before: `We have no men there`, he said.
fn goes_on(scene: &Scene, at: usize) -> bool {
    let own = scene.own(at);
    let denied =
        |other: usize| scene.said[other].stance == Stance::Denies || disowns(scene, &scene.reading.statements[other]);
    let before =
        (at.saturating_sub(2)..at).any(|other| denied(other) && scene.said[other].origins == scene.said[at].origins);
    let asserts = scene.said[at].stance == Stance::Asserts && !scene.said[at].origins.is_empty();
    before && asserts && (scene.reading.has(List::Not, own) || scene.reading.has(List::Nothing, own))
}

/// Whether somebody named at a place is said outright to have done it: `by X`, `برصاص X`, or a verb of doing right before.
fn outright(scene: &Scene, place: u32) -> bool {
    let hits = &scene.reading.hits[..scene.reading.hits.partition_point(|hit| hit.start < place)];
    hits.iter().rev().take(8).filter(|hit| hit.end <= place).any(|hit| match hit.meaning {
        Meaning::List(List::Agent, _) => place - hit.end <= AGENT_FAR,
        Meaning::List(List::Act, _) => place - hit.end <= VERB_FAR && arabic(scene, hit.start),
        _ => false,
    })
}

/// Whether the word at a place is an Arabic one: only there the subject follows its verb.
fn arabic(scene: &Scene, place: u32) -> bool {
    let folded = scene.reading.folded;
    let at = folded.words.partition_point(|word| word.start < place);
    at < folded.words.len() && folded.word(at).chars().next().is_some_and(|c| !c.is_ascii())
}

/// Code points between `by` and whom.
const AGENT_FAR: u32 = 16;
/// Code points between an Arabic verb and its subject.
const VERB_FAR: u32 = 6;

/// Actors named inside spans, in order: organisations, and the kinds of actors that the tables know.
fn named(scene: &Scene, spans: &[Span]) -> Vec<(String, String, u32)> {
    let reading = scene.reading;
    let inside = |span: &Span| spans.iter().any(|s| s.contains(*span));
    let organisations = reading.ledger.names.iter().filter(|n| n.kind == NameKind::Organisation);
    let mut found: Vec<(String, String, u32)> = organisations
        .filter_map(|name| {
            let at = name.spans.iter().chain(&name.anaphora).find(|s| inside(s))?.start();
            let (key, name) = actor(scene, name);
            Some((key, name, at))
        })
        .collect();
    for &span in spans {
        for hit in reading.hits_in(span) {
            if let Meaning::Answer { question: QuestionKind::Perpetrator, side, .. } = hit.meaning {
                let name = reading.phrases.name(side).to_owned();
                found.push((format!("actor:{name}"), name, hit.start));
            }
        }
    }
    found.sort_by_key(|(key, _, at)| (*at, key.clone()));
    let mut seen: Vec<String> = Vec::new();
    found.retain(|(key, ..)| {
        let new = !seen.contains(key);
        seen.push(key.clone());
        new
    });
    found
}

/// The key and name an actor goes by: the kind that its name holds (an army is the army), else its own.
fn actor(scene: &Scene, name: &Name) -> (String, String) {
    let class = class(scene, &name.name).or_else(|| class(scene, name.name_ar.as_deref()?));
    (class.unwrap_or_else(|| name.key.clone()), name.name.clone())
}

fn class(scene: &Scene, name: &str) -> Option<String> {
    let phrases = scene.reading.phrases;
    let hits = phrases.find(&crate::fold::Folded::new(name));
    hits.iter().find_map(|hit| match hit.meaning {
        Meaning::Answer { question: QuestionKind::Perpetrator, side, .. } => {
            Some(format!("actor:{}", phrases.name(side)))
        }
        _ => None,
    })
}
