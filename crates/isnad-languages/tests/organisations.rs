//! The table of organisations holds only whole rows: known kinds and countries, parents that are there, names in their own
//! script, and no name that two bodies of one country share. Whether a row is true no test can tell; people read it.

use isnad_languages::Tables;
use std::collections::{BTreeMap, BTreeSet};

const KINDS: &[&str] = &[
    "agency",
    "armed_group",
    "army",
    "company",
    "court",
    "government",
    "intelligence",
    "intergovernmental",
    "media",
    "ministry",
    "ngo",
    "parliament",
    "party",
    "police",
    "rescue",
    "un",
    "union",
];

/// Countries and unions that the table of countries does not hold, since no institution is named by their nisba.
const BESIDE: &[&str] = &["EH"];

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c)
}

#[test]
fn every_row_is_whole() {
    let tables = Tables::embedded();
    let countries: BTreeSet<&str> = tables
        .table("shared", "name_countries")
        .rows()
        .map(|row| row.get("code"))
        .chain(BESIDE.iter().copied())
        .collect();
    let table = tables.table("shared", "organisations");
    let mut parents = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in table.rows() {
        let key = row.get("key");
        let latin = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if key.is_empty() || !key.chars().all(latin) {
            wrong.push(format!("{key}: a key is of small Latin letters, digits and hyphens"));
        }
        if parents.insert(key, row.get("parent")).is_some() {
            wrong.push(format!("{key}: stands twice"));
        }
        if !KINDS.contains(&row.get("kind")) {
            wrong.push(format!("{key}: no kind is called {}", row.get("kind")));
        }
        let country = row.get("country");
        if !country.is_empty() && !countries.contains(country) {
            wrong.push(format!("{key}: no country has the code {country}"));
        }
        for column in ["english", "arabic"] {
            if row.get(column).is_empty() || row.get(column).contains(['?', '|']) {
                wrong.push(format!("{key}: {column} is not one plain name"));
            }
        }
        // An outlet may be called by Latin letters in Arabic too, but never the other way round.
        if ["english", "also_english"].iter().any(|column| row.get(column).contains(is_arabic)) {
            wrong.push(format!("{key}: Arabic letters in an English name"));
        }
        if ["arabic", "also_arabic"].iter().flat_map(|column| row.list(column)).any(|name| !name.contains(is_arabic)) {
            wrong.push(format!("{key}: an Arabic name without Arabic letters"));
        }
    }
    for (key, parent) in parents.iter().filter(|(_, parent)| !parent.is_empty()) {
        let above = std::iter::successors(Some(*parent), |at| parents.get(at).copied().filter(|next| !next.is_empty()));
        if !parents.contains_key(parent) || above.take(parents.len()).any(|at| at == *key) {
            wrong.push(format!("{key}: its parent {parent} is missing or its own child"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(parents.len() >= 400, "only {} organisations", parents.len());
}

#[test]
fn a_name_is_shared_only_across_countries() {
    let table = Tables::embedded().table("shared", "organisations");
    let mut bodies: BTreeMap<String, BTreeMap<&str, &str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in table.rows() {
        let columns = ["english", "arabic", "also_english", "also_arabic"];
        let mut own = BTreeSet::new();
        for name in columns.iter().flat_map(|column| row.list(column)) {
            if !own.insert(name) {
                wrong.push(format!("{}: {name} stands twice", row.get("key")));
            }
            let name = name.trim_start_matches('?').to_lowercase();
            if let Some(other) = bodies.entry(name.clone()).or_default().insert(row.get("country"), row.get("key"))
                && other != row.get("key")
            {
                wrong.push(format!("{name} is {other} and {} of one country", row.get("key")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
