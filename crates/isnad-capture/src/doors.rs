//! The doors themselves: a file, standard input or some bytes in, reports out. How a form is read is in its own file.

use crate::{
    CaptureError, Limits,
    capture::{Captured, Original},
    decode::decode,
    digest::sha256,
    feed,
    furniture::Furniture,
    html, jsonl,
    language::Detector,
    plain,
    source::{self, Form, place_of, stem},
    wacz, warc,
};
use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Report};
use std::{
    io::{BufRead, Read},
    path::Path,
};

/// Takes reports in.
///
/// ```
/// use isnad_capture::{Doors, Form};
/// let doors = Doors::new(isnad_languages::Tables::embedded());
/// let captured = doors.bytes("r1", "Raid kills six\n\nSix people died, a doctor said.".into(), Form::Text).unwrap();
/// assert_eq!(captured.report.title.as_deref(), Some("Raid kills six"));
/// assert_eq!(captured.report.language.as_deref(), Some("en"));
/// ```
#[derive(Debug)]
pub struct Doors {
    pub(crate) limits: Limits,
    pub(crate) furniture: Furniture,
    pub(crate) languages: Detector,
}

/// The reports of one input.
pub type Reports<'d> = Box<dyn Iterator<Item = Result<Captured, CaptureError>> + 'd>;

impl Doors {
    /// Doors with the default caps.
    pub fn new(tables: &Tables) -> Doors {
        Doors::with_limits(tables, Limits::default())
    }

    /// Doors with other caps.
    pub fn with_limits(tables: &Tables, limits: Limits) -> Doors {
        Doors { limits, furniture: Furniture::new(tables), languages: Detector::new(tables) }
    }

    /// The reports of a file, or of standard input for `-`; its form goes by its name, else by how it starts. JSON Lines
    /// are read as they are asked for.
    ///
    /// # Errors
    /// [`CaptureError`] if the file cannot be opened; what is wrong inside comes with the reports.
    pub fn open(&self, path: &Path) -> Result<Reports<'_>, CaptureError> {
        if Form::of_name(path) == Some(Form::Wacz) {
            return wacz::open(self, path);
        }
        let mut input = source::open(path, &self.limits)?;
        let place = place_of(path);
        let failed = |error| CaptureError::new(&place, error, "check that it can be read to its end");
        let form = match Form::of_name(path) {
            Some(form) => form,
            None => Form::of_start(input.fill_buf().map_err(failed)?),
        };
        match form {
            Form::JsonLines => return Ok(Box::new(jsonl::Lines::new(self, &place, input))),
            Form::Warc => return Ok(Box::new(warc::Records::new(self, &place, input))),
            Form::Text | Form::Html | Form::Wacz | Form::Feed => {}
        }
        let cap = self.cap(form);
        let mut bytes = Vec::new();
        input.take(cap + 1).read_to_end(&mut bytes).map_err(failed)?;
        self.within(&place, bytes.len() as u64, cap)?;
        if form == Form::Feed {
            let xml = decode(bytes, None)
                .ok_or_else(|| CaptureError::new(&place, "this is no text", "a feed is RSS or Atom"))?;
            return Ok(Box::new(feed::read(self, &place, &xml.text).into_iter()));
        }
        Ok(Box::new(std::iter::once(self.read(&stem(&place), &place, bytes, form))))
    }

    /// One page ([`Form::Html`]) or text (any other form) from memory; `id` becomes the report's.
    ///
    /// # Errors
    /// [`CaptureError`] if it is too large or no text.
    pub fn bytes(&self, id: &str, bytes: Vec<u8>, form: Form) -> Result<Captured, CaptureError> {
        self.within(id, bytes.len() as u64, self.cap(form))?;
        self.read(id, id, bytes, form)
    }

    fn cap(&self, form: Form) -> u64 {
        if form == Form::Html { self.limits.page } else { self.limits.text }
    }

    fn within(&self, place: &str, size: u64, cap: u64) -> Result<(), CaptureError> {
        if size <= cap {
            return Ok(());
        }
        let problem = format!("it is larger than {} MiB, more than a report can be", cap >> 20);
        Err(CaptureError::new(place, problem, "many reports in one file are read from JSON Lines (.jsonl)"))
    }

    pub(crate) fn read(&self, id: &str, place: &str, bytes: Vec<u8>, form: Form) -> Result<Captured, CaptureError> {
        let capture = sha256(&bytes);
        let declared = if form == Form::Html { html::declared_charset(&bytes) } else { None };
        let decoded = decode(bytes.clone(), declared)
            .ok_or_else(|| CaptureError::new(place, "this is no text", "give a text, a page, or JSON Lines"))?;
        let mut captured = match form {
            Form::Html => html::read(self, id, &decoded.text, capture)
                .map_err(|problem| CaptureError::new(place, problem, "save the page's text and read that"))?,
            _ => self.plain(id.to_owned(), decoded.text, capture),
        };
        captured.notes.extend(decoded.notes);
        captured.original = Original { bytes, charset: decoded.charset, retrieved: None };
        Ok(captured)
    }

    /// A report of plain text; `capture` is its bytes' SHA-256.
    pub(crate) fn plain(&self, id: String, text: String, capture: String) -> Captured {
        let blocks = plain::blocks(&text, &self.furniture);
        let language = self.languages.detect(&text);
        Captured {
            report: Report {
                id,
                url: None,
                title: title(&text, &blocks),
                publisher: None,
                published: None,
                language,
                sha256: capture,
                text_sha256: sha256(text.as_bytes()),
                text,
                blocks,
            },
            notes: Vec::new(),
            original: Original::default(),
        }
    }
}

/// The words of the title block.
pub(crate) fn title(text: &str, blocks: &[Block]) -> Option<String> {
    let title = blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    Some(title.span.of(text).to_owned())
}
