//! The way of a story, drawn: its roots on the left, the gates they passed, the outlets on the right in the order in which
//! they came out; what was copied is dashed. An SVG without script.

use super::{Faces, story::Story};
use crate::view::page::escape;
use isnad_ledger::{How, Weighed};
use std::collections::BTreeMap;

/// Height of a row.
const ROW: usize = 38;
/// Where the columns begin.
const COLUMNS: [usize; 3] = [0, 390, 720];
/// Room on the right for the arcs of what was copied.
const WIDTH: usize = 1080;
/// Width of a box in each column.
const BOXES: [usize; 3] = [270, 210, 270];
/// Most nodes of a column that are drawn.
const MOST: usize = 60;
/// Height of the line of labels.
const HEAD: usize = 34;
/// Letters of a name in each column.
const LETTERS: [usize; 3] = [34, 26, 22];

/// Boxes of a column: name and middle.
type Column<'s> = BTreeMap<&'s str, usize>;

/// Draws it; empty if there is only one report.
pub(super) fn draw(weighed: &Weighed, story: &Story, faces: &Faces) -> String {
    let reports: Vec<&str> = story.reports.iter().copied().take(MOST).collect();
    if reports.len() < 2 || story.strands.is_empty() {
        return String::new();
    }
    let roots: Vec<&str> = story.strands.iter().map(|strand| strand.name).take(MOST).collect();
    let gates: Vec<&str> = story.gates.iter().map(|gate| gate.name.as_str()).take(MOST).collect();
    let rows = roots.len().max(gates.len()).max(reports.len());
    let height = HEAD + rows * ROW;
    let (left, middle, right) = (column(&roots, height), column(&gates, height), column(&reports, height));
    let (lefts, middles, rights): (Column, Column, Column) =
        (left.iter().copied().collect(), middle.iter().copied().collect(), right.iter().copied().collect());
    let mut svg = format!(
        "<svg class=\"way\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"From roots through gates to outlets\">\n"
    );
    for (at, label) in ["who said it", "through which gate", "who published it, in time"].iter().enumerate() {
        svg += &format!("<text class=\"label\" x=\"{}\" y=\"14\">{label}</text>\n", COLUMNS[at]);
    }
    svg += &lines(story, weighed, &lefts, &middles, &rights);
    svg += &arcs(weighed, &rights);
    for (name, y) in left {
        svg += &node(0, "root", name, name, "", y);
    }
    for (name, y) in middle {
        svg += &node(1, "gate", name, name, "", y);
    }
    for (report, y) in right {
        let when = faces.published(report).map(|moment| moment.to_string()).unwrap_or_default();
        svg += &node(2, "outlet", faces.publisher(report), faces.title(report), when.get(..10).unwrap_or(&when), y);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Names down a column, evenly.
fn column<'s>(names: &[&'s str], height: usize) -> Vec<(&'s str, usize)> {
    let gap = (height - HEAD) as f64 / names.len().max(1) as f64;
    names.iter().enumerate().map(|(at, name)| (*name, HEAD + (gap * (at as f64 + 0.5)) as usize)).collect()
}

/// From roots through gates to reports. What a copy says it has from the one it copies, so no line of its own leads to it.
fn lines(story: &Story, weighed: &Weighed, left: &Column, middle: &Column, right: &Column) -> String {
    let mut drawn: Vec<String> = Vec::new();
    let mut line = |from: usize, a: Option<&usize>, to: usize, b: Option<&usize>, class: &str| {
        if let (Some(a), Some(b)) = (a, b) {
            let (x, z) = (COLUMNS[from] + BOXES[from], COLUMNS[to]);
            let mid = (x + z) / 2;
            let path = format!("<path class=\"{class}\" d=\"M{x} {a}C{mid} {a} {mid} {b} {z} {b}\"/>\n");
            if !drawn.contains(&path) {
                drawn.push(path);
            }
        }
    };
    for strand in &story.strands {
        for (gate, carried) in &strand.ways {
            for report in carried {
                if super::source(weighed, report).is_some_and(|d| right.contains_key(d.from.as_str())) {
                    continue;
                }
                if gate.is_empty() {
                    line(0, left.get(strand.name), 2, right.get(report), "direct");
                } else {
                    line(0, left.get(strand.name), 1, middle.get(gate.as_str()), "told");
                    line(1, middle.get(gate.as_str()), 2, right.get(report), "told");
                }
            }
        }
    }
    drawn.concat()
}

/// From a report to the one made from it, beside the last column.
fn arcs(weighed: &Weighed, right: &Column) -> String {
    let drawn = weighed.derivations.iter().filter_map(|derivation| {
        let (a, b) = (right.get(derivation.from.as_str())?, right.get(derivation.report.as_str())?);
        let x = COLUMNS[2] + BOXES[2];
        let out = x + 18 + (a.abs_diff(*b) / 6).min(WIDTH - x - 24);
        let (class, word) = match derivation.how {
            How::Cited => ("cited", "cites"),
            How::SilentCopy => ("copied", "silent copy"),
            How::Translation => ("copied", "translation without credit"),
        };
        Some(format!(
            "<path class=\"{class}\" d=\"M{x} {a}C{out} {a} {out} {b} {x} {b}\"><title>{word}</title></path>\n"
        ))
    });
    drawn.collect()
}

fn node(column: usize, class: &str, name: &str, title: &str, when: &str, y: usize) -> String {
    let (x, width) = (COLUMNS[column], BOXES[column]);
    let date = match when {
        "" => String::new(),
        when => format!("<text class=\"when\" x=\"{}\" y=\"{}\">{}</text>", x + width - 8, y + 5, escape(when)),
    };
    format!(
        "<g><title>{}</title><rect class=\"{class}\" x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"28\" rx=\"6\"/>\
         <text x=\"{}\" y=\"{}\">{}</text>{date}</g>\n",
        escape(title),
        y - 14,
        x + 10,
        y + 5,
        escape(&cut(name, LETTERS[column])),
    )
}

fn cut(name: &str, letters: usize) -> String {
    let mut short: String = name.chars().take(letters).collect();
    if name.chars().count() > letters {
        short.push('…');
    }
    short
}
