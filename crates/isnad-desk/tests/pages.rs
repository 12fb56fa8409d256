//! Every page in both languages over plain HTTP: what it shows, in which shapes, and that all its links lead somewhere.

mod common;

use common::Reader;
use std::collections::BTreeSet;

fn reader() -> Reader {
    let (ledgers, weighed) = common::sets();
    Reader::enter(&common::open(ledgers, weighed))
}

/// The values of an attribute, with entities undone.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<String> {
    let open = format!(" {name}=\"");
    let found = html.match_indices(&open).filter_map(|(at, _)| html[at + open.len()..].split('"').next());
    found.map(|value: &'a str| value.replace("&#39;", "'").replace("&#38;", "&").replace("&amp;", "&")).collect()
}

const PAGES: [&str; 12] = [
    "/incidents",
    "/incidents?view=map",
    "/incidents?view=timeline",
    "/incidents?q=%D8%B3%D9%88%D9%82&disputed=1",
    "/incidents/i1",
    "/incidents/i5",
    "/incidents/i7",
    "/reports",
    "/reports/market-1",
    "/reports/checkpoint-4",
    "/names",
    "/names/person:khaled-jassim-al-obeidi",
];

#[test]
fn every_page_in_both_languages() {
    let reader = reader();
    for (language, dir) in [("ar", "rtl"), ("en", "ltr")] {
        for path in PAGES {
            let answer = reader.choosing(&format!("language={language}")).get(path);
            assert_eq!(answer.status, 200, "{path}: {}", answer.body);
            assert!(answer.body.contains(&format!("<html lang=\"{language}\" dir=\"{dir}\"")), "{path}");
            assert!(!answer.body.contains(" style="), "inline style in {path}");
            let ids = attributes(&answer.body, "id");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "an id twice in {path}");
        }
    }
}

#[test]
fn every_link_leads_to_its_words() {
    let reader = reader();
    let mut seen: BTreeSet<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    let mut to_see: Vec<String> = seen.iter().cloned().collect();
    let mut anchors = 0;
    while let Some(path) = to_see.pop() {
        let answer = reader.get(&path);
        assert_eq!(answer.status, 200, "{path}");
        if !answer.body.starts_with("<!doctype html>") {
            continue;
        }
        for href in attributes(&answer.body, "href") {
            let (target, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let target = if target.is_empty() { &path } else { target };
            assert!(target.starts_with('/') && !target.starts_with("//"), "{href} in {path}");
            if !anchor.is_empty() && !target.starts_with("/assets") {
                let there = reader.get(target).body;
                assert!(attributes(&there, "id").iter().any(|id| id == anchor), "{href} in {path}");
                anchors += 1;
            }
            if target.starts_with("/assets") || (target.contains('?') && !target.contains("view")) {
                continue;
            }
            if seen.len() < 60 && seen.insert(target.to_owned()) {
                to_see.push(target.to_owned());
            }
        }
    }
    assert!(anchors > 500, "{anchors}");
}

#[test]
fn json_in_the_contracts_shapes() {
    let reader = reader();
    let json = |path: &str| reader.get(path).body;
    let all: isnad_ledger::Weighed = serde_json::from_str(&json("/incidents.json")).unwrap();
    assert_eq!(all.incidents.len(), 7);
    let one: isnad_ledger::Weighed = serde_json::from_str(&json("/incidents/i5.json")).unwrap();
    assert_eq!((one.incidents.len(), one.roots.len(), one.derivations.len()), (1, 10, 2));
    assert_eq!(isnad_ledger::Ledger::from_json(&json("/reports/market-1.json")).unwrap(), common::sets().0[12]);
    for path in ["/reports.json", "/names.json", "/names/person:khaled-jassim-al-obeidi.json"] {
        assert!(serde_json::from_str::<serde_json::Value>(&json(path)).is_ok(), "{path}");
    }
}

#[test]
fn the_filter_filters_and_loses_nothing() {
    let reader = reader().choosing("language=en");
    let count = |query: &str| -> usize {
        let all: isnad_ledger::Weighed =
            serde_json::from_str(&reader.get(&format!("/incidents.json?{query}")).body).unwrap();
        all.incidents.len()
    };
    for (query, expected) in [
        ("", 7),
        ("kind=fire", 2),
        ("place=kutum", 1),
        ("q=khoms+tanker", 2),
        ("from=2024-12-01&to=2024-12-31", 2),
        ("from=2024-12-06&to=2024-12-06", 1),
        ("disputed=1", 6),
        ("few_roots=1", 1),
        ("undated=1", 1),
        ("unplaced=1", 1),
        ("area=30,10,35,20", 2),
        ("kind=nonsense", 7),
        ("from=nonsense&area=1,2", 7),
    ] {
        assert_eq!(count(query), expected, "{query}");
    }
    let map = reader.get("/incidents?view=map").body;
    assert!(map.contains("without a place") && map.contains("place not given"));
}

#[test]
fn hidden_names_are_not_in_the_page() {
    let reader = reader();
    let hiding = reader.choosing("language=en&names=hidden");
    for path in ["/incidents/i1", "/reports/checkpoint-4", "/incidents", "/names", "/names/~0"] {
        let shown = reader.choosing("language=en").get(path).body;
        let hidden = hiding.get(path).body;
        for name in ["Obeidi", "العبيدي", "Nayef", "al-Jubouri"] {
            assert!(!hidden.contains(name), "{name} in {path}");
        }
        assert!(path == "/names/~0" || shown.contains("Obeidi") || path == "/incidents", "{path}");
    }
    assert!(hiding.get("/incidents/i1").body.contains("Person "));
}
