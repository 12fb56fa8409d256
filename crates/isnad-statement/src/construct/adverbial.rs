//! An adverb that attributes: the clause around it is what is told, and nobody is named who tells it. Not for adverbs that
//! only colour a verb of speech.
//!
//! English: ‹C›The clerk‹/C› ‹K›allegedly‹/K› ‹C›took $4,000 from the till‹/C›.
//! English: ‹C›The painting was‹/C› ‹K›supposedly‹/K› ‹C›bought from a priest in Lyon‹/C›.

use super::{candidate, cue_features};
use crate::candidate::{Candidate, ContentOption, Source, SourceOption};
use crate::contents::{contents_before, contents_from};
use crate::cues::Follows;
use crate::features::{Columns, Feature, Features};
use crate::scene::{CueKind, Scene};
use crate::sources::sources_before;
use isnad_text::Classes;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let CueKind::Nominal(nominal) = cue.kind else { return };
    if nominal.follows != Follows::Clause {
        return;
    }
    let comma = |at: usize| scene.mark(at) == Some(',');
    let single = |content: &ContentOption, out: &mut Vec<Candidate>| {
        out.push(candidate(scene, "adverbial", number, SourceOption::none(), content, Features::default()));
    };
    let start = if comma(cue.end()) { cue.end() + 1 } else { cue.end() };
    if start >= sentence.end || matches!(scene.mark(start), Some('.' | '!' | '?' | '”' | '"')) {
        contents_before(scene, cue.tokens.start, sentence).iter().for_each(|content| single(content, out));
        return;
    }
    let rights = contents_from(scene, start, sentence, Features::default());
    let opens = cue.tokens.start == sentence.start || scene.mark(cue.tokens.start - 1).is_some();
    let relative = (sentence.start..cue.tokens.start)
        .rev()
        .find(|at| !scene.classes(*at).any(Classes::AUXILIARY.and(Classes::ADVERB)))
        .is_some_and(|at| scene.classes(at).any(Classes::RELATIVE));
    if relative || opens && !comma(cue.end()) || cue.tokens.start == sentence.start {
        rights.iter().for_each(|content| single(content, out));
    }
    if relative || cue.tokens.start == sentence.start {
        return;
    }
    for left in sources_before(scene, cue, sentence) {
        let Source::Tokens(tokens) = &left.source else { continue };
        let left_edge = tokens.start..cue.tokens.start - usize::from(comma(cue.tokens.start - 1));
        for right in &rights {
            out.push(Candidate {
                construction: "adverbial",
                cue: Some(number),
                cue_tokens: vec![cue.tokens.clone()],
                source: Source::None,
                content: vec![left_edge.clone(), right.tokens.clone()],
                features: cue_features(cue).and(left.features).and(right.features).with(Feature::SourceNone),
                columns: Columns::of("adverbial").with_cue(cue.strength, cue.stance),
            });
        }
    }
}
