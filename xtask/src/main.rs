//! What a developer runs with `cargo xtask …`. Nothing here is part of the program.

mod learn;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask test              every check that CI runs
       cargo xtask learn [--misses] [FOLDER…]   the weights of the statement resolver, from gold/";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => ExitCode::SUCCESS,
        ["learn", rest @ ..] => {
            let (options, folders): (Vec<&str>, Vec<&str>) = rest.iter().partition(|word| word.starts_with("--"));
            let folders = if folders.is_empty() { vec!["gold"] } else { folders };
            let folders: Vec<String> = folders.into_iter().map(str::to_owned).collect();
            match learn::run(root, &folders, &options) {
                Ok(()) => ExitCode::SUCCESS,
                Err(problem) => {
                    eprintln!("error: {problem}");
                    ExitCode::FAILURE
                }
            }
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}
