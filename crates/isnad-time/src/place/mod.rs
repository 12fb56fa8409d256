//! Placing: from what was typed to half-open days, given the day of speaking, the tense of the clause and what was just
//! narrated. It reads no text.

mod amount;
mod date;
mod feast;
mod range;
mod within;

use crate::calendar::{self, Period};
use crate::expression::Expr;
use crate::hijri;
use crate::reference::Direction;
use crate::sense::{Shift, Tense, Unit};
use isnad_ledger::{Grain, TimeKind};
use jiff::civil::Date;

/// What placing may lean on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Context {
    /// The day of publication.
    pub(crate) spoken: Option<Date>,
    pub(crate) direction: Direction,
    /// What the clause speaks of.
    pub(crate) tense: Option<Tense>,
    /// A year named earlier in the sentence.
    pub(crate) year: Option<i32>,
    /// The year last named in full, wherever.
    pub(crate) named_year: Option<i32>,
    /// The day last narrated.
    pub(crate) told: Option<Date>,
    /// The day of the event that a noun stands for: that of its paragraph, else the main one.
    pub(crate) event: Option<Date>,
    /// The day last mentioned with its month, be it one of speaking.
    pub(crate) mentioned: Option<Date>,
    /// The period last narrated, of any grain.
    pub(crate) told_period: Option<Period>,
    /// Nothing before this day: the second half of a range.
    pub(crate) floor: Option<Date>,
}

/// Which way to look for a bare day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lean {
    Past,
    Future,
    Open,
}

impl Context {
    pub(crate) fn lean(&self) -> Lean {
        match (self.direction, self.tense) {
            (Direction::Past, _) => Lean::Past,
            (Direction::Future, _) => Lean::Future,
            (Direction::Tense, Some(Tense::Future | Tense::Promised)) => Lean::Future,
            (Direction::Tense, Some(Tense::Past | Tense::Said | Tense::Lasting | Tense::Demand)) => Lean::Past,
            (Direction::Tense, Some(Tense::None) | None) => Lean::Open,
        }
    }

    /// The day just narrated, or the day of publication.
    pub(crate) fn told(&self) -> Option<Date> {
        self.told.or(self.spoken)
    }
}

/// An expression in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    pub(crate) start: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) grain: Grain,
    pub(crate) kind: TimeKind,
    /// A weekday was named that is not the date's: which it is in truth.
    pub(crate) conflict: bool,
}

impl Placed {
    pub(crate) fn of(period: Period) -> Placed {
        Placed {
            start: Some(period.start),
            end: Some(period.end),
            grain: period.grain,
            kind: TimeKind::Instant,
            conflict: false,
        }
    }

    pub(crate) fn open(start: Option<Date>, end: Option<Date>, grain: Grain, kind: TimeKind) -> Placed {
        Placed { start, end, grain, kind, conflict: false }
    }

    pub(crate) fn period(&self) -> Option<Period> {
        let (start, end) = self.start.zip(self.end)?;
        (start < end).then_some(Period { start, end, grain: self.grain })
    }
}

/// Places an expression; `None` where it cannot be placed: no day of publication, or no such day in the calendar.
pub(crate) fn place(expr: &Expr, context: &Context) -> Option<Placed> {
    let period = match expr {
        Expr::Date(parts) => return date::date(parts, context),
        Expr::Either(first, second) => {
            return match place(first, context) {
                Some(placed) if !placed.conflict => Some(placed),
                first => place(second, context).or(first),
            };
        }
        Expr::Away { amount, ahead, base } => return amount::away(amount, *ahead, base, context),
        Expr::Ending { count, unit, end } => return amount::ending(*count, *unit, end, context),
        Expr::Feast { feast, offset, days, year, shift } => {
            feast::feast(*feast, (*offset, *days), year.as_deref(), *shift, context)
        }
        Expr::Stretch { count, unit, ahead } => return amount::stretch(*count, *unit, *ahead, context),
        Expr::Range(from, to) => return range::over(from, to, context).or_else(|| range::range(from, to, context)),
        Expr::Since(from) => return range::since(from, context),
        Expr::Until(to) => return range::until(to, context),
        Expr::WeekdaysAgo(count, weekday) => {
            let last = calendar::weekday_upto(calendar::days(context.spoken?, -1)?, *weekday)?;
            calendar::day(calendar::days(last, -7 * i64::from(count.saturating_sub(1)))?)
        }
        Expr::Every => return Some(Placed::open(None, None, Grain::Day, TimeKind::Set)),
        Expr::Rest { of, ahead } => {
            let (period, spoken) = (place(of, context)?.period()?, context.spoken?);
            let (start, end) = if *ahead { (spoken, period.end) } else { (period.start, spoken) };
            // On the first day of the month the earlier part is that day.
            return Some(Placed {
                kind: TimeKind::Range,
                ..Placed::of(if start < end { Period { start, end, grain: Grain::Day } } else { period })
            });
        }
        Expr::Then => {
            let told = context.told_period.or_else(|| calendar::day(context.told?))?;
            return Some(Placed::open(Some(told.start), Some(told.end), Grain::Vague, TimeKind::Instant));
        }
        Expr::Told(days) => {
            let told = if *days == 0 { context.told() } else { calendar::days(context.told()?, *days) };
            calendar::day(told?)
        }
        Expr::Whole(unit, shift) => return whole(*unit, *shift, context),
        Expr::Years(from, to, unit) => {
            let grain = if *unit == Unit::Year { Grain::Year } else { Grain::Decade };
            calendar::years(*from, *to, grain)
        }
        Expr::HijriYear(year) => {
            let (start, _) = hijri::month(*year, 1)?;
            Some(Period { start, end: hijri::month(*year, 12)?.1, grain: Grain::Year })
        }
        Expr::Nth { n, count, item, of } => within::nth(*n, *count, *item, place(of, context)?.period()?),
        Expr::Edge(edge, of) => calendar::third(place(of, context)?.period()?, *edge),
        Expr::Season { season, year, shift } => place_season(*season, *year, *shift, context),
        Expr::SeasonOf { season, year } => calendar::season(i32::from(place(year, context)?.start?.year()), *season),
        Expr::Weekend => {
            let spoken = context.spoken?;
            let all = (-1..=1).filter_map(|steps| calendar::unit(spoken, Unit::Weekend, steps));
            choose(all, spoken, context.lean(), false)
        }
        Expr::UnitOf(unit, day) => calendar::unit(place(day, context)?.start?, *unit, 0),
        Expr::YearFrom { year, month } => {
            let start = calendar::civil(*year, *month, 1)?;
            Some(Period { start, end: calendar::months(start, 12)?, grain: Grain::Year })
        }
        Expr::PlacedYearFrom { month, shift } => {
            let spoken = context.spoken?;
            let begun = calendar::civil(i32::from(spoken.year()), *month, 1)? <= spoken;
            let year = |first: i32| {
                let start = calendar::civil(first, *month, 1)?;
                Some(Period { start, end: calendar::months(start, 12)?, grain: Grain::Year })
            };
            let now = i32::from(spoken.year()) - i32::from(!begun);
            match shift {
                Shift::New => year(now + i32::from(is_late(spoken, year(now)?))),
                shift => year(now + steps(*shift)?),
            }
        }
        Expr::Share { n, unit, of: Some(of) } => within::share(*n, *unit, place(of, context)?.period()?),
        Expr::Share { n, unit, of: None } => {
            let spoken = context.spoken?;
            let year = i32::from(spoken.year());
            let of = |year: i32| within::share(*n, *unit, calendar::year(year)?);
            choose((year - 1..=year + 1).filter_map(of), spoken, context.lean(), true)
        }
    };
    period.map(Placed::of)
}

