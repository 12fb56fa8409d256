//! A nominal cue whose source is its own possessive.
//!
//! Arabic: و‹K›وفق‹/K› ‹S›روايتها‹/S›، ‹C›فقد انتهت العملية باعتقال اثنين‹/C›.
//! Arabic: ‹C›أما الثالث فكان جارا مسنا‹/C›، ‹K›على حد‹/K› ‹S›قوله‹/S›.

use super::candidate;
use super::nominal::contents_after;
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_before;
use crate::cues::Follows;
use crate::features::{Feature, Features};
use crate::scene::{CueKind, Scene};
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let CueKind::Nominal(nominal) = cue.kind else { return };
    if nominal.follows != Follows::Nothing || cue.tokens.len() < 2 {
        return;
    }
    let last = cue.tokens.end - 1;
    let source = SourceOption {
        source: Source::Tokens(last..last + 1),
        features: Features::default().with(Feature::SourcePronoun).with(Feature::SourceAfter),
    };
    let contents = contents_before(scene, cue.tokens.start, sentence).into_iter();
    for content in contents.chain(contents_after(scene, cue.tokens.end, sentence)) {
        let mut made = candidate(scene, "possessive", number, source.clone(), &content, Features::default());
        made.cue_tokens = std::iter::once(cue.tokens.start..last).collect();
        out.push(made);
    }
}
