//! How a story travelled: roots in a first column, gates in a second, outlets in a third in order of time, and lines from
//! each root over its gates to the outlets that carry it; copies are lines from outlet to outlet.

use super::{mirrored, tenth};
use std::collections::{BTreeMap, BTreeSet};

/// Size of the drawing in its own units.
pub(crate) const WIDTH: f64 = 960.0;
const ROW: f64 = 34.0;
const TOP: f64 = 44.0;
/// Where the columns' dots are.
pub(crate) const COLUMNS: [f64; 3] = [250.0, 452.0, 640.0];
/// Rows drawn; what is beyond them is in the table of accounts.
pub(crate) const MOST: usize = 40;

/// A way that a root's words took: through these gates, nearest to the reader first, into this report.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Way {
    pub(crate) root: String,
    pub(crate) gates: Vec<String>,
    /// Position of the report in time.
    pub(crate) report: usize,
}

/// A dot with its label beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) label: String,
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// How many lines meet here.
    pub(crate) weight: usize,
}

/// A line, as an SVG path; `from` and `to` name its ends for the one who points at them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) path: String,
    /// Numbers of the roots whose words it carries.
    pub(crate) roots: Vec<usize>,
}

/// The drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Travel {
    pub(crate) height: f64,
    pub(crate) roots: Vec<Node>,
    pub(crate) gates: Vec<Node>,
    /// Where each report's dot is; as many as were given, up to [`MOST`].
    pub(crate) reports: Vec<(f64, f64)>,
    pub(crate) lines: Vec<Line>,
    /// In the order of the copies given.
    pub(crate) copies: Vec<(usize, String)>,
}

/// Lays out the ways and the copies (made from, made) among `reports` reports in order of time.
pub(crate) fn lay_out(ways: &BTreeSet<Way>, copies: &[(usize, usize)], reports: usize, right_to_left: bool) -> Travel {
    let shown = reports.min(MOST);
    let row = |at: usize| TOP + at as f64 * ROW;
    let column = |at: usize| mirrored(COLUMNS[at], WIDTH, right_to_left);
    let ways: Vec<&Way> = ways.iter().filter(|way| way.report < shown).collect();

    let mut by_root: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut by_gate: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for way in &ways {
        by_root.entry(&way.root).or_default().push(row(way.report));
        way.gates.iter().for_each(|gate| by_gate.entry(gate).or_default().push(row(way.report)));
    }
    let rows = shown.max(by_root.len().min(MOST)).max(by_gate.len().min(MOST));
    let roots = spread(by_root, column(0), rows);
    let gates = spread(by_gate, column(1), rows);
    let find = |nodes: &[Node], label: &str| nodes.iter().position(|node| node.label == label);

    let mut edges: BTreeMap<[(usize, usize); 2], BTreeSet<usize>> = BTreeMap::new();
    for way in &ways {
        let Some(root) = find(&roots, &way.root) else {
            continue;
        };
        let through = way.gates.iter().rev().filter_map(|gate| find(&gates, gate)).map(|at| (1, at));
        let stops: Vec<(usize, usize)> = std::iter::once((0, root)).chain(through).chain([(2, way.report)]).collect();
        for pair in stops.windows(2) {
            edges.entry([pair[0], pair[1]]).or_default().insert(root);
        }
    }
    let place = |(kind, at): (usize, usize)| match kind {
        0 => (roots[at].x, roots[at].y),
        1 => (gates[at].x, gates[at].y),
        _ => (column(2), row(at)),
    };
    let lines = edges
        .into_iter()
        .map(|([from, to], roots)| Line { path: curve(place(from), place(to)), roots: roots.into_iter().collect() });
    let arc = |(at, &(from, to)): (usize, &(usize, usize))| {
        let (x, a, b) = (column(2), row(from), row(to));
        let reach = (14.0 + (b - a).abs() * 0.16).min(60.0);
        let side = if right_to_left { x + reach } else { x - reach };
        (at, format!("M{x:.1} {a:.1}C{side:.1} {a:.1} {side:.1} {b:.1} {x:.1} {b:.1}"))
    };
    let lines = lines.collect();
    Travel {
        height: TOP + rows.max(1) as f64 * ROW,
        reports: (0..shown).map(|at| (column(2), row(at))).collect(),
        copies: copies.iter().enumerate().filter(|(_, (a, b))| *a < shown && *b < shown).map(arc).collect(),
        lines,
        roots,
        gates,
    }
}

/// Puts each node at the mean of its rows, then moves them apart, in that order, within `rows` rows.
fn spread(nodes: BTreeMap<&str, Vec<f64>>, x: f64, rows: usize) -> Vec<Node> {
    let mut spread: Vec<Node> = nodes
        .into_iter()
        .map(|(label, at)| Node {
            label: label.to_owned(),
            x,
            y: at.iter().sum::<f64>() / at.len() as f64,
            weight: at.len(),
        })
        .collect();
    spread.sort_by(|a, b| a.y.total_cmp(&b.y).then_with(|| a.label.cmp(&b.label)));
    spread.truncate(MOST);
    let last = TOP + rows.saturating_sub(1) as f64 * ROW;
    let mut least = TOP;
    for node in &mut spread {
        node.y = node.y.max(least);
        least = node.y + ROW;
    }
    let mut most = last;
    for node in spread.iter_mut().rev() {
        node.y = tenth(node.y.min(most));
        most = node.y - ROW;
    }
    spread
}

fn curve((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> String {
    let middle = (x1 + x2) / 2.0;
    if (x1 - x2).abs() < 1.0 {
        let bow = x1 + 40.0;
        return format!("M{x1:.1} {y1:.1}C{bow:.1} {y1:.1} {bow:.1} {y2:.1} {x2:.1} {y2:.1}");
    }
    format!("M{x1:.1} {y1:.1}C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {x2:.1} {y2:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(root: &str, gates: &[&str], report: usize) -> Way {
        Way { root: root.into(), gates: gates.iter().map(|g| g.to_string()).collect(), report }
    }

    #[test]
    fn three_roots_through_one_gate() {
        let ways: BTreeSet<Way> =
            [way("family", &["AP"], 0), way("officials", &["AP"], 0), way("family", &["AP"], 1), way("paper", &[], 1)]
                .into();
        let travel = lay_out(&ways, &[(0, 1)], 2, false);
        assert_eq!((travel.roots.len(), travel.gates.len(), travel.reports.len()), (3, 1, 2));
        assert_eq!(travel.copies.len(), 1);
        let from_gate = travel.lines.iter().filter(|line| line.roots.len() == 2).count();
        assert_eq!(from_gate, 1, "AP carries two roots into the first report");
    }

    #[test]
    fn labels_do_not_overlap_and_stay_inside() {
        let ways: BTreeSet<Way> = (0..60).map(|n| way(&format!("root {n}"), &[], n % 5)).collect();
        let travel = lay_out(&ways, &[], 5, true);
        assert_eq!(travel.roots.len(), MOST);
        assert!(travel.roots.windows(2).all(|pair| pair[1].y - pair[0].y >= ROW - 0.2));
        assert!(travel.roots.iter().all(|node| node.y > 0.0 && node.y < travel.height));
    }
}
