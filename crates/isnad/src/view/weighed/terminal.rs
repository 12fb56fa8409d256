//! What weighing found on a terminal: for each incident how many sources and gates there really are, its questions by
//! positions, then the tree of who told it through whom. Names of either direction are put between isolates.

use super::{
    Faces, answer, by_weight, mentioned, question, reports, roots, source,
    story::{Story, Strand},
    telling, title, when,
};
use crate::view::terminal::{counted, isolate, name};
use anstyle::{AnsiColor, Color, Style};
use isnad_ledger::{How, Incident, Position, Question, Weighed};
use std::io::{self, Write};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Red))).bold();
const GREEN: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Green)));
/// Incidents shown in full; the rest have a line each.
const IN_FULL: usize = 20;
/// Names in a row.
const NAMES: usize = 5;
/// Gates shown in the head.
const GATES: usize = 4;
/// Most signs of a bar.
const BAR: usize = 24;
/// Letters of positions.
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Prints everything.
pub(crate) fn write(out: &mut dyn Write, weighed: &Weighed, faces: &Faces) -> io::Result<()> {
    for (at, incident) in by_weight(weighed).into_iter().enumerate() {
        let alone = mentioned(incident).len() < 2 && !incident.questions.iter().any(telling);
        if at >= IN_FULL || alone {
            let reports = counted(mentioned(incident).len(), "report");
            writeln!(out, "{BOLD}{}{BOLD:#} {DIM}· {reports} · {}{DIM:#}", isolate(&title(incident)), incident.id)?;
            continue;
        }
        let story = Story::of(weighed, incident, faces);
        head(out, incident, &story)?;
        matrix(out, weighed, incident)?;
        related(out, weighed, incident)?;
        tree(out, weighed, &story, faces)?;
    }
    derivations(out, weighed, faces)?;
    for note in &weighed.notes {
        writeln!(out, "{DIM}note: {}{DIM:#}", note.text)?;
    }
    Ok(())
}

/// How many outlets, sources and gates: what must be seen first.
fn head(out: &mut dyn Write, incident: &Incident, story: &Story) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#} {DIM}· {}{DIM:#}", isolate(&title(incident)), incident.id)?;
    let own = match story.voices.len() {
        0 => String::new(),
        1 => " · 1 outlet also in its own voice".to_owned(),
        n => format!(" · {n} outlets also in their own voice"),
    };
    writeln!(
        out,
        "  {BOLD}{} · {} · {}{BOLD:#}{own}",
        counted(story.outlets, "outlet"),
        counted(story.strands.len(), "independent root"),
        counted(story.gates.len(), "gate")
    )?;
    for gate in story.gates.iter().filter(|gate| gate.outlets > 1 || story.outlets == 1 && gate.roots > 1).take(GATES) {
        writeln!(
            out,
            "  {GREEN}{}{GREEN:#}  {BOLD}{}{BOLD:#}: one gate of {} to {} of {}",
            bar(gate.outlets, story.outlets),
            isolate(&gate.name),
            counted(gate.roots, "root"),
            gate.outlets,
            counted(story.outlets, "outlet"),
        )?;
    }
    writeln!(out)
}

fn bar(part: usize, whole: usize) -> String {
    let (part, whole) = if whole > BAR { ((part * BAR).div_ceil(whole), BAR) } else { (part, whole) };
    format!("{}{}", "■".repeat(part), "□".repeat(whole.saturating_sub(part)))
}

/// Questions over which accounts part, with every position; then what nobody disputes, a line each.
fn matrix(out: &mut dyn Write, weighed: &Weighed, incident: &Incident) -> io::Result<()> {
    let (told, agreed): (Vec<&Question>, Vec<&Question>) = incident.questions.iter().partition(|asked| telling(asked));
    for asked in told {
        if asked.disputed {
            writeln!(out, "  {RED}≠ {}{RED:#}", question(asked))?;
        } else {
            writeln!(out, "  {BOLD}= {}{BOLD:#}", question(asked))?;
        }
        for (at, position) in asked.positions.iter().enumerate() {
            row(out, weighed, asked, at, position)?;
        }
    }
    for asked in agreed {
        let answers: Vec<String> = asked.positions.iter().map(|position| isolate(&answer(position))).collect();
        let roots = asked.positions.iter().flat_map(|p| &p.roots).collect::<std::collections::BTreeSet<_>>().len();
        let reports: std::collections::BTreeSet<&str> = asked.positions.iter().flat_map(reports).collect();
        writeln!(
            out,
            "  = {}: {BOLD}{}{BOLD:#}  {DIM}{} · {}{DIM:#}",
            question(asked),
            answers.join("; "),
            counted(roots, "root"),
            counted(reports.len(), "report")
        )?;
    }
    writeln!(out)
}

