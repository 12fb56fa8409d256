//! Noun phrases for people, with their number: three Israeli soldiers, his mother, ثلاثة أشخاص على الأقل. What befalls them is the
//! business of `link`.

use crate::cells::Cells;
use crate::sense::{People, Toll};
use std::ops::Range;

mod ages;
mod amount;
mod arabic;
mod english;

/// A phrase for people, or a bare number that may be one.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) tokens: Range<usize>,
    /// How many, where it says so; `None` for an uncounted plural.
    pub(crate) count: Option<(u32, Option<u32>)>,
    pub(crate) people: Option<People>,
    /// The harm that its own noun says (ثلاثة قتلى, two deaths).
    pub(crate) own: Option<Toll>,
    /// Its number is written out, and not the one of a singular noun.
    pub(crate) numbered: bool,
    /// A number with a noun that no table knows, or without a noun.
    pub(crate) vague: bool,
    /// A person by what befell it alone: a jogger was shot.
    pub(crate) guessed: bool,
    /// The man, they, who: people named before.
    pub(crate) known: bool,
    /// Another, a third: one more than those named before.
    pub(crate) more: bool,
    /// A second, a third: which of all it is.
    pub(crate) ordinal: Option<u32>,
    /// Including …: a part of those named before.
    pub(crate) part: bool,
    /// A bare adverb of no number: no one, لم … أحد.
    pub(crate) nobody: bool,
    pub(crate) age: Option<u32>,
    /// Index of the name that stands in it.
    pub(crate) name: Option<usize>,
    /// Dozens, hundreds: no figure.
    pub(crate) round: bool,
    /// What is counted is a thing of the tables, by number.
    pub(crate) thing: Option<u16>,
}

impl Chunk {
    /// Whether it is nothing but a name.
    pub(crate) fn is_name(&self) -> bool {
        self.known && self.people.is_none() && !self.vague && !self.numbered
    }

    /// Takes what a phrase in apposition says.
    pub(crate) fn describe(&mut self, apposed: &Chunk) {
        self.tokens.end = apposed.tokens.end;
        self.people = apposed.people.or(self.people);
        self.age = self.age.or(apposed.age);
        self.name = self.name.or(apposed.name);
        self.vague &= apposed.vague;
    }

    /// A person's name.
    pub(crate) fn named(tokens: Range<usize>, name: usize) -> Chunk {
        Chunk { count: Some((1, Some(1))), known: true, name: Some(name), ..Chunk::new(tokens) }
    }

    fn new(tokens: Range<usize>) -> Chunk {
        Chunk {
            tokens,
            count: None,
            people: None,
            own: None,
            numbered: false,
            vague: false,
            guessed: false,
            known: false,
            more: false,
            ordinal: None,
            part: false,
            nobody: false,
            age: None,
            name: None,
            thing: None,
            round: false,
        }
    }
}

/// The phrase that begins at a token, if one does; it ends before `end`.
pub(crate) fn chunk(cells: &Cells<'_, '_>, at: usize, end: usize) -> Option<Chunk> {
    if cells.lexicon.arabic { arabic::arabic(cells, at, end) } else { english::english(cells, at, end) }
}
