//! Phrases: where a noun phrase can begin, what heads it, and whether a cut goes through it. It looks at word classes, names
//! and shapes, and knows nothing of cues' contents.

use crate::features::{Feature, Features};
use crate::scene::{CueMark, Scene};
use isnad_ledger::NameKind;
use isnad_text::inflect::Gender;
use isnad_text::{Classes, TokenKind};
use std::ops::Range;

/// Words that stand between a verb and its subject without being part of it.
const BETWEEN: Classes =
    Classes::ADVERB.and(Classes::PARTICLE).and(Classes::AUXILIARY).and(Classes::TIME).and(Classes::PREPOSITION);

/// Whether a relative clause about the word before begins here: الذي, وهو, ويدعى.
pub(crate) fn begins_relative(scene: &Scene<'_>, token: usize) -> bool {
    token < scene.words.len()
        && (scene.classes(token).any(Classes::RELATIVE) && !scene.classes(token).any(Classes::PREPOSITION)
            || (!scene.arabic && opens_relative(scene, token))
            || matches!(scene.text.form(token), "وهو" | "وهي" | "وهم" | "ويدعى" | "وتدعى" | "واسمه"))
}

/// What the first words of a phrase say of it as a source.
pub(crate) fn head_features(scene: &Scene<'_>, first: usize) -> Features {
    use isnad_ledger::SourceKind;
    let classes = scene.classes(first);
    let features = Features::default();
    if classes.any(Classes::PRONOUN) {
        return features.with(Feature::SourcePronoun);
    }
    let quotation = scene.quotation(first).filter(|q| q.open as usize == first && q.close > q.open + 4);
    if classes.any(Classes::EVENT_NOUN.and(Classes::TIME).and(Classes::RELATIVE)) || quotation.is_some() {
        return features.with(Feature::SourceThing);
    }
    match scene.named(first).kind {
        Some(NameKind::Person) => return features.with(Feature::SourceName),
        Some(NameKind::Organisation) => return features.with(Feature::SourceOrganisation),
        None if classes.any(Classes::STATE) => return features.with(Feature::SourceOrganisation),
        None => {}
    }
    let last = if scene.arabic { first + 2 } else { first + 8 };
    let found =
        (first..last.min(scene.words.len())).take_while(|at| scene.mark(*at).is_none()).find_map(|at| head(scene, at));
    match found {
        Some(head) if head.role => features.with(Feature::SourceRole),
        Some(head) if head.human => features.with(Feature::SourceHead),
        Some(head) if head.kind == SourceKind::Anonymous => features.with(Feature::SourceHead),
        Some(_) => features.with(Feature::SourceOrganisation),
        None => features.with(Feature::SourceUnknown),
    }
}

/// The source head at a token, whatever is written onto its front, and with a possessive at its end.
pub(crate) fn head(scene: &Scene<'_>, token: usize) -> Option<crate::cues::Head> {
    let at = scene.text.tokens().get(token)?;
    let form = scene.text.form(token);
    if at.kind != TokenKind::Arabic {
        return scene.book.head(form);
    }
    isnad_text::proclitics(form).find_map(|cut| scene.book.head_of(cut.stem))
}

/// The grammatical gender of the Arabic noun at a token, where it is known; of a person's name it is not.
pub(crate) fn gender(scene: &Scene<'_>, token: usize) -> Option<Gender> {
    let at = scene.text.tokens().get(token)?;
    if at.kind != TokenKind::Arabic || scene.named(token).kind == Some(NameKind::Person) {
        return None;
    }
    match head(scene, token) {
        Some(head) => head.gender,
        None => crate::cues::noun_gender(scene.text.form(token), false, false, false),
    }
}

/// Whether a subject at a token can't go with a verb or participle that shows its subject's gender.
pub(crate) fn disagrees(scene: &Scene<'_>, token: usize, verb: Option<Gender>) -> bool {
    matches!((gender(scene, token), verb), (Some(noun), Some(verb)) if noun != verb)
}

