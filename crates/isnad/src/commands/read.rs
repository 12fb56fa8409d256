//! `isnad read`: one ledger a report, on screen, as JSON Lines, or as one self-contained page. It weighs nothing.

use crate::{exit::Exit, hint, out};
use std::path::PathBuf;

/// Read reports: who said what, and through whom
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Reports: .txt .html .jsonl, folders of them, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write here instead of to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let mut out = out::open(args.out.as_deref())?;
    for file in &args.files {
        hint::warn(&format!("{}: not read yet", file.display()));
    }
    out.flush()?;
    Ok(Exit::Failed)
}
