//! A ledger on a terminal: a statement with its speaker, stance and chain, then its words. Names and words of either
//! direction are put between isolates, so that `AP ← family` keeps its order whatever script the names are in.

use anstyle::{AnsiColor, Color, Style};
use isnad_ledger::{Ledger, Span, Stance, Statement};
use std::{
    fmt::Display,
    io::{self, Write},
};

const WIDTH: usize = 96;
const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// Prints one report's statements.
pub(crate) fn write(out: &mut dyn Write, ledger: &Ledger) -> io::Result<()> {
    let report = &ledger.report;
    let title = report.title.as_deref().unwrap_or(&report.id);
    writeln!(out, "{BOLD}{}{BOLD:#}", isolate(title))?;
    let published = report.published.map(|moment| moment.to_string());
    let known = [
        report.publisher.as_deref(),
        published.as_deref(),
        report.title.as_ref().map(|_| report.id.as_str()),
        report.language.as_deref(),
    ];
    let known: Vec<String> = known.into_iter().flatten().map(isolate).collect();
    writeln!(out, "{DIM}{} · {}{DIM:#}\n", known.join(" · "), counted(ledger.statements.len(), "statement"))?;
    let at = Positions::of(&report.text);
    for statement in &ledger.statements {
        one(out, statement, &at)?;
    }
    for note in &ledger.notes {
        writeln!(out, "{DIM}note: {}{DIM:#}", note.text)?;
    }
    if !ledger.notes.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

fn one(out: &mut dyn Write, statement: &Statement, at: &Positions<'_>) -> io::Result<()> {
    let speaker = statement.speaker.as_deref().unwrap_or("(not named)");
    let style = style(statement.stance);
    let inside = statement.inside.iter().map(|outer| format!(" in {outer}")).collect::<String>();
    writeln!(
        out,
        "{DIM}{:>4}{DIM:#} {BOLD}{}{BOLD:#} {style}{}{style:#} {DIM}{:.2}{inside}{DIM:#}",
        statement.id,
        isolate(speaker),
        name(&statement.stance).replace('_', " "),
        statement.confidence,
    )?;
    if let Some(chain) = chain(statement) {
        writeln!(out, "     {chain}")?;
    }
    for (label, spans) in [("said", &statement.cue), ("", &statement.content)] {
        let words: Vec<&str> = spans.iter().map(|span| at.words(*span)).collect();
        let words = words.join(" … ");
        if label.is_empty() {
            wrap(out, &words)?;
        } else if !words.is_empty() {
            let by: Vec<&str> = statement.source.iter().map(|span| at.words(*span)).collect();
            let who = if by.is_empty() { String::new() } else { format!(" · {}", isolate(&by.join(" … "))) };
            writeln!(out, "     {DIM}{}{who}{DIM:#}", isolate(&words))?;
        }
    }
    if let Some(caveat) = &statement.caveat {
        writeln!(out, "     {DIM}caveat: {}{DIM:#}", isolate(at.words(caveat.span)))?;
    }
    writeln!(out)
}

/// `AP ← family`, with the gate the passage is told from in brackets; `None` where the chain says no more than the speaker.
fn chain(statement: &Statement) -> Option<String> {
    let mut links: Vec<String> = statement.chain.iter().map(|name| isolate(name)).collect();
    let gate = statement.gate.as_ref().map(|gate| format!("({})", isolate(&gate.name)));
    if links.len() < 2 && gate.is_none() {
        return None;
    }
    links.splice(0..0, gate);
    Some(links.join(" ← "))
}

/// Prints words in lines of [`WIDTH`], indented; each line is an isolate of its own.
fn wrap(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let mut line = String::new();
    let mut width = 0;
    for word in text.split_whitespace() {
        let more = word.chars().filter(|c| !is_mark(*c)).count() + 1;
        if width + more > WIDTH && width > 0 {
            writeln!(out, "     {}", isolate(&line))?;
            line.clear();
            width = 0;
        }
        if width > 0 {
            line.push(' ');
        }
        line.push_str(word);
        width += more;
    }
    if line.is_empty() { Ok(()) } else { writeln!(out, "     {}", isolate(&line)) }
}

/// Arabic marks take no width.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// The text between first-strong isolates where it has letters that run from right to left. Control characters, with which
/// a hostile report could drive the terminal, are shown as �.
pub(crate) fn isolate(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let rtl =
        clean.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'));
    if rtl { format!("\u{2068}{clean}\u{2069}") } else { clean }
}

/// The word that the JSON has for it.
pub(crate) fn name(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

pub(crate) fn counted(n: usize, what: impl Display) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

fn style(stance: Stance) -> Style {
    let colour = match stance {
        Stance::Asserts => AnsiColor::Green,
        Stance::Alleges | Stance::Accuses => AnsiColor::Yellow,
        Stance::Believes | Stance::Doubts => AnsiColor::Magenta,
        Stance::Denies => AnsiColor::Red,
        Stance::Demands | Stance::Expects => AnsiColor::Blue,
        Stance::NoComment => AnsiColor::White,
    };
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

/// Where every 64th code point of a text begins, so that spans are cut without walking the text.
pub(crate) struct Positions<'t> {
    text: &'t str,
    marks: Vec<usize>,
}

/// Code points between two marks.
const STEP: usize = 64;

impl<'t> Positions<'t> {
    pub(crate) fn of(text: &'t str) -> Positions<'t> {
        Positions { text, marks: bytes(text, 0).step_by(STEP).collect() }
    }

    /// The words of a span; empty if it runs out of the text.
    pub(crate) fn words(&self, span: Span) -> &'t str {
        let byte = |point: u32| {
            let mark = *self.marks.get(point as usize / STEP)?;
            bytes(self.text, mark).nth(point as usize % STEP)
        };
        byte(span.start()).zip(byte(span.end())).map_or("", |(start, end)| &self.text[start..end])
    }
}

/// Where the code points of a text begin from a byte on, its end included.
fn bytes(text: &str, from: usize) -> impl Iterator<Item = usize> {
    text[from..].char_indices().map(move |(at, _)| from + at).chain([text.len()])
}

#[cfg(test)]
mod tests {
    use super::Positions;
    use isnad_ledger::Span;

    #[test]
    fn words_of_any_span() {
        let text = "قال: yes ".repeat(15);
        let length = text.chars().count() as u32;
        let at = Positions::of(&text);
        for (start, end) in [(0, 3), (60, 64), (64, 128), (63, length), (length, length), (0, 0)] {
            let span = Span::within(start, end, length).unwrap();
            assert_eq!(at.words(span), span.of(&text));
        }
    }
}
