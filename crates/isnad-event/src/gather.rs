//! Puts the mentions of a report together into events, each with the accounts that are given of it. One account per voice:
//! two voices are never folded into one.

use crate::happening::Happening;
use crate::mention::{Mention, When};
use isnad_ledger::{EventType, Grain, Ledger, Precision, Stance, Time};
use jiff::civil::Date;

/// Most events of a report.
const MOST_EVENTS: usize = 120;

/// Gathers a report's mentions, which come in the order of the text.
pub(crate) fn gather(ledger: &Ledger, mentions: &[Mention]) -> Vec<Happening> {
    let mut all: Vec<Happening> = Vec::new();
    let mut denied: Vec<(EventType, u8)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut sentence: Option<(usize, usize, bool)> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let stance = mention.by.map(|at| ledger.statements[at].stance);
        // Denying that anybody died is to say that nobody did.
        let nobody = stance == Some(Stance::Denies) && mention.tolls.is_nobody();
        if !nobody
            && stance.is_some_and(|s| matches!(s, Stance::Denies | Stance::Demands | Stance::Expects | Stance::Doubts))
        {
            // What is denied is told of all the same: it says what kind of event is meant.
            if stance == Some(Stance::Denies) && all.len() < 2 {
                denied.extend(mention.triggers.iter().map(|t| (t.0, t.1)));
            }
            continue;
        }
        let tells = mention.tolls.is_firm() || mention.triggers.iter().any(|t| t.1 >= 2) || !mention.tolls.is_empty();
        if !tells && !has_things(mention) {
            continue;
        }
        // Two voices in one sentence tell of the same thing, unless one looks back.
        let same = sentence.filter(|s| s.1 == mention.tokens.start && s.2 == mention.past).map(|s| s.0);
        let at = same.or_else(|| place_of(ledger, &all, mention, last));
        let at = match at {
            Some(at) => at,
            None => {
                if !opens(mention, all.is_empty()) || all.len() == MOST_EVENTS {
                    continue;
                }
                // What a report opens with is its own, be it of three months.
                let background = mention.past && !(mention.long && all.iter().all(Happening::is_title));
                all.push(Happening::new(background, all.is_empty()));
                all.len() - 1
            }
        };
        all[at].take(ledger, mention, index);
        last = Some((at, mention.paragraph));
        sentence = Some((at, mention.tokens.start, mention.past));
    }
    if all.iter().all(|one| one.background) {
        all.splice(0..0, plain(ledger, mentions));
    }
    if let Some(first) = all.first_mut() {
        denied.iter().for_each(|(kind, rank)| first.vote(*kind, *rank, 3));
    }
    for one in &mut all {
        one.part_tolls();
        one.fold_title();
        if one.accounts.iter().any(|account| account.tolls.is_firm()) {
            one.accounts.retain(|account| !account.tolls.is_empty() || account.has_things(mentions));
        }
    }
    all
}

/// The event of a report that tells of none: what the weakest of its words says, from the first on that stands in no past.
fn plain(ledger: &Ledger, mentions: &[Mention]) -> Option<Happening> {
    let kind =
        |mention: &Mention| mention.triggers.iter().max_by_key(|t| (t.1, std::cmp::Reverse(t.2.start))).map(|t| t.0);
    let tells = |mention: &&Mention| !mention.past && mention.triggers.iter().any(|t| t.1 >= 1);
    let first = mentions.iter().position(|mention| tells(&mention))?;
    let what = kind(&mentions[first]);
    let mut one = Happening::new(false, true);
    for (index, mention) in mentions.iter().enumerate().skip(first).filter(|(_, mention)| tells(mention)) {
        if kind(mention) == what && one.mentions < MOST_EVENTS {
            one.take(ledger, mention, index);
        }
    }
    Some(one)
}

pub(crate) fn has_things(mention: &Mention) -> bool {
    mention.own.iter().any(|at| mention.chunks[*at].thing.is_some())
}

/// Whether a mention can begin an event of its own.
fn opens(mention: &Mention, first: bool) -> bool {
    // A raid of its own day and place may be named by a weak word.
    let apart = mention.place.is_some() && mention.time.is_some_and(|when| !when.announced);
    mention.tolls.is_firm() || mention.triggers.iter().any(|t| t.1 >= if first || apart { 2 } else { 3 })
}

