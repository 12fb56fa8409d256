//! Reads an index of places out of bytes, wherever they lie: in memory or in a mapped file. Bytes that make no sense give
//! no places, never a panic.

use super::build::{FOOT, MAGIC, tag};
use super::fold::Phrase;
use super::row::PlaceRow;
use isnad_text::normalise;
use std::{fmt, sync::Arc};

/// An index of places, made by [`IndexBuilder`](crate::IndexBuilder); clones share the bytes.
#[derive(Clone)]
pub struct PlaceIndex {
    bytes: Arc<dyn AsRef<[u8]> + Send + Sync>,
    rows: u64,
}

impl fmt::Debug for PlaceIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PlaceIndex({} rows)", self.rows)
    }
}

/// The bytes are no index of places, or one of another version: it must be made again from its gazetteers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoIndex;

impl fmt::Display for NoIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an index of places that this version can read")
    }
}

impl std::error::Error for NoIndex {}

impl PlaceIndex {
    /// An index over bytes.
    ///
    /// # Errors
    /// [`NoIndex`] if the bytes do not end as an index does or their parts do not add up.
    pub fn new(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<PlaceIndex, NoIndex> {
        let rows = View::new(bytes.as_ref()).ok_or(NoIndex)?.row_count;
        Ok(PlaceIndex { bytes: Arc::new(bytes), rows })
    }

    /// How many rows it holds.
    pub fn len(&self) -> u64 {
        self.rows
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// All places of a name, in the order they were added.
    pub fn find(&self, name: &str) -> Vec<PlaceRow<'_>> {
        let phrase = Phrase::of(&normalise(name), |_| {});
        self.view().map_or_else(Vec::new, |view| view.named(phrase).collect())
    }

    pub(crate) fn view(&self) -> Option<View<'_>> {
        View::new((*self.bytes).as_ref())
    }
}

/// The parts of an index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'i> {
    rows: &'i [u8],
    directory: &'i [u8],
    names: &'i [u8],
    filter: &'i [u8],
    bits: u32,
    filter_bits: u32,
    row_count: u64,
}

impl<'i> View<'i> {
    fn new(bytes: &'i [u8]) -> Option<View<'i>> {
        let (body, foot) = bytes.split_at_checked(bytes.len().checked_sub(FOOT)?)?;
        let number = |at: usize| Some(u64::from_le_bytes(foot.get(at * 8..at * 8 + 8)?.try_into().ok()?));
        if &foot[FOOT - MAGIC.len()..] != MAGIC {
            return None;
        }
        let (row_bytes, row_count, names) = (number(0)?, number(1)?, number(2)?);
        let (bits, filter_bits) = (number(3)?, number(4)?);
        if !(1..=28).contains(&bits) || !(6..=40).contains(&filter_bits) {
            return None;
        }
        let (rows, rest) = body.split_at_checked(usize::try_from(row_bytes).ok()?)?;
        let (directory, rest) = rest.split_at_checked(((1usize << bits) + 1) * 4)?;
        let (names, filter) = rest.split_at_checked(usize::try_from(names.checked_mul(8)?).ok()?)?;
        if filter.len() as u64 != 1 << (filter_bits - 3) {
            return None;
        }
        let (bits, filter_bits) = (bits as u32, filter_bits as u32);
        Some(View { rows, directory, names, filter, bits, filter_bits, row_count })
    }

    /// Whether a name may be these words or begin with them; wrongly yes about once in eight.
    pub(crate) fn may_begin(&self, phrase: Phrase) -> bool {
        let bit = phrase.0 >> (64 - self.filter_bits);
        self.filter.get((bit >> 3) as usize).is_some_and(|byte| byte & (1 << (bit & 7)) != 0)
    }

    /// Whether there is a place of that name.
    pub(crate) fn has(&self, phrase: Phrase) -> bool {
        self.offsets(phrase).next().is_some()
    }

    /// The places of that name.
    pub(crate) fn named(&self, phrase: Phrase) -> impl Iterator<Item = PlaceRow<'i>> + use<'i> {
        let rows = self.rows;
        self.offsets(phrase).filter_map(move |at| PlaceRow::read(rows.get(at as usize * 4..)?))
    }

    /// All rows, in the order they were added.
    pub(crate) fn offsets(&self, phrase: Phrase) -> impl Iterator<Item = u32> + use<'i> {
        let number = |bytes: &[u8], at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let bucket = (phrase.0 >> (64 - self.bits)) as usize;
        let first = number(self.directory, bucket * 4).unwrap_or(0) as usize;
        let last = number(self.directory, bucket * 4 + 4).unwrap_or(0) as usize;
        let names = self.names.get(first * 8..last * 8).unwrap_or_default();
        let wanted = tag(phrase.0, self.bits);
        names
            .chunks_exact(8)
            .filter(move |name| name[..4] == wanted.to_le_bytes())
            .filter_map(move |name| number(name, 4))
    }
}

#[cfg(test)]
mod tests {
    use super::{NoIndex, PlaceIndex};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_are_an_index_or_an_error(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), name in ".{0,12}") {
            if let Some(at) = bytes.len().checked_sub(8) {
                bytes[at..].copy_from_slice(super::MAGIC);
            }
            if let Ok(index) = PlaceIndex::new(bytes) {
                let _ = index.find(&name);
            }
        }
    }

    #[test]
    fn bytes_without_a_foot_are_refused() {
        assert_eq!(PlaceIndex::new(vec![0; 500]).err(), Some(NoIndex));
        assert_eq!(PlaceIndex::new(Vec::new()).err(), Some(NoIndex));
    }
}
