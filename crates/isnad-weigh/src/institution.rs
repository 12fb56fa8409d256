//! Whether two names are one institution's, in one language or two: by what its words mean, as far as a table goes. It says
//! so only of names that stand side by side in one incident; it is no key. Names that differ in spelling only are linked too.

use crate::fold::fold;
use isnad_languages::Tables;
use isnad_name::same::Linker;
use rustc_hash::FxHashMap;

/// The meanings of institutions' words.
#[derive(Clone, Debug)]
pub(crate) struct Institutions {
    concepts: FxHashMap<String, u16>,
    linker: Linker,
}

/// A name taken apart: what its words mean, and those that mean nothing to the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    concepts: Vec<u16>,
    own: Vec<String>,
    arabic: bool,
}

impl Institutions {
    pub(crate) fn new(tables: &Tables) -> Institutions {
        let mut concepts = FxHashMap::default();
        for (row, number) in tables.table("shared", "weigh_institutions").rows().zip(0u16..) {
            for word in row.list("ar").chain(row.list("en")) {
                concepts.entry(bare(&fold(word)).to_owned()).or_insert(number);
            }
        }
        Institutions { concepts, linker: Linker::new(tables) }
    }

    /// Pairs of people and bodies, by key and name, that are one under two keys.
    pub(crate) fn links(&self, names: &[(&str, &str)]) -> Vec<(usize, usize)> {
        self.linker.links(names)
    }

    /// Whether a description is of a body: its head, the last word before a preposition, is a word that bodies are named by.
    pub(crate) fn is_body(&self, name: &str) -> bool {
        let folded = fold(name);
        let head = folded.split(' ').take_while(|word| !PREPOSITIONS.contains(word)).last();
        head.is_some_and(|head| self.concepts.contains_key(bare(head)))
    }

    /// Takes a name apart.
    pub(crate) fn parts(&self, name: &str) -> Parts {
        let folded = fold(name);
        let mut parts =
            Parts { arabic: folded.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c)), ..Parts::default() };
        for word in folded.split(' ').filter(|word| !SMALL.contains(word)).take(12) {
            match self.concepts.get(bare(word)) {
                Some(&concept) => parts.concepts.push(concept),
                None => parts.own.push(bare(word).to_owned()),
            }
        }
        parts.concepts.sort_unstable();
        parts.concepts.dedup();
        parts
    }
}

impl Parts {
    /// Whether all that this name means is also among the other's words.
    pub(crate) fn within(&self, words: &Parts) -> bool {
        !self.concepts.is_empty()
            && self.concepts.iter().all(|concept| words.concepts.contains(concept))
            && (self.concepts.len() > 1 || self.own.len() < 2)
    }

    /// How much of the name means something.
    pub(crate) fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether it is a mere word for a kind of body.
    pub(crate) fn is_bare(&self) -> bool {
        self.concepts.len() == 1 && self.own.is_empty()
    }

    /// Whether the names have a meaning in common.
    pub(crate) fn shares(&self, other: &Parts) -> bool {
        self.concepts.iter().any(|concept| other.concepts.contains(concept))
    }

    /// Whether these words mean a body in short: all that they mean is in its name.
    pub(crate) fn meant_by(&self, body: &Parts) -> bool {
        !self.concepts.is_empty() && self.concepts.iter().all(|concept| body.concepts.contains(concept))
    }

    /// Whether the two may name one body: the meanings of the one are all in the other, and of their own words the shorter
    /// name has none that the longer lacks. Between scripts own words say nothing, so two meanings must agree.
    pub(crate) fn same(&self, other: &Parts) -> bool {
        let (short, long) = if self.concepts.len() <= other.concepts.len() { (self, other) } else { (other, self) };
        if short.concepts.is_empty() || !short.concepts.iter().all(|concept| long.concepts.contains(concept)) {
            return false;
        }
        if short.arabic != long.arabic {
            return short.concepts.len() >= 2 || short.concepts.len() == long.concepts.len() && short.own.is_empty();
        }
        let held = |a: &Parts, b: &Parts| a.own.iter().all(|word| b.own.contains(word));
        held(short, long)
            || short.concepts.len() == long.concepts.len() && short.concepts.len() >= 2 && held(long, short)
    }
}

/// A word without the article and the proclitics that go with it.
fn bare(word: &str) -> &str {
    for article in ["وال", "بال", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(article)
            && rest.chars().count() > 2
        {
            return rest;
        }
    }
    word.strip_suffix('s').filter(|rest| rest.len() > 3).unwrap_or(word)
}

const PREPOSITIONS: [&str; 7] = ["of", "in", "at", "for", "with", "from", "who"];

/// Words that part no two names.
const SMALL: [&str; 16] = [
    "the",
    "of",
    "for",
    "in",
    "and",
    "a",
    "an",
    "local",
    "",
    "في",
    "من",
    "باسم",
    "محليه",
    "المحليه",
    "spokesman",
    "its",
];

#[cfg(test)]
mod tests {
    use super::Institutions;
    use isnad_languages::Tables;

    #[test]
    fn one_body_in_two_languages() {
        let institutions = Institutions::new(Tables::embedded());
        let same = |a, b| institutions.parts(a).same(&institutions.parts(b));
        assert!(same("غرفة الطوارئ", "Kutum Emergency Room"));
        assert!(same("army", "Sudanese army"));
        assert!(same("وزارة الداخلية", "Interior Ministry"));
        assert!(!same("وزارة الداخلية", "Ministry of Defence"));
        assert!(!same("Khoms Port Authority", "Misrata Port Authority"));
        assert!(!same("Adam Bahr", "Mariam Yahya"));
    }
}
