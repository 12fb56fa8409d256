//! The page that the first release is measured by, weighed alone: its two disputes with the right statements on both sides,
//! its operations apart, and the one gate that family, officials and analyst spoke through. It asks the binary, as a user
//! would, and looks at nothing but what it prints.

#![allow(clippy::unwrap_used, reason = "support of tests")]

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
};

type Spans = Vec<(u64, u64)>;

fn shared() -> Option<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let there = folder.join("gold/seed.json").is_file();
    if !there {
        eprintln!("skipped: ../shared is not there");
    }
    there.then_some(folder)
}

fn isnad(command: &str, file: &Path) -> Value {
    let printed = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args([command, "--json"])
        .arg(file)
        .env("ISNAD_PLACES", "no-such-folder")
        .output()
        .unwrap();
    serde_json::from_slice(&printed.stdout).unwrap()
}

fn spans(of: &Value) -> Spans {
    let pairs = of.as_array().into_iter().flatten();
    pairs.filter_map(|pair| Some((pair[0].as_u64()?, pair[1].as_u64()?))).collect()
}

fn shared_letters(a: &Spans, b: &Spans) -> u64 {
    let common = |x: &(u64, u64), y: &(u64, u64)| x.1.min(y.1).saturating_sub(x.0.max(y.0));
    a.iter().flat_map(|x| b.iter().map(move |y| common(x, y))).sum()
}

/// Gold's name for each statement read: the one it shares most letters with.
fn names(gold: &Value, ledger: &Value) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for statement in ledger["statements"].as_array().unwrap() {
        let shared = |gold: &Value| {
            shared_letters(&spans(&gold["content"]), &spans(&statement["content"]))
                + 3 * shared_letters(&spans(&gold["cue"]), &spans(&statement["cue"]))
        };
        let all = gold["attributions"].as_array().unwrap();
        if let Some(best) = all.iter().max_by_key(|gold| shared(gold)).filter(|gold| shared(gold) > 0) {
            names.insert(statement["id"].as_str().unwrap().into(), best["id"].as_str().unwrap().into());
        }
    }
    names
}

#[test]
fn the_seed_is_weighed_as_it_was_marked() {
    let Some(shared) = shared() else { return };
    let file = shared.join("seed/report-2025-12-06.txt");
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(shared.join("gold/seed.json")).unwrap()).unwrap();
    let (ledger, weighed) = (isnad("read", &file), isnad("weigh", &file));
    let names = names(&gold, &ledger);

    let holds = |kind: &str, event: &str| {
        let first = gold["events"].as_array().unwrap().iter().find(|e| e["id"] == event).unwrap();
        let place = first["place"].as_str().unwrap();
        let all = weighed["incidents"].as_array().unwrap().iter();
        let mut found = all.filter(|i| i["place"]["name"] == place && i["type"] == kind);
        found.next().unwrap_or_else(|| panic!("no {kind} in {place}"))
    };
    let (raid, other) = (holds("raid", "e1"), holds("security operation", "e2"));
    assert_ne!(raid["id"], other["id"], "two operations");
    let near = raid["related"].as_array().unwrap().iter().any(|near| near["incident"] == other["id"]);
    assert!(near, "the other operation is related: {}", raid["related"]);

    // Who stands on which side, in gold's names.
    let sides = |question: &str| -> Vec<BTreeSet<String>> {
        let all = raid["questions"].as_array().unwrap().iter();
        let asked = all.filter(|q| q["question"] == question && q["disputed"] == true);
        let positions = asked.flat_map(|q| q["positions"].as_array().unwrap());
        positions
            .map(|p| p["by"].as_array().unwrap().iter().filter_map(|by| names.get(by[1].as_str()?).cloned()).collect())
            .collect()
    };
    for dispute in gold["disputes"].as_array().unwrap() {
        let question = dispute["question"].as_str().unwrap();
        let found = sides(question);
        assert_eq!(found.len(), 2, "{question}: {found:?}");
        // Positions that go with the first one count with it.
        let mut wanted: Vec<BTreeSet<String>> = Vec::new();
        for position in dispute["positions"].as_array().unwrap() {
            let statements = position["statements"].as_array().unwrap().iter();
            let statements = statements.map(|s| s.as_str().unwrap().to_owned()).collect::<BTreeSet<_>>();
            if position["with_first"] == true {
                wanted[0].extend(statements);
            } else {
                wanted.push(statements);
            }
        }
        let place = |side: &BTreeSet<String>| found.iter().position(|f| !f.is_disjoint(side));
        let (a, b) = (place(&wanted[0]), place(&wanted[1]));
        assert!(a.is_some() && b.is_some() && a != b, "{question}: {found:?}");
        for (side, other) in [(0, 1), (1, 0)] {
            let ours = &found[if side == 0 { a } else { b }.unwrap()];
            assert!(ours.is_disjoint(&wanted[other]), "{question}: {ours:?} on the wrong side");
            let right = ours.intersection(&wanted[side]).count();
            assert!(right * 5 >= wanted[side].len() * 3, "{question}: {ours:?} of {:?}", wanted[side]);
        }
    }

    // Family, officials and analyst all spoke to one agency.
    let through = weighed["roots"].as_array().unwrap().iter().filter(|root| {
        let gates = root["gates"].as_array().unwrap();
        gates.iter().any(|gate| gate == "Associated Press") && root["name"] != "Associated Press"
    });
    assert!(through.count() >= 3, "roots through the Associated Press");
}
