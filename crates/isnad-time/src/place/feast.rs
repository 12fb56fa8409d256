//! Feasts: which year's a bare name means, and the days that were said of it.

use super::{Context, Lean, choose, date, place};
use crate::calendar::{self, Period};
use crate::expression::Expr;
use crate::feast;
use crate::reference::Direction;
use crate::sense::{Feast, Shift};
use isnad_ledger::Grain;

/// Places `days` days of a feast, `offset` days after its first.
pub(super) fn feast(
    feast: Feast,
    (offset, days): (i8, u8),
    year: Option<&Expr>,
    shift: Option<Shift>,
    context: &Context,
) -> Option<Period> {
    let of = move |first| {
        let start = calendar::days(first, offset.into())?;
        Some(Period { start, end: calendar::days(start, days.into())?, grain: Grain::Day })
    };
    if let Some(year) = year {
        let within = place(year, context)?.period()?;
        let (from, to) = (i32::from(within.start.year()), i32::from(within.end.year()));
        let first = (from..=to.min(from + 1))
            .flat_map(|year| feast::days_in(feast, year))
            .find(|first| within.start <= *first && *first < within.end)?;
        return of(first);
    }
    let spoken = context.spoken?;
    let now = i32::from(spoken.year());
    let mut all = (now - 2..=now + 2).flat_map(move |year| feast::days_in(feast, year)).filter_map(of);
    match shift {
        Some(Shift::Last | Shift::Previous | Shift::Recent) => all.filter(|period| period.end <= spoken).last(),
        Some(Shift::Next | Shift::Following) => all.find(|period| period.start > spoken),
        Some(Shift::This | Shift::Same) => all.find(|period| i32::from(period.start.year()) == now),
        Some(Shift::BeforeLast | Shift::AfterNext | Shift::New) => None,
        None if context.direction != Direction::Tense || context.lean() == Lean::Future => {
            choose(all, spoken, context.lean(), false)
        }
        None => date::near(all, spoken, context.lean()),
    }
}
