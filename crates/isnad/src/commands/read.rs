//! `isnad read`: one ledger a report, on screen, as JSON Lines, or as one self-contained page. It weighs nothing.

use crate::{exit::Exit, inputs::Inputs, out, view};
use isnad_ledger::Ledger;
use std::{io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  isnad read report.txt                        who said what, on screen
  isnad read --published 2025-12-06 report.txt the date that \"yesterday\" counts from
  isnad read --json *.html > ledgers.jsonl     one JSON object a report
  isnad read --html marked.html report.html    a page with every source, cue and content marked
  curl -s … | isnad read -                     standard input: a text, a page or JSON Lines

Exit status: 0 if every report was read, 1 if some were not (each is named), 2 for wrong usage.";

/// Read reports: who said what, and through whom
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// Print ledgers as JSON Lines
    #[arg(long)]
    json: bool,
    /// Write one self-contained page with sources, cues and contents marked
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Write here instead of to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let quiet = args.html.is_some() && !args.json && args.out.is_none();
    let mut page = match &args.html {
        Some(path) => Some(view::page::Page::begin(out::open(Some(path))?)?),
        None => None,
    };
    let path = args.out.as_deref();
    let mut out = if args.json { out::open_plain(path) } else { out::open(path) }?;
    let mut write = |ledger: Ledger, _| {
        if let Some(page) = &mut page {
            page.add(&ledger)?;
        }
        match (args.json, quiet) {
            (true, _) => {
                serde_json::to_writer(&mut out, &ledger)?;
                writeln!(out)
            }
            (false, false) => view::terminal::write(&mut out, &ledger),
            (false, true) => Ok(()),
        }
    };
    let exit = args.inputs.read(&mut write)?;
    out.flush()?;
    if let Some(page) = page {
        page.end()?;
    }
    Ok(exit)
}
