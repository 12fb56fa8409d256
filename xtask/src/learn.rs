//! `cargo xtask learn`: makes the weights of the statement resolver from the project's gold, and says how well it does on
//! reports it has not learnt from. It reads no frozen report.

use isnad_gold::{Beyond, Gold, Scorer};
use isnad_languages::Tables;
use isnad_ledger::{BlockKind, Span, Statement};
use isnad_name::NameReader;
use isnad_statement::learn::{Annotated, Coverage, Lesson, learn, lessons};
use isnad_statement::{CONSTRUCTIONS, Feature, StatementReader, Weights};
use isnad_text::Text;
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

const PRIOR: f32 = 0.5;
const ROUNDS: usize = 300;

struct Learnt {
    /// Reports that tell of the same: a set's share one, so that no copy is learnt from while its original is tested.
    group: String,
    gold: Gold,
    blocks: Vec<isnad_ledger::Block>,
    names: Vec<isnad_ledger::Name>,
    lessons: Vec<Lesson>,
}

/// Learns the weights of both languages from the gold in `folders` and writes them into the tables.
///
/// # Errors
/// One line that says what cannot be read or written.
pub(crate) fn run(root: &Path, folders: &[String], options: &[&str]) -> Result<(), String> {
    let reader = StatementReader::new(Tables::embedded());
    let name_reader = NameReader::new(Tables::embedded());
    let show = options.contains(&"--misses");
    for language in ["ar", "en"] {
        let mut learnt = Vec::new();
        let (mut coverage, mut missed) = (Coverage::default(), Vec::new());
        for (group, file) in files(root, folders)? {
            let golds = isnad_gold::read(&file).map_err(|e| e.to_string())?;
            for gold in golds.into_iter().filter(|gold| gold.language == language && !gold.frozen()) {
                let blocks = blocks(&gold);
                let (names, _) = name_reader.read(&Text::new(&gold.text), language, &blocks);
                let annotated: Vec<Annotated> = (gold.attributions.iter())
                    .map(|a| Annotated {
                        source: a.source.clone(),
                        cue: a.cue.clone(),
                        content: a.content.clone(),
                        optional: a.optional,
                    })
                    .collect();
                let mut misses = Vec::new();
                let (found, one) = lessons(&reader, &gold.text, language, &blocks, &names, &annotated, &mut misses);
                missed.extend(misses.into_iter().map(|miss| format!("{} {miss}", gold.name)));
                coverage.annotated += one.annotated;
                coverage.with_cue += one.with_cue;
                coverage.with_candidate += one.with_candidate;
                learnt.push(Learnt { group: group.clone(), gold, blocks, names, lessons: found });
            }
        }
        eprintln!("{language}: {} reports, {coverage:?}", learnt.len());
        if show {
            missed.iter().for_each(|miss| eprintln!("  {miss}"));
        }
        let all: Vec<&Lesson> = learnt.iter().flat_map(|one| &one.lessons).collect();
        let weights = learn(&all, PRIOR, ROUNDS);
        let tally = isnad_statement::learn::tally(&all, &weights);
        eprintln!(
            "  nothing right/wrong {}/{}, reading right/other/none {}/{}/{}",
            tally[0], tally[1], tally[2], tally[3], tally[4]
        );
        report(&reader, language, &learnt, &weights, show);
        for file in options.iter().filter_map(|option| option.strip_prefix("--test=")) {
            test(&reader.clone().with_weights(language, weights.clone()), &name_reader, language, Path::new(file))?;
        }
        write(root, language, &weights)?;
    }
    Ok(())
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

/// A gold file's first line is its headline; the rest is prose.
fn blocks(gold: &Gold) -> Vec<isnad_ledger::Block> {
    let text = Text::new(&gold.text);
    let kind = |number: usize| if number == 0 { BlockKind::Title } else { BlockKind::Paragraph };
    (text.paragraphs().iter().enumerate())
        .map(|(number, tokens)| isnad_ledger::Block { kind: kind(number), span: text.span(tokens.clone()) })
        .collect()
}

/// Figures on the reports learnt from, and leaving each report out in turn.
fn report(reader: &StatementReader, language: &str, learnt: &[Learnt], weights: &Weights, show: bool) {
    let (mut seen, mut unseen) = (Scorer::default(), Scorer::default());
    let with_all = reader.clone().with_weights(language, weights.clone());
    let mut left_out: Option<(&str, StatementReader)> = None;
    for one in learnt {
        if left_out.as_ref().is_none_or(|(group, _)| *group != one.group) {
            let others: Vec<&Lesson> =
                learnt.iter().filter(|other| other.group != one.group).flat_map(|other| &other.lessons).collect();
            left_out = Some((&one.group, reader.clone().with_weights(language, learn(&others, PRIOR, ROUNDS))));
        }
        let Some((_, left_out)) = &left_out else { continue };
        for (reader, scorer) in [(&with_all, &mut seen), (left_out, &mut unseen)] {
            let (statements, _) = reader.read(&Text::new(&one.gold.text), language, &one.blocks, &one.names);
            if show && std::ptr::eq(reader, &with_all) {
                errors(&one.gold, &statements);
            }
            scorer.add(&one.gold.text, &one.gold.attributions, &statements);
        }
    }
    for (name, scorer) in [("learnt from", seen), ("left out", unseen)] {
        let score = scorer.score();
        eprintln!(
            "  {name}: relation50 {:?}, source exact {:?}, content exact {:?}",
            score.relation50, score.source.exact, score.content.exact
        );
    }
}

/// How the weights do on gold they were not learnt from; frozen reports as one figure, without their words.
fn test(reader: &StatementReader, names: &NameReader, language: &str, file: &Path) -> Result<(), String> {
    let mut scorer = Scorer::default();
    let golds = isnad_gold::read(file).map_err(|e| e.to_string())?;
    for gold in golds.iter().filter(|gold| gold.language == language) {
        let text = Text::new(&gold.text);
        let blocks = blocks(gold);
        let (names, _) = names.read(&text, language, &blocks);
        let (statements, _) = reader.read(&text, language, &blocks, &names);
        scorer.add(&gold.text, &gold.attributions, &statements);
        if !gold.frozen() {
            errors(gold, &statements);
        }
    }
    let score = scorer.score();
    eprintln!("  {}: relation50 {:?}, content exact {:?}", file.display(), score.relation50, score.content.exact);
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
    let columns = CONSTRUCTIONS.join("\t");
    let mut table =
        format!("# Made by `cargo xtask learn` from gold/; see CONTRIBUTING.md.\nfeature\tall\t{columns}\n");
    for feature in Feature::ALL {
        let row: Vec<String> = weights.rows.iter().map(|row| format!("{:.2}", row[*feature as usize])).collect();
        writeln!(table, "{}\t{}", feature.name(), row.join("\t")).map_err(|e| e.to_string())?;
    }
    let file = root.join(format!("crates/isnad-languages/{language}/statement_weights.tsv"));
    fs::write(&file, table).map_err(|e| format!("{}: {e}", file.display()))
}
