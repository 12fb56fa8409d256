//! Positions: the claims about one incident laid beside each other, question by question, with who stands behind each and
//! which exclude each other. It decides nothing about who is right.

mod actor;
mod day;
mod identity;
mod number;
mod occurred;
mod side;
mod spot;

use crate::{
    claim::{Answer, Claim},
    digest::Digest,
    incident::Place,
    institution::Institutions,
    joined::Joined,
    phrases::Phrases,
    root::{RootKey, Roots},
    spot::{Lie, Spot},
};
use isnad_ledger::{Moment, Position, Question, QuestionKind, Stance, StatementRef, Update, Value};
use std::collections::BTreeMap;

/// A claim with who made it and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'d> {
    pub(crate) answer: &'d Answer,
    pub(crate) digest: u32,
    pub(crate) said: Option<u16>,
    /// Numbers of its origins in [`Case::roots`], sorted.
    pub(crate) roots: Vec<u32>,
    /// When what it says was first published.
    pub(crate) time: Option<Moment>,
}

/// An answer with those who give it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stand {
    pub(crate) value: Option<Value>,
    pub(crate) denies: Option<Value>,
    /// Numbers of entries.
    pub(crate) by: Vec<usize>,
    /// Earlier values of the same origins, with their entries.
    pub(crate) updates: Vec<(Value, Vec<usize>)>,
    pub(crate) reversal_of: Option<usize>,
}

/// A question with its answers.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) question: QuestionKind,
    /// The tables' axis it is about, by number.
    pub(crate) about: Option<u16>,
    pub(crate) stands: Vec<Stand>,
    /// Pairs of stands that exclude each other, and why.
    pub(crate) conflicts: Vec<(usize, usize, &'static str)>,
}

/// All claims about one incident.
pub(crate) struct Case<'d> {
    pub(crate) digests: &'d [Digest],
    pub(crate) phrases: &'d Phrases,
    pub(crate) institutions: &'d Institutions,
    pub(crate) roots: Vec<RootKey>,
    gates: BTreeMap<(u32, Option<u16>), Vec<String>>,
    entries: BTreeMap<QuestionKind, Vec<Entry<'d>>>,
}

impl<'d> Case<'d> {
    /// Gathers the claims about the events of an incident.
    pub(crate) fn new(
        digests: &'d [Digest],
        phrases: &'d Phrases,
        institutions: &'d Institutions,
        origins: &Roots,
        joined: &Joined,
        members: &[Place],
    ) -> Self {
        let mut case = Case {
            digests,
            phrases,
            institutions,
            roots: Vec::new(),
            gates: BTreeMap::new(),
            entries: BTreeMap::new(),
        };
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut members = members.to_vec();
        members.sort_by(|a, b| {
            let rank = |at: &Place| (digests[at.digest as usize].rank(), at.told);
            rank(a).cmp(&rank(b))
        });
        let home = home(digests, &members);
        let at_home =
            |spot: &Spot| home.as_ref().is_none_or(|home| !matches!(spot.lie(home), Lie::Near(_) | Lie::Apart(_)));
        for &member in &members {
            let digest = &digests[member.digest as usize];
            let time = digests[origins.original(member.digest) as usize].published;
            let mut elsewhere = digest.told[member.told as usize].place.as_ref().filter(|place| !at_home(place));
            // A report that also names where the others set it has not been read to set it elsewhere.
            elsewhere = elsewhere.filter(|_| digest.told[member.told as usize].other_places.iter().any(&at_home));
            let astray = |claim: &&Claim| {
                claim.said.is_none() && matches!(&claim.answer, Answer::Spot(spot) if elsewhere == Some(&**spot))
            };
            for claim in digest.claims.iter().filter(|c| c.told == member.told && !astray(c)) {
                let mut roots: Vec<u32> = origins
                    .of(member.digest, claim.said)
                    .into_iter()
                    .map(|root| {
                        let root = joined.root(root);
                        *numbers.entry(root.key.clone()).or_insert_with(|| {
                            case.roots.push(root);
                            case.roots.len() as u32 - 1
                        })
                    })
                    .collect();
                roots.sort_unstable();
                roots.dedup();
                case.gates
                    .entry((member.digest, claim.said))
                    .or_insert_with(|| origins.gates(member.digest, claim.said));
                case.push(claim, Entry { answer: &claim.answer, digest: member.digest, said: claim.said, roots, time });
            }
        }
        case
    }

    fn push(&mut self, claim: &Claim, entry: Entry<'d>) {
        self.entries.entry(claim.question).or_default().push(entry);
    }

    /// The questions that something answers, in the contract's order.
    pub(crate) fn asked(&self) -> Vec<Asked> {
        let mut asked = Vec::new();
        for (&question, entries) in &self.entries {
            match question {
                QuestionKind::Killed | QuestionKind::Wounded | QuestionKind::Arrested | QuestionKind::Missing => {
                    asked.extend(number::asked(question, entries));
                }
                QuestionKind::Date => asked.extend(day::asked(entries)),
                QuestionKind::Perpetrator => asked.extend(actor::asked(self, entries)),
                QuestionKind::Occurred => asked.extend(occurred::asked(entries)),
                QuestionKind::VictimIdentity => asked.extend(identity::asked(self, entries)),
                QuestionKind::Place => {
                    asked.extend(spot::asked(entries));
                    asked.extend(side::asked(self, question, entries));
                }
                _ => asked.extend(side::asked(self, question, entries)),
            }
        }
        for one in &mut asked {
            self.reverse(one);
            one.conflicts.retain(|(a, b, _)| {
                let roots = |at: usize| roots(self.entries_of(one.question), &one.stands[at].by);
                let turned = |new: usize, old: usize| one.stands[new].reversal_of == Some(old);
                roots(*a) != roots(*b) || turned(*a, *b) || turned(*b, *a)
            });
        }
        asked
    }

