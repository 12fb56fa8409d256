//! The senses of a whole text, token by token: the longest phrase at each place, and the numbers. Made once a report.

use crate::lexicon::Lexicon;
use crate::sense::{Sense, Words};
use isnad_ledger::EventType;
use isnad_text::{Text, TokenKind};

/// What stands at one token. Inside a phrase only its first token has senses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell<'b> {
    pub(crate) sense: Option<&'b Sense>,
    /// Tokens of the phrase; 1 where there is none.
    pub(crate) length: u8,
    /// و or ف written onto it.
    pub(crate) joined: bool,
    pub(crate) preposition: bool,
    pub(crate) article: bool,
    pub(crate) trigger: Option<(EventType, u8)>,
    pub(crate) trigger_length: u8,
}

/// A text with its cells.
pub(crate) struct Cells<'b, 't> {
    pub(crate) text: &'b Text<'t>,
    pub(crate) lexicon: &'b Lexicon,
    cells: Vec<Cell<'b>>,
}

impl<'b, 't> Cells<'b, 't> {
    pub(crate) fn new(text: &'b Text<'t>, lexicon: &'b Lexicon) -> Cells<'b, 't> {
        let mut cells = vec![Cell { length: 1, ..Cell::default() }; text.tokens().len()];
        let mut inside = 0;
        for (at, cell) in cells.iter_mut().enumerate() {
            if !matches!(text.tokens()[at].kind, TokenKind::Arabic | TokenKind::Latin) {
                continue;
            }
            if let Some(found) = lexicon.triggers.longest_within(text, at) {
                cell.trigger = Some(*found.value);
                cell.trigger_length = found.tokens as u8;
            }
            if at < inside {
                continue;
            }
            let Some(found) = lexicon.senses.longest_within(text, at) else { continue };
            cell.sense = Some(found.value);
            cell.length = found.tokens as u8;
            if let Some(cut) = found.proclitic {
                cell.joined = cut.conjunction.is_some();
                cell.preposition = cut.preposition.is_some();
                cell.article = cut.article;
            }
            inside = at + found.tokens;
        }
        Cells { text, lexicon, cells }
    }

    pub(crate) fn get(&self, at: usize) -> Cell<'b> {
        self.cells.get(at).copied().unwrap_or(Cell { length: 1, ..Cell::default() })
    }

    pub(crate) fn is(&self, at: usize, words: Words) -> bool {
        self.get(at).sense.is_some_and(|sense| sense.words.any(words))
    }

    /// A token's reading form; empty behind the end.
    pub(crate) fn form(&self, at: usize) -> &'b str {
        if at < self.cells.len() { self.text.form(at) } else { "" }
    }

    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        self.text.tokens().get(at).and_then(|token| token.mark())
    }

    /// Whether there is a word in Arabic or Latin letters.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.text.tokens().get(at).is_some_and(|token| token.is_word())
    }

    /// A cardinal number in digits or words, and the token after it.
    pub(crate) fn number(&self, at: usize) -> Option<(u32, usize)> {
        let tokens = self.text.tokens();
        let token = tokens.get(at)?;
        if token.kind == TokenKind::Number {
            return self.digits(at).map(|value| (value, at + 1));
        }
        let (mut total, mut next) = self.below_hundred(at)?;
        for _ in 0..4 {
            let Some(sense) = self.get(next).sense else { break };
            match sense.number {
                Some(scale @ (100 | 1000)) if total < 100 && !self.get(next).joined => {
                    total *= scale;
                    next += 1;
                    continue;
                }
                _ => {}
            }
            let room = if total % 1000 == 0 && total > 0 { 1000 } else { 100 };
            let joined = self.get(next).joined;
            let after_and = if !self.lexicon.arabic && self.form(next) == "and" { next + 1 } else { next };
            if total < 100 || total % 100 != 0 || (!joined && self.lexicon.arabic) {
                break;
            }
            match self.below_hundred(after_and) {
                Some((more, after)) if more < room && more > 0 => {
                    total += more;
                    next = after;
                }
                _ => break,
            }
        }
        Some((total, next))
    }

    fn below_hundred(&self, at: usize) -> Option<(u32, usize)> {
        let cell = self.get(at);
        let first = cell.sense?.number?;
        let after = at + usize::from(cell.length.max(1));
        let next = self.get(after);
        if (3..=9).contains(&first) && next.sense.is_some_and(|sense| sense.teen) && !next.joined {
            return Some((first + 10, after + 1));
        }
        match next.sense.and_then(|sense| sense.number) {
            Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) if first < 10 && next.joined => {
                Some((first + tens, after + 1))
            }
            _ => Some((first, after)),
        }
    }

    /// A number in digits that is no part of a date, a clock time or a sum of money.
    fn digits(&self, at: usize) -> Option<u32> {
        let tokens = self.text.tokens();
        let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.after_space());
        let is_number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        if matches!(self.mark(at + 1), Some(':' | '/' | '.')) && glued(at + 1) && is_number(at + 2) {
            return None;
        }
        if at >= 2 && matches!(self.mark(at - 1), Some(':' | '/' | '.')) && glued(at) && is_number(at - 2) {
            return None;
        }
        // 30s, 9mm, 3rd.
        if !self.lexicon.arabic && glued(at + 1) && self.is_word(at + 1) {
            return None;
        }
        if at >= 1 && matches!(self.mark(at - 1), Some('$' | '€' | '£' | '#')) {
            return None;
        }
        let mut value = 0u32;
        let mut decimals = None;
        for c in self.text.form(at).chars() {
            match c.to_digit(10) {
                Some(digit) => {
                    value = value.checked_mul(10)?.checked_add(digit)?;
                    decimals = decimals.map(|count: u8| count.saturating_add(1));
                }
                None if decimals.is_some_and(|count| count != 3) => return None,
                None => decimals = Some(0),
            }
        }
        (decimals.is_none_or(|count| count == 3) && value <= 1_000_000).then_some(value)
    }
}
