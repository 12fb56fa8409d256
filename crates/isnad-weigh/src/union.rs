//! The rules by which origins of one incident are one. Each looks at names, keys and descriptions alone; `joined` says which
//! origins there are and what becomes of them.

use crate::{
    digest::Voice,
    institution::{Institutions, Parts},
    root::RootKey,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Union-find over origins.
pub(crate) struct Union {
    parent: Vec<usize>,
}

impl Union {
    /// So many origins, each for itself.
    pub(crate) fn of(origins: usize) -> Union {
        Union { parent: (0..origins).collect() }
    }

    fn find(&self, mut at: usize) -> usize {
        while self.parent[at] != at {
            at = self.parent[at];
        }
        at
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// Bodies whose names mean the same, and names that are one name in two spellings.
    pub(crate) fn bodies(&mut self, nodes: &[RootKey], institutions: &Institutions) {
        let parts: Vec<Option<Parts>> =
            nodes.iter().map(|node| is_body(node).then(|| institutions.parts(&node.name))).collect();
        for (a, x) in parts.iter().enumerate() {
            let Some(x) = x else { continue };
            for (b, y) in parts.iter().enumerate().skip(a + 1) {
                if y.as_ref().is_some_and(|y| x.same(y)) {
                    self.unite(a, b);
                }
            }
        }
        let named: Vec<(&str, &str)> = nodes
            .iter()
            .map(|node| if node.unnamed.is_none() { (node.key.as_str(), node.name.as_str()) } else { ("", "") })
            .collect();
        for (a, b) in institutions.links(&named) {
            self.unite(a, b);
        }
        // The same words, or a name that begins with another of two words and more: a source read beyond its end.
        let folded: Vec<String> = nodes.iter().map(|node| crate::fold::fold(&node.name)).collect();
        let mut order: Vec<usize> =
            (0..nodes.len()).filter(|&at| nodes[at].unnamed.is_none() && !folded[at].is_empty()).collect();
        order.sort_by_key(|&at| (&folded[at], at));
        for pair in order.windows(2) {
            let (short, long) = (&folded[pair[0]], &folded[pair[1]]);
            let person = |at: usize| nodes[at].key.starts_with("person:") || nodes[at].key.starts_with("name:");
            let runs_on = person(pair[0])
                && person(pair[1])
                && short.contains(' ')
                && long.strip_prefix(short.as_str()).is_some_and(|rest| rest.starts_with(' '));
            if short == long || runs_on {
                self.unite(pair[0], pair[1]);
            }
        }
    }

    /// Persons and the bodies they speak for. Of a person's bodies those whose names have something in common are one; gives
    /// the persons that a report takes for the voice of another, with the body that most take them for.
    pub(crate) fn voices(
        &mut self,
        nodes: &[RootKey],
        voices: &[&Voice],
        institutions: &Institutions,
    ) -> Vec<(usize, usize)> {
        let number: FxHashMap<&str, usize> = nodes.iter().enumerate().map(|(at, n)| (n.key.as_str(), at)).collect();
        let mut bodies: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for voice in voices {
            if let (Some(&person), Some(&body)) = (number.get(voice.person.as_str()), number.get(voice.body.as_str())) {
                *bodies.entry(self.find(person)).or_default().entry(body).or_default() += 1;
                persons.entry(self.find(person)).or_default().push(person);
            }
        }
        let mut astray = Vec::new();
        for (group, bodies) in bodies {
            let Some((&most, _)) = bodies.iter().max_by_key(|(body, count)| (**count, std::cmp::Reverse(**body)))
            else {
                continue;
            };
            self.unite(group, most);
            let parts = institutions.parts(&nodes[most].name);
            let mut lost = false;
            for &body in bodies.keys().filter(|body| **body != most) {
                if institutions.parts(&nodes[body].name).shares(&parts) {
                    self.unite(body, most);
                } else {
                    lost = true;
                }
            }
            if lost {
                astray.extend(persons.get(&group).into_iter().flatten().map(|&person| (person, most)));
            }
        }
        astray
    }

    /// A spokesman whose body was not made out speaks for the one whose name his source holds; for the only one that its
    /// words may mean otherwise ("the office's director").
    pub(crate) fn spokesmen(&mut self, nodes: &[RootKey], institutions: &Institutions) {
        for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.key.starts_with("voice:")) {
            let words = institutions.parts(node.key.rsplit(':').next().unwrap_or_default());
            let bodies: Vec<(usize, Parts)> = nodes
                .iter()
                .enumerate()
                .filter(|(_, other)| is_body(other) && other.unnamed.is_none())
                .map(|(b, other)| (b, institutions.parts(&other.name)))
                .collect();
            let whole = bodies
                .iter()
                .filter(|(_, body)| body.within(&words))
                .max_by_key(|(b, body)| (body.len(), -(*b as i64)));
            let mut meant =
                bodies.iter().filter(|(_, body)| words.meant_by(body)).map(|(b, _)| self.find(*b)).collect::<Vec<_>>();
            meant.sort_unstable();
            meant.dedup();
            match (whole, &meant[..]) {
                (Some((body, _)), _) => self.unite(at, *body),
                (None, [body]) => self.unite(at, *body),
                _ => {}
            }
        }
    }

    /// "The police" are the only police that speak in the incident.
    pub(crate) fn bare(&mut self, nodes: &[RootKey], institutions: &Institutions) {
        let (bare, named): (Vec<usize>, Vec<usize>) = (0..nodes.len())
            .filter(|&at| is_body(&nodes[at]) && nodes[at].unnamed.is_none())
            .partition(|&at| nodes[at].bare);
        for at in bare {
            let mine = institutions.parts(&nodes[at].name);
            let alike = named.iter().filter(|&&other| institutions.parts(&nodes[other].name).shares(&mine));
            let mut groups: Vec<usize> = alike.map(|&other| self.find(other)).collect();
            groups.sort_unstable();
            groups.dedup();
            if let [only] = groups[..] {
                self.unite(at, only);
            }
        }
    }

    /// Families by the person they are of; "the family" is the dead man's, or the only one that speaks.
    pub(crate) fn families<'v>(&mut self, nodes: &[RootKey], victims: impl Iterator<Item = &'v String>) {
        let of = |node: &RootKey| node.key.strip_prefix("family:").map(words);
        let named: Vec<(usize, Vec<String>)> =
            nodes.iter().enumerate().filter_map(|(at, node)| Some((at, of(node)?))).collect();
        for (place, (a, x)) in named.iter().enumerate() {
            for (b, y) in &named[place + 1..] {
                if one_person(x, y) {
                    self.unite(*a, *b);
                }
            }
        }
        let mut victims: Vec<Vec<String>> = victims.map(|victim| words(victim)).collect();
        victims.sort_unstable();
        victims.dedup();
        let kin: Vec<usize> = (0..nodes.len()).filter(|&at| nodes[at].key.starts_with("kin:")).collect();
        for &at in &kin {
            let hint = words(nodes[at].key.rsplit(':').next().unwrap_or_default());
            let hinted = named.iter().find(|(_, of)| !hint.is_empty() && one_person(of, &hint));
            let dead = || named.iter().find(|(_, of)| victims.iter().any(|victim| one_person(of, victim)));
            if let Some((family, _)) = hinted.or_else(dead).or(named.first().filter(|_| named.len() == 1)) {
                self.unite(at, *family);
            } else if let Some(&first) = kin.first() {
                self.unite(at, first);
            }
        }
    }

    /// Unnamed sources of one class that are described alike: nothing shows that they are two.
    pub(crate) fn unnamed(&mut self, nodes: &[RootKey], places: &[String]) {
        let unnamed: Vec<(usize, &str, Vec<&str>)> = nodes
            .iter()
            .enumerate()
            .filter_map(|(at, node)| {
                let description = node.key.rsplit(':').next()?;
                Some((at, node.unnamed.as_deref()?, described(description, places)))
            })
            .collect();
        for (place, (a, class, x)) in unnamed.iter().enumerate() {
            for (b, other, y) in &unnamed[place + 1..] {
                let one = class == other || [*class, *other].contains(&"unnamed");
                if one && x == y && !x.is_empty() {
                    self.unite(*a, *b);
                }
            }
        }
    }

    /// Of each group the origin that stands for it: the name of a body before that of a person, an entry before mere words;
    /// of equals the longer, of persons the name most often read.
    pub(crate) fn best(&self, nodes: &[RootKey], times: &FxHashMap<String, usize>) -> FxHashMap<String, RootKey> {
        let rank = |node: &RootKey| {
            let kinds = ["org:", "family:", "name:", "outlet:", "person:", "kin:"];
            let kind = kinds.iter().position(|kind| node.key.starts_with(kind)).unwrap_or(kinds.len());
            let person = kinds.get(kind) == Some(&"person:");
            let often = if person { times.get(&node.key).copied().unwrap_or_default() } else { 0 };
            (kind, std::cmp::Reverse((often, node.name.chars().count())), node.key.clone())
        };
        let mut best: FxHashMap<usize, usize> = FxHashMap::default();
        for at in 0..nodes.len() {
            let old = best.entry(self.find(at)).or_insert(at);
            if rank(&nodes[at]) < rank(&nodes[*old]) {
                *old = at;
            }
        }
        let to = (0..nodes.len()).filter_map(|at| {
            let best = best[&self.find(at)];
            (best != at).then(|| (nodes[at].key.clone(), nodes[best].clone()))
        });
        to.collect()
    }
}

