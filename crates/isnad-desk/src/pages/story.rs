//! How the story travelled and how it went in time: the drawings of an incident's page, with their words.

use super::account;
use super::incident::Files;
use crate::draw::course::{self, Course};
use crate::draw::mirrored;
use crate::draw::travel::{self, Node, Way};
use crate::lens::{Lens, Linked};
use crate::words::slug;
use isnad_ledger::{How, Moment, QuestionKind, Value};
use std::collections::{BTreeSet, HashMap};

/// Characters of a label in a drawing.
const LABEL: usize = 30;

/// The drawings.
pub(crate) struct Story {
    pub(crate) height: f64,
    pub(crate) heads: Vec<(f64, String)>,
    pub(crate) lines: Vec<travel::Line>,
    pub(crate) roots: Vec<(Node, Linked)>,
    pub(crate) gates: Vec<(Node, Linked)>,
    pub(crate) reports: Vec<Stop>,
    /// How each copy was made, in the contract's word and the reader's, and its path.
    pub(crate) copies: Vec<(String, String, String)>,
    /// Reports that the drawing has no room for.
    pub(crate) left_out: usize,
    pub(crate) course: Option<Line>,
}

/// A report in the drawing.
pub(crate) struct Stop {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) outlet: String,
    pub(crate) href: String,
    /// Its day, where it is another than the one before it.
    pub(crate) day: Option<String>,
    pub(crate) clock: String,
    pub(crate) copy: bool,
}

/// The course on one axis.
pub(crate) struct Line {
    pub(crate) ticks: Vec<(f64, String)>,
    pub(crate) told: Vec<Told>,
    /// Where its square is, its path, its words.
    pub(crate) reports: Vec<(f64, f64, String, String)>,
    pub(crate) foot: f64,
}

/// Days that accounts give.
pub(crate) struct Told {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) length: f64,
    pub(crate) words: String,
    pub(crate) words_at: f64,
    /// `start` or `end`, in the reading direction.
    pub(crate) anchor: &'static str,
}

/// Draws both.
pub(crate) fn new(l: &Lens, files: &Files) -> Story {
    let file = files.file;
    let at: HashMap<&str, usize> =
        file.reports.iter().enumerate().map(|(at, ledger)| (ledger.report.id.as_str(), at)).collect();
    let adds_nothing: BTreeSet<&str> =
        file.derivations.iter().filter(|d| d.how != How::Cited).map(|d| d.report.as_str()).collect();
    let mut ways = BTreeSet::new();
    for position in file.incident.questions.iter().flat_map(|q| &q.positions) {
        for by in position.by.iter().chain(position.updates.iter().flat_map(|u| &u.by)) {
            let (Some(&report), Some(ledger)) = (at.get(by.0.as_str()), files.ledgers.get(by.0.as_str())) else {
                continue;
            };
            if adds_nothing.contains(by.0.as_str()) {
                continue;
            }
            let statement = by.1.as_ref().and_then(|id| ledger.statements.iter().find(|s| s.id == *id));
            let gates = statement.map_or_else(Vec::new, |s| {
                let passed_on = s.chain.len().saturating_sub(1);
                let gate = s.gate.iter().map(|gate| &gate.name).filter(|gate| !s.chain.contains(gate));
                gate.chain(s.chain.iter().take(passed_on)).cloned().collect()
            });
            for root in files.roots_of(position, by) {
                if let Some(name) = files.root_name(root) {
                    let gates = gates.iter().filter(|gate| *gate != name).cloned().collect();
                    ways.insert(Way { root: name.to_owned(), gates, report });
                }
            }
        }
    }
    let copied: Vec<(usize, usize, How)> = file
        .derivations
        .iter()
        .filter_map(|d| Some((*at.get(d.from.as_str())?, *at.get(d.report.as_str())?, d.how)))
        .collect();
    let pairs: Vec<(usize, usize)> = copied.iter().map(|(from, made, _)| (*from, *made)).collect();
    let travel = travel::lay_out(&ways, &pairs, file.reports.len(), l.w.is_arabic());
    let labelled = |nodes: Vec<Node>| -> Vec<(Node, Linked)> {
        nodes.into_iter().map(|node| (node.clone(), short(l.name(&node.label)))).collect()
    };
    let mut day_before = None;
    let stop = |(ledger, &(x, y)): (&std::sync::Arc<isnad_ledger::Ledger>, &(f64, f64))| {
        let published = ledger.report.published;
        let day = published.map(Moment::date);
        let new_day = day != day_before;
        day_before = day;
        Stop {
            x,
            y,
            outlet: short(Linked { text: account::outlet(l, ledger), href: None }).text,
            href: l.report_path(&ledger.report.id),
            day: day.filter(|_| new_day).map(|day| l.w.day(day)),
            clock: published.filter(|at| at.is_minute()).map_or_else(String::new, |at| l.w.clock(at)),
            copy: adds_nothing.contains(ledger.report.id.as_str()),
        }
    };
    Story {
        height: travel.height,
        heads: ["fact-roots", "fact-gates", "fact-outlets"]
            .iter()
            .zip(travel::COLUMNS)
            .map(|(key, x)| (mirrored(x, travel::WIDTH, l.w.is_arabic()), l.w.say(key)))
            .collect(),
        lines: travel.lines,
        reports: file.reports.iter().zip(&travel.reports).map(stop).collect(),
        roots: labelled(travel.roots),
        gates: labelled(travel.gates),
        copies: travel
            .copies
            .into_iter()
            .map(|(at, path)| (slug(&copied[at].2), l.w.term("how", &copied[at].2), path))
            .collect(),
        left_out: file.reports.len().saturating_sub(travel::MOST),
        course: line(l, files),
    }
}

