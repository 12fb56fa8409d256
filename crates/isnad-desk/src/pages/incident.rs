//! An incident: where the accounts part, as questions and their positions, each with those who give it; and around it
//! the story's travel, its course in time, where it was, and who is involved.

use super::account::{self, Account};
use super::parties::{self, Party, VictimLine};
use super::story::{self, Story};
use super::{incidents, report};
use crate::draw::map::{Landmark, Map};
use crate::draw::toll::{self, Toll};
use crate::lens::{Lens, Linked};
use crate::library::IncidentFile;
use crate::words::slug;
use askama::Template;
use isnad_ledger::{Ledger, Position, Question, QuestionKind, Root, StatementRef, Update, Value};
use std::collections::{BTreeMap, HashMap};

/// A question with its answers.
pub(crate) struct QuestionRow {
    pub(crate) slug: String,
    pub(crate) word: String,
    /// What tells it from another question of its kind.
    pub(crate) label: String,
    pub(crate) disputed: bool,
    pub(crate) positions: Vec<PositionCell>,
    /// Ticks of the scale that tolls are drawn on.
    pub(crate) ticks: Vec<(f64, String)>,
}

/// One answer.
pub(crate) struct PositionCell {
    pub(crate) letter: String,
    pub(crate) value: Linked,
    pub(crate) denies: Option<String>,
    pub(crate) toll: Option<Toll>,
    pub(crate) roots: usize,
    pub(crate) gates: Vec<Linked>,
    pub(crate) groups: Vec<RootGroup>,
    /// Those that are shown on demand.
    pub(crate) more_groups: Vec<RootGroup>,
    pub(crate) updates: Vec<Earlier>,
    pub(crate) reversal_of: Option<String>,
}

/// Accounts that go back to one root.
pub(crate) struct RootGroup {
    pub(crate) root: Option<Linked>,
    /// Shown at once, and on demand.
    pub(crate) first: Vec<Account>,
    pub(crate) others: Vec<Account>,
}

/// Accounts of one root that are shown at once.
const AT_ONCE: usize = 2;
/// Roots of a position that are shown at once.
const ROOTS_AT_ONCE: usize = 4;
/// The same where there is one position only, with the whole width to itself.
const ROOTS_ALONE: usize = 9;

/// An earlier value of the same roots.
pub(crate) struct Earlier {
    pub(crate) value: String,
    pub(crate) when: String,
    pub(crate) accounts: Vec<Account>,
}

/// Where it was.
pub(crate) struct Locator {
    pub(crate) map: Map,
    pub(crate) at: (f64, f64),
    pub(crate) radius: f64,
    pub(crate) landmarks: Vec<Landmark>,
    pub(crate) scale: (u32, f64),
    pub(crate) precision: String,
}

#[derive(Template)]
#[template(path = "incident.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    title: String,
    dates: String,
    place: Option<String>,
    toll: Option<(String, String, String)>,
    outlets: usize,
    roots: Vec<Linked>,
    gates: Vec<Linked>,
    questions: Vec<QuestionRow>,
    disputes: Vec<(String, String)>,
    story: Story,
    locator: Option<Locator>,
    parties: Vec<Party>,
    victims: Vec<VictimLine>,
    reports: Vec<report::Brief>,
    related: Vec<(String, String, String)>,
    indistinct: Vec<(String, String)>,
    json: String,
}

/// What the rows of a page look things up in.
pub(crate) struct Files<'a> {
    pub(crate) file: &'a IncidentFile,
    pub(crate) ledgers: HashMap<&'a str, &'a Ledger>,
    roots: HashMap<&'a str, &'a Root>,
    root_of: HashMap<&'a StatementRef, Vec<&'a str>>,
}

impl<'a> Files<'a> {
    fn new(file: &'a IncidentFile) -> Files<'a> {
        let mut root_of: HashMap<&StatementRef, Vec<&str>> = HashMap::new();
        for root in &file.roots {
            root.statements.iter().for_each(|s| root_of.entry(s).or_default().push(&root.id));
        }
        Files {
            ledgers: file.reports.iter().map(|l| (l.report.id.as_str(), &**l)).collect(),
            roots: file.roots.iter().map(|root| (root.id.as_str(), root)).collect(),
            root_of,
            file,
        }
    }

    pub(crate) fn root_name(&self, id: &str) -> Option<&'a str> {
        self.roots.get(id).map(|root| root.name.as_str())
    }

