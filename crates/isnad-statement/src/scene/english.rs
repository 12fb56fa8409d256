//! English forms in context: whether "report" is a verb or a noun, and whether "accused" is active or passive. It looks at
//! the words around a form and at nothing else.

use super::plurals::{has_plural_before, is_plural_noun};
use super::{CueMark, Scene};
use crate::cues::{CueBook, Form, Hit};
use crate::frames::Frames;
use isnad_text::inflect::Number;
use isnad_text::{Classes, Text, TokenKind, Word};
use std::ops::Range;

/// How far before a verb its subject is looked for, in tokens.
pub(super) const SUBJECT_REACH: usize = 14;

/// How many long words a title may have, and how many tokens.
const MOST_IN_TITLE: usize = 30;
const LONGEST_TITLE: usize = 90;

/// independently, grudgingly: by its shape an adverb.
fn is_adverb(text: &Text<'_>, book: &CueBook, at: usize) -> bool {
    let form = text.form(at);
    let token = &text.tokens()[at];
    form.len() > 5 && form.ends_with("ly") && !token.is_capital() && !book.form_word(form).no_adverb
}

/// "of that force", "from that report": behind a preposition the word for "that" points, and opens no clause; what ends as
/// adverbs do is one.
pub(super) fn exceptions(text: &Text<'_>, book: &CueBook, words: &mut [Word]) {
    let pointing = Classes::DETERMINER.and(Classes::DEMONSTRATIVE);
    for at in 1..words.len() {
        if words[at].classes == Classes::default() && is_adverb(text, book, at) {
            words[at].classes = Classes::ADVERB;
        }
        let before = text.form(at - 1);
        if text.form(at) == "that"
            && words[at - 1].classes.any(Classes::PREPOSITION)
            && !matches!(before, "in" | "like")
        {
            words[at].classes = pointing;
        }
    }
}

/// The form as it is meant between its neighbours; `None` if it is no cue there.
pub(super) fn in_context(scene: &Scene<'_>, at: usize, hit: Hit, sentence: &Range<usize>) -> Option<Hit> {
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start);
    let classes = before.map_or(Classes::default(), |before| scene.classes(before));
    let word = before.map_or("", |before| scene.text.form(before));
    let behind_be = is_behind(scene, at, sentence, &BE);
    match hit.form {
        // Fox News, The Dispatch: a name.
        Form::Noun => {
            let name = before.is_some() && scene.text.tokens()[at].is_capital() && !is_title_case(scene, sentence);
            (!name).then_some(hit)
        }
        // the warning, of warning; was warning, kept saying are finite.
        Form::Participle if classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) => None,
        Form::Participle if behind_be || is_behind(scene, at, sentence, &KEEP) => {
            Some(Hit { form: Form::Present, ..hit })
        }
        Form::Participle => Some(hit),
        Form::Passive if behind_be => Some(hit),
        // had spoken: the perfect's subject speaks.
        Form::Passive => is_behind(scene, at, sentence, &HAVE).then_some(Hit { form: Form::Past, ..hit }),
        Form::Past | Form::Present => {
            let plain = hit.form == Form::Present && hit.number == Number::Plural;
            let alone = scene.book.form_word(word).alone.is_some_and(|number| match hit.form {
                Form::Present => (number == Number::Plural) == plain,
                _ => true,
            });
            let nominal = !alone
                && (classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) && !classes.any(Classes::PRONOUN)
                    || (classes.any(Classes::PREPOSITION) && !classes.any(Classes::AUXILIARY) && word != "to"));
            let next = if at + 1 < sentence.end { scene.text.form(at + 1) } else { "" };
            let frames = scene.book.lemmas[usize::from(hit.lemma)].frames;
            let agent = next == "by" && !behind_be && frames.any(Frames::NOUN.and(Frames::PERSON_TO_INF));
            let asked = scene.text.form(at) == "asked" && opens_question(scene, at, before, next);
            let infinitive = word == "to" && control(scene, at, sentence).is_none();
            if nominal || infinitive || agent && !asked || is_plural_noun(scene, at, &hit, sentence) {
                return None;
            }
            if behind_be || asked {
                return (hit.form == Form::Past).then_some(Hit { form: Form::Passive, ..hit });
            }
            (!plain || alone || word == "to" || has_plural_before(scene, at, sentence)).then_some(hit)
        }
    }
}

/// neither campaign responded, no one would say: the negation stands in the subject.
pub(super) fn subject_negates(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    (sentence.start..at)
        .rev()
        .take(SUBJECT_REACH)
        .take_while(|at| scene.mark(*at).is_none() && scene.cue_mark(*at) != CueMark::Finite)
        .any(|at| matches!(scene.text.form(at), "neither" | "nobody" | "none"))
}

/// Asked by a reporter whether …: a clause of its own that leaves the auxiliary out.
fn opens_question(scene: &Scene<'_>, at: usize, before: Option<usize>, next: &str) -> bool {
    let question = matches!(next, "by" | "whether" | "if" | "about" | "why" | "how" | "what");
    match before {
        None => scene.text.tokens()[at].is_capital(),
        Some(before) => question && scene.mark(before) == Some(','),
    }
}

/// Where the verb begins that governs a verb in the infinitive and makes it a report: used to think, is said to believe.
pub(super) fn control(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let governs = at.checked_sub(2).filter(|governs| *governs >= sentence.start && scene.text.form(at - 1) == "to")?;
    let passive =
        matches!(scene.text.form(governs), "understood" | "known" | "said" | "thought" | "believed" | "reported");
    let active = matches!(
        scene.text.form(governs),
        "used"
            | "seem"
            | "seems"
            | "seemed"
            | "appear"
            | "appears"
            | "appeared"
            | "continue"
            | "continues"
            | "continued"
            | "tend"
            | "tends"
            | "tended"
            | "came"
            | "come"
            | "began"
            | "begun"
    );
    let mut from = governs;
    while passive && from > sentence.start && scene.classes(from - 1).any(Classes::AUXILIARY.and(Classes::ADVERB)) {
        from -= 1;
    }
    (active || passive && is_behind(scene, governs, sentence, &BE)).then_some(from)
}

/// Whether a line has its words written as titles are: what looks like a name there may be a verb.
pub(super) fn is_title_case(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    if scene.arabic || sentence.len() > LONGEST_TITLE {
        return false;
    }
    let tokens = sentence.clone().map(|at| &scene.text.tokens()[at]);
    let long = tokens.filter(|token| token.kind == TokenKind::Latin && token.bytes > 3);
    let (capitals, count) =
        long.fold((0, 0), |(capitals, count), token| (capitals + usize::from(token.is_capital()), count + 1));
    (3..MOST_IN_TITLE).contains(&count) && 5 * capitals >= 4 * count
}

const BE: [&str; 11] = ["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"];
const HAVE: [&str; 4] = ["has", "have", "had", "having"];
const KEEP: [&str; 7] = ["keep", "keeps", "kept", "began", "started", "stopped", "continued"];

/// Whether one of the words stands before a form, with adverbs and negations between.
fn is_behind(scene: &Scene<'_>, at: usize, sentence: &Range<usize>, words: &[&str]) -> bool {
    let between = Classes::ADVERB.and(Classes::NEGATION);
    (sentence.start..at)
        .rev()
        .take(4)
        .find(|before| !scene.classes(*before).any(between) || words.contains(&scene.text.form(*before)))
        .is_some_and(|before| words.contains(&scene.text.form(before)))
}
