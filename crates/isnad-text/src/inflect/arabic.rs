//! Forms of Arabic verbs and participles from the lemma as a dictionary gives it: perfect and imperfect, third person
//! masculine singular. Forms are in reading form, so active and passive mostly look alike; rare persons are left out.

use super::{Gender, Number, Tense};
use crate::normalise;

/// What a verb form says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VerbForm {
    /// Perfect or imperfect.
    pub tense: Tense,
    /// Number of the subject; a verb before its subject stays singular.
    pub number: Number,
    /// Gender of the subject; the first person has none and counts as masculine.
    pub gender: Gender,
    /// Whether the subject is the speaker.
    pub first_person: bool,
    /// Whether the form can only be passive (قيل, يقال).
    pub passive: bool,
    /// Whether the form is a jussive that differs from the indicative (يقل, ينف): it stands behind لم or لا only.
    pub jussive: bool,
}

const fn form(tense: Tense, number: Number, gender: Gender) -> VerbForm {
    VerbForm { tense, number, gender, first_person: false, passive: false, jussive: false }
}

/// All written forms of a verb, e.g. of (قال, يقول): قال قالت قالوا … يقول تقول يقولون يقل … قيل يقال.
///
/// ```
/// use isnad_text::inflect::verb_forms;
/// let forms: Vec<String> = verb_forms("نفى", "ينفي").into_iter().map(|(form, _)| form).collect();
/// for expected in ["نفى", "نفت", "نفوا", "ينفي", "تنفي", "ينفون", "ينف", "نفا"] {
///     assert!(forms.iter().any(|form| form == expected), "{expected}");
/// }
/// ```
pub fn verb_forms(past: &str, present: &str) -> Vec<(String, VerbForm)> {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    let (past, present) = (normalise(past), normalise(present));
    let mut out = Vec::with_capacity(40);
    past_forms(&past, &mut out);
    if let Some(rest) = present.strip_prefix('ي').or_else(|| present.strip_prefix('ا')) {
        let defective = rest.ends_with(['ي', 'و', 'ى']);
        let cut = if defective { &rest[..rest.len() - 2] } else { rest };
        for (prefix, gender, first_person) in
            [("ي", Masculine, false), ("ت", Feminine, false), ("ن", Masculine, true), ("ا", Masculine, true)]
        {
            let number = if prefix == "ن" { Plural } else { Singular };
            let value = VerbForm { first_person, ..form(Tense::Present, number, gender) };
            out.push((format!("{prefix}{rest}"), value));
            if !first_person {
                out.push((format!("{prefix}{cut}ون"), form(Tense::Present, Plural, gender)));
                out.push((format!("{prefix}{cut}وا"), form(Tense::Present, Plural, gender)));
                let dual = if rest.ends_with('ى') { format!("{cut}ي") } else { rest.to_owned() };
                out.push((format!("{prefix}{dual}ان"), form(Tense::Present, Dual, gender)));
            }
            if defective {
                out.push((format!("{prefix}{cut}"), VerbForm { jussive: true, ..value }));
                // With a pronoun: يتبناه.
                if rest.ends_with('ى') {
                    out.push((format!("{prefix}{cut}ا"), value));
                }
            } else if let Some(short) = without_long_vowel(rest) {
                out.push((format!("{prefix}{short}"), VerbForm { jussive: true, ..value }));
            }
        }
        if let Some(passive) = hollow_present_passive(rest) {
            for (prefix, gender) in [("ي", Masculine), ("ت", Feminine)] {
                let value = VerbForm { passive: true, ..form(Tense::Present, Singular, gender) };
                out.push((format!("{prefix}{passive}"), value));
            }
        }
    }
    out
}

fn past_forms(past: &str, out: &mut Vec<(String, VerbForm)>) {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    let value = |number, gender| form(Tense::Past, number, gender);
    let first = |number| VerbForm { first_person: true, ..form(Tense::Past, number, Masculine) };
    out.push((past.to_owned(), value(Singular, Masculine)));
    if let Some(stem) = past.strip_suffix(['ى', 'ا']).filter(|stem| stem.chars().count() >= 2) {
        let glide = if past.ends_with('ى') || stem.chars().count() > 2 { 'ي' } else { 'و' };
        out.push((format!("{stem}ا"), value(Singular, Masculine)));
        out.push((format!("{stem}ي"), VerbForm { passive: true, ..value(Singular, Masculine) }));
        for (ending, number, gender) in [("ت", Singular, Feminine), ("وا", Plural, Masculine), ("تا", Dual, Feminine)]
        {
            out.push((format!("{stem}{ending}"), value(number, gender)));
        }
        out.push((format!("{stem}{glide}ا"), value(Dual, Masculine)));
        out.push((format!("{stem}{glide}ت"), first(Singular)));
        out.push((format!("{stem}{glide}نا"), first(Plural)));
        return;
    }
    for (ending, number, gender) in [
        ("ت", Singular, Feminine),
        ("وا", Plural, Masculine),
        ("ن", Plural, Feminine),
        ("ا", Dual, Masculine),
        ("تا", Dual, Feminine),
    ] {
        out.push((format!("{past}{ending}"), value(number, gender)));
    }
    let strong = without_long_vowel(past);
    out.push((format!("{}نا", strong.as_deref().unwrap_or(past)), first(Plural)));
    if let Some(strong) = strong {
        out.push((format!("{strong}ت"), first(Singular)));
        let passive = replace_long_vowel(past, 'ي');
        out.push((format!("{passive}ت"), VerbForm { passive: true, ..value(Singular, Feminine) }));
        out.push((passive, VerbForm { passive: true, ..value(Singular, Masculine) }));
    }
}

/// قال → قل, يشير → يشر: without the long vowel before the last letter.
fn without_long_vowel(word: &str) -> Option<String> {
    let mut letters = word.char_indices().rev();
    let (last, _) = letters.next()?;
    let (at, vowel) = letters.next()?;
    letters.next()?;
    matches!(vowel, 'ا' | 'و' | 'ي').then(|| format!("{}{}", &word[..at], &word[last..]))
}

/// يقول → يقال, يشير → يشار.
fn hollow_present_passive(rest: &str) -> Option<String> {
    without_long_vowel(rest).map(|_| replace_long_vowel(rest, 'ا')).filter(|passive| passive != rest)
}

fn replace_long_vowel(word: &str, vowel: char) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = letters.len().saturating_sub(2);
    letters[at] = vowel;
    letters.into_iter().collect()
}

/// The forms in which an active participle goes on with a sentence (مضيفا, مضيفة, مضيفين …), from its masculine singular.
/// A participle in tanwin kasr (نافٍ) gets its ي back.
///
/// ```
/// let forms = isnad_text::inflect::participle_forms("نافٍ");
/// assert_eq!(forms[..2], ["نافيا", "نافية"]);
/// ```
pub fn participle_forms(participle: &str) -> Vec<String> {
    let mut stem = normalise(participle);
    if participle.ends_with('\u{064d}') {
        stem.push('ي');
    }
    let plural = stem.strip_suffix('ي').filter(|_| participle.ends_with('\u{064d}')).unwrap_or(&stem).to_owned();
    vec![format!("{stem}ا"), format!("{stem}ة"), format!("{plural}ين"), format!("{stem}ات"), format!("{stem}تين")]
}
