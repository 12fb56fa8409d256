//! Words that say a relation, and the verbs among them: عمل مع, joined, leads. The other frames are in files of their own.

use super::Frame;
use super::scene::Scene;
use isnad_ledger::{NameKind, Relation, RelationKind};
use isnad_text::proclitics;

impl Scene<'_, '_> {
    /// Adds what the word at a token says.
    pub(super) fn word(&self, token: usize, found: &mut Vec<Relation>) {
        let Some(hit) = self.language.book.longest_within(self.text, token) else { return };
        if self.inside_name(token) || hit.proclitic.is_some_and(|cut| cut.article && hit.value.frame != Frame::Verb) {
            return;
        }
        let (word, next) = (hit.value, token + hit.tokens);
        match word.frame {
            Frame::Noun => found.extend(self.kin(word, token, next)),
            Frame::Verb if word.relation == RelationKind::MarriedInto => found.extend(self.married(word, token, next)),
            Frame::Verb => {
                let bare = |at: usize| self.text.form(at);
                let preposition = (next..(next + 3).min(self.text.tokens().len())).any(|at| {
                    proclitics(bare(at)).any(|cut| cut.preposition.is_some())
                        || matches!(
                            bare(at),
                            "مع" | "لصالح" | "لدى" | "في" | "ضمن" | "الى" | "for" | "with" | "to" | "in"
                        )
                });
                let bare_object = matches!(word.relation, RelationKind::Leads) || !self.language.arabic;
                let Some(object) = self.after(next, 5, NameKind::Organisation).filter(|_| preposition || bare_object)
                else {
                    return;
                };
                let Some(subject) = self.person_before(token) else { return };
                let past = self.past(token, next + 2)
                    || self.language.arabic && !self.text.form(token).starts_with(['ي', 'ت', 'ا'])
                    || self.text.form(token).ends_with("ed");
                found.push(self.relation(
                    subject.name,
                    word.relation,
                    object.name,
                    word.detail.clone(),
                    token..object.end,
                    past,
                ));
            }
            Frame::RoleIn => self.role_in(word, token, next, found),
        }
    }
}
