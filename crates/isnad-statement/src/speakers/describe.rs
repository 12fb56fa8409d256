//! What a source is called: a person or an organisation by its name, those without a name by an English description. What Arabic
//! words are in English is in `gloss`, who is meant is decided in `party`.

use super::memory::Referent;
use super::party::{Found, Party, Setting, unnamed};
use super::words::{Head, number};
use isnad_ledger::{Name, NameKind, SourceKind};
use isnad_text::proclitics;
use std::ops::Range;

impl Setting<'_, '_> {
    pub(super) fn described(&self, source: &Party<'_, '_>) -> Referent {
        let Party { tokens: party, head_at, head, .. } = source;
        let (head_at, head) = (*head_at, *head);
        let count = self.count(party);
        let plural = count.map_or_else(|| head.is_some_and(|h| h.plural), |n| n > 1);
        if let Some(owner) = self.document_of(party, head_at, head) {
            return Referent { plural, ..unnamed(owner, SourceKind::Document) };
        }
        let name = if self.words.arabic { self.gloss(party, head_at, head) } else { self.plain(party, head_at) };
        let kind = match head {
            Some(head) if head.kind == SourceKind::Person => {
                let definite = head_at.is_some_and(|at| {
                    if self.words.arabic {
                        self.is_definite(at) || party.len() > 1
                    } else {
                        self.form(party.start) == "the"
                    }
                });
                if definite { SourceKind::Person } else { SourceKind::Anonymous }
            }
            Some(head) => head.kind,
            None if self.words.arabic || self.text.tokens()[party.start].is_capital() => SourceKind::Person,
            None => SourceKind::Anonymous,
        };
        Referent { plural, ..unnamed(name, kind) }
    }

    /// An English phrase without its article, what kind of place it names, and what follows a comma or "who".
    fn plain(&self, party: &Range<usize>, head_at: Option<usize>) -> String {
        let start = party.start + usize::from(matches!(self.form(party.start), "a" | "an" | "the" | "some"));
        let end = (start..party.end)
            .find(|at| self.is_mark(*at) && self.text.tokens()[*at].mark() == Some(',') || self.is_clause(*at));
        let end = end.unwrap_or(party.end);
        if let Some(name) = head_at.and_then(|at| self.at_body(start, at, end)) {
            return name;
        }
        let phrase = self.text.slice(start..end);
        let mut words: Vec<String> =
            phrase.split_whitespace().map(|word| word.replace("U.S.", "US").replace("U.N.", "UN")).collect();
        if let Some(first) = words.first_mut()
            && let Some(adjective) = self.words.adjective(self.form(start))
        {
            *first = adjective.to_owned();
        }
        // "Two residents" at a sentence's start are "two residents" inside it.
        let common = |at: usize| number(self.form(at)).is_some() || self.words.head(self.form(at)).is_some();
        if let Some(first) = words.first_mut().filter(|_| head_at == Some(start) || common(start)) {
            *first = first.to_lowercase();
        }
        let kind = |at: usize| words[at] == "the" && matches!(&*words[at + 1], "town" | "city" | "village" | "area");
        let of = (1..words.len().saturating_sub(3)).find(|at| kind(*at) && words[at + 2] == "of");
        if let Some(at) = of {
            words.drain(at..at + 3);
        }
        words.join(" ")
    }

    /// "official at the Ministry of Health": the body by its name, so that it is called alike in every report.
    fn at_body(&self, start: usize, head_at: usize, end: usize) -> Option<String> {
        let preposition = self.form(Some(head_at + 1).filter(|at| *at < end)?);
        if !matches!(preposition, "at" | "in" | "with" | "from" | "of" | "for") {
            return None;
        }
        let first = head_at + 2 + usize::from(head_at + 2 < end && self.form(head_at + 2) == "the");
        let mention = self.mentions.starting_in(first..first + 1).iter().find(|m| m.end <= end && !m.is_person())?;
        let head = self.words.head(self.form(head_at))?;
        let to = if preposition == "of" { of(head) } else { "at" };
        let words: Vec<&str> = (start..head_at + 1).map(|at| self.form(at)).collect();
        Some(format!("{} {to} {}", words.join(" "), mention.name.name))
    }

