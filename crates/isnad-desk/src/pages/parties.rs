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
    pub(crate) by: Vec<Said>,
}

/// Who says it, where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    /// "according to …", or that the outlet says it itself.
    pub(crate) speakers: String,
    pub(crate) outlet: String,
    pub(crate) href: String,
}

/// Lays together what is said alike, in the order it is said first.
pub(crate) fn together(said: impl IntoIterator<Item = (String, Said)>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (what, said) in said {
        match claims.iter_mut().find(|claim| claim.what == what) {
            Some(claim) if claim.by.contains(&said) => {}
            Some(claim) => claim.by.push(said),
            None => claims.push(Claim { what, by: vec![said] }),
        }
    }
    claims
}

/// Somebody harmed, as one account tells it.
pub(crate) struct VictimLine {
    pub(crate) name: Option<Linked>,
    pub(crate) description: Option<Original>,
    pub(crate) details: String,
    pub(crate) said: Said,
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
    type Claims<'a> = BTreeMap<&'a str, (&'a Name, Vec<(String, Said)>)>;
    let mut claims = Claims::new();
    for (ledger, event) in told(file) {
        let mut add = |id: &String, role: &str| {
            if let Some(name) = entry(ledger, id) {
                let said = said(l, ledger, &event.by, event.span.start());
                let party = claims.entry(&name.key).or_insert_with(|| (name, Vec::new()));
                party.1.push((l.w.say(role), said));
            }
        };
        event.perpetrators.iter().for_each(|id| add(id, "role-perpetrator"));
        event.partners.iter().for_each(|id| add(id, "role-partner"));
        event.targets.iter().for_each(|id| add(id, "role-target"));
        let victims = event.victims.iter().filter_map(|v| v.name.as_ref());
        victims.for_each(|id| add(id, "role-victim"));
    }
    for ledger in &file.reports {
        for relation in &ledger.relations {
            let subject = entry(ledger, &relation.subject);
            if let Some((subject, object)) = subject.zip(entry(ledger, &relation.object)) {
                let said = said(l, ledger, &relation.by, relation.span.start());
                let party = claims.entry(&subject.key).or_insert_with(|| (subject, Vec::new()));
                party.1.push((relation_words(l, relation, object), said));
            }
        }
    }
    let mut parties: Vec<Party> = claims
        .into_values()
        .map(|(name, claims)| Party {
            name: l.name(&name.key),
            is_person: name.kind == NameKind::Person,
            claims: together(claims),
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

/// Who says it: these statements of a report, or the report itself if there are none.
pub(crate) fn said(l: &Lens, ledger: &Ledger, by: &[String], from: u32) -> Said {
    let statements: Vec<_> = ledger.statements.iter().filter(|s| by.contains(&s.id)).collect();
    let speakers: BTreeSet<String> = statements.iter().map(|s| account::speaker(l, s).text).collect();
    let speakers: Vec<String> = speakers.into_iter().collect();
    let anchor = match statements.first() {
        Some(statement) => format!("w-{}", crate::address::segment(&statement.id)),
        None => format!("c-{from}"),
    };
    Said {
        speakers: if speakers.is_empty() {
            l.w.say("own-voice")
        } else {
            l.w.with("according-to", &[("name", &l.w.list(&speakers))])
        },
        outlet: account::outlet(l, ledger),
        href: format!("{}#{anchor}", l.report_path(&ledger.report.id)),
    }
}

/// Those harmed, one line for each account of each.
pub(crate) fn victims(l: &Lens, file: &IncidentFile) -> Vec<VictimLine> {
    let line = |ledger: &Ledger, event: &Event, victim: &Victim| VictimLine {
        name: victim.name.as_ref().and_then(|id| entry(ledger, id)).map(|name| l.name(&name.key)),
        description: victim.description.map(|span| l.quote(ledger, &[span], 120)),
        details: details(l, victim),
        said: said(l, ledger, &event.by, event.span.start()),
    };
    let lines =
        told(file).flat_map(|(ledger, event)| event.victims.iter().map(move |victim| line(ledger, event, victim)));
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
