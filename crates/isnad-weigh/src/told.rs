//! The events a report tells of: the accounts it gives of one event joined (`same_as`), with their place and days. It
//! looks at one report alone.

use crate::spot::Spot;
use isnad_ledger::{DateBasis, Event, EventType, Grain, Ledger, Moment, NameKind, Precision, Span};
use jiff::{ToSpan, civil::Date};
use rustc_hash::FxHashMap;

/// Most events of one report that are weighed, so that a list of a thousand events costs no more than its share.
const MOST: usize = 400;

/// A day named beside that of an event may be its own if it is no further from it than so many days.
const CLOSE: i32 = 3;

/// Numbers kept of one event.
const TOLLS: usize = 16;

/// One event as one report tells it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The ids of its accounts, the first one first.
    pub(crate) events: Vec<String>,
    pub(crate) kind: EventType,
    /// First day and the day after the last.
    pub(crate) days: Option<(Date, Date)>,
    pub(crate) basis: DateBasis,
    /// Other days that the report names: one of them may be the event's where its own is only that of publication.
    pub(crate) other_days: Vec<(Date, Date)>,
    /// Other places that the report names, those named most often first: one of them may be the event's.
    pub(crate) other_places: Vec<Spot>,
    pub(crate) place: Option<Spot>,
    /// Whether the place is only the report's own, not the event's.
    pub(crate) place_guessed: bool,
    /// Names of those harmed.
    pub(crate) victims: Vec<String>,
    /// Names of all others that have a part in it, or are named close by.
    pub(crate) names: Vec<String>,
    pub(crate) killed: Option<(u32, u32)>,
    pub(crate) wounded: Option<(u32, u32)>,
    /// All numbers of killed and of wounded, from two up, that its accounts give.
    pub(crate) tolls: [Vec<u32>; 2],
    /// Where it is told.
    pub(crate) spans: Vec<Span>,
    /// How much the report says of it: its accounts and their statements.
    pub(crate) weight: u32,
}

/// The events of a report.
pub(crate) fn told(ledger: &Ledger) -> Vec<Told> {
    let events = &ledger.events[..ledger.events.len().min(MOST)];
    let number: FxHashMap<&str, usize> = events.iter().enumerate().map(|(i, e)| (e.id.as_str(), i)).collect();
    let mut group: Vec<usize> = (0..events.len()).collect();
    for (at, event) in events.iter().enumerate() {
        // `same_as` names an earlier event; anything else would be a circle.
        if let Some(&first) = event.same_as.as_deref().and_then(|id| number.get(id)).filter(|&&first| first < at) {
            group[at] = group[first];
        }
    }
    let places = places(ledger);
    let mut all: Vec<Told> = Vec::new();
    let mut at: FxHashMap<usize, usize> = FxHashMap::default();
    for (event, first) in events.iter().zip(&group) {
        let slot = *at.entry(*first).or_insert_with(|| {
            all.push(Told::new(event.kind));
            all.len() - 1
        });
        all[slot].add(ledger, event);
    }
    let mut all = merged(all);
    let people = people(ledger);
    let days = other_days(ledger);
    for told in &mut all {
        told.names.extend(people.iter().cloned());
        told.finish(ledger, &places, &days);
    }
    all
}

/// Accounts of one report that are of one day and kind and of neighbouring places are of one event, told in two ways.
fn merged(all: Vec<Told>) -> Vec<Told> {
    let mut kept: Vec<Told> = Vec::new();
    for told in all {
        let fits = |old: &&mut Told| {
            // An account without a day of its own goes with the one that has one.
            let day = old.days.is_none() || told.days.is_none() || old.days.map(|d| d.0) == told.days.map(|d| d.0);
            let kin = crate::kind::kinship(old.kind, told.kind);
            let toll = old.killed.is_none() || told.killed.is_none() || old.killed == told.killed;
            let near = match (&old.place, &told.place) {
                (Some(a), Some(b)) if a.key == b.key => true,
                (Some(a), Some(b)) => a.kilometres(b).is_none_or(|k| k <= NEIGHBOURS) && kin > 1 && toll,
                // Without two places to compare only a day that both know joins.
                _ => old.days.is_some() && told.days.is_some(),
            };
            day && near && kin > 0
        };
        match kept.iter_mut().find(fits) {
            Some(old) => old.absorb(told),
            None => kept.push(told),
        }
    }
    kept
}

