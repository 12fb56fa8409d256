//! Sources before English verbs: what the language adds to the edges of phrases, such as relatives that share a number, two
//! phrases side by side, and the subjects of earlier verbs. It proposes and does not choose.

use super::{left_edges, option};
use crate::candidate::{Source, SourceOption};
use crate::features::Feature;
use crate::phrase::{is_verb, may_be_verb};
use crate::scene::{Cue, Scene};
use isnad_text::Classes;
use std::ops::Range;

/// How many verbs before a cue are asked for their subjects.
const EARLIER: usize = 3;

/// How far back they are looked for, in tokens.
const EARLIER_REACH: usize = 80;

/// four survivors, all of whom said: the end of the phrase that a relative behind a word of number goes on with.
pub(super) fn before_shared_relative(scene: &Scene<'_>, floor: usize, end: usize) -> usize {
    let shared = !scene.arabic
        && end >= floor + 2
        && scene.text.form(end - 1) == "of"
        && scene.classes(end).any(Classes::RELATIVE);
    let comma = (floor + 1..end).rev().take(4).find(|at| shared && scene.mark(*at) == Some(','));
    comma.unwrap_or(end)
}

/// a figure the director: whether a phrase begins right behind a noun, so that two stand side by side.
pub(crate) fn holds_two(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let opens = Classes::DETERMINER.and(Classes::POSSESSIVE).without(Classes::CONJUNCTION);
    let links = opens
        .and(Classes::PREPOSITION)
        .and(Classes::CONJUNCTION)
        .and(Classes::VERB)
        .and(Classes::ADVERB)
        .and(Classes::AUXILIARY)
        .and(Classes::CLAUSE)
        .and(Classes::RELATIVE);
    tokens.clone().skip(1).any(|at| {
        let noun = scene.mark(at - 1).is_none() && !scene.classes(at - 1).any(links) && !is_verb(scene, at - 1);
        noun && (scene.classes(at).any(opens) && !scene.classes(at).any(Classes::RELATIVE)
            || is_subject_pronoun(scene, at))
    })
}

/// a memo, which was sent in May, warned: the phrase alone, beside the one with its relative clause.
pub(super) fn without_relative(scene: &Scene<'_>, out: &mut Vec<SourceOption>) {
    let cut: Vec<SourceOption> = (out.iter())
        .filter_map(|found| {
            let Source::Tokens(tokens) = &found.source else { return None };
            let comma = (tokens.start + 1..tokens.end)
                .find(|at| scene.mark(*at) == Some(',') && scene.classes(at + 1).any(Classes::RELATIVE))?;
            Some(option(scene, tokens.start..comma, found.features.without(Feature::SourceLong)))
        })
        .take(2)
        .collect();
    out.extend(cut);
}

/// The subjects of verbs that stand before a cue in its sentence, nearest first: a man came to his door and told him.
pub(crate) fn earlier_subjects(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Vec<SourceOption> {
    let floor = scene.quotation(cue.head).map_or(sentence.start, |q| q.open as usize + 1).max(sentence.start);
    let passed = Classes::AUXILIARY.and(Classes::ADVERB).and(Classes::NEGATION);
    let edge = [Feature::SourceFromStart, Feature::SourceFromComma, Feature::SourceFromClause];
    let mut out: Vec<SourceOption> = Vec::new();
    let verbs = (floor + 1..cue.tokens.start)
        .rev()
        .take(EARLIER_REACH)
        .filter(|at| may_be_verb(scene, *at) && !scene.classes(at - 1).any(passed.and(Classes::CONJUNCTION)));
    for verb in verbs.take(EARLIER) {
        let mut found = Vec::new();
        left_edges(scene, floor, verb, sentence, &mut found);
        found.retain(|option| {
            !option.features.has(Feature::SourceVerb) && edge.iter().any(|edge| option.features.has(*edge))
        });
        found.truncate(2);
        for mut option in found {
            option.features = option.features.with(Feature::SourceEarlier);
            if !out.iter().any(|known| known.source == option.source) {
                out.push(option);
            }
        }
    }
    out
}

/// accused the army and said: the verb goes on with the subject of the one before.
pub(super) fn behind_conjunction(scene: &Scene<'_>, end: usize, sentence: &Range<usize>) -> bool {
    let between = Classes::ADVERB.and(Classes::AUXILIARY).and(Classes::NEGATION);
    let before = (sentence.start..end).rev().find(|at| !scene.classes(*at).any(between));
    before.is_some_and(|at| at > sentence.start && matches!(scene.text.form(at), "and" | "but" | "or" | "then"))
}

/// he, they: an English pronoun in the subject's case.
pub(super) fn is_subject_pronoun(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.form(at), "he" | "she" | "we" | "they" | "i")
}

/// A mark behind which an English clause of its own begins.
pub(super) fn ends_clause(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.mark(at), Some(':' | '?' | '!' | ';'))
}
