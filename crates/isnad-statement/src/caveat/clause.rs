//! The clause of a caveat: where it begins and ends, and whether somebody is reported to say it. It does not know who could
//! not verify.

use super::Setting;
use super::book::Marks;
use crate::cues::Form;
use isnad_text::Classes;
use std::ops::Range;

/// How far before its first word a clause is looked at, in tokens.
const BACK: usize = 16;

/// How long the rest of a clause can be, in tokens.
pub(super) const CLAUSE: usize = 40;

/// What stands before a caveat's first word in its clause.
pub(super) struct Left {
    pub(super) start: usize,
    /// The clause is what somebody says: `Some(true)` if he says other things before it.
    pub(super) said: Option<bool>,
    pub(super) relative: bool,
}

impl Setting<'_> {
    /// What stands before a caveat's first word.
    pub(super) fn left(&self, phrase: &Range<usize>, sentence: &Range<usize>) -> Left {
        if self.arabic { self.left_arabic(phrase, sentence) } else { self.left_english(phrase, sentence) }
    }

    fn left_arabic(&self, phrase: &Range<usize>, sentence: &Range<usize>) -> Left {
        let start = phrase.start;
        let mut left = Left { start, said: None, relative: false };
        if self.joined(start) || self.classes(start).any(Classes::PREPOSITION) {
            return left;
        }
        for before in (sentence.start.max(start.saturating_sub(4))..start).rev() {
            if self.stops(before) {
                break;
            }
            if self.classes(before).any(Classes::COMPLEMENTISER) {
                left.said = Some(self.joined(before));
                break;
            }
            if self.marks(before).any(Marks::QUESTION) {
                left.said = Some(false);
                break;
            }
            left.relative = true;
        }
        left
    }

    fn left_english(&self, phrase: &Range<usize>, sentence: &Range<usize>) -> Left {
        let mut left = Left { start: phrase.start, said: None, relative: false };
        let first = sentence.start.max(phrase.start.saturating_sub(BACK));
        for at in (first..phrase.start).rev() {
            let classes = self.classes(at);
            let form = self.text.form(at);
            let before = at.checked_sub(1).filter(|before| *before >= sentence.start);
            if self.stops(at) || classes.any(Classes::CONTRAST.and(Classes::CONJUNCTION).and(Classes::CLAUSE)) {
                break;
            }
            if self.marks(at).any(Marks::QUESTION) || self.reports(at, before) {
                left.said = Some(false);
                return left;
            }
            if form == "that" {
                let conjoined = before.is_some_and(|at| self.classes(at).any(Classes::CONJUNCTION));
                let verb = before.is_some_and(|at| self.reports(at, at.checked_sub(1)));
                if conjoined || verb {
                    left.said = Some(conjoined);
                    return left;
                }
                left.relative = true;
            }
            left.start = at;
            if form == "which" {
                left.relative = true;
                break;
            }
        }
        // In a claim that could not be verified: the clause begins with the noun phrase.
        let preposition = self.classes(left.start).any(Classes::PREPOSITION) && self.text.form(left.start) != "of";
        left.start += usize::from(preposition && left.start < phrase.start);
        left
    }

    /// Whether an English word is a reporting verb here and not the noun of that form.
    pub(super) fn reports(&self, at: usize, before: Option<usize>) -> bool {
        let noun = self.marks(at).any(Marks::CLAIM.and(Marks::CLAIMS).and(Marks::FACTS))
            || before.is_some_and(|at| self.classes(at).any(Classes::DETERMINER.and(Classes::POSSESSIVE)));
        let name = self.text.tokens()[at].is_capital() && before.is_some();
        !noun
            && !name
            && (self.cues.hits(self.text.form(at)).iter()).any(|hit| !matches!(hit.form, Form::Noun | Form::Passive))
    }

    /// The token behind the clause that goes on at `from`.
    pub(super) fn end(&self, from: usize, sentence: &Range<usize>) -> usize {
        let limit = sentence.end.min(from + CLAUSE);
        (from..limit)
            .find(|at| {
                let other_verb = || {
                    let verb = |form: &str| {
                        self.cues.hits(form).iter().any(|hit| matches!(hit.form, Form::Past | Form::Present))
                    };
                    self.arabic && self.text.form(*at).strip_prefix('و').is_some_and(verb)
                };
                self.stops(*at)
                    || self.classes(*at).any(Classes::CONTRAST)
                    || (self.arabic && self.text.word(*at).starts_with("إن"))
                    || other_verb()
            })
            .unwrap_or(limit)
    }

    /// Whether the clause is told by who stands behind it: ", the league said."
    pub(super) fn told_behind(&self, end: usize, sentence: &Range<usize>) -> bool {
        let comma = !self.arabic && end < sentence.end && self.text.tokens()[end].mark() == Some(',');
        let mut behind = end + 1..sentence.end.min(end + 8);
        comma
            && behind.any(|at| {
                let last = at + 1 >= sentence.end || self.stops(at + 1);
                last && self.reports(at, Some(at - 1))
            })
    }

    pub(super) fn stops(&self, at: usize) -> bool {
        matches!(
            self.text.tokens()[at].mark(),
            Some('.' | '!' | '?' | ';' | ':' | '…' | ',' | '(' | ')' | '[' | ']' | '–')
        )
    }

    /// Whether و or ف is written onto a word of a known class, or onto an opening.
    pub(super) fn joined(&self, at: usize) -> bool {
        let joined = self.book.openings.longest_within(self.text, at).and_then(|found| found.proclitic);
        self.word(at).conjunction > 0 || joined.is_some_and(|cut| cut.conjunction.is_some())
    }
}
