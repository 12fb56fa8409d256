//! Members and leaders: وهو أمير التنظيم, "a member of ORG", one of four leaders beside others.

use super::Word;
use super::scene::{REACH, Scene};
use isnad_ledger::{Name, NameKind, Relation, RelationKind};

impl<'a> Scene<'a, '_> {
    /// وهو أمير ORG, "a member of ORG", one of four leaders of ORG beside others.
    pub(super) fn role_in(&self, word: &Word, token: usize, next: usize, found: &mut Vec<Relation>) {
        let Some(object) = self.after(next, 5, NameKind::Organisation) else { return };
        let broken = (next..object.start)
            .any(|at| self.text.tokens()[at].mark().is_some_and(|m| matches!(m, ',' | '.' | ':' | ';')));
        let leads = word.relation == RelationKind::Leads;
        if broken || leads && !self.language.led.contains(&object.name.key) {
            return;
        }
        let sentence = self.sentence(token);
        // He is it: a copula, a pronoun or a comma stands between the person and the role.
        let Some(subject) = self.person_before(token).filter(|at| at.start >= sentence.start && at.end + REACH > token)
        else {
            return;
        };
        let copula = |at: usize| {
            matches!(
                self.text.form(at),
                "وهو"
                    | "وهي"
                    | "هو"
                    | "كان"
                    | "وكان"
                    | "كانت"
                    | "وكانت"
                    | "يكون"
                    | "اصبح"
                    | "بات"
                    | "يعد"
                    | "was"
                    | "is"
                    | "became"
                    | "who"
            )
        };
        let linked = (subject.end..token)
            .any(|at| copula(at) || self.text.tokens()[at].mark() == Some(',') && at + 3 >= token)
            || subject.start.checked_sub(1).is_some_and(|before| before >= sentence.start && copula(before));
        let linked = linked && !self.is_denied(token);
        if !linked {
            return;
        }
        let was = subject
            .start
            .checked_sub(1)
            .is_some_and(|at| matches!(self.text.form(at), "كان" | "وكان" | "كانت" | "وكانت"));
        let past = was
            || self.past(subject.end + 2, token)
            || (object.end..sentence.end).any(|at| matches!(self.text.form(at), "قتل" | "killed"));
        let tokens = token..object.end;
        found.push(self.relation(subject.name, word.relation, object.name, word.detail.clone(), tokens.clone(), past));
        for beside in self.beside(object.end, sentence.end) {
            found.push(self.relation(beside, word.relation, object.name, word.detail.clone(), tokens.clone(), past));
        }
    }

    /// إلى جانب: A, B, C, also as a list of lines.
    fn beside(&self, from: usize, end: usize) -> Vec<&'a Name> {
        let form = |at: usize| self.text.tokens().get(at).map_or("", |_| self.text.form(at));
        let Some(start) = (from..end.max(from) + 1)
            .find(|at| form(*at) == "الى" && form(at + 1) == "جانب" || form(*at) == "alongside")
        else {
            return Vec::new();
        };
        let mut at = start + 1;
        let mut names: Vec<&Name> = Vec::new();
        let people = self.mentions.from(start + 1).iter().filter(|place| place.is_person());
        for place in people {
            let words = (at..place.start).filter(|at| self.text.tokens()[*at].mark().is_none()).count();
            if words > 1 || names.len() > 12 {
                break;
            }
            names.push(place.name);
            at = place.end;
        }
        names
    }
}
