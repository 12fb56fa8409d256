//! Many files, many reports, few in memory: reports come in one after another, are read side by side in batches, and go out
//! in the order they came in, whatever the number of threads.

use crate::{Options, Reader};
use isnad_capture::{CaptureError, Captured, Doors, Ids, Original};
use isnad_ledger::Ledger;
use rayon::prelude::*;
use std::{io, path::PathBuf};

/// Reports of a batch.
const REPORTS: usize = 64;
/// Bytes of text from which a batch is full.
const BYTES: usize = 4 << 20;

/// How far a run has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files taken in so far, the current one included.
    pub files: usize,
    /// Reports read so far.
    pub reports: usize,
    /// Inputs that failed so far.
    pub failed: usize,
}

/// Reads all reports of the files, in order. `each` gets every ledger with the capture that it was
/// read from, and an error for every input that cannot be read;
/// `progress` is told after each file and batch.
///
/// # Errors
/// Only those of `each`: the run stops at the first.
pub fn read_files(
    reader: &Reader,
    doors: &Doors,
    files: &[PathBuf],
    options: &Options,
    each: &mut dyn FnMut(Result<(Ledger, Original), CaptureError>) -> io::Result<()>,
    progress: &mut dyn FnMut(Progress),
) -> io::Result<()> {
    let mut run = Run { reader, options, each, progress, at: Progress::default(), batch: Vec::new(), bytes: 0 };
    let mut ids = Ids::default();
    for file in files {
        run.at.files += 1;
        match doors.open(file) {
            Err(error) => run.push(Err(error))?,
            Ok(reports) => {
                for mut report in reports {
                    if let Ok(captured) = &mut report {
                        ids.part(captured);
                    }
                    run.push(report)?;
                }
            }
        }
        (run.progress)(run.at);
    }
    run.flush()
}

struct Run<'r> {
    reader: &'r Reader,
    options: &'r Options,
    each: &'r mut dyn FnMut(Result<(Ledger, Original), CaptureError>) -> io::Result<()>,
    progress: &'r mut dyn FnMut(Progress),
    at: Progress,
    batch: Vec<Result<Captured, CaptureError>>,
    bytes: usize,
}

impl Run<'_> {
    fn push(&mut self, report: Result<Captured, CaptureError>) -> io::Result<()> {
        self.bytes += report.as_ref().map_or(0, |captured| captured.report.text.len() + captured.original.bytes.len());
        self.batch.push(report);
        if self.batch.len() >= REPORTS || self.bytes >= BYTES {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.bytes = 0;
        let (reader, options) = (self.reader, self.options);
        let read: Vec<_> = std::mem::take(&mut self.batch)
            .into_par_iter()
            .map(|report| {
                report.map(|mut captured| {
                    let original = std::mem::take(&mut captured.original);
                    (reader.read(captured, options), original)
                })
            })
            .collect();
        for ledger in read {
            self.at.reports += usize::from(ledger.is_ok());
            self.at.failed += usize::from(ledger.is_err());
            (self.each)(ledger)?;
        }
        (self.progress)(self.at);
        Ok(())
    }
}
