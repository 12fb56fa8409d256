//! Organisations that no table holds: a word for one and what follows it, in quotation marks or by definite words that go on.
//! Where the name ends is all that is decided here.

use super::mention::{Entity, Mention};
use super::organisations::{Organisations, quotation_at, word};
use super::romanise::romanise;
use super::words::Words;
use isnad_text::Text;
use std::ops::Range;

/// Words of a name behind its head that are taken.
const LONGEST: usize = 7;

impl Organisations {
    /// A name that begins with a word for an organisation: in quotation marks, or by definite words that go on.
    pub(super) fn headed(&self, text: &Text<'_>, words: &Words, token: usize, stem: &str) -> Option<Mention> {
        let definite = stem.strip_prefix("ال");
        let kind = words.heads.get(stem).or_else(|| words.heads.get(definite?))?;
        let next = token + 1;
        let vetoes = words.vetoes.get(definite.filter(|_| !words.heads.contains_key(stem)).unwrap_or(stem));
        if vetoes.is_some_and(|vetoes| word(text, next).is_some_and(|form| vetoes.iter().any(|veto| **veto == *form))) {
            return None;
        }
        let quotation = quotation_at(text, next).filter(|q| q.close as usize <= next + LONGEST);
        if let Some(quotation) = quotation.filter(|_| definite.is_none()) {
            let close = quotation.close as usize;
            let mut end = close + 1;
            let purpose = word(text, end).is_some_and(|form| form.starts_with('ل') && form.len() > 6);
            while purpose && end < close + LONGEST && continues(text, words, end, end > close + 1) {
                end += 1;
            }
            return Some(self.own(text, words, token..end, next + 1..close, kind));
        }
        if text.tokens().get(next)?.mark().is_some() || stem == "مدرسة" {
            return None;
        }
        let clan = &**kind == "clan";
        if clan && matches!(stem, "عائله" | "عائلة" | "اسرة") {
            return None;
        }
        let mut end = next;
        // المجلس is no feminine, so in "رئيس المجلس الفترة …" the name is over.
        let feminine = |form: &str| form.ends_with(['ة', 'ه']) || form.ends_with("ات");
        let other = word(text, next).is_some_and(|form| form.starts_with("ال") && form.ends_with('ة'));
        if definite.is_some() && other && !feminine(stem) && !matches!(&**kind, "army" | "armed_group") {
            return None;
        }
        end += if clan && word(text, next) == Some("البو") && word(text, next + 1).is_some() { 2 } else { 0 };
        while end < next + LONGEST && continues(text, words, end, definite.is_some() || end > next) {
            end += 1;
        }
        let number = text.tokens().get(end).is_some_and(|t| t.kind == isnad_text::TokenKind::Number);
        let channel = &**kind == "media" && number;
        if channel {
            end += 1;
            let nisba = word(text, end).and_then(|form| form.strip_prefix("ال"));
            end += usize::from(nisba.is_some_and(|nisba| words.countries.contains_key(nisba) || nisba == "عبرية"));
        }
        if !channel && definite.is_some() && end < next + 2 || end == next {
            return None;
        }
        if !matches!(&**kind, "media" | "clan") {
            end = place_behind(text, words, end).unwrap_or(end);
        }
        Some(self.own(text, words, token..end, token..end, kind))
    }

    /// An organisation that no table knows, keyed by its words.
    fn own(&self, text: &Text<'_>, words: &Words, tokens: Range<usize>, name: Range<usize>, kind: &str) -> Mention {
        let key = key(text, words, name.clone());
        let quoted = name.start > tokens.start;
        let english = if quoted {
            name.clone().filter_map(|at| word(text, at)).map(romanise).collect::<Vec<_>>().join(" ")
        } else {
            text.slice(tokens.clone()).to_owned()
        };
        let entity = Entity {
            key: format!("org:{key}"),
            name: english,
            name_ar: Some(text.slice(name).to_owned()),
            kind: kind.into(),
            person: false,
        };
        Mention::new(tokens, entity)
    }
}

/// The end of "in PLACE", if it stands at a token.
pub(super) fn place_behind(text: &Text<'_>, words: &Words, token: usize) -> Option<usize> {
    if word(text, token) != Some("في") {
        return None;
    }
    (1..=3).rev().map(|len| token + 1 + len).find(|end| {
        let name: Option<Vec<&str>> = (token + 1..*end).map(|at| word(text, at)).collect();
        name.is_some_and(|name| words.places.contains_key(name.join(" ").as_str()))
    })
}

/// The key of an organisation by its words, in the alphabet's order, because languages order them differently.
fn key(text: &Text<'_>, words: &Words, tokens: Range<usize>) -> String {
    let parts = tokens.filter(|at| text.tokens()[*at].mark().is_none()).map(|at| words.key_part(text.form(at)));
    let mut parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.sort();
    parts.join("-")
}

/// Whether the word at a token goes on with a name: definite, or the first of a construct whose second is. Behind a definite
/// word (`defined`) only adjectives, coordinated nouns and purposes go on: لحقوق السجناء, والطوارئ, العامة.
fn continues(text: &Text<'_>, words: &Words, token: usize, defined: bool) -> bool {
    let article = |at: usize| -> bool {
        word(text, at).is_some_and(|form| form.len() > 6 && form.starts_with("ال") && !text.tokens()[at].has_hamza())
    };
    let Some(form) = word(text, token) else { return false };
    if is_stop(form) || words.titles.contains(form) || words.given.contains_key(form) {
        return false;
    }
    if article(token) {
        let adjective = form.ends_with(['ي', 'ى', 'ة', 'ه']) || words.common.contains(&form[4..]);
        return !defined || adjective || text.form(token - 1).len() > 4 && !text.form(token - 1).starts_with("ال");
    }
    if form.starts_with("لل") && form.len() > 8 || form.starts_with("وال") && form.len() > 10 {
        return true;
    }
    let possessed = form.strip_prefix('ل').is_some_and(|rest| rest.len() > 4);
    if defined && !possessed {
        return false;
    }
    let plain = !words.common.contains(form)
        || words.heads.contains_key(form)
        || words.people.contains(form)
        || words.glosses.contains_key(form);
    (plain || possessed) && article(token + 1)
        || words.places.contains_key(form)
        || words.places.contains_key(word(text, token + 1).unwrap_or_default())
            && plain
            && !form.starts_with(['ب', 'ف'])
}

fn is_stop(form: &str) -> bool {
    matches!(
        form,
        "الذي"
            | "التي"
            | "الذين"
            | "اللذين"
            | "اللتين"
            | "اليوم"
            | "الان"
            | "الماضي"
            | "الماضية"
            | "المقبل"
            | "المقبلة"
            | "الى"
            | "انه"
            | "انها"
            | "ان"
            | "الاثنين"
            | "الثلاثاء"
            | "الاربعاء"
            | "الخميس"
            | "الجمعة"
            | "السبت"
            | "الاحد"
            | "السابق"
            | "الحالي"
    )
}
