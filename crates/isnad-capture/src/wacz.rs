//! Packed web archives (WACZ 1.1): a zip with WARC files in `archive/`, which the format stores as they are, so that they
//! can be streamed from where they lie. Nothing is unpacked to disk.

use crate::{
    CaptureError, Limits,
    doors::{Doors, Reports},
    source::{gunzip, place_of},
    warc::Records,
};
use std::{
    fs::File,
    io::{BufReader, Read, Seek, SeekFrom},
    path::Path,
};

const HINT: &str = "write it again with the tool that made it, or read the .warc.gz inside it";

/// The pages of all archives in the file.
pub(crate) fn open<'d>(doors: &'d Doors, path: &Path) -> Result<Reports<'d>, CaptureError> {
    let place = place_of(path);
    let wrong = |problem: String| CaptureError::new(&place, problem, HINT);
    let file = File::open(path).map_err(|error| wrong(error.to_string()))?;
    let mut zip = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| wrong(error.to_string()))?;
    let mut all = Vec::new();
    for at in 0..zip.len() {
        let entry = zip.by_index_raw(at).map_err(|error| wrong(error.to_string()))?;
        let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
        if !name.starts_with("archive/") || !(name.ends_with(".warc") || name.ends_with(".warc.gz")) {
            continue;
        }
        let start = entry.data_start().filter(|_| entry.compression() == zip::CompressionMethod::Stored);
        let start = start.ok_or_else(|| wrong(format!("{name} in it is packed a second time")))?;
        all.push((name, start, entry.compressed_size()));
    }
    if all.is_empty() {
        return Err(wrong("there is no archive/*.warc.gz in it".to_owned()));
    }
    let path = path.to_owned();
    let limits = doors.limits;
    let records = all.into_iter().flat_map(move |(name, start, size)| -> Reports<'d> {
        match stretch(&path, start, size, &limits) {
            Ok(input) => Box::new(Records::new(doors, &place, input)),
            Err(error) => Box::new(std::iter::once(Err(CaptureError::new(format!("{place}, {name}"), error, HINT)))),
        }
    });
    Ok(Box::new(records))
}

/// A stretch of a file, un-gzipped.
fn stretch(path: &Path, start: u64, size: u64, limits: &Limits) -> std::io::Result<Box<dyn std::io::BufRead>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(start))?;
    gunzip(BufReader::new(file.take(size)), size, limits)
}
