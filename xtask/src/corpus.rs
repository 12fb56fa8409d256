//! The gold that the statement resolver learns from, read once: each report with its names, its lessons and the group it is
//! left out with. Frozen reports are kept apart: scored as one figure, never learnt from and never printed.

use isnad_gold::{Gold, Scorer};
use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Name, Statement};
use isnad_name::NameReader;
use isnad_statement::learn::{Annotated, Coverage, Lesson, lessons};
use isnad_statement::{Calibration, StatementReader, Weights};
use isnad_text::Text;
use rayon::prelude::*;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A report, what is known of it before statements are read, and what it teaches.
pub(crate) struct Report {
    /// Reports that tell of the same: a set's share one, so that no copy is learnt from while its original is tested.
    pub(crate) group: String,
    pub(crate) gold: Gold,
    blocks: Vec<Block>,
    names: Vec<Name>,
    pub(crate) lessons: Vec<Lesson>,
}

impl Report {
    fn new(group: String, gold: Gold, names: &NameReader) -> Report {
        let text = Text::new(&gold.text);
        // A gold file's first line is its headline; the rest is prose.
        let kind = |number: usize| if number == 0 { BlockKind::Title } else { BlockKind::Paragraph };
        let blocks: Vec<Block> = (text.paragraphs().iter().enumerate())
            .map(|(number, tokens)| Block { kind: kind(number), span: text.span(tokens.clone()) })
            .collect();
        let (names, _) = names.read(&text, &gold.language, &blocks);
        Report { group, gold, blocks, names, lessons: Vec::new() }
    }

    /// The statements that a reader finds in it.
    pub(crate) fn read(&self, reader: &StatementReader) -> Vec<Statement> {
        reader.read(&Text::new(&self.gold.text), &self.gold.language, &self.blocks, &self.names).0
    }
}

/// All reports of one language.
pub(crate) struct Corpus {
    pub(crate) language: &'static str,
    /// Reads with confidence as the bare share of the choice.
    pub(crate) reader: StatementReader,
    pub(crate) reports: Vec<Report>,
    pub(crate) frozen: Vec<Report>,
    pub(crate) coverage: Coverage,
    /// What no candidate covers, for the list of misses.
    pub(crate) missed: Vec<String>,
}

impl Corpus {
    /// Reads all gold below the folders.
    ///
    /// # Errors
    /// One line that says what cannot be read.
    pub(crate) fn read(root: &Path, folders: &[String], language: &'static str) -> Result<Corpus, String> {
        let names = NameReader::new(Tables::embedded());
        let reader = StatementReader::new(Tables::embedded()).with_calibration(language, &Calibration::default());
        let (reports, frozen) = (Vec::new(), Vec::new());
        let mut corpus =
            Corpus { language, reader, reports, frozen, coverage: Coverage::default(), missed: Vec::new() };
        for (group, file) in files(root, folders)? {
            for report in reports_of(&file, &group, language, &names)? {
                if report.gold.frozen() { corpus.frozen.push(report) } else { corpus.study(report) }
            }
        }
        Ok(corpus)
    }

    fn study(&mut self, mut report: Report) {
        let gold = &report.gold;
        let annotated: Vec<Annotated> = (gold.attributions.iter())
            .map(|a| Annotated {
                source: a.source.clone(),
                cue: a.cue.clone(),
                content: a.content.clone(),
                optional: a.optional,
            })
            .collect();
        let (reader, blocks, names) = (&self.reader, &report.blocks, &report.names);
        let mut misses = Vec::new();
        let (found, one) = lessons(reader, &gold.text, self.language, blocks, names, &annotated, &mut misses);
        self.missed.extend(misses.into_iter().map(|miss| format!("{} {miss}", gold.name)));
        self.coverage.annotated += one.annotated;
        self.coverage.with_cue += one.with_cue;
        self.coverage.with_candidate += one.with_candidate;
        report.lessons = found;
        self.reports.push(report);
    }

    /// All lessons.
    pub(crate) fn lessons(&self) -> Vec<&Lesson> {
        self.reports.iter().flat_map(|report| &report.lessons).collect()
    }

    /// A reader with other weights.
    pub(crate) fn reader(&self, weights: Weights) -> StatementReader {
        self.reader.clone().with_weights(self.language, weights)
    }

    /// Each report as read with weights that were made without its part of the reports; at most so many parts, none of which
    /// cuts a group.
    pub(crate) fn left_out(&self, parts: usize, weights: impl Fn(&[&Lesson]) -> Weights + Sync) -> Vec<Vec<Statement>> {
        let groups: Vec<&[Report]> = self.reports.chunk_by(|a, b| a.group == b.group).collect();
        let size = groups.len().div_ceil(parts.max(1)).max(1);
        let read = |part: &[&[Report]]| -> Vec<Vec<Statement>> {
            let inside = |report: &Report| part.iter().any(|group| group[0].group == report.group);
            let others = self.reports.iter().filter(|report| !inside(report));
            let others: Vec<&Lesson> = others.flat_map(|report| &report.lessons).collect();
            let reader = self.reader(weights(&others));
            part.iter().flat_map(|group| group.iter()).map(|report| report.read(&reader)).collect()
        };
        groups.par_chunks(size).flat_map_iter(read).collect()
    }
}

/// The reports of a language in a gold file.
pub(crate) fn reports_of(file: &Path, group: &str, language: &str, names: &NameReader) -> Result<Vec<Report>, String> {
    let golds = isnad_gold::read(file).map_err(|e| e.to_string())?.into_iter();
    Ok(golds.filter(|gold| gold.language == language).map(|gold| Report::new(group.to_owned(), gold, names)).collect())
}

/// How well reports were read.
pub(crate) fn scored<'r>(readings: impl IntoIterator<Item = (&'r Report, &'r Vec<Statement>)>) -> isnad_gold::Score {
    let mut scorer = Scorer::default();
    for (report, statements) in readings {
        scorer.add(&report.gold.text, &report.gold.attributions, statements);
    }
    scorer.score()
}

/// All gold files below the folders, by name, each with its group: its folder in a set, itself elsewhere.
fn files(root: &Path, folders: &[String]) -> Result<Vec<(String, PathBuf)>, String> {
    let mut out = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(|e| format!("{}: {e}", folder.display()))? {
            let path = entry.map_err(|e| e.to_string())?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "gold") {
                let group = if folder.join("set.json").exists() { folder.clone() } else { path.clone() };
                out.push((group.display().to_string(), path));
            }
        }
    }
    out.sort();
    Ok(out)
}
