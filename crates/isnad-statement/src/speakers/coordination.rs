//! Where one source ends and the next begins: عائلته ومسؤولون, two lawyers and a doctor. It cuts phrases and reads none.

use super::party::Setting;
use super::words::{Head, number};
use isnad_ledger::SourceKind;
use std::ops::Range;

impl Setting<'_, '_> {
    /// Cuts a phrase at the coordination of two sources: عائلته ومسؤولون, two lawyers and a doctor.
    pub(crate) fn parties(&self, phrase: Range<usize>) -> Vec<Range<usize>> {
        let found = self.found(&phrase);
        let inside = |at: usize| found.iter().any(|f| f.tokens.0 < at && at < f.tokens.1);
        let mut parties = Vec::new();
        let mut start = phrase.start;
        for at in phrase.start + 1..phrase.end {
            let form = self.form(at);
            // "The first reports, and an analyst": a comma before "and" parts no further than the word itself.
            let and = self.text.tokens().get(at + 1).is_some_and(|_| self.form(at + 1) == "and");
            if self.is_mark(at) && and && self.text.tokens()[at].mark() == Some(',') {
                continue;
            }
            if self.is_mark(at) || matches!(form, "who" | "whose" | "which" | "that" | "الذي" | "التي" | "الذين")
            {
                break;
            }
            if inside(at) {
                continue;
            }
            let begins = |at: usize| {
                let named = found.iter().any(|f| f.tokens.0 == at);
                let human = |h: &Head| h.kind != SourceKind::Document;
                named || self.words.head(self.form(at)).is_some_and(human)
            };
            let neither = self.words.arabic && form == "ولا" && at + 1 < phrase.end && begins(at + 1);
            if neither {
                parties.push(start..at);
                start = at + 1;
                continue;
            }
            let cut = if self.words.arabic {
                let stem = form.strip_prefix('و').filter(|stem| stem.len() > 4);
                let point = self.text.tokens()[at].start + 1;
                let named = self.mentions.starting_in(at..at + 1).iter().any(|m| m.named && m.span.start() == point);
                let human = |stem: &str| {
                    let people = self.words.head(stem).is_some_and(|head| head.kind != SourceKind::Document);
                    !stem.starts_with("ال") && people && self.words.head(form).is_some()
                };
                // والمبعوث: one who holds an office is no part of another's name.
                let office = |stem: &str| {
                    let head = stem.strip_prefix("ال").and_then(|_| self.words.head(stem));
                    head.is_some_and(|head| head.role && !head.plural && head.kind == SourceKind::Person)
                };
                // وثلاثة مسؤولين
                let counted = |stem: &str| number(stem).is_some() && at + 1 < phrase.end && begins(at + 1);
                let free = || !found.iter().any(|f| f.tokens.0 == at);
                stem.is_some_and(|stem| named || (human(stem) || office(stem) || counted(stem)) && free())
            } else {
                let skips = |at: usize, words: &[&str]| usize::from(at < phrase.end && words.contains(&self.form(at)));
                let to = at + 1 + skips(at + 1, &["to", "by", "from"]);
                let next = to + skips(to, &["a", "an", "the", "two", "three", "four"]);
                let further = (next..(next + 3).min(phrase.end)).any(begins);
                form == "and" && at + 1 < phrase.end && further
            };
            if cut {
                let end = if self.is_mark(at - 1) { at - 1 } else { at };
                parties.push(start..end);
                let to = !self.words.arabic && matches!(self.form(at + 1), "to" | "by" | "from");
                start = if self.words.arabic { at } else { at + 1 + usize::from(to) };
            }
        }
        parties.push(start..phrase.end);
        parties
    }
}
