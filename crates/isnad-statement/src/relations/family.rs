//! Kin and marriage: X، ابن عم Y; متزوج من شقيقة Y. A relative without a name beside it is nobody's relation.

use super::scene::{NESTED, Scene};
use super::{Frame, Word};
use isnad_ledger::{NameKind, Relation, RelationKind};

impl Scene<'_, '_> {
    /// X, ابن عم Y; شقيقة Y is nobody's relation by itself.
    pub(super) fn kin(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let before = self
            .mentions
            .before(token)
            .iter()
            .rev()
            .take(NESTED)
            .find(|at| at.end < token && at.is_person() && at.end + 2 > token);
        let subject = before.filter(|at| at.end + 1 == token && self.text.tokens()[at.end].mark() == Some(','))?;
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

    /// متزوج من شقيقة Y.
    pub(super) fn married(&self, word: &Word, token: usize, next: usize) -> Option<Relation> {
        let subject = self.person_before(token)?;
        let object = self.after(next, 4, NameKind::Person).filter(|at| at.name.id != subject.name.id)?;
        let kin = self.language.book.longest_within(self.text, next).filter(|hit| hit.value.frame == Frame::Noun);
        let kin = kin.and_then(|hit| hit.value.detail.clone());
        let detail = kin.map_or_else(|| word.detail.clone(), |kin| Some(format!("married to a {kin}")));
        Some(self.relation(subject.name, RelationKind::MarriedInto, object.name, detail, token..object.end, false))
    }
}