/// Kilometres between places that one report may name for one event.
const NEIGHBOURS: f64 = 70.0;

impl Told {
    fn new(kind: EventType) -> Told {
        Told {
            events: Vec::new(),
            kind,
            days: None,
            basis: DateBasis::Published,
            other_days: Vec::new(),
            other_places: Vec::new(),
            place: None,
            place_guessed: false,
            victims: Vec::new(),
            names: Vec::new(),
            killed: None,
            wounded: None,
            tolls: [Vec::new(), Vec::new()],
            spans: Vec::new(),
            weight: 0,
        }
    }

    fn add(&mut self, ledger: &Ledger, event: &Event) {
        self.events.push(event.id.clone());
        self.spans.push(event.span);
        self.weight += 1 + event.by.len() as u32;
        if self.kind == EventType::Other {
            self.kind = event.kind;
        }
        // A day that is only the publication's is none.
        let known = days(event.start, event.end).filter(|_| event.date_basis != Some(DateBasis::Published));
        if let Some(days) = known
            && (self.days.is_none() || event.date_basis.unwrap_or(DateBasis::Said) < self.basis)
        {
            self.days = Some(days);
            self.basis = event.date_basis.unwrap_or(DateBasis::Said);
        }
        let place = event.place.as_ref().and_then(|id| ledger.places.iter().find(|p| &p.id == id));
        if let Some(place) = place
            && self.place.as_ref().is_none_or(|old| place.precision < old.precision)
        {
            self.place = Some(Spot::of(place));
        }
        let key = |id: &String| ledger.names.iter().find(|n| &n.id == id).map(|n| n.key.clone());
        self.victims.extend(event.victims.iter().filter_map(|v| v.name.as_ref()).filter_map(key));
        let actors = event.perpetrators.iter().chain(&event.partners).chain(&event.targets);
        self.names.extend(actors.filter_map(key));
        let toll = |range: Option<isnad_ledger::Range>| {
            range.map(|r| (r.low(), r.high().unwrap_or(r.low().saturating_mul(3))))
        };
        self.killed = widest(self.killed, toll(event.killed));
        self.wounded = widest(self.wounded, toll(event.wounded));
        for (numbers, range) in self.tolls.iter_mut().zip([event.killed, event.wounded]) {
            numbers.extend(range.map(|range| range.low()).filter(|low| *low > 1 && numbers.len() < TOLLS));
        }
    }

    fn absorb(&mut self, other: Told) {
        self.events.extend(other.events);
        self.spans.extend(other.spans);
        self.weight += other.weight;
        // The account that knows the day knows the place best.
        let surer = self.days.is_none() && other.days.is_some();
        let finer = |mine: &Spot| other.place.as_ref().is_some_and(|theirs| theirs.precision < mine.precision);
        if other.place.is_some() && (surer || self.place.as_ref().is_none_or(finer)) {
            self.place = other.place;
        }
        if self.days.is_none() || other.days.is_some() && other.basis < self.basis {
            self.days = other.days.or(self.days);
            self.basis = other.basis;
        }
        self.victims.extend(other.victims);
        self.names.extend(other.names);
        self.killed = widest(self.killed, other.killed);
        self.wounded = widest(self.wounded, other.wounded);
        for (mine, theirs) in self.tolls.iter_mut().zip(other.tolls) {
            mine.extend(theirs);
        }
    }

    fn finish(&mut self, ledger: &Ledger, places: &[Spot], days: &[(Date, Date)]) {
        if self.place.as_ref().is_none_or(|place| place.precision > Precision::Division)
            && let Some(home) = places.first()
        {
            self.place = Some(home.clone());
            self.place_guessed = true;
        }
        let of_the_day = ledger.report.published.map(|published| published.date());
        let near = |day: &&(Date, Date)| {
            let own = self.days.filter(|_| self.days.map(|d| d.0) != of_the_day);
            own.is_none_or(|own| crate::claim::gap(own, **day) <= CLOSE)
        };
        self.other_days = days.iter().filter(near).copied().collect();
        let others = places.iter().filter(|place| Some(*place) != self.place.as_ref());
        self.other_places = others.take(OTHER_PLACES).cloned().collect();
        for names in [&mut self.victims, &mut self.names] {
            names.sort_unstable();
            names.dedup();
            names.truncate(24);
            names.shrink_to_fit();
        }
        if self.days.is_none()
            && let Some(published) = ledger.report.published
        {
            let last = published.date();
            let first = last.checked_sub(7.days()).unwrap_or(last);
            self.days = Some((first, last.checked_add(1.days()).unwrap_or(last)));
            self.basis = DateBasis::Published;
        }
    }

