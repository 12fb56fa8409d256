//! GeoNames' alternateNames file: more names for the rows of a dump, of which the Arabic and English ones are kept.

use crate::lines::{Line, open};
use rustc_hash::FxHashMap;
use std::io;
use std::path::Path;

/// Names that are kept in all: Arabic and English ones of the whole world are two million.
const MOST: usize = 8_000_000;

/// Names by the id of their place.
#[derive(Debug, Default)]
pub(crate) struct Alternates {
    names: FxHashMap<u32, Vec<Box<str>>>,
}

impl Alternates {
    /// Whether a first line is one of such a file: two ids, a language and a name.
    pub(crate) fn are_in(line: &[u8]) -> bool {
        let cells: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
        let number = |cell: &[u8]| !cell.is_empty() && cell.iter().all(u8::is_ascii_digit);
        (4..=10).contains(&cells.len()) && number(cells[0]) && number(cells[1]) && !number(cells[3])
    }

    /// Reads the Arabic and English names of a file; lines that are none are passed over.
    pub(crate) fn read(file: &Path) -> io::Result<Alternates> {
        let mut alternates = Alternates::default();
        let (mut lines, mut count) = (open(file)?, 0);
        while let Some((_, line)) = lines.next()? {
            let Line::Bytes(bytes) = line else { continue };
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let mut cells = text.split('\t').skip(1);
            let (Some(id), Some(language), Some(name)) = (cells.next(), cells.next(), cells.next()) else { continue };
            if let ("ar" | "en", Ok(id)) = (language, id.parse()) {
                let names: &mut Vec<Box<str>> = alternates.names.entry(id).or_default();
                if names.len() < crate::entry::MOST_NAMES && count < MOST {
                    names.push(name.into());
                    count += 1;
                }
            }
        }
        Ok(alternates)
    }

    /// The names of a place.
    pub(crate) fn of(&self, id: u32) -> impl Iterator<Item = &str> {
        self.names.get(&id).into_iter().flatten().map(|name| &**name)
    }
}
