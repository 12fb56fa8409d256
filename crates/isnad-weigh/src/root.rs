//! Which statements of several reports have one origin: named ones by their key, unnamed ones through the report they were
//! taken from. A copy adds no origin; what it says, it says with the one it copies.

use crate::{
    derive::Derived,
    digest::Digest,
    institution::{Institutions, Parts},
    origin::Origin,
    outlet,
};
use isnad_ledger::How;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

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

    /// The outlets through which a statement came: those it names, or the outlet of the original report.
    pub(crate) fn gates(&self, digest: u32, said: Option<u16>) -> Vec<String> {
        let named = said.map(|said| &self.digests[digest as usize].said[said as usize].gates);
        match named.filter(|gates| !gates.is_empty()) {
            Some(gates) => gates.iter().map(|gate| gate.name.clone()).collect(),
            None => vec![self.digests[self.original(digest) as usize].outlet.name.clone()],
        }
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

/// Origins of one incident that are one under several names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Joined {
    to: FxHashMap<String, RootKey>,
}

impl Joined {
    /// Joins the origins of an incident's reports: spokesmen with their bodies wherever one report says so, and bodies whose
    /// names mean the same.
    pub(crate) fn of(digests: &[Digest], institutions: &Institutions, origins: &Roots, reports: &[u32]) -> Joined {
        let mut roots: BTreeMap<String, RootKey> = BTreeMap::new();
        for &report in reports.iter().take(MOST_REPORTS) {
            for said in 0..digests[report as usize].said.len() as u16 {
                for root in origins.of(report, Some(said)) {
                    roots.entry(root.key.clone()).or_insert(root);
                }
            }
        }
        let mut keys: Vec<RootKey> = roots.into_values().filter(|root| root.unnamed.is_none()).collect();
        keys.truncate(MOST_JOINED);
        let mut parent: Vec<usize> = (0..keys.len()).collect();
        let number: FxHashMap<&str, usize> =
            keys.iter().enumerate().map(|(at, root)| (root.key.as_str(), at)).collect();
        let parts: Vec<Parts> = keys.iter().map(|root| institutions.parts(&root.name)).collect();
        let body = |root: &RootKey| ["org:", "name:", "outlet:"].iter().any(|kind| root.key.starts_with(kind));
        for a in 0..keys.len() {
            for b in a + 1..keys.len() {
                let families = keys[a].key.starts_with("family:") && keys[b].key.starts_with("family:");
                let relatives = families && one_person(&keys[a].key, &keys[b].key);
                if relatives || body(&keys[a]) && body(&keys[b]) && parts[a].same(&parts[b]) {
                    unite(&mut parent, a, b);
                }
            }
        }
        let named: Vec<(&str, &str)> = keys.iter().map(|root| (root.key.as_str(), root.name.as_str())).collect();
        for (a, b) in institutions.links(&named) {
            unite(&mut parent, a, b);
        }
        for &report in reports {
            for (person, speaks_for) in &digests[report as usize].voices {
                if let (Some(&a), Some(&b)) = (number.get(person.as_str()), number.get(speaks_for.as_str())) {
                    unite(&mut parent, a, b);
                }
            }
        }
        // The name of a body before that of a person, an entry before mere words; of equals the longer.
        let better = |root: &RootKey| {
            let kind =
                ["org:", "family:", "name:", "outlet:", "person:"].iter().position(|kind| root.key.starts_with(kind));
            (kind, std::cmp::Reverse(root.name.chars().count()), root.key.clone())
        };
        let mut best: FxHashMap<usize, usize> = FxHashMap::default();
        for at in 0..keys.len() {
            let group = find(&parent, at);
            let old = best.entry(group).or_insert(at);
            if better(&keys[at]) < better(&keys[*old]) {
                *old = at;
            }
        }
        let to = (0..keys.len()).filter_map(|at| {
            let best = best[&find(&parent, at)];
            (best != at).then(|| (keys[at].key.clone(), keys[best].clone()))
        });
        Joined { to: to.collect() }
    }

    /// The origin that stands for this one.
    pub(crate) fn root(&self, root: RootKey) -> RootKey {
        self.to.get(&root.key).cloned().unwrap_or(root)
    }

    /// All that stand for others: key and origin.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&String, &RootKey)> {
        self.to.iter()
    }
}

/// Reports of one incident whose origins are joined.
const MOST_REPORTS: usize = 64;
/// Origins of one incident that are compared with each other.
const MOST_JOINED: usize = 240;

/// Whether two keys of persons are one name, longer and shorter.
fn one_person(a: &str, b: &str) -> bool {
    let words = |key: &str| -> Vec<String> {
        let name = key.rsplit(':').next().unwrap_or_default();
        name.split(['-', ' ']).filter(|word| word.len() > 2).map(str::to_owned).collect()
    };
    let (x, y) = (words(a), words(b));
    let (short, long) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

fn find(parent: &[usize], mut at: usize) -> usize {
    while parent[at] != at {
        at = parent[at];
    }
    at
}

fn unite(parent: &mut [usize], a: usize, b: usize) {
    let (a, b) = (find(parent, a), find(parent, b));
    parent[a.max(b)] = a.min(b);
}

fn root(origin: &Origin) -> RootKey {
    RootKey { key: origin.key.clone(), name: origin.name.clone(), unnamed: origin.unnamed.clone() }
}
