//! JSON Lines: one report a line, `{"id","text","title","published","publisher","url","language"}`, all but `text` optional.
//! A broken line is an error of its own that names it; the lines after it are read.

use crate::{CaptureError, Limits, capture::Captured, digest::sha256, doors::Doors, source::stem};
use isnad_ledger::{Moment, Note};
use serde::Deserialize;
use std::io::{BufRead, Read};

const HINT: &str =
    r#"every line is one object: {"id":"r1","text":"…","published":"2025-12-06T09:24"}; all but text may be left out"#;

#[derive(Deserialize)]
struct Record {
    id: Option<serde_json::Value>,
    text: String,
    title: Option<String>,
    published: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

/// The reports of a stream of lines.
pub(crate) struct Lines<'d, R> {
    doors: &'d Doors,
    place: String,
    input: R,
    line: u64,
    done: bool,
}

impl<'d, R: BufRead> Lines<'d, R> {
    pub(crate) fn new(doors: &'d Doors, place: &str, input: R) -> Lines<'d, R> {
        Lines { doors, place: place.to_owned(), input, line: 0, done: false }
    }

    fn error(&self, problem: impl ToString, hint: &str) -> CaptureError {
        CaptureError::new(format!("{}, line {}", self.place, self.line), problem, hint)
    }

    /// The next line without its end; `None` at the end of the input.
    fn next_line(&mut self, limits: &Limits) -> Result<Option<Vec<u8>>, CaptureError> {
        let mut line = Vec::new();
        self.line += 1;
        let taken = self.input.by_ref().take(limits.text + 1).read_until(b'\n', &mut line);
        let taken = taken.map_err(|error| {
            self.done = true;
            self.error(error, "the input could not be read to its end")
        })?;
        if taken as u64 > limits.text && line.last() != Some(&b'\n') {
            self.skip_line();
            let problem = format!("the line is longer than {} bytes", limits.text);
            return Err(self.error(problem, "part it into reports, one a line"));
        }
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        Ok((taken > 0).then_some(line))
    }

    fn skip_line(&mut self) {
        loop {
            let Ok(buffer) = self.input.fill_buf() else { return self.done = true };
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(buffer.len(), |at| at + 1);
            let last = end.is_some() || buffer.is_empty();
            self.input.consume(used);
            if last {
                return;
            }
        }
    }

    fn read(&self, line: &[u8]) -> Result<Captured, CaptureError> {
        let record: Record =
            serde_json::from_slice(line).map_err(|error| self.error(format!("no report: {error}"), HINT))?;
        let id = match record.id {
            Some(serde_json::Value::String(id)) if !id.is_empty() => id,
            Some(serde_json::Value::Number(number)) => number.to_string(),
            _ => format!("{}#{}", stem(&self.place), self.line),
        };
        let mut notes = Vec::new();
        let published = record.published.and_then(|said| match said.parse::<Moment>() {
            Ok(moment) => Some(moment),
            Err(error) => {
                notes.push(Note { code: "published_unreadable".to_owned(), span: None, text: error.to_string() });
                None
            }
        });
        let mut captured = self.doors.plain(id, record.text, sha256(line));
        let report = &mut captured.report;
        report.title = record.title.or(report.title.take());
        report.published = published;
        report.publisher = record.publisher;
        report.url = record.url;
        report.language = record.language.or(report.language.take());
        captured.notes.extend(notes);
        captured.original.bytes = line.to_vec();
        Ok(captured)
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Result<Captured, CaptureError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.next_line(&self.doors.limits) {
                Ok(None) => self.done = true,
                Ok(Some(line)) if line.trim_ascii().is_empty() => {}
                Ok(Some(line)) => return Some(self.read(&line)),
                Err(error) => return Some(Err(error)),
            }
        }
        None
    }
}
