//! One text while its places are read: the evidence of each mention, the links between them, and the rounds in which names
//! are settled and mentions lean on one another. What a settled mention looks like in the ledger is for `area` to say.

use super::area;
use super::context::Context;
use super::evidence::{Dateline, Evidence, look};
use super::kind::{Kinds, PlaceKind};
use super::links::{Link, link};
use super::resolve::{NameLink, Report, together};
use super::scan::{Found, Mention, Name};
use super::weigh::{ENOUGH, Ease, LINKED, STRONG, weigh};
use isnad_ledger::{Place, Span};
use isnad_text::{Text, TokenKind};
use rustc_hash::FxHashMap;

/// Keys of other candidates that are kept.
const MOST_OTHERS: usize = 5;
/// Links that are kept of one name.
const MOST_LINKS: usize = 16;

/// One text while it is read.
pub(crate) struct Reading<'t, 'i> {
    text: &'t Text<'t>,
    context: &'t Context,
    mentions: Vec<Mention>,
    names: Vec<Name<'i>>,
    seen: Vec<Evidence>,
    links: Vec<Option<Link>>,
    name_links: Vec<Vec<NameLink>>,
    worth: Vec<f64>,
    active: Vec<bool>,
    ranks: FxHashMap<(usize, Kinds), Vec<(usize, f64)>>,
    report: Report<'i>,
}

impl<'t, 'i> Reading<'t, 'i> {
    /// Looks at each mention alone. Mentions that nothing could make a place are left out.
    pub(crate) fn new(text: &'t Text<'t>, context: &'t Context, all: Vec<Mention>, names: Vec<Name<'i>>) -> Self {
        let (mut mentions, mut seen): (Vec<Mention>, Vec<Evidence>) = (Vec::new(), Vec::new());
        for mention in all {
            let floor = mentions.last().map_or(0, |before| before.tokens.end);
            let mut evidence = look(text, context, &mention, floor);
            let name = &names[mention.name];
            let town = |found: &Found<'_>| found.embedded && found.row.kind == PlaceKind::Town;
            if evidence.dateline == Dateline::Dash && evidence.kinds.is_empty() && name.found.iter().any(town) {
                // A report is sent from a town: تونس – أعلن …
                evidence.kinds.insert(PlaceKind::Town);
            }
            let listed =
                mention.conjunction || mention.tokens.start.checked_sub(1).is_some_and(|before| joins(text, before));
            let unknown = !name.long && name.found.iter().all(|found| !found.embedded);
            let hopeless = unknown && !listed && evidence.is_empty();
            if !hopeless {
                mentions.push(mention);
                seen.push(evidence);
            }
        }
        let next = |number: usize| {
            let other = number + 1;
            link(text, context, (&mentions[number], &seen[number]), (mentions.get(other)?, &seen[other]))
        };
        let links: Vec<Option<Link>> = (0..mentions.len()).map(next).collect();
        let mut reading = Reading {
            text,
            context,
            name_links: vec![Vec::new(); names.len()],
            worth: Vec::new(),
            active: vec![false; names.len()],
            ranks: FxHashMap::default(),
            report: Report::default(),
            mentions,
            names,
            seen,
            links,
        };
        reading.inherit();
        reading.weigh_all();
        reading
    }

    /// The countries that are named, also where they stand for their governments, and those of unmistakable places, each
    /// as often as something around a name says that it is a place.
    pub(crate) fn countries(&self) -> impl Iterator<Item = &'i str> + '_ {
        let worthy = self.mentions.iter().zip(&self.worth);
        worthy.filter_map(|(mention, worth)| {
            let (first, rest) = self.names[mention.name].found.split_first().filter(|(first, _)| first.embedded)?;
            let named = *worth > ENOUGH || first.row.kind == PlaceKind::Country;
            let sure = rest.iter().all(|other| other.row.country == first.row.country);
            (named && sure).then_some(first.row.country)
        })
    }

