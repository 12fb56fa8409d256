//! One source phrase read: whom it names, or what it describes. Coordinated sources are parted in `coordination`, pronouns in
//! `pronoun`, parts of a group in `share`, names and definite nouns in `named`; what a description is called is in `describe`.

use super::memory::{Memory, Referent};
use super::words::{Head, Words, number};
use crate::mentions::{Mention, Mentions};
use isnad_ledger::{Name, SourceKind};
use isnad_text::{Text, proclitics};
use std::ops::Range;

/// What a phrase is read with.
pub(crate) struct Setting<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) words: &'a Words,
    pub(crate) names: &'a [Name],
    pub(crate) mentions: &'a Mentions<'a>,
    pub(crate) memory: &'a Memory,
    pub(crate) ids: &'a [String],
}

/// One party of a source, with what stands in it.
pub(super) struct Party<'a, 'w> {
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// The names in it, in order.
    pub(super) found: Vec<Found<'a>>,
    /// Where its head noun stands.
    pub(super) head_at: Option<usize>,
    /// What the table says of that noun.
    pub(super) head: Option<&'w Head>,
}

/// A name found in a phrase.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) name: &'a Name,
    pub(super) tokens: (usize, usize),
}

impl<'a> Setting<'a, '_> {
    pub(super) fn form(&self, at: usize) -> &str {
        self.text.form(at)
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.text.tokens()[at].mark().is_some()
    }

    /// Whether a word stands with the article: المسؤول, but not والدة.
    pub(super) fn is_definite(&self, at: usize) -> bool {
        let form = self.form(at);
        let begins = form.starts_with("ال");
        proclitics(form).any(|cut| cut.article && (begins || self.words.head(cut.stem).is_some()))
    }

    /// The names that stand in a phrase, in order.
    pub(super) fn found(&self, phrase: &Range<usize>) -> Vec<Found<'a>> {
        let trimmed = |mention: &Mention<'a>| {
            let end = (mention.start..mention.end).rev().find(|at| !self.is_mark(*at))? + 1;
            (mention.named && end <= phrase.end).then_some(Found { name: mention.name, tokens: (mention.start, end) })
        };
        let mut found: Vec<Found<'a>> = self.mentions.starting_in(phrase.clone()).iter().filter_map(trimmed).collect();
        found.sort_by_key(|f| f.tokens);
        found
    }

    /// Where the first words of a phrase mean a name.
    pub(super) fn meant(&self, phrase: &Range<usize>) -> Option<Mention<'a>> {
        let start = phrase.start.saturating_sub(MEANT);
        let mut all = self.mentions.starting_in(start..phrase.end.min(phrase.start + 2)).iter();
        all.find(|mention| !mention.named && mention.end > phrase.start).copied()
    }

    /// Reads one party.
    pub(crate) fn read(&self, party: Range<usize>) -> Referent {
        let party = self.without_hearer(self.behind_report(party));
        if let Some(who) = self.part_of(&party).or_else(|| self.pronoun(&party)) {
            return who;
        }
        let found = self.found(&party);
        let head_at = self.head_at(&party);
        let head = head_at.and_then(|at| self.words.head(self.form(at)));
        let source = Party { tokens: party.clone(), found, head_at, head };
        let mut who = self
            .voice_of(&source)
            .or_else(|| self.named(&source))
            .or_else(|| self.known(&source))
            .or_else(|| self.kin(&source))
            .unwrap_or_else(|| self.described(&source));
        if who.name.trim().is_empty() {
            who.name = self.text.slice(party.clone()).trim().to_owned();
        }
        let lemmas =
            party.clone().take_while(|at| !self.is_clause(*at)).filter_map(|at| self.words.head(self.form(at)));
        for head in lemmas.take(6) {
            if !who.heads.contains(&head.lemma) {
                who.heads.push(head.lemma.clone());
            }
        }
        if who.count.is_none() && who.kind == SourceKind::Anonymous {
            who.count = self.count(&party).or((!who.plural).then_some(1));
        }
        who
    }

    /// Where a document is said to have been seen by an outlet: "documents | seen by X", وثيقة | اطلعت عليها X.
    pub(super) fn shown(&self, party: &Range<usize>) -> Option<usize> {
        let head = self
            .head_at(party)
            .filter(|at| self.words.head(self.form(*at)).is_some_and(|head| head.kind == SourceKind::Document))?;
        let seen = (head + 1..party.end).find(|at| self.words.is(self.form(*at), "seen"))?;
        let behind = self.mentions.starting_in(seen..party.end.min(seen + SEEN));
        behind.iter().any(|mention| self.passes_on(mention.name)).then_some(seen)
    }

    /// Whether a word is of one who hears for an outlet: لمراسل.
    pub(super) fn is_voice(&self, form: &str) -> bool {
        proclitics(form).any(|cut| cut.preposition == Some('ل') && self.words.is(cut.stem, "outlet"))
    }

    /// Whether a name is that of one who hears people out: استمع المركز إلى, "the centre interviewed".
    pub(super) fn listens(&self, name: Range<usize>) -> bool {
        let hears = |at: usize| {
            let bare = |form: &str| self.words.is(form, "hear");
            bare(self.form(at)) || self.form(at).strip_prefix('و').is_some_and(bare)
        };
        let beside = if self.words.arabic { name.start.checked_sub(1) } else { Some(name.end) };
        beside.is_some_and(|at| at < self.text.tokens().len() && hears(at))
    }

    /// What is behind the words of another report that an edge read wrongly put into a source: "two guards said | supervisors".
    fn behind_report(&self, party: Range<usize>) -> Range<usize> {
        // واستمع المركز إلى | نزيلين سابقين
        let to = (party.start + 1..party.end.min(party.start + SEEN)).find(|at| self.form(*at) == "الى");
        if let Some(to) = to.filter(|to| to + 1 < party.end && self.listens(party.start + 1..*to)) {
            return to + 1..party.end;
        }
        let says = |at: &usize| {
            let relative = at.checked_sub(1).is_some_and(|before| {
                self.is_clause(before) || matches!(self.form(before), "that" | "had" | "have" | "has" | "they" | "he")
            });
            matches!(self.form(*at), "said" | "says") && !relative && at + 1 < party.end
        };
        let ends = |at: &usize| matches!(self.form(*at), "he" | "she" | "they");
        let said = party.clone().rev().find(says).map(|at| at + 1);
        let told = || (self.form(party.start) == "told").then(|| party.end - 1).filter(ends);
        // "X said he had been paid half and urged …": what is behind "said" is what X said.
        let clause = |start: usize| start + 1 < party.end && PRONOUNS[..SUBJECTS].contains(&self.form(start));
        match said.or_else(told).filter(|_| !self.words.arabic) {
            Some(start) if start - 1 > party.start && clause(start) => party.start..start - 1,
            Some(start) if !self.is_mark(start) => start..party.end,
            _ => party,
        }
    }

    /// A phrase without the outlet that it says was spoken to: شهود لوكالة كذا, مصدر أمني وكالة كذا, "X, quoted by Y".
    fn without_hearer(&self, party: Range<usize>) -> Range<usize> {
        if let Some(seen) = self.shown(&party) {
            return party.start..seen;
        }
        let document = self.words.head(self.form(party.start)).is_some_and(|head| head.kind == SourceKind::Document);
        let hearer = self.found(&party).into_iter().find(|f| {
            let start = f.tokens.0;
            if document || start <= party.start || !self.passes_on(f.name) {
                return false;
            }
            let before = self.form(start - 1);
            let head = || self.words.head(before).is_some_and(|head| !head.plural);
            // Behind an adjective or a whole name no construct goes on.
            let closed = self.words.gloss(before).is_some() && !before.starts_with("ال") && !head();
            let to = proclitics(self.form(start)).any(|cut| cut.preposition == Some('ل'));
            let quoted = (start.saturating_sub(4).max(party.start)..start).any(|at| self.form(at) == "quoted");
            if self.words.arabic { to || closed || self.is_voice(before) } else { quoted }
        });
        // لبوابة كذا: an outlet that no name is known of.
        let unnamed = || {
            (party.start + 1..party.end).take_while(|at| !self.is_mark(*at)).find(|at| {
                proclitics(self.form(*at)).any(|cut| {
                    cut.preposition == Some('ل')
                        && self.words.head(cut.stem).is_some_and(|h| h.kind == SourceKind::Media)
                })
            })
        };
        match hearer {
            None if self.words.arabic && !document => party.start..unnamed().unwrap_or(party.end),
            Some(f) => {
                let voice =
                    |at: &usize| self.form(*at) == "quoted" || *at + 1 == f.tokens.0 && self.is_voice(self.form(*at));
                let cut = (party.start + 1..f.tokens.0).rev().find(voice).unwrap_or(f.tokens.0);
                party.start..cut
            }
            None => party,
        }
    }

    /// Whether a phrase is none that could speak, but a verb or adjective that was taken for one: "saying it", "unconfirmed".
    pub(crate) fn is_nobody(&self, phrase: &Range<usize>) -> bool {
        if phrase.clone().all(|at| self.form(at).chars().all(char::is_numeric)) {
            return true;
        }
        if self.words.arabic || self.text.tokens()[phrase.start].is_capital() {
            return false;
        }
        let known = |at: usize| {
            let form = self.form(at);
            self.words.head(form).is_some() || number(form).is_some() || PRONOUNS.contains(&form)
        };
        let first = self.form(phrase.start);
        let verbal = first.ends_with("ing") || first.ends_with("ed") || matches!(first, "said" | "says" | "told");
        // "dismissed the union's", "squared with the statement": a verb's object is no subject.
        let second = phrase.clone().nth(1).map_or("", |at| self.form(at));
        let object =
            matches!(second, "the" | "a" | "an" | "with" | "by" | "to" | "that" | "it" | "its" | "his" | "their");
        verbal
            && !known(phrase.start)
            && (object || phrase.len() <= 2 && !phrase.clone().any(known) && self.found(phrase).is_empty())
    }

    pub(super) fn is_clause(&self, at: usize) -> bool {
        let form = self.form(at);
        matches!(form, "who" | "whose" | "which" | "speaking" | "الذي" | "التي" | "الذين" | "اشترط")
            || self.words.is(form, "clause")
    }

    /// The first head of a phrase, behind numbers, articles and adjectives.
    pub(super) fn head_at(&self, party: &Range<usize>) -> Option<usize> {
        let mut at = party.clone().take(if self.words.arabic { 3 } else { 7 }).take_while(|at| !self.is_mark(*at));
        if self.words.arabic {
            let first = at.find(|at| self.words.head(self.form(*at)).is_some())?;
            // اثنان من سكان القرية, أحد المسؤولين: whom they are a part of says who they are.
            let share = self.words.is(self.form(first), "share");
            let mut behind = (first + 1..party.end.min(first + 3)).filter(|_| share);
            return behind.find(|at| self.words.head(self.form(*at)).is_some()).or(Some(first));
        }
        let first = at.find(|at| self.words.head(self.form(*at)).is_some())?;
        // "hospital official", "family member": the last of a row of nouns is the head.
        let next = first + 1;
        let row = next < party.end && !self.is_mark(next) && self.words.head(self.form(next)).is_some();
        Some(if row { next } else { first })
    }

    pub(super) fn count(&self, party: &Range<usize>) -> Option<u32> {
        // القناة 14: behind its noun a number in digits is a part of the name.
        let head = self.head_at(party).filter(|_| self.words.arabic).unwrap_or(party.end);
        let counts = |at: &usize| *at < head || !self.form(*at).starts_with(|c: char| c.is_numeric());
        let first = party.clone().take(3).filter(counts).find_map(|at| {
            let form = self.form(at);
            number(form).or_else(|| number(form.strip_prefix('و')?))
        });
        let two = || party.clone().take(2).any(|at| self.words.is_dual(self.form(at))).then_some(2);
        first.or_else(two).filter(|count| *count < 1000)
    }
}

/// Words that stand for somebody.
const PRONOUNS: [&str; 13] =
    ["he", "she", "they", "we", "i", "you", "his", "her", "their", "its", "who", "which", "one"];

/// How many of them are subjects.
const SUBJECTS: usize = 5;

/// Tokens that words which mean somebody have at most.
const MEANT: usize = 4;

/// Tokens from the verb of seeing to the outlet that has seen.
const SEEN: usize = 5;

/// A referent that is only described.
pub(crate) fn unnamed(name: String, kind: SourceKind) -> Referent {
    Referent {
        name,
        name_id: None,
        kind,
        heads: Vec::new(),
        plural: false,
        feminine: None,
        count: None,
        role: None,
        subset_of: None,
        owner: None,
    }
}
