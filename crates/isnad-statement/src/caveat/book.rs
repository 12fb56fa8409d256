//! The words of caveats: the tables `caveat_openings` and `caveat_words` of a language, and which organisations are outlets.
//! It reads no text.

use isnad_languages::Tables;
use isnad_text::{PhraseBook, normalise};
use rustc_hash::FxHashMap;

/// A set of classes of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u16);

macro_rules! marks {
    ($($name:ident $word:literal $bit:literal;)*) => {
        #[allow(missing_docs, reason = "the classes are explained where the tables are")]
        impl Marks {
            $(pub(crate) const $name: Marks = Marks(1 << $bit);)*

            fn named(name: &str) -> Marks {
                match name {
                    $($word => Marks::$name,)*
                    _ => Marks::default(),
                }
            }
        }
    };
}

marks! {
    NOUN "noun" 0; SUBJUNCTIVE "subjunctive" 1; VERB "verb" 2; PASSIVE "passive" 3; GERUND "gerund" 4;
    CONFIRMATION "confirmation" 5; ADJECTIVE "adjective" 6;
    BETWEEN "between" 7; INDEPENDENT "independent" 8; NOTHING "nothing" 9; QUESTION "question" 10;
    EACH "each" 11; CLAIMS "claims" 12; FACTS "facts" 13; CLAIM "claim" 14;
}

impl Marks {
    /// What could not be done.
    pub(crate) const ANCHOR: Marks = Marks(0x7f);

    pub(crate) const fn and(self, other: Marks) -> Marks {
        Marks(self.0 | other.0)
    }

    pub(crate) fn any(self, other: Marks) -> bool {
        self.0 & other.0 != 0
    }

    fn read<'c>(names: impl Iterator<Item = &'c str>) -> Marks {
        names.fold(Marks::default(), |all, name| all.and(Marks::named(name)))
    }
}

/// Who could not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agent {
    /// Nobody in particular.
    Nobody,
    /// A subject, which must be an outlet.
    Outlet,
    /// The outlet, speaking of itself.
    We,
    /// A subject behind the verb.
    Behind,
}

/// How a caveat begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    /// One of which must follow.
    pub(crate) anchors: Marks,
    /// Who could not.
    pub(crate) agent: Agent,
    /// What must stand in the clause, if anything.
    pub(crate) needs: Marks,
}

/// The words of one language's caveats.
#[derive(Clone, Debug)]
pub(crate) struct CaveatBook {
    /// By phrase.
    pub(crate) openings: PhraseBook<Opening>,
    words: FxHashMap<Box<str>, Marks>,
    outlets: FxHashMap<Box<str>, bool>,
}

impl CaveatBook {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables, language: &str) -> CaveatBook {
        let mut book =
            CaveatBook { openings: PhraseBook::default(), words: FxHashMap::default(), outlets: FxHashMap::default() };
        for row in tables.table(language, "caveat_openings").rows() {
            let agent = match row.get("agent") {
                "personal" => Agent::Outlet,
                "we" => Agent::We,
                "after" => Agent::Behind,
                _ => Agent::Nobody,
            };
            let (anchors, needs) = (Marks::read(row.list("anchor")), Marks::named(row.get("needs")));
            book.openings.insert(row.get("phrase"), Opening { anchors, agent, needs });
        }
        for row in tables.table(language, "caveat_words").rows() {
            for word in row.list("words") {
                let marks = book.words.entry(normalise(word).into()).or_default();
                *marks = marks.and(Marks::named(row.get("class")));
            }
        }
        for row in tables.table("shared", "organisations").rows() {
            book.outlets.insert(format!("org:{}", row.get("key")).into(), row.get("kind") == "media");
        }
        book
    }

    /// The classes of a word in reading form.
    pub(crate) fn marks(&self, form: &str) -> Marks {
        self.words.get(form).copied().unwrap_or_default()
    }

    /// Whether an organisation is an outlet; `None` if it is not known.
    pub(crate) fn is_outlet(&self, key: &str) -> Option<bool> {
        self.outlets.get(key).copied()
    }
}
