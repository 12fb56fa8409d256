//! Arabic descriptions of sources in English: two Syrian security officials in Kutum. It puts heads, adjectives, names and places
//! into English by tables, and writes in Latin letters what no table holds.

use super::party::Setting;
use super::share::is_one_of_them;
use super::words::{Head, Modifier, spelled};
use crate::mentions::Mention;
use isnad_ledger::SourceKind;
use isnad_name::romanise;
use isnad_text::proclitics;
use std::ops::Range;

/// Words behind a head that say where or of what.
const BEHIND: usize = 4;

/// Words of a place's name.
const PLACE: usize = 3;

impl Setting<'_, '_> {
    /// An Arabic phrase in English: number, adjectives, head, and where or of what.
    pub(super) fn gloss(&self, party: &Range<usize>, head_at: Option<usize>, head: Option<&Head>) -> String {
        let (Some(at), Some(head)) = (head_at, head) else {
            let end = party.clone().find(|at| self.is_mark(*at) && *at > party.start).unwrap_or(party.end);
            return self.english(party.start..end.min(party.start + BEHIND));
        };
        if self.words.is(&head.lemma, "share") && at + 1 < party.end && self.form(at + 1).starts_with("من") {
            return format!("{} of them", head.gloss);
        }
        let mut out = String::new();
        let count = self.count(party);
        let share = at > party.start && self.words.is(self.form(at - 1), "share");
        if let Some(count) = count.filter(|n| *n > 1) {
            out += &spelled(count);
            out.push(' ');
        }
        // رئيس الوزراء: two words that are one head.
        let double = self.double_head(at, party.end);
        let head = double.unwrap_or(head);
        let (adjectives, mut next) = self.adjectives(at + 1 + usize::from(double.is_some()), party.end);
        for adjective in adjectives {
            out += &adjective.gloss;
            out.push(' ');
        }
        out += match count {
            Some(1) if share || head.plural => &head.one,
            Some(n) if n > 1 => &head.several,
            _ => &head.gloss,
        };
        // الجانب الأميركي ولا السوري: the second is no part of the first.
        let about = |at: &usize| {
            let form = self.form(*at);
            self.is_mark(*at) || self.is_clause(*at) || form == "ولا" || self.words.is(form, "about")
        };
        let end = (next..party.end).find(about).unwrap_or(party.end);
        if next >= end {
            return out;
        }
        let named = self.mentions.starting_in(next..end).iter().find(|mention| mention.end <= party.end);
        if let Some(mention) = named.filter(|mention| mention.start < next + BEHIND) {
            // مدير المنظمة is its director, a source فيها is one there.
            let construct = mention.start == next && head.role;
            out += if mention.is_person() || construct { " of " } else { " at " };
            let name = self.english_name(mention);
            // قيادة عمليات كركوك: the place behind a body that no table holds is a part of its name.
            let own = Some(mention.end).filter(|at| *at < end && name != mention.name.name);
            if let Some((place, _)) = own.and_then(|at| self.place(at, end)) {
                out += place;
                out.push(' ');
            }
            out += &name;
            return out;
        }
        if let Some(person) = self.by_surname(self.form(next)).or_else(|| self.victim(next)) {
            return format!("{out} of {person}");
        }
        let within = matches!(self.form(next), "في" | "من" | "لدى" | "داخل" | "ب");
        next += usize::from(within);
        let joined = Some(next).filter(|at| *at < end).and_then(|at| self.form(at).strip_prefix('ب'));
        let written = joined.is_some_and(|form| form.starts_with("ال") && self.words.place_kind(form).is_some());
        let behind = self.english(next..end.min(next + BEHIND));
        if !behind.is_empty() {
            out += if within || written { " in " } else { " of " };
            out += &behind;
        }
        out
    }

    /// The head that a word and the one behind it are together.
    fn double_head(&self, at: usize, end: usize) -> Option<&Head> {
        let second = self.form(Some(at + 1).filter(|at| *at < end && !self.is_mark(*at))?);
        let bare = second.strip_prefix("ال").unwrap_or(second);
        let mut firsts = proclitics(self.form(at)).map(|cut| cut.stem);
        // A plural without an English one of its own is said by its first word: شهود عيان are witnesses.
        let found = firsts.find_map(|first| self.words.exact(&format!("{first} {bare}")));
        found.filter(|head| !head.plural || head.several != head.one)
    }

    /// The adjectives from a token on, in English order, and the token behind them.
    fn adjectives(&self, from: usize, end: usize) -> (Vec<&Modifier>, usize) {
        let mut all: Vec<&Modifier> = Vec::new();
        let mut at = from;
        while at < end && !self.is_mark(at) && all.len() < 3 {
            let Some(modifier) = self.words.gloss(self.form(at)) else { break };
            all.extend(Some(modifier).filter(|modifier| !modifier.gloss.is_empty()));
            at += 1;
        }
        all.sort_by_key(|modifier| modifier.rank);
        (all, at)
    }

