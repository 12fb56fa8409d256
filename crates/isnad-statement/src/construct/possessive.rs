//! A nominal cue whose source is its own possessive, or stands in the midst of it.
//!
//! Arabic: و‹K›وفق‹/K› ‹S›روايتها‹/S›، ‹C›فقد انتهت العملية باعتقال اثنين‹/C›.
//! Arabic: ‹C›أما الثالث فكان جارا مسنا‹/C›، ‹K›على حد‹/K› ‹S›قوله‹/S›.
//! English: ‹K›In‹/K› ‹S›her‹/S› ‹K›view‹/K›, ‹C›the tariffs have done nothing for farmers‹/C›.
//! English: ‹C›The deal was dead by Friday‹/C›, ‹K›by‹/K› ‹S›the broker's‹/S› ‹K›account‹/K›.
//! English: ‹K›To hear‹/K› ‹S›the owner‹/S› ‹K›tell it‹/K›, ‹C›the bar has never made a dime‹/C›.

use super::nominal::contents_after;
use super::{candidate, cue_tokens};
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_before;
use crate::cues::Follows;
use crate::features::{Feature, Features};
use crate::phrase::head_features;
use crate::scene::{CueKind, Scene};
use isnad_text::Classes;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let CueKind::Nominal(nominal) = cue.kind else { return };
    let last = cue.tokens.end - 1;
    let (owner, tokens, end) = match (nominal.follows, &cue.tail) {
        (Follows::Nothing, _) if cue.tokens.len() > 1 => {
            (last..last + 1, std::iter::once(cue.tokens.start..last).collect(), cue.tokens.end)
        }
        (Follows::Around, Some(tail)) => (cue.tokens.end..tail.start, cue_tokens(cue), tail.end),
        _ => return,
    };
    let pronoun = scene.arabic || scene.classes(owner.start).any(Classes::POSSESSIVE);
    let base =
        if pronoun { Features::default().with(Feature::SourcePronoun) } else { head_features(scene, owner.start) };
    let source = SourceOption { source: Source::Tokens(owner), features: base.with(Feature::SourceAfter) };
    let contents = contents_before(scene, cue.tokens.start, sentence).into_iter();
    for content in contents.chain(contents_after(scene, end, sentence)) {
        let mut made = candidate(scene, "possessive", number, source.clone(), &content, Features::default());
        made.cue_tokens.clone_from(&tokens);
        out.push(made);
    }
}