    /// Settles all names, once it is known how much the report is about which country.
    pub(crate) fn settle(&mut self, countries: FxHashMap<&'i str, f64>) {
        self.report.countries = countries;
        self.link_names();
        for _ in 0..2 {
            self.report.settle(&self.names, &self.active, &self.name_links);
            self.weigh_all();
            self.lean();
        }
        self.repeat();
    }

    /// How much the report is about each country.
    pub(crate) fn homes(&self) -> &FxHashMap<&'i str, f64> {
        &self.report.countries
    }

    /// In a list, what stands before the first name holds for the others: بلدات كفر تخاريم وسلقين.
    fn inherit(&mut self) {
        for number in 1..self.mentions.len() {
            let before = self.seen[number - 1];
            let bare = self.seen[number].relation.is_none() && self.seen[number].role.is_none();
            let listed = matches!(self.links[number - 1], Some(Link::Beside | Link::Comma));
            if listed && bare && before.direction.is_none() && !before.veto {
                let seen = &mut self.seen[number];
                (seen.kinds, seen.role, seen.relation) = (before.kinds, before.role, before.relation);
            }
        }
    }

    fn weigh_all(&mut self) {
        self.ranks.clear();
        self.worth.clear();
        for (mention, seen) in self.mentions.iter().zip(&self.seen) {
            let ranked = self
                .ranks
                .entry((mention.name, seen.kinds))
                .or_insert_with(|| self.report.ranked(&self.names, &self.name_links, mention.name, seen.kinds));
            let name = &self.names[mention.name];
            let worth = ranked.first().map_or(0.0, |(at, _)| {
                let found = &name.found[*at];
                let countries = &self.report.countries;
                let home = (!countries.is_empty()).then(|| countries.get(found.row.country).copied().unwrap_or(0.0));
                weigh(name, found, seen, home)
            });
            self.worth.push(worth);
            self.active[mention.name] |= worth >= ENOUGH;
        }
    }

    fn link_names(&mut self) {
        for number in 0..self.mentions.len() {
            let (Some(link), Some(next)) = (self.links[number], self.mentions.get(number + 1)) else { continue };
            let (first, kinds) = (self.mentions[number].name, self.seen[number].kinds);
            let outward = NameLink { other: next.name, kinds: self.seen[number + 1].kinds, link, outward: true };
            let inward = NameLink { other: first, kinds, link, outward: false };
            for (name, link) in [(first, outward), (next.name, inward)] {
                let known = &mut self.name_links[name];
                // Homonyms that no one vouches for decide nothing.
                let sure = self.active[link.other] || self.names[link.other].found.first().is_some_and(|f| f.embedded);
                if sure && first != next.name && !known.contains(&link) && known.len() < MOST_LINKS {
                    known.push(link);
                }
            }
        }
    }

    /// Adds what a link to the mention before or after is worth. An everyday word without any evidence lends none.
    fn lean(&mut self) {
        for number in 0..self.mentions.len() {
            let Some(link) = self.links[number] else { continue };
            let next = number + 1;
            let (Some(found), Some(other)) = (self.best(number), self.best(next)) else { continue };
            let kinds = self.seen[next].kinds;
            let outward = NameLink { other: self.mentions[next].name, kinds, link, outward: true };
            let gain = match together(found, other, &outward) {
                5.0.. => LINKED,
                3.0.. => 2.0,
                2.0.. => 1.0,
                // The right one of that name is in no gazetteer.
                _ if link == Link::Within && !found.embedded => -2.0,
                _ => 0.0,
            };
            let lends = |worth: f64, found: &Found<'_>| worth > 0.0 || (worth == 0.0 && Ease::of(found) == Ease::Seat);
            let (first_lends, second_lends) = (lends(self.worth[number], found), lends(self.worth[next], other));
            if second_lends {
                self.worth[number] += gain;
            }
            if first_lends {
                self.worth[next] += gain;
            }
            for number in [number, next] {
                self.active[self.mentions[number].name] |= self.worth[number] >= ENOUGH;
            }
        }
    }

    /// A place that is one for certain somewhere makes its other mentions likelier, whatever name they have; a government's
    /// seat stays one.
    fn repeat(&mut self) {
        let mut surest: FxHashMap<&str, f64> = FxHashMap::default();
        for number in 0..self.mentions.len() {
            if let Some(found) = self.best(number) {
                let worth = surest.entry(found.row.key).or_insert(0.0);
                *worth = worth.max(self.worth[number]);
            }
        }
        let gains: Vec<f64> = (0..self.mentions.len())
            .map(|number| match self.best(number) {
                Some(found) if Ease::of(found) != Ease::Seat => match surest.get(found.row.key) {
                    Some(STRONG..) => 2.0,
                    Some(ENOUGH..) => 1.0,
                    _ => 0.0,
                },
                _ => 0.0,
            })
            .collect();
        self.worth.iter_mut().zip(gains).for_each(|(worth, gain)| *worth += gain);
    }

    fn ranked(&self, number: usize) -> &[(usize, f64)] {
        let key = (self.mentions[number].name, self.seen[number].kinds);
        self.ranks.get(&key).map_or(&[], Vec::as_slice)
    }

    fn best(&self, number: usize) -> Option<&Found<'i>> {
        let (at, _) = self.ranked(number).first()?;
        Some(&self.names[self.mentions[number].name].found[*at])
    }

    /// The places of the ledger, in the text's order.
    pub(crate) fn places(&self) -> Vec<Place> {
        let accepted = (0..self.mentions.len()).filter(|number| self.worth[*number] >= ENOUGH);
        accepted
            .filter_map(|number| {
                let (seen, mention) = (&self.seen[number], &self.mentions[number]);
                let span = self.span(mention, seen);
                let mut place = area::place(&self.best(number)?.row, seen, &self.context.directions, span);
                let others = self.ranked(number).iter().skip(1).take(MOST_OTHERS);
                let found = &self.names[mention.name].found;
                place.also = others.map(|(at, _)| format!("place:{}", found[*at].row.key)).collect();
                Some(place)
            })
            .collect()
    }

    /// The code points of a mention with its direction and distance, without proclitics and possessive.
    fn span(&self, mention: &Mention, seen: &Evidence) -> Span {
        let whole = self.text.span(seen.start.min(mention.tokens.start)..seen.end.max(mention.tokens.end));
        let first = self.text.word(seen.start.min(mention.tokens.start));
        let cut = if seen.start == mention.tokens.start { mention.cut } else { self.before_direction(seen.start) };
        let start = whole.start() + points_of(first, usize::from(cut));
        let end = whole.end() - if mention.possessive && seen.end == mention.tokens.end { 2 } else { 0 };
        self.text.points(start, end)
    }

    /// Letters of proclitics on a direction: `وشمالي`, `بشمال`.
    fn before_direction(&self, token: usize) -> u8 {
        if self.text.tokens()[token].kind != TokenKind::Arabic {
            return 0;
        }
        let found = super::context::within(&self.context.before, self.text, token);
        found.and_then(|found| found.proclitic).map_or(0, |cut| cut.letters)
    }
}

/// Whether a token joins a name to the one before.
fn joins(text: &Text<'_>, token: usize) -> bool {
    text.tokens()[token].mark() == Some(',') || matches!(text.form(token), "and" | "و")
}

/// How many code points the first letters of a word take with their tashkeel.
fn points_of(word: &str, letters: usize) -> u32 {
    if letters == 0 {
        return 0;
    }
    let mark = |c: char| matches!(c, '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{200b}'..='\u{200f}');
    let mut left = letters;
    let mut points = 0;
    for c in word.chars() {
        if !mark(c) {
            if left == 0 {
                break;
            }
            left -= 1;
        }
        points += 1;
    }
    points
}
