//! The reader of places: scans a text, weighs the evidence for each mention, settles which place each name means, and
//! writes the ledger's places. What a place has to do with an event is not its business.

use super::context::Context;
use super::embedded::embedded;
use super::evidence::{Evidence, look};
use super::index::{PlaceIndex, View};
use super::kind::PlaceKind;
use super::links::{Link, link};
use super::resolve::{NameLink, Report, together};
use super::row::PlaceRow;
use super::scan::{Mention, Name, scan};
use super::weigh::{ELSEWHERE, ENOUGH, Ease, LINKED, STRONG, weigh};
use super::{area, fold::Phrase};
use isnad_languages::Tables;
use isnad_ledger::{Note, Place, Span};
use isnad_text::{Text, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// Keys of other candidates that are kept.
const MOST_OTHERS: usize = 5;

/// What is known of a report before its text is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportHints {
    /// The country that its publisher mostly writes about, ISO 3166-1 code of two letters.
    pub country: Option<String>,
}

/// Reads mentions of places.
///
/// ```
/// use isnad_name::{PlaceReader, ReportHints};
/// let reader = PlaceReader::new(isnad_languages::Tables::embedded());
/// let text = isnad_text::Text::new("نفذت القوات مداهمة في مدينة الضمير بريف دمشق.");
/// let (places, _) = reader.read(&text, "ar", &ReportHints::default());
/// let names: Vec<_> = places.iter().map(|place| place.name.as_str()).collect();
/// assert_eq!(names, ["al-Dumayr", "Rif Dimashq"]);
/// ```
#[derive(Clone, Debug)]
pub struct PlaceReader {
    indexes: Vec<PlaceIndex>,
    arabic: Context,
    english: Context,
    countries: FxHashMap<Box<str>, Phrase>,
}

impl PlaceReader {
    /// A reader with the embedded gazetteer.
    pub fn new(tables: &Tables) -> PlaceReader {
        let table = tables.table("shared", "places");
        let countries = table.rows().filter(|row| row.get("kind") == "country");
        let name = |row: &isnad_languages::Row<'_, '_>| {
            Some(Phrase::of(&isnad_text::normalise(row.list("en").next()?), |_| {}))
        };
        PlaceReader {
            indexes: embedded(tables).into_iter().collect(),
            arabic: Context::new(tables, "ar"),
            english: Context::new(tables, "en"),
            countries: countries.filter_map(|row| Some((row.get("country").into(), name(&row)?))).collect(),
        }
    }

    /// This reader with an installed gazetteer beside the embedded one, which wins where both have a place.
    pub fn with_index(mut self, index: PlaceIndex) -> PlaceReader {
        self.indexes.push(index);
        self
    }

