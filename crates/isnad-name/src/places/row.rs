//! One row of a gazetteer and the bytes it is stored as. Nothing here knows names by which it is found; see `build`.

use super::kind::PlaceKind;

/// A place as a gazetteer has it. Empty strings are unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlaceRow<'r> {
    /// Unique in its gazetteer, without the `place:` before it: `sy/rif-dimashq/al-dumayr`, `wof:102542747`.
    pub key: &'r str,
    /// Its name in English.
    pub name: &'r str,
    /// Its name in Arabic.
    pub name_ar: &'r str,
    /// What contains it: a key in the embedded gazetteer, a division's name in an installed one.
    pub within: &'r str,
    /// ISO 3166-1 code of two letters.
    pub country: &'r str,
    /// What sort of place.
    pub kind: PlaceKind,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// 1 under 5,000 people; 2 under 20,000; 3 under 100,000; 4 under 500,000; 5 under a million; 6 above; 0 unknown.
    pub population: u8,
    /// Its name is also an everyday word or a person's name, and a preposition alone does not make it a place.
    pub word: bool,
    /// Its name is also an everyday word, but a preposition makes it a place where the report is about its country.
    pub common: bool,
    /// Its name also stands for a government.
    pub seat: bool,
}

const WORD: u8 = 1;
const SEAT: u8 = 2;
const COMMON: u8 = 4;
const DEGREE: f64 = 1e6;

impl PlaceRow<'_> {
    /// The class of a number of people.
    pub fn population_class(people: u64) -> u8 {
        match people {
            0 => 0,
            1..5_000 => 1,
            5_000..20_000 => 2,
            20_000..100_000 => 3,
            100_000..500_000 => 4,
            500_000..1_000_000 => 5,
            _ => 6,
        }
    }

    /// Appends the row's bytes: two coordinates, five small numbers, four strings with their lengths, filled up to four.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.extend(((self.latitude * DEGREE).round() as i32).to_le_bytes());
        out.extend(((self.longitude * DEGREE).round() as i32).to_le_bytes());
        let mut country = self.country.bytes();
        out.push(country.next().unwrap_or(0));
        out.push(country.next().unwrap_or(0));
        out.push(self.kind as u8);
        out.push(self.population);
        let flag = |on: bool, bit: u8| if on { bit } else { 0 };
        out.push(flag(self.word, WORD) | flag(self.seat, SEAT) | flag(self.common, COMMON));
        for text in [self.key, self.name, self.name_ar, self.within] {
            let text = &text[..text.floor_char_boundary(usize::from(u8::MAX))];
            out.push(text.len() as u8);
            out.extend(text.as_bytes());
        }
        while !out.len().is_multiple_of(4) {
            out.push(0);
        }
    }

    /// The row whose bytes begin at the start of `bytes`; `None` if they are no row.
    pub(crate) fn read(bytes: &[u8]) -> Option<PlaceRow<'_>> {
        let number = |at: usize| Some(i32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (latitude, longitude) = (number(0)?, number(4)?);
        let small = bytes.get(8..13)?;
        let country = if small[0] == 0 { "" } else { std::str::from_utf8(&small[..2]).ok()? };
        let mut rest = bytes.get(13..)?;
        let mut text = || {
            let (length, after) = rest.split_first()?;
            let (text, after) = after.split_at_checked(usize::from(*length))?;
            rest = after;
            std::str::from_utf8(text).ok()
        };
        Some(PlaceRow {
            key: text()?,
            name: text()?,
            name_ar: text()?,
            within: text()?,
            country,
            kind: PlaceKind::from_number(small[2])?,
            latitude: f64::from(latitude) / DEGREE,
            longitude: f64::from(longitude) / DEGREE,
            population: small[3],
            word: small[4] & WORD != 0,
            common: small[4] & COMMON != 0,
            seat: small[4] & SEAT != 0,
        })
    }
}
