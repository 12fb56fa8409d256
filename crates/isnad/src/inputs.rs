//! Reading the reports that a command was given, with progress on many, a message for each that fails, and how it ended.

use crate::{exit::Exit, hint, places, tables};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use isnad_capture::{Doors, Original, files};
use isnad_flow::{Direction, Options, Reader, read_files};
use isnad_ledger::{Ledger, Moment};
use std::{
    io,
    path::{Path, PathBuf},
};

/// Files from which progress is shown.
const MANY: usize = 8;

/// The arguments of every command that reads reports.
#[derive(clap::Args)]
pub(crate) struct Inputs {
    /// Reports (.txt .html .jsonl .warc .wacz .xml, also .gz), folders of them, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// When the reports were published, e.g. 2025-12-06 or 2025-12-06T09:24; wins over what they say themselves
    #[arg(long, value_name = "DATE")]
    published: Option<Moment>,
    /// Which way a bare weekday, day or month points: always back, always forward, or as the clause around it speaks
    #[arg(long, value_enum, value_name = "past|future|tense", default_value_t = Way::Tense, hide_possible_values = true)]
    direction: Way,
    /// Tables of yours to lay over the built-in ones: DIR/ar/*.tsv, DIR/en/*.tsv, DIR/shared/*.tsv
    #[arg(long, value_name = "DIR")]
    languages: Option<PathBuf>,
}

/// The values of `--direction`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Way {
    Past,
    Future,
    Tense,
}

impl From<Way> for Direction {
    fn from(way: Way) -> Direction {
        match way {
            Way::Past => Direction::Past,
            Way::Future => Direction::Future,
            Way::Tense => Direction::Tense,
        }
    }
}

impl Inputs {
    /// The folder of tables to lay over the built-in ones.
    pub(crate) fn languages(&self) -> Option<&Path> {
        self.languages.as_deref()
    }

    /// Reads all reports and hands on their ledgers, with what they were read from, in order. Inputs that fail cost a message each and make the
    /// whole [`Exit::Failed`].
    pub(crate) fn read(&self, each: &mut dyn FnMut(Ledger, Original) -> io::Result<()>) -> anyhow::Result<Exit> {
        let tables = tables::load(self.languages.as_deref())?;
        let (reader, doors) = (Reader::new(&tables).with_places(places::installed()), Doors::new(&tables));
        let mut exit = Exit::Done;
        let mut all = Vec::new();
        for path in &self.files {
            match files(path) {
                Ok(found) if found.is_empty() => {
                    exit = Exit::Failed;
                    hint::fail(
                        &format!("{}: no report in this folder", path.display()),
                        "reports end in .txt, .html, .jsonl, .warc, .wacz or .xml",
                    );
                }
                Ok(found) => all.extend(found),
                Err(error) => {
                    exit = Exit::Failed;
                    hint::fail(&error.to_string(), &error.hint);
                }
            }
        }
        let bar = bar(all.len());
        let mut out = |read: Result<(Ledger, Original), isnad_capture::CaptureError>| match read {
            Ok((ledger, original)) => bar.suspend(|| each(ledger, original)),
            Err(error) => {
                exit = Exit::Failed;
                bar.suspend(|| hint::fail(&error.to_string(), &error.hint));
                Ok(())
            }
        };
        let options = Options { published: self.published, direction: self.direction.into() };
        read_files(&reader, &doors, &all, &options, &mut out, &mut |progress| {
            bar.set_position(progress.files as u64);
            bar.set_message(format!("{} reports", progress.reports));
        })?;
        bar.finish_and_clear();
        Ok(exit)
    }
}

fn bar(files: usize) -> ProgressBar {
    if files < MANY {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:30} {pos}/{len} files, {msg}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