    /// Whether it is said to have been on given days, and not only before its publication.
    pub(crate) fn is_dated(&self) -> bool {
        self.days.is_some() && self.basis != DateBasis::Published
    }
}

/// The people a report names, those named most often first, by key.
fn people(ledger: &Ledger) -> Vec<String> {
    let mut people: Vec<_> = ledger.names.iter().filter(|name| name.kind == NameKind::Person).collect();
    people.sort_by_key(|name| std::cmp::Reverse(name.spans.len()));
    people.iter().take(10).map(|name| name.key.clone()).collect()
}

/// The days a report names, each once, as far as they lie within a year of its publication.
fn other_days(ledger: &Ledger) -> Vec<(Date, Date)> {
    let times = ledger.times.iter().filter(|time| time.grain == Grain::Day);
    let mut found: Vec<(Date, Date)> = times.filter_map(|time| days(time.start, time.end)).collect();
    if let Some(published) = ledger.report.published {
        let day = published.date();
        found.retain(|(start, _)| *start < day && (day - *start).get_days() < 366);
    }
    found.sort_unstable();
    found.dedup();
    found.truncate(8);
    found
}

fn widest(a: Option<(u32, u32)>, b: Option<(u32, u32)>) -> Option<(u32, u32)> {
    match (a, b) {
        (Some((l, h)), Some((m, i))) => Some((l.min(m), h.max(i))),
        (a, b) => a.or(b),
    }
}

/// Whole days `[start, end)`; an open end makes one day, a span of more than a month tells nothing.
pub(crate) fn days(start: Option<Moment>, end: Option<Moment>) -> Option<(Date, Date)> {
    let start = start?.date();
    let next = start.checked_add(1.days()).ok()?;
    let end = end.map_or(next, |end| {
        let day = end.date();
        if end.is_minute() && end.datetime() > day.at(0, 0, 0, 0) {
            day.checked_add(1.days()).unwrap_or(day)
        } else {
            day
        }
    });
    let end = end.max(next);
    ((end - start).get_days() <= 31).then_some((start, end))
}

/// Code points within which a dateline stands.
const HEAD: u32 = 300;

/// Whether a span stands in a dateline: at the head of the text, a dash, a slash or a bracket following soon.
pub(crate) fn in_dateline(text: &str, span: Span) -> bool {
    if span.start() >= HEAD {
        return false;
    }
    let after = text.chars().skip(span.end() as usize).take(24);
    after.take_while(|c| *c != '\n').any(|c| matches!(c, '-' | '–' | '—' | '/' | '('))
}

/// Other places of a report that are looked at.
const OTHER_PLACES: usize = 4;

/// Where the report may be at home: the fine places it names, most often first, of equals the first; then the divisions.
fn places(ledger: &Ledger) -> Vec<Spot> {
    let mut counts: Vec<(&str, usize, &isnad_ledger::Place)> = Vec::new();
    let text = &ledger.report.text;
    for place in ledger.places.iter().filter(|p| p.precision <= Precision::Division).take(400) {
        let key = place.key.as_deref().unwrap_or(&place.name);
        // A dateline says where the reporter sat; a mention in the prose weighs more.
        let dateline = in_dateline(text, place.span);
        let weight = if dateline { 1 } else { 2 };
        match counts.iter_mut().find(|(k, ..)| *k == key) {
            Some((_, count, _)) => *count += weight,
            None => counts.push((key, weight, place)),
        }
    }
    counts.sort_by_key(|(_, count, place)| (place.precision > Precision::Town, std::cmp::Reverse(*count)));
    counts.iter().map(|(.., place)| Spot::of(place)).collect()
}
