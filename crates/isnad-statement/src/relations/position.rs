//! Positions: a role with an organisation before a person's name or behind it, and other names that a report says of somebody.

use super::scene::{NESTED, Scene};
use crate::mentions::Mention;
use crate::speakers::Head;
use isnad_ledger::SourceKind::{Anonymous, Person};
use isnad_ledger::{Name, NameKind, Relation, RelationKind};
use std::ops::Range;

impl Scene<'_, '_> {
    /// A person's position: a role with an organisation before the name (الباحث في مركز صوفان، وسيم نصر) or behind it.
    pub(super) fn position(&self, at: &Mention<'_>) -> Option<Relation> {
        let sentence = self.sentence(at.start);
        let head = |token: usize| self.language.words.head(self.text.form(token));
        let stop = |token: usize| {
            self.cues.contains(&token)
                || self.text.tokens()[token].mark().is_some_and(|m| matches!(m, '.' | ':' | ';' | '(' | ')' | '–'))
        };
        let from = (at.start.saturating_sub(14).max(sentence.start)..at.start)
            .rev()
            .take_while(|token| !stop(*token))
            .last()
            .unwrap_or(at.start);
        let object = |range: Range<usize>| {
            let mut inside = self.mentions.from(range.start).iter().take_while(|place| place.start < range.end);
            inside.find(|place| place.name.kind == NameKind::Organisation && place.end <= range.end)
        };
        let before = (from..at.start).find(|token| head(*token).is_some_and(human));
        if let Some(role) = before
            && let Some(object) = object(role + 1..at.start)
            && object.start <= role + 4
        {
            let gap = (object.end..at.start).filter(|token| self.text.tokens()[*token].mark().is_none()).count();
            let mut between = self.mentions.from(role + 1).iter().take_while(|place| place.start < at.start);
            let others = between.any(|place| place.is_person() && place.end <= at.start);
            if gap <= 3 && !others {
                let gloss = head(role).map(|head| head.gloss.to_string());
                let past = (role..at.start)
                    .any(|token| matches!(self.text.form(token), "السابق" | "سابق" | "السابقة" | "former"));
                return Some(self.relation(at.name, RelationKind::Position, object.name, gloss, role..at.end, past));
            }
        }
        // "Syrian Defence Ministry spokesman X": the body stands before the role.
        let role = at.start.checked_sub(1).filter(|role| !self.language.arabic && head(*role).is_some_and(human));
        let body = |role: usize| {
            self.mentions.before(role).iter().rev().take(NESTED).find(|body| body.end == role && !body.is_person())
        };
        if let Some((role, body)) = role.and_then(|role| Some((role, body(role)?))) {
            let gloss = head(role).map(|head| head.gloss.to_string());
            return Some(self.relation(at.name, RelationKind::Position, body.name, gloss, body.start..at.end, false));
        }
        let comma = self.text.tokens().get(at.end).is_some_and(|t| t.mark() == Some(','));
        let close = (at.end + 1..sentence.end)
            .find(|token| self.text.tokens()[*token].mark().is_some_and(|m| m == ',' || m == '.'))
            .unwrap_or(sentence.end);
        let role =
            (at.end + 1..close.min(at.end + 5)).find(|token| head(*token).is_some_and(human)).filter(|_| comma)?;
        let object = object(role + 1..close).filter(|object| object.start <= role + 5)?;
        let gloss = head(role).map(|head| head.gloss.to_string());
        Some(self.relation(at.name, RelationKind::Position, object.name, gloss, role..object.end, false))
    }

    /// Other names, which the reader of names has found: the object is the name itself, the other name its detail.
    pub(super) fn aliases(&self, names: &[Name]) -> Vec<Relation> {
        let all = names.iter().flat_map(|name| name.aliases.iter().map(move |alias| (name, alias)));
        all.filter_map(|(name, alias)| {
            let span = name.spans.iter().find(|span| self.text.words(**span) == alias)?;
            Some(self.relation(name, RelationKind::Alias, name, Some(alias.clone()), self.text.tokens_in(*span), false))
        })
        .collect()
    }
}

/// Whether a head is a role that one person has.
fn human(head: &Head) -> bool {
    !head.plural && matches!(head.kind, Person | Anonymous)
}
