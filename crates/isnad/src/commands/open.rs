//! `isnad open`: reads reports, weighs them, and shows the desk in the browser. It keeps nothing; the desk shows what is in
//! memory until the command ends.

use crate::hint::WithHint;
use crate::{exit::Exit, inputs::Inputs, tables};
use isnad_capture::Original;
use isnad_desk::{Capture, Desk, Memory};
use isnad_ledger::Ledger;
use isnad_weigh::Weigher;
use std::io::{IsTerminal, Write};
use std::net::SocketAddr;

const EXAMPLES: &str = "\
Examples:
  isnad open examples/al-dumayr                accounts side by side, in the browser
  isnad open --no-browser reports.jsonl        print the address only
  isnad open --listen 127.0.0.1:8080 reports/  at an address of one's own

The printed address has a token that opens the desk once; the browser keeps a cookie until the command ends. No page asks
any other host for anything.

Exit status: 1 if no report could be read or the address is taken, 2 for wrong usage; otherwise it runs until it is stopped.";

/// Bytes of captures that are kept to be looked at; of reports beyond, the text as it was read is shown.
const MOST: usize = 512 << 20;

/// Open reports in the browser: incidents, accounts, chains
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// Where the desk listens; port 0 is any free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Open no browser
    #[arg(long)]
    no_browser: bool,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let mut ledgers: Vec<Ledger> = Vec::new();
    let (mut captures, mut room) = (Vec::new(), MOST);
    let exit = args.inputs.read(&mut |ledger, original| {
        if let Some(left) = room.checked_sub(original.bytes.len()) {
            room = left;
            let Original { bytes, charset, retrieved } = original;
            captures.push((ledger.report.id.clone(), Capture { bytes, charset: charset.to_owned(), retrieved }));
        }
        ledgers.push(ledger);
        Ok(())
    })?;
    if ledgers.is_empty() {
        return Ok(Exit::Failed);
    }
    let tables = tables::load(args.inputs.languages())?;
    let weighed = Weigher::new(&tables).weigh(&ledgers);
    anstream::eprintln!("{} reports, {} incidents", ledgers.len(), weighed.incidents.len());
    let desk = Desk::bind(args.listen, Memory::new(ledgers, weighed).with_captures(captures))
        .hint("give another address with --listen, or leave it out for any free port")?;
    let url = desk.url();
    let mut out = anstream::stdout();
    writeln!(out, "{url}")?;
    out.flush()?;
    if !args.no_browser && std::io::stdout().is_terminal() && open::that_detached(&url).is_err() {
        anstream::eprintln!("No browser could be started; open the address above. Ctrl-C ends the desk.");
    }
    desk.serve()?;
    Ok(exit)
}
