//! A participle that goes on with the statement before it, from the same source.
//!
//! Arabic: قال الوزير إن الحملة انتهت، ‹K›مضيفا‹/K› ‹C›أن التحقيق مستمر‹/C›.
//! English: ‹S›The envoy‹/S› rose to his feet, ‹K›insisting‹/K› ‹C›that nobody had asked him‹/C›.
//! English: The mayor said the fire was out, ‹K›adding‹/K› ‹C›that two people were missing‹/C›.

use super::candidate;
use super::verb_subject::content_line;
use crate::candidate::{Candidate, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::scene::{Cue, Scene};
use crate::sources::{earlier_subjects, sources_before};
use crate::starts::starts_after;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if !matches!(cue.form(), Some(Form::Participle | Form::Noun)) {
        return;
    }
    // "quoted X as saying" has another source: it is a relay.
    let behind_as = cue.head.checked_sub(1).is_some_and(|at| scene.text.form(at) == "as");
    if !scene.arabic && behind_as {
        return;
    }
    // بالقول, بقوله: the verbal noun goes on with a statement only behind a preposition.
    if cue.form() == Some(Form::Noun)
        && (!scene.arabic || !['ب', 'ل'].iter().any(|letter| scene.may_have_preposition(cue.head, *letter)))
    {
        return;
    }
    let mut sources = vec![SourceOption::inherited(), SourceOption::none()];
    if !scene.arabic {
        sources.extend(hosts(scene, cue, sentence));
    }
    for start in starts_after(scene, cue, sentence) {
        let line = content_line(scene, start.at, sentence);
        let far = start.gap_end > cue.end() + 2;
        let extra = Features::default().with_if(far, Feature::SourceSkips);
        for content in contents_from(scene, start.at, &line, start.features) {
            for source in &sources {
                out.push(candidate(scene, "continuation", number, source.clone(), &content, extra));
            }
        }
    }
}

/// Whose participle it may be that has no statement before it: the subject of the verb before it (He answered, saying …), or
/// the noun that it goes on with (a letter warning of …).
fn hosts(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Vec<SourceOption> {
    let before = cue.tokens.start.checked_sub(1).filter(|before| *before >= sentence.start);
    let mut out = earlier_subjects(scene, cue, sentence);
    if before.is_some_and(|before| scene.mark(before).is_none()) {
        out.extend(sources_before(scene, cue, sentence));
    }
    out
}
