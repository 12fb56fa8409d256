//! The grounds in words: a line on why two events were joined or kept apart, and why two positions exclude each other. It
//! judges nothing anew.

use crate::{
    assemble::Done,
    incident::{Place, between, told},
    judge::{JOINED, Judgement},
    weighing::Weighing,
};
use isnad_ledger::{Incident, Position, Value, Weighed};

/// Why two near events are two.
pub(crate) fn apart(judgement: &Judgement) -> String {
    match judgement.excluded() {
        Some(why) => format!("{why} ({})", judgement.grounds()),
        None => format!("too little in common: {}", judgement.grounds()),
    }
}

impl Weighing<'_> {
    /// A line on every decision behind `weighed`: events joined, incidents kept apart, positions that exclude each other.
    pub fn explain(&self, weighed: &Weighed) -> Vec<String> {
        let mut lines = Vec::new();
        for incident in &weighed.incidents {
            let Some(done) = self.done(&incident.id) else { continue };
            lines.extend(self.joined(done));
            for near in &incident.related {
                lines.push(format!("{} and {} are two: {}", incident.id, near.incident, near.why));
            }
            lines.extend(self.against(incident, done));
        }
        lines
    }

    fn done(&self, id: &str) -> Option<&Done> {
        self.groups.values().flat_map(|group| &group.done).find(|done| done.incident.id == id)
    }

    fn joined(&self, done: &Done) -> Vec<String> {
        let members = &done.members;
        (1..members.len())
            .filter_map(|at| {
                let judged = members[..at].iter().map(|&other| (other, between(&self.digests, members[at], other)));
                let (other, judgement) = judged.max_by(|(_, a), (_, b)| a.score().total_cmp(&b.score()))?;
                let grounds = if judgement.score() >= JOINED { judgement.grounds() } else { apart(&judgement) };
                Some(format!("{} and {} are one event: {grounds}", self.name(other), self.name(members[at])))
            })
            .collect()
    }

    fn name(&self, at: Place) -> String {
        let event = told(&self.digests, at).events.first().map_or("", String::as_str);
        format!("{}/{event}", self.digests[at.digest as usize].report)
    }

    fn against(&self, incident: &Incident, done: &Done) -> Vec<String> {
        let said = |position: &Position| {
            let reports = position.by.iter().filter_map(|by| self.digests.iter().find(|d| d.report == by.0));
            reports.filter(|digest| digest.conflict).map(|digest| digest.report.clone()).next()
        };
        done.conflicts
            .iter()
            .filter_map(|&(question, a, b, why)| {
                let question = incident.questions.get(question)?;
                let (x, y) = (question.positions.get(a)?, question.positions.get(b)?);
                let own =
                    said(x).or_else(|| said(y)).map_or(String::new(), |report| format!("; {report} says so itself"));
                let kind = spelled(&format!("{:?}", question.question));
                let about = question.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
                Some(format!("{} {kind}{about}: {} against {}: {why}{own}", incident.id, answer(x), answer(y)))
            })
            .collect()
    }
}

/// `VictimIdentity` as `victim identity`.
fn spelled(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// A position in a few English words: `8`, `at least 14`, `not the army`.
pub fn answer(position: &Position) -> String {
    match (&position.value, &position.denies) {
        (Some(answer), _) => value(answer),
        (None, Some(denied)) => format!("not {}", value(denied)),
        (None, None) => "a denial".to_owned(),
    }
}

/// A value in a few English words.
pub fn value(value: &Value) -> String {
    match value {
        Value::Range(range) => match range.high() {
            Some(high) if high == range.low() => high.to_string(),
            Some(high) => format!("{} to {high}", range.low()),
            None => format!("at least {}", range.low()),
        },
        Value::Days(start, _) => start.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string()),
        Value::Text(text) => text.clone(),
    }
}
