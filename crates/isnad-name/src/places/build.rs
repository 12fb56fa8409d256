//! Makes an index of places: rows in, bytes out. It keeps twelve bytes a name in memory and hands the rest to its caller,
//! so that ten million rows fit; it opens no file.

use super::fold::Phrase;
use super::row::PlaceRow;
use isnad_text::normalise;

/// Marks the beginning of a longer name rather than a name.
const BEGINNING: u32 = u32::MAX;
/// The last bytes of an index.
pub(crate) const MAGIC: &[u8; 8] = b"isnadpl1";
/// Length of what stands at an index's end: seven numbers of eight bytes and the magic.
pub(crate) const FOOT: usize = 64;

/// Collects the rows of an index.
///
/// ```
/// use isnad_name::{IndexBuilder, PlaceIndex, PlaceKind, PlaceRow};
/// let mut builder = IndexBuilder::default();
/// let mut bytes = Vec::new();
/// let row = PlaceRow {
///     key: "wof:1", name: "Kanaker", name_ar: "كناكر", within: "Rif Dimashq", country: "SY", kind: PlaceKind::Town,
///     latitude: 33.27, longitude: 36.09, population: 3, word: false, common: false, seat: false,
/// };
/// assert!(builder.add(&row, ["كناكر", "Kanaker", "Kanakir"], &mut bytes));
/// builder.finish(&mut |part| { bytes.extend(part); Ok::<(), ()>(()) }).unwrap();
/// let index = PlaceIndex::new(bytes).unwrap();
/// assert_eq!(index.find("kanakir").first().map(|row| row.name), Some("Kanaker"));
/// ```
#[derive(Debug, Default)]
pub struct IndexBuilder {
    /// The two halves of a name's hash, and where its row begins, in words of four bytes.
    names: Vec<[u32; 3]>,
    written: u64,
    rows: u64,
    line: Vec<u64>,
}

impl IndexBuilder {
    /// Adds a row with the names it is found by, and appends its bytes to `out`: what the caller must write next. Says
    /// whether there was room (16 GiB of rows).
    pub fn add<'n>(&mut self, row: &PlaceRow<'_>, names: impl IntoIterator<Item = &'n str>, out: &mut Vec<u8>) -> bool {
        let Ok(at) = u32::try_from(self.written / 4) else { return false };
        if at == BEGINNING {
            return false;
        }
        let before = out.len();
        out.resize(before.next_multiple_of(4), 0);
        let start = out.len();
        row.write(out);
        self.written += (out.len() - start) as u64;
        self.rows += 1;
        let first = self.names.len();
        for name in names {
            self.line.clear();
            let line = &mut self.line;
            Phrase::of(&normalise(name), |phrase| line.push(phrase.0));
            let Some((whole, beginnings)) = self.line.split_last() else { continue };
            self.names.push(entry(*whole, at));
            for beginning in beginnings {
                self.names.push(entry(*beginning, BEGINNING));
            }
        }
        let new = &mut self.names[first..];
        new.sort_unstable();
        let mut kept = first;
        for next in first..self.names.len() {
            if kept == first || self.names[next] != self.names[kept - 1] {
                self.names[kept] = self.names[next];
                kept += 1;
            }
        }
        self.names.truncate(kept);
        true
    }

    /// How many rows were added.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Hands over the bytes that follow the rows, part by part: a directory, the names, a filter, and the foot.
    ///
    /// # Errors
    /// What `write` fails with.
    pub fn finish<E>(mut self, write: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        self.names.sort_unstable();
        let all = self.names.len() as u64;
        let filter_bits = (all * 8).next_power_of_two().max(64).ilog2();
        let mut filter = vec![0u8; 1 << (filter_bits - 3)];
        for [high, low, _] in &self.names {
            let bit = hash(*high, *low) >> (64 - filter_bits);
            filter[(bit >> 3) as usize] |= 1 << (bit & 7);
        }
        self.names.retain(|name| name[2] != BEGINNING);
        let names = self.names.len() as u64;
        let bits = (names / 2).next_power_of_two().clamp(16, 1 << 28).ilog2();
        let mut buffer = Vec::with_capacity(1 << 16);
        let mut put = |bytes: &[u8], last: bool| {
            buffer.extend(bytes);
            if last || buffer.len() >= 1 << 16 {
                write(&buffer)?;
                buffer.clear();
            }
            Ok(())
        };
        let mut at = 0u32;
        for bucket in 0..=(1u64 << bits) {
            while self.names.get(at as usize).is_some_and(|n| hash(n[0], n[1]) >> (64 - bits) < bucket) {
                at += 1;
            }
            put(&at.to_le_bytes(), false)?;
        }
        for [high, low, row] in &self.names {
            put(&tag(hash(*high, *low), bits).to_le_bytes(), false)?;
            put(&row.to_le_bytes(), false)?;
        }
        put(&filter, false)?;
        for number in [self.written, self.rows, names, u64::from(bits), u64::from(filter_bits), 0, 0] {
            put(&number.to_le_bytes(), false)?;
        }
        put(MAGIC, true)
    }
}

fn entry(phrase: u64, at: u32) -> [u32; 3] {
    [(phrase >> 32) as u32, phrase as u32, at]
}

fn hash(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// The 32 bits of a hash that follow those the directory is ordered by.
pub(crate) fn tag(hash: u64, bits: u32) -> u32 {
    ((hash << bits) >> 32) as u32
}
