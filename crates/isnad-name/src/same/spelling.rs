//! A name made ready for comparing: its words as signs, with what each does in the name. How one is read out of a string is in
//! `signs`; it does not say whether the string is a name.

use super::sounds::{GivenNames, WordKind};

/// Words of a name that count; what follows is cut off.
pub(crate) const TOKENS: usize = 12;
/// Signs of a name that count.
pub(super) const SIGNS_KEPT: usize = 160;

/// One word of a name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    pub(super) start: u8,
    pub(super) end: u8,
    /// Sum of the costs of leaving its signs out.
    pub(crate) mass: u16,
    /// What it does in the name.
    pub(crate) kind: WordKind,
    /// How many consonants of each rough class it holds, five bits each.
    pub(crate) classes: u32,
    /// The given names it may spell.
    pub(crate) given: GivenNames,
    /// A single letter, such as `M.`
    pub(crate) initial: bool,
}

impl Token {
    /// Whether the other word stands right after this one.
    pub(crate) fn precedes(self, other: Token) -> bool {
        self.end == other.start
    }
}

/// A name made ready for comparing.
#[derive(Clone, Debug)]
pub struct Spelling {
    pub(super) signs: [u8; SIGNS_KEPT],
    pub(super) tokens: [Token; TOKENS],
    pub(super) count: u8,
    /// How many words stand before the first comma: the family's name, if others follow.
    pub(super) comma: u8,
    pub(crate) arabic: bool,
    /// How many consonants of each rough class it holds, five bits each.
    pub(crate) classes: u32,
    /// Sum of its words' masses.
    pub(crate) mass: u16,
}

impl Spelling {
    /// Its words.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens[..self.count as usize]
    }

    /// The signs of a word.
    pub(crate) fn signs(&self, token: Token) -> &[u8] {
        &self.signs[token.start as usize..token.end as usize]
    }

    /// The signs of a word and the one after it, as one.
    pub(crate) fn joined(&self, first: Token, second: Token) -> &[u8] {
        &self.signs[first.start as usize..second.end as usize]
    }

    /// Whether there is nothing to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }
}

/// A cost as much as it counts for a word of that kind.
pub(crate) fn weighted(cost: u16, kind: WordKind) -> u16 {
    if kind == WordKind::Name { cost } else { cost / 2 }
}