/// Of several periods in order of time the one that a bare name means: the latest that has begun (or is over, if `over`),
/// or in the future the first that is not over.
pub(crate) fn choose(
    mut periods: impl Iterator<Item = Period>,
    spoken: Date,
    lean: Lean,
    over: bool,
) -> Option<Period> {
    match lean {
        Lean::Future => periods.find(|period| period.end > spoken),
        _ => periods.filter(|period| if over { period.end <= spoken } else { period.start <= spoken }).last(),
    }
}

fn whole(unit: Unit, shift: Shift, context: &Context) -> Option<Placed> {
    let told = match unit {
        Unit::Day | Unit::Night => context.told,
        Unit::Year if shift == Shift::Same && context.named_year.is_some() => {
            context.named_year.and_then(|year| calendar::civil(year, 1, 1))
        }
        _ => context.told_period.map(|period| period.start).or(context.told),
    };
    let (base, steps) = match shift {
        Shift::Last => (context.spoken?, -1),
        Shift::This => (context.spoken?, 0),
        Shift::Next => (context.spoken?, 1),
        Shift::Following => (told.or(context.spoken)?, 1),
        Shift::Previous => (told.or(context.spoken)?, -1),
        Shift::Same => (told.or(context.spoken)?, 0),
        Shift::BeforeLast => (context.spoken?, -2),
        Shift::AfterNext => (context.spoken?, 2),
        Shift::New => {
            let spoken = context.spoken?;
            (spoken, i64::from(is_late(spoken, calendar::unit(spoken, unit, 0)?)))
        }
        Shift::Recent => {
            return Some(Placed::open(None, Some(context.spoken?), Grain::Vague, TimeKind::Duration));
        }
    };
    // A weekend is last when it is over, so that on a Sunday the last one is a week ago.
    calendar::unit(base, unit, steps).map(Placed::of)
}

/// Whether a period is more than half over, so that the new one is the next.
fn is_late(spoken: Date, period: Period) -> bool {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
    days(period.start, spoken) > days(spoken, period.end)
}

/// How many units from the day of speaking a word places, if it is counted from there.
fn steps(shift: Shift) -> Option<i32> {
    match shift {
        Shift::Last | Shift::Previous => Some(-1),
        Shift::This | Shift::Same => Some(0),
        Shift::Next | Shift::Following => Some(1),
        Shift::BeforeLast => Some(-2),
        Shift::AfterNext => Some(2),
        Shift::Recent | Shift::New => None,
    }
}

fn place_season(season: u8, year: Option<i32>, shift: Option<Shift>, context: &Context) -> Option<Period> {
    if let Some(year) = year {
        return calendar::season(year, season);
    }
    let spoken = context.spoken?;
    let now = i32::from(spoken.year());
    let mut all = (now - 2..=now + 2).filter_map(|year| calendar::season(year, season));
    match shift {
        Some(Shift::Last | Shift::Previous | Shift::Recent) => all.rfind(|period| period.end <= spoken),
        Some(Shift::Next | Shift::Following) => all.find(|period| period.start > spoken),
        Some(Shift::BeforeLast | Shift::AfterNext | Shift::New) => None,
        Some(Shift::This | Shift::Same) => {
            all.find(|period| period.end > spoken && (period.start <= spoken || i32::from(period.start.year()) >= now))
        }
        None => choose(all, spoken, context.lean(), false),
    }
}
