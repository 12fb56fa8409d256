//! `cargo xtask learn`: makes the weights of the statement resolver and the curve of its confidence from the project's
//! gold, and says how well it does on reports it has not learnt from. Frozen reports it leaves alone.

use crate::calibrate::{self, calibrate};
use crate::corpus::{Corpus, reports_of, scored};
use isnad_gold::{Beyond, Gold};
use isnad_languages::Tables;
use isnad_ledger::{Span, Statement};
use isnad_name::NameReader;
use isnad_statement::learn::{Plan, learn, tally};
use isnad_statement::{StatementReader, Weights};
use std::{fs, path::Path};

/// How the tables' weights are learnt.
pub(crate) const PLAN: Plan = Plan { prior: 0.75, rounds: 300, additions: true, edges: true };

/// Learns from the gold in `folders` and writes the tables of both languages.
///
/// # Errors
/// One line that says what cannot be read or written.
pub(crate) fn run(root: &Path, folders: &[String], options: &[&str]) -> Result<(), String> {
    let show = options.contains(&"--misses");
    for language in ["ar", "en"] {
        let corpus = Corpus::read(root, folders, language)?;
        eprintln!("{language}: {} reports, {:?}", corpus.reports.len(), corpus.coverage);
        if show {
            corpus.missed.iter().for_each(|miss| eprintln!("  {miss}"));
        }
        let all = corpus.lessons();
        let weights = learn(&all, PLAN);
        let [nothing, something, right, other, none] = tally(&all, &weights);
        eprintln!("  nothing right/wrong {nothing}/{something}, reading right/other/none {right}/{other}/{none}");
        let with_all = corpus.reader(weights.clone());
        let seen: Vec<Vec<Statement>> = corpus.reports.iter().map(|report| report.read(&with_all)).collect();
        if show {
            corpus.reports.iter().zip(&seen).for_each(|(report, statements)| errors(&report.gold, statements));
        }
        let unseen = corpus.left_out(usize::MAX, |lessons| learn(lessons, PLAN));
        for (name, readings) in [("learnt from", &seen), ("left out", &unseen)] {
            let score = scored(corpus.reports.iter().zip(readings));
            let [relation, source, content] = [score.relation50, score.source.exact, score.content.exact];
            eprintln!("  {name}: relation50 {relation:?}, source exact {source:?}, content exact {content:?}");
        }
        let (calibration, [bare, mended]) = calibrate(&corpus.reports, &unseen);
        eprintln!("  left out, confidence off by {bare:.3} as the bare share, {mended:.3} by the curve of the others");
        let reader = with_all.with_calibration(language, &calibration);
        for file in options.iter().filter_map(|option| option.strip_prefix("--test=")) {
            test(&reader, language, Path::new(file))?;
        }
        write(root, language, &weights)?;
        calibrate::write(root, language, &calibration)?;
    }
    Ok(())
}

/// How the weights do on gold they were not learnt from; frozen reports as one figure, without their words.
fn test(reader: &StatementReader, language: &str, file: &Path) -> Result<(), String> {
    let reports = reports_of(file, "", language, &NameReader::new(Tables::embedded()))?;
    let readings: Vec<Vec<Statement>> = reports.iter().map(|report| report.read(reader)).collect();
    let mut beyond = Beyond::default();
    for (report, statements) in reports.iter().zip(&readings) {
        beyond.add(&report.gold, statements);
        if !report.gold.frozen() {
            errors(&report.gold, statements);
        }
    }
    let score = scored(reports.iter().zip(&readings));
    let (file, relation, content) = (file.display(), score.relation50, score.content.exact);
    let off = beyond.calibration_error();
    eprintln!("  {file}: relation50 {relation:?}, content exact {content:?}, confidence off by {off:.3}");
    Ok(())
}

/// What is wrong in one report, the annotation above the reading.
fn errors(gold: &Gold, statements: &[Statement]) {
    let say = |marks: [&[Span]; 3]| -> String {
        let words = |spans: &[Span]| spans.iter().map(|s| s.of(&gold.text)).collect::<Vec<_>>().join(" … ");
        marks.map(|spans| format!("[{}]", words(spans).replace('\n', " "))).join(" ")
    };
    for miss in Beyond::default().add(gold, statements) {
        eprintln!("  {} {:?}", gold.name, miss.kind);
        if let Some(a) = miss.gold.map(|at| &gold.attributions[at]) {
            eprintln!("    gold {}", say([&a.source, &a.cue, &a.content]));
        }
        if let Some(s) = miss.predicted.map(|at| &statements[at]) {
            let construction = &s.construction;
            eprintln!("    read {} {construction} {}", say([&s.source, &s.cue, &s.content]), s.confidence);
        }
    }
}

fn write(root: &Path, language: &str, weights: &Weights) -> Result<(), String> {
    let tables = [("statement_weights", weights.features_table()), ("statement_edges", weights.edges_table())];
    for (name, table) in tables {
        let file = root.join(format!("crates/isnad-languages/{language}/{name}.tsv"));
        fs::write(&file, table).map_err(|e| format!("{}: {e}", file.display()))?;
    }
    Ok(())
}
