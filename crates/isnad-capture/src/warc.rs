//! Web archives (ISO 28500): each page that a server answered with becomes a report. Records are streamed, so that an
//! archive larger than the memory is no trouble; scripts, pictures and pages without prose are passed over.

use crate::{
    CaptureError,
    capture::Captured,
    doors::Doors,
    http,
    source::{Form, stem},
};
use isnad_ledger::BlockKind;
use std::io::{self, BufRead, Read};

/// Bytes of a record's header lines.
const HEADER: u64 = 64 << 10;

const HINT: &str = "the records before it were read; check that the archive was written to its end";

/// The pages of a stream of records.
pub(crate) struct Records<'d> {
    doors: &'d Doors,
    place: String,
    input: Box<dyn BufRead + 'd>,
    record: u64,
    done: bool,
}

/// What is taken from a record's header.
#[derive(Default)]
struct Header {
    kind: String,
    url: Option<String>,
    date: Option<String>,
    length: u64,
}

impl<'d> Records<'d> {
    pub(crate) fn new(doors: &'d Doors, place: &str, input: Box<dyn BufRead + 'd>) -> Records<'d> {
        Records { doors, place: place.to_owned(), input, record: 0, done: false }
    }

    /// The next record's page; `Ok(None)` if it holds none.
    fn record(&mut self) -> io::Result<Option<Result<Captured, CaptureError>>> {
        let Some(header) = self.header()? else {
            self.done = true;
            return Ok(None);
        };
        self.record += 1;
        let cap = self.doors.limits.page + HEADER;
        let mut block = Vec::new();
        if header.kind == "response" && header.length <= cap {
            self.input.by_ref().take(header.length).read_to_end(&mut block)?;
        }
        let rest = header.length - block.len() as u64;
        if io::copy(&mut self.input.by_ref().take(rest), &mut io::sink())? < rest {
            return Err(io::Error::other("the last record is cut off"));
        }
        let Some(page) = http::page(&block, &self.doors.limits) else { return Ok(None) };
        let id = format!("{}#{}", stem(&self.place), self.record);
        let place = format!("{}, record {}", self.place, self.record);
        Ok(match self.doors.read(&id, &place, page, Form::Html) {
            Ok(captured) if captured.report.blocks.iter().all(|block| block.kind != BlockKind::Paragraph) => None,
            Ok(mut captured) => {
                captured.report.url = header.url.or(captured.report.url);
                captured.original.retrieved = header.date;
                Some(Ok(captured))
            }
            Err(error) => Some(Err(error)),
        })
    }

    /// The next record's header; `None` at the end of the archive.
    fn header(&mut self) -> io::Result<Option<Header>> {
        let mut lines = self.input.by_ref().take(HEADER);
        let mut line = Vec::new();
        while line.trim_ascii().is_empty() {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
        }
        if !line.starts_with(b"WARC/") {
            return Err(io::Error::other("a record does not begin with WARC/"));
        }
        let mut header = Header::default();
        let mut length = None;
        loop {
            line.clear();
            if lines.read_until(b'\n', &mut line)? == 0 {
                return Err(io::Error::other("a record's header has no end"));
            }
            let text = String::from_utf8_lossy(line.trim_ascii());
            if text.is_empty() {
                break;
            }
            let (key, value) = text.split_once(':').unwrap_or((&text, ""));
            match (key.to_ascii_lowercase().as_str(), value.trim()) {
                ("warc-type", value) => header.kind = value.to_ascii_lowercase(),
                ("warc-target-uri", value) => header.url = Some(value.trim_matches(['<', '>']).to_owned()),
                ("warc-date", value) => header.date = Some(value.to_owned()),
                ("content-length", value) => length = value.parse().ok(),
                _ => {}
            }
        }
        header.length = length.ok_or_else(|| io::Error::other("a record does not say how long it is"))?;
        Ok(Some(header))
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Captured, CaptureError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.record() {
                Ok(None) => {}
                Ok(page) => return page,
                Err(error) => {
                    self.done = true;
                    let place = format!("{}, after record {}", self.place, self.record);
                    return Some(Err(CaptureError::new(place, error, HINT)));
                }
            }
        }
        None
    }
}
