//! Forms of English verbs from the lemma, with its irregular forms where it has them.

/// A form of an English verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnglishForm {
    /// `say`
    Base,
    /// `says`
    Present,
    /// `said`
    Past,
    /// `spoken`, where it differs from the past; a regular past is both.
    Participle,
    /// `saying`
    Gerund,
}

/// All forms of a verb. Empty `past`, `participle` or `gerund` are made by rule.
///
/// ```
/// use isnad_text::inflect::english_verb_forms;
/// let forms: Vec<String> = english_verb_forms("deny", "", "", "").into_iter().map(|(form, _)| form).collect();
/// assert_eq!(forms, ["deny", "denies", "denied", "denying"]);
/// ```
pub fn english_verb_forms(lemma: &str, past: &str, participle: &str, gerund: &str) -> Vec<(String, EnglishForm)> {
    let past_form = if past.is_empty() { regular_past(lemma) } else { past.to_owned() };
    let gerund_form = if gerund.is_empty() { regular_gerund(lemma) } else { gerund.to_owned() };
    let mut out = vec![
        (lemma.to_owned(), EnglishForm::Base),
        (third_person(lemma), EnglishForm::Present),
        (past_form.clone(), EnglishForm::Past),
        (gerund_form, EnglishForm::Gerund),
    ];
    if !participle.is_empty() && participle != past_form {
        out.push((participle.to_owned(), EnglishForm::Participle));
    }
    out
}

fn third_person(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z', 'o']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    }
}

fn regular_past(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if lemma.ends_with('e') => format!("{lemma}d"),
        _ => format!("{lemma}ed"),
    }
}

fn regular_gerund(lemma: &str) -> String {
    match lemma.strip_suffix('e') {
        Some(stem) if !lemma.ends_with("ee") => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}
