//! The scores agree with the project's scoring scripts to the decimal. Predictions are the gold, damaged in a way that is
//! the same in every run. Skipped where the scripts or Python are not there.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_gold::{Attribution, Gold, GoldSet, Scorer, SetScore};
use isnad_ledger::{Ledger, Span, Weighed};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

fn shared() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold");
    let python = Command::new("python3").arg("--version").output();
    if shared.is_dir() && python.is_ok_and(|out| out.status.success()) {
        return Some(shared);
    }
    eprintln!("skipped: ../shared or python3 is not there");
    None
}

/// A generator of small numbers that is the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % sides
    }
}

fn damaged(gold: &Gold, dice: &mut Dice) -> Vec<Attribution> {
    let length = gold.text.chars().count() as u32;
    let move_ends = |spans: &[Span], dice: &mut Dice| -> Vec<Span> {
        let moved = spans.iter().map(|span| {
            let start = (span.start() + dice.roll(3) * dice.roll(9)).min(length);
            let end = (span.end() + dice.roll(3) * dice.roll(20)).clamp(start, length);
            Span::within(start, end, length).unwrap()
        });
        moved.collect()
    };
    let mut out = Vec::new();
    for one in &gold.attributions {
        for _ in 0..[0, 1, 1, 1, 2][dice.roll(5) as usize] {
            out.push(Attribution {
                source: move_ends(&one.source, dice),
                cue: if dice.roll(8) == 0 { Vec::new() } else { move_ends(&one.cue, dice) },
                content: move_ends(&one.content, dice),
                ..one.clone()
            });
        }
    }
    out
}

fn row(doc: &str, one: &Attribution) -> Value {
    json!({"doc": doc, "source": one.source, "cue": one.cue, "content": one.content, "optional": one.optional})
}

fn workplace(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isnad-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("text")).unwrap();
    folder
}

