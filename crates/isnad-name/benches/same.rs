//! Pairs compared a second, making the spellings ready included and not; by processor time and for lists see `rates`.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isnad_languages::Tables;
use isnad_name::same::Matcher;

const PEOPLE: &str = include_str!("../tests/data/persons.tsv");

fn pairs() -> Vec<(&'static str, &'static str)> {
    let rows = PEOPLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?))
    })
    .collect()
}

fn compare(c: &mut Criterion) {
    let matcher = Matcher::new(Tables::embedded());
    let pairs = pairs();
    let ready: Vec<_> = pairs.iter().map(|(a, b)| (matcher.spelling(a), matcher.spelling(b))).collect();
    let mut group = c.benchmark_group("compare");
    group.throughput(Throughput::Elements(pairs.len() as u64));
    group.bench_function("names that are ready", |b| {
        b.iter(|| ready.iter().map(|(x, y)| matcher.compare(x, y).score).sum::<f32>());
    });
    group.bench_function("every first with the next second", |b| {
        let next = ready.iter().cycle().skip(97);
        b.iter(|| ready.iter().zip(next.clone()).map(|(x, y)| matcher.compare(&x.0, &y.1).score).sum::<f32>());
    });
    group.bench_function("from text", |b| {
        b.iter(|| {
            let score = |(x, y): &(&str, &str)| matcher.compare(&matcher.spelling(x), &matcher.spelling(y)).score;
            pairs.iter().map(score).sum::<f32>()
        });
    });
    group.finish();
}

criterion_group!(benches, compare);
criterion_main!(benches);
