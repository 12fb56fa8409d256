//! English cues in two pieces with their source between them: in her view, by the broker's account, to hear him tell it. It
//! finds them and decides about none.

use super::{Cue, CueKind, CueMark, Scene};
use crate::cues::{Follows, Nominal, Strength};
use crate::frames::Frames;
use isnad_ledger::Stance;
use isnad_text::Classes;
use std::ops::Range;

/// How long the source in the midst may be, in tokens.
const LONGEST: usize = 10;

impl Scene<'_> {
    /// The cue whose second piece begins at a token.
    pub(super) fn find_around(&mut self, at: usize, sentence: &Range<usize>) {
        let found = self.owned(at, sentence).or_else(|| self.tells_it(at, sentence));
        let Some((front, tail, stance)) = found else { return };
        if self.cue_kinds[front.start] == CueMark::None {
            self.cue_kinds[front.start] = CueMark::Nominal;
        }
        self.cues.push(Cue {
            head: at,
            tokens: front,
            tail: Some(tail),
            kind: CueKind::Nominal(Nominal { stance, follows: Follows::Around, veto: 0 }),
            stance,
            frames: Frames::default(),
            strength: Strength::Strong,
            negated: false,
            pronoun: false,
        });
    }

    /// in her view, by the company's own count: a preposition, an owner, a noun that the table has behind that preposition.
    fn owned(&self, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>, Stance)> {
        let known = self.book.owned(self.text.form(at));
        let before = at.checked_sub(1).filter(|before| !known.is_empty() && *before > sentence.start)?;
        let own = self.text.form(before) == "own";
        let last = before - usize::from(own);
        let pronoun = self.classes(last).any(Classes::POSSESSIVE);
        if last <= sentence.start || !pronoun && !self.is_genitive(last) {
            return None;
        }
        let reach = if pronoun { 1 } else { LONGEST };
        let preposition = (sentence.start..last)
            .rev()
            .take(reach)
            .take_while(|at| !matches!(self.mark(*at), Some(',' | ';' | ':')))
            .find_map(|at| Some((at, known.iter().find(|(word, _)| **word == *self.text.form(at))?.1)));
        let (front, stance) = preposition?;
        Some((front..front + 1, last + 1..at + 1, stance))
    }

    /// Whether a word ends in the possessive: the broker's, the families’.
    fn is_genitive(&self, at: usize) -> bool {
        self.text.form(at).ends_with("'s") || matches!(self.mark(at), Some('’' | '\''))
    }

    /// to hear the owner tell it.
    fn tells_it(&self, at: usize, sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>, Stance)> {
        let tells = matches!(self.text.form(at), "tell" | "tells") && at + 1 < sentence.end;
        if !tells || self.text.form(at + 1) != "it" {
            return None;
        }
        let hear = (sentence.start + 1..at).rev().take(LONGEST).find(|at| self.text.form(*at) == "hear")?;
        (hear + 1 < at && self.text.form(hear - 1) == "to").then_some((hear - 1..hear + 1, at..at + 2, Stance::Asserts))
    }
}
