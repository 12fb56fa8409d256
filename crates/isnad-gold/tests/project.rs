//! The project's own gold hangs together: what a `set.json` points at is there, and the roots it names are those of the
//! statements it lists. It scores nothing and opens no frozen report.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_gold::{Gold, GoldSet};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn gold(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold").join(folder)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn our_reports_are_well_formed_and_none_has_a_frozen_name() {
    let reports = isnad_gold::read(&gold("own")).unwrap();
    assert!(reports.len() >= 20);
    for report in &reports {
        assert!(!report.frozen(), "{}", report.name);
        let marked: BTreeSet<_> = report.attributions.iter().map(|one| one.id.as_str()).collect();
        for event in list(&report.header["events"]) {
            for by in list(&event["by"]) {
                assert!(marked.contains(by.as_str().unwrap()), "{}: {event} is by {by}", report.name);
            }
        }
    }
}

#[test]
fn sets_point_at_what_is_there() {
    let mut sets = 0;
    for folder in ["sets", "own-sets"] {
        for entry in fs::read_dir(gold(folder)).unwrap() {
            let path = entry.unwrap().path();
            if GoldSet::is_set(&path) {
                let wrong = faults(&path);
                assert!(wrong.is_empty(), "{}:\n{}", path.display(), wrong.join("\n"));
                sets += 1;
            }
        }
    }
    assert!(sets >= 5);
}

/// What is wrong with a set, in words.
fn faults(folder: &Path) -> Vec<String> {
    let set = GoldSet::read(folder).unwrap();
    let index: Value = serde_json::from_str(&fs::read_to_string(folder.join("set.json")).unwrap()).unwrap();
    let reports: BTreeMap<&str, &Gold> = set.reports.iter().map(|report| (report.name.as_str(), report)).collect();
    let mut wrong = Vec::new();
    for incident in list(&index["incidents"]) {
        for mention in list(&incident["mentions"]) {
            let report = mention["report"].as_str().and_then(|name| reports.get(name));
            if !report.is_some_and(|report| tells(report, &mention["event"])) {
                wrong.push(format!("{}: no {mention}", incident["id"]));
            }
        }
        for question in list(&incident["questions"]) {
            let positions = list(&question["positions"]);
            if question["disputed"] != Value::Bool(positions.len() > 1) {
                wrong.push(format!("{} {}: disputed, or not?", incident["id"], question["question"]));
            }
            for position in positions {
                let at = format!("{} {} {}", incident["id"], question["question"], position["value"]);
                match roots(position, &reports, &set.same_root) {
                    Ok(roots) if roots == named(&position["roots"], &set.same_root) => {}
                    Ok(roots) => wrong.push(format!("{at}: the statements' roots are {roots:?}")),
                    Err(problem) => wrong.push(format!("{at}: {problem}")),
                }
            }
        }
    }
    let made = set.derivations.iter().flat_map(|one| [&one.report, &one.from]);
    wrong.extend(made.filter(|name| !reports.contains_key(name.as_str())).map(|name| format!("derivation: no {name}")));
    for spelt in list(&index["people"]).iter().chain(list(&index["places"])).flat_map(|one| list(&one["spellings"])) {
        let found = reports.get(spelt[0].as_str().unwrap_or_default());
        if !found.is_some_and(|report| report.text.contains(spelt[1].as_str().unwrap_or_default())) {
            wrong.push(format!("spelling: no {spelt}"));
        }
    }
    wrong
}

/// Whether a report's header has this event; a mention without one is right.
fn tells(report: &Gold, event: &Value) -> bool {
    event.is_null() || list(&report.header["events"]).iter().any(|one| one["id"] == *event)
}

/// The origins of the statements that give a position, updates included.
fn roots(
    position: &Value,
    reports: &BTreeMap<&str, &Gold>,
    same: &BTreeMap<String, String>,
) -> Result<BTreeSet<String>, String> {
    let updates = list(&position["updates"]).iter().flat_map(|update| list(&update["by"]));
    let mut roots = BTreeSet::new();
    for by in list(&position["by"]).iter().chain(updates) {
        let report = reports.get(by[0].as_str().unwrap_or_default());
        let found = report.and_then(|report| report.attributions.iter().find(|one| by[1] == one.id.as_str()));
        let root = found.ok_or(format!("no {by}"))?.chain.last().ok_or(format!("{by} has no root"))?;
        roots.insert(same.get(root).unwrap_or(root).clone());
    }
    Ok(roots)
}

fn named(roots: &Value, same: &BTreeMap<String, String>) -> BTreeSet<String> {
    let names = list(roots).iter().filter_map(Value::as_str);
    names.map(|name| same.get(name).map_or(name, String::as_str).to_owned()).collect()
}
