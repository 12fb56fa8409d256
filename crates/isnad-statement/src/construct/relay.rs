//! A relay: an outlet quotes somebody. Two readings come of it, the outlet's from عن on and the origin's from إن on.
//!
//! Arabic: ‹K›نقلت‹/K› ‹S›الإذاعة‹/S› ‹C›عن وكيل الجمهورية قوله إن تحقيقا فُتح‹/C›.
//! English: Reuters quoted ‹S›a diplomat‹/S› ‹K›as saying‹/K› ‹C›that the deal was dead‹/C›.
//! Arabic: نقلت الإذاعة عن ‹S›وكيل الجمهورية‹/S› ‹K›قوله‹/K› ‹C›إن تحقيقا فُتح‹/C›.

use super::candidate;
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_from;
use crate::cues::{Follows, Form};
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::{Cue, CueKind, Scene};
use crate::sources::sources_after;
use crate::starts::starts_after;
use isnad_text::Classes;
use std::ops::Range;

/// How far عن may stand from what it belongs to, in tokens.
const REACH: usize = 24;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    match cue.kind {
        CueKind::Lemma(hit) if !scene.arabic && hit.form == Form::Participle => quoted(scene, number, sentence, out),
        CueKind::Lemma(_) if !scene.arabic => {}
        CueKind::Lemma(hit) if hit.form == Form::Noun => origin(scene, number, sentence, out),
        CueKind::Lemma(_) if cue.frames.any(Frames::RELAY) => outlet(scene, number, sentence, out),
        CueKind::Nominal(nominal) if matches!(nominal.follows, Follows::Relay | Follows::Origin) => {
            bare(scene, number, sentence, out)
        }
        _ => {}
    }
}

fn outlet(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let reach = sentence.end.min(cue.end() + REACH);
    let Some(from) = (cue.end()..reach).find(|at| relays(scene, cue.frames, *at)) else { return };
    // نقلت X عن Y قوله إن: without speech behind عن something else is carried.
    let speech = (from + 1..sentence.end.min(from + REACH)).any(|at| {
        let classes = scene.classes(at);
        classes.any(Classes::COMPLEMENTISER.and(Classes::POSSESSED))
            || matches!(scene.mark(at), Some(':' | '"' | '“' | '«'))
            || scene.book.hits(scene.stem(at)).iter().any(|hit| hit.form == Form::Noun)
    });
    if !speech {
        return;
    }
    let features = Features::default().with(Feature::StartPreposition);
    let mut sources = sources_after(scene, cue.end(), from, true);
    sources.push(SourceOption::inherited());
    sources.push(SourceOption::none());
    for content in contents_from(scene, from, sentence, features) {
        for source in &sources {
            out.push(candidate(scene, "relay", number, source.clone(), &content, Features::default()));
        }
    }
}

/// عن X قوله إن …: the noun of speech is the cue, X the source.
fn origin(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let possessed = is_speech(scene, cue.head);
    let floor = sentence.start.max(cue.head.saturating_sub(REACH));
    let relaying = (floor..cue.head).rev().flat_map(|at| scene.cues_at(at)).find(|cue| cue.frames.any(Frames::RELAY));
    let frames = relaying.map_or(Frames::default(), |cue| cue.frames);
    let Some(about) = (floor..cue.head).rev().find(|at| relays(scene, frames, *at)) else { return };
    if !possessed || about + 1 >= cue.head {
        return;
    }
    let source = SourceOption {
        source: Source::Tokens(about + 1..cue.head),
        features: crate::phrase::head_features(scene, about + 1).with(Feature::SourceToContent),
    };
    for start in starts_after(scene, cue, sentence) {
        for content in contents_from(scene, start.at, sentence, start.features) {
            out.push(candidate(scene, "relay", number, source.clone(), &content, Features::default()));
        }
    }
}

/// Whether whom a verb relays stands behind a token: نقل عن, نسب إلى.
fn relays(scene: &Scene<'_>, frames: Frames, at: usize) -> bool {
    match scene.stem(at) {
        "عن" => true,
        "الى" => frames.any(Frames::RELAY) && frames.any(Frames::ILA),
        _ => false,
    }
}

/// A noun of speech with its owner's pronoun: قوله, تأكيدها.
fn is_speech(scene: &Scene<'_>, at: usize) -> bool {
    scene.classes(at).any(Classes::POSSESSED)
        || scene.text.form(at).ends_with(['ه', 'ا', 'م'])
            && scene.cues_at(at).iter().any(|cue| cue.form() == Some(Form::Noun))
}

/// "quoted X as saying …": the participle behind "as" is the cue, X the source.
fn quoted(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let Some(behind_as) = cue.head.checked_sub(1).filter(|at| scene.text.form(*at) == "as") else { return };
    let floor = sentence.start.max(cue.head.saturating_sub(REACH));
    // Only so far back: a cue is shorter than the reach.
    let near = |other: &&Cue| other.head + REACH >= floor;
    let quotes = |other: &&Cue| {
        other.frames.any(Frames::RELAY) && other.end() >= floor && other.end() < behind_as && other.hit().is_some()
    };
    let Some(verb) = scene.cues[..number].iter().rev().take_while(near).find(quotes) else { return };
    let source = SourceOption {
        source: Source::Tokens(verb.end()..behind_as),
        features: crate::phrase::head_features(scene, verb.end()).with(Feature::SourceToContent),
    };
    for start in starts_after(scene, cue, sentence) {
        for content in contents_from(scene, start.at, sentence, start.features) {
            let mut made = candidate(scene, "relay", number, source.clone(), &content, Features::default());
            made.cue_tokens = std::iter::once(behind_as..cue.tokens.end).collect();
            out.push(made);
        }
    }
}

/// عن X أن …: without a noun of speech the preposition itself is the cue.
fn bare(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let reach = sentence.end.min(cue.end() + REACH);
    let complementiser = (cue.end()..reach)
        .find(|at| scene.classes(*at).any(Classes::COMPLEMENTISER) || scene.text.form(*at).starts_with("قول"));
    let Some(at) = complementiser.filter(|at| scene.classes(*at).any(Classes::COMPLEMENTISER)) else { return };
    if (cue.end()..at).any(|at| is_speech(scene, at)) {
        return;
    }
    let features = Features::default().with(Feature::StartComplementiser);
    for content in contents_from(scene, at, sentence, features) {
        for source in sources_after(scene, cue.end(), at, true) {
            out.push(candidate(scene, "relay", number, source, &content, Features::default()));
        }
    }
}
