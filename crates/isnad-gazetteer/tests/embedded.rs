//! The built-in gazetteer against the CSV of `../shared/data`. A row must lie within 15 km of a place of one of its names
//! there, or in a town that does; areas must lie among places of their country, and bases, crossings and the like, of which
//! the CSV has few, within 15 km of one. What does neither stands in `embedded_unmatched.tsv` with a reason.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test")]

use flate2::read::GzDecoder;
use isnad_languages::Tables;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

const NEAR: f64 = 15.0;
/// Kinds whose one pair of coordinates stands for much.
const AREAS: [&str; 7] = ["country", "division", "district", "region", "water", "mountain", "island"];
/// Kinds of which the CSV has few.
const SPOTS: [&str; 6] = ["base", "airport", "crossing", "port", "site", "camp"];
/// Nouns that the CSV leaves out of a name.
const NOUNS: [&str; 19] = [
    "قرية ",
    "ناحية ",
    "قضاء ",
    "مخيم ",
    "معسكر ",
    "قاعدة ",
    "مطار ",
    "معبر ",
    "حي ",
    "جزيرة ",
    "ميناء ",
    "جبل ",
    "مدينة ",
    "محافظة ",
    "سجن ",
    " camp",
    " air base",
    " airport",
    " crossing",
];

struct Place {
    latitude: f64,
    longitude: f64,
    country: String,
}

#[test]
fn every_row_is_on_the_right_spot() {
    let Some(file) = shared("data/places.csv.gz") else { return };
    let (places, by_name) = csv(&file);
    let reasons = reasons();
    let table = Tables::embedded().table("shared", "places");
    let mut matched: HashSet<&str> = HashSet::new();
    let (mut rows, mut unmatched) = (0, BTreeMap::new());
    for row in table.rows() {
        rows += 1;
        let key = row.get("key");
        let spot = (row.number("latitude").unwrap(), row.number("longitude").unwrap());
        let names: Vec<&str> = row.list("ar").chain(row.list("en")).map(|name| name.trim_start_matches('~')).collect();
        let close = |at: &usize| distance(spot, (places[*at].latitude, places[*at].longitude)) <= NEAR;
        let named = names
            .iter()
            .flat_map(|name| forms(name))
            .any(|form| by_name.get(&form).is_some_and(|all| all.iter().any(close)));
        let inside = matched.contains(row.get("in"))
            && table.rows().any(|outer| {
                let town = outer.get("key") == row.get("in") && outer.get("kind") == "town";
                town && distance(spot, (outer.number("latitude").unwrap(), outer.number("longitude").unwrap())) <= NEAR
            });
        let home = |place: &&Place| place.country == row.get("country") || row.get("country").is_empty();
        let nearest = |all: &mut dyn Iterator<Item = &Place>| {
            all.map(|place| distance(spot, (place.latitude, place.longitude))).fold(f64::MAX, f64::min)
        };
        let own = || nearest(&mut places.iter().filter(home));
        let around = || {
            if AREAS.contains(&row.get("kind")) {
                // Nothing of another country may lie much nearer than what is nearest of its own.
                own() <= nearest(&mut places.iter()) + 60.0
            } else {
                SPOTS.contains(&row.get("kind")) && own() <= NEAR
            }
        };
        if named || inside || around() {
            matched.insert(key);
        } else {
            unmatched.insert(key, reasons.contains_key(key));
        }
    }
    let unexplained: Vec<_> = unmatched.iter().filter(|(_, explained)| !**explained).map(|(key, _)| *key).collect();
    assert!(unexplained.is_empty(), "no place of that name within {NEAR} km, and no reason: {unexplained:#?}");
    let idle: Vec<_> = reasons.keys().filter(|key| !unmatched.contains_key(key.as_str())).collect();
    assert!(idle.is_empty(), "a reason, but they are matched: {idle:#?}");
    println!("{rows} rows, {} unmatched", unmatched.len());
    assert!(
        unmatched.len() * 20 <= rows,
        "{} of {rows} rows are unmatched, which is more than one in twenty",
        unmatched.len()
    );
}

fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(file);
    if !path.exists() {
        println!("skipped: ../shared is not there");
        return None;
    }
    Some(path)
}

fn reasons() -> HashMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/embedded_unmatched.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap_or_else(|| panic!("no reason: {line}")))
        .map(|(key, reason)| (key.to_owned(), reason.to_owned()))
        .collect()
}

fn csv(file: &Path) -> (Vec<Place>, HashMap<String, Vec<usize>>) {
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(file).unwrap()).read_to_string(&mut text).unwrap();
    let (mut places, mut by_name) = (Vec::new(), HashMap::<String, Vec<usize>>::new());
    for line in text.lines().skip(1) {
        let cells = split(line);
        let at = places.len();
        let number = |cell: usize| cells[cell].parse().unwrap();
        places.push(Place { latitude: number(3), longitude: number(4), country: cells[6].clone() });
        for name in [&*cells[0], &*cells[1]].into_iter().chain(cells[2].split('|')) {
            for form in forms(name) {
                by_name.entry(form).or_default().push(at);
            }
        }
    }
    (places, by_name)
}

fn split(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// A name without what spellings differ in, with and without its noun.
fn forms(name: &str) -> Vec<String> {
    let name = name.split('(').next().unwrap_or(name).trim();
    let mut forms = vec![fold(name)];
    for noun in NOUNS {
        let bare = if noun.starts_with(' ') { name.strip_suffix(noun) } else { name.strip_prefix(noun) };
        forms.extend(bare.map(fold));
    }
    forms.retain(|form| !form.is_empty());
    forms
}

fn fold(name: &str) -> String {
    const ARTICLES: [&str; 17] =
        ["al", "el", "ad", "as", "an", "ar", "at", "az", "ash", "ath", "ed", "es", "en", "er", "ez", "the", "ud"];
    let form = isnad_text::normalise(name);
    let words = form.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !ARTICLES.contains(word));
    let joined: String = words.map(|word| word.strip_prefix("ال").unwrap_or(word)).collect();
    let letters = joined.chars().map(|c| match c {
        'ة' => 'ه',
        'ى' => 'ي',
        'à'..='å' | 'ā' => 'a',
        'è'..='ë' | 'ē' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ò'..='ö' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ş' => 's',
        'ç' => 'c',
        'ğ' => 'g',
        c => c,
    });
    letters.filter(|c| c.is_alphanumeric()).collect()
}

fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (latitude, other) = (a.0.to_radians(), b.0.to_radians());
    let east = (b.1 - a.1).to_radians();
    let h = ((other - latitude) / 2.0).sin().powi(2) + latitude.cos() * other.cos() * (east / 2.0).sin().powi(2);
    2.0 * 6371.0 * h.sqrt().min(1.0).asin()
}