/// The days of a mention's time, if they are days.
pub(crate) fn days(ledger: &Ledger, mention: &Mention) -> Option<(Date, Date)> {
    let when = mention.time.filter(|when| !when.announced)?;
    let time = &ledger.times[when.time];
    if !matches!(time.grain, Grain::Minute | Grain::Hour | Grain::Day | Grain::Week) {
        return None;
    }
    interval(time)
}

/// Whole days from a time's start to its end.
pub(crate) fn interval(time: &Time) -> Option<(Date, Date)> {
    let start = time.start?.date();
    let end = time.end.map_or(start, |end| end.date()).max(start);
    Some((start, if end == start { start.tomorrow().unwrap_or(start) } else { end }))
}

/// The event among those known to which a mention belongs.
fn place_of(ledger: &Ledger, all: &[Happening], mention: &Mention, last: Option<(usize, usize)>) -> Option<usize> {
    let first = all.first()?;
    // Whom the accused are said to have killed did not fall in court.
    if first.kind() == EventType::Trial && mention.has_victims() {
        let victims = |one: &Happening| one.kind() != EventType::Trial && (!one.background || mention.past);
        return all.iter().position(victims);
    }
    if all.len() == 1 && first.is_title() && (!mention.past || mention.long) {
        return Some(0);
    }
    // That fire: the one told of last.
    if let Some((at, _)) = last
        && mention.that
        && mention.strongest() == Some(all[at].kind())
    {
        return Some(at);
    }
    if is_another(ledger, first, mention) {
        let same = |one: &Happening| one.kind() == mention.strongest().unwrap_or(EventType::Other);
        return all.iter().skip(1).position(|one| same(one) && one.place == mention.place).map(|at| at + 1);
    }
    let mine = days(ledger, mention);
    let past = mention.past;
    if let Some((start, end)) = mine {
        // Without a word for what happened it is the same: five bodies reached the hospital of another town that day.
        let untold = mention.strongest().is_none();
        let meets = |one: &Happening| one.days.is_some_and(|(s, e)| s < end && start < e);
        let same = all.iter().position(|one| meets(one) && (untold || one.is_at(ledger, mention)));
        if same.is_some() {
            return same;
        }
        // A day or two off is another account of the same thing; further off, or before, another thing.
        let near = all.iter().position(|one| {
            let gap = one.days.map(|(s, _)| (start - s).get_days().abs());
            let off = i32::from(mention.by.is_some() && !past);
            gap.is_none_or(|gap| gap <= off) && !one.background && one.is_at(ledger, mention)
        });
        return near.filter(|_| !past);
    }
    if past {
        let (at, paragraph) = last.filter(|_| mention.time.is_none() && !mention.long)?;
        return (all[at].background && paragraph == mention.paragraph).then_some(at);
    }
    if let Some((at, paragraph)) = last
        && paragraph == mention.paragraph
        && at != 0
        && all[at].near(ledger, mention)
    {
        return Some(at);
    }
    all.iter().position(|one| !one.background && one.near(ledger, mention))
}

/// Whether a mention brings in something else than the report's first event: of another type, in another place or of a kind
/// that stands by itself, and told with facts of its own.
fn is_another(ledger: &Ledger, first: &Happening, mention: &Mention) -> bool {
    let Some(kind) = mention.strongest().filter(|kind| *kind != first.kind()) else { return false };
    if mention.title || !mention.new {
        return false;
    }
    let apart = first.place.zip(mention.place).is_some_and(|(a, b)| {
        let (a, b) = (&ledger.places[a], &ledger.places[b]);
        a.precision <= Precision::Town && b.precision <= Precision::Town && a.key != b.key
    });
    // Told of another town and another day with figures of its own, be it the day on which it was made known.
    let day = |when: When| ledger.times[when.time].start.map(isnad_ledger::Moment::date);
    let away = first.days.zip(mention.time.and_then(day)).is_some_and(|((start, end), day)| day < start || day >= end);
    if apart && away && mention.tolls.is_firm() && !first.has_place(ledger, mention.place) {
        return true;
    }
    let facts = !mention.tolls.is_empty() || has_things(mention) || mention.time.is_some();
    let alone =
        matches!(kind, EventType::Seizure | EventType::Campaign | EventType::SecurityOperation | EventType::Trial);
    alone && (facts || apart)
}
