//! Content before its cue, the source on either side, and more of the content behind.
//!
//! Arabic: ‹C›"لن نعود إلى هناك ما دام القصف مستمرا"‹/C›، ‹K›تقول‹/K› ‹S›إحدى النازحات‹/S›.
//! English: ‹C›“They burned in their cabs,”‹/C› ‹S›he‹/S› ‹K›said‹/K›.
//! English: ‹C›A strike killed six people‹/C›, ‹S›two tribal leaders‹/S› ‹K›said‹/K› Tuesday.
//! English: ‹C›“We received six,”‹/C› ‹K›said‹/K› ‹S›Nabil Bahaj‹/S›.

use super::{candidate, source_touches};
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_before;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::Scene;
use crate::sources::{sources_after, sources_before};
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let speech = Frames::QUOTE.and(Frames::BARE).and(Frames::INNA);
    if !matches!(cue.form(), Some(Form::Past | Form::Present)) || !cue.frames.any(speech) {
        return;
    }
    let closes = |at: usize| matches!(scene.mark(at), Some(',' | '"' | '”' | '»' | '’' | '–' | '?' | '!'));
    // Subject after the verb: the content ends right before the verb.
    let start = cue.tokens.start;
    if start > sentence.start && (closes(start - 1) || quoted_sentence_before(scene, start, sentence)) {
        let limit = sentence.end.min(cue.end() + 40);
        let mut sources = sources_after(scene, cue.end(), limit, false);
        // came the reply: nobody is named.
        if !scene.arabic && scene.text.form(cue.head) == "came" {
            sources.push(SourceOption::none());
        }
        for source in sources {
            push(scene, number, &source, start, sentence, out);
        }
    }
    // Subject before the verb: the content ends before the subject.
    for source in sources_before(scene, cue, sentence) {
        let Source::Tokens(tokens) = &source.source else { continue };
        // ", a figure the director denied": the pointing noun is what is denied.
        if !scene.arabic && source.features.has(Feature::SourceRival) {
            continue;
        }
        let before = tokens.start;
        if before > sentence.start && closes(before - 1) {
            push(scene, number, &source, before, sentence, out);
        }
    }
}

fn quoted_sentence_before(scene: &Scene<'_>, start: usize, sentence: &Range<usize>) -> bool {
    start > sentence.start && matches!(scene.mark(start - 1), Some('"' | '”' | '»'))
}

fn push(
    scene: &Scene<'_>,
    number: usize,
    source: &crate::candidate::SourceOption,
    end: usize,
    sentence: &Range<usize>,
    out: &mut Vec<Candidate>,
) {
    let cue = &scene.cues[number];
    let source_end = match &source.source {
        Source::Tokens(tokens) => tokens.end.max(cue.end()),
        _ => cue.end(),
    };
    for content in contents_before(scene, end, sentence) {
        if source_touches(source, &content.tokens) {
            continue;
        }
        let one = candidate(scene, "quotation_before", number, source.clone(), &content, Features::default());
        if let Some(more) = more(scene, source_end, sentence) {
            let mut two = one.clone();
            two.content.push(more);
            out.push(two);
        }
        out.push(one);
    }
}

/// The rest of a quotation behind its cue: "…," he said, "…", also as the next sentence.
fn more(scene: &Scene<'_>, from: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let opens = |at: usize| scene.quotation(at).filter(|q| q.open as usize == at);
    let inside = (from..sentence.end.min(from + 12)).find_map(opens);
    let next = sentence.end;
    let q = inside.or_else(|| {
        let same_line = scene.text.tokens().get(next).is_some_and(|t| !t.after_line());
        if same_line { opens(next) } else { None }
    })?;
    Some(q.tokens())
}