    /// An origin that stood on one side and later stands on one that excludes it has taken back what it said. Numbers that
    /// change are updates, not reversals.
    fn reverse(&self, asked: &mut Asked) {
        let entries = self.entries_of(asked.question);
        let times = |stand: &Stand, root: u32| {
            let times = stand.by.iter().filter(|at| entries[**at].roots.contains(&root)).map(|at| entries[*at].time);
            times.collect::<Option<Vec<Moment>>>().unwrap_or_default()
        };
        let mut reversals = Vec::new();
        for &(a, b, _) in &asked.conflicts {
            let denied = asked
                .stands
                .get(a)
                .zip(asked.stands.get(b))
                .is_some_and(|(a, b)| a.value.is_none() || b.value.is_none());
            // To name one body here and another there is to say it in other words more often than to take it back.
            if asked.question == QuestionKind::Perpetrator && !denied {
                continue;
            }
            for (old, new) in [(a, b), (b, a)] {
                let (Some(before), Some(after)) = (asked.stands.get(old), asked.stands.get(new)) else { continue };
                let turned = roots(entries, &before.by).into_iter().any(|root| {
                    let last = times(before, root).into_iter().max();
                    let first = times(after, root).into_iter().min();
                    last.zip(first).is_some_and(|(last, first)| last < first)
                });
                if turned {
                    reversals.push((old, new));
                }
            }
        }
        for (old, new) in reversals {
            asked.stands[new].reversal_of.get_or_insert(old);
        }
    }

    pub(crate) fn entries_of(&self, question: QuestionKind) -> &[Entry<'d>] {
        self.entries.get(&question).map_or(&[], Vec::as_slice)
    }

    /// A question as it is shown.
    pub(crate) fn shown(&self, asked: &Asked) -> Question {
        let entries = self.entries_of(asked.question);
        let positions = asked.stands.iter().map(|stand| Position {
            value: stand.value.clone(),
            denies: stand.denies.clone(),
            stances: self.stances(entries, &stand.by),
            by: self.refs(entries, &stand.by),
            roots: roots(entries, &stand.by).iter().map(|&root| id(&self.roots[root as usize])).collect(),
            gates: self.gates_of(entries, &stand.by),
            updates: stand
                .updates
                .iter()
                .map(|(value, by)| Update {
                    value: value.clone(),
                    by: self.refs(entries, by),
                    published: by.iter().filter_map(|&at| entries[at].time).min(),
                })
                .collect(),
            reversal_of: stand.reversal_of,
        });
        Question {
            question: asked.question,
            about: asked.about.map(|about| self.phrases.name(about).to_owned()),
            disputed: !asked.conflicts.is_empty(),
            positions: positions.collect(),
        }
    }

    /// Whether a claim is made in blame, and not as a plain account.
    pub(crate) fn blames(&self, entry: &Entry) -> bool {
        let said = entry.said.map(|said| self.digests[entry.digest as usize].said[said as usize].stance);
        said.is_some_and(|stance| stance == Stance::Accuses)
    }

    fn refs(&self, entries: &[Entry], by: &[usize]) -> Vec<StatementRef> {
        let mut refs: Vec<StatementRef> = Vec::new();
        for &at in by {
            let digest = &self.digests[entries[at].digest as usize];
            let said = entries[at].said.map(|said| digest.said[said as usize].id.clone());
            let one = StatementRef(digest.report.clone(), said);
            if !refs.contains(&one) {
                refs.push(one);
            }
        }
        refs
    }

    fn stances(&self, entries: &[Entry], by: &[usize]) -> Vec<Stance> {
        let stance = |at: &usize| {
            let entry = &entries[*at];
            entry.said.map_or(Stance::Asserts, |said| self.digests[entry.digest as usize].said[said as usize].stance)
        };
        let mut stances: Vec<Stance> = by.iter().map(stance).collect();
        stances.sort_unstable();
        stances.dedup();
        stances
    }

    fn gates_of(&self, entries: &[Entry], by: &[usize]) -> Vec<String> {
        let keys = by.iter().map(|&at| (entries[at].digest, entries[at].said));
        let mut gates: Vec<String> = keys.filter_map(|key| self.gates.get(&key)).flatten().cloned().collect();
        gates.sort_unstable();
        gates.dedup();
        gates
    }
}

/// The place that most events of an incident are set at.
fn home<'d>(digests: &'d [Digest], members: &[Place]) -> Option<&'d Spot> {
    let mut counts: BTreeMap<&str, (usize, &Spot)> = BTreeMap::new();
    for spot in members.iter().filter_map(|m| digests[m.digest as usize].told[m.told as usize].place.as_ref()) {
        counts.entry(spot.key.as_deref().unwrap_or(&spot.name)).or_insert((0, spot)).0 += 1;
    }
    counts.into_values().max_by_key(|(count, _)| *count).map(|(_, spot)| spot)
}

/// The origins behind entries, by number, sorted.
pub(crate) fn roots(entries: &[Entry], by: &[usize]) -> Vec<u32> {
    let mut roots: Vec<u32> = by.iter().flat_map(|&at| entries[at].roots.iter().copied()).collect();
    roots.sort_unstable();
    roots.dedup();
    roots
}

/// An origin's id, made of its key.
pub(crate) fn id(root: &RootKey) -> String {
    format!("o{:012x}", crate::fold::stable_hash(&root.key) & 0xffff_ffff_ffff)
}
