//! A text as the grammar sees it: words with their senses, numbers, marks. One unit a token, more for an English compound
//! (mid-March), fewer for a phrase (أول من أمس). Words without a sense are kept as gaps.

use crate::digits::{Number, number};
use crate::lexicon::Lexicon;
use crate::sense::{Certainty, Sense};
use isnad_text::{Text, TokenKind};

/// What stands at one place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind<'l> {
    Word(&'l [Sense]),
    Number(Number),
    Mark(char),
    Gap,
}

/// One unit with its place in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit<'l> {
    /// First code point, after a و or another one-letter word written onto it.
    pub(crate) start: u32,
    /// The code point after the last.
    pub(crate) end: u32,
    /// Index of its first token.
    pub(crate) token: u32,
    pub(crate) kind: Kind<'l>,
    flags: u16,
}

const ARTICLE: u16 = 1;
const CONJUNCTION: u16 = 2;
const PREPOSITION: u16 = 4;
const SPACE: u16 = 8;
const LINE: u16 = 16;
const CAPITAL: u16 = 32;
const POSSESSIVE: u16 = 64;
const WITH_B: u16 = 128;
const PHRASE: u16 = 256;

impl<'l> Unit<'l> {
    /// Written with ال, or after "the".
    pub(crate) fn has_article(&self) -> bool {
        self.flags & ARTICLE != 0
    }

    /// Written with و or ف.
    pub(crate) fn has_conjunction(&self) -> bool {
        self.flags & CONJUNCTION != 0
    }

    /// Written with ب, ل or ك.
    pub(crate) fn has_preposition(&self) -> bool {
        self.flags & PREPOSITION != 0
    }

    /// Written with ب.
    pub(crate) fn has_b(&self) -> bool {
        self.flags & WITH_B != 0
    }

    pub(crate) fn after_space(&self) -> bool {
        self.flags & SPACE != 0
    }

    pub(crate) fn after_line(&self) -> bool {
        self.flags & LINE != 0
    }

    pub(crate) fn is_capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Written with an English 's.
    pub(crate) fn is_possessive(&self) -> bool {
        self.flags & POSSESSIVE != 0
    }

    /// A phrase of several words.
    pub(crate) fn is_phrase(&self) -> bool {
        self.flags & PHRASE != 0
    }

    /// Its senses; none for numbers, marks and gaps.
    pub(crate) fn senses(&self) -> &'l [Sense] {
        match self.kind {
            Kind::Word(senses) => senses,
            _ => &[],
        }
    }
}

/// Cuts a text into units. Linear in the text; each token is looked up a bounded number of times.
pub(crate) fn units<'l>(text: &Text<'_>, lexicon: &'l Lexicon) -> Vec<Unit<'l>> {
    let tokens = text.tokens();
    let mut out = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let mut flags = 0;
        if token.after_space() {
            flags |= SPACE;
        }
        if token.after_line() {
            flags |= LINE;
        }
        if token.is_capital() {
            flags |= CAPITAL;
        }
        let mut unit = Unit { start: token.start, end: token.end, token: at as u32, kind: Kind::Gap, flags };
        let mut taken = 1;
        match token.kind {
            TokenKind::Mark(mark) => unit.kind = Kind::Mark(mark),
            TokenKind::Number => unit.kind = Kind::Number(number(text.form(at))),
            TokenKind::Arabic => {
                // One letter written apart is a word of its own; `longest_within` looks at longer ones.
                let letter = text.form(at).len() <= 2;
                let found =
                    if letter { lexicon.words.longest(text, at) } else { lexicon.words.longest_within(text, at) };
                if let Some(found) = found {
                    taken = found.tokens;
                    unit.end = tokens[at + taken - 1].end;
                    let father =
                        found.value.contains(&Sense::Month(8, Certainty::Weak)) && is_father(text, at, at + taken);
                    unit.kind = if father { Kind::Gap } else { Kind::Word(found.value) };
                    if let Some(cut) = found.proclitic {
                        let outside = cut.letters - if cut.article { 2 } else { 0 };
                        let joined = cut.article && cut.preposition == Some('ل');
                        unit.start += u32::from(if joined { 0 } else { outside });
                        let set = |on: bool, flag: u16| if on { flag } else { 0 };
                        unit.flags |= set(cut.article, ARTICLE)
                            | set(cut.conjunction.is_some(), CONJUNCTION)
                            | set(cut.preposition.is_some(), PREPOSITION)
                            | set(cut.preposition == Some('ب'), WITH_B);
                        let touched =
                            |s: &Sense| matches!(s, Sense::Day(..)) && matches!(cut.preposition, Some('ل' | 'ك'));
                        // لامس is "touched", not "to yesterday".
                        if !cut.article && found.value.iter().any(touched) {
                            unit.kind = Kind::Gap;
                        }
                    }
                }
            }
            TokenKind::Latin => {
                if let Some(found) = lexicon.words.longest(text, at) {
                    taken = found.tokens;
                    unit.end = tokens[at + taken - 1].end;
                    unit.kind = Kind::Word(found.value);
                } else if iso_hour(text.form(at), unit, out.last()) {
                    // 2025-12-06T09:24: the hour without its T.
                    unit.start += 1;
                    unit.kind = Kind::Number(number(&text.form(at)[1..]));
                } else if compound(text.form(at), text.word(at), unit, lexicon, &mut out) {
                    at += 1;
                    continue;
                }
            }
        }
        if taken > 1 {
            unit.flags |= PHRASE;
        }
        out.push(unit);
        at += taken;
    }
    out
}

