//! Origins of one incident that are one under several names: bodies in two languages, spokesmen and their bodies, relatives
//! and their family, unnamed sources that are described alike. It joins by what stands beside each other in the incident;
//! none of it holds anywhere else.

use crate::{
    digest::{Digest, Voice},
    incident::Place,
    institution::Institutions,
    root::{RootKey, Roots},
    union::Union,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Reports of one incident whose origins are joined.
const MOST_REPORTS: usize = 64;
/// Origins of one incident that are compared with each other.
const MOST_JOINED: usize = 240;

/// What stands for what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Joined {
    to: FxHashMap<String, RootKey>,
    /// The bodies of people whom some report takes for another body's voice.
    bodies: FxHashMap<String, RootKey>,
}

impl Joined {
    /// Joins the origins of an incident's reports, given in order of publication.
    pub(crate) fn of(
        digests: &[Digest],
        institutions: &Institutions,
        origins: &Roots,
        reports: &[u32],
        members: &[Place],
    ) -> Joined {
        let reports = &reports[..reports.len().min(MOST_REPORTS)];
        let mut nodes: BTreeMap<String, RootKey> = BTreeMap::new();
        let mut times: FxHashMap<String, usize> = FxHashMap::default();
        for &report in reports {
            for said in 0..digests[report as usize].said.len() as u16 {
                for root in origins.of(report, Some(said)) {
                    let bare = root.bare;
                    *times.entry(root.key.clone()).or_default() += 1;
                    nodes.entry(root.key.clone()).or_insert(root).bare |= bare;
                }
            }
        }
        let voices: Vec<&Voice> = reports.iter().flat_map(|&report| &digests[report as usize].voices).collect();
        // Whoever speaks for a body is no origin of his own, yet joins the bodies he is said to speak for.
        for voice in &voices {
            nodes.entry(voice.person.clone()).or_insert_with(|| RootKey {
                key: voice.person.clone(),
                name: voice.name.clone(),
                unnamed: None,
                bare: false,
                person: None,
            });
        }
        let nodes: Vec<RootKey> = nodes.into_values().take(MOST_JOINED).collect();
        let mut union = Union::of(nodes.len());
        union.bodies(&nodes, institutions);
        let astray = union.voices(&nodes, &voices, institutions);
        union.spokesmen(&nodes, institutions);
        union.bare(&nodes, institutions);
        let victims = members.iter().flat_map(|m| &digests[m.digest as usize].told[m.told as usize].victims);
        union.families(&nodes, victims);
        let places: Vec<String> = members
            .iter()
            .flat_map(|m| &digests[m.digest as usize].told[m.told as usize].place)
            .map(|place| crate::fold::fold(&place.name))
            .collect();
        union.unnamed(&nodes, &places);
        let to = union.best(&nodes, &times);
        let body = |root: &RootKey| to.get(&root.key).unwrap_or(root).clone();
        let bodies = astray.into_iter().map(|(person, at)| (nodes[person].key.clone(), body(&nodes[at]))).collect();
        Joined { to, bodies }
    }

    /// The origin that stands for this one.
    pub(crate) fn root(&self, root: RootKey) -> RootKey {
        let body = root.person.as_ref().and_then(|person| self.bodies.get(person));
        body.or_else(|| self.to.get(&root.key)).cloned().unwrap_or(root)
    }

    /// The keys of all that something else stands for.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        self.to.keys().chain(self.bodies.keys())
    }
}