fn row(out: &mut dyn Write, weighed: &Weighed, asked: &Question, at: usize, position: &Position) -> io::Result<()> {
    let stances: Vec<String> = position.stances.iter().map(|stance| name(stance).replace('_', " ")).collect();
    writeln!(
        out,
        "    {} {BOLD}{}{BOLD:#}  {} · {} · {}  {DIM}{}{DIM:#}",
        char::from(LETTERS[at % LETTERS.len()]),
        isolate(&answer(position)),
        counted(position.roots.len(), "root"),
        counted(position.gates.len(), "gate"),
        counted(reports(position).len(), "report"),
        stances.join(", ")
    )?;
    let (named, voices) = roots(weighed, position);
    let mut names: Vec<String> = named.iter().take(NAMES).map(|name| isolate(name)).collect();
    if named.len() > NAMES {
        names.push(format!("{} more", named.len() - NAMES));
    }
    if voices > 0 {
        names.push(format!("{} in {} own voice", counted(voices, "outlet"), if voices == 1 { "its" } else { "their" }));
    }
    writeln!(out, "      {}", names.join("; "))?;
    for update in &position.updates {
        let at = update.published.map(|moment| format!(", {}", when(moment))).unwrap_or_default();
        writeln!(out, "      {DIM}earlier {}{at}{DIM:#}", isolate(&super::value(&update.value)))?;
    }
    if let Some((letter, old)) =
        position.reversal_of.and_then(|old| Some((LETTERS.get(old)?, asked.positions.get(old)?)))
    {
        writeln!(out, "      {RED}takes back {} {}{RED:#}", char::from(*letter), isolate(&answer(old)))?;
    }
    Ok(())
}

fn related(out: &mut dyn Write, weighed: &Weighed, incident: &Incident) -> io::Result<()> {
    for near in &incident.related {
        let other = weighed.incidents.iter().find(|other| other.id == near.incident).map(title).unwrap_or_default();
        writeln!(out, "  {DIM}near, but another:{DIM:#} {} {DIM}({}){DIM:#}", isolate(&other), near.why)?;
    }
    if incident.related.is_empty() { Ok(()) } else { writeln!(out) }
}

/// Root, gates, reports in time.
fn tree(out: &mut dyn Write, weighed: &Weighed, story: &Story, faces: &Faces) -> io::Result<()> {
    for strand in &story.strands {
        let unsure = if strand.indistinct { " (one of several that cannot be told apart)" } else { "" };
        writeln!(out, "  {BOLD}{}{BOLD:#}{DIM}{unsure}{DIM:#}", isolate(strand.name))?;
        ways(out, weighed, strand, faces)?;
    }
    if !story.voices.is_empty() {
        let names: Vec<String> = story.voices.iter().map(|name| isolate(name)).collect();
        writeln!(out, "  {DIM}in their own voice: {}{DIM:#}", names.join(", "))?;
    }
    writeln!(out)
}

fn ways(out: &mut dyn Write, weighed: &Weighed, strand: &Strand, faces: &Faces) -> io::Result<()> {
    for (at, (gate, reports)) in strand.ways.iter().enumerate() {
        let last = at + 1 == strand.ways.len();
        let deep = !gate.is_empty();
        if deep {
            writeln!(out, "  {} {}", if last { "└─" } else { "├─" }, isolate(gate))?;
        }
        for (at, report) in reports.iter().enumerate() {
            let end = at + 1 == reports.len();
            let twig = if end && (deep || last) { "└─" } else { "├─" };
            let stem = match (deep, last) {
                (true, true) => format!("     {twig}"),
                (true, false) => format!("  │  {twig}"),
                (false, _) => format!("  {twig}"),
            };
            let made = source(weighed, report)
                .map(|d| format!(", {} of {}", name(&d.how).replace('_', " "), isolate(faces.publisher(&d.from))))
                .unwrap_or_default();
            let at = faces.published(report).map(|moment| format!(" {}", when(moment))).unwrap_or_default();
            writeln!(out, "{stem} {}{DIM}{at}{made}{DIM:#}", isolate(faces.publisher(report)))?;
        }
    }
    Ok(())
}

fn derivations(out: &mut dyn Write, weighed: &Weighed, faces: &Faces) -> io::Result<()> {
    for derivation in &weighed.derivations {
        let how = match derivation.how {
            How::Cited => "cites",
            How::SilentCopy => "copies, without saying so,",
            How::Translation => "translates, without saying so,",
        };
        writeln!(
            out,
            "{} {how} {} {DIM}{:.2}{DIM:#}",
            isolate(faces.publisher(&derivation.report)),
            isolate(faces.publisher(&derivation.from)),
            derivation.score
        )?;
    }
    Ok(())
}
