//! Who is named by several mentions of a report: the same key, a surname that only one person bears, an organisation by some
//! of the words of its name. Words that mean somebody without naming them in full are for `short_names` and `definite`.

use super::mention::{Entity, Mention};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// An entity with where it is named and meant.
pub(crate) struct Cluster {
    pub(crate) entity: Entity,
    /// Its mentions in order, and whether a conjunction is written onto them.
    pub(crate) named: Vec<(Range<usize>, bool)>,
    /// Words that mean it, in order.
    pub(crate) meant: Vec<Range<usize>>,
    /// First and last words of a person's names.
    pub(crate) ends: Vec<(String, String)>,
    /// Other names that the report says it has.
    pub(crate) aliases: Vec<String>,
    /// The country of an organisation of the table.
    pub(crate) country: Option<u32>,
    solid: bool,
}

impl Cluster {
    /// An entity that nothing names yet.
    pub(crate) fn new(entity: Entity) -> Cluster {
        let (named, meant, ends, aliases) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Cluster { entity, named, meant, ends, aliases, country: None, solid: false }
    }

    /// Whether it is a person who is named by one word only.
    fn is_single(&self) -> bool {
        self.entity.person && !self.ends.is_empty() && self.ends.iter().all(|(first, last)| first == last)
    }

    pub(crate) fn take_in(&mut self, other: Cluster) {
        self.named.extend(other.named);
        self.named.sort_by_key(|(tokens, _)| tokens.start);
        self.meant.extend(other.meant);
    }
}

/// Gathers mentions by entity, in order of their first naming; weak ones count where another mention of the entity stands.
pub(crate) fn gather(mentions: Vec<Mention>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut known: FxHashSet<(usize, (String, String))> = FxHashSet::default();
    for mention in mentions {
        let at = *by_key.entry(mention.entity.key.clone()).or_insert_with(|| {
            clusters.push(Cluster::new(mention.entity.clone()));
            clusters.len() - 1
        });
        let cluster = &mut clusters[at];
        cluster.country = cluster.country.or(mention.country);
        cluster.solid |= !mention.weak && !mention.bare;
        cluster.ends.extend(mention.ends.filter(|ends| known.insert((at, ends.clone()))));
        if mention.bare {
            cluster.meant.push(mention.tokens);
        } else {
            cluster.named.push((mention.tokens, mention.conjunction));
        }
    }
    // An institution of the country that a report is about is meant even where its name never stands: the army, الشرطة.
    clusters.retain(|cluster| cluster.solid || !cluster.meant.is_empty() && cluster.named.is_empty());
    join(join(clusters, short_hosts), part_hosts)
}

/// Joins each cluster with the one that `hosts` names for it. A host that is itself joined hands on what it took in.
fn join(clusters: Vec<Cluster>, hosts: impl Fn(&[Cluster]) -> Vec<Option<usize>>) -> Vec<Cluster> {
    let hosts = hosts(&clusters);
    let last = |from: usize| {
        let mut at = from;
        // Names are joined with longer ones, so this ends.
        while let Some(host) = hosts[at] {
            at = host;
        }
        at
    };
    let mut kept: Vec<Option<Cluster>> = clusters.into_iter().map(Some).collect();
    for at in (0..kept.len()).filter(|at| hosts[*at].is_some()) {
        let Some(short) = kept[at].take() else { continue };
        if let Some(host) = &mut kept[last(at)] {
            host.take_in(short);
        }
    }
    kept.into_iter().flatten().collect()
}

/// An organisation named by some of the words of another's name joins it: Emergency Room, غرفة الطوارئ.
fn part_hosts(clusters: &[Cluster]) -> Vec<Option<usize>> {
    let key = |c: &Cluster| c.entity.key.strip_prefix("org:").map(str::to_owned);
    let mut by_part: FxHashMap<(String, &str), Vec<usize>> = FxHashMap::default();
    for (at, cluster) in clusters.iter().enumerate() {
        let key = key(cluster).unwrap_or_default();
        for part in key.split('-') {
            let list = by_part.entry((part.to_owned(), &cluster.entity.kind)).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    let host = |cluster: &Cluster| {
        let entity = &cluster.entity;
        let short = key(cluster).filter(|key| key.contains('-') && entity.name_ar.as_ref() != Some(&entity.name))?;
        let lists = short.split('-').map(|part| by_part.get(&(part.to_owned(), &*entity.kind)));
        let rarest = lists.flatten().min_by_key(|list| list.len())?;
        let holds = |at: &usize| {
            let long = key(&clusters[*at]).unwrap_or_default();
            long.len() > short.len() && short.split('-').all(|part| long.split('-').any(|other| other == part))
        };
        rarest.iter().copied().take(LOOKED_AT).find(holds)
    };
    clusters.iter().map(host).collect()
}

/// Organisations that share a word with one that are compared with it.
const LOOKED_AT: usize = 500;

/// A person named by one word joins the only one whose first or last word it is.
fn short_hosts(clusters: &[Cluster]) -> Vec<Option<usize>> {
    let mut bearers: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, cluster) in clusters.iter().enumerate().filter(|(_, c)| c.entity.person && !c.is_single()) {
        for word in cluster.ends.iter().flat_map(|(first, last)| [first, last]) {
            let list = bearers.entry(word).or_default();
            if list.last() != Some(&at) {
                list.push(at);
            }
        }
    }
    let host = |cluster: &Cluster| match bearers.get(cluster.ends[0].0.as_str()).map(Vec::as_slice) {
        Some([only]) => Some(*only),
        _ => None,
    };
    clusters.iter().map(|cluster| if cluster.is_single() { host(cluster) } else { None }).collect()
}
