//! Looking up phrases of one or more words in a text: the longest that begins at a token, with or without proclitics on
//! its first word. It holds values for phrases and decides nothing.

use crate::clitic::{Proclitic, proclitics};
use crate::normal::normalise;
use crate::text::Text;
use crate::token::TokenKind;
use rustc_hash::FxHashMap;

/// A set of phrases with values.
#[derive(Clone, Debug)]
pub struct PhraseBook<V> {
    by_first: FxHashMap<Box<str>, Vec<Entry<V>>>,
}

#[derive(Clone, Debug)]
struct Entry<V> {
    rest: Box<[Box<str>]>,
    value: V,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Match<'b, 'f, V> {
    /// How many tokens it covers.
    pub tokens: usize,
    /// What was cut off the first word.
    pub proclitic: Option<Proclitic<'f>>,
    /// Its value.
    pub value: &'b V,
}

impl<V> Default for PhraseBook<V> {
    fn default() -> Self {
        PhraseBook { by_first: FxHashMap::default() }
    }
}

impl<V> PhraseBook<V> {
    /// A book of phrases as they are written; they are normalised here and cut at white space.
    pub fn new<'p>(phrases: impl IntoIterator<Item = (&'p str, V)>) -> PhraseBook<V> {
        let mut book = PhraseBook::default();
        for (phrase, value) in phrases {
            book.insert(phrase, value);
        }
        book
    }

    /// Adds a phrase. Of two equal phrases the one added first is found first.
    pub fn insert(&mut self, phrase: &str, value: V) {
        let form = normalise(phrase);
        let mut words = form.split_whitespace();
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.map(Box::from).collect();
        let entries = self.by_first.entry(first.into()).or_default();
        let at = entries.partition_point(|entry| entry.rest.len() >= rest.len());
        entries.insert(at, Entry { rest, value });
    }

    /// The longest phrase that begins at `token`, its first word as it stands.
    pub fn longest<'b>(&'b self, text: &Text<'_>, token: usize) -> Option<Match<'b, 'static, V>> {
        if !is_word(text, token) {
            return None;
        }
        let (tokens, value) = self.from(text, token, text.form(token))?;
        Some(Match { tokens, proclitic: None, value })
    }

    /// The longest phrase that begins at `token`, its first word as it stands or, failing that, without proclitics.
    pub fn longest_within<'b, 'f>(&'b self, text: &'f Text<'_>, token: usize) -> Option<Match<'b, 'f, V>> {
        if !is_word(text, token) {
            return None;
        }
        if text.tokens()[token].kind != TokenKind::Arabic {
            return self.longest(text, token);
        }
        proclitics(text.form(token)).find_map(|cut| {
            let (tokens, value) = self.from(text, token, cut.stem)?;
            Some(Match { tokens, proclitic: (cut.letters > 0).then_some(cut), value })
        })
    }

    /// All values of a single word in reading form.
    pub fn word<'b>(&'b self, form: &str) -> impl Iterator<Item = &'b V> + use<'b, V> {
        let entries = self.by_first.get(form).map_or(&[][..], Vec::as_slice);
        entries.iter().filter(|entry| entry.rest.is_empty()).map(|entry| &entry.value)
    }

    fn from<'b>(&'b self, text: &Text<'_>, token: usize, first: &str) -> Option<(usize, &'b V)> {
        let entries = self.by_first.get(first)?;
        let tokens = text.tokens();
        entries.iter().find_map(|entry| {
            let fits = entry.rest.iter().enumerate().all(|(at, word)| {
                let next = token + 1 + at;
                next < tokens.len() && !tokens[next].after_line() && text.form(next) == &**word
            });
            fits.then_some((entry.rest.len() + 1, &entry.value))
        })
    }
}

fn is_word(text: &Text<'_>, token: usize) -> bool {
    text.tokens().get(token).is_some_and(|t| !matches!(t.kind, TokenKind::Mark(_)))
}
