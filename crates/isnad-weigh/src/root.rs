//! Which statements of several reports have one origin: named ones by their key, unnamed ones through the report they were
//! taken from. A copy adds no origin; what it says, it says with the one it copies.

use crate::{
    derive::Derived,
    digest::{Digest, Said},
    origin::Origin,
    outlet,
};
use isnad_ledger::How;
use rustc_hash::FxHashMap;

/// How many hands a statement is followed through.
const HANDS: usize = 6;

/// Finds origins across reports.
pub(crate) struct Roots<'d> {
    digests: &'d [Digest],
    sources: FxHashMap<u32, Vec<&'d Derived>>,
}

/// An origin across reports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RootKey {
    pub(crate) key: String,
    pub(crate) name: String,
    /// Class of an unnamed one.
    pub(crate) unnamed: Option<String>,
    /// Whether it is called by a mere word for such a body.
    pub(crate) bare: bool,
    /// Who spoke, where that is somebody who speaks for it.
    pub(crate) person: Option<String>,
}

impl<'d> Roots<'d> {
    pub(crate) fn new(digests: &'d [Digest], derived: impl Iterator<Item = &'d Derived>) -> Self {
        let mut sources: FxHashMap<u32, Vec<&Derived>> = FxHashMap::default();
        for one in derived {
            let list = sources.entry(one.report).or_default();
            if !list.contains(&one) {
                list.push(one);
            }
        }
        Roots { digests, sources }
    }

    /// The origins of a statement; of the report's own voice if `said` is `None`.
    pub(crate) fn of(&self, digest: u32, said: Option<u16>) -> Vec<RootKey> {
        let mine = &self.digests[digest as usize];
        let Some(said) = said else {
            let original = self.original(digest);
            return vec![root(&self.digests[original as usize].outlet)];
        };
        let said = &mine.said[said as usize];
        said.origins.iter().map(|origin| self.follow(digest, origin, &said.gates, HANDS)).collect()
    }

    /// The outlets through which a statement came: those it names; those through which the report it was taken from has
    /// the word of the same origin; else the outlet of the original report.
    pub(crate) fn gates(&self, digest: u32, said: Option<u16>) -> Vec<String> {
        if let Some(said) = said {
            let gates = self.named_gates(digest, &self.digests[digest as usize].said[said as usize], HANDS);
            if !gates.is_empty() {
                return gates;
            }
        }
        vec![self.digests[self.original(digest) as usize].outlet.name.clone()]
    }

    fn named_gates(&self, digest: u32, said: &Said, hands: usize) -> Vec<String> {
        if !said.gates.is_empty() || hands == 0 {
            return said.gates.iter().map(|gate| gate.name.clone()).collect();
        }
        for source in self.sources.get(&digest).into_iter().flatten() {
            let from = &self.digests[source.from as usize];
            let mut alike = from.said.iter().filter(|other| {
                other.origins.iter().any(|theirs| said.origins.iter().any(|mine| mine.is_like(theirs)))
            });
            let found = alike.find_map(|other| {
                Some(self.named_gates(source.from, other, hands - 1)).filter(|gates| !gates.is_empty())
            });
            if let Some(gates) = found {
                return gates;
            }
        }
        Vec::new()
    }

    /// The report that this one is a copy or a translation of, to the first one; itself if it is none.
    pub(crate) fn original(&self, mut digest: u32) -> u32 {
        for _ in 0..HANDS {
            let source = self.sources.get(&digest).and_then(|all| all.iter().find(|d| d.how != How::Cited));
            match source {
                Some(source) => digest = source.from,
                None => break,
            }
        }
        digest
    }

    /// An unnamed origin is the one of its class in the report it was taken from.
    fn follow(&self, digest: u32, origin: &Origin, gates: &[Origin], hands: usize) -> RootKey {
        let Some(class) = origin.unnamed.as_deref().filter(|_| hands > 0) else { return root(origin) };
        for source in self.sources.get(&digest).into_iter().flatten() {
            let from = &self.digests[source.from as usize];
            let name = crate::fold::fold(&from.outlet.name);
            let through = source.how != How::Cited
                || gates.iter().any(|gate| outlet::same(&crate::fold::fold(&gate.name), &name));
            let all = from.said.iter().flat_map(|said| said.origins.iter().map(move |o| (said, o)));
            let same = all.clone().find(|(_, other)| other.unnamed.is_some() && other.name == origin.name);
            // A citing report may take its source from elsewhere, too; the same description says that it did not.
            let of_class = || all.clone().find(|(_, other)| through && other.unnamed.as_deref() == Some(class));
            if let Some((said, other)) = same.or_else(of_class) {
                return self.follow(source.from, other, &said.gates, hands - 1);
            }
        }
        root(origin)
    }
}

pub(crate) fn root(origin: &Origin) -> RootKey {
    RootKey {
        key: origin.key.clone(),
        name: origin.name.clone(),
        unnamed: origin.unnamed.clone(),
        bare: origin.bare,
        person: origin.person.clone(),
    }
}
