//! Who is involved in an incident, with what each account says of them; never a role or a relation without its speaker.

use super::account;
use crate::lens::{Lens, Linked, Original};
use crate::library::IncidentFile;
use isnad_ledger::{Event, Ledger, Name, NameKind, Victim};
use std::collections::{BTreeMap, BTreeSet};

/// People and groups shown.
const MOST: usize = 40;

/// A person or group.
pub(crate) struct Party {
    pub(crate) name: Linked,
    pub(crate) is_person: bool,
    pub(crate) claims: Vec<Claim>,
}

/// What is said of somebody, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Claim {
    pub(crate) what: String,
    pub(crate) speakers: String,
    pub(crate) outlet: String,
    pub(crate) href: String,
}

/// Somebody harmed, as one account tells it.
pub(crate) struct VictimLine {
    pub(crate) name: Option<Linked>,
    pub(crate) description: Option<Original>,
    pub(crate) details: String,
    pub(crate) speakers: String,
    pub(crate) outlet: String,
    pub(crate) href: String,
}

/// The events of the incident, each with its report.
fn told(file: &IncidentFile) -> impl Iterator<Item = (&Ledger, &Event)> {
    file.incident.mentions.iter().filter_map(|mention| {
        let ledger = file.reports.iter().find(|l| l.report.id == mention.report)?;
        Some((&**ledger, ledger.events.iter().find(|e| e.id == mention.event)?))
    })
}

/// Everybody with a part in the incident's events.
pub(crate) fn parties(l: &Lens, file: &IncidentFile) -> Vec<Party> {
    let mut claims: BTreeMap<&str, (&Name, BTreeSet<Claim>)> = BTreeMap::new();
    for (ledger, event) in told(file) {
        let mut add = |id: &String, role: &str| {
            if let Some(name) = entry(ledger, id) {
                let claim = claim(l, ledger, l.w.say(role), &event.by, event.span.start());
                claims.entry(&name.key).or_insert_with(|| (name, BTreeSet::new())).1.insert(claim);
            }
        };
        event.perpetrators.iter().for_each(|id| add(id, "role-perpetrator"));
        event.partners.iter().for_each(|id| add(id, "role-partner"));
        event.targets.iter().for_each(|id| add(id, "role-target"));
        event.victims.iter().filter_map(|v| v.name.as_ref()).for_each(|id| add(id, "role-victim"));
    }
    for ledger in &file.reports {
        for relation in &ledger.relations {
            let (Some(subject), Some(object)) = (entry(ledger, &relation.subject), entry(ledger, &relation.object))
            else {
                continue;
            };
            let what = relation_words(l, relation, object);
            let claim = claim(l, ledger, what, &relation.by, relation.span.start());
            claims.entry(&subject.key).or_insert_with(|| (subject, BTreeSet::new())).1.insert(claim);
        }
    }
    let mut parties: Vec<Party> = claims
        .into_values()
        .map(|(name, claims)| Party {
            name: l.name(&name.key),
            is_person: name.kind == NameKind::Person,
            claims: claims.into_iter().collect(),
        })
        .collect();
    parties.sort_by_key(|party| std::cmp::Reverse(party.claims.len()));
    parties.truncate(MOST);
    parties
}

/// A relation in words: which, to whom, and how the report puts it.
pub(crate) fn relation_words(l: &Lens, relation: &isnad_ledger::Relation, object: &Name) -> String {
    let word = l.w.term("relation", &relation.relation);
    let to = l.name(&object.key).text;
    match &relation.detail {
        Some(detail) => format!("{word} {to} ({})", l.title(detail)),
        None => format!("{word} {to}"),
    }
}

/// Somebody's entry in a ledger.
pub(crate) fn entry<'a>(ledger: &'a Ledger, id: &str) -> Option<&'a Name> {
    ledger.names.iter().find(|name| name.id == id)
}

/// A claim by these statements of a report, or by the report itself if there are none.
pub(crate) fn claim(l: &Lens, ledger: &Ledger, what: String, by: &[String], from: u32) -> Claim {
    let statements: Vec<_> = ledger.statements.iter().filter(|s| by.contains(&s.id)).collect();
    let speakers: BTreeSet<String> = statements.iter().map(|s| account::speaker(l, s).text).collect();
    let anchor =
        statements.first().map_or_else(|| format!("c-{from}"), |s| format!("w-{}", crate::address::segment(&s.id)));
    Claim {
        what,
        speakers: if speakers.is_empty() {
            l.w.say("own-voice")
        } else {
            l.w.list(&speakers.into_iter().collect::<Vec<_>>())
        },
        outlet: account::outlet(l, ledger),
        href: format!("{}#{anchor}", l.report_path(&ledger.report.id)),
    }
}

/// Those harmed, one line for each account of each.
pub(crate) fn victims(l: &Lens, file: &IncidentFile) -> Vec<VictimLine> {
    let lines = told(file).flat_map(|(ledger, event)| {
        event.victims.iter().map(move |victim| {
            let said = claim(l, ledger, String::new(), &event.by, event.span.start());
            VictimLine {
                name: victim.name.as_ref().and_then(|id| entry(ledger, id)).map(|name| l.name(&name.key)),
                description: victim.description.map(|span| l.quote(ledger, &[span], 120)),
                details: details(l, victim),
                speakers: said.speakers,
                outlet: said.outlet,
                href: said.href,
            }
        })
    });
    lines.take(200).collect()
}

fn details(l: &Lens, victim: &Victim) -> String {
    let parts = [
        victim.harm.map(|harm| l.w.term("harm", &harm)),
        victim.age.map(|age| l.w.count("years-old", age)),
        victim.sex.as_ref().map(|sex| l.w.say(if sex == "female" { "sex-female" } else { "sex-male" })),
        victim.status.map(|status| l.w.term("status", &status)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
