//! What keeps a phrase from being a harm's people, or joins it to another: borders of clauses, asides, attackers, coordination.
//! Yes or no about one phrase; nothing is put together here.

use super::Linked;
use super::harmed::Harmed;
use crate::cells::Cells;
use crate::chunk::Chunk;
use crate::sense::{Form, Toll, Words};

impl Harmed<'_, '_, '_> {
    /// Whether the phrase stands right before the harm.
    pub(super) fn follows(&self, chunk: &Chunk) -> bool {
        self.at - chunk.tokens.end <= 4 && (chunk.tokens.end..self.at).all(|at| self.cells.mark(at).is_none())
    }

    /// Whether a phrase only says whose a thing is: منازل مواطنين.
    pub(super) fn owns_thing(&self, chunk: &Chunk) -> bool {
        let thing = |at: usize| self.cells.get(at).sense.and_then(|sense| sense.thing);
        let named = |thing: u16| !self.cells.lexicon.things[usize::from(thing)].is_empty();
        let before = chunk.tokens.start.checked_sub(1).filter(|at| *at >= self.next);
        !self.cells.get(chunk.tokens.start).joined && before.and_then(thing).is_some_and(named)
    }

    /// Whether a border of clauses lies between a token and the harm.
    pub(super) fn barred(&self, from: usize) -> bool {
        // … in critical condition but later died: one subject.
        let adverb = |at: usize| matches!(self.cells.form(at), "later" | "then" | "soon" | "eventually");
        let verb = self.at - usize::from(self.at > from && adverb(self.at - 1));
        (from..self.at).any(|at| {
            matches!(self.cells.mark(at), Some(';' | ':')) || (self.cells.is(at, Words::BREAK) && at + 1 < verb)
        })
    }

    /// Whether the harm is a noun in the plural that a number before it counts: with four bullet wounds.
    pub(super) fn is_wounds(&self) -> bool {
        self.cells.form(self.next - 1) == "wounds"
    }

    /// Whether a phrase is the object of a preposition, and so no subject: "by a man", "with a gun".
    pub(super) fn is_object(&self, chunk: &Chunk) -> bool {
        let Some(before) = chunk.tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start) else {
            return false;
        };
        !self.cells.lexicon.arabic && self.cells.is(before, Words::BY)
    }

    /// Whether a phrase stands in brackets that are closed before the harm, or has an Arabic preposition written onto it.
    pub(super) fn is_aside(&self, chunk: &Chunk) -> bool {
        let bracket =
            (chunk.tokens.end..self.at).find_map(|at| self.cells.mark(at).filter(|mark| matches!(mark, '(' | ')')));
        bracket == Some(')') || self.cells.lexicon.arabic && chunk.preposed(self.cells)
    }

    /// The phrase that is joined to this one by and, a comma or و, if it has no harm of its own.
    pub(super) fn coordinated(&self, out: &Linked, index: usize) -> Option<usize> {
        let (this, next) = (out.chunks.get(index)?, out.chunks.get(index + 1)?);
        if next.own.is_some() || next.part || next.thing.is_some() || next.known && !this.known {
            return None;
        }
        let mut at = this.tokens.end;
        if self.cells.lexicon.arabic {
            let start = next.tokens.start;
            let joined = self.cells.get(start).joined || self.cells.form(at) == "و";
            // A name that no table knows may stand between: الصحفي عادل ناصر وزميله.
            let words = |from: usize| (from..start).all(|at| self.cells.is_word(at));
            let name = |at: usize| self.cells.get(at).sense.is_none() && self.cells.get(at).trigger.is_none();
            let close = start <= at + 2 || start <= at + 4 && words(at) && (at..start).all(name);
            // قيادي في التنظيم مع اثنين من مرافقيه
            let with = start > at && start <= at + 4 && words(at) && next.is_kin(self.cells);
            let with = with && matches!(self.cells.form(start - 1), "مع" | "برفقة" | "رفقة");
            return (joined && close || with).then_some(index + 1);
        }
        // , 28, and
        let (mut and, mut comma) = (false, false);
        while at < next.tokens.start {
            let form = self.cells.form(at);
            match self.cells.mark(at) {
                Some(',') => comma = true,
                None if matches!(form, "and" | "along" | "with" | "as" | "well" | "plus") => and = true,
                None if self.cells.text.tokens()[at].kind == isnad_text::TokenKind::Number => {}
                _ => return None,
            }
            at += 1;
        }
        // The victim, John Smith, died; a seventh person, a girl, was hurt: one person.
        let apposed = next.is_name() && !this.is_name()
            || this.known && next.age.is_some() && next.name.is_some()
            || self.cells.form(next.tokens.start) == "both"
            || self.cells.is(next.tokens.start, Words::ARTICLE.and(Words::THE).and(Words::POSSESSIVE));
        if !and && apposed && self.coordinated(out, index + 1).is_none() {
            return None;
        }
        let lone = !next.vague || next.more;
        ((and || comma) && lone && !self.harmed_after(next)).then_some(index + 1)
    }

    /// Whether another harm than this stands right behind a phrase: two dead and five wounded.
    pub(super) fn harmed_after(&self, chunk: &Chunk) -> bool {
        if self.cells.lexicon.arabic {
            return false;
        }
        let end = (chunk.tokens.end + 4).min(self.sentence.end);
        let mut at = chunk.tokens.end;
        while at < end {
            if at == self.at {
                return false;
            }
            if self.cells.get(at).sense.is_some_and(|s| s.harm.is_some()) {
                return true;
            }
            if !self.cells.is(at, Words::AUXILIARY) && !self.cells.form(at).ends_with("ly") {
                return false;
            }
            at += usize::from(self.cells.get(at).length.max(1));
        }
        false
    }

    /// Whether a relative clause says that a phrase is the attacker: the man who shot him.
    fn has_attacked(&self, chunk: &Chunk) -> bool {
        let verb = chunk.tokens.end + 1;
        let harms = |at: usize| self.cells.get(at).sense.and_then(|sense| sense.harm);
        self.cells.form(verb - 1) == "who"
            && verb < self.at
            && (harms(verb).is_some_and(|harm| matches!(harm.toll, Toll::Shot | Toll::Killed))
                || matches!(self.cells.form(verb), "fired" | "opened"))
            && !self.cells.is(verb, Words::PASSIVE)
            && harms(verb).is_none_or(|harm| harm.form == Form::Either)
    }

    /// Whether a phrase is the attacker: by its noun, or as the pronoun of one who harmed others in the same sentence.
    pub(super) fn attacks(&self, out: &Linked, index: usize) -> bool {
        let attacker = |chunk: &Chunk| chunk.people.is_some_and(|people| people.group == Some("attackers"));
        let chunk = &out.chunks[index];
        if attacker(chunk) || self.has_attacked(chunk) {
            return !chunk.numbered;
        }
        if !self.cells.is(chunk.tokens.start, Words::PRONOUN) {
            return false;
        }
        let Some(first) = out.chunks.first().filter(|first| first.tokens.end <= chunk.tokens.start) else {
            return false;
        };
        let harmed = out.links.iter().any(|link| link.chunk == Some(0));
        let harms = out.links.iter().any(|link| link.at >= first.tokens.end && link.at < chunk.tokens.start);
        !harmed && harms && first.count == Some((1, Some(1)))
    }
}

impl Chunk {
    /// Whether its last word has a pronoun: زوجته, اثنين من مرافقيه.
    pub(super) fn is_kin(&self, cells: &Cells<'_, '_>) -> bool {
        let last = cells.form(self.tokens.end.saturating_sub(1));
        self.people.is_some() && ["ه", "ها", "هم", "هما"].iter().any(|pronoun| last.ends_with(pronoun))
    }

    /// Whether a preposition is written onto it.
    pub(super) fn preposed(&self, cells: &Cells<'_, '_>) -> bool {
        cells.get(self.tokens.start).preposition
    }
}
