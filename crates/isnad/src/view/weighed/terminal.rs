//! What weighing found on a terminal: for each incident its questions by positions, then the tree of who told it through
//! whom. Names of either direction are put between isolates.

use super::{Faces, answer, branches, by_weight, mentioned, question, reports, source, telling, title};
use crate::view::terminal::{counted, isolate, name};
use anstyle::{AnsiColor, Color, Style};
use isnad_ledger::{Incident, Position, Question, Weighed};
use std::io::{self, Write};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = Style::new().fg_color(Some(Color::Ansi(AnsiColor::Red))).bold();
/// Incidents shown in full; the rest have a line each.
const IN_FULL: usize = 20;

/// Prints everything.
pub(crate) fn write(out: &mut dyn Write, weighed: &Weighed, faces: &Faces) -> io::Result<()> {
    let all = by_weight(weighed);
    for (at, incident) in all.iter().enumerate() {
        head(out, incident)?;
        let alone = mentioned(incident).len() < 2 && !incident.questions.iter().any(telling);
        if at < IN_FULL && !alone {
            matrix(out, weighed, incident)?;
            tree(out, weighed, incident, faces)?;
        }
    }
    for derivation in &weighed.derivations {
        writeln!(
            out,
            "{} {} {} {DIM}{:.2}{DIM:#}",
            isolate(faces.publisher(&derivation.report)),
            match derivation.how {
                isnad_ledger::How::Cited => "cites",
                isnad_ledger::How::SilentCopy => "copies",
                isnad_ledger::How::Translation => "translates",
            },
            isolate(faces.publisher(&derivation.from)),
            derivation.score
        )?;
    }
    for note in &weighed.notes {
        writeln!(out, "{DIM}note: {}{DIM:#}", note.text)?;
    }
    Ok(())
}

fn head(out: &mut dyn Write, incident: &Incident) -> io::Result<()> {
    let counts = format!("{}, {}", counted(mentioned(incident).len(), "report"), counted(incident.roots.len(), "root"));
    writeln!(out, "{BOLD}{}{BOLD:#} {DIM}· {counts} · {}{DIM:#}", isolate(&title(incident)), incident.id)
}

fn matrix(out: &mut dyn Write, weighed: &Weighed, incident: &Incident) -> io::Result<()> {
    for asked in &incident.questions {
        if asked.disputed {
            writeln!(out, "  {RED}{} disputed{RED:#}", question(asked))?;
        } else {
            writeln!(out, "  {BOLD}{}{BOLD:#}", question(asked))?;
        }
        for (at, position) in asked.positions.iter().enumerate() {
            row(out, weighed, asked, at, position)?;
        }
    }
    for near in &incident.related {
        writeln!(out, "  {DIM}near, but another: {} ({}){DIM:#}", near.incident, near.why)?;
    }
    Ok(())
}

fn row(out: &mut dyn Write, weighed: &Weighed, asked: &Question, at: usize, position: &Position) -> io::Result<()> {
    let names: Vec<String> = position
        .roots
        .iter()
        .filter_map(|id| weighed.roots.binary_search_by(|root| root.id.cmp(id)).ok())
        .map(|at| isolate(&weighed.roots[at].name))
        .collect();
    let stances: Vec<String> = position.stances.iter().map(|stance| name(stance).replace('_', " ")).collect();
    writeln!(
        out,
        "    {}. {BOLD}{}{BOLD:#}  {} · {} · {}  {DIM}{}{DIM:#}",
        at + 1,
        isolate(&answer(position)),
        counted(position.roots.len(), "root"),
        counted(position.gates.len(), "gate"),
        counted(reports(position).len(), "report"),
        stances.join(", ")
    )?;
    writeln!(out, "       {}", names.join("; "))?;
    for update in &position.updates {
        let when = update.published.map(|moment| format!(", {moment}")).unwrap_or_default();
        writeln!(out, "       {DIM}earlier {}{when}{DIM:#}", isolate(&super::value(&update.value)))?;
    }
    if let Some(old) = position.reversal_of.and_then(|old| asked.positions.get(old)) {
        writeln!(out, "       {RED}takes back {}{RED:#}", isolate(&answer(old)))?;
    }
    Ok(())
}

/// Root, gates, reports in time.
fn tree(out: &mut dyn Write, weighed: &Weighed, incident: &Incident, faces: &Faces) -> io::Result<()> {
    for branch in branches(weighed, incident, faces) {
        let unsure = if branch.indistinct { " (may be another one here)" } else { "" };
        writeln!(out, "  {BOLD}{}{BOLD:#}{DIM}{unsure}{DIM:#}", isolate(branch.root))?;
        for (at, (gate, reports)) in branch.gates.iter().enumerate() {
            let last = at + 1 == branch.gates.len();
            let (turn, bar) = if last { ("└─", "  ") } else { ("├─", "│ ") };
            let deep = !gate.is_empty();
            if deep {
                writeln!(out, "  {turn} {}", isolate(gate))?;
            }
            for (at, report) in reports.iter().enumerate() {
                let end = at + 1 == reports.len();
                let twig = if end && (deep || last) { "└─" } else { "├─" };
                let copied = source(weighed, report)
                    .map(|d| format!(", {} of {}", name(&d.how), isolate(faces.publisher(&d.from))));
                let when = faces.published(report).map(|moment| format!(" {moment}")).unwrap_or_default();
                let stem = if deep { format!("  {bar} {twig}") } else { format!("  {twig}") };
                writeln!(
                    out,
                    "{stem} {}{DIM}{when}{}{DIM:#}",
                    isolate(faces.publisher(report)),
                    copied.unwrap_or_default()
                )?;
            }
        }
    }
    writeln!(out)
}
