//! Silence and refusal: somebody did not speak, or would not. The content is what they are silent about.
//!
//! Arabic: و‹K›لم يصدر‹/K› عن ‹S›وزارة الدفاع‹/S› ‹K›أي تعليق‹/K› ‹C›على العملية‹/C›.
//! English: ‹S›The envoy‹/S› ‹K›did not comment‹/K› ‹C›on the raid‹/C›.

use super::candidate;
use crate::candidate::{Candidate, ContentOption, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::phrase::begins_phrase;
use crate::scene::Scene;
use crate::sources::{sources_after, sources_before};
use isnad_ledger::Stance;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let finite = matches!(cue.form(), Some(Form::Past | Form::Present | Form::Passive | Form::Participle));
    if cue.stance != Stance::NoComment || !finite {
        return;
    }
    let base = Features::default();
    let from = cue.end();
    let after_tail = cue.tail.as_ref().map_or(from, |tail| tail.end);
    // What is behind the cue, its tail and the subject; failing that, the last word of the cue itself.
    let mut contents: Vec<ContentOption> = (after_tail..sentence.end.min(after_tail + 24))
        .filter(|at| scene.mark(*at).is_none() && (*at == after_tail || !begins_phrase(scene, *at)))
        .take(4)
        .flat_map(|at| contents_from(scene, at, sentence, base.with_if(at == after_tail, Feature::StartAdjacent)))
        .collect();
    // رفض التعليق: what the refusal names is all its content, if nothing else is.
    let named = cue.hit().map_or(0, |hit| scene.book.lemmas[usize::from(hit.lemma)].tail.len());
    let own = after_tail - named.clamp(1, after_tail - cue.tokens.start)..after_tail;
    if contents.is_empty() || named > 0 {
        contents.push(ContentOption { tokens: own.clone(), features: base.with(Feature::ContentShort) });
    }
    let mut sources = sources_before(scene, cue, sentence);
    let gap = cue.tail.as_ref().map_or(sentence.end.min(from + 24), |tail| tail.start.max(from));
    if scene.arabic {
        sources.extend(sources_after(scene, from, gap, cue.tail.is_some()));
    }
    sources.push(SourceOption::inherited());
    sources.push(SourceOption::none());
    for content in &contents {
        for source in &sources {
            if !super::source_touches(source, &content.tokens) {
                let mut made = candidate(scene, "silence", number, source.clone(), content, Features::default());
                if content.tokens == own && named > 0 {
                    made.cue_tokens = std::iter::once(cue.tokens.start..cue.tokens.end.min(own.start)).collect();
                }
                out.push(made);
            }
        }
    }
}
