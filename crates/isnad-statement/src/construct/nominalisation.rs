//! A noun of speech with its own source and content, as part of another sentence. The possessive that follows a nominal cue
//! (على حد قوله) and the noun behind عن X are other constructions.
//!
//! Arabic: جاء ذلك بعد ‹K›تأكيد‹/K› ‹S›وزارة الداخلية‹/S› ‹C›أن الحملة مستمرة‹/C›.
//! English: Nobody answered ‹S›the ministry's‹/S› ‹K›claim‹/K› ‹C›that the raid was over‹/C›.

use super::candidate;
use crate::candidate::{Candidate, Source, SourceOption};
use crate::contents::contents_from;
use crate::cues::Form;
use crate::features::{Feature, Features};
use crate::phrase::{head_features, may_be_verb};
use crate::scene::Scene;
use crate::sources::{holds_two, sources_after};
use crate::starts::starts_after;
use isnad_text::Classes;
use std::ops::Range;

/// How far behind its noun a content may begin, in tokens.
const REACH: usize = 14;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    if cue.form() != Some(Form::Noun) {
        return;
    }
    // الاتهام بأن, but عدم الكشف عن, الحديث باسمها: with the article only what says "that" is a report.
    let bare = !scene.arabic || !scene.words[cue.head].article && !scene.text.form(cue.head).starts_with("ال");
    let denied = scene.arabic && cue.head > sentence.start && matches!(scene.stem(cue.head - 1), "عدم" | "تم" | "جرى");
    if denied || is_occasion(scene, cue.head, sentence) {
        return;
    }
    for start in starts_after(scene, cue, sentence) {
        let adjacent = start.gap_end == cue.end();
        let complementiser = start.features.has(Feature::StartComplementiser);
        if !(bare || complementiser && adjacent) {
            continue;
        }
        // a claim that could not be verified: "that" before an auxiliary is a relative.
        if !scene.arabic && scene.classes(start.at + 1).any(Classes::AUXILIARY) {
            continue;
        }
        // بعد إعلان الجيش انسحابه: behind the owner of the noun its object.
        let object = scene.arabic && !adjacent && start.features.has(Feature::StartEvent);
        let spoken = [Feature::StartColon, Feature::StartQuote, Feature::StartShortQuote];
        let spoken = !scene.arabic && spoken.iter().any(|feature| start.features.has(*feature));
        let firm = complementiser || object || spoken || start.features.has(Feature::StartPreposition);
        if !firm || start.at > cue.end() + REACH {
            continue;
        }
        let mut sources = match (scene.arabic, adjacent) {
            (true, true) => vec![SourceOption::none(), SourceOption::inherited()],
            (true, false) => sources_after(scene, cue.end(), start.gap_end, true),
            (false, _) => owners(scene, cue.head, sentence),
        };
        // His message to the owners: “…”: by a colon only what belongs to somebody reports.
        if !scene.arabic && (complementiser || !spoken) {
            if matches!(scene.text.form(cue.end().min(scene.words.len() - 1)), "by" | "from" | "of" | "among")
                && !adjacent
            {
                sources.extend(sources_after(scene, cue.end() + 1, start.gap_end, true));
            } else if adjacent {
                sources.extend([SourceOption::none(), SourceOption::inherited()]);
            }
        }
        for content in contents_from(scene, start.at, sentence, start.features) {
            for source in &sources {
                out.push(candidate(scene, "nominalisation", number, source.clone(), &content, Features::default()));
            }
        }
    }
}

/// said in a report that, في إشارة إلى: where a noun of speech says on what occasion somebody else spoke.
fn is_occasion(scene: &Scene<'_>, head: usize, sentence: &Range<usize>) -> bool {
    if scene.arabic {
        return head > sentence.start && matches!(scene.stem(head - 1), "في" | "فى" | "خلال" | "عبر");
    }
    let before = (sentence.start..head).rev().take(3).find(|at| scene.classes(*at).any(Classes::PREPOSITION));
    before.is_some_and(|at| matches!(scene.text.form(at), "in" | "on" | "at" | "during" | "via" | "through"))
}

/// Who an English noun of speech belongs to: his claim, the ministry's claim.
fn owners(scene: &Scene<'_>, head: usize, sentence: &Range<usize>) -> Vec<SourceOption> {
    let mut out = Vec::new();
    let Some(owner) = (sentence.start..head).rev().take(4).find(|at| {
        scene.classes(*at).any(Classes::POSSESSIVE)
            || scene.text.form(*at).ends_with("'s")
            || scene.text.form(*at).ends_with("s'")
    }) else {
        return out;
    };
    let pronoun = scene.classes(owner).any(Classes::POSSESSIVE);
    let first = if pronoun { owner } else { owner.saturating_sub(8).max(sentence.start) };
    for from in first..=owner {
        let opens = from == sentence.start
            || scene.mark(from - 1).is_some()
            || scene.classes(from).any(Classes::DETERMINER.and(Classes::POSSESSIVE))
            || scene.named(from).begins
            || from == owner && !scene.classes(from - 1).any(Classes::DETERMINER);
        let verb = (from..owner).any(|at| may_be_verb(scene, at)) || holds_two(scene, &(from..owner));
        if opens && !verb && scene.mark(from).is_none() {
            let base = head_features(scene, from).with(Feature::SourceToContent);
            out.push(SourceOption {
                source: Source::Tokens(from..owner + 1),
                features: base.with_if(from == owner, Feature::SourceShort).with_if(pronoun, Feature::SourcePronoun),
            });
        }
    }
    out
}
