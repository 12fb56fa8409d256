//! What a source is called: a person or an organisation by its name, those without a name by an English description made of
//! glosses. Who is meant is decided in `party`.

use super::memory::Referent;
use super::party::{Found, Setting, unnamed};
use super::words::{Head, spelled};
use isnad_ledger::{Name, NameKind, SourceKind};
use isnad_text::proclitics;
use std::ops::Range;

impl Setting<'_, '_> {
    pub(super) fn described(
        &self,
        party: &Range<usize>,
        found: &[Found<'_>],
        head_at: Option<usize>,
        head: Option<&Head>,
    ) -> Referent {
        let plural = head.is_some_and(|h| h.plural) || self.count(party).is_some_and(|n| n > 1);
        let name = if self.words.arabic { self.gloss(party, found, head_at, head) } else { self.plain(party) };
        let kind = match head {
            Some(head) if head.kind == SourceKind::Person => {
                let definite = head_at.is_some_and(|at| {
                    if self.words.arabic {
                        proclitics(self.form(at)).any(|c| c.article) || party.len() > 1
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

    /// An English phrase without its article and what follows a comma or "who".
    fn plain(&self, party: &Range<usize>) -> String {
        let start = party.start + usize::from(matches!(self.form(party.start), "a" | "an" | "the" | "some"));
        let end = (start..party.end)
            .find(|at| self.is_mark(*at) && self.text.tokens()[*at].mark() == Some(',') || self.is_clause(*at));
        let phrase = self.text.slice(start..end.unwrap_or(party.end));
        phrase.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An Arabic phrase in English: number, adjectives, head, and where or of what; the phrase itself if its head has no
    /// gloss.
    fn gloss(&self, party: &Range<usize>, found: &[Found<'_>], head_at: Option<usize>, head: Option<&Head>) -> String {
        let (Some(at), Some(head)) = (head_at, head) else {
            let end = party.clone().find(|at| self.is_mark(*at) && *at > party.start).unwrap_or(party.end);
            let bare = self.text.slice(party.start..end).trim_matches(['«', '»', '"', '“', '”']);
            return bare.to_owned();
        };
        let next = self.text.tokens().get(at + 1).filter(|t| t.mark().is_none()).map(|_| self.form(at + 1));
        if let Some(person) = next.and_then(|form| self.by_surname(form)).filter(|_| at + 1 < party.end) {
            return format!("{} of {person}", head.gloss);
        }
        let mut out = String::new();
        if let Some(count) = self.count(party).filter(|n| *n > 1) {
            out += &spelled(count);
            out.push(' ');
        }
        let adjectives =
            (at + 1..party.end).take_while(|at| !self.is_mark(*at)).map_while(|at| self.words.gloss(self.form(at)));
        let adjectives: Vec<&str> = adjectives.filter(|gloss| !gloss.is_empty()).take(2).collect();
        for adjective in adjectives {
            out += adjective;
            out.push(' ');
        }
        out += &head.gloss;
        if let Some(f) = found.first() {
            out += " at ";
            out += &f.name.name;
        } else if let Some(place) = (at + 1..party.end.min(at + 6)).find(|at| matches!(self.form(*at), "في" | "من"))
        {
            let end = (place + 1..party.end).find(|at| self.is_mark(*at)).unwrap_or(party.end);
            out += " in ";
            out += self.text.slice(place + 1..end.min(place + 4));
        } else if let Some(next) = (at + 1..party.end)
            .find(|next| self.words.gloss(self.form(*next)).is_none())
            .filter(|next| !self.is_mark(*next))
        {
            let end = (next..party.end).find(|at| self.is_mark(*at) || self.is_clause(*at)).unwrap_or(party.end);
            out += " of ";
            out += self.text.slice(next..end.min(next + 3));
        }
        out
    }

    /// The person whose surname a word is: عائلة المسعود.
    pub(super) fn by_surname(&self, form: &str) -> Option<&str> {
        let surname = |name: &&Name| {
            let last = name.name_ar.as_deref().and_then(|arabic| arabic.rsplit(' ').next());
            name.kind == NameKind::Person && last.is_some_and(|last| isnad_text::normalise(last) == form)
        };
        self.names.iter().find(surname).map(|name| name.name.as_str())
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
