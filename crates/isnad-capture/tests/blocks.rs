//! How pages and texts are parted into blocks: `cases/NAME.blocks` holds what is read from each example, one line a block.
//! `BLESS=1` writes the files anew; read the difference before keeping it.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_capture::{Captured, Doors, Form, files};
use isnad_languages::Tables;
use isnad_ledger::BlockKind;
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn describe(captured: &Captured) -> String {
    let report = &captured.report;
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "?".to_owned());
    let published = report.published.map(|moment| moment.to_string());
    let mut out = format!(
        "{} | {} | {} | {}\n",
        said(&report.language),
        said(&published),
        said(&report.publisher),
        said(&report.title)
    );
    for block in &report.blocks {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let words = block.span.of(&report.text);
        let start: String = words.chars().take(60).collect();
        let more = if start.len() < words.len() { "…" } else { "" };
        writeln!(out, "{kind:9} {start}{more}").unwrap();
    }
    out
}

#[test]
fn examples() {
    let doors = Doors::new(Tables::embedded());
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut inputs = files(&root().join("examples/al-dumayr")).unwrap();
    inputs.extend(files(&cases).unwrap());
    for path in inputs {
        let captured = doors.open(&path).unwrap().next().unwrap().unwrap();
        let kept = cases.join(format!("{}.blocks", captured.report.id));
        let now = describe(&captured);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&kept, &now).unwrap();
        }
        assert_eq!(fs::read_to_string(&kept).unwrap_or_default(), now, "{}", path.display());
    }
}

#[test]
fn seed() {
    let shared = root().join("../shared");
    if !shared.is_dir() {
        eprintln!("skipped: ../shared is not there");
        return;
    }
    let text = fs::read_to_string(shared.join("seed/report-2025-12-06.txt")).unwrap();
    let gold: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(shared.join("gold/seed.json")).unwrap()).unwrap();
    let doors = Doors::new(Tables::embedded());
    let report = doors.bytes("seed", text.clone().into(), Form::Text).unwrap().report;
    let spans = |kind: BlockKind| -> Vec<serde_json::Value> {
        let blocks = report.blocks.iter().filter(|block| block.kind == kind);
        blocks.map(|block| serde_json::to_value(block.span).unwrap()).collect()
    };
    let lines = spans(BlockKind::Furniture);
    let numbers: Vec<usize> = lines
        .iter()
        .map(|span| {
            let start = span[0].as_u64().unwrap() as usize;
            text.chars().take(start).filter(|c| *c == '\n').count()
        })
        .collect();
    assert_eq!(serde_json::json!(spans(BlockKind::Title)), serde_json::json!([gold["title"]]));
    assert_eq!(serde_json::json!(spans(BlockKind::Heading)), gold["headings"]);
    assert_eq!(serde_json::json!(spans(BlockKind::ListItem)), gold["blocks_list_items"]);
    assert_eq!(serde_json::json!(numbers), gold["boilerplate_lines"]);
}