    /// The roots of a statement among those of its position, which may be the only one that knows.
    pub(crate) fn roots_of(&self, position: &'a Position, by: &StatementRef) -> Vec<&'a str> {
        let mut roots = self.root_of.get(by).cloned().unwrap_or_default();
        roots.retain(|id| position.roots.iter().any(|root| root == id));
        match (roots.is_empty(), position.roots.as_slice()) {
            (true, [only]) => vec![only],
            _ => roots,
        }
    }

    /// What a reference points at, as an account.
    pub(crate) fn account(&self, l: &Lens, by: &StatementRef) -> Option<Account> {
        let ledger = self.ledgers.get(by.0.as_str())?;
        let derivations = &self.file.derivations;
        match &by.1 {
            Some(id) => {
                let statement = ledger.statements.iter().find(|s| s.id == *id)?;
                Some(account::of_statement(l, ledger, statement, derivations))
            }
            None => {
                let mention = self.file.incident.mentions.iter().find(|m| m.report == by.0);
                let event = mention.and_then(|m| ledger.events.iter().find(|e| e.id == m.event));
                Some(account::of_report(l, ledger, event.map(|e| e.span), derivations))
            }
        }
    }
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, file: &'a IncidentFile) -> Page<'a> {
        let incident = &*file.incident;
        let files = Files::new(file);
        let mut questions: Vec<QuestionRow> = incident.questions.iter().map(|q| question(l, &files, q)).collect();
        questions.sort_by_key(|q| !q.disputed);
        anchors(&mut questions);
        let mut gates: Vec<&String> =
            incident.questions.iter().flat_map(|q| &q.positions).flat_map(|p| &p.gates).collect();
        gates.sort();
        gates.dedup();
        let outlets: std::collections::BTreeSet<String> = file.reports.iter().map(|r| account::outlet(l, r)).collect();
        let toll = incident.low.map(|low| {
            let number = |n: Option<u32>| l.w.number(n.unwrap_or(low));
            (number(Some(low)), number(incident.best), number(incident.high))
        });
        let indistinct = file.roots.iter().flat_map(|root| {
            let others = root.indistinct_from.iter().filter(|other| **other > root.id);
            others.filter_map(|other| Some((l.name(&root.name).text, l.name(files.root_name(other)?).text)))
        });
        let why = |id: &str| incident.related.iter().find(|r| r.incident == id).map_or("", |r| &r.why);
        Page {
            section: "incidents",
            title: incidents::title(l, incident),
            dates: l.w.days(incident.start, incident.end),
            place: incident.place.as_ref().map(|place| l.place(&place.name)),
            toll,
            outlets: outlets.len(),
            roots: incident.roots.iter().filter_map(|id| files.root_name(id)).map(|name| l.name(name)).collect(),
            gates: gates.into_iter().map(|gate| l.name(gate)).collect(),
            disputes: questions.iter().filter(|q| q.disputed).map(|q| (q.slug.clone(), q.word.clone())).collect(),
            story: story::new(l, &files),
            locator: locator(l, file),
            parties: parties::parties(l, file),
            victims: parties::victims(l, file),
            reports: file.reports.iter().map(|ledger| report::brief(l, ledger, &file.derivations)).collect(),
            related: file
                .related
                .iter()
                .map(|other| {
                    let href = format!("/incidents/{}", crate::address::segment(&other.id));
                    let name = format!("{} · {}", incidents::title(l, other), l.w.days(other.start, other.end));
                    (href, name, l.title(why(&other.id)))
                })
                .collect(),
            indistinct: indistinct.collect(),
            json: format!("/incidents/{}.json", crate::address::segment(&incident.id)),
            questions,
            l,
        }
    }
}

fn question(l: &Lens, files: &Files, question: &Question) -> QuestionRow {
    let highest = |value: &Option<Value>| match value {
        Some(Value::Range(range)) => range.high().unwrap_or(range.low()),
        _ => 0,
    };
    let is_toll = question.positions.iter().any(|p| matches!(p.value, Some(Value::Range(_))));
    let most = question.positions.iter().map(|p| highest(&p.value)).max().unwrap_or(0);
    let ticks = toll::ticks(most);
    let scale = ticks.last().copied().unwrap_or(most);
    let letters = |at: usize| l.w.say(&format!("letter-{}", at.min(25)));
    let at_once = if question.positions.len() > 1 { ROOTS_AT_ONCE } else { ROOTS_ALONE };
    let positions = question.positions.iter().enumerate();
    QuestionRow {
        slug: slug(&question.question),
        label: l.w.term("question", &question.question),
        word: l.w.term("question", &question.question),
        disputed: question.disputed,
        ticks: if is_toll && question.positions.len() > 1 { incidents::axis(l, &ticks, scale) } else { Vec::new() },
        positions: positions
            .map(|(at, p)| {
                let mut groups = groups(l, files, p);
                PositionCell {
                    letter: letters(at),
                    value: match (&p.value, question.question) {
                        (Some(Value::Text(text)), QuestionKind::Place) if l.w.answer(text).is_none() => {
                            Linked { text: l.place(text), href: None }
                        }
                        (value, _) => l.answer(value.as_ref()),
                    },
                    denies: p.denies.as_ref().map(|value| l.value(value).text),
                    toll: match (&p.value, question.positions.len()) {
                        (Some(Value::Range(range)), 2..) => {
                            Some(toll::bar(range.low(), range.low(), range.high(), scale))
                        }
                        _ => None,
                    },
                    roots: p.roots.len(),
                    gates: p.gates.iter().map(|gate| l.name(gate)).collect(),
                    more_groups: groups.split_off(groups.len().min(at_once)),
                    groups,
                    updates: p.updates.iter().map(|update| earlier(l, files, update)).collect(),
                    reversal_of: p.reversal_of.map(letters),
                }
            })
            .collect(),
    }
}

/// Parts the anchors and labels of questions that are asked twice.
fn anchors(questions: &mut [QuestionRow]) {
    let mut asked: BTreeMap<String, usize> = BTreeMap::new();
    for question in questions {
        let times = asked.entry(question.slug.clone()).or_default();
        *times += 1;
        if *times > 1 {
            question.slug = format!("{}-{times}", question.slug);
            let values: Vec<&str> = question.positions.iter().map(|position| &*position.value.text).collect();
            question.label = format!("{} {times}: {}", question.word, values.join(" / "));
        }
    }
}

/// The accounts of a position by their root, the root with most of them first.
fn groups(l: &Lens, files: &Files, position: &Position) -> Vec<RootGroup> {
    let mut groups: BTreeMap<Option<&str>, Vec<Account>> = BTreeMap::new();
    for by in &position.by {
        let Some(account) = files.account(l, by) else {
            continue;
        };
        let root = files.roots_of(position, by).first().copied();
        groups.entry(root).or_default().push(account);
    }
    let mut groups: Vec<RootGroup> = groups
        .into_iter()
        .map(|(root, mut first)| {
            let root = root.and_then(|id| files.root_name(id)).map(|name| l.name(name));
            for account in first.iter_mut().filter(|account| account.speaker == root) {
                account.speaker = None;
            }
            let others = first.split_off(first.len().min(AT_ONCE));
            RootGroup { root, first, others }
        })
        .collect();
    groups.sort_by_key(|group| (group.root.is_none(), std::cmp::Reverse(group.first.len() + group.others.len())));
    groups
}

fn earlier(l: &Lens, files: &Files, update: &Update) -> Earlier {
    Earlier {
        value: l.value(&update.value).text,
        when: update.published.map_or_else(String::new, |at| l.w.moment(at)),
        accounts: update.by.iter().filter_map(|by| files.account(l, by)).collect(),
    }
}

fn locator(l: &Lens, file: &IncidentFile) -> Option<Locator> {
    let place = file.incident.place.as_ref()?;
    let point = (place.latitude?, place.longitude?);
    let least = match place.precision {
        isnad_ledger::Precision::Point | isnad_ledger::Precision::Town => 3.2,
        isnad_ledger::Precision::Division => 4.5,
        isnad_ledger::Precision::Region => 8.0,
        isnad_ledger::Precision::Country => 16.0,
    };
    let map = Map::around(&[point], 420.0, 300.0, least);
    let at = map.at(point.0, point.1);
    Some(Locator {
        at,
        radius: map.radius(place.precision).max(7.0),
        landmarks: map.landmarks(&[at], 7),
        scale: map.scale(),
        precision: l.w.term("precision", &place.precision),
        map,
    })
}
