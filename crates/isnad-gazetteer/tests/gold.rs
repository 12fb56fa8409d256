//! Gold: places of the seed, incident places of sets, event places of reports. A gold place counts as found if the reader
//! names one within 15 km of it in that report. Frozen reports are left out.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test")]

use isnad_gazetteer::{Source, Store};
use isnad_languages::Tables;
use isnad_ledger::Place;
use isnad_name::{PlaceReader, ReportHints};
use isnad_text::Text;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn shared(file: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(file);
    path.exists().then_some(path).or_else(|| {
        println!("skipped: ../shared is not there");
        None
    })
}

/// The reader, with the CSV if it is there.
fn reader() -> PlaceReader {
    let mut reader = PlaceReader::new(Tables::embedded());
    if let Some(file) = shared("data/places.csv.gz") {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path().to_owned());
        store.add(&Source { file, names: None }).unwrap();
        store.open().unwrap().into_iter().for_each(|index| reader.add_index(index));
    }
    reader
}

fn places(reader: &PlaceReader, raw: &str, language: &str) -> Vec<Place> {
    reader.read(&Text::new(raw), language, &ReportHints::default()).0
}

fn distance(place: &Place, to: (f64, f64)) -> f64 {
    let (Some(latitude), Some(longitude)) = (place.latitude, place.longitude) else { return f64::MAX };
    let north = (latitude - to.0) * 111.2;
    let east = (longitude - to.1) * 111.2 * to.0.to_radians().cos();
    north.hypot(east)
}

#[test]
fn the_seed() {
    let (Some(gold), Some(text)) = (shared("gold/seed.json"), shared("seed/report-2025-12-06.txt")) else { return };
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(gold).unwrap()).unwrap();
    let raw = std::fs::read_to_string(text).unwrap();
    for reader in [PlaceReader::new(Tables::embedded()), reader()] {
        let found = places(&reader, &raw, "ar");
        let expected = gold["places"].as_array().unwrap();
        for place in expected {
            let span = [0, 1].map(|end| place["span"][end].as_u64().unwrap() as u32);
            let name = place["name"].as_str().unwrap();
            let read = found.iter().find(|read| [read.span.start(), read.span.end()] == span);
            let read = read.unwrap_or_else(|| panic!("{name} at {span:?} was not read"));
            if let (Some(latitude), Some(longitude)) = (place["latitude"].as_f64(), place["longitude"].as_f64()) {
                let most = if place["precision"] == "division" { 1.0 } else { 10.0 };
                assert!(distance(read, (latitude, longitude)) <= most, "{name}: {read:?}");
            }
            assert_eq!(read.name.contains("(Syria)"), name.contains("(Syria)"), "{name}: {read:?}");
        }
        assert_eq!(found.len(), expected.len(), "nothing else is a place in it");
    }
}

/// Reports without marks, by file; frozen ones are not opened.
fn reports(folder: &Path) -> Vec<isnad_gold::Gold> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let name = |file: &PathBuf| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "gold") && !isnad_gold::frozen(&name(file)));
    files.sort();
    files.iter().flat_map(|file| isnad_gold::read(file).unwrap()).collect()
}

#[test]
fn incidents_of_sets() {
    let reader = reader();
    let (mut all, mut missed) = (0, Vec::new());
    for sets in ["gold/sets", "gold/own-sets"] {
        let mut folders: Vec<PathBuf> =
            std::fs::read_dir(root().join(sets)).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        for folder in folders {
            let set: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("set.json")).unwrap()).unwrap();
            let reports = reports(&folder);
            for incident in set["incidents"].as_array().unwrap() {
                let (Some(latitude), Some(longitude)) = (incident["lat"].as_f64(), incident["lon"].as_f64()) else {
                    continue;
                };
                let mut found = false;
                for report in incident["mentions"].as_array().unwrap() {
                    let Some(gold) = reports.iter().find(|gold| report["report"] == gold.name.as_str()) else {
                        continue;
                    };
                    let read = places(&reader, &gold.text, &gold.language);
                    found |= read.iter().any(|place| distance(place, (latitude, longitude)) <= 15.0);
                }
                all += 1;
                if !found {
                    missed.push(incident["place"].to_string());
                }
            }
        }
    }
    println!("incident places of sets: {} of {all}; missed: {missed:?}", all - missed.len());
    assert!(missed.len() * 100 <= all * 8, "{missed:?}");
}

#[test]
fn events_of_reports() {
    let reader = reader();
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold_events.tsv")).unwrap();
    let all: Vec<_> =
        reports(&root().join("gold/reports")).into_iter().chain(reports(&root().join("gold/own"))).collect();
    let (mut count, mut missed) = (0, Vec::new());
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let spot: (f64, f64) = (cells[2].parse().unwrap(), cells[3].parse().unwrap());
        let gold =
            all.iter().find(|gold| gold.name == cells[0]).unwrap_or_else(|| panic!("{}: no such report", cells[0]));
        count += 1;
        if !places(&reader, &gold.text, &gold.language).iter().any(|place| distance(place, spot) <= 15.0) {
            missed.push(format!("{} {}", cells[0], cells[1]));
        }
    }
    println!("event places of reports: {} of {count}; missed: {missed:?}", count - missed.len());
    assert!(missed.len() * 100 <= count * 8, "{missed:?}");
}