pub(crate) fn is_head(scene: &Scene<'_>, token: usize) -> bool {
    head(scene, token).is_some()
}

/// Whether a noun phrase can begin at a token.
pub(crate) fn begins_phrase(scene: &Scene<'_>, token: usize) -> bool {
    let Some(at) = scene.text.tokens().get(token) else { return false };
    match at.kind {
        TokenKind::Mark(mark) => matches!(mark, '"' | '“' | '«') && scene.quotation(token).is_some(),
        _ if scene.named(token).begins && !carries_preposition(scene, token) => true,
        _ => {
            let classes = scene.classes(token);
            let nominal =
                Classes::PRONOUN.and(Classes::DETERMINER).and(Classes::POSSESSIVE).and(Classes::DEMONSTRATIVE);
            classes.any(nominal)
                || !(is_adverbial(scene, token)
                    || classes.any(BETWEEN.and(Classes::COMPLEMENTISER).and(Classes::NEGATION).and(Classes::CLAUSE))
                    || (scene.arabic && is_verb(scene, token))
                    || scene.cue_mark(token) == CueMark::Nominal
                    || carries_preposition(scene, token))
        }
    }
}

/// سياسيا، طالب النائب: an adjective in the accusative between a clause's edge and a comma says in which respect.
fn is_adverbial(scene: &Scene<'_>, token: usize) -> bool {
    scene.arabic
        && scene.mark(token + 1) == Some(',')
        && scene.text.form(token).ends_with("يا")
        && scene.classes(token).any(Classes::MODIFIER)
}

/// Whether a preposition is written onto a token's front.
pub(crate) fn carries_preposition(scene: &Scene<'_>, token: usize) -> bool {
    scene.words.get(token).is_some_and(|word| word.preposition.is_some())
        || (scene.arabic && scene.may_have_preposition(token, 'ل') && scene.text.form(token).starts_with("لل"))
}

/// Whether a phrase at a token says in what somebody speaks: في بيان, in a statement.
pub(crate) fn medium_phrase(scene: &Scene<'_>, token: usize) -> bool {
    let classes = scene.classes(token);
    (classes.any(Classes::PREPOSITION) && (token + 1..token + 4).any(|at| scene.classes(at).any(Classes::MEDIUM)))
        || (carries_preposition(scene, token) && classes.any(Classes::MEDIUM))
}

pub(crate) fn is_verb(scene: &Scene<'_>, token: usize) -> bool {
    let classes = scene.classes(token);
    classes.any(Classes::VERB)
        || scene.cue_mark(token) == CueMark::Finite
        || (!scene.arabic && classes.any(Classes::AUXILIARY))
}

/// Whether a token is a verb or an auxiliary, so that a phrase around it is a clause: عاد المصدر.
pub(crate) fn is_predicate(scene: &Scene<'_>, token: usize) -> bool {
    is_verb(scene, token) || scene.classes(token).any(Classes::AUXILIARY)
}

/// Whether a token has the shape or the class of a verb; for Arabic also an unknown word that begins as imperfects do.
pub(crate) fn may_be_verb(scene: &Scene<'_>, token: usize) -> bool {
    let form = scene.stem(token);
    is_predicate(scene, token)
        || if scene.arabic {
            scene.classes(token) == Classes::default()
                && form.starts_with(['ي', 'ت'])
                && form.chars().count() >= 4
                && !form.ends_with('ة')
                && head(scene, token).is_none()
                && scene.named(token).kind.is_none()
        } else {
            form.ends_with("ed")
        }
}

