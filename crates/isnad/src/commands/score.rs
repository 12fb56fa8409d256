//! `isnad score`: how well statements are read, against gold files. It learns nothing and prints no frozen file's words.

use crate::{exit::Exit, hint::WithHint};
use std::path::PathBuf;

/// Score readings against gold files
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Gold: .gold files, .json files in the seed's form, folders of them, or folders with a set.json
    #[arg(required = true, value_name = "GOLD")]
    gold: Vec<PathBuf>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let first = args.gold.first().map_or_else(String::new, |path| path.display().to_string());
    Err(anyhow::anyhow!("{first}: nothing is scored yet")).hint("this command comes with the reader of statements")
}
