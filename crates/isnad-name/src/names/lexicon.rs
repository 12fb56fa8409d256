//! Phrases looked up in a text across quotation marks, so that تنظيم "الدولة" is found as تنظيم الدولة. It holds numbers for
//! phrases and gives them no meaning.

use isnad_text::{Text, TokenKind, normalise};
use rustc_hash::FxHashMap;

/// Quotation marks that may stand inside a name.
pub(crate) const QUOTES: [char; 11] = ['"', '«', '»', '“', '”', '„', '‘', '’', '\'', '‹', '›'];

/// A set of phrases, each with a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    by_first: FxHashMap<Box<str>, Vec<Phrase>>,
}

#[derive(Clone, Debug)]
struct Phrase {
    rest: Box<[Box<str>]>,
    /// The very letters, for names in capitals: `IS` is no "is".
    exact: Option<Box<str>>,
    number: u32,
    weak: bool,
}

/// A phrase found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// The token after its last.
    pub(crate) end: usize,
    /// Its number.
    pub(crate) number: u32,
    /// Whether it needs evidence.
    pub(crate) weak: bool,
    /// Whether a quotation mark stands inside it.
    pub(crate) quoted: bool,
}

impl Lexicon {
    /// Adds a phrase as it is written. A `?` before it makes it weak.
    pub(crate) fn insert(&mut self, phrase: &str, number: u32) {
        let (phrase, weak) = phrase.strip_prefix('?').map_or((phrase, false), |phrase| (phrase, true));
        let form = normalise(phrase);
        let mut words = form.split([' ', '-']).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.map(Box::from).collect();
        let capitals = rest.is_empty() && phrase.chars().any(|c| c.is_ascii_uppercase());
        let entries = self.by_first.entry(first.into()).or_default();
        let at = entries.partition_point(|entry| entry.rest.len() >= rest.len());
        let exact = capitals.then(|| phrase.into());
        entries.insert(at, Phrase { rest, exact, number, weak });
    }

    /// The longest phrase that begins at `token`, whose first word is read as `first`.
    pub(crate) fn find(&self, text: &Text<'_>, token: usize, first: &str) -> Option<Hit> {
        self.find_best(text, token, first, |_| true)
    }

    /// The same; where several numbers share the phrase, the first that is `preferred`.
    pub(crate) fn find_best(
        &self,
        text: &Text<'_>,
        token: usize,
        first: &str,
        preferred: impl Fn(u32) -> bool,
    ) -> Option<Hit> {
        let latin = text.tokens()[token].kind == TokenKind::Latin;
        let mut parts = first.split('-').filter(|_| latin);
        let head = parts.next().unwrap_or(first);
        let entries = self.by_first.get(head)?;
        let mut best: Option<(usize, Hit)> = None;
        for phrase in entries {
            if best.is_some_and(|(length, _)| phrase.rest.len() < length) {
                break;
            }
            if best.is_none() || preferred(phrase.number) {
                let Some(hit) = phrase.at(text, token, first, latin) else { continue };
                if preferred(phrase.number) {
                    return Some(hit);
                }
                best = Some((phrase.rest.len(), hit));
            }
        }
        best.map(|(_, hit)| hit)
    }
}

impl Phrase {
    fn at(&self, text: &Text<'_>, token: usize, first: &str, latin: bool) -> Option<Hit> {
        let phrase = self;
        if phrase.exact.as_deref().is_some_and(|exact| latin && !same_letters(text.word(token), exact)) {
            return None;
        }
        let mut within: Vec<&str> = first.split('-').filter(|_| latin).skip(1).collect();
        within.reverse();
        let (mut at, mut quoted) = (token, false);
        for word in &phrase.rest {
            let next = match within.pop() {
                Some(part) => part,
                None => {
                    at += 1;
                    // U.S. Central Command
                    if latin && text.form(at - 1).contains('.') && mark(text, at) == Some('.') {
                        at += 1;
                    }
                    while mark(text, at).is_some_and(|m| QUOTES.contains(&m)) {
                        at += 1;
                        quoted = true;
                    }
                    text.tokens().get(at).filter(|t| !t.after_line() && t.mark().is_none())?;
                    if latin {
                        within = text.form(at).split('-').collect();
                        within.reverse();
                        within.pop()?
                    } else {
                        text.form(at)
                    }
                }
            };
            if next != &**word && (!latin || next.strip_suffix("'s") != Some(word)) {
                return None;
            }
        }
        within.is_empty().then_some(Hit { end: at + 1, number: phrase.number, weak: phrase.weak, quoted })
    }
}

fn mark(text: &Text<'_>, token: usize) -> Option<char> {
    text.tokens().get(token).and_then(|t| t.mark())
}

fn same_letters(word: &str, exact: &str) -> bool {
    word == exact || word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) == Some(exact)
}
