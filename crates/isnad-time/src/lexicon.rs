//! The words of one language with their senses, made once from its tables. It knows no grammar.

use crate::sense::Sense;
use isnad_languages::Tables;
use isnad_text::{PhraseBook, normalise};
use std::collections::BTreeMap;

/// The time words of one language.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub(crate) words: PhraseBook<Box<[Sense]>>,
}

impl Lexicon {
    /// Reads `time_words`, `time_numbers`, `time_traps` and `time_tense` of a language's folder.
    pub(crate) fn new(tables: &Tables, folder: &str) -> Lexicon {
        let mut senses: BTreeMap<String, Vec<Sense>> = BTreeMap::new();
        let mut add = |words: &mut dyn Iterator<Item = &str>, sense: Option<Sense>| {
            let Some(sense) = sense else { return };
            for word in words {
                for form in spellings(word) {
                    let known = senses.entry(form).or_default();
                    if !known.contains(&sense) {
                        known.push(sense);
                    }
                }
            }
        };
        for row in tables.table(folder, "time_words").rows() {
            add(&mut row.list("words"), Sense::read(row.get("class"), row.get("value")));
        }
        for row in tables.table(folder, "time_numbers").rows() {
            add(&mut row.list("words"), Sense::read(row.get("kind"), row.get("value")));
        }
        for row in tables.table(folder, "time_traps").rows() {
            add(&mut row.list("words"), Sense::veto(row.get("side"), row.list("blocks")));
        }
        for row in tables.table(folder, "time_tense").rows() {
            add(&mut row.list("words"), Sense::tense(row.get("tense")));
        }
        // A trap written with its article (الحالي) must not hide the word it is made of.
        let definite: Vec<String> =
            senses.keys().filter(|form| form.starts_with("ال") && !form.contains(' ')).cloned().collect();
        for form in definite {
            let stem = form.trim_start_matches("ال").to_owned();
            if senses.contains_key(&stem)
                && let Some(moved) = senses.remove(&form)
            {
                senses.entry(stem).or_default().extend(moved);
            }
        }
        let mut words = PhraseBook::default();
        for (form, senses) in senses {
            words.insert(&form, senses.into_boxed_slice());
        }
        Lexicon { words }
    }
}

/// A phrase in reading form, also with ه for a final ة and with ى for a final ي, as newsrooms type them.
fn spellings(phrase: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for word in normalise(phrase).split_whitespace() {
        let swapped = match word.chars().next_back() {
            Some('ة') => word.strip_suffix('ة').map(|stem| format!("{stem}ه")),
            Some('ي') => word.strip_suffix('ي').map(|stem| format!("{stem}ى")),
            Some('ى') => word.strip_suffix('ى').map(|stem| format!("{stem}ي")),
            _ => None,
        };
        let long = word.chars().count() > 1;
        let mut next = Vec::with_capacity(all.len() * 2);
        for spelling in &all {
            let space = if spelling.is_empty() { "" } else { " " };
            next.push(format!("{spelling}{space}{word}"));
            if let Some(swapped) = swapped.as_deref().filter(|_| long && all.len() < 8) {
                next.push(format!("{spelling}{space}{swapped}"));
            }
        }
        all = next;
    }
    all.retain(|form| !form.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::spellings;

    #[test]
    fn final_letters_have_two_spellings() {
        assert_eq!(spellings("الجمعة الماضي"), ["الجمعة الماضي", "الجمعة الماضى", "الجمعه الماضي", "الجمعه الماضى"]);
        assert_eq!(spellings("أمس"), ["امس"]);
    }
}
