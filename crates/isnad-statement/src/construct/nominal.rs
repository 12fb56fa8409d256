//! A nominal cue with its source: the content stands before it, after it, or around it.
//!
//! Arabic: ‹C›قُتل ثلاثة أشخاص‹/C›، ‹K›بحسب‹/K› ‹S›المرصد‹/S›.
//! Arabic: ‹K›وفقا‹/K› ‹S›للتقرير‹/S›، ‹C›عاد الرجل إلى بلدته‹/C›.
//! Arabic: ‹C›قُتل ثلاثة أشخاص في قصف على القرية‹/C›، ‹K›وفق ما أفاد به‹/K› ‹S›سكان القرية‹/S›.
//! English: ‹C›The trucks were hit near the town‹/C›, ‹K›according to‹/K› ‹S›one of the drivers‹/S›.

use super::{candidate, cue_features};
use crate::candidate::{Candidate, ContentOption, Source};
use crate::contents::{contents_before, contents_from};
use crate::cues::Follows;
use crate::features::{Columns, Feature, Features};
use crate::scene::{CueKind, CueMark, Scene};
use crate::sources::{sources_after, sources_at};
use isnad_text::Classes;
use std::ops::Range;

pub(super) fn propose(scene: &Scene<'_>, number: usize, sentence: &Range<usize>, out: &mut Vec<Candidate>) {
    let cue = &scene.cues[number];
    let CueKind::Nominal(nominal) = cue.kind else { return };
    let mut cue_range = cue.tokens.clone();
    match nominal.follows {
        Follows::Nothing | Follows::Origin | Follows::Clause | Follows::Around => return,
        Follows::Verb => {
            let Some(end) = verb_end(scene, cue.end(), sentence) else { return };
            cue_range.end = end;
        }
        _ => {}
    }
    let mut sources = if nominal.follows == Follows::SourceWithLi {
        // The first word carries ل, so it is taken without asking whether a phrase can begin there.
        sources_at(scene, cue_range.end, sentence.end)
    } else {
        sources_after(scene, cue_range.end, sentence.end, false)
    };
    let mut before = contents_before(scene, cue_range.start, sentence);
    // ما يشير وفق الوكالة إلى رغبة: a relative clause whose verb still wants its complement goes on behind the source.
    let open = opens_behind_verb(scene, cue_range.start, sentence);
    if let Some(from) = open {
        sources.truncate(1);
        before.retain(|content| content.tokens.start == from);
    }
    for source in &sources {
        let Source::Tokens(tokens) = &source.source else { continue };
        let mut after = contents_after(scene, tokens.end, sentence);
        // With a clause before the cue, what follows the source is rarely the content.
        let inside = cue_range.start > sentence.start + 2;
        for content in &mut after {
            content.features = content.features.with_if(inside, Feature::StartFar);
        }
        for content in before.iter().chain(&after).filter(|_| open.is_none()) {
            let mut made = candidate(scene, "nominal", number, source.clone(), content, Features::default());
            made.cue_tokens = vec![cue_range.clone()];
            out.push(made);
        }
        let Some(right) = after.iter().find(|c| c.features.has(Feature::EndSentence)) else { continue };
        // ما يشير، وفق الوكالة، إلى رغبة: what is cut in two goes on with a preposition or a conjunction.
        let opening = scene.classes(right.tokens.start);
        let on = Features::default()
            .with_if(opening.any(Classes::COMPLEMENTISER), Feature::StartComplementiser)
            .with_if(opening.any(Classes::PREPOSITION), Feature::StartPreposition);
        let adjoins = right.tokens.start == tokens.end;
        let ends = if adjoins {
            source.features.without(Feature::SourceToPreposition).with(Feature::SourceToContent)
        } else {
            source.features
        };
        let lefts = before.first().into_iter().chain(before.last().filter(|_| before.len() > 1));
        for left in lefts {
            out.push(Candidate {
                construction: "nominal",
                cue: Some(number),
                cue_tokens: vec![cue_range.clone()],
                source: source.source.clone(),
                content: vec![left.tokens.clone(), right.tokens.clone()],
                features: cue_features(cue).and(ends).and(left.features).and(on),
                columns: Columns::of("nominal").with_cue(cue.strength, cue.stance),
            });
        }
    }
}

