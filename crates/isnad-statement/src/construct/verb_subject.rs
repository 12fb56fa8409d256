//! Verb, subject, content: the plain order of Arabic news, and of English inversions. Not for content before its cue.
//!
//! Arabic: ‹K›أعلنت‹/K› ‹S›وزارة الداخلية‹/S› ‹C›أن الحملة انتهت‹/C›.
//! Arabic: و‹K›أكد‹/K› ‹S›مصدر أمني في المدينة‹/S› ‹C›مقتل ثلاثة أشخاص‹/C›.
//! Arabic: ‹K›طالبت‹/K› ‹S›المنظمة‹/S› ‹C›بفتح تحقيق مستقل‹/C›.

use super::candidate;
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::phrase::{begins_phrase, carries_preposition, disagrees, is_head};
use crate::scene::Scene;
use crate::sources::{has_subject_before, sources_after};
use crate::starts::starts_after;
use isnad_text::Classes;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if !matches!(cue.form(), Some(Form::Past | Form::Present | Form::Passive)) || cue.has_its_object() {
        return;
    }
    let rival = scene.arabic && has_subject_before(scene, cue, sentence);
    // مصدر أمني أبلغ الموقع أن: behind a subject of its own, a verb that takes an addressee has it next.
    if rival && cue.frames.any(Frames::TO) {
        return;
    }
    let extra = Features::default().with_if(rival, Feature::SourceRival);
    let starts = starts_after(scene, cue, sentence);
    let preposition = starts.iter().find(|start| start.features.has(Feature::StartPreposition)).map(|start| start.at);
    for start in starts {
        let from = cue.end();
        let gap_end = cue.tail.as_ref().filter(|tail| tail.start >= from).map_or(start.gap_end, |tail| tail.start);
        // A verb before its subject stays singular: a plural one has its subject elsewhere.
        // قيل في التعليقات: nobody stands behind a passive.
        let passive = scene.arabic && cue.form() == Some(Form::Passive);
        let mut sources = if scene.arabic && !cue.is_plural() && !passive {
            sources_after(scene, from, gap_end, gap_end == start.gap_end)
        } else {
            Vec::new()
        };
        for option in &mut sources {
            if let Source::Tokens(tokens) = &option.source {
                let subject = scene.arabic && !scene.classes(from - 1).any(Classes::PREPOSITION);
                let disagrees = subject && disagrees(scene, tokens.start, cue.gender());
                option.features = option.features.with_if(disagrees, Feature::SourceDisagrees);
            }
        }
        // Behind a preposition that opens the content no subject follows.
        if let Some(opened) = preposition.filter(|opened| *opened < start.at) {
            sources.retain(|option| !matches!(&option.source, Source::Tokens(tokens) if tokens.start > opened));
            // أعلنت الوزارة عن عملية: nor does it stand inside one, unless nouns take it as well (مسؤول في).
            let own =
                scene.classes(opened).any(Classes::PREPOSITION) && !matches!(scene.stem(opened), "في" | "فى" | "من");
            for option in sources.iter_mut().filter(|_| own) {
                let holds = matches!(&option.source, Source::Tokens(tokens) if tokens.contains(&opened));
                option.features = option.features.with_if(holds, Feature::SourceHoldsAdjunct);
            }
        }
        let skips = skips_subject(scene, from..gap_end);
        if scene.arabic {
            let gap = Features::default().with_if(skips, Feature::SourceSkips);
            for mut option in [SourceOption::none(), SourceOption::inherited()] {
                option.features = option.features.and(gap);
                if !passive || option.source == Source::None {
                    sources.push(option);
                }
            }
        }
        let line = content_line(scene, start.at, sentence);
        for content in contents_from(scene, start.at, &line, start.features) {
            for source in &sources {
                out.push(candidate(scene, "verb_subject", number, source.clone(), &content, extra));
            }
        }
    }
}

/// Whether a subject may stand in a stretch behind a verb; what a preposition opens is none, unless a known head is in it.
fn skips_subject(scene: &Scene<'_>, gap: Range<usize>) -> bool {
    let Some(first) = gap.clone().find(|at| !scene.classes(*at).any(Classes::ADVERB.and(Classes::PARTICLE))) else {
        return false;
    };
    let adjunct = scene.arabic && (scene.classes(first).any(Classes::PREPOSITION) || carries_preposition(scene, first));
    if adjunct {
        return gap.skip(2).any(|at| is_head(scene, at) && !carries_preposition(scene, at));
    }
    gap.clone().any(|at| begins_phrase(scene, at))
}

/// The sentence in which a content that begins at a token goes on: behind a colon that ends a line, the next one.
pub(super) fn content_line(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Range<usize> {
    if at < sentence.end {
        return sentence.clone();
    }
    let sentences = scene.text.sentences();
    sentences.get(scene.text.sentence_of(at)).cloned().unwrap_or(at..at)
}
