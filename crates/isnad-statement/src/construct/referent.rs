//! A pointing word as content: what was told before is denied or confirmed.
//!
//! Arabic: وتتهم العائلات مصالح الإنقاذ، ‹C›وهو ما‹/C› ‹K›نفاه‹/K› ‹S›مصدر مسؤول‹/S›.
//! Arabic: وتقول الحكومة إن العدد مئة، ‹C›وهي حصيلة‹/C› ‹K›تنفيها‹/K› ‹S›المنظمة‹/S›.
//! Arabic: ونفت الوزارة صحة ‹C›ما‹/C› ‹K›تداولته‹/K› ‹S›صفحات محلية‹/S› ‹C›بشأن احتجاز المصابين‹/C›.
//! English: He counted nine bodies, ‹C›a figure‹/C› ‹S›the director‹/S› ‹K›denied‹/K›.

mod arabic;

use super::candidate;
use crate::candidate::{Candidate, ContentOption, Source, SourceOption};
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::phrase::{begins_phrase, head_features, is_verb};
use crate::scene::Scene;
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
    if scene.arabic {
        return arabic::propose(scene, number, sentence, out);
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
