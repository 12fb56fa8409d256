//! `isnad score`: how well statements are read, against gold files. It learns nothing and prints no frozen file's words.

use crate::{exit::Exit, hint::WithHint, out, tables, view::scores};
use isnad_capture::{Captured, Doors, Form};
use isnad_flow::{Options, Reader};
use isnad_gold::{Across, Beyond, Gold, GoldSet, Score, Scorer, SetScore};
use isnad_ledger::Ledger;
use isnad_name::same::Linker;
use isnad_weigh::Weigher;
use std::{
    collections::HashSet,
    io::Write,
    path::{Path, PathBuf},
};

const EXAMPLES: &str = "\
Examples:
  isnad score gold/reports                 all reports as one
  isnad score --each gold/reports/en-*     a row a report
  isnad score --misses gold/reports/ar-01.gold
  isnad score gold/sets/*                  sets, read as one input

A .gold file is a text with inline marks, a .json file points into a text. What is measured: gold/GUIDELINES.md.";

/// Score readings against gold files
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Gold: .gold files, .json files in the seed's form, folders of them, or folders with a set.json
    #[arg(required = true, value_name = "GOLD")]
    gold: Vec<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Print a row for each report; frozen reports of a language share one
    #[arg(long)]
    each: bool,
    /// List what is wrong, with its words; frozen reports are left out
    #[arg(long)]
    misses: bool,
    /// Tables of yours to lay over the built-in ones
    #[arg(long, value_name = "DIR")]
    languages: Option<PathBuf>,
    /// Write here instead of to standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

/// All gold of a command line.
#[derive(Default)]
struct Everything {
    reports: Vec<Gold>,
    sets: Vec<GoldSet>,
}

impl Everything {
    fn add(&mut self, path: &Path) -> anyhow::Result<()> {
        const HINT: &str = "gold is a .gold file, a .json file in the seed's form, or a folder of them";
        if GoldSet::is_set(path) {
            self.sets.push(GoldSet::read(path).hint(HINT)?);
        } else if path.is_dir() {
            let mut inside: Vec<PathBuf> = std::fs::read_dir(path)?.flatten().map(|entry| entry.path()).collect();
            inside.sort();
            for entry in inside {
                let named = entry.extension().is_some_and(|ending| ending == "gold" || ending == "json");
                if entry.is_dir() || named {
                    self.add(&entry)?;
                }
            }
        } else {
            self.reports.extend(isnad_gold::read(path).hint(HINT)?);
        }
        Ok(())
    }
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    let mut gold = Everything::default();
    for path in &args.gold {
        gold.add(path)?;
    }
    let in_sets = gold.sets.iter().flat_map(|set| set.reports.iter().map(|report| (set.id(&report.name), report)));
    let set_ids: HashSet<String> = in_sets.clone().map(|(id, _)| id).collect();
    let alone = gold.reports.iter().map(|report| (report.name.clone(), report));
    let all: Vec<(String, &Gold)> = alone.chain(in_sets).collect();
    anyhow::ensure!(!all.is_empty(), "no gold there");
    let tables = tables::load(args.languages.as_deref())?;
    let (reader, doors) = (Reader::new(&tables), Doors::new(&tables));
    let mut out = out::open(args.out.as_deref())?;
    let (mut scorer, mut beyond) = (Scorer::default(), Beyond::default());
    let (mut within, mut across) = (Across::default(), Across::default());
    let mut rows: Vec<(String, Scorer)> = Vec::new();
    let mut in_sets = Vec::new();
    for (id, gold) in all {
        let ledger = read(&reader, &doors, &id, gold)?;
        scorer.add(&gold.text, &gold.attributions, &ledger.statements);
        let misses = beyond.add(gold, &ledger.statements);
        if args.misses && !gold.frozen() {
            scores::misses(&mut out, &id, gold, &ledger, &misses)?;
        }
        if args.each {
            let row = if gold.frozen() { format!("frozen {}", gold.language) } else { id.clone() };
            let at = rows.iter().position(|(name, _)| *name == row).unwrap_or_else(|| {
                rows.push((row, Scorer::default()));
                rows.len() - 1
            });
            rows[at].1.add(&gold.text, &gold.attributions, &ledger.statements);
        }
        within.add(&id, gold, &ledger.names, &ledger.statements);
        if set_ids.contains(&id) {
            let set = id.split('.').next().unwrap_or_default();
            across.add(set, gold, &ledger.names, &ledger.statements);
            in_sets.push(ledger);
        }
    }
    let sets = (!gold.sets.is_empty()).then(|| {
        let weighed = Weigher::new(&tables).weigh(&in_sets);
        SetScore::of(&weighed, &in_sets, &gold.sets)
    });
    let rows: Vec<(String, Score)> = rows.into_iter().map(|(row, scorer)| (row, scorer.score())).collect();
    let linker = Linker::new(&tables);
    for group in across.groups() {
        let pairs = linker.links(&across.names(&group));
        across.link(&group, &pairs);
    }
    let who = scores::Who { within, across: sets.is_some().then_some(across) };
    write(&mut out, args.json, &scorer.score(), (&beyond, &who), &rows, sets.as_ref())?;
    out.flush()?;
    Ok(Exit::Done)
}

/// The ledger of a gold file's text, with what its header says of its publication.
fn read(reader: &Reader, doors: &Doors, id: &str, gold: &Gold) -> anyhow::Result<Ledger> {
    let Captured { mut report, notes, original } = doors.bytes(id, gold.text.clone().into_bytes(), Form::Text)?;
    report.published = gold.published;
    report.publisher = gold.publisher.clone();
    report.title = gold.title.clone().or(report.title);
    report.url = gold.url.clone();
    report.language = Some(gold.language.clone());
    Ok(reader.read(Captured { report, notes, original }, &Options::default()))
}

fn write(
    out: &mut dyn Write,
    json: bool,
    score: &Score,
    (beyond, who): (&Beyond, &scores::Who),
    rows: &[(String, Score)],
    sets: Option<&SetScore>,
) -> anyhow::Result<()> {
    if json {
        let mut all = serde_json::to_value(score)?;
        all["beyond"] = scores::json(beyond)?;
        all["who"] = who.json();
        if !rows.is_empty() {
            all["each"] = rows.iter().map(|(id, score)| serde_json::json!({"id": id, "score": score})).collect();
        }
        if let Some(sets) = sets {
            all["sets"] = serde_json::to_value(sets)?;
        }
        writeln!(out, "{all}")?;
        return Ok(());
    }
    scores::rows(out, rows)?;
    scores::score(out, score)?;
    scores::beyond(out, beyond)?;
    who.print(out)?;
    sets.map_or(Ok(()), |sets| scores::sets(out, sets))?;
    Ok(())
}
