//! Those who have spoken so far in a report, and who is meant by a pronoun, a definite noun or no word at all. It knows no
//! grammar of phrases; `party` reads those.

use isnad_ledger::SourceKind;

/// Somebody who speaks.
#[derive(Clone, Debug)]
pub(crate) struct Referent {
    /// Resolved name.
    pub(crate) name: String,
    /// Its entry among the names.
    pub(crate) name_id: Option<String>,
    /// What it is.
    pub(crate) kind: SourceKind,
    /// Dictionary forms of the heads by which it was introduced: spokesman, director, source.
    pub(crate) heads: Vec<Box<str>>,
    /// More than one.
    pub(crate) plural: bool,
    /// Known to be a woman or an Arabic feminine noun, or known not to be.
    pub(crate) feminine: Option<bool>,
    /// How many, of unnamed ones.
    pub(crate) count: Option<u32>,
    /// Role as said.
    pub(crate) role: Option<String>,
    /// What they are a part of: the statement's id.
    pub(crate) subset_of: Option<String>,
    /// Whose relatives they are.
    pub(crate) owner: Option<String>,
}

/// One who spoke, and in which statement.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    /// Who.
    pub(crate) who: Referent,
    /// Index of the statement.
    pub(crate) statement: usize,
    /// Where the statement begins, in code points.
    pub(crate) point: u32,
}

/// What a pronoun says of whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// he, ه
    Masculine,
    /// she, ها: in Arabic also of organisations
    Feminine,
    /// it
    Neuter,
    /// they, هم
    Plural,
}

/// All who have spoken, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    spoken: Vec<Spoken>,
}

impl Memory {
    /// Remembers a speaker.
    pub(crate) fn add(&mut self, who: Referent, statement: usize, point: u32) {
        self.spoken.push(Spoken { who, statement, point });
    }

    /// The last who fits, newest first.
    pub(crate) fn last(&self, fits: impl Fn(&Spoken) -> bool) -> Option<&Spoken> {
        self.spoken.iter().rev().find(|spoken| fits(spoken))
    }

    /// Whom a pronoun means: the nearest who agrees.
    pub(crate) fn pronoun(&self, pronoun: Pronoun, arabic: bool) -> Option<&Spoken> {
        let body =
            |who: &Referent| matches!(who.kind, SourceKind::Organisation | SourceKind::Media | SourceKind::Document);
        let agrees = |spoken: &&Spoken| {
            let who = &spoken.who;
            match pronoun {
                Pronoun::Masculine => !who.plural && who.feminine != Some(true) && (arabic || !body(who)),
                Pronoun::Feminine if arabic => who.feminine == Some(true) || body(who) && who.feminine != Some(false),
                Pronoun::Feminine => !who.plural && who.feminine != Some(false) && !body(who),
                Pronoun::Neuter => body(who),
                Pronoun::Plural => who.plural,
            }
        };
        self.spoken.iter().rev().find(agrees).or_else(|| match pronoun {
            Pronoun::Plural => self.spoken.iter().rev().find(|spoken| body(&spoken.who)),
            Pronoun::Feminine if arabic => self.spoken.iter().rev().find(|spoken| !spoken.who.plural),
            _ => None,
        })
    }

    /// The last who was introduced by a head.
    pub(crate) fn head(&self, lemma: &str) -> Option<&Spoken> {
        self.last(|spoken| spoken.who.heads.iter().any(|head| **head == *lemma))
    }
}
