//! What a developer runs with `cargo xtask …`, one task a file. Nothing here is part of the program.

mod calibrate;
mod corpus;
mod learn;
mod measure;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask learn [--misses] [--test=GOLD] [FOLDER…]
                                                the statement resolver's weights and curve of confidence
       cargo xtask explain ar|en WORDS…         why a sentence is read as it is
       cargo xtask measure                      start-up time and memory of the release build, for BENCHMARKS.md";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["learn", rest @ ..] => {
            let (options, folders): (Vec<&str>, Vec<&str>) = rest.iter().partition(|word| word.starts_with("--"));
            let folders = if folders.is_empty() { vec!["gold"] } else { folders };
            let folders: Vec<String> = folders.into_iter().map(str::to_owned).collect();
            learn::run(root, &folders, &options)
        }
        ["explain", language, words @ ..] => {
            let raw = words.join(" ");
            let reader = isnad_statement::StatementReader::new(isnad_languages::Tables::embedded());
            let text = isnad_text::Text::new(&raw);
            let names = isnad_name::NameReader::new(isnad_languages::Tables::embedded()).read(&text, language, &[]).0;
            eprint!("{}", reader.explain(&text, language, &[], &names));
            Ok(())
        }
        ["measure"] => measure::run(root),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
