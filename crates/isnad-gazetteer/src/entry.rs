//! One place out of a gazetteer's file, whatever the file's form, and the checks that every place must pass.

use isnad_name::{PlaceKind, PlaceRow};
use std::borrow::Cow;

/// Names kept of one place.
pub(crate) const MOST_NAMES: usize = 64;
/// Bytes of the longest name that is kept.
const LONGEST_NAME: usize = 120;
/// Arabic gazetteers write these before a name, where reports write them as nouns of their own or leave them out.
const HEADS: [&str; 8] = ["محافظة", "ولاية", "قضاء", "ناحية", "مديرية", "قرية", "بلدية", "بلدة"];
/// These may also be part of the name: مدينة نصر.
const PARTS: [&str; 4] = ["منطقة", "مدينة", "حي", "مخيم"];

/// So do English ones after it.
const TAILS: [&str; 5] = [" Governorate", " Province", " District", " Region", " Subdistrict"];

/// A place as a file has it.
#[derive(Debug, Default)]
pub(crate) struct Entry<'e> {
    pub(crate) id: Cow<'e, str>,
    pub(crate) name: &'e str,
    pub(crate) name_ar: &'e str,
    pub(crate) names: Vec<&'e str>,
    pub(crate) within: &'e str,
    pub(crate) country: &'e str,
    pub(crate) kind: Option<PlaceKind>,
    pub(crate) latitude: &'e str,
    pub(crate) longitude: &'e str,
    pub(crate) people: &'e str,
}

impl<'e> Entry<'e> {
    /// The row it becomes.
    ///
    /// # Errors
    /// What is wrong with it, as one line.
    pub(crate) fn row(&self) -> Result<PlaceRow<'_>, String> {
        if self.name.is_empty() && self.name_ar.is_empty() {
            return Err("no name".to_owned());
        }
        Ok(PlaceRow {
            key: &self.id,
            name: self.name,
            name_ar: self.name_ar,
            within: self.within,
            country: if self.country.len() == 2 && self.country.is_ascii() { self.country } else { "" },
            kind: self.kind.unwrap_or(PlaceKind::Town),
            latitude: degrees("latitude", self.latitude, 90.0)?,
            longitude: degrees("longitude", self.longitude, 180.0)?,
            population: PlaceRow::population_class(self.people.trim().parse().unwrap_or(0)),
            word: false,
            common: false,
            seat: false,
        })
    }

    /// The names it is found by.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &'e str> + '_ {
        let names = [self.name_ar, self.name].into_iter().chain(self.names.iter().copied());
        let usable = names.map(str::trim).filter(|name| !name.is_empty() && name.len() <= LONGEST_NAME);
        usable
            .take(MOST_NAMES)
            .flat_map(|name| match (without(name, &HEADS), without(name, &PARTS)) {
                (Some(rest), _) => [Some(rest), None],
                (None, rest) => [Some(name), rest],
            })
            .flatten()
    }
}

fn without<'n>(name: &'n str, heads: &[&str]) -> Option<&'n str> {
    let tail = TAILS.iter().find_map(|tail| name.strip_suffix(tail));
    let head = || heads.iter().find_map(|head| name.strip_prefix(head)?.strip_prefix(' '));
    let rest = tail.or_else(head)?.trim();
    (!rest.is_empty()).then_some(rest)
}

fn degrees(what: &str, text: &str, most: f64) -> Result<f64, String> {
    match text.trim().parse::<f64>() {
        Ok(degrees) if degrees.abs() <= most => Ok(degrees),
        Ok(degrees) => Err(format!("{what} {degrees} is out of range")),
        Err(_) if text.trim().is_empty() => Err(format!("no {what}")),
        Err(_) => Err(format!("{what} is no number: {}", text.chars().take(20).collect::<String>())),
    }
}

/// Whether a name is written in a script that is read.
pub(crate) fn is_readable(name: &str) -> bool {
    name.chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| (c as u32) < 0x250 || ('\u{0600}'..='\u{06ff}').contains(&c))
}