/// أب is a father, آب a month, and their forms are one; اب is a month only beside a number or another name of it.
fn is_father(text: &Text<'_>, at: usize, next: usize) -> bool {
    let word = text.word(at);
    let dated = |at: usize| {
        text.tokens().get(at).is_some_and(|token| {
            matches!(token.kind, TokenKind::Number) || token.mark() == Some('/') || token.mark() == Some('(')
        })
    };
    let alone = !dated(next) && !at.checked_sub(1).is_some_and(dated);
    word.contains('أ') || (!word.contains('آ') && alone)
}

/// Whether a word is the T09 of a moment in ISO 8601.
fn iso_hour(form: &str, unit: Unit<'_>, before: Option<&Unit<'_>>) -> bool {
    let digits = form.strip_prefix('t').filter(|rest| rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit()));
    digits.is_some() && !unit.after_space() && before.is_some_and(|before| matches!(before.kind, Kind::Number(_)))
}

/// An English compound or possessive whose every piece has a sense: mid-March, twenty-first, Tuesday's.
fn compound<'l>(form: &str, raw: &str, whole: Unit<'l>, lexicon: &'l Lexicon, out: &mut Vec<Unit<'l>>) -> bool {
    let (stem, possessive) = match form.strip_suffix("'s") {
        Some(stem) => (stem, POSSESSIVE),
        None => (form, 0),
    };
    if form.len() > 40 || (possessive == 0 && !stem.contains('-')) || !stem.is_ascii() {
        return false;
    }
    let first = out.len();
    let mut at = 0;
    for piece in stem.split('-') {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        // The 1980s of mid-1980s are a number and its ending.
        let cuts = if digits > 0 && digits < piece.len() { [digits, piece.len() - digits] } else { [piece.len(), 0] };
        let mut from = 0;
        for length in cuts.into_iter().filter(|length| *length > 0 || piece.is_empty()) {
            let text = &piece[from..from + length];
            let kind = if length > 0 && text.bytes().all(|b| b.is_ascii_digit()) {
                Kind::Number(number(text))
            } else if let Some(senses) = lexicon.words.word(text).next() {
                Kind::Word(senses)
            } else {
                out.truncate(first);
                return false;
            };
            let place = at + from;
            let capital = raw.as_bytes().get(place).is_some_and(u8::is_ascii_uppercase);
            let flags = if out.len() == first { whole.flags & !CAPITAL } else { 0 } | if capital { CAPITAL } else { 0 };
            let start = whole.start + place as u32;
            out.push(Unit { start, end: start + length as u32, token: whole.token, kind, flags });
            from += length;
        }
        at += piece.len() + 1;
    }
    if let Some(last) = out.last_mut() {
        last.flags |= possessive;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Kind, units};
    use crate::lexicon::Lexicon;
    use isnad_languages::Tables;
    use isnad_text::Text;

    #[test]
    fn compounds_and_proclitics_are_cut() {
        let english = Lexicon::new(Tables::embedded(), "en");
        let text = Text::new("mid-March's truck-borne");
        let found = units(&text, &english);
        assert_eq!(found.len(), 3);
        assert!(found[1].is_possessive() && (found[1].start, found[1].end) == (4, 9));
        let arabic = Lexicon::new(Tables::embedded(), "ar");
        let text = Text::new("وبالأمس لامس");
        let found = units(&text, &arabic);
        assert!(found[0].has_article() && found[0].start == 2);
        assert!(matches!(found[1].kind, Kind::Gap));
    }
}
