//! Puts the mentions of a report together into events, each with the accounts that are given of it. One account per voice:
//! two voices are never folded into one.

use crate::mention::{Mention, When};
use crate::scope::Scope;
use crate::sense::Toll;
use crate::value::Tolls;
use isnad_ledger::{EventType, Grain, Ledger, Precision, Stance, Time};
use isnad_text::Text;
use jiff::civil::Date;

/// Most events of a report, and most accounts of one; a page that tells of more is a list.
const MOST_EVENTS: usize = 120;
const MOST_ACCOUNTS: usize = 60;

/// Something that happened, with all accounts of it.
pub(crate) struct Happening {
    pub(crate) accounts: Vec<Account>,
    /// Types with how much speaks for each.
    votes: Vec<(EventType, u32)>,
    mentions: usize,
    /// When it was announced.
    pub(crate) announced: Option<When>,
    pub(crate) days: Option<(Date, Date)>,
    /// Indexes of places with how much speaks for each.
    places: Vec<(usize, u32)>,
    pub(crate) place: Option<usize>,
    pub(crate) background: bool,
    /// The report's own event.
    pub(crate) first: bool,
}

/// What one voice says of it.
pub(crate) struct Account {
    /// Indexes of the statements; empty = the outlet.
    pub(crate) by: Vec<usize>,
    /// Indexes of the mentions.
    pub(crate) mentions: Vec<usize>,
    pub(crate) tolls: Tolls,
    pub(crate) time: Option<When>,
    pub(crate) place: Option<usize>,
    /// Only the headline says so.
    pub(crate) title: bool,
}

impl Account {
    fn has_things(&self, mentions: &[Mention]) -> bool {
        self.mentions.iter().any(|at| has_things(&mentions[*at]))
    }
}

