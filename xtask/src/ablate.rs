//! `cargo xtask ablate`: what learning and what each construction brings, as tables for BENCHMARKS.md. Frozen reports appear as
//! one figure a language; nothing is written.

use crate::corpus::{Corpus, scored};
use crate::learn::PLAN;
use isnad_languages::Tables;
use isnad_ledger::Statement;
use isnad_statement::learn::{Lesson, Plan, learn};
use isnad_statement::{CONSTRUCTIONS, Feature, Weights};
use std::{fmt::Write as _, path::Path};

/// Into how many parts the reports are cut: each is read by weights learnt from the others.
const PARTS: usize = 12;

/// One way to come by weights, or with fewer constructions.
struct Variant {
    name: String,
    /// How they are learnt; `None` = set by hand.
    plan: Option<Plan>,
    /// Constructions left out of learning and reading, by number.
    without: Vec<usize>,
}

impl Variant {
    fn new(name: &str, plan: Option<Plan>, without: Vec<usize>) -> Variant {
        Variant { name: name.to_owned(), plan, without }
    }

    fn weights(&self, lessons: &[&Lesson], hand: &Weights) -> Weights {
        let weights = match self.plan {
            None => hand.clone(),
            Some(plan) => {
                let kept: Vec<Lesson> = lessons.iter().filter_map(|lesson| lesson.without(&self.without)).collect();
                learn(&kept.iter().collect::<Vec<_>>(), plan)
            }
        };
        self.without.iter().fold(weights, |weights, number| weights.without(*number))
    }

    /// relation50 in per cent: F1 on reports left out, F1 on the frozen ones.
    fn score(&self, corpus: &Corpus, hand: &Weights) -> [f64; 2] {
        let unseen = corpus.left_out(PARTS, |lessons| self.weights(lessons, hand));
        let reader = corpus.reader(self.weights(&corpus.lessons(), hand));
        let frozen: Vec<Vec<Statement>> = corpus.frozen.iter().map(|report| report.read(&reader)).collect();
        let left_out = scored(corpus.reports.iter().zip(&unseen));
        [left_out, scored(corpus.frozen.iter().zip(&frozen))].map(|score| score.relation50.f1)
    }
}

/// The tables for the gold in `folders`, in Markdown.
///
/// # Errors
/// One line that says what cannot be read.
pub(crate) fn run(root: &Path, folders: &[String]) -> Result<String, String> {
    let hand = format!("#replace\n{}", include_str!("../hand_weights.tsv"));
    let hand = Tables::embedded().clone().with("hand", "statement_weights", &hand).map_err(|e| e.to_string())?;
    let set = hand.table("hand", "statement_weights");
    let set: Vec<&str> = set.rows().map(|row| row.get("feature")).collect();
    let unset = Feature::ALL.iter().map(|feature| feature.name()).filter(|name| !set.contains(name));
    let mut out = String::new();
    for name in unset {
        let _ = writeln!(out, "not in hand_weights.tsv: {name}");
    }
    let hand = Weights::read(&hand, "hand");
    let corpora = [Corpus::read(root, folders, "ar")?, Corpus::read(root, folders, "en")?];
    for (title, variants) in tables() {
        let _ = writeln!(
            out,
            "| {title} | Arabic, left out | frozen | English, left out | frozen |\n|---|---|---|---|---|"
        );
        for variant in variants {
            let figures = corpora.each_ref().map(|corpus| variant.score(corpus, &hand));
            let [[arabic, frozen_arabic], [english, frozen_english]] = figures;
            let _ = writeln!(
                out,
                "| {} | {arabic:.1} | {frozen_arabic:.1} | {english:.1} | {frozen_english:.1} |",
                variant.name
            );
        }
        out.push('\n');
    }
    Ok(out)
}

/// The tables with their rows.
fn tables() -> [(&'static str, Vec<Variant>); 3] {
    let all: Vec<usize> = (0..CONSTRUCTIONS.len()).collect();
    let shared = Plan { additions: false, edges: false, ..PLAN };
    let whole = Plan { edges: false, ..PLAN };
    let weights = vec![
        Variant::new("set by hand", None, Vec::new()),
        Variant::new("learnt, one for all constructions", Some(shared), Vec::new()),
        Variant::new("learnt, with what constructions and kinds of cues add", Some(whole), Vec::new()),
        Variant::new("learnt, with the words at the edges too", Some(PLAN), Vec::new()),
    ];
    let one_less = all.iter().map(|number| Variant::new(CONSTRUCTIONS[*number], Some(PLAN), vec![*number]));
    let up_to = all.iter().map(|number| Variant::new(CONSTRUCTIONS[*number], Some(PLAN), all[number + 1..].to_vec()));
    [("weights", weights), ("all constructions but", one_less.collect()), ("constructions up to", up_to.collect())]
}
