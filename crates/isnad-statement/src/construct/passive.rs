//! English passives: who is behind one stands behind "by" or is not said, and the subject is part of what is told, or hears
//! it. Not for passives whose subject speaks (was quoted as saying).
//!
//! English: The company ‹K›had been told‹/K› by ‹S›the regulator‹/S› ‹C›that the valve was unsafe‹/C›.
//! English: ‹K›It is widely believed‹/K› ‹C›that the heirs would sell‹/C›.
//! English: The minister ‹K›was asked‹/K› by ‹S›a reporter‹/S› ‹C›whether he would resign‹/C›.

use super::candidate;
use super::verb_subject::content_line;
use crate::candidate::{Candidate, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::scene::{Cue, Scene};
use crate::sources::sources_after;
use crate::starts::starts_after;
use isnad_text::Classes;
use std::ops::Range;

/// How far behind the verb "by" may stand, in tokens.
const BY_REACH: usize = 3;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if scene.arabic || cue.form() != Some(Form::Passive) {
        return;
    }
    let whole = whole(scene, cue, sentence);
    let by = (cue.end()..sentence.end.min(cue.end() + BY_REACH)).find(|at| scene.text.form(*at) == "by");
    for start in starts_after(scene, cue, sentence) {
        let sources = match by {
            Some(by) if by < start.at => sources_after(scene, by + 1, start.gap_end, true),
            None if is_impersonal(scene, cue, sentence) => vec![SourceOption::none()],
            _ => continue,
        };
        let line = content_line(scene, start.at, sentence);
        let features = start.features.without(Feature::StartFar);
        for content in contents_from(scene, start.at, &line, features) {
            for source in &sources {
                let mut made = candidate(scene, "passive", number, source.clone(), &content, Features::default());
                made.cue_tokens = vec![whole.clone()];
                out.push(made);
            }
        }
    }
}

/// It was announced that …: whether "it" stands for no subject.
pub(super) fn is_impersonal(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> bool {
    scene.text.form(whole(scene, cue, sentence).start) == "it"
}

/// The passive with its auxiliaries, and with the "it" that stands for no subject.
fn whole(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Range<usize> {
    let with = Classes::AUXILIARY.and(Classes::ADVERB).and(Classes::NEGATION);
    let mut from = cue.tokens.start;
    while from > sentence.start && scene.classes(from - 1).any(with) && scene.mark(from - 1).is_none() {
        from -= 1;
    }
    from -= usize::from(from > sentence.start && scene.text.form(from - 1) == "it");
    from..cue.tokens.end
}
