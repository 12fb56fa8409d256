//! One source phrase read: who it names, or what it describes. It reads the words of the phrase, the names found in the text,
//! and who spoke before.

use super::memory::{Memory, Pronoun, Referent};
use super::words::{Head, Words, number, spelled};
use isnad_ledger::{Name, NameKind, SourceKind};
use isnad_text::{Text, proclitics};
use std::ops::Range;

/// What a phrase is read with.
pub(crate) struct Setting<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) words: &'a Words,
    pub(crate) names: &'a [Name],
    pub(crate) memory: &'a Memory,
    pub(crate) ids: &'a [String],
}

/// A name found in a phrase.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) name: &'a Name,
    pub(super) tokens: (usize, usize),
}

impl Setting<'_, '_> {
    pub(super) fn form(&self, at: usize) -> &str {
        self.text.form(at)
    }

    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.text.tokens()[at].mark().is_some()
    }

    /// The names that stand in a phrase, in order.
    fn found(&self, phrase: &Range<usize>) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        for name in self.names {
            for span in &name.spans {
                let mut tokens = self.text.tokens_in(*span);
                while !tokens.is_empty() && self.is_mark(tokens.end - 1) {
                    tokens.end -= 1;
                }
                if tokens.start >= phrase.start && tokens.end <= phrase.end && !tokens.is_empty() {
                    found.push(Found { name, tokens: (tokens.start, tokens.end) });
                }
            }
        }
        found.sort_by_key(|f| f.tokens);
        found
    }

    fn meant(&self, phrase: &Range<usize>) -> Option<&Name> {
        self.names.iter().find(|name| {
            name.anaphora.iter().any(|span| {
                let tokens = self.text.tokens_in(*span);
                tokens.start < phrase.end && tokens.end > phrase.start && tokens.start <= phrase.start + 1
            })
        })
    }

    /// Cuts a phrase at the coordination of two sources: عائلته ومسؤولون, two lawyers and a doctor.
    pub(crate) fn parties(&self, phrase: Range<usize>) -> Vec<Range<usize>> {
        let found = self.found(&phrase);
        let inside = |at: usize| found.iter().any(|f| f.tokens.0 < at && at < f.tokens.1);
        let mut parties = Vec::new();
        let mut start = phrase.start;
        for at in phrase.start + 1..phrase.end {
            let form = self.form(at);
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
            let cut = if self.words.arabic {
                let stem = form.strip_prefix('و').filter(|stem| stem.len() > 4);
                let point = self.text.tokens()[at].start + 1;
                let named = self.names.iter().any(|name| name.spans.iter().any(|span| span.start() == point));
                let human = |stem: &str| {
                    let people = self.words.head(stem).is_some_and(|head| head.kind != SourceKind::Document);
                    !stem.starts_with("ال") && people && self.words.head(form).is_some()
                };
                stem.is_some_and(|stem| named || human(stem) && !found.iter().any(|f| f.tokens.0 == at))
            } else {
                let next = at
                    + 1
                    + usize::from(matches!(
                        self.text.tokens().get(at + 1).map(|_| self.form(at + 1)),
                        Some("a" | "an" | "the" | "two" | "three" | "four")
                    ));
                let further = (next..(next + 3).min(phrase.end)).any(begins);
                form == "and" && at + 1 < phrase.end && further
            };
            if cut {
                parties.push(start..at);
                start = if self.words.arabic { at } else { at + 1 };
            }
        }
        parties.push(start..phrase.end);
        parties
    }

    /// Reads one party.
    pub(crate) fn read(&self, party: Range<usize>) -> Referent {
        let party = self.without_hearer(party);
        if let Some(who) = self.part_of(&party).or_else(|| self.pronoun(&party)) {
            return who;
        }
        let found = self.found(&party);
        let head_at = self.head_at(&party);
        let head = head_at.and_then(|at| self.words.head(self.form(at)));
        let mut who = self
            .named(&party, &found, head_at, head)
            .or_else(|| self.known(&party, &found, head_at, head))
            .unwrap_or_else(|| self.described(&party, &found, head_at, head));
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

    /// A phrase without the outlet that it says was spoken to: شهود لوكالة كذا, "X, quoted by Y".
    fn without_hearer(&self, party: Range<usize>) -> Range<usize> {
        let hearer = self.found(&party).into_iter().find(|f| {
            let start = f.tokens.0;
            let media = f.name.kind == NameKind::Organisation && self.organisation(f.name).kind == SourceKind::Media;
            let to = self.words.arabic
                && proclitics(self.form(start))
                    .any(|cut| cut.preposition == Some('ل') && self.words.head(cut.stem).is_some());
            let quoted = !self.words.arabic
                && (start.saturating_sub(4).max(party.start)..start).any(|at| self.form(at) == "quoted");
            media && start > party.start && (to || quoted)
        });
        match hearer {
            Some(f) => {
                let cut =
                    (party.start + 1..f.tokens.0).rev().find(|at| self.form(*at) == "quoted").unwrap_or(f.tokens.0);
                party.start..cut
            }
            None => party,
        }
    }

    pub(super) fn is_clause(&self, at: usize) -> bool {
        matches!(self.form(at), "who" | "whose" | "which" | "speaking" | "الذي" | "التي" | "طلب" | "فضل" | "اشترط")
    }

    /// The first head of a phrase, behind numbers, articles and adjectives.
    fn head_at(&self, party: &Range<usize>) -> Option<usize> {
        let mut at = party.clone().take(if self.words.arabic { 3 } else { 7 }).take_while(|at| !self.is_mark(*at));
        if self.words.arabic {
            return at.find(|at| self.words.head(self.form(*at)).is_some());
        }
        let first = at.find(|at| self.words.head(self.form(*at)).is_some())?;
        // "hospital official", "family member": the last of a row of nouns is the head.
        let next = first + 1;
        let row = next < party.end && !self.is_mark(next) && self.words.head(self.form(next)).is_some();
        Some(if row { next } else { first })
    }

    pub(super) fn count(&self, party: &Range<usize>) -> Option<u32> {
        let first = party.clone().take(3).find_map(|at| number(self.form(at)))?;
        (first < 1000).then_some(first)
    }

    fn pronoun(&self, party: &Range<usize>) -> Option<Referent> {
        let at = party.start;
        let form = self.form(at);
        let one = party.len() == 1;
        let pronoun = match form {
            "he" | "هو" | "him" if one => Pronoun::Masculine,
            "she" | "هي" | "her" if one => Pronoun::Feminine,
            "it" | "which" if one => Pronoun::Neuter,
            "they" | "هم" | "هما" | "we" | "نحن" if one => Pronoun::Plural,
            "his" | "her" | "their" | "its" if !self.words.arabic => {
                let head_at = self.head_at(party)?;
                let head = self.words.head(self.form(head_at))?;
                let pronoun = match form {
                    "his" => Pronoun::Masculine,
                    "her" => Pronoun::Feminine,
                    "its" => Pronoun::Neuter,
                    _ => Pronoun::Plural,
                };
                return self.possessed(party, head, pronoun);
            }
            _ if self.words.arabic => {
                let (stem, pronoun) = suffix(form)?;
                let bare = proclitics(stem).find_map(|cut| self.stem_head(cut.stem));
                let said = proclitics(stem).any(|cut| SPEECH.contains(&cut.stem));
                let speech = one && (bare.is_none() || said);
                if speech {
                    let who = self.memory.pronoun(pronoun, true)?.who.clone();
                    return Some(who);
                }
                return self.possessed(party, bare?, pronoun);
            }
            _ => return None,
        };
        self.memory.pronoun(pronoun, self.words.arabic).map(|spoken| spoken.who.clone())
    }

    /// A head in its form before a pronoun: عائلت(ه), بيان(ها), شقيق(ه).
    fn stem_head(&self, stem: &str) -> Option<&Head> {
        let closed = stem.strip_suffix('ت').map(|stem| format!("{stem}ة"));
        self.words.head(stem).or_else(|| closed.and_then(|form| self.words.head(&form)))
    }

    /// "its statement" is the body's; "his family" are people of their own; "its director X" is X.
    fn possessed(&self, party: &Range<usize>, head: &Head, pronoun: Pronoun) -> Option<Referent> {
        let person = self.found(party).into_iter().find(|f| f.name.kind == NameKind::Person);
        if let Some(found) = person {
            return Some(self.person(found.name, party));
        }
        if head.kind == SourceKind::Document {
            let mut who = self.memory.pronoun(pronoun, self.words.arabic)?.who.clone();
            who.kind = SourceKind::Document;
            return Some(who);
        }
        let owner = match head.kind {
            SourceKind::Anonymous => self
                .person_before(party.start)
                .or_else(|| self.memory.pronoun(pronoun, self.words.arabic).map(|s| s.who.name.clone())),
            _ => self
                .memory
                .pronoun(pronoun, self.words.arabic)
                .map(|s| s.who.name.clone())
                .or_else(|| self.person_before(party.start)),
        }?;
        let name = format!("{} of {owner}", head.gloss);
        if head.role
            && let Some(known) = self.memory.head(&head.lemma)
        {
            return Some(known.who.clone());
        }
        let plural = head.plural || matches!(&*head.gloss, "family" | "relatives");
        Some(Referent { plural, ..unnamed(name, head.kind) })
    }

    /// Several who spoke though only one is named: the person before a statement's cue, and others.
    pub(crate) fn company(&self, statement: &isnad_ledger::Statement) -> Option<Referent> {
        let cue = self.text.tokens_in(*statement.cue.first()?).start;
        let person = self.person_before(cue)?;
        Some(Referent { plural: true, ..unnamed(format!("{person} and others"), SourceKind::Person) })
    }

    /// Whose family is meant: of those named in this paragraph or the two before it the one the report names most often, of
    /// equals the nearest. A ruler named in passing ("since the fall of …") is not made anybody's son by standing near.
    fn person_before(&self, token: usize) -> Option<String> {
        let paragraph = self.text.paragraph_of(token).saturating_sub(2);
        let floor = self.text.paragraphs().get(paragraph).map_or(0, |tokens| tokens.start);
        let people = self.names.iter().filter(|name| name.kind == NameKind::Person);
        let nearest = |name: &Name| {
            let mentions = name.spans.iter().map(|span| self.text.tokens_in(*span));
            let here =
                |tokens: &Range<usize>| tokens.start >= floor && tokens.end <= token && !self.names_an_age(tokens);
            mentions.filter(here).map(|tokens| tokens.end).max()
        };
        let mentioned = |name: &Name| name.spans.len() + name.anaphora.len();
        let best = people
            .filter_map(|name| Some((mentioned(name), nearest(name)?, name)))
            .max_by_key(|(n, end, _)| (*n, *end))?;
        Some(best.2.name.clone())
    }

    /// نظام فلان, the fall of X: the name stands for a time or a government, not for somebody who is there.
    fn names_an_age(&self, tokens: &Range<usize>) -> bool {
        const BEFORE: [&str; 8] = ["نظام", "حكم", "عهد", "سقوط", "قوات", "حكومة", "رحيل", "اسقاط"];
        let before = tokens.start.checked_sub(1).map_or("", |at| self.form(at));
        let english = tokens.start.checked_sub(2).map_or("", |at| self.form(at));
        let after = if tokens.end < self.text.tokens().len() { self.form(tokens.end) } else { "" };
        BEFORE.contains(&before)
            || (before == "of" && matches!(english, "fall" | "rule" | "regime" | "ouster" | "government"))
            || matches!(after, "regime" | "government")
    }

    /// أحدهما, اثنان منهم, one of them: a part of those who spoke.
    fn part_of(&self, party: &Range<usize>) -> Option<Referent> {
        let first = self.form(party.start);
        let bare = first.strip_prefix(['و', 'ف']).unwrap_or(first);
        let attached = matches!(bare, "احدهم" | "احدهما" | "احداهن" | "احدهن" | "احداهما" | "بعضهم" | "كلاهما");
        let them = party.clone().skip(1).take(3).any(|at| matches!(self.form(at), "منهم" | "منهما" | "منهن" | "them"));
        let of_the = self.form(party.start + usize::from(party.len() > 1)) == "of"
            && party.len() > 2
            && matches!(self.form(party.start + 2), "the" | "those" | "these");
        let count = number(bare);
        let part = attached
            || them && (count.is_some() || matches!(bare, "some" | "others" | "another"))
            || of_the && count.is_some();
        if !part {
            return None;
        }
        let whole = if of_the {
            let lemma = self.head_at(party).and_then(|at| self.words.head(self.form(at)))?.lemma.clone();
            self.memory.last(|s| s.who.plural && s.who.heads.contains(&lemma))?
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

    fn named(
        &self,
        party: &Range<usize>,
        found: &[Found<'_>],
        head_at: Option<usize>,
        head: Option<&Head>,
    ) -> Option<Referent> {
        let person = found.iter().find(|f| f.name.kind == NameKind::Person);
        if let Some(f) = person {
            let (start, end) = f.tokens;
            let before = start.checked_sub(1).filter(|at| *at >= party.start);
            let definite = head_at.is_some_and(|at| proclitics(self.form(at)).any(|cut| cut.article));
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
                return Some(Referent { plural, ..unnamed(name, kind) });
            }
            return Some(self.person(f.name, party));
        }
        let f = found.first()?;
        let from = f.tokens.0 - party.start;
        let before_name = head_at.filter(|at| *at < f.tokens.0);
        let document = head.is_some_and(|h| h.kind == SourceKind::Document) && before_name.is_some();
        let gap = before_name.map_or(0, |at| f.tokens.0 - at);
        let begins = match before_name {
            None => from <= 2,
            // "the agency Petra", "group X": the head names the same.
            Some(_) => head.is_some_and(|h| matches!(h.kind, SourceKind::Media | SourceKind::Organisation)) && gap <= 2,
        };
        let owned = !self.words.arabic && self.form(f.tokens.1 - 1).ends_with("'s") && f.tokens.1 < party.end;
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
    fn known(
        &self,
        party: &Range<usize>,
        found: &[Found<'_>],
        head_at: Option<usize>,
        head: Option<&Head>,
    ) -> Option<Referent> {
        if let Some(name) = self.meant(party).filter(|_| found.is_empty()) {
            let mut who = self.organisation(name);
            if head.is_some_and(|h| h.kind == SourceKind::Document) {
                who.kind = SourceKind::Document;
            } else if head.is_some_and(|h| matches!(h.kind, SourceKind::Person | SourceKind::Anonymous))
                && head_at == Some(party.start)
            {
                return None;
            }
            return Some(who);
        }
        let at = head_at.unwrap_or(party.start);
        let definite = if self.words.arabic {
            let same = party
                .clone()
                .any(|at| matches!(self.form(at), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "ذات" | "نفس" | "المذكور"));
            same || proclitics(self.form(at)).any(|cut| cut.article)
        } else {
            self.form(party.start) == "the" || self.form(party.start) == "that"
        };
        let core = party.clone().take_while(|at| !self.is_mark(*at)).count();
        if !definite || core > 5 {
            return None;
        }
        if let Some(head) = head {
            let before = self.memory.head(&head.lemma);
            if let Some(spoken) = before.filter(|s| head.kind != SourceKind::Document || s.who.name_id.is_some()) {
                return Some(spoken.who.clone());
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

fn number_first(name: &str) -> bool {
    name.split(' ').next().is_some_and(|word| number(word).is_some())
}

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
    }
}

/// Nouns of speech before a pronoun: the pronoun is who speaks.
const SPEECH: [&str; 16] = [
    "قول",
    "راي",
    "تعبير",
    "روايت",
    "زعم",
    "كلام",
    "حديث",
    "تقدير",
    "وصف",
    "افادت",
    "شهادت",
    "تصريح",
    "تصريحات",
    "مزاعم",
    "اعتقاد",
    "حد",
];

/// An attached pronoun and what is before it.
fn suffix(form: &str) -> Option<(&str, Pronoun)> {
    const SUFFIXES: [(&str, Pronoun); 5] = [
        ("هما", Pronoun::Plural),
        ("هم", Pronoun::Plural),
        ("هن", Pronoun::Plural),
        ("ها", Pronoun::Feminine),
        ("ه", Pronoun::Masculine),
    ];
    SUFFIXES.iter().find_map(|(suffix, pronoun)| {
        let stem = form.strip_suffix(suffix)?;
        (stem.len() > 4).then_some((stem, *pronoun))
    })
}
