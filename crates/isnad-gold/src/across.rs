//! Whether the same speaker is the same everywhere: in one report, or across a set whose reports are in two languages. Speakers
//! are compared by key, and chains member by member; how well statements are found at all is in `score`.

use crate::{Gold, Prf, Words, percent::share, score::Counted, words::shared};
use isnad_ledger::{Name, Statement};
use std::collections::{BTreeMap, BTreeSet};

/// Speakers and chains of reports that are looked at together.
#[derive(Clone, Debug, Default)]
pub struct Across {
    /// By group of reports: the gold's speaker and the reading's.
    speakers: BTreeMap<String, Vec<(String, Option<String>)>>,
    /// By group: the gold's chain and the reading's.
    chains: BTreeMap<String, Vec<[Vec<String>; 2]>>,
    /// By group: the keys of names and how they are written.
    names: BTreeMap<String, BTreeMap<String, String>>,
    /// Chains of two and more: predicted, gold.
    long: [usize; 2],
}

impl Across {
    /// Adds a report to a group: a set's name, or a report's own. `names` are the reading's, whose keys speakers have; a
    /// speaker without a name is known by what it is called.
    pub fn add(&mut self, group: &str, gold: &Gold, names: &[Name], predicted: &[Statement]) {
        let words = Words::of(&gold.text);
        let counted = Counted::of(&words, &gold.attributions, predicted);
        let keys: BTreeMap<&str, &str> = names.iter().map(|name| (name.id.as_str(), name.key.as_str())).collect();
        let key = |id: Option<&str>, name: &str| match id.and_then(|id| keys.get(id)) {
            Some(key) => (*key).to_owned(),
            // "family of X" is that of X's key, whatever X is spelt like.
            None => match names.iter().find(|owner| name.ends_with(&format!(" of {}", owner.name))) {
                Some(owner) => format!("{}{}", name[..name.len() - owner.name.len()].to_lowercase(), owner.key),
                None => name.to_lowercase(),
            },
        };
        let written = names.iter().map(|name| (name.key.clone(), name.name.clone()));
        self.names.entry(group.to_owned()).or_default().extend(written);
        let speakers = self.speakers.entry(group.to_owned()).or_default();
        let chains = self.chains.entry(group.to_owned()).or_default();
        for pair in &counted.pairs {
            let roles = (&counted.gold_roles[pair.gold], &counted.predicted_roles[pair.predicted]);
            if shared(&roles.0[2], &roles.1[2]) == 0 {
                continue;
            }
            let gold = &gold.attributions[counted.gold[pair.gold]];
            let predicted = &predicted[counted.predicted[pair.predicted]];
            if let Some(speaker) = &gold.speaker {
                let all: BTreeSet<String> =
                    predicted.speakers.iter().map(|s| key(s.name_id.as_deref(), &s.name)).collect();
                let all: Vec<String> = all.into_iter().collect();
                speakers.push((speaker.clone(), (!all.is_empty()).then(|| all.join("; "))));
            }
            let links = |link: &isnad_ledger::Link| key(link.name_id.as_deref(), &link.name);
            chains.push([gold.chain.clone(), predicted.via.iter().map(links).collect()]);
        }
        self.long[0] += counted.predicted.iter().filter(|at| predicted[**at].chain.len() > 1).count();
        self.long[1] += counted.gold.iter().filter(|at| gold.attributions[**at].chain.len() > 1).count();
    }

    /// The names of a group, by key: for a linker to say which are one.
    pub fn names(&self, group: &str) -> Vec<(&str, &str)> {
        self.names.get(group).into_iter().flatten().map(|(key, name)| (key.as_str(), name.as_str())).collect()
    }

    /// The groups.
    pub fn groups(&self) -> Vec<String> {
        self.names.keys().cloned().collect()
    }

    /// Takes keys of a group that a linker joins for one: pairs of positions in [`names`](Self::names).
    pub fn link(&mut self, group: &str, pairs: &[(usize, usize)]) {
        let keys: Vec<String> = self.names(group).iter().map(|(key, _)| (*key).to_owned()).collect();
        let mut to: BTreeMap<String, String> = BTreeMap::new();
        for (a, b) in pairs {
            let host = to.get(&keys[*a]).cloned().unwrap_or_else(|| keys[*a].clone());
            to.insert(keys[*b].clone(), host);
        }
        let linked = |key: &mut String| {
            let parts: Vec<&str> = key.split("; ").collect();
            // "family of person:x" as x itself.
            let one = |part: &str| {
                let at = part.find("person:").unwrap_or(0);
                to.get(&part[at..]).map_or_else(|| part.to_owned(), |host| format!("{}{host}", &part[..at]))
            };
            *key = parts.into_iter().map(one).collect::<Vec<_>>().join("; ");
        };
        for (_, predicted) in self.speakers.get_mut(group).into_iter().flatten() {
            predicted.iter_mut().for_each(linked);
        }
        for [_, predicted] in self.chains.get_mut(group).into_iter().flatten() {
            predicted.iter_mut().for_each(linked);
        }
    }

    /// B³ of speakers over the statements of each group (Bagga and Baldwin 1998), in per cent; a statement without a speaker
    /// stands alone.
    pub fn speakers(&self) -> Prf {
        let (mut p, mut r, mut n) = (0.0, 0.0, 0.0);
        for all in self.speakers.values() {
            for (at, (gold, predicted)) in all.iter().enumerate() {
                let alike = |other: usize| other == at || predicted.is_some() && all[other].1 == *predicted;
                let same_predicted = (0..all.len()).filter(|other| alike(*other)).count() as f64;
                let same_gold = all.iter().filter(|(other, _)| other == gold).count() as f64;
                let both = (0..all.len()).filter(|other| alike(*other) && all[*other].0 == *gold).count() as f64;
                p += both / same_predicted;
                r += both / same_gold;
                n += 1.0;
            }
        }
        Prf::percent(share(p, n), share(r, n))
    }

    /// Chains of two and more with every member the right one, in per cent: a member is right if its key is the one that
    /// stands most often for the gold's name in the group, and for no other.
    pub fn chains(&self) -> Prf {
        let right: usize = self.chains.iter().map(|(group, chains)| self.right(group, chains)).sum();
        Prf::percent(share(right as f64, self.long[0] as f64), share(right as f64, self.long[1] as f64))
    }

    fn right(&self, group: &str, chains: &[[Vec<String>; 2]]) -> usize {
        let mut together: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (gold, predicted) in self.speakers.get(group).into_iter().flatten() {
            *together.entry((gold, predicted.as_deref().unwrap_or_default())).or_default() += 1;
        }
        for [gold, predicted] in chains.iter().filter(|[gold, predicted]| gold.len() == predicted.len()) {
            for (gold, predicted) in gold.iter().zip(predicted) {
                *together.entry((gold, predicted)).or_default() += 1;
            }
        }
        let mut pairs: Vec<((&str, &str), usize)> = together.into_iter().collect();
        pairs.sort_by_key(|(pair, count)| (std::cmp::Reverse(*count), *pair));
        let (mut of_gold, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for ((gold, predicted), _) in pairs {
            if !predicted.is_empty() && !of_gold.contains_key(gold) && taken.insert(predicted) {
                of_gold.insert(gold, predicted);
            }
        }
        let member = |gold: &String, predicted: &String| of_gold.get(gold.as_str()) == Some(&predicted.as_str());
        let whole = |[gold, predicted]: &&[Vec<String>; 2]| {
            gold.len() > 1 && gold.len() == predicted.len() && gold.iter().zip(predicted).all(|(g, p)| member(g, p))
        };
        chains.iter().filter(whole).count()
    }
}
