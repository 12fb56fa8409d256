//! Speed of reading places with the built-in gazetteer alone and with a large one, and of opening that one.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isnad_gazetteer::{Source, Store};
use isnad_languages::Tables;
use isnad_name::{PlaceReader, ReportHints};
use isnad_text::Text;
use std::path::Path;

/// The texts of the reports that are not frozen; those are not even opened.
fn reports(language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/reports");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|file| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        name.starts_with(language) && !isnad_gold::frozen(&name)
    });
    files.sort();
    files.iter().flat_map(|file| isnad_gold::read(file).expect("a gold file")).map(|gold| gold.text).collect()
}

fn speed(c: &mut Criterion) {
    let tables = Tables::embedded();
    let mut group = c.benchmark_group("places");
    group.sample_size(20);
    group.bench_function("start", |b| b.iter(|| PlaceReader::new(tables)));
    let embedded = PlaceReader::new(tables);
    let mut readers = vec![("embedded", embedded.clone())];
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/places.csv.gz");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path().to_owned());
    if file.exists() {
        store.add(&Source { file, names: None }).expect("the file is a gazetteer");
        group.bench_function("open", |b| b.iter(|| store.open()));
        let index = store.open().expect("an index").remove(0);
        readers.push(("installed", embedded.with_index(index)));
    } else {
        eprintln!("skipped: ../shared is not there");
    }
    for language in ["ar", "en"] {
        let raw = reports(language);
        let texts: Vec<Text<'_>> = raw.split("\n\n\n").map(Text::new).collect();
        group.throughput(Throughput::Bytes(raw.len() as u64));
        for (name, reader) in &readers {
            group.bench_function(format!("read-{language}-{name}"), |b| {
                b.iter(|| {
                    texts.iter().map(|text| reader.read(text, language, &ReportHints::default()).0.len()).sum::<usize>()
                })
            });
        }
    }
}

criterion_group!(benches, speed);
criterion_main!(benches);
