//! `isnad match`: are two names the same, over a table of pairs or over two lists. It reads no reports.

use crate::{exit::Exit, hint, hint::WithHint, out, tables};
use isnad_name::same::{Comparison, Index, Matcher, Verdict};
use rayon::prelude::*;
use std::{fs, io::Write, path::Path, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  isnad match pairs.tsv              a score and a verdict for each row
  isnad match --json ours.txt theirs.txt

PAIRS.tsv: columns 1 and 2 are the two names, other columns are passed over; a first row 'arabic⇥latin' is a header.
Two lists: a name a line (column 1); printed are the rows of both that are the same name.
A verdict is 'same', 'different' or 'open': one name holds less than the other, and only context can decide.";

/// Names compared at a time.
const CHUNK: usize = 4096;
const LARGEST: u64 = 1 << 30;
/// Characters of a broken row that a message shows.
const SHOWN: usize = 60;

/// Tell whether two spellings are one name
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A table of pairs, or the first of two lists
    #[arg(value_name = "PAIRS")]
    first: PathBuf,
    /// The second of two lists
    #[arg(value_name = "LIST")]
    second: Option<PathBuf>,
    /// Print JSON Lines: {"a","b","score","same"}
    #[arg(long)]
    json: bool,
    /// Tables of yours to lay over the built-in ones
    #[arg(long, value_name = "DIR")]
    languages: Option<PathBuf>,
    /// Write here instead of to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let matcher = Matcher::new(&tables::load(args.languages.as_deref())?);
    let first = read(&args.first)?;
    let second = args.second.as_deref().map(read).transpose()?;
    let mut out = out::open(args.out.as_deref())?;
    let mut exit = Exit::Done;
    match second {
        None => {
            let (pairs, broken) = pairs(&first);
            exit = exit.max(complain(&args.first, &broken, "no two names", "part the two names with a tab"));
            for chunk in pairs.chunks(CHUNK) {
                let compare = |&(a, b): &(&str, &str)| matcher.compare(&matcher.spelling(a), &matcher.spelling(b));
                let compared: Vec<Comparison> = chunk.par_iter().map(compare).collect();
                for ((a, b), comparison) in chunk.iter().zip(compared) {
                    write(&mut out, args.json, a, b, comparison)?;
                }
            }
        }
        Some(second) => {
            let ((ours, broken), (theirs, broken_too)) = (names(&first), names(&second));
            let second = args.second.as_deref().unwrap_or(&args.first);
            for (path, broken) in [(args.first.as_path(), broken), (second, broken_too)] {
                exit = exit.max(complain(path, &broken, "no name", "a name stands in the first column of each line"));
            }
            let index = Index::new(&matcher, theirs.iter().copied());
            for chunk in ours.chunks(CHUNK) {
                let found: Vec<_> = chunk.par_iter().map(|name| index.find(name)).collect();
                for (name, found) in chunk.iter().zip(found) {
                    for (at, comparison) in found {
                        write(&mut out, args.json, name, theirs[at], comparison)?;
                    }
                }
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

/// A file's text. What is not UTF-8 in it is replaced, so that one bad row costs one row.
fn read(path: &Path) -> anyhow::Result<String> {
    const HINT: &str = "give a text file of at most 1 GB: a name, or two names and a tab between them, a line";
    let size = fs::metadata(path).map_err(|error| hint::file(path, &error)).hint(HINT)?.len();
    if size > LARGEST {
        return Err(anyhow::anyhow!("{}: larger than 1 GB", path.display())).hint(HINT);
    }
    let bytes = fs::read(path).map_err(|error| hint::file(path, &error)).hint(HINT)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty())
}

/// A table's rows that can be compared, and the others with the numbers of their lines.
type Rows<'t, T> = (Vec<T>, Vec<(usize, &'t str)>);

/// The pairs of a table.
fn pairs(text: &str) -> Rows<'_, (&str, &str)> {
    let (mut pairs, mut broken) = (Vec::new(), Vec::new());
    for (number, line) in lines(text) {
        let mut cells = line.split('\t').map(str::trim);
        match (cells.next(), cells.next()) {
            (Some("arabic"), Some("latin")) if number == 1 => {}
            (Some(a), Some(b)) if is_name(a) && is_name(b) => pairs.push((a, b)),
            _ => broken.push((number, line)),
        }
    }
    (pairs, broken)
}

/// The names of a list.
fn names(text: &str) -> Rows<'_, &str> {
    let (mut names, mut broken) = (Vec::new(), Vec::new());
    for (number, line) in lines(text) {
        match line.split('\t').next().map(str::trim).filter(|name| is_name(name)) {
            Some(name) => names.push(name),
            None => broken.push((number, line)),
        }
    }
    (names, broken)
}

/// Whether a cell holds a letter: marks of direction and stops alone name nobody.
fn is_name(cell: &str) -> bool {
    cell.contains(char::is_alphanumeric)
}

/// Says which rows of a file were passed over. Characters that steer the screen are left out of what is shown of them.
fn complain(path: &Path, broken: &[(usize, &str)], lacks: &str, advice: &str) -> Exit {
    for (line, text) in broken {
        let shown = text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| !is_steering(*c));
        let row: String = shown.take(SHOWN).collect();
        hint::fail(&format!("{}, line {line}: {lacks} in this row: {}", path.display(), row.trim()), advice);
    }
    if broken.is_empty() { Exit::Done } else { Exit::Failed }
}

fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn write(out: &mut dyn Write, json: bool, a: &str, b: &str, comparison: Comparison) -> anyhow::Result<()> {
    let score = (f64::from(comparison.score) * 1000.0).round() / 1000.0;
    let same = comparison.verdict == Verdict::Same;
    if json {
        writeln!(out, "{}", serde_json::json!({"a": a, "b": b, "score": score, "same": same}))?;
    } else {
        let verdict = match comparison.verdict {
            Verdict::Same => "same",
            Verdict::Different => "different",
            Verdict::Open => "open",
        };
        writeln!(out, "{verdict}\t{score:.3}\t{a}\t{b}")?;
    }
    Ok(())
}
