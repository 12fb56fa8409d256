//! What a gazetteer's file is packed in: nothing, gzip, or a zip with one table in it, as GeoNames gives them out. It is
//! expanded while it is read, never as a whole, and never to more than a cap.

use flate2::bufread::{DeflateDecoder, MultiGzDecoder};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

const BUFFER: usize = 1 << 17;
/// Bytes that a packed file may grow to for each of its own. Tables of places grow to four to ten.
const EXPANSION: u64 = 200;
/// What a small file may grow to all the same.
const FREE: u64 = 1 << 26;
/// Endings of the tables that a zip may hold beside a readme.
const TABLES: [&str; 3] = [".txt", ".csv", ".tsv"];

/// Opens a file; what it is packed in is seen by its first bytes.
pub(crate) fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    let opened = File::open(file)?;
    let size = opened.metadata()?.len();
    let mut reader = BufReader::with_capacity(BUFFER, opened);
    let first = reader.fill_buf()?;
    if first.starts_with(&[0x1f, 0x8b]) {
        Ok(capped(MultiGzDecoder::new(reader), size))
    } else if first.starts_with(b"PK\x03\x04") {
        table_in(reader)
    } else {
        Ok(Box::new(reader))
    }
}

/// The largest table in a zip.
fn table_in(reader: BufReader<File>) -> io::Result<Box<dyn BufRead>> {
    let mut zip = ZipArchive::new(reader)?;
    let mut best: Option<(u64, usize)> = None;
    for at in 0..zip.len() {
        let entry = zip.by_index_raw(at)?;
        let name = entry.name().map(|name| name.to_lowercase()).unwrap_or_default();
        let table = TABLES.iter().any(|ending| name.ends_with(ending));
        if table && best.is_none_or(|(size, _)| entry.size() > size) {
            best = Some((entry.size(), at));
        }
    }
    let (_, at) = best.ok_or_else(|| wrong("there is no .txt, .csv or .tsv in it"))?;
    let entry = zip.by_index_raw(at)?;
    let (method, size) = (entry.compression(), entry.compressed_size());
    let start =
        entry.data_start().filter(|_| !entry.encrypted()).ok_or_else(|| wrong("it is locked with a password"))?;
    drop(entry);
    let mut reader = zip.into_inner();
    reader.seek(SeekFrom::Start(start))?;
    let stretch = reader.take(size);
    match method {
        CompressionMethod::Stored => Ok(Box::new(stretch)),
        CompressionMethod::DEFLATE => Ok(capped(DeflateDecoder::new(stretch), size)),
        _ => Err(wrong("it is packed in a way that is not read; unzip it first")),
    }
}

fn wrong(problem: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

fn capped(reader: impl Read + 'static, size: u64) -> Box<dyn BufRead> {
    let left = size.saturating_mul(EXPANSION).max(FREE);
    Box::new(BufReader::with_capacity(BUFFER, Capped { reader, left }))
}

/// A reader that fails once it has given too much.
struct Capped<R> {
    reader: R,
    left: u64,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.left =
            self.left.checked_sub(count as u64).ok_or_else(|| wrong("it grows to more than 200 times its size"))?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::Capped;
    use std::io::Read;

    #[test]
    fn too_much_is_an_error() {
        let mut out = Vec::new();
        assert!(Capped { reader: std::io::repeat(0), left: 1 << 20 }.read_to_end(&mut out).is_err());
        assert!(Capped { reader: &b"few"[..], left: 3 }.read_to_end(&mut out).is_ok());
    }
}