    /// Words in English: names and places by theirs, other words by their meaning or their sound.
    fn english(&self, words: Range<usize>) -> String {
        let mut out: Vec<String> = Vec::new();
        let mut at = words.start;
        while at < words.end {
            if self.is_mark(at) {
                at += 1;
                continue;
            }
            let mention = self.mentions.starting_in(at..at + 1).iter().find(|mention| mention.end <= words.end);
            if let Some(mention) = mention {
                out.push(self.english_name(mention));
                at = mention.end;
            } else if let Some((place, end)) = self.place(at, words.end) {
                out.push(place.to_owned());
                at = end;
            } else {
                let form = self.form(at);
                let kind = self.words.place_kind(bare(form));
                let further = kind.is_some() && at + 1 < words.end && !self.is_mark(at + 1);
                if matches!(form, "في" | "من" | "على" | "الى" | "عن" | "باسم") && !out.is_empty() {
                    break;
                }
                // قرية الصفرة is called by its name; المدينة alone is the town.
                if !(further || matches!(form, "في" | "من" | "باسم" | "هذا" | "هذه" | "ذلك" | "تلك"))
                {
                    out.push(kind.map_or_else(|| self.word(form), |kind| format!("the {kind}")));
                }
                at += 1;
            }
        }
        out.retain(|part| !part.is_empty());
        out.join(" ")
    }

    /// A name in English. One that only its Arabic words are known of is put into English from its end: قيادة عمليات كركوك is
    /// the Kirkuk operations command; behind في the order stays.
    fn english_name(&self, mention: &Mention<'_>) -> String {
        let arabic = |c: char| ('\u{621}'..='\u{64a}').contains(&c);
        if !mention.name.name.contains(arabic) {
            return mention.name.name.clone();
        }
        let (mut parts, mut behind): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut at = mention.start;
        while at < mention.end {
            let form = self.form(at);
            let place = self.place(at, mention.end);
            if let Some((place, end)) = place {
                parts.push(place.to_owned());
                at = end;
                continue;
            }
            if form == "في" {
                behind.extend(parts.drain(..).rev());
                behind.push("in".to_owned());
            } else if !self.is_mark(at) {
                parts.push(self.word(form));
            }
            at += 1;
        }
        behind.extend(parts.into_iter().rev());
        behind.retain(|part| !part.is_empty());
        behind.join(" ")
    }

    fn word(&self, form: &str) -> String {
        if is_one_of_them(form) {
            return "one of them".to_owned();
        }
        let stems = || proclitics(form).map(|cut| cut.stem);
        if let Some(modifier) = self.words.gloss(form) {
            return modifier.gloss.to_string();
        }
        let head = self.words.head(form).map(|head| head.gloss.to_string());
        let part = || stems().find_map(|stem| self.words.part(stem)).map(str::to_owned);
        head.or_else(part).unwrap_or_else(|| romanise(bare(form)))
    }

    /// The place named from a token on, with the token behind it.
    fn place(&self, from: usize, end: usize) -> Option<(&str, usize)> {
        (1..=PLACE.min(end - from)).rev().find_map(|len| {
            let rest: String = (from + 1..from + len).map(|at| format!(" {}", self.form(at))).collect();
            let stems = proclitics(self.form(from)).map(|cut| cut.stem);
            let found = stems.filter(|stem| stem.len() > 4).find_map(|stem| self.words.place(&format!("{stem}{rest}")));
            Some((found?, from + len))
        })
    }

    /// Whose statement or report a document is, if it is a body's or somebody's without a name: بيان للجيش.
    pub(super) fn document_of(
        &self,
        party: &Range<usize>,
        head_at: Option<usize>,
        head: Option<&Head>,
    ) -> Option<String> {
        let at = head_at.filter(|_| self.words.arabic && head.is_some_and(|h| h.kind == SourceKind::Document))?;
        let (_, next) = self.adjectives(at + 1, party.end);
        let owner = next..party.end.min(next + BEHIND);
        let first = owner.clone().next().filter(|at| !self.is_mark(*at))?;
        let body = self.words.head(self.form(first)).is_some_and(|head| head.kind != SourceKind::Document);
        let named = self.mentions.starting_in(first..first + 1).iter().any(|mention| mention.end <= party.end);
        (body || named).then(|| self.english(owner)).filter(|owner| !owner.is_empty())
    }
}

/// A word without the preposition or conjunction written onto it, where the article shows that it is one.
fn bare(form: &str) -> &str {
    for (prefix, kept) in [("وال", 2), ("بال", 2), ("فال", 2), ("كال", 2)] {
        if form.starts_with(prefix) && form.len() > 10 {
            return &form[kept..];
        }
    }
    form
}
