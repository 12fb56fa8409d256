//! Errors that say what to do: an error's message, its causes, and a `hint:` line. Libraries' errors pass through as they are.

use anstyle::{AnsiColor, Style};
use std::{fmt, io, path::Path};

/// An error with a line of advice.
#[derive(Debug)]
struct Hinted {
    source: anyhow::Error,
    hint: String,
}

impl fmt::Display for Hinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.source)
    }
}

impl std::error::Error for Hinted {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.source()
    }
}

/// Adds advice to a failing result.
pub(crate) trait WithHint<T> {
    /// What the user can do about it, as one line.
    fn hint(self, advice: impl Into<String>) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> WithHint<T> for Result<T, E> {
    fn hint(self, advice: impl Into<String>) -> anyhow::Result<T> {
        self.map_err(|error| anyhow::Error::new(Hinted { source: error.into(), hint: advice.into() }))
    }
}

/// Prints an error to standard error: `error: what: why`, then `hint: what to do`.
pub(crate) fn print(error: &anyhow::Error) {
    line("error", AnsiColor::Red.on_default().bold(), &format!("{error:#}"));
    for hinted in error.chain().filter_map(|e| e.downcast_ref::<Hinted>()) {
        line("hint", AnsiColor::Cyan.on_default().bold(), &hinted.hint);
    }
}

/// Prints what is wrong with one input of a batch and what to do about it.
pub(crate) fn fail(text: &str, advice: &str) {
    line("error", AnsiColor::Red.on_default().bold(), text);
    line("hint", AnsiColor::Cyan.on_default().bold(), advice);
}

/// An error about a file, in the operating system's words without its number.
pub(crate) fn file(path: &Path, error: &io::Error) -> anyhow::Error {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text).to_lowercase();
    anyhow::anyhow!("{}: {words}", path.display())
}

/// Prints a warning: something was left out, and the rest goes on.
pub(crate) fn warn(text: &str) {
    line("warning", AnsiColor::Yellow.on_default().bold(), text);
}

fn line(label: &str, style: Style, text: &str) {
    anstream::eprintln!("{style}{label}{style:#}: {text}");
}
