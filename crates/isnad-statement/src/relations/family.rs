//! Kin and marriage: X، ابن عم Y; متزوج من شقيقة Y. A relative without a name beside it is nobody's relation.

use super::scene::{NESTED, Scene};
use super::{Frame, Word};
use crate::mentions::Mention;
use isnad_ledger::{NameKind, Relation, RelationKind};

impl Scene<'_, '_> {
    /// X, ابن عم Y; X وهو شقيق Y; "X, the brother of Y"; "Y's brother X"; شقيقة Y is nobody's relation by itself.
    pub(super) fn kin(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        if !self.language.arabic
            && let Some(owned) = self.owned(word, token, next)
        {
            return Some(owned);
        }
        let before = self.mentions.before(token).iter().rev().take(NESTED);
        let subject =
            before.clone().find(|at| at.is_person() && at.named && at.end <= token && self.leads_to(at, token))?;
        let step = usize::from(matches!(self.text.tokens().get(next).map(|_| self.text.form(next)), Some("of")));
        let named =
            self.mentions.from(next + step).iter().take_while(|at| at.start == next + step).find(|at| at.is_person());
        let object = named.map(|at| at.name).or_else(|| {
            // "the dead man" is the person of whom the report speaks most.
            let form = self.text.tokens().get(next).map(|_| self.text.form(next))?;
            let dead = matches!(
                form,
                "القتيل"
                    | "الضحية"
                    | "المتوفى"
                    | "الفقيد"
                    | "الشهيد"
                    | "المعتقل"
                    | "القتيلة"
                    | "المفقود"
            );
            dead.then(|| self.most_named(token)).flatten()
        })?;
        (object.id != subject.name.id)
            .then(|| self.relation(subject.name, word.relation, object, word.detail.clone(), token..next + 1, false))
    }

    /// Whether nothing but a comma, a copula or an article stands between a person and a word for what he is; without any of
    /// them the person opens the sentence.
    fn leads_to(&self, person: &Mention<'_>, token: usize) -> bool {
        let link = |at: usize| {
            self.text.tokens()[at].mark() == Some(',')
                || matches!(self.text.form(at), "وهو" | "وهي" | "هو" | "هي" | "is" | "was" | "who" | "the" | "a" | "an")
        };
        let linked = token - person.end <= 4 && (person.end..token).all(link);
        let copula = |at: usize| !matches!(self.text.form(at), "the" | "a" | "an");
        let opens = self.sentence(token).start == person.start;
        linked && (opens || (person.end..token).any(copula))
    }

    /// "Y's brother X".
    fn owned(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let owner =
            self.mentions.before(token).iter().rev().take(NESTED).find(|at| at.end == token && at.is_person())?;
        let relative = self.mentions.from(next).iter().take_while(|at| at.start == next).find(|at| at.is_person())?;
        let whose = self.text.form(token - 1).ends_with("'s") && owner.name.id != relative.name.id;
        whose.then(|| {
            let tokens = owner.start..relative.end;
            self.relation(relative.name, word.relation, owner.name, word.detail.clone(), tokens, false)
        })
    }

    /// نجله X: the relative of the person named before.
    pub(super) fn possessed(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let relative = self.mentions.from(next).iter().take_while(|at| at.start == next).find(|at| at.is_person())?;
        let owner = self.person_before(token).filter(|at| at.start >= self.sentence(token).start)?;
        (owner.name.id != relative.name.id).then(|| {
            self.relation(relative.name, word.relation, owner.name, word.detail.clone(), token..relative.end, false)
        })
    }

    /// متزوج من شقيقة Y.
    pub(super) fn married(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let subject = self.person_before(token)?;
        if self.is_denied(token) {
            return None;
        }
        let object = self.after(next, 4, NameKind::Person).filter(|at| at.name.id != subject.name.id)?;
        let kin = self.language.book.longest_within(self.text, next).filter(|hit| hit.value.frame == Frame::Noun);
        let kin = kin.and_then(|hit| hit.value.detail.clone());
        let detail = kin.map_or_else(|| word.detail.clone(), |kin| Some(format!("married to a {kin}")));
        Some(self.relation(subject.name, RelationKind::MarriedInto, object.name, detail, token..object.end, false))
    }
}
