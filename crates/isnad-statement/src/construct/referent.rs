//! A pointing word as content: what was told before is denied or confirmed.
//!
//! Arabic: وتتهم العائلات مصالح الإنقاذ، ‹C›وهو ما‹/C› ‹K›نفاه‹/K› ‹S›مصدر مسؤول‹/S›.
//! In English: He counted nine bodies, a figure the director denied.

use super::candidate;
use crate::candidate::{Candidate, ContentOption, Source};
use crate::cues::{Form, Strength};
use crate::features::Features;
use crate::frames::Frames;
use crate::scene::Scene;
use crate::sources::{sources_after, sources_before};
use isnad_text::Classes;
use std::ops::Range;

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
    for source in sources_before(scene, cue, sentence) {
        let Source::Tokens(tokens) = &source.source else { continue };
        // ", a claim the guards reject": an article and a noun between a comma and the source.
        let Some(article) = tokens.start.checked_sub(2).filter(|at| *at > sentence.start) else { continue };
        let noun_phrase = scene.classes(article).any(Classes::DETERMINER) && scene.mark(article - 1) == Some(',');
        if noun_phrase {
            let content = ContentOption { tokens: article..tokens.start, features };
            out.push(candidate(scene, "referent", number, source.clone(), &content, Features::default()));
        }
    }
}
