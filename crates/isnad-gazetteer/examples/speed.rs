//! How fast places are read with the built-in gazetteer and with an installed one beside it, by the time one core spent
//! (`/proc/self/schedstat`), so that a busy machine does not count:
//! `cargo run --release -p isnad-gazetteer --example speed -- GAZETTEER ar|en FILE…`. For wall-clock time see the bench.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for developers")]

use isnad_gazetteer::{Source, Store};
use isnad_languages::Tables;
use isnad_name::{PlaceReader, ReportHints};
use isnad_text::Text;

/// Seconds on a core so far; wall-clock time where the system does not tell.
fn seconds(start: std::time::Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |n| n / 1e9)
}

/// The shortest of several runs.
fn least<T>(runs: usize, start: std::time::Instant, mut run: impl FnMut() -> T) -> (f64, T) {
    let mut best = (f64::MAX, run());
    for _ in 0..runs {
        let before = seconds(start);
        let value = run();
        best = (f64::min(best.0, seconds(start) - before), value);
    }
    best
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(gazetteer), Some(language)) = (arguments.next(), arguments.next()) else {
        println!("speed GAZETTEER ar|en FILE…");
        return;
    };
    let start = std::time::Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path().to_owned());
    let before = seconds(start);
    let added = store.add(&Source { file: gazetteer.into(), names: None }).unwrap();
    println!("{} places installed in {:.1} s", added.rows, seconds(start) - before);
    let (time, reader) = least(3, start, || {
        (0..50).map(|_| PlaceReader::new(Tables::embedded())).fold(None, |_, made| Some(made)).unwrap()
    });
    println!("the built-in gazetteer ready in {:.1} ms", time * 1e3 / 50.0);
    let (time, index) =
        least(3, start, || (0..50).map(|_| store.open().unwrap().remove(0)).fold(None, |_, made| Some(made)).unwrap());
    println!("the installed one opened in {:.2} ms", time * 1e3 / 50.0);
    let reports: Vec<String> = arguments.map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let texts: Vec<Text<'_>> = reports.iter().map(|report| Text::new(report)).collect();
    let bytes: usize = reports.iter().map(String::len).sum();
    for (name, reader) in [("built-in", reader.clone()), ("installed too", reader.with_index(index))] {
        let (time, found) = least(9, start, || {
            let read = |text| reader.read(text, &language, &ReportHints::default()).0.len();
            (0..20).flat_map(|_| texts.iter().map(read)).sum::<usize>() / 20
        });
        println!("{name}: {found} places, {:.0} MB/s of one core", 20.0 * bytes as f64 / 1e6 / time);
    }
}
