//! The `isnad` program: flags, messages and exit codes around the libraries. It reads, weighs and shows nothing itself.
//!
//! A command is a file in `commands/`; exit codes are in `Exit`, messages with a `hint:` line in `hint`.

mod commands;
mod exit;
mod hint;
mod inputs;
mod out;
mod places;
mod tables;
mod view;

use clap::Parser;
use std::process::ExitCode;

/// Isnad reads news reports of contested incidents and shows who said what, through whom it reached the reader, and
/// where the accounts part.
#[derive(Parser)]
#[command(name = "isnad", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(exit) => exit.into(),
        Err(error) if out::is_closed_pipe(&error) => exit::Exit::Done.into(),
        Err(error) => {
            hint::print(&error);
            exit::Exit::Failed.into()
        }
    }
}
