//! The reader of places: scans a text, weighs the evidence for each mention, settles which place each name means, and
//! writes the ledger's places. What a place has to do with an event is not its business.

use super::context::Context;
use super::embedded::embedded;
use super::index::{PlaceIndex, View};
use super::kind::PlaceKind;
use super::reading::Reading;
use super::row::PlaceRow;
use super::scan::scan;
use super::unlisted::Unlisted;
use super::{area, fold::Phrase};
use isnad_languages::Tables;
use isnad_ledger::{Note, Place};
use isnad_text::Text;
use rustc_hash::{FxHashMap, FxHashSet};

/// Votes of a report's hint for its country, where a country's name has one.
const HINT: f64 = 1.5;

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
    /// Arabic and English.
    unlisted: [Unlisted; 2],
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
            unlisted: ["ar", "en"].map(|language| Unlisted::new(tables, language)),
            countries: countries.filter_map(|row| Some((row.get("country").into(), name(&row)?))).collect(),
        }
    }

    /// This reader with an installed gazetteer beside the embedded one, which wins where both have a place.
    pub fn with_index(mut self, index: PlaceIndex) -> PlaceReader {
        self.add_index(index);
        self
    }

    /// Adds an installed gazetteer, like [`with_index`](PlaceReader::with_index).
    pub fn add_index(&mut self, index: PlaceIndex) {
        self.indexes.push(index);
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
        let mut reading = Reading::new(text, context, mentions, names);
        let countries = self.votes(text, context, hints, &reading);
        reading.settle(countries);
        let mut places = reading.places();
        self.add_parts(text, context, &reading, &views, &mut places);
        let unlisted = &self.unlisted[usize::from(language == "en")];
        let villages = unlisted.read(text, context, &places);
        places.extend(villages);
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
        if let Some((country, _)) = hints.country.as_ref().and_then(|code| self.countries.get_key_value(code.as_str()))
        {
            *votes.entry(country).or_default() += HINT;
        }
        for token in 0..text.tokens().len() {
            if text.tokens()[token].is_word()
                && let Some(country) = context.nisba(text.form(token))
            {
                *votes.entry(country).or_default() += 0.5;
            }
        }
        for country in reading.countries() {
            *votes.entry(country).or_default() += 1.0;
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
        let mut best: Vec<(&str, f64)> = reading.homes().iter().map(|(code, vote)| (*code, *vote)).collect();
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
            let nisba =
                text.tokens().get(end).filter(|next| next.is_word()).and_then(|_| context.nisba(text.form(end)));
            let preposition =
                token.checked_sub(1).is_some_and(|before| matches!(text.form(before), "في" | "فى" | "in"));
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
