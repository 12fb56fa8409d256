//! Text to statements on one core, in bytes a second, beside a regex scan for the same verbs over the same text: the least
//! that any reader of reports does. `cargo bench -p isnad-flow`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use isnad_languages::Tables;
use isnad_statement::StatementReader;
use isnad_text::Text;
use regex::Regex;
use std::{hint::black_box, path::Path};

/// All unfrozen Arabic gold reports, without marks, again and again up to `size` bytes.
fn arabic(size: usize, paragraphs: bool) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/reports");
    let reports = isnad_gold::read(&folder).unwrap();
    let mut all: String = reports
        .iter()
        .filter(|gold| gold.language == "ar" && !gold.frozen())
        .map(|gold| gold.text.clone() + "\n\n")
        .collect();
    if !paragraphs {
        all = all.replace(['\n', '.', '؟', '!'], " ");
    }
    let mut text = all.repeat(size / all.len() + 1);
    text.truncate(text.floor_char_boundary(size));
    text
}

fn statements(criterion: &mut Criterion) {
    let reader = StatementReader::new(Tables::embedded());
    let verbs: Vec<String> = Tables::embedded()
        .table("ar", "reporting_verbs")
        .rows()
        .map(|row| regex::escape(row.get("past")))
        .filter(|lemma| !lemma.is_empty())
        .collect();
    let scan = Regex::new(&format!(r"\b[وف]?(?:{})\b", verbs.join("|"))).unwrap();
    let mut group = criterion.benchmark_group("arabic");
    group.sample_size(10);
    let inputs = [
        ("1 MB", arabic(1 << 20, true)),
        ("10 MB", arabic(10 << 20, true)),
        ("one sentence of 1 MB", arabic(1 << 20, false)),
    ];
    for (name, text) in &inputs {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("statements", name), text, |bench, text| {
            bench.iter(|| reader.read(&Text::new(black_box(text)), "ar", &[], &[]));
        });
        group.bench_with_input(BenchmarkId::new("tokens alone", name), text, |bench, text| {
            bench.iter(|| Text::new(black_box(text)));
        });
        group.bench_with_input(BenchmarkId::new("regex scan", name), text, |bench, text| {
            bench.iter(|| scan.find_iter(black_box(text)).count());
        });
    }
    group.finish();
}

criterion_group!(benches, statements);
criterion_main!(benches);
