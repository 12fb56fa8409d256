//! What the name of a village looks like, so that قرية تقع، قرية صغيرة and a Kurdish village are told from names. It knows no
//! village; which words a name is made of comes from `place_unlisted`.

use super::context::{Beside, Context, within};
use super::fold::Phrase;
use isnad_languages::Tables;
use isnad_text::{ClassBook, Classes, Text, TokenKind, normalise};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// The words that tell names of villages from other words.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    classes: ClassBook,
    /// With their Latin spelling, which may be empty.
    heads: FxHashMap<Box<str>, Box<str>>,
    never: FxHashSet<Box<str>>,
    endings: FxHashSet<Box<str>>,
    links: FxHashSet<Box<str>>,
}

impl Shape {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables, language: &str) -> Shape {
        let words = |class: &str| {
            let table = tables.table(language, "place_unlisted");
            let rows = table.rows().filter(|row| row.get("class") == class);
            rows.flat_map(|row| row.list("words").map(|word| normalise(word).into()).collect::<Vec<_>>()).collect()
        };
        Shape {
            classes: ClassBook::new(tables, language),
            heads: heads(tables, language),
            never: words("never"),
            endings: words("ending"),
            links: words("link"),
        }
    }

    /// An Arabic word of a name in Latin letters.
    pub(crate) fn latin(&self, form: &str) -> String {
        let known = self.heads.get(form).filter(|latin| !latin.is_empty());
        known.map_or_else(|| crate::romanise(form), |latin| latin.to_string())
    }

    /// Whether a word only ties a name to what contains it: التابعة، located.
    pub(crate) fn links(&self, form: &str) -> bool {
        self.links.contains(form)
    }

    /// Whether the word at `last` may belong to a name that begins at `start`.
    pub(crate) fn goes_on(&self, text: &Text<'_>, context: &Context, start: usize, last: usize) -> bool {
        let form = text.form(last);
        if text.tokens()[last].kind != TokenKind::Arabic {
            // al-Teen is one word.
            let named = text.word(last).contains(char::is_uppercase) || matches!(form, "al" | "el");
            return named && !self.never.contains(form) && context.nisba(form).is_none() && !form.ends_with("'s");
        }
        // What is listed begins with و.
        let form =
            if last == start { form.strip_prefix('و').filter(|rest| rest.len() > 4).unwrap_or(form) } else { form };
        if self.heads.contains_key(form) {
            return true;
        }
        let around = within(&context.before, text, last).is_some_and(|found| {
            !matches!(found.value, Beside::Veto) && found.proclitic.is_none_or(|cut| cut.conjunction.is_none())
        });
        if around || [form, text.form(last)].iter().any(|form| self.never.contains(*form)) || is_verb(form) {
            return false;
        }
        if last == start {
            let never = context.is_never(Phrase::of(form, |_| {}));
            return !never && !is_adjective(form) && self.classes.word(text, last).classes == Classes::default();
        }
        let before = text.form(last - 1);
        let definite = |form: &str| form.starts_with("ال");
        self.heads.contains_key(before)
            || self.endings.contains(form)
            || (last == start + 1 && definite(form) && !definite(before) && self.is_plain(text, last))
    }

    /// Whether a name may end here: تل alone is none.
    pub(crate) fn is_whole(&self, text: &Text<'_>, name: Range<usize>) -> bool {
        let last = text.form(name.end - 1);
        !self.heads.contains_key(last) || last.starts_with("ال")
    }

    fn is_plain(&self, text: &Text<'_>, token: usize) -> bool {
        self.classes.word(text, token).classes == Classes::default()
    }
}

fn heads(tables: &Tables, language: &str) -> FxHashMap<Box<str>, Box<str>> {
    let table = tables.table(language, "place_unlisted");
    let rows = table.rows().filter(|row| row.get("class") == "head");
    rows.flat_map(|row| {
        row.list("words").map(|word| (normalise(word).into(), row.get("latin").into())).collect::<Vec<_>>()
    })
    .collect()
}

/// Third persons that the classes may not know: دمرت، غادروا.
fn is_verb(form: &str) -> bool {
    !form.starts_with("ال") && form.chars().count() >= 4 && (form.ends_with('ت') || form.ends_with("وا"))
}

/// Feminine adjectives by their pattern: فعيلة، مفعولة، فاعلة، مفاعلة، مفعلة and the nisba in ية.
fn is_adjective(form: &str) -> bool {
    let Some(stem) = form.strip_suffix('ة').filter(|stem| !stem.starts_with("ال")) else { return false };
    let letters: Vec<char> = stem.chars().take(6).collect();
    matches!(
        letters[..],
        [.., 'ي'] | [_, _, 'ي', _] | ['م', _, _, 'و', _] | [_, 'ا', _, _] | ['م', _, 'ا', _, _] | ['م', _, _, _]
    )
}

#[cfg(test)]
mod tests {
    use super::{is_adjective, is_verb};

    #[test]
    fn names_are_no_adjectives() {
        for adjective in ["صغيرة", "مهجورة", "نائية", "مجاورة", "مدمرة", "زراعية"] {
            assert!(is_adjective(adjective), "{adjective}");
        }
        for name in ["كنصفرة", "معردبسة", "الصغيرة", "معرة", "تفتناز", "كفرحلب"] {
            assert!(!is_adjective(name), "{name}");
        }
        assert!(is_verb("دمرت") && is_verb("غادروا") && !is_verb("حريتان") && !is_verb("الكوت"));
    }
}
