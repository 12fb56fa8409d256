//! What a developer runs with `cargo xtask …`, one task a file. Nothing here is part of the program.

mod ablate;
mod calibrate;
mod corpus;
mod learn;
mod measure;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask learn [--misses] [--test=GOLD] [FOLDER…]
                                                the statement resolver's weights and curve of confidence
       cargo xtask ablate [FOLDER…]                what learning and each construction bring, as tables; takes minutes
       cargo xtask explain ar|en WORDS…         why a sentence is read as it is
       cargo xtask measure                      start-up time and memory of the release build, for BENCHMARKS.md";

fn folders_or_gold(folders: &[&str]) -> Vec<String> {
    let folders = if folders.is_empty() { &["gold"] } else { folders };
    folders.iter().map(|folder| (*folder).to_owned()).collect()
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["learn", rest @ ..] => {
            let (options, folders): (Vec<&str>, Vec<&str>) = rest.iter().partition(|word| word.starts_with("--"));
            learn::run(root, &folders_or_gold(&folders), &options)
        }
        ["ablate", folders @ ..] => ablate::run(root, &folders_or_gold(folders)).map(|tables| eprint!("{tables}")),
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
