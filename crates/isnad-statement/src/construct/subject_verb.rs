//! Subject, verb, content: the plain order of English, and of Arabic after لكن, إن or at the start of a sentence.
//!
//! Arabic: غير أن ‹S›مصدرا أمنيا‹/S› ‹K›أبلغ‹/K› الموقع ‹C›أن قواته لم تُخطر‹/C›.
//! English: ‹S›The ministry‹/S› ‹K›said‹/K› ‹C›that the raid was over‹/C›.
//! English: ‹S›A spokesman, Capt. Lee Bond‹/S›, ‹K›said‹/K› ‹C›the army was aware of the reports‹/C›.

use super::candidate;
use super::passive::is_impersonal;
use super::verb_subject::content_line;
use crate::candidate::{Candidate, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::phrase::begins_phrase;
use crate::scene::Scene;
use crate::sources::{earlier_subjects, sources_after, sources_before};
use crate::starts::starts_after;
use std::ops::Range;

/// How far back in its sentence somebody is looked for who was asked, in tokens.
const ASKED_REACH: usize = 60;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if !matches!(cue.form(), Some(Form::Past | Form::Present | Form::Passive)) || cue.has_its_object() {
        return;
    }
    let starts = starts_after(scene, cue, sentence);
    if starts.is_empty() {
        return;
    }
    // A passive's subject is not its source; who is behind it is not said.
    let passive = !scene.arabic && cue.form() == Some(Form::Passive) && !cue.negated;
    if passive && is_impersonal(scene, cue, sentence) {
        return;
    }
    let mut sources = if passive { Vec::new() } else { sources_before(scene, cue, sentence) };
    if scene.arabic {
        sources.extend(asked(scene, cue.head, sentence));
    } else {
        // A man came to his door and told him: the verb goes on with the subject of the one before.
        if sources.is_empty() && !passive {
            sources = earlier_subjects(scene, cue, sentence);
        }
        sources.push(SourceOption::inherited());
        sources.push(SourceOption::none());
    }
    for start in starts {
        let addressee = cue.frames.any(Frames::TO.and(Frames::LI).and(Frames::TO_PREP));
        let skips = (cue.end()..start.gap_end).any(|at| begins_phrase(scene, at)) && !addressee;
        let extra = Features::default().with_if(skips, Feature::SourceSkips);
        let line = content_line(scene, start.at, sentence);
        for content in contents_from(scene, start.at, &line, start.features) {
            for source in &sources {
                out.push(candidate(scene, "subject_verb", number, source.clone(), &content, extra));
            }
        }
    }
}

/// عندما سُئل الوزير عن …، اكتفى بالقول: whoever was asked earlier in the sentence answers.
fn asked(scene: &Scene<'_>, head: usize, sentence: &Range<usize>) -> Vec<SourceOption> {
    let passive = |at: usize| at > sentence.start && matches!(scene.stem(at - 1), "تم" | "جرى");
    let asked = (sentence.start..head)
        .rev()
        .take(ASKED_REACH)
        .find(|at| matches!(scene.stem(*at), "سئل" | "سئلت") || scene.stem(*at) == "سؤال" && passive(*at));
    let Some(asked) = asked.filter(|_| !scene.begins_with_waw(head)) else { return Vec::new() };
    let about = (asked + 1..head).find(|at| matches!(scene.stem(*at), "عن" | "حول") || scene.mark(*at).is_some());
    sources_after(scene, asked + 1, about.unwrap_or(head), true)
}
