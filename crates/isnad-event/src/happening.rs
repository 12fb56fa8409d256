//! One happening with its accounts: takes in mentions, votes on its type and place, and settles which figures of its accounts
//! stand. Which mention belongs to it is decided in `gather`.

use crate::gather::{days, has_things, interval};
use crate::mention::{Mention, When, is_fine};
use crate::scope::Scope;
use crate::sense::Toll;
use crate::value::Tolls;
use isnad_ledger::{EventType, Grain, Ledger, Precision};
use isnad_text::Text;
use jiff::civil::Date;

/// Most accounts of one event; a page that tells of more is a list.
const MOST_ACCOUNTS: usize = 60;

/// Something that happened, with all accounts of it.
pub(crate) struct Happening {
    pub(crate) accounts: Vec<Account>,
    /// Types with how much speaks for each.
    pub(crate) votes: Vec<(EventType, u32)>,
    pub(crate) mentions: usize,
    /// A word says what happened, beyond who was harmed.
    told: bool,
    /// Said to be like another.
    similar: bool,
    /// When it was announced.
    pub(crate) announced: Option<When>,
    pub(crate) days: Option<(Date, Date)>,
    /// Indexes of places with how much speaks for each.
    pub(crate) places: Vec<(usize, u32)>,
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
    pub(crate) fn has_things(&self, mentions: &[Mention]) -> bool {
        self.mentions.iter().any(|at| has_things(&mentions[*at]))
    }
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

impl Happening {
    /// Nothing known yet; `first` is the report's own.
    pub(crate) fn new(background: bool, first: bool) -> Happening {
        Happening {
            accounts: Vec::new(),
            votes: Vec::new(),
            mentions: 0,
            told: false,
            similar: false,
            announced: None,
            days: None,
            places: Vec::new(),
            place: None,
            background,
            first,
        }
    }

    /// An earlier event without a place of its own was where the report's own was; a similar one was of its kind.
    pub(crate) fn liken(&mut self, first: &Happening) {
        if self.background || self.similar || first.kind() == EventType::Trial {
            self.place = self.place.or(first.place);
        }
        if self.similar && !self.told {
            self.votes.push((first.kind(), u32::MAX));
        }
    }

    /// Whether a place was told of it before.
    pub(crate) fn has_place(&self, ledger: &Ledger, place: Option<usize>) -> bool {
        let key = |at: usize| (ledger.places[at].key.as_deref(), ledger.places[at].name.as_str());
        place.is_some_and(|place| self.places.iter().any(|(at, _)| key(*at) == key(place)))
    }

    pub(crate) fn is_title(&self) -> bool {
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
        self.place = self.place.or_else(|| most_named(ledger, scope, text));
    }

    /// Whether a mention of about the same day can be of this one: by its place, or by the number of dead.
    pub(crate) fn is_at(&self, ledger: &Ledger, mention: &Mention) -> bool {
        self.near(ledger, mention) || self.tells_as(&mention.tolls)
    }

    /// Whether an account has the same number of dead, and more than one.
    fn tells_as(&self, tolls: &Tolls) -> bool {
        let dead = tolls.get(Toll::Killed).filter(|dead| dead.low > 1 && !dead.weak).map(|dead| (dead.low, dead.high));
        let has = |account: &Account| account.tolls.get(Toll::Killed).map(|dead| (dead.low, dead.high)) == dead;
        dead.is_some() && self.accounts.iter().any(has)
    }