fn run(script: &Path, args: &[&Path]) -> Value {
    let out = Command::new("python3").arg(script).args(args).arg("--json").output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn statements() {
    let Some(shared) = shared() else { return };
    let mut all = isnad_gold::read(&shared.join("reports")).unwrap();
    all.extend(isnad_gold::read(&shared.join("seed.json")).unwrap());
    assert!(all.len() > 20);
    let folder = workplace("score");
    let mut dice = Dice(7);
    let mut scorer = Scorer::default();
    let (mut gold_rows, mut predicted_rows) = (String::new(), String::new());
    for gold in &all {
        let predicted = damaged(gold, &mut dice);
        scorer.add(&gold.text, &gold.attributions, &predicted);
        fs::write(folder.join(format!("text/{}.txt", gold.name)), &gold.text).unwrap();
        gold.attributions.iter().for_each(|a| gold_rows += &format!("{}\n", row(&gold.name, a)));
        predicted.iter().for_each(|a| predicted_rows += &format!("{}\n", row(&gold.name, a)));
    }
    let (g, p) = (folder.join("gold.jsonl"), folder.join("pred.jsonl"));
    fs::write(&g, gold_rows).unwrap();
    fs::write(&p, predicted_rows).unwrap();
    let theirs = run(&shared.join("tools/score.py"), &[&g, &p, Path::new("--text"), &folder.join("text")]);
    let ours = serde_json::to_value(scorer.score()).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(ours, theirs);
}

/// A comparison of the sets with every third mention, position and root of the gold put wrong.
fn weighed(sets: &[GoldSet], dice: &mut Dice) -> Weighed {
    let mut incidents = Vec::new();
    let mut roots: Vec<Value> = Vec::new();
    for set in sets {
        for incident in &set.incidents {
            let mentions: Vec<Value> = incident
                .mentions
                .iter()
                .filter(|_| dice.roll(3) > 0)
                .map(|m| json!({"report": set.id(&m.report), "event": "e1"}))
                .collect();
            let questions: Vec<Value> = incident.questions.iter().map(|q| {
                let positions: Vec<Value> = q.positions.iter().map(|p| {
                    let by: Vec<Value> = p.by.iter().filter(|_| dice.roll(4) > 0).map(|(r, a)| json!([set.id(r), a])).collect();
                    roots.push(json!({"id": format!("o{}", dice.roll(9)), "name": "", "statements": by, "reports": [], "gates": [], "indistinct_from": []}));
                    let value = if p.value.is_null() { json!("?") } else { p.value.clone() };
                    json!({"value": value, "denies": null, "stances": [], "by": by, "roots": [], "gates": [], "updates": [], "reversal_of": null})
                }).collect();
                json!({"question": q.question, "disputed": dice.roll(4) > 0, "positions": positions})
            }).collect();
            let start = incident.date.get(0).unwrap_or(&incident.date);
            incidents.push(json!({"id": format!("i{}", incidents.len()), "type": "raid", "start": start, "end": null, "place": null,
                "mentions": mentions, "related": [], "questions": questions, "roots": [], "low": null, "best": null, "high": null}));
        }
    }
    let derivations: Vec<Value> = sets
        .iter()
        .flat_map(|set| set.derivations.iter().map(|d| (set.id(&d.report), set.id(&d.from))))
        .enumerate()
        .map(|(i, (report, from))| {
            let from = if i % 3 == 0 { format!("{from}x") } else { from };
            json!({"report": report, "from": from, "how": "cited", "score": 0.5, "evidence": []})
        })
        .collect();
    serde_json::from_value(json!({"incidents": incidents, "roots": roots, "derivations": derivations, "notes": []}))
        .unwrap()
}

fn ledger(id: &str, gold: &Gold, dice: &mut Dice) -> Ledger {
    let statements: Vec<Value> = damaged(gold, dice).iter().enumerate().map(|(i, a)| json!({
        "id": a.id.replace('a', if i % 5 == 0 { "b" } else { "a" }), "source": a.source, "cue": a.cue, "content": a.content,
        "kind": a.kind, "stance": a.stance, "mode": a.mode, "speaker": a.speaker, "speakers": [], "subset_of": null,
        "chain": a.chain, "via": [], "gate": null, "inside": null, "caveat": null, "construction": "", "confidence": 0.5})).collect();
    serde_json::from_value(json!({"ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": id, "url": null, "title": null, "publisher": null, "published": null, "language": null,
            "sha256": "", "text_sha256": "", "text": gold.text, "blocks": []},
        "times": [], "places": [], "names": [], "quantities": [], "statements": statements, "events": [], "relations": [], "notes": []}))
    .unwrap()
}

#[test]
fn sets() {
    let Some(shared) = shared() else { return };
    let mut folders: Vec<PathBuf> =
        fs::read_dir(shared.join("sets")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let sets: Vec<GoldSet> = folders.iter().map(|f| GoldSet::read(f).unwrap()).collect();
    let folder = workplace("sets");
    for seed in 1..6 {
        let mut dice = Dice(seed);
        let ledgers: Vec<Ledger> = sets
            .iter()
            .flat_map(|set| set.reports.iter().map(|r| (set.id(&r.name), r)))
            .map(|(id, report)| ledger(&id, report, &mut dice))
            .collect();
        let weighed = weighed(&sets, &mut dice);
        let (w, l) = (folder.join("weighed.json"), folder.join("ledgers.jsonl"));
        fs::write(&w, serde_json::to_string(&weighed).unwrap()).unwrap();
        let lines: Vec<String> = ledgers.iter().map(|l| serde_json::to_string(l).unwrap()).collect();
        fs::write(&l, lines.join("\n")).unwrap();
        let mut args = vec![w.as_path(), l.as_path()];
        args.extend(folders.iter().map(PathBuf::as_path));
        let theirs = run(&shared.join("tools/score_sets.py"), &args);
        let ours = serde_json::to_value(SetScore::of(&weighed, &ledgers, &sets)).unwrap();
        assert_eq!(ours, theirs, "seed {seed}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
