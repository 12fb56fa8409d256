//! Claims: one answer to one question, given by one statement of one report about one of its events. It looks at one
//! report; which claims agree or exclude each other is `position`'s business.

mod actor;
mod answers;
mod echo;
mod identity;
mod occurred;
mod place;
mod time;
mod toll;

use crate::{
    digest::{Reading, Said},
    spot::{Lie, Spot},
    told::Told,
};
use isnad_ledger::{Event, QuestionKind, Range, Span, Stance, Statement};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Most claims kept of one report.
const MOST: usize = 4_000;

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// So many.
    Number(Range),
    /// Not the number that others give.
    NoNumber,
    /// On these days, the last one not included.
    Days(Date, Date),
    /// There.
    Spot(Box<Spot>),
    /// One side of an axis of the tables.
    Side { axis: u16, side: u16 },
    /// Not that side.
    NotSide { axis: u16, side: u16 },
    /// Somebody.
    Actor { key: String, name: String },
    /// Somebody is named next to what was done; it counts only where he denies it.
    Named { key: String, name: String },
    /// Not he.
    NotActor { key: String, name: String },
    /// It did happen.
    Happened,
    /// It did not.
    Nothing,
}

/// One answer to one question by one statement, or by the report's own voice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Claim {
    /// The event, by its number in the digest.
    pub(crate) told: u16,
    pub(crate) question: QuestionKind,
    pub(crate) answer: Answer,
    /// The statement, by its number; `None` = the report's own voice.
    pub(crate) said: Option<u16>,
}

/// Collects claims; each is kept once.
pub(crate) struct Claims {
    list: Vec<Claim>,
}

impl Claims {
    fn add(&mut self, told: Option<u16>, question: QuestionKind, answer: Answer, said: Option<usize>) {
        let Some(told) = told else { return };
        let said = said.map(|at| at as u16);
        let claim = Claim { told, question, answer, said };
        if self.list.len() < MOST && !self.list.iter().rev().take(64).any(|old| *old == claim) {
            self.list.push(claim);
        }
    }
}

/// What a report's statements claim of its events.
pub(crate) fn claims(reading: &Reading, told: &[Told], said: &[Said]) -> Vec<Claim> {
    if told.is_empty() {
        return Vec::new();
    }
    let mut claims = Claims { list: Vec::new() };
    let scene = Scene::new(reading, told, said);
    toll::claim(&scene, &mut claims);
    time::claim(&scene, &mut claims);
    place::claim(&scene, &mut claims);
    answers::claim(&scene, &mut claims);
    actor::claim(&scene, &mut claims);
    identity::claim(&scene, &mut claims);
    occurred::claim(&scene, &mut claims);
    echo::claim(&scene, &mut claims);
    claims.list.shrink_to_fit();
    claims.list
}

/// A report with its statements' nesting and its events' numbers, as the readers of claims want it.
pub(crate) struct Scene<'a, 'l> {
    pub(crate) reading: &'a Reading<'l>,
    pub(crate) told: &'a [Told],
    pub(crate) said: &'a [Said],
    /// Statement by id.
    number: FxHashMap<&'l str, usize>,
    /// Event's number in `told` by event id.
    event: FxHashMap<&'a str, u16>,
    /// For each statement the spans of its content that are no other's.
    own: Vec<Vec<Span>>,
}

impl<'a, 'l> Scene<'a, 'l> {
    fn new(reading: &'a Reading<'l>, told: &'a [Told], said: &'a [Said]) -> Self {
        let statements = reading.statements;
        let own = (0..statements.len()).map(|at| own(statements, at)).collect();
        Scene {
            reading,
            told,
            said,
            number: statements.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect(),
            event: events(told),
            own,
        }
    }

    /// Statements whose content may count as an answer: not those that ask, expect, doubt or decline.
    pub(crate) fn answering(&self) -> impl Iterator<Item = (usize, &'l Statement)> {
        let answers = |s: &&Statement| {
            !matches!(s.stance, Stance::Demands | Stance::Expects | Stance::NoComment | Stance::Doubts)
        };
        self.reading.statements.iter().enumerate().filter(move |(_, s)| answers(s))
    }

    /// The parts of a statement's content that no statement inside it has as its own.
    pub(crate) fn own(&self, at: usize) -> &[Span] {
        &self.own[at]
    }

    /// The number of an event.
    pub(crate) fn event(&self, id: &str) -> Option<u16> {
        self.event.get(id).copied()
    }

    /// The event a statement is about.
    pub(crate) fn about(&self, at: usize) -> Option<u16> {
        self.said[at].about
    }

    /// The statements behind an event, by number; where none is named, the one in whose words the event stands, else one
    /// `None` for the report's own voice. Statements that give no answer are left out.
    pub(crate) fn by(&self, event: &Event) -> Vec<Option<usize>> {
        if event.by.is_empty() {
            let inside = |at: &usize| self.own[*at].iter().any(|span| span.contains(event.span));
            // Whoever denies it does not tell it.
            let tells = |at: &usize| self.answers(*at) && self.said[*at].stance != Stance::Denies;
            return vec![(0..self.own.len()).find(inside).filter(tells)];
        }
        let numbers = event.by.iter().filter_map(|id| self.number.get(id.as_str()).copied());
        numbers.filter(|&at| self.answers(at)).map(Some).collect()
    }

