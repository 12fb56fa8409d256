//! The way of a story, drawn: its roots on the left, the gates they passed, the reports on the right in the order in which
//! they came out; what was copied is dashed. An SVG without script.

use super::{Faces, branches};
use crate::view::page::escape;
use isnad_ledger::{How, Incident, Weighed};
use std::collections::BTreeMap;

const ROW: usize = 34;
const COLUMNS: [usize; 3] = [10, 360, 700];
const WIDTH: usize = 1010;
const BOX: usize = 260;
/// Most nodes of a column that are drawn.
const MOST: usize = 60;

/// Draws it; empty if there is only one report.
pub(super) fn draw(weighed: &Weighed, incident: &Incident, faces: &Faces) -> String {
    let branches = branches(weighed, incident, faces);
    let mut reports: Vec<&str> = branches.iter().flat_map(|branch| branch.gates.values().flatten().copied()).collect();
    reports.sort_by_key(|report| (faces.published(report), *report));
    reports.dedup();
    reports.truncate(MOST);
    if reports.len() < 2 {
        return String::new();
    }
    let mut gates: Vec<&str> =
        branches.iter().flat_map(|b| b.gates.keys()).map(String::as_str).filter(|g| !g.is_empty()).collect();
    gates.sort_unstable();
    gates.dedup();
    gates.truncate(MOST);
    let roots: Vec<&str> = branches.iter().map(|branch| branch.root).take(MOST).collect();
    let rows = roots.len().max(gates.len()).max(reports.len());
    let height = rows * ROW + 40;
    let place = |names: &[&str]| -> BTreeMap<String, usize> {
        let gap = (height - 40) / names.len().max(1);
        names.iter().enumerate().map(|(at, name)| ((*name).to_owned(), 30 + at * gap + gap / 2)).collect()
    };
    let (left, middle, right) = (place(&roots), place(&gates), place(&reports));
    let mut svg = format!(
        "<svg class=\"way\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"From roots through gates to outlets\">\n"
    );
    for (column, label) in COLUMNS.iter().zip(["roots", "gates", "outlets, in time"]) {
        svg += &format!("<text class=\"label\" x=\"{column}\" y=\"14\">{label}</text>\n");
    }
    let mut lines: Vec<String> = Vec::new();
    let mut line = |from: (usize, Option<&usize>), to: (usize, Option<&usize>), class: &str| {
        if let (Some(a), Some(b)) = (from.1, to.1) {
            let (x, z) = (COLUMNS[from.0] + BOX, COLUMNS[to.0]);
            let mid = (x + z) / 2;
            let path = format!("<path class=\"{class}\" d=\"M{x} {a}C{mid} {a} {mid} {b} {z} {b}\"/>\n");
            if !lines.contains(&path) {
                lines.push(path);
            }
        }
    };
    for branch in &branches {
        for (gate, carried) in &branch.gates {
            for report in carried {
                if super::source(weighed, report).is_some_and(|d| reports.contains(&d.from.as_str())) {
                    continue;
                }
                if gate.is_empty() {
                    line((0, left.get(branch.root)), (2, right.get(*report)), "told");
                } else {
                    line((0, left.get(branch.root)), (1, middle.get(gate)), "told");
                    line((1, middle.get(gate)), (2, right.get(*report)), "told");
                }
            }
        }
    }
    svg.extend(lines);
    for derivation in &weighed.derivations {
        let ends = right.get(&derivation.from).zip(right.get(&derivation.report));
        if let Some((a, b)) = ends {
            let x = COLUMNS[2] + BOX;
            let out = x + 40;
            let class = if derivation.how == How::Cited { "cited" } else { "copied" };
            svg += &format!("<path class=\"{class}\" d=\"M{x} {a}C{out} {a} {out} {b} {x} {b}\"/>\n");
        }
    }
    for (column, nodes) in [(0, &left), (1, &middle), (2, &right)] {
        for (name, y) in nodes {
            let shown = if column == 2 { faces.publisher(name) } else { name };
            let when = if column == 2 { faces.published(name) } else { None };
            let when = when.map(|moment| format!(" {moment}")).unwrap_or_default();
            svg += &format!(
                "<g><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{BOX}\" height=\"26\" rx=\"5\"/><text x=\"{}\" y=\"{}\">{}<tspan class=\"when\">{}</tspan></text></g>\n",
                escape(if column == 2 { faces.title(name) } else { name }),
                COLUMNS[column],
                y - 13,
                COLUMNS[column] + 8,
                y + 5,
                escape(&cut(shown)),
                escape(&when)
            );
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn cut(name: &str) -> String {
    let mut short: String = name.chars().take(28).collect();
    if name.chars().count() > 28 {
        short.push('…');
    }
    short
}
