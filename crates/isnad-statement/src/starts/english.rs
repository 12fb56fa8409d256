//! Beginnings of English contents.

use super::{REACH, Start, colon_or_quotation, start};
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::{Cue, CueMark, Scene};
use isnad_text::{Classes, TokenKind};
use std::ops::Range;

const PREPOSITIONS: &[(&str, Frames)] = &[
    ("of", Frames::OF),
    ("for", Frames::FOR),
    ("on", Frames::ON),
    ("about", Frames::ABOUT),
    ("against", Frames::AGAINST),
    ("as", Frames::AS),
    ("with", Frames::WITH),
    ("at", Frames::AT),
    ("over", Frames::OVER),
    ("from", Frames::FROM),
    ("in", Frames::IN),
];

pub(super) fn starts(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>, out: &mut Vec<Start>) {
    let from = cue.end();
    let tail = cue.tail.clone().unwrap_or(from..from);
    let mut bare = 0;
    let mut at = from;
    while at < sentence.end.min(from + REACH) {
        if tail.contains(&at) {
            at = tail.end;
            continue;
        }
        match colon_or_quotation(scene, cue, at, sentence, out) {
            Some(true) => return,
            Some(false) => {
                at = scene.quotation(at).map_or(at, |q| q.close as usize) + 1;
                continue;
            }
            None => {}
        }
        let form = scene.text.form(at);
        let asks =
            cue.frames.any(Frames::WHETHER) && (form == "if" || is_question(form) && !is_relative(scene, at, from));
        if scene.classes(at).any(Classes::COMPLEMENTISER) || asks {
            let frames = if form == "that" { Frames::THAT } else { Frames::WHETHER };
            let fits = cue.frames.any(frames);
            out.push(start(at, if fits { Feature::StartComplementiser } else { Feature::StartOtherComplementiser }));
            if fits && (!asks || matches!(form, "if" | "what" | "how" | "why")) {
                return;
            }
        }
        if at > from && stops(scene, at) {
            return;
        }
        if let Some(found) = in_frame(scene, cue, at, from) {
            out.push(found);
        } else if bare < 4 && begins_clause(scene, at, from) {
            if cue.frames.any(Frames::BARE) {
                out.push(Start { at, gap_end: at, features: Features::default() });
                bare += 1;
            } else if cue.frames.any(Frames::NOUN) && bare == 0 {
                out.push(start(at, Feature::StartNoun));
                bare += 1;
            }
        }
        at += 1;
    }
}

fn is_question(form: &str) -> bool {
    matches!(form, "what" | "how" | "why" | "when" | "where" | "who" | "whom" | "which" | "whose")
}

/// Whether a question word goes on with a noun before it, or with a time: told a man who, said Monday when.
fn is_relative(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    at > from && !matches!(scene.text.form(at), "what" | "how" | "why")
}

/// Whether "to" at a token opens an infinitive, and no phrase: to leave, but not to the town or to 40.
fn opens_infinitive(scene: &Scene<'_>, at: usize) -> bool {
    let next = at + 1;
    let other = Classes::DETERMINER.and(Classes::PRONOUN).and(Classes::POSSESSIVE).and(Classes::PREPOSITION);
    let quoted = matches!(scene.mark(next), Some('"' | '“'));
    scene.text.form(at) == "to"
        && !scene.classes(next).any(other.and(Classes::TIME))
        && (quoted
            || scene.text.tokens().get(next).is_some_and(|token| token.kind == TokenKind::Latin && !token.is_capital()))
}

fn stops(scene: &Scene<'_>, at: usize) -> bool {
    scene.classes(at).any(Classes::CONTRAST) && scene.text.form(at) != "however"
        || scene.cue_mark(at) == CueMark::Participle && matches!(scene.mark(at - 1), Some(','))
}

fn in_frame(scene: &Scene<'_>, cue: &Cue, at: usize, from: usize) -> Option<Start> {
    let form = scene.text.form(at);
    if cue.frames.any(Frames::TO_INF.and(Frames::PERSON_TO_INF)) && opens_infinitive(scene, at) {
        // urged the army to …: the content begins with the person; told her not to: with the negation.
        let not = at > from && scene.text.form(at - 1) == "not";
        let begin = if cue.frames.any(Frames::PERSON_TO_INF) { from } else { at - usize::from(not) };
        return Some(Start { gap_end: begin, ..start(begin, Feature::StartPreposition) });
    }
    if at == from && form.ends_with("ing") && form.len() > 4 && cue.frames.any(Frames::GERUND) {
        return Some(start(at, Feature::StartPreposition));
    }
    let frames = PREPOSITIONS.iter().find(|(word, _)| *word == form)?.1;
    if !cue.frames.any(frames) {
        return None;
    }
    // described X as Y: the content begins with what is described.
    let begin = if frames == Frames::AS { from } else { at };
    Some(Start { gap_end: begin, ..start(begin, Feature::StartPreposition) })
}

/// Whether a bare clause can begin here: right after the cue, or behind an addressee or a time.
fn begins_clause(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    let token = &scene.text.tokens()[at];
    // An object pronoun is an addressee, a time no beginning.
    let object = matches!(scene.text.form(at), "him" | "them" | "me" | "us");
    if token.mark().is_some() || object || scene.classes(at).any(Classes::TIME) {
        return false;
    }
    if at == from {
        return true;
    }
    let before = scene.classes(at - 1);
    let here = scene.classes(at);
    let opens = here.any(Classes::DETERMINER.and(Classes::PRONOUN).and(Classes::POSSESSIVE))
        || token.is_capital()
        || token.kind == TokenKind::Number
        || !here.any(Classes::PREPOSITION.and(Classes::TIME).and(Classes::ADVERB));
    let glued = before.any(Classes::PREPOSITION.and(Classes::DETERMINER).and(Classes::POSSESSIVE));
    opens && !glued
}
