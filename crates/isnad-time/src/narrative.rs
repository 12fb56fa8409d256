//! What a report has told so far: the day and the period last narrated, which "two days later" is counted from; the day of its
//! main event, on which "at noon" of a paragraph without a day falls; and the year that a sentence set. It changes as
//! expressions are read in order.

use crate::calendar;
use crate::expression::{Expr, Reading};
use crate::place::{Context, Placed};
use crate::sense::{DayPart, Tense, Unit};
use isnad_ledger::{Grain, Part, TimeKind};
use jiff::civil::Date;

/// The account so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Narrative {
    context: Context,
    /// The sentence that set the context's year.
    sentence: usize,
    last: Option<Told>,
    /// The day last mentioned with its month, one of speaking too.
    mentioned: Option<Date>,
    main: Option<Told>,
}

/// A day that was told.
#[derive(Clone, Copy, Debug)]
struct Told {
    day: Date,
    /// The day that its morning is on, if an evening or a night was told: the next one.
    morning: Option<Date>,
    /// The line it was told in.
    line: usize,
}

/// How an expression stands in its text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stand {
    pub(crate) line: usize,
    pub(crate) sentence: usize,
    /// It is the day of speaking rather than of what is told: "said on Tuesday".
    pub(crate) said: bool,
    /// It is a year that names a thing: the 2019 truce.
    pub(crate) attributive: bool,
    /// It is the date that opens a wire's report.
    pub(crate) dateline: bool,
}

impl Narrative {
    pub(crate) fn new(context: Context) -> Narrative {
        Narrative { context, sentence: usize::MAX, last: None, mentioned: None, main: None }
    }

    /// What placing may lean on in a sentence whose clause has a tense.
    pub(crate) fn context(&self, sentence: usize, line: usize, tense: Option<Tense>) -> Context {
        let year = self.context.year.filter(|_| sentence == self.sentence);
        let event = self.nearest(line).map(|told| told.day);
        let told = self.last.map(|told| told.day);
        Context { tense, year, told, event, mentioned: self.mentioned.or(told), ..self.context }
    }

    /// The day of a clock time or part of the day that stands without one: that of its own paragraph, else the main event's.
    /// After an evening or a night the morning is the next day's.
    pub(crate) fn day_of(&self, reading: &Reading, line: usize) -> Option<Date> {
        if reading.expr != Expr::Told(0) || (reading.part.is_none() && reading.clock.is_none()) {
            return None;
        }
        let told = self.nearest(line)?;
        let morning = match (reading.part, reading.clock) {
            (Some(DayPart::Of(Part::Dawn | Part::Morning | Part::Noon)), _) => true,
            (None, Some(clock)) => clock.hour < 6,
            _ => false,
        };
        let known = |day: &Date| morning && self.context.spoken.is_none_or(|spoken| *day <= spoken);
        Some(told.morning.filter(known).unwrap_or(told.day))
    }

    /// The day of the event that is told of in a line: the last one of that line, else the main one.
    fn nearest(&self, line: usize) -> Option<Told> {
        self.last.filter(|told| told.line == line).or(self.main).or(self.last)
    }

    /// Takes an expression into the account.
    pub(crate) fn tell(&mut self, reading: &Reading, placed: &Placed, stand: &Stand) {
        // The 2019 truce names a thing, not the year of what the sentence tells.
        if let Some(year) = explicit_year(&reading.expr).filter(|_| !stand.attributive) {
            (self.context.year, self.sentence) = (Some(year), stand.sentence);
        }
        if let Some(year) = named_year(&reading.expr).filter(|_| !stand.attributive) {
            self.context.named_year = Some(year);
        }
        let Some(period) = placed.period() else { return };
        let past = self.context.spoken.is_none_or(|spoken| period.start <= spoken);
        let night = matches!(reading.expr, Expr::Range(..)) && reading.part.is_some();
        let retold = matches!(reading.expr, Expr::Told(_) | Expr::Then);
        if !past || retold || !(placed.kind == TimeKind::Instant || night) {
            return;
        }
        self.context.told_period = Some(period);
        if period.grain == Grain::Day && (!stand.said || names_month(&reading.expr)) {
            self.mentioned = Some(period.start);
        }
        if period.grain != Grain::Day || (stand.said && self.last.is_some()) {
            return;
        }
        let late = matches!(reading.part, Some(DayPart::Of(Part::Evening | Part::Night)))
            || reading.clock.is_some_and(|clock| clock.hour >= 18);
        let morning = if night || late { calendar::days(period.start, 1) } else { None };
        let told = Told { day: period.start, morning, line: stand.line };
        self.last = Some(told);
        if self.main.is_none() && !stand.said && !stand.dateline {
            self.main = Some(told);
        }
    }
}

/// The year that stands in full anywhere in an expression, which "that year" means afterwards.
fn named_year(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Range(_, inner) | Expr::Since(inner) | Expr::Until(inner) | Expr::Edge(_, inner) => named_year(inner),
        Expr::Season { year, .. } => *year,
        expr => explicit_year(expr),
    }
}

fn names_month(expr: &Expr) -> bool {
    matches!(expr, Expr::Date(parts) if parts.month.is_some())
}

/// The year that an expression names in full.
fn explicit_year(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Date(parts) => parts.year.filter(|year| *year > 1500),
        Expr::Years(from, to, Unit::Year) if to - from == 1 => Some(*from),
        _ => None,
    }
}
