//! Harms that count people themselves or by a number near them: three bodies, the death toll rose to nine, we received six. What
//! stands around verbs is for `harmed`.

use super::harmed::Harmed;
use super::{Link, Linked};
use crate::chunk::Chunk;
use crate::sense::{Form, HarmSense, Toll, Words};

impl Harmed<'_, '_, '_> {
    /// دون وقوع إصابات, لم يسفر القصف عن سقوط قتلى; but not لم تتوفر معلومات عن ضحايا.
    pub(super) fn is_denied(&self) -> bool {
        let from = self.at.saturating_sub(6).max(self.sentence.start);
        let mut denied = false;
        for at in (from..self.at).rev() {
            if matches!(self.cells.mark(at), Some(',' | ';' | ':' | '.')) || self.cells.is(at, Words::UNKNOWN) {
                return false;
            }
            denied |= self.cells.is(at, Words::NONE);
        }
        denied
    }

    pub(super) fn alone(&self, out: &mut Linked, count: u32) {
        let itself = self.harm.form == Form::Itself;
        let part = (1..=2).any(|b| self.at >= b && self.cells.is(self.at - b, Words::INCLUDING));
        let toll = if itself && self.harm.toll == Toll::Killed { Toll::Fallen } else { self.harm.toll };
        // Mourners buried the body: of somebody dead before.
        let weak = itself && self.cells.form(self.at).contains("فجر")
            || (1..=3).any(|b| self.at >= self.sentence.start + b && self.cells.is(self.at - b, Words::FUNERAL));
        // توفي عامل ونقل جثمان المتوفى: his, not another's.
        let his = self.cells.lexicon.arabic
            && matches!(self.cells.form(self.at).trim_start_matches('و'), "جثمان" | "جثة")
            && self.cells.form(self.next).starts_with("ال")
            && out.links.iter().any(|link| link.toll == Toll::Killed && !link.part);
        let weak = weak || his;
        // سقوط قتيل, قتيل واحد: a number, unlike the dead man of whom one tells.
        let before = self.at.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let falls = before.is_some_and(|at| {
            matches!(
                self.cells.form(at).trim_start_matches(['و', 'ب']),
                "سقوط" | "سقط" | "سقطت" | "خلف" | "خلفت" | "وقوع"
            )
        });
        let numbered = falls || matches!(self.cells.form(self.next), "واحد" | "واحدة" | "واحدا");
        // جثة ثانية
        let order = ["ثانية", "ثالثة", "رابعة", "خامسة"].iter().position(|word| *word == self.cells.form(self.next));
        let ordinal = order.map(|order| order as u32 + 2).filter(|_| count == 1);
        let more = ordinal.is_some();
        let link = Link::plain(toll, self.at, count, Some(count));
        out.links.push(Link { part, weak, attacker: itself, numbered, ordinal, more, ..link });
    }

    /// Whether the word before says that the one hurt has died.
    pub(super) fn dies(&self, out: &mut Linked) -> bool {
        let before = self.at.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let harm = before.and_then(|at| self.cells.get(at).sense).and_then(|sense| sense.harm);
        let deed = |harm: HarmSense| harm.toll == Toll::Killed && matches!(harm.form, Form::Deed | Form::Either);
        let dies = self.harm.toll == Toll::Wounded && !self.cells.get(self.at).joined && harm.is_some_and(deed);
        if dies && !out.links.iter().any(|link| Some(link.at) == before) {
            out.links.push(Link { known: true, ..Link::plain(Toll::Killed, self.at, 1, Some(1)) });
        }
        dies
    }

    pub(super) fn sign(&self, out: &mut Linked) {
        out.links.push(Link { weak: true, known: true, ..Link::plain(self.harm.toll, self.at, 1, Some(1)) });
    }

    /// والجرحى 19, Dead: 5.
    pub(super) fn number_behind(&self, out: &mut Linked) {
        // القتلى بلغوا 31
        let reaches = self.cells.lexicon.arabic && self.cells.is(self.next, Words::TO_NUMBER);
        let at = self.next + usize::from(reaches || matches!(self.cells.mark(self.next), Some(':' | '(')));
        let found = out.chunks.iter().position(|c| c.tokens.start == at && c.numbered && c.vague && c.own.is_none());
        if let Some(index) = found {
            self.push(out, index);
        }
    }

    /// We received six, we counted 31 bodies: nothing but people can be meant.
    pub(super) fn figure(&self, out: &mut Linked) {
        let people = |c: &Chunk| self.cells.number(c.tokens.end - 1).is_some() || c.people.is_some();
        let stands = |c: &Chunk| c.tokens.start == self.next && c.numbered && c.thing.is_none() && c.own.is_none();
        let Some(index) = out.chunks.iter().position(|c| stands(c) && people(c)) else { return };
        let from = out.links.len();
        self.push(out, index);
        out.links[from..].iter_mut().for_each(|link| link.whole = true);
    }

    /// Taken to a hospital, but not: where he died.
    pub(super) fn moved(&self, out: &mut Linked) {
        let limit = (self.next + 12).min(self.sentence.end);
        let place = |form: &str| form.starts_with("hospital") || matches!(form, "medical" | "trauma" | "infirmary");
        if !(self.next..limit).any(|at| place(self.cells.form(at))) {
            return;
        }
        let dies = |form: &str| matches!(form, "died" | "dies" | "dead" | "succumbed");
        if (self.next..self.sentence.end).any(|at| dies(self.cells.form(at))) {
            return;
        }
        let from = out.links.len();
        self.left(out, 10);
        out.links[from..].iter_mut().for_each(|link| link.weak = true);
    }

    /// The death toll rose to nine; حصيلة القتلى إلى 27.
    pub(super) fn total(&self, out: &mut Linked) {
        let limit = (self.next + 30).min(self.sentence.end);
        let found = out.chunks.iter().position(|chunk| {
            chunk.numbered
                && chunk.tokens.start >= self.next
                && chunk.tokens.start < limit
                && chunk.thing.is_none()
                && !chunk.part
                && ((1..=2).any(|back| self.cells.is(chunk.tokens.start.saturating_sub(back), Words::TO_NUMBER))
                    || self.cells.lexicon.arabic && chunk.tokens.start <= self.next + 8)
        });
        let Some(index) = found else { return };
        let chunk = &out.chunks[index];
        if chunk.own.is_some() {
            let own = chunk.own;
            for link in out.links.iter_mut().filter(|l| l.chunk == Some(index) && Some(l.toll) == own) {
                link.whole = true;
            }
            return;
        }
        if let Some((low, high)) = chunk.count {
            let link = Link { whole: true, chunk: Some(index), ..Link::new(self.harm.toll, self.at, low, high, chunk) };
            out.links.push(link);
        }
    }

    /// Who was shot and is expected to recover is wounded, whoever else is dead.
    pub(super) fn survive(&self, out: &mut Linked, from: usize) {
        let lives = |form: &str| matches!(form, "survive" | "recover" | "released" | "ok" | "okay" | "stable");
        if !(self.at..self.next).any(|at| lives(self.cells.form(at))) {
            return;
        }
        let (before, these) = out.links.split_at_mut(from);
        let survives = |link: &&mut Link| these.iter().any(|this| this.chunk.is_some() && this.chunk == link.chunk);
        before.iter_mut().filter(survives).filter(|l| l.toll == Toll::Shot).for_each(|l| l.toll = Toll::Wounded);
    }
}
