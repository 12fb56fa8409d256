//! The doors themselves: a file, standard input or some bytes in, reports out. How a form is read is in its own file.

use crate::{
    CaptureError, Limits,
    capture::Captured,
    decode::decode,
    digest::sha256,
    furniture::Furniture,
    html, jsonl,
    language::Detector,
    plain,
    source::{self, Form, stem},
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
        let mut input = source::open(path, &self.limits)?;
        let place = match path.as_os_str() == "-" {
            true => "stdin".to_owned(),
            false => path.display().to_string(),
        };
        let failed = |error| CaptureError::new(&place, error, "check that it can be read to its end");
        let form = match Form::of_name(path) {
            Some(form) => form,
            None => Form::of_start(input.fill_buf().map_err(failed)?),
        };
        if form == Form::JsonLines {
            return Ok(Box::new(jsonl::Lines::new(self, &place, input)));
        }
        let cap = if form == Form::Html { self.limits.page } else { self.limits.text };
        let mut bytes = Vec::new();
        input.take(cap + 1).read_to_end(&mut bytes).map_err(failed)?;
        let report =
            self.within(&place, bytes.len() as u64, cap).and_then(|()| self.read(&stem(&place), &place, bytes, form));
        Ok(Box::new(std::iter::once(report)))
    }

    /// One text or page from memory; `id` becomes the report's.
    ///
    /// # Errors
    /// [`CaptureError`] if it is too large or no text.
    pub fn bytes(&self, id: &str, bytes: Vec<u8>, form: Form) -> Result<Captured, CaptureError> {
        let cap = if form == Form::Html { self.limits.page } else { self.limits.text };
        self.within(id, bytes.len() as u64, cap)?;
        self.read(id, id, bytes, form)
    }

    fn within(&self, place: &str, size: u64, cap: u64) -> Result<(), CaptureError> {
        if size <= cap {
            return Ok(());
        }
        let problem = format!("it is larger than {} MiB, more than a report can be", cap >> 20);
        Err(CaptureError::new(place, problem, "many reports in one file are read from JSON Lines (.jsonl)"))
    }

    fn read(&self, id: &str, place: &str, bytes: Vec<u8>, form: Form) -> Result<Captured, CaptureError> {
        let capture = sha256(&bytes);
        let declared = if form == Form::Html { html::declared_charset(&bytes) } else { None };
        let (text, notes) = decode(bytes, declared)
            .ok_or_else(|| CaptureError::new(place, "this is no text", "give a text, a page, or JSON Lines"))?;
        let mut captured = match form {
            Form::Html => html::read(self, id, &text, capture)
                .map_err(|problem| CaptureError::new(place, problem, "save the page's text and read that"))?,
            Form::Text | Form::JsonLines => self.plain(id.to_owned(), text, capture),
        };
        captured.notes.extend(notes);
        Ok(captured)
    }

    /// A report of plain text; `capture` is its bytes' SHA-256.
    pub(crate) fn plain(&self, id: String, text: String, capture: String) -> Captured {
        let blocks = plain::blocks(&text, &self.furniture);
        let language = self.languages.detect(&text);
        let published = plain::published(&text, &blocks, language.as_deref() != Some("en"));
        Captured {
            report: Report {
                id,
                url: None,
                title: title(&text, &blocks),
                publisher: None,
                published,
                language,
                sha256: capture,
                text_sha256: sha256(text.as_bytes()),
                text,
                blocks,
            },
            notes: Vec::new(),
        }
    }
}

/// The words of the title block.
pub(crate) fn title(text: &str, blocks: &[Block]) -> Option<String> {
    let title = blocks.iter().find(|block| block.kind == BlockKind::Title)?;
    Some(title.span.of(text).to_owned())
}
