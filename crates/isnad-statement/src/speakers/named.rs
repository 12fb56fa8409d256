//! Sources that name somebody, or mean somebody named before by a definite noun. Who is only described is for `describe`.

use super::memory::Referent;
use super::party::{Found, Party, Setting, unnamed};
use isnad_ledger::{NameKind, SourceKind};

impl Setting<'_, '_> {
    /// The person or body that a name in the phrase is, or those who belong to it.
    pub(super) fn named(&self, source: &Party<'_, '_>) -> Option<Referent> {
        let Party { tokens: party, found, head_at, head } = source;
        let (head_at, head) = (*head_at, *head);
        let person = found.iter().find(|f| f.name.kind == NameKind::Person);
        if let Some(f) = person {
            let (start, end) = f.tokens;
            let before = start.checked_sub(1).filter(|at| *at >= party.start);
            let definite = head_at.is_some_and(|at| self.is_definite(at));
            let construct = self.words.arabic
                && before.is_some()
                && before == head_at
                && !definite
                && head.is_some_and(|h| !h.role);
            let of = !self.words.arabic
                && before.is_some_and(|at| matches!(self.form(at), "of" | "to" | "for" | "with"))
                && head_at.is_some_and(|at| at < start);
            let owned = !self.words.arabic && self.form(end - 1).ends_with("'s") && end < party.end;
            let owned_head =
                owned.then(|| (end..party.end.min(end + 4)).find_map(|at| self.words.head(self.form(at)))).flatten();
            if let Some(head) = head.filter(|_| construct || of).or(owned_head) {
                let plural = head.plural || matches!(&*head.gloss, "family" | "relatives");
                let name = format!("{} of {}", head.gloss, f.name.name);
                let kind = if head.kind == SourceKind::Person { SourceKind::Anonymous } else { head.kind };
                let kin = self.words.is(&head.lemma, "kin") || self.words.is(&head.gloss, "kin");
                let owner = Some(f.name.name.clone()).filter(|_| kin);
                return Some(Referent { plural, owner, ..unnamed(name, kind) });
            }
            return Some(self.person(f.name, party));
        }
        let f = found.first()?;
        // An outlet's correspondent is the outlet.
        let voice =
            head.is_some_and(|head| self.words.is(&head.lemma, "outlet") || self.words.is(&head.gloss, "outlet"));
        if voice && self.organisation(f.name).kind == SourceKind::Media {
            return Some(self.organisation(f.name));
        }
        if let Some(who) = self.belonging(party, f) {
            return Some(who);
        }
        let from = f.tokens.0 - party.start;
        let before_name = head_at.filter(|at| *at < f.tokens.0);
        let document = head.is_some_and(|h| h.kind == SourceKind::Document) && before_name.is_some();
        let counts = |at: &usize| !self.is_mark(*at) && !matches!(self.form(*at), "the");
        let gap = before_name.map_or(0, |at| 1 + (at + 1..f.tokens.0).filter(counts).count());
        let begins = match before_name {
            None => from <= 2,
            // "the agency Petra", "group X": the head names the same.
            Some(_) => head.is_some_and(|h| matches!(h.kind, SourceKind::Media | SourceKind::Organisation)) && gap <= 2,
        };
        // Airwars' director
        let bare = (f.tokens.1 < party.end).then(|| self.text.tokens()[f.tokens.1].mark()).flatten();
        let owns = self.form(f.tokens.1 - 1).ends_with("'s")
            || self.form(f.tokens.1 - 1).ends_with("s'")
            || matches!(bare, Some('\'' | '’'));
        let owned = !self.words.arabic && owns && f.tokens.1 < party.end;
        let owned_head = owned
            .then(|| (f.tokens.1..party.end.min(f.tokens.1 + 5)).rev().find_map(|at| self.words.head(self.form(at))))
            .flatten();
        if let Some(head) = owned_head.filter(|h| h.kind != SourceKind::Document) {
            let known = self.memory.last(|s| s.who.heads.contains(&head.lemma) && s.who.role.is_some());
            if let Some(known) = known.filter(|_| head.role) {
                return Some(known.who.clone());
            }
            return Some(Referent {
                plural: head.plural,
                ..unnamed(format!("{} of {}", head.gloss, f.name.name), head.kind)
            });
        }
        if begins || document && gap <= 3 {
            let mut who = self.organisation(f.name);
            if document || owned_head.is_some() {
                who.kind = SourceKind::Document;
            }
            return Some(who);
        }
        None
    }

    /// A definite noun that somebody named before is meant by.
    pub(super) fn known(&self, source: &Party<'_, '_>) -> Option<Referent> {
        let Party { tokens: party, found, head_at, head } = source;
        let (head_at, head) = (*head_at, *head);
        if let Some(mention) = self.meant(party).filter(|_| found.is_empty()) {
            let body = Found { name: mention.name, tokens: (mention.start.max(party.start), mention.end) };
            if let Some(who) = self.belonging(party, &body).filter(|_| mention.name.kind == NameKind::Organisation) {
                return Some(who);
            }
            let mut who = self.organisation(mention.name);
            let people = head.is_some_and(|h| matches!(h.kind, SourceKind::Person | SourceKind::Anonymous));
            let itself = head_at.is_some_and(|at| at + 1 == mention.end) && mention.end == party.end;
            if head.is_some_and(|h| h.kind == SourceKind::Document) {
                who.kind = SourceKind::Document;
            } else if people && head_at == Some(party.start) && !itself {
                return None;
            }
            return Some(who);
        }
        let at = head_at.unwrap_or(party.start);
        let definite = if self.words.arabic {
            let same = party
                .clone()
                .any(|at| matches!(self.form(at), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "ذات" | "نفس" | "المذكور"));
            same || self.is_definite(at)
        } else {
            self.form(party.start) == "the" || self.form(party.start) == "that"
        };
        let core = party.clone().take_while(|at| !self.is_mark(*at)).count();
        // الناطق باسم الحركة المسيطرة على المدينة: however long, the voice of a body is one.
        let voice = core > 1 && self.form(party.start + 1) == "باسم";
        if !definite || core > 5 && !voice {
            return None;
        }
        if let Some(head) = head {
            // الوزارة is none of "the Syrian ministries" that spoke before.
            let agrees = |who: &Referent| head.plural || !who.plural || who.name_id.is_some();
            let before = self.memory.head(&head.lemma).filter(|spoken| agrees(&spoken.who));
            if let Some(spoken) = before.filter(|s| head.kind != SourceKind::Document || s.who.name_id.is_some()) {
                return Some(spoken.who.clone());
            }
            // "The first reports" are nobody's in particular.
            if head.kind == SourceKind::Document && head.plural {
                return None;
            }
            if head.kind == SourceKind::Document {
                let mut who = self
                    .memory
                    .last(|s| {
                        matches!(s.who.kind, SourceKind::Document | SourceKind::Media | SourceKind::Organisation)
                    })?
                    .who
                    .clone();
                who.kind = SourceKind::Document;
                return Some(who);
            }
        }
        // The group, الغرفة: by the word in the name of one who spoke.
        let noun = self.form(at).trim_start_matches("ال").to_owned();
        let holds = |name: &str| {
            name.to_lowercase().split(' ').any(|word| word == noun || word.trim_start_matches("ال") == noun)
        };
        let spoken = self.memory.last(|s| holds(&s.who.name) && s.who.kind != SourceKind::Person)?;
        Some(spoken.who.clone())
    }
}
