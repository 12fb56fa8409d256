//! Pairs compared a second, making the spellings ready included and not, and two lists linked.

#![allow(missing_docs, reason = "criterion's macros make public functions")]
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use isnad_languages::Tables;
use isnad_name::same::{Index, Matcher};

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

/// Names of a given name, a father's and a family's, by a fixed rule: two given names out of some three hundred, and a
/// family name out of some thousands.
fn list(column: usize, length: usize) -> Vec<String> {
    let given: Vec<&str> = pairs().iter().filter_map(|row| [row.0, row.1][column].split(' ').next()).collect();
    let syllables = [
        ["با", "دو", "ري", "شا", "مو", "كا", "لي", "نا", "سو", "في", "حا", "عو", "طا", "زي", "قا", "جو"],
        ["ba", "dou", "ri", "sha", "mou", "ka", "li", "na", "sou", "fi", "ha", "ou", "ta", "zi", "qa", "jo"],
    ];
    let mut seed = 1u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let name = |_| {
        let (own, father) = (given[draw(given.len())], given[draw(given.len())]);
        let family: String = (0..3).map(|_| syllables[column][draw(16)]).collect();
        format!("{own} {father} {family}")
    };
    (0..length).map(name).collect()
}

fn link(c: &mut Criterion) {
    let matcher = Matcher::new(Tables::embedded());
    let mut group = c.benchmark_group("link");
    group.sample_size(10);
    for length in [1_000, 100_000] {
        let (arabic, latin) = (list(0, length), list(1, length));
        group.bench_function(BenchmarkId::from_parameter(length), |b| {
            b.iter(|| {
                let index = Index::new(&matcher, latin.iter().map(String::as_str));
                arabic.iter().map(|name| index.find(name).len()).sum::<usize>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, compare, link);
criterion_main!(benches);
