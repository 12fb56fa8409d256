//! A pointing word as content: what was told before is denied or confirmed.
//!
//! Arabic: وتتهم العائلات مصالح الإنقاذ، ‹C›وهو ما‹/C› ‹K›نفاه‹/K› ‹S›مصدر مسؤول‹/S›.
//! English: He counted nine bodies, ‹C›a figure‹/C› ‹S›the director‹/S› ‹K›denied‹/K›.

use super::candidate;
use crate::candidate::{Candidate, ContentOption, Source, SourceOption};
use crate::cues::{Form, Strength};
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::phrase::{begins_phrase, head_features, is_verb};
use crate::scene::Scene;
use crate::sources::sources_after;
use isnad_text::Classes;
use std::ops::Range;

/// How far back in its sentence a pointing noun is looked for, in tokens, and how many ways to part it from the source.
const REACH: usize = 14;
const MOST: usize = 4;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if !matches!(cue.form(), Some(Form::Past | Form::Present)) {
        return;
    }
    let features = Features::default();
    if scene.arabic {
        let start = cue.tokens.start;
        let Some(what) = start.checked_sub(2).filter(|at| *at >= sentence.start) else { return };
        let relative = matches!(scene.text.form(start - 1), "ما" | "الذي" | "التي");
        let pointing = scene.classes(what).any(Classes::PRONOUN) || matches!(scene.stem(what), "الامر" | "الشيء");
        // الحصيلة التي أعلنها التنظيم: the pronoun on the verb points at the noun before the relative.
        let speech = cue.frames.any(Frames::NOUN.and(Frames::NAMING)) && cue.strength > Strength::Weak;
        let object = relative && cue.pronoun && speech && scene.mark(what).is_none();
        if !relative || !(object || pointing || scene.classes(what).any(Classes::CLAUSE)) {
            return;
        }
        let content = ContentOption { tokens: what..start, features };
        for source in sources_after(scene, cue.end(), sentence.end.min(cue.end() + 30), false) {
            out.push(candidate(scene, "referent", number, source, &content, Features::default()));
        }
        return;
    }
    english(scene, number, sentence, out);
}

/// ", an account the ministry denied": an article and a noun behind a comma, and the source right behind the noun.
fn english(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let end = cue.head.min(cue.tokens.start);
    let reach = || (sentence.start + 1..end).rev().take(REACH);
    let pointing = Classes::DETERMINER.without(Classes::POSSESSIVE);
    let Some(comma) = reach().find(|at| matches!(scene.mark(*at), Some(',' | '–'))) else { return };
    let article = comma + 1;
    if article + 2 > end || !scene.classes(article).any(pointing) || scene.classes(article).any(Classes::POSSESSIVE) {
        return;
    }
    let auxiliary = (article..end).rev().find(|at| !scene.classes(*at).any(Classes::AUXILIARY.and(Classes::ADVERB)));
    let Some(last) = auxiliary else { return };
    let splits = (article + 2..last + 1).filter(|at| begins_phrase(scene, *at)).take(MOST);
    for at in splits {
        if is_verb(scene, at) {
            return;
        }
        let source = SourceOption {
            source: Source::Tokens(at..last + 1),
            features: head_features(scene, at).with_if(last == at, Feature::SourceShort),
        };
        let content = ContentOption { tokens: article..at, features: Features::default() };
        out.push(candidate(scene, "referent", number, source, &content, Features::default()));
    }
}
