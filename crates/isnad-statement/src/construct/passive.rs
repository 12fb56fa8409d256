//! English passives: who is behind one stands behind "by" or is not said, and the subject is part of what is told, or hears
//! it. Not for passives whose subject speaks (was quoted as saying).
//!
//! English: The company ‹K›had been told‹/K› by ‹S›the regulator‹/S› ‹C›that the valve was unsafe‹/C›.
//! English: ‹K›It is widely believed‹/K› ‹C›that the heirs would sell‹/C›.
//! English: The minister ‹K›was asked‹/K› by ‹S›a reporter‹/S› ‹C›whether he would resign‹/C›.

use super::candidate;
use super::verb_subject::content_line;
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::{Cue, Scene};
use crate::sources::{sources_after, sources_before};
use crate::starts::{Start, starts_after};
use isnad_ledger::Stance;
use isnad_text::Classes;
use std::ops::Range;

/// How far behind the verb "by" may stand, in tokens.
const BY_REACH: usize = 5;

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
            None => {
                raised(scene, number, sentence, &start, out);
                continue;
            }
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

/// The suspect was believed to be abroad: the subject and what stands behind the verb are what is told.
fn raised(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, start: &Start, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let opinion = matches!(cue.stance, Stance::Believes | Stance::Accuses | Stance::Alleges);
    let described = cue.frames.any(Frames::AS) && scene.text.form(cue.end()) == "as";
    let whole = whole(scene, cue, sentence);
    let unreal = |at: usize| {
        matches!(scene.text.form(at), "to" | "can" | "could" | "may" | "might" | "should" | "would" | "must" | "will")
    };
    // are understood to believe: the verb behind tells what they think.
    let governs = scene.text.form(cue.end()) == "to" && !scene.cues_at(cue.end() + 1).is_empty();
    let raises = (opinion && start.features.has(Feature::StartPreposition) || described) && start.gap_end == cue.end();
    if !raises || governs || (whole.start.saturating_sub(1)..whole.end).any(unreal) {
        return;
    }
    for subject in sources_before(scene, cue, sentence) {
        let Source::Tokens(left) = &subject.source else { continue };
        for content in contents_from(scene, start.at, sentence, start.features) {
            let mut made = candidate(scene, "passive", number, SourceOption::none(), &content, subject.features);
            made.content.insert(0, left.clone());
            made.cue_tokens = vec![whole.clone()];
            out.push(made);
        }
    }
}
