//! English forms in context: whether "report" is a verb or a noun, and whether "accused" is active or passive. It looks at
//! the words around a form and at nothing else.

use super::{CueMark, Scene};
use crate::cues::{Form, Hit};
use isnad_text::inflect::Number;
use isnad_text::{Classes, Text, TokenKind, Word};
use std::ops::Range;

/// How far before a plain form its plural subject is looked for, in tokens.
const SUBJECT_REACH: usize = 14;

/// Words behind which a verb may be without a noun: another said, some fear.
const ALONE: [&str; 32] = [
    "another",
    "one",
    "this",
    "that",
    "each",
    "neither",
    "none",
    "several",
    "many",
    "most",
    "some",
    "both",
    "all",
    "few",
    "others",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "these",
    "those",
    "dozens",
    "hundreds",
    "thousands",
    "more",
    "half",
    "everyone",
];

/// Of these, how many at the front are singular, so that a plain form behind them is no verb.
const SINGULAR: usize = 7;

/// How many long words a title may have.
const LONGEST_TITLE: usize = 30;

/// Words that end as adverbs do and are none.
const NO_ADVERBS: [&str; 26] = [
    "assembly",
    "anomaly",
    "monopoly",
    "family",
    "comply",
    "multiply",
    "supply",
    "friendly",
    "elderly",
    "likely",
    "unlikely",
    "deadly",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "lovely",
    "lonely",
    "costly",
    "melancholy",
    "orderly",
    "disorderly",
    "cowardly",
    "scholarly",
    "timely",
    "lively",
];

/// independently, grudgingly: by its shape an adverb.
fn is_adverb(text: &Text<'_>, at: usize) -> bool {
    let form = text.form(at);
    let token = &text.tokens()[at];
    form.len() > 5 && form.ends_with("ly") && !token.is_capital() && !NO_ADVERBS.contains(&form)
}

/// "of that force", "from that report": behind a preposition the word for "that" points, and opens no clause; what ends as
/// adverbs do is one.
pub(super) fn exceptions(text: &Text<'_>, words: &mut [Word]) {
    let pointing = Classes::DETERMINER.and(Classes::DEMONSTRATIVE);
    for at in 1..words.len() {
        if words[at].classes == Classes::default() && is_adverb(text, at) {
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
        Form::Noun => Some(hit),
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
            let alone = ALONE.iter().position(|alone| *alone == word);
            let alone = alone.is_some_and(|number| match hit.form {
                Form::Present if plain => number >= SINGULAR,
                Form::Present => number < SINGULAR,
                _ => true,
            });
            let nominal = !alone
                && (classes.any(Classes::DETERMINER.and(Classes::POSSESSIVE)) && !classes.any(Classes::PRONOUN)
                    || (classes.any(Classes::PREPOSITION) && !classes.any(Classes::AUXILIARY) && word != "to"));
            let next = if at + 1 < sentence.end { scene.text.form(at + 1) } else { "" };
            let agent = next == "by" && !behind_be;
            // Asked by a reporter whether …: a clause of its own without its auxiliary.
            let opens = before.is_none_or(|before| scene.mark(before).is_some());
            let asked = agent && opens && scene.text.form(at) == "asked";
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
    let long = || {
        let tokens = sentence.clone().map(|at| &scene.text.tokens()[at]);
        tokens.filter(|token| token.kind == TokenKind::Latin && token.bytes > 3)
    };
    let count = long().take(LONGEST_TITLE).count();
    !scene.arabic
        && (3..LONGEST_TITLE).contains(&count)
        && 5 * long().filter(|token| token.is_capital()).count() >= 4 * count
}

/// reports of, records show: a form in -s that is a noun's plural, with what only a noun takes behind it or a verb of its own.
fn is_plural_noun(scene: &Scene<'_>, at: usize, hit: &Hit, sentence: &Range<usize>) -> bool {
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
fn has_plural_before(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= sentence.start) else { return true };
    let near = Classes::PRONOUN.and(Classes::AUXILIARY).and(Classes::ADVERB).and(Classes::RELATIVE);
    if scene.classes(before).any(near.and(Classes::NEGATION)) || scene.mark(before).is_some() {
        return !matches!(scene.mark(before), Some('-' | '’' | '\''));
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
    NOUNS.contains(&form) || scene.book.hits(form).iter().any(|hit| hit.form == Form::Noun)
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

const NOUNS: [&str; 44] = [
    "show",
    "record",
    "list",
    "name",
    "rank",
    "rate",
    "figure",
    "project",
    "object",
    "post",
    "detail",
    "document",
    "challenge",
    "dispute",
    "contest",
    "rule",
    "judge",
    "witness",
    "press",
    "brief",
    "update",
    "outline",
    "label",
    "brand",
    "term",
    "address",
    "sense",
    "hedge",
    "count",
    "credit",
    "fault",
    "trace",
    "trust",
    "vote",
    "offer",
    "back",
    "tally",
    "message",
    "text",
    "email",
    "tweet",
    "voice",
    "guess",
    "bet",
];
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