/// Whether a relative clause, or a participle that stands for one, opens at a token: الذي, who, ", speaking on condition".
pub(crate) fn opens_relative(scene: &Scene<'_>, token: usize) -> bool {
    let classes = scene.classes(token);
    if scene.arabic {
        return classes.any(Classes::RELATIVE) && !classes.any(Classes::PREPOSITION);
    }
    let form = scene.text.form(token);
    matches!(form, "who" | "whose" | "whom" | "which" | "where")
        || (form == "that" && token > 0 && scene.mark(token - 1).is_none() && !complements(scene, token - 1))
        || (form.ends_with("ing") && token > 0 && scene.mark(token - 1) == Some(','))
}

/// Whether "that" behind an English word opens its complement, and no relative clause: a verb, a noun of speech.
fn complements(scene: &Scene<'_>, token: usize) -> bool {
    let noun = || scene.cues_at(token).iter().any(|cue| cue.hit().is_some());
    is_verb(scene, token) || noun() && !scene.classes(token + 2).any(Classes::AUXILIARY)
}

/// Whether a token is an adjective that goes with the noun before it: a known one, or one with the article and the ending of
/// a nisba, السورية.
pub(crate) fn is_modifier(scene: &Scene<'_>, token: usize) -> bool {
    let Some(word) = scene.words.get(token).filter(|word| scene.arabic && word.conjunction == 0) else { return false };
    let form = scene.text.form(token);
    let nisba = || {
        let ending = ["ية", "ي", "يين", "يون", "يات"].iter().any(|ending| form.ends_with(ending));
        word.article && ending && form.chars().count() >= 6 && !is_head(scene, token)
    };
    word.classes.any(Classes::MODIFIER) || word.classes == Classes::default() && nisba()
}

/// Whether a noun phrase that begins at a token is indefinite, so that a verb behind it is a relative clause: بيان أصدرته.
pub(crate) fn is_indefinite(scene: &Scene<'_>, first: usize) -> bool {
    let definite = |at: usize| {
        scene.words.get(at).is_none_or(|word| word.article)
            || scene.named(at).kind.is_some()
            || scene.classes(at).any(Classes::PLACE)
            || scene.mark(at).is_some()
    };
    let second = first + 1;
    !definite(first)
        && !scene.classes(first).any(Classes::PRONOUN.and(Classes::DEMONSTRATIVE))
        && (carries_preposition(scene, second) || scene.classes(second).any(Classes::PREPOSITION) || !definite(second))
}

/// Whether a phrase is cut where the language would go on with it: inside an idafa, before an adjective that agrees, before
/// a preposition that the head takes.
pub(crate) fn cut_features(scene: &Scene<'_>, tokens: &Range<usize>) -> Features {
    let (last, next) = (tokens.end - 1, tokens.end);
    let clitic = ['ل', 'ب'].iter().any(|letter| scene.may_have_preposition(tokens.start, *letter));
    let features = Features::default().with_if(scene.arabic && clitic, Feature::SourceClitic);
    let behind_comma = if scene.mark(next) == Some(',') { next + 1 } else { next };
    let features = features
        .with_if(
            begins_relative(scene, behind_comma)
                || scene.arabic && is_verb(scene, behind_comma) && is_indefinite(scene, tokens.start),
            Feature::SourceCutsRelative,
        )
        .with_if(scene.named(last).goes_on, Feature::SourceCutsName);
    if !scene.arabic
        || next >= scene.words.len()
        || scene.mark(next).is_some_and(|mark| !matches!(mark, '"' | '“' | '«'))
    {
        return features;
    }
    let goes_on = begins_phrase(scene, next) && scene.words[next].conjunction == 0;
    let definite = scene.words[last].article || scene.mark(last).is_some();
    let event = scene.classes(next).any(Classes::EVENT_NOUN) && !scene.words[next].article;
    // ضابط في قيادة العمليات: an indefinite noun wants what says which one.
    let which = is_indefinite(scene, tokens.start) && matches!(scene.text.form(next), "في" | "فى" | "من" | "لدى");
    let agrees = is_modifier(scene, next) && definite == scene.words[next].article;
    features.with_if(goes_on && !definite && !event || which || agrees, Feature::SourceCutsPhrase)
}
