//! `isnad weigh`: reads reports and lays them beside each other: incidents, who stands against whom over what, and how many
//! independent origins there are. It keeps nothing and needs no archive.

use crate::{exit::Exit, inputs::Inputs, out, tables, view::weighed};
use isnad_ledger::Ledger;
use isnad_weigh::Weigher;
use std::{io::Write, path::PathBuf};

/// Ledgers weighed at once while reading goes on.
const BATCH: usize = 256;

const EXAMPLES: &str = "\
Examples:
  isnad weigh examples/al-dumayr               questions by positions, and the way each origin's word took
  isnad weigh --explain examples/al-dumayr     why events were joined or kept apart, why positions exclude each other
  isnad weigh --html raid.html reports/*.html  one self-contained page, with the way drawn
  isnad weigh --json reports.jsonl             one JSON object

Exit status: 0 if every report was read, 1 if some were not (each is named), 2 for wrong usage.";

/// Weigh reports against each other: incidents, disputes, and who stands behind what
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Write one self-contained page: questions by positions, and the way the story took
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Say in a line why events were joined or kept apart and why positions exclude each other
    #[arg(long)]
    explain: bool,
    /// Write here instead of to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let page = args.html.as_ref().map(|path| out::open(Some(path))).transpose()?;
    let mut out = out::open(args.out.as_deref())?;
    let tables = tables::load(args.inputs.languages())?;
    let weigher = Weigher::new(&tables);
    let mut weighing = weigher.start();
    let mut faces = weighed::Faces::default();
    let mut batch: Vec<Ledger> = Vec::new();
    let exit = args.inputs.read(&mut |ledger, _| {
        faces.add(&ledger);
        batch.push(ledger);
        if batch.len() >= BATCH {
            weighing.add(&batch);
            batch.clear();
        }
        Ok(())
    })?;
    weighing.add(&batch);
    let weighed = weighing.weighed();
    if let Some(mut page) = page {
        weighed::page::write(&mut page, &weighed, &faces)?;
        page.flush()?;
    }
    if args.json {
        serde_json::to_writer(&mut out, &weighed)?;
        writeln!(out)?;
    } else if args.html.is_none() || args.out.is_some() {
        weighed::terminal::write(&mut out, &weighed, &faces)?;
    }
    if args.explain && !args.json {
        for line in weighing.explain(&weighed) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(exit)
}
