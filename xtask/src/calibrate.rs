//! How far the resolver's confidence can be believed, and the curve that mends it, from readings of reports that were left
//! out of learning. It changes no weight.

use crate::corpus::Report;
use isnad_gold::{Beyond, judge};
use isnad_ledger::Statement;
use isnad_statement::Calibration;
use std::path::Path;
use std::{fmt::Write as _, fs};

/// The curve of all readings, whose confidence is the bare share; and the expected calibration error without it and, each
/// report by the curve of the others, with it.
pub(crate) fn calibrate(reports: &[Report], readings: &[Vec<Statement>]) -> (Calibration, [f64; 2]) {
    let judged: Vec<(&str, f64, bool)> = (reports.iter().zip(readings))
        .flat_map(|(report, statements)| {
            let right = judge(&report.gold, statements);
            let all = statements.iter().zip(right);
            all.filter_map(|(s, right)| Some((report.group.as_str(), s.confidence, right?)))
        })
        .collect();
    let curve = |without: Option<&str>| {
        let others = judged.iter().filter(|(group, ..)| Some(*group) != without);
        Calibration::fit(&others.map(|(_, share, right)| (*share, *right)).collect::<Vec<_>>())
    };
    let (mut bare, mut mended) = (Beyond::default(), Beyond::default());
    for (report, statements) in reports.iter().zip(readings) {
        bare.add(&report.gold, statements);
        let curve = curve(Some(&report.group));
        let mut statements = statements.clone();
        statements.iter_mut().for_each(|s| s.confidence = curve.of(s.confidence));
        mended.add(&report.gold, &statements);
    }
    (curve(None), [bare, mended].map(|beyond| beyond.calibration_error()))
}

/// Writes a curve into the language's table.
pub(crate) fn write(root: &Path, language: &str, calibration: &Calibration) -> Result<(), String> {
    let mut table =
        "# The probability that a reading is right by its share of the choice; straight between the points.\n\
        # Made by `cargo xtask learn` from gold/; see CONTRIBUTING.md.\nshare\tconfidence\n"
            .to_owned();
    for (share, confidence) in calibration.points() {
        writeln!(table, "{share:.3}\t{confidence:.3}").map_err(|e| e.to_string())?;
    }
    let file = root.join(format!("crates/isnad-languages/{language}/statement_calibration.tsv"));
    fs::write(&file, table).map_err(|e| format!("{}: {e}", file.display()))
}