    /// Somebody of a body that stands before the noun for him: "a senior Hamas official", "the Interior Ministry spokesman".
    pub(super) fn belonging(&self, party: &Range<usize>, body: &Found<'_>) -> Option<Referent> {
        let (start, end) = body.tokens;
        let possessive = self.form(end - 1).ends_with("'s");
        let plain = |at: &usize| {
            let stops = matches!(self.form(*at), "in" | "of" | "at" | "for" | "on" | "and" | "or" | "with");
            !self.is_mark(*at) && !stops && !self.is_clause(*at)
        };
        if self.words.arabic || possessive || (party.start..start).any(|at| !plain(&at)) {
            return None;
        }
        let behind = (end..party.end.min(end + BEHIND)).take_while(plain);
        let at = behind.filter(|at| self.words.head(self.form(*at)).is_some()).last()?;
        let head = self.words.head(self.form(at))?;
        let definite = self.form(party.start) == "the";
        let kind = match head.kind {
            SourceKind::Person if definite => SourceKind::Person,
            SourceKind::Person | SourceKind::Anonymous => SourceKind::Anonymous,
            _ => return None,
        };
        let known = self.memory.last(|s| s.who.heads.contains(&head.lemma) && s.who.role.is_some());
        if let Some(known) = known.filter(|_| head.role && definite) {
            return Some(known.who.clone());
        }
        let count = self.count(party);
        let first = party.start + usize::from(matches!(self.form(party.start), "a" | "an" | "the" | "some"));
        let words = (first..start).chain(end..at + 1).map(|at| self.form(at));
        let name = format!("{} {} {}", words.collect::<Vec<_>>().join(" "), of(head), body.name.name);
        let plural = count.map_or(head.plural, |n| n > 1);
        Some(Referent { plural, ..unnamed(name, kind) })
    }

    pub(super) fn person(&self, name: &Name, party: &Range<usize>) -> Referent {
        let inside = |f: &Found<'_>| std::ptr::eq(f.name, name);
        let role = self.found(party).into_iter().find(inside).and_then(|f| self.role(f.tokens.0..f.tokens.1, party));
        let feminine = self.feminine(party);
        Referent { name_id: Some(name.id.clone()), role, feminine, ..unnamed(name.name.clone(), SourceKind::Person) }
    }

    /// The words of a phrase around a person's name.
    fn role(&self, tokens: Range<usize>, party: &Range<usize>) -> Option<String> {
        let trim = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '"').to_owned();
        let (before, after) =
            (trim(self.text.slice(party.start..tokens.start)), trim(self.text.slice(tokens.end..party.end)));
        let role = if before.is_empty() { after } else { before };
        (!role.is_empty()).then_some(role)
    }

    /// Whether a phrase shows a woman: النائبة, spokeswoman.
    fn feminine(&self, party: &Range<usize>) -> Option<bool> {
        let first = self.form(party.start);
        if self.words.arabic {
            let titled = party.len() > 1 && self.words.head(first).is_some();
            return titled.then(|| first.ends_with('ة'));
        }
        party
            .clone()
            .any(|at| matches!(self.form(at), "mrs" | "ms" | "spokeswoman" | "woman" | "mother" | "daughter" | "wife"))
            .then_some(true)
    }

    pub(crate) fn organisation(&self, name: &Name) -> Referent {
        let media = self.words.is_media(&name.key).unwrap_or_else(|| self.looks_like_media(name));
        let kind = if media { SourceKind::Media } else { SourceKind::Organisation };
        let feminine =
            name.name_ar.as_deref().map(|arabic| arabic.split(' ').next().is_some_and(|first| first.ends_with('ة')));
        Referent { name_id: Some(name.id.clone()), feminine, ..unnamed(name.name.clone(), kind) }
    }

    /// Whether an organisation passes on what it is told: an outlet, or one that takes testimony.
    pub(super) fn passes_on(&self, name: &Name) -> bool {
        name.kind == NameKind::Organisation
            && (self.words.is_ngo(&name.key)
                || self.looks_like_monitor(name)
                || self.organisation(name).kind == SourceKind::Media)
    }

    /// Whether an organisation that no table holds takes testimony by its name: an observatory, a centre for rights.
    fn looks_like_monitor(&self, name: &Name) -> bool {
        self.words.is_media(&name.key).is_none()
            && name.spans.iter().any(|span| {
                self.text
                    .tokens_in(*span)
                    .any(|at| proclitics(self.form(at)).any(|cut| self.words.is(cut.stem, "monitor")))
            })
    }

    /// Whether an organisation that no table holds is called a paper, a channel, a site.
    fn looks_like_media(&self, name: &Name) -> bool {
        const ENGLISH: [&str; 16] = [
            "news",
            "post",
            "times",
            "tv",
            "radio",
            "wire",
            "press",
            "tribune",
            "journal",
            "channel",
            "courier",
            "ledger",
            "review",
            "newspaper",
            "television",
            "media",
        ];
        name.spans.iter().any(|span| {
            self.text.tokens_in(*span).any(|at| {
                let form = self.form(at);
                if self.words.arabic {
                    proclitics(form).any(|cut| self.words.head(cut.stem).is_some_and(|h| h.kind == SourceKind::Media))
                } else {
                    ENGLISH.contains(&form)
                }
            })
        })
    }
}

/// Words behind a body's name up to the noun for one of its people.
const BEHIND: usize = 4;

/// How a head stands to its body: a director of it, an official at it.
fn of(head: &Head) -> &'static str {
    let speaks = matches!(&*head.lemma, "spokesman" | "spokeswoman" | "spokesperson" | "adviser");
    if head.role && head.kind == SourceKind::Person && !speaks { "of" } else { "at" }
}
