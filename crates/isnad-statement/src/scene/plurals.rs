//! English plurals: which words look like plural nouns, and whether a form in -s or a plain form is a noun or a verb between
//! its neighbours. It knows no active and passive.

use super::english::SUBJECT_REACH;
use super::{CueMark, Scene};
use crate::cues::{Form, Hit};
use isnad_text::inflect::Number;
use isnad_text::{Classes, TokenKind};
use std::ops::Range;

/// reports of, records show: a form in -s that is a noun's plural, with what only a noun takes behind it or a verb of its own.
pub(super) fn is_plural_noun(scene: &Scene<'_>, at: usize, hit: &Hit, sentence: &Range<usize>) -> bool {
    let next = at + 1;
    if hit.form != Form::Present || hit.number != Number::Singular || next >= sentence.end {
        return false;
    }
    let form = scene.text.form(next);
    let preposition =
        matches!(form, "of" | "from" | "about" | "against") || form == "for" && scene.text.form(at) != "calls";
    let verb = |hit: &Hit| hit.form == Form::Past || hit.form == Form::Present && hit.number == Number::Plural;
    let other = Classes::DETERMINER.and(Classes::PRONOUN).and(Classes::ADVERB).and(Classes::NEGATION);
    let finite = !scene.classes(next).any(other)
        && (scene.classes(next).any(Classes::AUXILIARY) || scene.book.hits(form).iter().any(verb));
    let noun = || scene.book.hits(scene.text.form(at)).iter().any(|other| other.form == Form::Noun);
    finite || preposition && noun()
}

/// Whether a plain form may have a plural subject before it: a pronoun, an auxiliary, a plural noun at once; a plural noun
/// further away if what stands behind the form opens a complement.
pub(super) fn has_plural_before(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.start) else { return true };
    let near = Classes::PRONOUN.and(Classes::AUXILIARY).and(Classes::ADVERB).and(Classes::RELATIVE);
    if let Some(mark) = scene.mark(before) {
        return matches!(mark, ',' | ';' | ')' | '–' | '"' | '“' | '”' | '‘');
    }
    if scene.classes(before).any(near.and(Classes::NEGATION)) {
        return true;
    }
    let form = scene.text.form(before);
    if form == "and" || is_plural(scene, before) {
        return true;
    }
    if is_noun(scene, at) && !opens_complement(scene, at + 1) {
        return false;
    }
    for at in (sentence.start..before).rev().take(SUBJECT_REACH) {
        if is_plural(scene, at) {
            return true;
        }
        if scene.cue_mark(at) == CueMark::Finite || matches!(scene.mark(at), Some(';' | ':' | '"' | '“' | '”')) {
            return false;
        }
    }
    false
}

/// Whether a plain form is as often a noun: a plan, a vote.
fn is_noun(scene: &Scene<'_>, at: usize) -> bool {
    let form = scene.text.form(at);
    scene.book.form_word(form).noun || scene.book.hits(form).iter().any(|hit| hit.form == Form::Noun)
}

/// Whether a noun looks like a plural: officials, people, but not this, crisis or the governor's.
fn is_plural(scene: &Scene<'_>, at: usize) -> bool {
    let form = scene.text.form(at);
    let shape = form.len() > 3
        && form.ends_with('s')
        && !["ss", "us", "is", "'s"].iter().any(|ending| form.ends_with(ending))
        && !scene.classes(at).any(Classes::PREPOSITION.and(Classes::ADVERB).and(Classes::AUXILIARY));
    let possessive = matches!(scene.mark(at + 1), Some('’' | '\''));
    !possessive
        && (shape
            || matches!(
                form,
                "police" | "data" | "people" | "men" | "women" | "some" | "many" | "others" | "most" | "few" | "media"
            )
            || scene.book.head(form).is_some_and(|head| head.plural))
}

/// Whether a complement of a verb may begin at a token, so that a word before it is rather a verb than a noun.
fn opens_complement(scene: &Scene<'_>, at: usize) -> bool {
    let Some(token) = scene.text.tokens().get(at) else { return false };
    let classes = Classes::DETERMINER
        .and(Classes::PRONOUN)
        .and(Classes::POSSESSIVE)
        .and(Classes::COMPLEMENTISER)
        .and(Classes::NEGATION);
    let form = scene.text.form(at);
    scene.classes(at).any(classes)
        || is_plural(scene, at)
        || token.is_capital()
        || matches!(token.kind, TokenKind::Number)
        || matches!(scene.mark(at), Some('"' | '“' | '$'))
        || matches!(
            form,
            "to" | "how"
                | "what"
                | "why"
                | "if"
                | "little"
                | "nothing"
                | "everything"
                | "there"
                | "someone"
                | "even"
                | "out"
                | "up"
                | "back"
        )
}