    fn answers(&self, at: usize) -> bool {
        !matches!(self.said[at].stance, Stance::Demands | Stance::NoComment | Stance::Doubts)
    }
}

fn events(told: &[Told]) -> FxHashMap<&str, u16> {
    let numbered = told.iter().zip(0u16..);
    numbered.flat_map(|(t, at)| t.events.iter().map(move |id| (id.as_str(), at))).collect()
}

/// A statement's content without what statements inside it have as theirs.
fn own(statements: &[Statement], at: usize) -> Vec<Span> {
    let content = &statements[at].content;
    let Some(end) = content.iter().map(|s| s.end()).max() else { return Vec::new() };
    let start = content.iter().map(|s| s.start()).min().unwrap_or(end);
    // Statements come in order of appearance, so those inside stand close by.
    let near = at.saturating_sub(8)..(at + 24).min(statements.len());
    let inner: Vec<Span> = near
        .filter(|&other| other != at)
        .flat_map(|other| &statements[other].content)
        .filter(|span| {
            span.start() >= start
                && span.end() <= end
                && content.iter().any(|c| c.contains(**span) && c.len() > span.len())
        })
        .copied()
        .collect();
    let mut parts = Vec::new();
    for span in content {
        let mut from = span.start();
        let mut holes: Vec<Span> = inner.iter().filter(|hole| span.contains(**hole)).copied().collect();
        holes.sort_unstable();
        for hole in holes {
            parts.extend(Span::within(from, hole.start(), u32::MAX).filter(|s| !s.is_empty()));
            from = from.max(hole.end());
        }
        parts.extend(Span::within(from, span.end(), u32::MAX).filter(|s| !s.is_empty()));
    }
    parts
}

/// For each statement the event it is about: the one it is cited for, the one its words name, else the last one told
/// before it if that is plainly another than the report's main one, else the main one.
pub(crate) fn about(reading: &Reading, told: &[Told]) -> Vec<Option<u16>> {
    let statements = reading.statements;
    if told.is_empty() {
        return vec![None; statements.len()];
    }
    let number: FxHashMap<&str, u16> = events(told);
    let mut about: Vec<Option<u16>> = vec![None; statements.len()];
    let at: FxHashMap<&str, usize> = statements.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
    for event in &reading.ledger.events {
        let Some(&told) = number.get(event.id.as_str()) else { continue };
        for id in &event.by {
            if let Some(&statement) = at.get(id.as_str()) {
                about[statement].get_or_insert(told);
            }
        }
    }
    let main = main(told);
    let mut spans: Vec<(Span, u16)> =
        told.iter().zip(0u16..).flat_map(|(t, n)| t.spans.iter().map(move |s| (*s, n))).collect();
    spans.sort_unstable();
    for (statement, about) in statements.iter().zip(&mut about) {
        let Some(start) = statement.content.iter().map(|s| s.start()).min() else { continue };
        if about.is_some() {
            continue;
        }
        let inside = spans.iter().find(|(span, _)| statement.content.iter().any(|c| c.contains(*span)));
        let before = spans[..spans.partition_point(|(span, _)| span.start() <= start)].last();
        let before = before.filter(|(span, _)| start - span.start() <= CLOSE);
        let near = inside.or(before).map(|(_, told)| *told);
        *about = Some(near.filter(|&near| apart(&told[near as usize], &told[main as usize])).unwrap_or(main));
    }
    about
}

/// Code points behind an event's words within which a statement is still about it rather than about the report's main event.
const CLOSE: u32 = 260;

/// The event a report says most of; of equals the first.
pub(crate) fn main(told: &[Told]) -> u16 {
    let best = told.iter().enumerate().max_by_key(|(at, t)| {
        let background = crate::kind::background(t.kind);
        (!background, t.killed.is_some(), t.weight, std::cmp::Reverse(*at))
    });
    best.map_or(0, |(at, _)| at as u16)
}

/// Whether two events of one report are plainly two.
fn apart(a: &Told, b: &Told) -> bool {
    let places = match (&a.place, &b.place) {
        (Some(x), Some(y)) if !a.place_guessed && !b.place_guessed => matches!(x.lie(y), Lie::Apart(_)),
        _ => false,
    };
    let days = match (a.days, b.days) {
        (Some(x), Some(y)) if a.is_dated() && b.is_dated() => gap(x, y) > 3,
        _ => false,
    };
    places || days
}

/// Days between two half-open stretches of days; 0 if they overlap.
pub(crate) fn gap(a: (Date, Date), b: (Date, Date)) -> i32 {
    let days = |from: Date, to: Date| (to - from).get_days() + 1;
    if a.1 <= b.0 {
        days(a.1, b.0)
    } else if b.1 <= a.0 {
        days(b.1, a.0)
    } else {
        0
    }
}
