//! A part of those who spoke before: أحدهما, اثنان منهم, one of the three. It points at the statement of the whole.

use super::memory::Referent;
use super::party::{Setting, unnamed};
use super::words::{number, spelled};
use isnad_ledger::{NameKind, SourceKind};
use std::ops::Range;

/// Whether an Arabic word in reading form is "one of them".
pub(super) fn is_one_of_them(word: &str) -> bool {
    matches!(word, "احدهم" | "احدهما" | "احداهن" | "احدهن" | "احداهما")
}

impl Setting<'_, '_> {
    /// أحدهما, اثنان منهم, one of them: a part of those who spoke.
    pub(super) fn part_of(&self, party: &Range<usize>) -> Option<Referent> {
        let first = self.form(party.start);
        let bare = first.strip_prefix(['و', 'ف']).unwrap_or(first);
        let attached = is_one_of_them(bare) || matches!(bare, "بعضهم" | "كلاهما");
        let them = party.clone().skip(1).take(3).any(|at| matches!(self.form(at), "منهم" | "منهما" | "منهن" | "them"));
        let of_the = self.form(party.start + usize::from(party.len() > 1)) == "of"
            && party.len() > 2
            && matches!(self.form(party.start + 2), "the" | "those" | "these");
        let count = number(bare);
        // اثنان من الثلاثة
        let third = Some(party.start + 2).filter(|at| self.words.arabic && *at < party.end);
        let of_all = third
            .filter(|_| self.form(party.start + 1) == "من")
            .and_then(|at| number(self.form(at).strip_prefix("ال")?));
        let part = attached
            || them && (count.is_some() || matches!(bare, "some" | "others" | "another"))
            || of_the && count.is_some()
            || of_all.is_some() && count.is_some();
        if !part {
            return None;
        }
        let whole = if of_the {
            // "two of the three": the number alone says of whom.
            let head = self.head_at(party).and_then(|at| self.words.head(self.form(at)));
            let all = self.text.tokens().get(party.start + 3).and_then(|_| number(self.form(party.start + 3)));
            self.memory.last(|s| match head {
                Some(head) => s.who.plural && s.who.heads.contains(&head.lemma),
                None => s.who.plural && all.is_some() && s.who.count == all,
            })?
        } else if let Some(all) = of_all {
            self.memory.last(|s| s.who.plural && s.who.count == Some(all))?
        } else {
            self.memory
                .last(|s| s.who.plural && s.who.kind == SourceKind::Anonymous)
                .or_else(|| self.memory.last(|s| s.who.plural))?
        };
        let person = self.found(party).into_iter().find(|f| f.name.kind == NameKind::Person);
        if let Some(found) = person {
            return Some(self.person(found.name, party));
        }
        let share = count.map_or_else(|| "some".to_owned(), spelled);
        let name = format!("{share} of {}{}", if number_first(&whole.who.name) { "the " } else { "" }, whole.who.name);
        let subset_of = self.ids.get(whole.statement).cloned();
        let plural = count != Some(1);
        Some(Referent { count, plural, subset_of, ..unnamed(name, SourceKind::Anonymous) })
    }
}

fn number_first(name: &str) -> bool {
    name.split(' ').next().is_some_and(|word| number(word).is_some())
}
