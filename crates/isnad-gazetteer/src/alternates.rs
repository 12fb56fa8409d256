//! GeoNames' alternateNames file: more names for the rows of a dump, of which the Arabic and English ones are kept.

use crate::lines::{Line, open};
use rustc_hash::FxHashMap;
use std::io;
use std::path::Path;

/// Names by the id of their place.
#[derive(Debug, Default)]
pub(crate) struct Alternates {
    names: FxHashMap<u32, Vec<Box<str>>>,
}

impl Alternates {
    /// Reads the Arabic and English names of a file; lines that are none are passed over.
    pub(crate) fn read(file: &Path) -> io::Result<Alternates> {
        let mut alternates = Alternates::default();
        let mut lines = open(file)?;
        while let Some((_, line)) = lines.next()? {
            let Line::Bytes(bytes) = line else { continue };
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let mut cells = text.split('\t').skip(1);
            let (Some(id), Some(language), Some(name)) = (cells.next(), cells.next(), cells.next()) else { continue };
            if let ("ar" | "en", Ok(id)) = (language, id.parse()) {
                let names: &mut Vec<Box<str>> = alternates.names.entry(id).or_default();
                if names.len() < crate::entry::MOST_NAMES {
                    names.push(name.into());
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
