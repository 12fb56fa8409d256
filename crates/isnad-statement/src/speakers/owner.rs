//! Whose family, whose neighbours: the person that a word for relatives leaves unsaid. It takes nobody from far off.

use super::memory::Referent;
use super::party::{Party, Setting, unnamed};
use crate::mentions::Mention;
use isnad_ledger::{Name, NameKind, SourceKind};
use isnad_text::{normalise, proclitics};
use std::ops::Range;

impl Setting<'_, '_> {
    /// Whose family is meant by one that is named without him: that of a dead man who was named since the last such family
    /// spoke, else that family again; at first one named before, or, where a lead names nobody, the first named behind it.
    pub(super) fn owner(&self, token: usize) -> Option<String> {
        let Some(last) = self.memory.last(|spoken| spoken.who.owner.is_some()) else {
            let near = self.person_before(token);
            return near.map(|near| self.victim_before(token, near)).or_else(|| self.person_behind(token));
        };
        let since = self.text.token_at(last.point);
        let fresh = self
            .candidates(since.max(self.floor(token))..token)
            .filter(|m| self.dies(&(m.start..m.end)) && !self.has_spoken(m));
        fresh.last().map(|mention| mention.name.name.clone()).or_else(|| last.who.owner.clone())
    }

    /// The person named near by, or the one who is said to have died before, if the report names him more often.
    fn victim_before(&self, token: usize, near: String) -> String {
        let often = |name: &Name| name.spans.len() + name.anaphora.len();
        let known = self.names.iter().find(|name| name.name == near).map_or(0, often);
        let is_dead = |m: &&Mention<'_>| often(m.name) > known && self.dies(&(m.start..m.end));
        let near_dies =
            self.candidates(self.floor(token)..token).any(|m| m.name.name == near && self.dies(&(m.start..m.end)));
        let dead = self.candidates(0..token).filter(is_dead).last().filter(|_| !near_dies);
        dead.map_or(near, |mention| mention.name.name.clone())
    }

