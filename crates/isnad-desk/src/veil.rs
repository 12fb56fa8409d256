//! Hides people's names on the screen, for when it is shared: every spelling of every person in the reports shown gives
//! way to "Person 3". It is no redaction: JSON and the text on disk stay as they are.

use crate::words::Words;
use aho_corasick::{AhoCorasick, MatchKind};
use isnad_ledger::{Ledger, NameKind, SourceKind};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What stands in place of a part of a name.
const HIDDEN: &str = "▒▒▒";

/// Spellings and what stands in their place.
pub(crate) struct Veil {
    finder: Option<AhoCorasick>,
    instead: Vec<String>,
}

impl Veil {
    /// A veil over the people of these reports. `ordinal` gives a key's number in the library, so that the same person
    /// is called alike on every page.
    pub(crate) fn new<'a>(
        ledgers: impl IntoIterator<Item = &'a Ledger>,
        words: Words,
        ordinal: impl Fn(&str) -> Option<usize>,
    ) -> Veil {
        let mut spellings: BTreeMap<String, String> = BTreeMap::new();
        let mut hide = |spelling: &str, instead: &str| {
            let spelling = spelling.trim();
            if spelling.chars().nth(1).is_some() && spelling.len() < 400 {
                spellings.entry(spelling.to_owned()).or_insert_with(|| instead.to_owned());
            }
        };
        for ledger in ledgers {
            for name in ledger.names.iter().filter(|name| name.kind == NameKind::Person) {
                let instead = match ordinal(&name.key) {
                    Some(ordinal) => words.count("person-number", ordinal + 1),
                    None => words.say("a-person"),
                };
                let surfaces = name.spans.iter().map(|span| span.of(&ledger.report.text));
                let written = name.name_ar.iter().chain([&name.name]).chain(&name.aliases);
                for spelling in written.map(String::as_str).chain(surfaces) {
                    hide(spelling, &instead);
                    parts(spelling).for_each(|part| hide(part, HIDDEN));
                }
            }
            for statement in ledger.statements.iter().filter(|s| s.kind == Some(SourceKind::Person)) {
                let named = statement.speakers.iter().filter(|s| s.name_id.is_none());
                named.for_each(|speaker| hide(&speaker.name, &words.say("a-person")));
            }
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(spellings.keys());
        Veil { finder: finder.ok(), instead: spellings.into_values().collect() }
    }

    /// The text with every spelling hidden; all of it hidden if the names could not be gathered.
    pub(crate) fn over<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let Some(finder) = &self.finder else {
            return Cow::Borrowed(HIDDEN);
        };
        let mut hidden = String::new();
        let mut from = 0;
        for found in finder.find_iter(text).filter(|found| is_word(text, found.start(), found.end())) {
            hidden.push_str(&text[from..found.start()]);
            hidden.push_str(&self.instead[found.pattern().as_usize()]);
            from = found.end();
        }
        if from == 0 {
            return Cow::Borrowed(text);
        }
        hidden.push_str(&text[from..]);
        Cow::Owned(hidden)
    }
}

/// The parts of a name that give it away alone; not what stands in brackets after it.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let before = name.split('(').next().unwrap_or(name);
    let telling =
        |part: &&str| part.chars().count() > 3 && (part.starts_with("al-") || !part.starts_with(char::is_lowercase));
    before.split_whitespace().filter(telling)
}

/// Whether a match is a word of its own; Arabic proclitics may stand before it.
fn is_word(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let stands_free = match before.next() {
        Some('و' | 'ف' | 'ب' | 'ل' | 'ك') => before.next().is_none_or(|c| !c.is_alphanumeric()),
        first => first.is_none_or(|c| !c.is_alphanumeric()),
    };
    stands_free && text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{is_word, parts};

    #[test]
    fn only_whole_words_with_their_proclitics() {
        for (text, word, expected) in [
            ("قال خالد إن", "خالد", true),
            ("وخالد", "خالد", true),
            ("الخالدية", "خالد", false),
            ("Adam said", "Adam", true),
            ("Madame", "adam", false),
        ] {
            let start = text.find(word).unwrap();
            assert_eq!(is_word(text, start, start + word.len()), expected, "{text}");
        }
    }

    #[test]
    fn a_name_without_its_description() {
        let found: Vec<&str> = parts("Khaled al-Masoud (local official in Kutum)").collect();
        assert_eq!(found, ["Khaled", "al-Masoud"]);
    }
}