fn is_body(node: &RootKey) -> bool {
    ["org:", "name:", "outlet:"].iter().any(|kind| node.key.starts_with(kind))
}

/// The words of a person's key.
fn words(key: &str) -> Vec<String> {
    let name = key.rsplit(':').next().unwrap_or_default();
    name.split(['-', ' ']).filter(|word| word.len() > 2).map(str::to_owned).collect()
}

/// Whether two persons' words are one name, longer and shorter.
fn one_person(x: &[String], y: &[String]) -> bool {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    !short.is_empty() && short.iter().all(|word| long.contains(word))
}

/// What tells an unnamed source from others: the words of its description without the place of the incident, number and
/// filling.
fn described<'d>(description: &'d str, places: &[String]) -> Vec<&'d str> {
    let filling =
        |word: &&str| !FILLING.contains(word) && !places.iter().any(|place| place.split(' ').any(|part| part == *word));
    let mut words: Vec<&str> = description
        .split(' ')
        .filter(filling)
        .map(|word| word.strip_suffix('s').filter(|rest| rest.len() > 3).unwrap_or(word))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Words that tell no two sources apart.
const FILLING: [&str; 24] = [
    "", "a", "an", "the", "of", "in", "at", "from", "to", "and", "with", "who", "town", "city", "village", "area",
    "region", "district", "place", "local", "there", "some", "al", "same",
];
