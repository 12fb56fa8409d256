//! Opening files and standard input: what form an input has, and un-gzipping it with a cap. It reads no report.

use crate::{CaptureError, Limits};
use flate2::bufread::MultiGzDecoder;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Text,
    /// A page.
    Html,
    /// One JSON object a line.
    JsonLines,
    /// A web archive.
    Warc,
    /// A packed web archive.
    Wacz,
    /// An RSS or Atom feed.
    Feed,
}

impl Form {
    /// By a file's name, `.gz` aside; `None` if the name does not tell.
    pub fn of_name(path: &Path) -> Option<Form> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        match name.rsplit_once('.')?.1 {
            "txt" | "text" => Some(Form::Text),
            "html" | "htm" | "xhtml" => Some(Form::Html),
            "jsonl" | "ndjson" => Some(Form::JsonLines),
            "warc" => Some(Form::Warc),
            "wacz" => Some(Form::Wacz),
            "xml" | "rss" | "atom" => Some(Form::Feed),
            _ => None,
        }
    }

    /// By an input's first bytes.
    pub(crate) fn of_start(start: &[u8]) -> Form {
        let start = String::from_utf8_lossy(start).to_lowercase();
        let start = start.trim_start_matches('\u{feff}').trim_start();
        let is_feed = start.contains("<rss") || start.contains("<feed") || start.contains("<rdf:rdf");
        let is_page = start.starts_with("<!doctype html") || (start.starts_with('<') && start.contains("<html"));
        if start.starts_with("warc/") {
            Form::Warc
        } else if start.starts_with('<') && is_feed {
            Form::Feed
        } else if is_page {
            Form::Html
        } else if start.starts_with('{') && start.contains("\"text\"") {
            Form::JsonLines
        } else {
            Form::Text
        }
    }
}

/// A file's name without folders and endings, for an id.
pub(crate) fn stem(place: &str) -> String {
    let name = place.rsplit(['/', '\\']).next().unwrap_or(place);
    let name = name.strip_suffix(".gz").unwrap_or(name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() { name } else { stem }.to_owned()
}

/// All files of a folder and its folders that a door takes, by name; a file is itself.
///
/// # Errors
/// [`CaptureError`] if the folder cannot be listed.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, CaptureError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        let place = folder.display().to_string();
        let list = std::fs::read_dir(&folder)
            .map_err(|error| CaptureError::new(place, error, "check that the folder can be read"))?;
        for entry in list.flatten() {
            let path = entry.path();
            // A link to a folder is not followed: it could lead back up.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if Form::of_name(&path).is_some() {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Opens a file, or standard input for `-`, un-gzipped.
pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Box<dyn BufRead>, CaptureError> {
    let place = place_of(path);
    let failed = |error: io::Error| {
        let hint = match error.kind() {
            io::ErrorKind::NotFound => "check the name; - reads standard input",
            _ => "check that it is a file and can be read",
        };
        CaptureError::new(&place, words(&error), hint)
    };
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).map_err(failed)?;
    let size = file.metadata().map_or(0, |data| data.len());
    let file = BufReader::new(file);
    gunzip(file, size, limits).map_err(failed)
}

/// How a file is named in messages.
pub(crate) fn place_of(path: &Path) -> String {
    if path.as_os_str() == "-" { "stdin".to_owned() } else { path.display().to_string() }
}

/// An input of `size` bytes, un-gzipped with a cap if it is gzipped.
pub(crate) fn gunzip(mut input: impl BufRead + 'static, size: u64, limits: &Limits) -> io::Result<Box<dyn BufRead>> {
    if !input.fill_buf()?.starts_with(&[0x1f, 0x8b]) {
        return Ok(Box::new(input));
    }
    let left = size.max(1 << 12).saturating_mul(limits.expansion);
    Ok(Box::new(BufReader::new(Capped { input: MultiGzDecoder::new(input), left })))
}

/// What an operating system's error says, without its number.
fn words(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

/// A reader that fails once more has come out of it than may.
struct Capped<R> {
    input: R,
    left: u64,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::other("it unpacks to far more than a text would; nothing more of it was read"))?;
        Ok(read)
    }
}
