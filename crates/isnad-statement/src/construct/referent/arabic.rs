//! Arabic pointing words: what, which, an account that a verb's pronoun goes back to. Not what is told behind a verb.

use super::super::candidate;
use crate::candidate::{Candidate, ContentOption, SourceOption};
use crate::contents::contents_from;
use crate::cues::{Form, Strength};
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::{Cue, Scene};
use crate::sources::sources_after;
use crate::starts::opens_topic;
use isnad_text::Classes;
use std::ops::Range;

/// How far behind a verb what it is about may stand, in tokens.
const REACH: usize = 16;

/// How far behind a verb its source may end, in tokens.
const SOURCE_REACH: usize = 30;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let noun = told_before(scene, cue, sentence);
    if noun.is_none() {
        around(scene, number, sentence, out);
    }
    let Some(from) = noun.or_else(|| pointing(scene, cue, sentence)) else { return };
    let content = ContentOption { tokens: from..cue.tokens.start, features: Features::default() };
    for source in sources_after(scene, cue.end(), sentence.end.min(cue.end() + SOURCE_REACH), false) {
        out.push(candidate(scene, "referent", number, source, &content, Features::default()));
    }
}

/// Where a word that points, and its relative, begin right before a verb: وهو ما نفاه, الأمر الذي نفاه.
fn pointing(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Option<usize> {
    let start = cue.tokens.start;
    let what = start.checked_sub(2).filter(|at| *at >= sentence.start)?;
    let relative = matches!(scene.text.form(start - 1), "ما" | "الذي" | "التي");
    let pointing = scene.classes(what).any(Classes::PRONOUN) || matches!(scene.stem(what), "الامر" | "الشيء");
    // الحصيلة التي أعلنها التنظيم: the pronoun on the verb points at the noun before the relative.
    let speech = cue.frames.any(Frames::NOUN.and(Frames::NAMING)) && cue.strength > Strength::Weak;
    let object = relative && cue.pronoun && speech && scene.mark(what).is_none();
    (relative && (object || pointing || scene.classes(what).any(Classes::CLAUSE))).then_some(what)
}

/// Where an indefinite noun begins that a verb's pronoun points at: وهي رواية رفضها, في اتهام نفته; alone only a noun of
/// speech, behind "which is" any.
fn told_before(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Option<usize> {
    let verb = cue.tokens.start;
    let nominal = |at: usize| {
        let word = scene.words[at];
        let other = Classes::PREPOSITION.and(Classes::RELATIVE).and(Classes::COMPLEMENTISER).and(Classes::VERB);
        !word.article && scene.mark(at).is_none() && !scene.classes(at).any(other)
    };
    if !cue.pronoun || cue.strength == Strength::Weak || !cue.frames.any(Frames::NOUN.and(Frames::NAMING)) {
        return None;
    }
    let nouns = (verb.saturating_sub(2).max(sentence.start)..verb).rev().take_while(|at| nominal(*at));
    for noun in nouns {
        let pointing = noun > sentence.start && matches!(scene.text.form(noun - 1), "هو" | "هي" | "وهو" | "وهي");
        if pointing {
            return Some(noun - 1);
        }
        let speech = scene.book.hits(scene.stem(noun)).iter().any(|hit| hit.form == Form::Noun);
        if speech && scene.words[noun].preposition.is_none() {
            return Some(noun);
        }
    }
    None
}

/// ما تداولته صفحات بشأن …: "what" before the verb and what it is about, behind the source, are one content.
fn around(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let what = cue.tokens.start.checked_sub(1).filter(|at| *at >= sentence.start);
    let Some(what) = what.filter(|at| matches!(scene.text.form(*at), "ما" | "لما" | "بما" | "مما" | "عما"))
    else {
        return;
    };
    let reach = sentence.end.min(cue.end() + REACH);
    let Some(about) = (cue.end()..reach).find(|at| opens_topic(scene, *at)) else { return };
    let mut sources = sources_after(scene, cue.end(), about, true);
    sources.push(SourceOption::none());
    for content in contents_from(scene, about, sentence, Features::default().with(Feature::StartPreposition)) {
        for source in &sources {
            let mut made = candidate(scene, "referent", number, source.clone(), &content, Features::default());
            made.content.insert(0, what..cue.tokens.start);
            out.push(made);
        }
    }
}
