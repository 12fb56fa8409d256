//! Sources that are a pronoun or hang on one: he, قوله, بيانها, "his family". Whom it means is the nearest who agrees.

use super::memory::{Pronoun, Referent};
use super::party::{Party, Setting, unnamed};
use super::words::Head;
use isnad_ledger::{NameKind, SourceKind, Statement};
use isnad_text::proclitics;
use std::ops::Range;

impl Setting<'_, '_> {
    pub(super) fn pronoun(&self, party: &Range<usize>) -> Option<Referent> {
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
                let said = proclitics(stem).any(|cut| self.words.is(cut.stem, "speech"));
                let speech = one && (bare.is_none() || said);
                if speech {
                    return self
                        .beside_kin(pronoun, at)
                        .or_else(|| Some(self.memory.pronoun(pronoun, true)?.who.clone()));
                }
                return self.possessed(party, bare?, pronoun);
            }
            _ => return None,
        };
        self.beside_kin(pronoun, at)
            .or_else(|| self.memory.pronoun(pronoun, self.words.arabic).map(|spoken| spoken.who.clone()))
    }

    /// Whom "he" means where his mother or his family has just spoken, and nobody else was named since: him.
    fn beside_kin(&self, pronoun: Pronoun, at: usize) -> Option<Referent> {
        let spoken = self.memory.last(|_| true)?;
        let owner = self.owner_of(&spoken.who).filter(|_| pronoun == Pronoun::Masculine)?;
        let since = self.text.token_at(spoken.point)..at;
        let alone = self.candidates(since).all(|mention| Some(&mention.name.id) == owner.name_id.as_ref());
        alone.then_some(owner)
    }

    /// روت والدته … رغم قوله: the pronoun of a noun of speech is a man's, so it is not his mother who spoke, but he.
    pub(super) fn owner_speaks(&self, statement: &Statement, who: &Referent) -> Option<Referent> {
        let noun = self.text.tokens_in(*statement.cue.last()?).next_back()?;
        let (_, pronoun) = suffix(self.form(noun)).filter(|_| statement.construction == "nominalisation")?;
        self.owner_of(who).filter(|_| self.words.arabic && pronoun == Pronoun::Masculine)
    }

    /// The man whose mother, sister or family somebody is.
    fn owner_of(&self, who: &Referent) -> Option<Referent> {
        let other = who.plural || who.feminine == Some(true);
        let owner = who.owner.as_ref().filter(|_| other)?;
        let name = self.names.iter().find(|name| name.kind == NameKind::Person && name.name == *owner)?;
        Some(Referent { name_id: Some(name.id.clone()), ..unnamed(name.name.clone(), SourceKind::Person) })
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
        // Relatives of relatives are nobody: "their family" behind a family is that of the one it belongs to.
        let spoken = || {
            let who = &self.memory.pronoun(pronoun, self.words.arabic)?.who;
            let kin = who.heads.iter().any(|head| self.words.is(head, "kin"));
            (who.name_id.is_some() || !kin && head.kind != SourceKind::Anonymous).then(|| who.name.clone())
        };
        let is_kin = self.words.is(&head.lemma, "kin") || self.words.is(&head.gloss, "kin");
        let owner = match head.kind {
            _ if is_kin => self.owner(party.start).or_else(spoken),
            SourceKind::Anonymous => self.person_before(party.start).or_else(spoken),
            _ => spoken().or_else(|| self.person_before(party.start)),
        };
        let heads = vec![head.lemma.clone()];
        let Some(owner) = owner.or_else(|| self.most_named().map(str::to_owned)) else {
            return Some(Referent { heads, plural: head.plural, ..unnamed(head.gloss.to_string(), head.kind) });
        };
        let name = format!("{} of {owner}", head.gloss);
        if head.role
            && let Some(known) = self.memory.head(&head.lemma)
        {
            return Some(known.who.clone());
        }
        let plural = head.plural || matches!(&*head.gloss, "family" | "relatives");
        let feminine = is_kin.then(|| is_woman(&head.gloss));
        Some(Referent { heads, plural, feminine, owner: Some(owner).filter(|_| is_kin), ..unnamed(name, head.kind) })
    }

    /// الناطق باسمها: the voice of a body that is only meant.
    pub(super) fn voice_of(&self, source: &Party<'_, '_>) -> Option<Referent> {
        let party = &source.tokens;
        let pronoun = match self.form(party.start + usize::from(party.len() > 1)) {
            "باسمها" => Pronoun::Feminine,
            "باسمه" => Pronoun::Masculine,
            "باسمهم" => Pronoun::Plural,
            _ => return None,
        };
        let head = source.head?;
        let person = source.found.iter().find(|f| f.name.kind == NameKind::Person);
        if let Some(found) = person {
            return Some(self.person(found.name, party));
        }
        if let Some(known) = self.memory.head(&head.lemma) {
            return Some(known.who.clone());
        }
        let owner = &self.memory.pronoun(pronoun, true)?.who.name;
        let heads = vec![head.lemma.clone()];
        Some(Referent { heads, ..unnamed(format!("{} of {owner}", head.gloss), SourceKind::Person) })
    }

    /// Several who spoke though only one is named: the person before a statement's cue, and others.
    pub(crate) fn company(&self, statement: &Statement) -> Option<Referent> {
        let cue = self.text.tokens_in(*statement.cue.first()?).start;
        let person = self.person_before(cue)?;
        Some(Referent { plural: true, ..unnamed(format!("{person} and others"), SourceKind::Person) })
    }
}

/// Whether an English word for a relative is a woman's.
fn is_woman(gloss: &str) -> bool {
    matches!(gloss, "mother" | "sister" | "daughter" | "wife" | "widow" | "aunt" | "grandmother" | "niece")
}

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
