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
            Frame::Possessed => found.extend(self.possessed(word, token, next)),
            Frame::Verb if self.is_denied(token) => {}
            Frame::Verb if word.relation == RelationKind::MarriedInto => found.extend(self.married(word, token, next)),
            Frame::Verb => {
                // ينتمي X إلى: in Arabic the subject follows its verb.
                let behind = self.mentions.from(next).iter().take_while(|at| at.start == next);
                let behind = behind.filter(|at| self.language.arabic && at.is_person()).last();
                let next = behind.map_or(next, |at| at.end);
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
                let Some(subject) = behind.or_else(|| self.person_before(token)) else { return };
                let past = self.past(token, next + 2)
                    || self.language.arabic && self.is_perfect(token)
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

    /// Whether an Arabic verb is one of the past: انضم, but not ينتمي.
    fn is_perfect(&self, token: usize) -> bool {
        let form = self.text.form(token);
        let bare = form.strip_prefix(['و', 'ف']).filter(|bare| bare.len() > 6).unwrap_or(form);
        !bare.starts_with(['ي', 'ت', 'م']) || matches!(bare, "تزعم" | "تراس" | "تزوج")
    }
}
