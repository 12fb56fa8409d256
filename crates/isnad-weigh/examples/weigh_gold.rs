//! Weighs sets of gold as if they had been read without a fault, and scores the result: what weighing alone can reach.
//! `cargo run -p isnad-weigh --example weigh_gold -- gold/sets [OUT]`; with OUT it leaves `ledgers.jsonl` and
//! `weighed.json` there for `score_sets.py`, and `explain.txt`, a line a decision. Folders of ledgers as JSON Lines may stand in for gold with `--ledgers FILE`.

#[path = "../tests/support/mod.rs"]
mod support;

use isnad_gold::{GoldSet, SetScore};
use isnad_ledger::Ledger;
use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folder = args.first().map_or("gold/sets", String::as_str);
    let sets = support::sets(Path::new(folder));
    let read = args.iter().position(|a| a == "--ledgers").and_then(|at| args.get(at + 1));
    let ledgers: Vec<Ledger> = match read {
        Some(file) => std::fs::read_to_string(file)
            .unwrap_or_default()
            .lines()
            .filter_map(|line| Ledger::from_json(line).ok())
            .collect(),
        None => sets.iter().flat_map(|(folder, set)| support::ledgers(folder, set)).collect(),
    };
    let weigher = isnad_weigh::Weigher::new(isnad_languages::Tables::embedded());
    let mut weighing = weigher.start();
    weighing.add(&ledgers);
    let weighed = weighing.weighed();
    let golds: Vec<GoldSet> = sets.into_iter().map(|(_, set)| set).collect();
    eprintln!("{:#?}", SetScore::of(&weighed, &ledgers, &golds));
    if let Some(out) = args.get(1).filter(|a| !a.starts_with("--")) {
        let out = Path::new(out);
        let lines: Vec<String> = ledgers.iter().filter_map(|l| serde_json::to_string(l).ok()).collect();
        let _ = std::fs::write(out.join("ledgers.jsonl"), lines.join("\n"));
        let _ = std::fs::write(out.join("explain.txt"), weighing.explain(&weighed).join("\n"));
        let _ = std::fs::write(out.join("weighed.json"), serde_json::to_string(&weighed).unwrap_or_default());
    }
}
