//! Inflection: from a lemma to the forms in which it is written. It makes forms for look-ups and analyses nothing.

mod arabic;
mod english;

pub use arabic::{VerbForm, participle_forms, verb_forms};
pub use english::{EnglishForm, english_verb_forms};

/// Tense or mood of a verb form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tense {
    /// Perfect, past.
    Past,
    /// Imperfect, present; also the jussive after لم.
    Present,
}

/// Grammatical number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Number {
    Singular,
    Dual,
    Plural,
}

/// Grammatical gender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the definitions")]
pub enum Gender {
    Masculine,
    Feminine,
}