    /// All places of a name in all gazetteers, the embedded ones first.
    pub fn find(&self, name: &str) -> Vec<PlaceRow<'_>> {
        self.indexes.iter().flat_map(|index| index.find(name)).collect()
    }

    /// Reads the places of a text, in order. `language` (`ar` or `en`) says whose words around a name are known.
    pub fn read(&self, text: &Text<'_>, language: &str, hints: &ReportHints) -> (Vec<Place>, Vec<Note>) {
        let context = if language == "en" { &self.english } else { &self.arabic };
        let views: Vec<View<'_>> = self.indexes.iter().filter_map(PlaceIndex::view).collect();
        let (mentions, names) = scan(text, &views, context);
        let mut reading = Reading::new(text, context, &mentions, names);
        reading.report.countries = self.votes(text, context, hints, &reading);
        reading.settle();
        let mut places = reading.places();
        self.add_parts(text, context, &reading, &views, &mut places);
        places.sort_by_key(|place| (place.span.start(), place.span.end()));
        places.iter_mut().zip(1..).for_each(|(place, number)| place.id = format!("p{number}"));
        (places, Vec::new())
    }

    /// Evidence for countries: the hint, countries and unmistakable places that are named, and countries' adjectives.
    fn votes<'r>(
        &'r self,
        text: &Text<'_>,
        context: &'r Context,
        hints: &ReportHints,
        reading: &Reading<'_, 'r>,
    ) -> FxHashMap<&'r str, f64> {
        let mut votes: FxHashMap<&str, f64> = FxHashMap::default();
        if let Some((country, _)) = hints.country.as_ref().and_then(|code| self.countries.get_key_value(code.as_str())) {
            *votes.entry(country).or_default() += 3.0;
        }
        for token in 0..text.tokens().len() {
            if text.tokens()[token].is_word()
                && let Some(country) = context.nisba(text.form(token))
            {
                *votes.entry(country).or_default() += 0.5;
            }
        }
        for (mention, _) in reading.mentions.iter().zip(&reading.worth).filter(|(_, worth)| **worth > 0.0) {
            let found = &reading.names[mention.name].found;
            if let [single] = &found[..] {
                *votes.entry(single.row.country).or_default() += 1.0;
            }
        }
        votes.remove("");
        let most = votes.values().copied().fold(1.0, f64::max);
        votes.values_mut().for_each(|vote| *vote /= most);
        votes
    }

    /// Adds parts of a country that stand alone: في الجنوب, الشمال السوري.
    fn add_parts(
        &self,
        text: &Text<'_>,
        context: &Context,
        reading: &Reading<'_, '_>,
        views: &[View<'_>],
        places: &mut Vec<Place>,
    ) {
        let mut best: Vec<(&str, f64)> = reading.report.countries.iter().map(|(code, vote)| (*code, *vote)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let taken: FxHashSet<u32> = places.iter().flat_map(|place| place.span.start()..place.span.end()).collect();
        let row = |code: &str| {
            let phrase = *self.countries.get(code)?;
            views.first()?.named(phrase).find(|row| row.kind == PlaceKind::Country && row.country == code)
        };
        let mut token = 0;
        while token < text.tokens().len() {
            let Some(found) = context.bare.longest(text, token) else {
                token += 1;
                continue;
            };
            let end = token + found.tokens;
            let nisba = text.tokens().get(end).filter(|next| next.is_word()).and_then(|_| context.nisba(text.form(end)));
            let preposition = token.checked_sub(1).is_some_and(|before| matches!(text.form(before), "في" | "فى" | "in"));
            let ends = text.tokens().get(end).is_none_or(|next| !next.is_word() || next.after_line());
            let country = match nisba {
                Some(code) => row(code),
                None if preposition && ends => best.first().and_then(|(code, _)| row(code)),
                None => None,
            };
            let span = text.span(token..end + usize::from(nisba.is_some()));
            if let Some(country) = country.filter(|_| !taken.contains(&span.start())) {
                places.push(area::part(&country, &context.directions[*found.value], span));
            }
            token = end;
        }
    }
}

/// One text while it is read.
struct Reading<'t, 'i> {
    text: &'t Text<'t>,
    context: &'t Context,
    mentions: &'t [Mention],
    names: Vec<Name<'i>>,
    seen: Vec<Evidence>,
    links: Vec<Option<Link>>,
    name_links: Vec<Vec<NameLink>>,
    worth: Vec<f64>,
    active: Vec<bool>,
    report: Report<'i>,
}

impl<'t, 'i> Reading<'t, 'i> {
    fn new(text: &'t Text<'t>, context: &'t Context, mentions: &'t [Mention], names: Vec<Name<'i>>) -> Self {
        let mut seen: Vec<Evidence> = Vec::with_capacity(mentions.len());
        for (number, mention) in mentions.iter().enumerate() {
            let floor = number.checked_sub(1).map_or(0, |before| mentions[before].tokens.end);
            seen.push(look(text, context, mention, floor));
        }
        let next = |number: usize| {
            let other = number + 1;
            link(text, context, (&mentions[number], &seen[number]), (mentions.get(other)?, &seen[other]))
        };
        let links: Vec<Option<Link>> = (0..mentions.len()).map(next).collect();
        let mut reading = Reading {
            text,
            context,
            mentions,
            name_links: vec![Vec::new(); names.len()],
            worth: Vec::new(),
            active: vec![false; names.len()],
            report: Report::default(),
            names,
            seen,
            links,
        };
        reading.inherit();
        reading.weigh_all();
        reading
    }

    /// In a list, what stands before the first name holds for the others: بلدات كفر تخاريم وسلقين.
    fn inherit(&mut self) {
        for number in 1..self.mentions.len() {
            let before = self.seen[number - 1];
            let bare = self.seen[number].relation.is_none() && self.seen[number].role.is_none();
            if self.links[number - 1] == Some(Link::Beside) && bare && before.direction.is_none() && !before.veto {
                let seen = &mut self.seen[number];
                (seen.kinds, seen.role, seen.relation) = (before.kinds, before.role, before.relation);
            }
        }
    }

    fn weigh_all(&mut self) {
        self.worth.clear();
        for (mention, seen) in self.mentions.iter().zip(&self.seen) {
            let name = &self.names[mention.name];
            let best = self.report.ranked(&self.names, &self.name_links, mention.name, seen.kinds);
            let found = best.first().map(|(at, _)| &name.found[*at]);
            self.worth.push(found.map_or(0.0, |found| weigh(name, found, seen)));
        }
        for (mention, worth) in self.mentions.iter().zip(&self.worth) {
            self.active[mention.name] |= *worth >= ENOUGH;
        }
    }

    /// Two rounds: names that stand as places by themselves, then those that lean on them.
    fn settle(&mut self) {
        self.report.settle(&self.names, &self.active, &self.name_links);
        self.link_names();
        self.lean();
        self.report.settle(&self.names, &self.active, &self.name_links);
        self.weigh_all();
        self.lean();
        let mut strong = vec![false; self.names.len()];
        for (mention, worth) in self.mentions.iter().zip(&self.worth) {
            strong[mention.name] |= *worth >= STRONG;
        }
        for (number, mention) in self.mentions.iter().enumerate() {
            let seat = self.best(number).is_some_and(|(found, _)| Ease::of(&self.names[mention.name].found[found]) == Ease::Seat);
            if strong[mention.name] && !seat {
                self.worth[number] += ELSEWHERE;
            }
        }
    }

    fn link_names(&mut self) {
        for number in 0..self.mentions.len() {
            let (Some(link), Some(next)) = (self.links[number], self.mentions.get(number + 1)) else { continue };
            let (first, kinds) = (self.mentions[number].name, self.seen[number].kinds);
            let outward = NameLink { other: next.name, kinds: self.seen[number + 1].kinds, link, outward: true };
            let inward = NameLink { other: first, kinds, link, outward: false };
            if first != next.name {
                for (name, link) in [(first, outward), (next.name, inward)] {
                    if !self.name_links[name].contains(&link) && self.name_links[name].len() < 16 {
                        self.name_links[name].push(link);
                    }
                }
            }
        }
    }

    /// Adds what a link to the mention before or after is worth.
    fn lean(&mut self) {
        let best: Vec<_> = (0..self.mentions.len()).map(|number| self.best(number)).collect();
        for number in 0..self.mentions.len() {
            let Some(link) = self.links[number] else { continue };
            let next = number + 1;
            let (Some((a, _)), Some((b, _))) = (best[number], best.get(next).copied().flatten()) else { continue };
            let (first, second) = (self.mentions[number].name, self.mentions[next].name);
            let (found, other) = (&self.names[first].found[a], &self.names[second].found[b]);
            let outward = NameLink { other: second, kinds: self.seen[next].kinds, link, outward: true };
            let gain = match together(found, other, &outward) {
                5.0.. => LINKED,
                3.0.. => 2.0,
                2.0.. => 1.0,
                _ => 0.0,
            };
            let carried = |worth: f64, ease: Ease| worth > 0.0 || ease != Ease::Word;
            let (first_ease, second_ease) = (Ease::of(found), Ease::of(other));
            if carried(self.worth[next], second_ease) {
                self.worth[number] += gain;
            }
            if carried(self.worth[number], first_ease) {
                self.worth[next] += gain;
            }
            self.active[first] |= self.worth[number] >= ENOUGH;
            self.active[second] |= self.worth[next] >= ENOUGH;
        }
    }

    fn best(&self, number: usize) -> Option<(usize, f64)> {
        let name = self.mentions[number].name;
        self.report.ranked(&self.names, &self.name_links, name, self.seen[number].kinds).first().copied()
    }

    fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (number, mention) in self.mentions.iter().enumerate() {
            let (seen, name) = (&self.seen[number], &self.names[mention.name]);
            if self.worth[number] < ENOUGH {
                continue;
            }
            let ranked = self.report.ranked(&self.names, &self.name_links, mention.name, seen.kinds);
            let Some((best, _)) = ranked.first() else { continue };
            let span = self.span(mention, seen);
            let mut place = area::place(&name.found[*best].row, seen, &self.context.directions, span);
            let others = ranked.iter().skip(1).take(MOST_OTHERS);
            place.also = others.map(|(at, _)| format!("place:{}", name.found[*at].row.key)).collect();
            places.push(place);
        }
        places
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
