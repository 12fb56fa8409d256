//! The commands, one a file: its `Args` with clap's derive, and `run`. To add one, copy a file, then name it in the two
//! places below; help and completions follow from it.

mod match_names;
mod open;
mod places;
mod read;
mod score;
mod weigh;

use crate::exit::Exit;

/// What Isnad can be asked to do.
#[derive(clap::Subcommand)]
pub(crate) enum Command {
    Match(match_names::Args),
    Open(open::Args),
    Places(places::Args),
    Read(read::Args),
    Score(score::Args),
    Weigh(weigh::Args),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> anyhow::Result<Exit> {
        match self {
            Command::Match(args) => match_names::run(args),
            Command::Open(args) => open::run(args),
            Command::Places(args) => places::run(args),
            Command::Read(args) => read::run(args),
            Command::Score(args) => score::run(args),
            Command::Weigh(args) => weigh::run(args),
        }
    }
}
