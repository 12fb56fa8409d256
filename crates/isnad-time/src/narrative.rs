//! What a report has told so far: the day and the period last narrated, which "two days later" and "at noon" are counted from,
//! and the year that a sentence set. It changes as expressions are read in order.

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
}

impl Narrative {
    pub(crate) fn new(context: Context) -> Narrative {
        Narrative { context, sentence: usize::MAX }
    }

    /// What placing may lean on in a sentence whose clause has a tense.
    pub(crate) fn context(&self, sentence: usize, tense: Option<Tense>) -> Context {
        let year = self.context.year.filter(|_| sentence == self.sentence);
        Context { tense, year, ..self.context }
    }

    /// The day of a bare clock time or part of day: after a night of two days, the morning is the second one's.
    pub(crate) fn day_of(&self, reading: &Reading) -> Option<Date> {
        let morning = match (reading.part, reading.clock) {
            (Some(DayPart::Of(Part::Dawn | Part::Morning | Part::Noon)), _) => true,
            (None, Some(clock)) => clock.hour < 9,
            _ => false,
        };
        self.context.told_morning.filter(|_| morning && reading.expr == Expr::Told(0))
    }

    /// Takes an expression into the account. `said` tells that it is the day of speaking rather than of what is told.
    pub(crate) fn tell(&mut self, reading: &Reading, placed: &Placed, sentence: usize, said: bool) {
        if let Some(year) = explicit_year(&reading.expr) {
            (self.context.year, self.sentence) = (Some(year), sentence);
        }
        let Some(period) = placed.period() else { return };
        let past = self.context.spoken.is_none_or(|spoken| period.start <= spoken);
        let night = matches!(reading.expr, Expr::Range(..)) && reading.part.is_some();
        let retold = matches!(reading.expr, Expr::Told(_) | Expr::Then);
        if !past || retold || !(placed.kind == TimeKind::Instant || night) {
            return;
        }
        self.context.told_period = Some(period);
        if period.grain == Grain::Day && !(said && self.context.told.is_some()) {
            self.context.told = Some(period.start);
            // After an evening or a night, the dawn that follows is the next day's.
            let late = matches!(reading.part, Some(DayPart::Of(Part::Evening | Part::Night)))
                || reading.clock.is_some_and(|clock| clock.hour >= 18);
            self.context.told_morning = if night || late { calendar::days(period.start, 1) } else { None };
        }
    }
}

/// The year that an expression names in full.
fn explicit_year(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Date(parts) => parts.year.filter(|year| *year > 1500),
        Expr::Years(from, to, Unit::Year) if to - from == 1 => Some(*from),
        _ => None,
    }
}
