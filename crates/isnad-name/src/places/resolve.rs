//! Chooses among the places of one name: by what contains it, by the places named beside it, by the report's country, by
//! kind and by size. A name means the same place throughout a report, unless its kind is said.

use super::geo::distance;
use super::kind::{Kinds, PlaceKind};
use super::links::Link;
use super::scan::{Found, Name};
use rustc_hash::FxHashMap;

/// Links of a name beyond these add nothing.
const MOST_LINKS: usize = 8;
/// Places that candidates are compared with.
const MOST_ANCHORS: usize = 24;

/// A link between two names, from the first one's side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NameLink {
    pub(crate) other: usize,
    pub(crate) kinds: Kinds,
    pub(crate) link: Link,
    /// Whether the other one was said after the first, so that it may be what contains it.
    pub(crate) outward: bool,
}

/// What is known of a report while its places are chosen.
#[derive(Debug, Default)]
pub(crate) struct Report<'i> {
    /// Evidence for each country, the most certain one at 1.
    pub(crate) countries: FxHashMap<&'i str, f64>,
    /// Places that are settled, one a name.
    pub(crate) anchors: Vec<(usize, Found<'i>)>,
}

impl<'i> Report<'i> {
    /// Settles one place for each active name, the names with one place only first.
    pub(crate) fn settle(&mut self, names: &[Name<'i>], active: &[bool], links: &[Vec<NameLink>]) {
        for round in 0..2 {
            let mut anchors = Vec::new();
            for number in (0..names.len()).filter(|number| active[*number]) {
                let single = names[number].found.len() == 1;
                if (single || round > 0 || !self.anchors.is_empty())
                    && let Some((best, _)) = self.ranked(names, links, number, Kinds::default()).first()
                {
                    anchors.push((number, names[number].found[*best]));
                }
                if anchors.len() == MOST_ANCHORS {
                    break;
                }
            }
            self.anchors = anchors;
        }
    }

    /// The places of a name with their scores, best first.
    pub(crate) fn ranked(
        &self,
        names: &[Name<'i>],
        links: &[Vec<NameLink>],
        number: usize,
        kinds: Kinds,
    ) -> Vec<(usize, f64)> {
        let name = &names[number];
        let mut scores: Vec<(usize, f64)> = (name.found.iter().enumerate())
            .map(|(at, found)| (at, self.score(names, &links[number], number, found, kinds)))
            .collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores
    }

    fn score(&self, names: &[Name<'i>], links: &[NameLink], number: usize, found: &Found<'i>, kinds: Kinds) -> f64 {
        let row = &found.row;
        let kind = match (kinds.is_empty(), kinds.has(row.kind)) {
            (true, _) => prior(row.kind),
            (false, true) => 3.0 + 0.1 * prior(row.kind),
            (false, false) => -1.5,
        };
        let country = self.countries.get(row.country).copied().unwrap_or(0.0);
        let embedded = if found.embedded { 1.5 } else { 0.0 };
        let seat = match found {
            // Before its installed homonyms; طرابلس is two embedded ones.
            Found { embedded: true, row } if row.seat && is_alone(&names[number], row.country) => 2.0,
            _ if found.embedded && is_seat(&names[number], found) => 0.75,
            _ => 0.0,
        };
        let linked = links.iter().take(MOST_LINKS).map(|link| self.linked(names, found, link)).fold(0.0, f64::max);
        let around: f64 = self
            .anchors
            .iter()
            .filter(|(other, _)| *other != number)
            .map(|(_, anchor)| match apart(found, anchor) {
                ..=30.0 => 0.8,
                30.0..=100.0 => 0.5,
                100.0..=250.0 => 0.25,
                _ => 0.0,
            })
            .sum();
        kind + 2.5 * country + embedded + seat + linked + around.min(2.0) + 0.25 * f64::from(row.population)
    }

    /// What a link says for a candidate: most when the other name's places contain it.
    fn linked(&self, names: &[Name<'i>], found: &Found<'i>, link: &NameLink) -> f64 {
        let fits = |other: &&Found<'i>| link.kinds.is_empty() || link.kinds.has(other.row.kind);
        let others = names[link.other].found.iter().filter(fits).take(32);
        others.map(|other| together(found, other, link)).fold(0.0, f64::max)
    }
}

/// How well two linked places go together, 0 to 5.
pub(crate) fn together(found: &Found<'_>, other: &Found<'_>, link: &NameLink) -> f64 {
    let contained = if link.outward { contains(other, found) } else { contains(found, other) };
    let near = apart(found, other);
    match link.link {
        Link::Within | Link::Comma if contained && link.outward => 5.0,
        // حلب alone is the city, whatever is said to lie in it.
        Link::Within | Link::Comma if contained || siblings(found, other) => 3.5,
        _ if near <= 40.0 => 3.0,
        _ if near <= 120.0 => 2.0,
        _ if !found.row.country.is_empty() && found.row.country == other.row.country => 1.2,
        _ => 0.0,
    }
}

/// Whether all embedded places of a name lie in one country.
fn is_alone(name: &Name<'_>, country: &str) -> bool {
    name.found.iter().filter(|other| other.embedded).all(|other| other.row.country == country)
}

/// Whether a town lies in a division of the same name, and so is its capital.
fn is_seat(name: &Name<'_>, town: &Found<'_>) -> bool {
    let division = |other: &Found<'_>| other.embedded && other.row.kind == PlaceKind::Division;
    town.row.kind == PlaceKind::Town && name.found.iter().any(|other| division(other) && contains(other, town))
}

/// Whether two places lie in the same division, as its capital and its towns do.
fn siblings(a: &Found<'_>, b: &Found<'_>) -> bool {
    a.embedded && b.embedded && a.row.key != b.row.key && a.row.within.contains('/') && a.row.within == b.row.within
}

/// Whether one place lies in another, as far as gazetteers tell.
pub(crate) fn contains(outer: &Found<'_>, inner: &Found<'_>) -> bool {
    let (outer_row, inner_row) = (&outer.row, &inner.row);
    if outer_row.country != inner_row.country && !outer_row.country.is_empty() {
        return false;
    }
    if outer_row.kind == PlaceKind::Country {
        return inner_row.kind != PlaceKind::Country;
    }
    let key = outer_row.key;
    if outer.embedded && inner.embedded && inner_row.key.strip_prefix(key).is_some_and(|rest| rest.starts_with('/')) {
        return true;
    }
    let reach = match outer_row.kind {
        PlaceKind::Division => {
            if !inner.embedded && same_name(inner_row.within, outer_row.name) {
                return true;
            }
            // The table knows where its own rows lie.
            if outer.embedded && inner.embedded { 0.0 } else { 90.0 }
        }
        PlaceKind::Region | PlaceKind::District | PlaceKind::Water => 60.0,
        PlaceKind::Town => 12.0,
        _ => 5.0,
    };
    outer_row.key != inner_row.key && apart(outer, inner) <= reach
}

fn same_name(a: &str, b: &str) -> bool {
    use super::fold::Phrase;
    let hash = |name: &str| Phrase::of(&isnad_text::normalise(name), |_| {});
    !a.is_empty() && hash(a) == hash(b)
}

fn apart(a: &Found<'_>, b: &Found<'_>) -> f64 {
    distance((a.row.latitude, a.row.longitude), (b.row.latitude, b.row.longitude))
}

/// How likely a kind is when no word says it: حلب alone is the city.
fn prior(kind: PlaceKind) -> f64 {
    match kind {
        PlaceKind::Country => 2.0,
        PlaceKind::Town => 0.8,
        PlaceKind::Division => 0.3,
        PlaceKind::Camp | PlaceKind::Base | PlaceKind::Region => 0.2,
        PlaceKind::District => -0.5,
        PlaceKind::Site | PlaceKind::Mountain | PlaceKind::Water => -0.3,
        _ => 0.0,
    }
}
