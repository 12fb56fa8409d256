//! Where a report's names stand, in the order of the text, so that those of a phrase or a sentence are had without going through
//! all. It finds no names and joins none.

use isnad_ledger::{Name, NameKind, Span};
use isnad_text::Text;
use std::ops::Range;

/// A name where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention<'n> {
    /// Whose name.
    pub(crate) name: &'n Name,
    /// Its first token.
    pub(crate) start: usize,
    /// The token behind it.
    pub(crate) end: usize,
    /// Its place in code points.
    pub(crate) span: Span,
    /// Whether it is named here, not only meant.
    pub(crate) named: bool,
}

impl Mention<'_> {
    pub(crate) fn is_person(&self) -> bool {
        self.name.kind == NameKind::Person
    }
}

/// All mentions of a report or a part of it.
#[derive(Clone, Debug)]
pub(crate) struct Mentions<'n> {
    all: Vec<Mention<'n>>,
}

impl<'n> Mentions<'n> {
    /// The mentions of names in a text.
    pub(crate) fn new(text: &Text<'_>, names: &'n [Name]) -> Mentions<'n> {
        let spans = names.iter().flat_map(|name| {
            let named = name.spans.iter().map(move |span| (name, *span, true));
            named.chain(name.anaphora.iter().map(move |span| (name, *span, false)))
        });
        let mention = |(name, span, named)| {
            let tokens = text.tokens_in(span);
            Mention { name, start: tokens.start, end: tokens.end, span, named }
        };
        let mut all: Vec<Mention<'n>> = spans.map(mention).collect();
        all.sort_by_key(|mention| (mention.start, mention.end));
        Mentions { all }
    }

    /// Without names that are only meant: the police of a report that calls them nothing else.
    pub(crate) fn of_named(mut self) -> Mentions<'n> {
        self.all.retain(|mention| !mention.name.spans.is_empty());
        self
    }

    /// All, in order.
    pub(crate) fn all(&self) -> &[Mention<'n>] {
        &self.all
    }

    /// Those that start at a token or behind it.
    pub(crate) fn from(&self, token: usize) -> &[Mention<'n>] {
        &self.all[self.number(token)..]
    }

    /// Those that start before a token.
    pub(crate) fn before(&self, token: usize) -> &[Mention<'n>] {
        &self.all[..self.number(token)]
    }

    /// Those that start at one of some tokens.
    pub(crate) fn starting_in(&self, tokens: Range<usize>) -> &[Mention<'n>] {
        let first = self.number(tokens.start);
        &self.all[first..self.number(tokens.end).max(first)]
    }

    /// How many start before a token.
    pub(crate) fn number(&self, token: usize) -> usize {
        self.all.partition_point(|mention| mention.start < token)
    }
}