    /// Of those named in this paragraph or the two before it one who is said to have died, who has not spoken, whom the report
    /// names most often, the nearest, in this order. A ruler named in passing ("since the fall of …") is not made anybody's son
    /// by standing near.
    pub(super) fn person_before(&self, token: usize) -> Option<String> {
        let rank = |mention: &&Mention<'_>| {
            let often = mention.name.spans.len() + mention.name.anaphora.len();
            (self.dies(&(mention.start..mention.end)), !self.has_spoken(mention), often, mention.end)
        };
        self.candidates(self.floor(token)..token).max_by_key(rank).map(|mention| mention.name.name.clone())
    }

    /// The person named first behind a token, in its paragraph or the next two.
    fn person_behind(&self, token: usize) -> Option<String> {
        let last = self
            .text
            .paragraphs()
            .get(self.text.paragraph_of(token) + 2)
            .map_or(self.text.tokens().len(), |tokens| tokens.end);
        self.candidates(token..last).next().map(|mention| mention.name.name.clone())
    }

    /// Where the second paragraph before a token's begins; short lines between are headings.
    fn floor(&self, token: usize) -> usize {
        let before = self.text.paragraphs().iter().take(self.text.paragraph_of(token)).rev();
        before.filter(|tokens| tokens.len() > HEADING).take(2).last().map_or(0, |tokens| tokens.start)
    }

    /// People named in a part of the text.
    pub(super) fn candidates(&self, part: Range<usize>) -> impl Iterator<Item = &Mention<'_>> {
        let here = self.mentions.starting_in(part.start..part.end.max(part.start)).iter();
        here.filter(move |m| m.named && m.is_person() && m.end <= part.end && !self.names_an_age(&(m.start..m.end)))
    }

    fn has_spoken(&self, mention: &Mention<'_>) -> bool {
        self.memory.last(|spoken| spoken.who.name_id.as_ref() == Some(&mention.name.id)).is_some()
    }

    /// Whether words for a death stand beside a name: مقتل فلان, "X, who was killed".
    fn dies(&self, tokens: &Range<usize>) -> bool {
        let all = self.text.tokens();
        let stop = |at: &usize| all[*at].mark().is_some_and(|mark| matches!(mark, '.' | ';' | ':' | '!' | '?'));
        let word = |at: &usize| all[*at].mark().is_none();
        let before = (0..tokens.start).rev().take_while(|at| !stop(at)).filter(word).take(DEATH);
        let behind = (tokens.end..all.len()).take_while(|at| !stop(at)).filter(word).take(DEATH);
        before.chain(behind).any(|at| {
            self.words.is(self.form(at), "death")
                || self.words.arabic && proclitics(self.form(at)).any(|cut| self.words.is(cut.stem, "death"))
        })
    }

    /// The person of that surname of whom the report speaks most: عائلة المسعود.
    pub(super) fn by_surname(&self, form: &str) -> Option<&str> {
        let surname = |name: &&Name| {
            let last = |name: &str| name.rsplit(' ').next().map(normalise);
            let ours = if self.words.arabic { name.name_ar.as_deref().and_then(last) } else { last(&name.name) };
            let same = |last: String| last == form || last.strip_prefix("al-") == Some(form);
            name.kind == NameKind::Person && ours.is_some_and(same)
        };
        let most =
            |name: &&Name| (name.spans.len() + name.anaphora.len(), std::cmp::Reverse(name.spans.first().copied()));
        self.names.iter().filter(surname).max_by_key(most).map(|name| name.name.as_str())
    }

    /// القتيل: the person of whom the report speaks most.
    pub(super) fn victim(&self, at: usize) -> Option<&str> {
        let form = self.form(at);
        let victim = self.words.is(form.strip_prefix("ال").unwrap_or(form), "victim");
        self.most_named().filter(|_| victim)
    }

    pub(super) fn most_named(&self) -> Option<&str> {
        let people = self.names.iter().filter(|name| name.kind == NameKind::Person && name.spans.len() > 1);
        let most = people.max_by_key(|name| (name.spans.len(), std::cmp::Reverse(name.spans.first().copied())));
        most.map(|name| name.name.as_str())
    }

    /// Relatives of somebody who is not named beside them: the family, والدته.
    pub(super) fn kin(&self, source: &Party<'_, '_>) -> Option<Referent> {
        let party = &source.tokens;
        let (at, head) = source.head_at.zip(source.head)?;
        let core = party.clone().take_while(|at| !self.is_mark(*at) && !self.is_clause(*at)).count();
        let is_kin = self.words.is(&head.lemma, "kin") || self.words.is(&head.gloss, "kin");
        let owner = || self.owner(party.start).or_else(|| self.most_named().map(str::to_owned));
        let owner = if self.words.arabic {
            let alone = self.is_definite(at) && core == 1;
            if alone { owner()? } else { return None }
        } else if at > party.start && self.text.tokens()[at - 1].is_capital() && is_kin {
            self.by_surname(self.form(at - 1))?.to_owned()
        } else if core <= 2 && (self.form(party.start) == "the" || core == 1 && head.plural) {
            owner()?
        } else {
            return None;
        };
        let plural = head.plural || matches!(&*head.gloss, "family" | "relatives");
        let name = format!("{} of {owner}", head.gloss);
        is_kin.then(|| Referent { plural, owner: Some(owner), ..unnamed(name, SourceKind::Anonymous) })
    }

    /// نظام فلان, the fall of X: the name stands for a time or a government, not for somebody who is there.
    fn names_an_age(&self, tokens: &Range<usize>) -> bool {
        let before = |n: usize| tokens.start.checked_sub(n).map_or("", |at| self.form(at));
        let behind = self.text.tokens().get(tokens.end).map_or("", |_| self.form(tokens.end));
        let reign = if self.words.arabic { before(1) } else { before(2) };
        self.words.is(reign, "reign") && (self.words.arabic || before(1) == "of")
            || self.words.is(behind, "reign_behind")
    }
}

/// Tokens of the longest line that is no paragraph.
const HEADING: usize = 10;

/// Words beside a name that may say of its death.
const DEATH: usize = 6;