    /// Whether a mention's place can be this one's.
    pub(crate) fn near(&self, ledger: &Ledger, mention: &Mention) -> bool {
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

    pub(crate) fn take(&mut self, ledger: &Ledger, mention: &Mention, index: usize) {
        // The headline and the lead say what a report is about; "killed" says little beside a word for how.
        let weight = match self.mentions {
            _ if mention.title => 12,
            0 | 1 => 10,
            2..5 => 3,
            _ => 1,
        };
        self.mentions += 1;
        self.told |= mention.triggers.iter().any(|t| t.1 >= 2);
        self.similar |= mention.similar;
        let victims = mention.has_victims();
        for (kind, rank, _) in mention.triggers.iter().filter(|(kind, ..)| !victims || *kind != EventType::Trial) {
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
        if mention.title {
            account.tolls.add(&mention.tolls.of_headline());
        } else {
            account.tolls.add(&mention.tolls);
        }
        account.title &= mention.title;
        let surer = mention.time.is_some_and(|new| account.time.is_none_or(|old| old.announced && !new.announced));
        if surer {
            account.time = mention.time;
        }
        account.place = account.place.or(mention.place);
    }

    pub(crate) fn vote(&mut self, kind: EventType, rank: u8, weight: u32) {
        let score = weight * [0, 1, 5, 10][usize::from(rank).min(3)] * telling(kind);
        match self.votes.iter_mut().find(|(k, _)| *k == kind) {
            Some((_, votes)) => *votes += score,
            None => self.votes.push((kind, score)),
        }
    }

    /// The place that most speaks for; a town or a point before anything wider.
    pub(crate) fn vote_place(&mut self, ledger: &Ledger, place: usize, weight: u32) {
        let key = |at: usize| (ledger.places[at].key.as_deref(), ledger.places[at].name.as_str());
        let room = self.places.len() < MOST_ACCOUNTS;
        match self.places.iter_mut().find(|(at, _)| key(*at) == key(place)) {
            Some((_, votes)) => *votes += weight,
            None if room => self.places.push((place, weight)),
            None => {}
        }
        let fine = |at: usize| is_fine(&ledger.places[at]);
        let best = self
            .places
            .iter()
            .enumerate()
            .max_by_key(|(order, (at, votes))| (fine(*at), *votes, std::cmp::Reverse(*order)));
        self.place = best.map(|(_, (at, _))| *at);
    }

    /// The type that most speaks for.
    pub(crate) fn kind(&self) -> EventType {
        let best = self.votes.iter().enumerate().max_by_key(|(at, (_, votes))| (*votes, std::cmp::Reverse(*at)));
        if let Some((_, (kind, votes))) = best {
            // A raid is also called an operation or named by whom it took.
            let raid = self.votes.iter().find(|(kind, _)| *kind == EventType::Raid).map_or(0, |(_, votes)| *votes);
            let wider = matches!(kind, EventType::SecurityOperation | EventType::Arrest);
            // Shells and blasts of which it is also said that aircraft dropped them.
            let air = self.votes.iter().find(|(kind, _)| *kind == EventType::Airstrike).map_or(0, |(_, votes)| *votes);
            if matches!(kind, EventType::Shelling | EventType::Explosion) && air >= votes / 3 && air > 0 {
                return EventType::Airstrike;
            }
            return if wider && raid >= votes / 3 && raid > 0 { EventType::Raid } else { *kind };
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

/// The place that a report names most: towns before areas, and neither where a source is before where one is.
fn most_named(ledger: &Ledger, scope: &Scope, text: &Text<'_>) -> Option<usize> {
    const MOST: usize = 400;
    let mut counts: Vec<(usize, (bool, bool, u32))> = Vec::new();
    let key = |at: usize| ledger.places[at].key.as_deref();
    for (at, place) in ledger.places.iter().enumerate().take(MOST) {
        let told = !scope.is_source(text.token_at(place.span.start()));
        let fine = is_fine(place);
        if place.precision >= Precision::Country || !(told || fine) {
            continue;
        }
        match counts.iter_mut().find(|(old, _)| key(*old) == key(at)) {
            Some((_, (was_told, _, count))) => (*was_told, *count) = (*was_told || told, *count + 1),
            None => counts.push((at, (told, fine, 1))),
        }
    }
    let best = counts.iter().enumerate().max_by_key(|(order, (_, rank))| (*rank, std::cmp::Reverse(*order)));
    best.map(|(_, (at, _))| *at)
}