/// Gathers a report's mentions, which come in the order of the text.
pub(crate) fn gather(ledger: &Ledger, mentions: &[Mention]) -> Vec<Happening> {
    let mut all: Vec<Happening> = Vec::new();
    let mut denied: Vec<(EventType, u8)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let mut sentence: Option<(usize, usize, bool)> = None;
    for (index, mention) in mentions.iter().enumerate() {
        let stance = mention.by.map(|at| ledger.statements[at].stance);
        if stance.is_some_and(|s| matches!(s, Stance::Denies | Stance::Demands | Stance::Expects | Stance::Doubts)) {
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
                all.push(Happening {
                    accounts: Vec::new(),
                    votes: Vec::new(),
                    mentions: 0,
                    announced: None,
                    days: None,
                    places: Vec::new(),
                    place: None,
                    background: mention.past,
                    first: all.is_empty(),
                });
                all.len() - 1
            }
        };
        all[at].take(ledger, mention, index);
        last = Some((at, mention.paragraph));
        sentence = Some((at, mention.tokens.start, mention.past));
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

fn has_things(mention: &Mention) -> bool {
    mention.own.iter().any(|at| mention.chunks[*at].thing.is_some())
}

/// Whether a mention can begin an event of its own.
fn opens(mention: &Mention, first: bool) -> bool {
    mention.tolls.is_firm() || mention.triggers.iter().any(|t| t.1 >= if first { 2 } else { 3 })
}

/// The days of a mention's time, if they are days.
fn days(ledger: &Ledger, mention: &Mention) -> Option<(Date, Date)> {
    let when = mention.time.filter(|when| !when.announced)?;
    let time = &ledger.times[when.time];
    if !matches!(time.grain, Grain::Minute | Grain::Hour | Grain::Day | Grain::Week) {
        return None;
    }
    interval(time)
}

/// Whole days from a time's start to its end.
fn interval(time: &Time) -> Option<(Date, Date)> {
    let start = time.start?.date();
    let end = time.end.map_or(start, |end| end.date()).max(start);
    Some((start, if end == start { start.tomorrow().unwrap_or(start) } else { end }))
}

/// The event among those known to which a mention belongs.
fn place_of(ledger: &Ledger, all: &[Happening], mention: &Mention, last: Option<(usize, usize)>) -> Option<usize> {
    let first = all.first()?;
    if all.len() == 1 && first.is_title() && !mention.past {
        return Some(0);
    }
    if is_another(ledger, first, mention) {
        let same = |one: &Happening| one.kind() == mention.strongest().unwrap_or(EventType::Other);
        return all.iter().skip(1).position(|one| same(one) && one.place == mention.place).map(|at| at + 1);
    }
    let mine = days(ledger, mention);
    let past = mention.past;
    if let Some((start, end)) = mine {
        let same =
            all.iter().position(|one| one.days.is_some_and(|(s, e)| s < end && start < e) && one.near(ledger, mention));
        if same.is_some() {
            return same;
        }
        // A day or two off is another account of the same thing; further off, or before, another thing.
        let near = all.iter().position(|one| {
            let gap = one.days.map(|(s, _)| (start - s).get_days().abs());
            let off = if mention.by.is_some() && !past { 1 } else { 0 };
            gap.is_none_or(|gap| gap <= off) && !one.background && one.near(ledger, mention)
        });
        return near.filter(|_| !past);
    }
    if past {
        let (at, paragraph) = last.filter(|_| mention.time.is_none())?;
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

/// How much a type says of what a report is about: a shooting may be a part of a raid, a protest or a clash.
fn telling(kind: EventType) -> u32 {
    match kind {
        EventType::Protest | EventType::DeathInCustody => 8,
        EventType::Raid | EventType::Abduction | EventType::Sinking => 7,
        EventType::Shooting | EventType::Explosion | EventType::Trial => 4,
        EventType::Assault | EventType::Arrest | EventType::Agreement => 2,
        EventType::Killing | EventType::Displacement => 1,
        _ => 6,
    }
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
    let facts = !mention.tolls.is_empty() || has_things(mention) || mention.time.is_some();
    let alone =
        matches!(kind, EventType::Seizure | EventType::Campaign | EventType::SecurityOperation | EventType::Trial);
    alone && (facts || apart)
}

impl Happening {
    fn is_title(&self) -> bool {
        self.accounts.iter().all(|account| account.title)
    }

    /// Gives the report's own event the day and the place that the report tells without it: the first day of the first
    /// paragraphs, the place named most.
    pub(crate) fn complete(&mut self, ledger: &Ledger, scope: &Scope, text: &Text<'_>) {
        const OPENING: usize = 4;
        if self.days.is_none() {
            let end = text.paragraphs().get(OPENING).map_or(text.tokens().len(), |paragraph| paragraph.start);
            let fine = |at: usize| matches!(ledger.times[at].grain, Grain::Minute | Grain::Hour | Grain::Day);
            let times = scope.times(&(0..end));
            let told = times.iter().find(|(token, at)| fine(*at) && !scope.is_announcement(*token));
            self.days = told.and_then(|(_, at)| interval(&ledger.times[*at]));
        }
        if self.place.is_none() {
            let mut counts: Vec<(usize, u32)> = Vec::new();
            let key = |at: usize| ledger.places[at].key.as_deref();
            for at in (0..ledger.places.len()).filter(|at| ledger.places[*at].precision <= Precision::Town).take(400) {
                match counts.iter_mut().find(|(old, _)| key(*old) == key(at)) {
                    Some((_, count)) => *count += 1,
                    None => counts.push((at, 1)),
                }
            }
            let best = counts.iter().enumerate().max_by_key(|(order, (_, count))| (*count, std::cmp::Reverse(*order)));
            self.place = best.map(|(_, (at, _))| *at);
        }
    }

    /// Whether a mention's place can be this one's.
    fn near(&self, ledger: &Ledger, mention: &Mention) -> bool {
        let (Some(a), Some(b)) = (self.place, mention.place) else { return true };
        let (a, b) = (&ledger.places[a], &ledger.places[b]);
        if a.precision > Precision::Town || b.precision > Precision::Town || a.key == b.key {
            return true;
        }
        let at = |p: &isnad_ledger::Place| p.latitude.zip(p.longitude);
        let (Some((x, y)), Some((v, w))) = (at(a), at(b)) else { return true };
        let (north, east) = ((x - v) * 111.0, (y - w) * 111.0 * x.to_radians().cos());
        north.hypot(east) < 25.0 || mention.tolls.is_empty() || mention.time.is_none()
    }

    fn take(&mut self, ledger: &Ledger, mention: &Mention, index: usize) {
        // The headline and the lead say what a report is about; "killed" says little beside a word for how.
        let weight = match self.mentions {
            _ if mention.title => 12,
            0 | 1 => 10,
            2..5 => 3,
            _ => 1,
        };
        self.mentions += 1;
        for (kind, rank, _) in &mention.triggers {
            self.vote(*kind, *rank, weight);
        }
        self.announced = self.announced.or(mention.time.filter(|when| when.announced));
        if let Some(mine) = days(ledger, mention) {
            self.days.get_or_insert(mine);
        }
        if let Some(place) = mention.place {
            self.vote_place(ledger, place, if mention.title { 4 } else { weight.min(3) });
        }
        let speaker = |at: usize| ledger.statements[at].speaker.as_deref();
        let same = self.accounts.iter().position(|account| match (mention.by, account.by.first()) {
            (None, None) => true,
            (Some(a), Some(&b)) => a == b || (speaker(a).is_some() && speaker(a) == speaker(b)),
            _ => false,
        });
        if same.is_none() && self.accounts.len() == MOST_ACCOUNTS {
            return;
        }
        let at = same.unwrap_or_else(|| {
            self.accounts.push(Account {
                by: mention.by.into_iter().collect(),
                mentions: Vec::new(),
                tolls: Tolls::default(),
                time: None,
                place: None,
                title: true,
            });
            self.accounts.len() - 1
        });
        let account = &mut self.accounts[at];
        if let Some(by) = mention.by.filter(|by| !account.by.contains(by)) {
            account.by.push(by);
        }
        account.mentions.push(index);
        account.tolls.add(&mention.tolls);
        account.title &= mention.title;
        let surer = mention.time.is_some_and(|new| account.time.is_none_or(|old| old.announced && !new.announced));
        if surer {
            account.time = mention.time;
        }
        account.place = account.place.or(mention.place);
    }

    fn vote(&mut self, kind: EventType, rank: u8, weight: u32) {
        let score = weight * [0, 1, 5, 10][usize::from(rank).min(3)] * telling(kind);
        match self.votes.iter_mut().find(|(k, _)| *k == kind) {
            Some((_, votes)) => *votes += score,
            None => self.votes.push((kind, score)),
        }
    }

    /// The place that most speaks for; a town or a point before anything wider.
    fn vote_place(&mut self, ledger: &Ledger, place: usize, weight: u32) {
        let key = |at: usize| (ledger.places[at].key.as_deref(), ledger.places[at].name.as_str());
        let room = self.places.len() < MOST_ACCOUNTS;
        match self.places.iter_mut().find(|(at, _)| key(*at) == key(place)) {
            Some((_, votes)) => *votes += weight,
            None if room => self.places.push((place, weight)),
            None => {}
        }
        let fine = |at: usize| ledger.places[at].precision <= Precision::Town;
        let best = self
            .places
            .iter()
            .enumerate()
            .max_by_key(|(order, (at, votes))| (fine(*at), *votes, std::cmp::Reverse(*order)));
        self.place = best.map(|(_, (at, _))| *at);
    }

    /// Single people that one account tells of are no toll of their own where another account gives a number of them.
    fn part_tolls(&mut self) {
        for toll in [Toll::Killed, Toll::Wounded, Toll::Shot, Toll::Arrested, Toll::Missing] {
            // Those hit are among the wounded.
            let alike = if toll == Toll::Shot { Toll::Wounded } else { toll };
            let both = |account: &'_ Account| [account.tolls.get(toll), account.tolls.get(alike)];
            let values = self.accounts.iter().flat_map(both).flatten();
            let most = values.filter(|value| value.numbered).map(|value| value.low).max();
            for account in &mut self.accounts {
                let single = account
                    .tolls
                    .get(toll)
                    .is_some_and(|value| !value.numbered && most.is_some_and(|most| value.low < most));
                if single {
                    account.tolls.clear(toll);
                }
            }
        }
    }

    /// A headline in the outlet's voice that a source of the body bears out is that source's claim.
    fn fold_title(&mut self) {
        let Some(title) = self.accounts.iter().position(|account| account.title && account.by.is_empty()) else {
            return;
        };
        let settled = self.accounts[title].tolls.settle();
        let bears = |account: &Account| {
            let other = account.tolls.settle();
            settled.iter().zip(other).all(|(a, b)| a.is_none_or(|a| b.is_some_and(|b| a.meets(b))))
        };
        let borne = self.accounts.iter().enumerate().position(|(at, account)| at != title && bears(account));
        if let Some(at) = borne {
            let title = self.accounts.remove(title);
            let at = at - usize::from(at > 0);
            let account = &mut self.accounts[at];
            account.mentions.splice(0..0, title.mentions);
            let folded = self.accounts.remove(at);
            self.accounts.insert(0, folded);
        }
    }

    /// The type that most speaks for.
    pub(crate) fn kind(&self) -> EventType {
        let best = self.votes.iter().enumerate().max_by_key(|(at, (_, votes))| (*votes, std::cmp::Reverse(*at)));
        if let Some((_, (kind, _))) = best {
            return *kind;
        }
        let tolls = |toll| self.accounts.iter().any(|account| account.tolls.get(toll).is_some());
        if tolls(Toll::Killed) {
            EventType::Killing
        } else if tolls(Toll::Shot) {
            EventType::Shooting
        } else if tolls(Toll::Abducted) {
            EventType::Abduction
        } else if tolls(Toll::Arrested) {
            EventType::Arrest
        } else {
            EventType::Other
        }
    }
}
