//! Several annotated sets as one, in the form in which weighing is scored, and finding predicted statements in it. It scores
//! nothing itself.

use crate::{GoldIncident, GoldSet, Marked};
use isnad_ledger::{Ledger, Span};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// A report's id and a statement's.
pub(crate) type Key = (String, String);

/// All sets as one.
pub(crate) struct Gold<'s> {
    pub(crate) incidents: Vec<GoldSide>,
    pub(crate) derivations: BTreeMap<(String, String), Value>,
    pub(crate) attributions: BTreeMap<String, Vec<&'s crate::Attribution>>,
    /// The origin of each statement that takes a position.
    pub(crate) roots: BTreeMap<Key, (String, String)>,
}

/// One gold incident, as scoring needs it.
pub(crate) struct GoldSide {
    pub(crate) reports: BTreeSet<String>,
    pub(crate) day: Option<String>,
    pub(crate) disputed: BTreeMap<String, Disputed>,
}

pub(crate) struct Disputed {
    pub(crate) sides: Vec<BTreeSet<Key>>,
    pub(crate) values: HashSet<String>,
}

impl<'s> Gold<'s> {
    pub(crate) fn of(sets: &'s [GoldSet]) -> Gold<'s> {
        let mut gold = Gold {
            incidents: Vec::new(),
            derivations: BTreeMap::new(),
            attributions: BTreeMap::new(),
            roots: BTreeMap::new(),
        };
        for set in sets {
            gold.incidents.extend(set.incidents.iter().map(|i| GoldSide::of(i, set)));
            gold.derivations.extend(
                set.derivations.iter().map(|d| ((set.id(&d.report), set.id(&d.from)), Value::from(d.how.as_str()))),
            );
            for report in &set.reports {
                let all = report.attributions.iter().collect();
                gold.attributions.insert(set.id(&report.name), all);
            }
            let positions = set.incidents.iter().flat_map(|i| &i.questions).flat_map(|q| &q.positions);
            for (report, id) in positions.flat_map(|position| &position.by) {
                let key = (set.id(report), id.clone());
                let all = gold.attributions.get(&key.0).into_iter().flatten();
                let last = all.filter(|a| a.id == *id).find_map(|a| a.chain.last());
                if let Some(root) = last {
                    let root = set.same_root.get(root).unwrap_or(root);
                    gold.roots.insert(key, (set.name.clone(), root.clone()));
                }
            }
        }
        gold
    }

    /// The gold attribution meant by each predicted statement: one to one, most shared characters first, cues counting
    /// three times; ties go to the earlier id in the order of letters.
    pub(crate) fn find(&self, ledgers: &[Ledger]) -> BTreeMap<Key, Key> {
        let mut found = BTreeMap::new();
        for ledger in ledgers {
            let report = &ledger.report.id;
            let mut weights = Vec::new();
            for gold in self.attributions.get(report).into_iter().flatten() {
                let [_, cue, content] = gold.roles().map(characters);
                for statement in &ledger.statements {
                    let [_, k, c] = statement.roles().map(characters);
                    let weight = content.intersection(&c).count() + 3 * cue.intersection(&k).count();
                    if weight > 0 {
                        weights.push((std::cmp::Reverse(weight), &gold.id, &statement.id));
                    }
                }
            }
            weights.sort();
            let mut used = BTreeSet::new();
            for (_, gold, id) in weights {
                let key = (report.clone(), id.clone());
                if !used.contains(gold) && !found.contains_key(&key) {
                    used.insert(gold);
                    found.insert(key, (report.clone(), gold.clone()));
                }
            }
        }
        found
    }
}

impl GoldSide {
    fn of(incident: &GoldIncident, set: &GoldSet) -> GoldSide {
        let date = incident.date.get(0).unwrap_or(&incident.date);
        let disputed = incident.questions.iter().filter(|q| q.disputed).map(|question| {
            let side = |by: &[(String, String)]| by.iter().map(|(r, a)| (set.id(r), a.clone())).collect();
            let disputed = Disputed {
                sides: question.positions.iter().map(|p| side(&p.by)).collect(),
                values: question.positions.iter().map(|p| p.value.to_string()).collect(),
            };
            (question.question.clone(), disputed)
        });
        GoldSide {
            reports: incident.mentions.iter().map(|m| set.id(&m.report)).collect(),
            day: date.as_str().map(|day| day.chars().take(10).collect()),
            disputed: disputed.collect(),
        }
    }
}

fn characters(spans: &[Span]) -> BTreeSet<u32> {
    spans.iter().flat_map(|span| span.start()..span.end()).collect()
}