fn line(l: &Lens, files: &Files) -> Option<Line> {
    let incident = &files.file.incident;
    let dates = incident.questions.iter().filter(|q| q.question == QuestionKind::Date).flat_map(|q| &q.positions);
    let mut told: Vec<(Option<Moment>, Option<Moment>, String)> = dates
        .filter_map(|p| match p.value {
            Some(Value::Days(start, end)) => {
                let roots = l.w.count("n-roots", p.roots.len());
                Some((start, end, format!("{} · {roots}", l.w.days(start, end))))
            }
            _ => None,
        })
        .collect();
    if told.is_empty() {
        told.push((incident.start, incident.end, l.w.days(incident.start, incident.end)));
    }
    let published: Vec<_> =
        files.file.reports.iter().filter_map(|ledger| Some((ledger, ledger.report.published?))).collect();
    let moments = told.iter().flat_map(|(start, end, _)| [*start, *end]).flatten().chain(published.iter().map(|p| p.1));
    let moments: Vec<_> = moments.map(|m| m.datetime()).collect();
    let axis = Course::over(moments.iter().copied(), l.w.is_arabic())?;
    let bar = |(row, (start, end, words)): (usize, (Option<Moment>, Option<Moment>, String))| {
        let a = axis.at(start.or(end)?.datetime());
        let b = axis.at(end.or(start)?.datetime());
        let (x, length) = (a.min(b), (a - b).abs().max(6.0));
        let far = x > course::WIDTH * 0.6;
        Some(Told {
            x,
            y: row as f64 * 30.0 + 18.0,
            length,
            words,
            words_at: if far { x + length } else { x },
            anchor: if far == l.w.is_arabic() { "start" } else { "end" },
        })
    };
    let told: Vec<Told> = told.into_iter().take(8).enumerate().filter_map(bar).collect();
    let places: Vec<f64> = published.iter().take(60).map(|(_, at)| axis.at(at.datetime())).collect();
    let rows = course::rows(&places, 15.0);
    let report_rows = rows.iter().max().map_or(0, |row| row + 1);
    let foot = told.len() as f64 * 30.0 + report_rows as f64 * 14.0 + 24.0;
    Some(Line {
        foot,
        ticks: axis.ticks().into_iter().map(|(day, x)| (x, l.w.day(day))).collect(),
        told,
        reports: published
            .iter()
            .zip(places)
            .zip(rows)
            .map(|(((ledger, at), x), row)| {
                let words = format!("{} · {}", account::outlet(l, ledger), l.w.moment(*at));
                (x - 5.0, foot - 14.0 * (row + 1) as f64, l.report_path(&ledger.report.id), words)
            })
            .collect(),
    })
}

fn short(linked: Linked) -> Linked {
    Linked { text: crate::markup::plain(&linked.text, LABEL).into_owned(), ..linked }
}
