//! English forms in context: whether "report" is a verb or a noun, and whether "accused" is active or passive. It looks at
//! the words around a form and at nothing else.

use super::Scene;
use crate::cues::{Form, Hit};
use isnad_text::Classes;
use isnad_text::inflect::Number;
use std::ops::Range;

/// The form as it is meant between its neighbours; `None` if it is no cue there.
pub(super) fn in_context(scene: &Scene<'_>, at: usize, hit: Hit, sentence: &Range<usize>) -> Option<Hit> {
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start);
    let classes = before.map_or(Classes::default(), |before| scene.classes(before));
    let word = before.map_or("", |before| scene.text.form(before));
    let behind_be = is_behind_be(scene, at, sentence);
    match hit.form {
        Form::Noun => Some(hit),
        // the warning, of warning; was warning is finite.
        Form::Participle if classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) => None,
        Form::Participle if behind_be => Some(Hit { form: Form::Present, ..hit }),
        Form::Participle => Some(hit),
        Form::Passive => (behind_be || is_behind_have(scene, at, sentence)).then_some(hit),
        Form::Past | Form::Present => {
            let nominal = classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) && !classes.any(Classes::PRONOUN)
                || (classes.any(Classes::PREPOSITION) && !classes.any(Classes::AUXILIARY));
            let by = scene.text.tokens().get(at + 1).is_some() && scene.text.form(at + 1) == "by";
            if nominal || word == "to" || (by && !behind_be) {
                return None;
            }
            if behind_be {
                return (hit.form == Form::Past).then_some(Hit { form: Form::Passive, ..hit });
            }
            let plain = hit.form == Form::Present && hit.number == Number::Plural;
            let plural = classes
                .any(Classes::PRONOUN.and(Classes::AUXILIARY).and(Classes::ADVERB).and(Classes::RELATIVE))
                || (word.ends_with('s') && !word.ends_with("ss"))
                || matches!(word, "people" | "police" | "and" | "men" | "women" | "not")
                || scene.mark(at - usize::from(before.is_some())).is_some();
            (!plain || plural).then_some(hit)
        }
    }
}

fn is_behind_be(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    behind(scene, at, sentence, &["is", "are", "was", "were", "be", "been", "being"])
}

fn is_behind_have(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    behind(scene, at, sentence, &["has", "have", "had", "having"])
}

/// Whether one of the words stands before a form, with adverbs and negations between.
fn behind(scene: &Scene<'_>, at: usize, sentence: &Range<usize>, words: &[&str]) -> bool {
    let between = Classes::ADVERB.and(Classes::NEGATION);
    (sentence.start..at)
        .rev()
        .take(4)
        .find(|before| !scene.classes(*before).any(between))
        .is_some_and(|before| words.contains(&scene.text.form(before)))
}