/// Where ما, مما or بما opens a clause of which only the verb stands before a cue.
fn opens_behind_verb(scene: &Scene<'_>, cue: usize, sentence: &Range<usize>) -> Option<usize> {
    let verb = cue.checked_sub(1)?;
    let what = verb.checked_sub(1).filter(|at| scene.arabic && *at >= sentence.start)?;
    let edge = what == sentence.start || scene.mark(what - 1).is_some();
    let relative = edge && matches!(scene.text.form(what), "ما" | "مما" | "بما");
    (relative && (crate::phrase::may_be_verb(scene, verb) || !scene.cues_at(verb).is_empty())).then_some(what)
}

/// The end of a verb and its pronoun in وفق ما أفاد به, كما روى.
pub(crate) fn verb_end(scene: &Scene<'_>, from: usize, sentence: &Range<usize>) -> Option<usize> {
    let verb = (from..sentence.end.min(from + 3)).find(|at| {
        scene.cue_mark(*at) == CueMark::Finite
            || scene.classes(*at).any(Classes::VERB)
            || !scene.cues_at(*at).is_empty()
    })?;
    let pronoun = (verb + 1..sentence.end.min(verb + 2)).find(|at| {
        matches!(scene.text.form(*at), "به" | "بها" | "عنه" | "عنها" | "اليه" | "اليها" | "عليه" | "فيه" | "في" | "عن")
    });
    Some(pronoun.unwrap_or(verb) + 1)
}

fn opens_main_clause(scene: &Scene<'_>, at: usize) -> bool {
    let form = scene.text.form(at);
    scene.arabic
        && form.strip_prefix('ف').is_some_and(|rest| {
            scene.classes(at).any(Classes::COMPLEMENTISER.and(Classes::PARTICLE))
                || matches!(rest, "قد" | "لقد" | "كان" | "كانت")
        })
}

/// Contents behind the source: after a comma, at فإن, or at once.
pub(super) fn contents_after(scene: &Scene<'_>, end: usize, sentence: &Range<usize>) -> Vec<ContentOption> {
    let mut at = end;
    let mut features = Features::default();
    let comma = (end..sentence.end.min(end + 12)).find(|at| matches!(scene.mark(*at), Some(',' | ':' | '–')));
    match comma {
        Some(comma) if comma == end => {
            at = comma + 1;
            features = features.with(Feature::StartAdjacent);
        }
        Some(comma) => {
            // بحسب التقرير المنشور، الجمعة 5 كانون الأول، فإن …: a date or place may stand between.
            let adjunct = scene.classes(end).any(Classes::PREPOSITION.and(Classes::TIME))
                || crate::phrase::carries_preposition(scene, end);
            at = if adjunct { comma + 1 } else { end };
        }
        None => {}
    }
    // فإن, فقد open the main clause behind a nominal cue, whatever stands between.
    if let Some(opener) = (end..sentence.end.min(end + 18)).find(|at| opens_main_clause(scene, *at)) {
        // A main clause so opened runs on past its commas, to the next cue or the end of the sentence.
        let ends = [Feature::EndSentence, Feature::EndParticiple, Feature::EndCue, Feature::EndNominal];
        let mut contents = contents_from(scene, opener, sentence, features.with(Feature::StartComplementiser));
        contents.retain(|content| ends.iter().any(|end| content.features.has(*end)));
        return contents;
    }
    let mut further = None;
    if scene.classes(at).any(Classes::TIME) {
        let limit = sentence.end.min(at + 8);
        further = (at..limit).find(|at| scene.mark(*at) == Some(',')).map(|comma| comma + 1);
    }
    let mut out = Vec::new();
    for at in std::iter::once(at).chain(further) {
        if at < sentence.end && !scene.classes(at).any(Classes::RELATIVE) {
            out.extend(contents_from(scene, at, sentence, features));
        }
    }
    out
}
