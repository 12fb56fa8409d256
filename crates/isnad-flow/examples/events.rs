//! How near events come to the headers of gold files: `cargo run --release -p isnad-flow --example events -- [--list] PATH…`;
//! with `--list` every difference, except of frozen files.
//!
//! Our events are one per account; those joined by `same_as` are taken together, as a header does. Each event of a header is
//! laid beside one of ours: of all pairs the one that agrees in most (day 3, place 2, type 1, each toll 2) first. Then
//! * **toll**: the range from the least to the greatest figure of all accounts is the header's; an open end closes where
//!   another account gives another figure; dozens and hundreds, which headers leave out, count where there is no figure;
//! * **type**: the same, where the header's word is one of the ledger's or means one (shipwreck, drone strike, ferry fire); an
//!   attack is an assault, a killing, a clash, a shooting or an explosion; every other word (vote, flood, dispute) is `other`;
//! * **date**: the first account's first day is the header's; a header without a day is not asked;
//! * **place**: the place read lies within 15 km of the spot that `isnad-gazetteer/tests/gold_events.tsv` or the set gives for the
//!   event, or shares a word of its name with the header's, words like "camp" aside.
#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a program for developers")]

use isnad_capture::{Doors, Form};
use isnad_flow::{Options, Reader};
use isnad_gold::Gold;
use isnad_languages::Tables;
use isnad_ledger::{Event, EventType, Ledger, Range};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path};

fn main() {
    let reader = Reader::new(Tables::embedded());
    let (mut list, mut show) = (false, false);
    let mut tally: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--list" => list = true,
            "--show" => show = true,
            path => {
                for gold in isnad_gold::read(Path::new(path)).unwrap() {
                    if show && !gold.frozen() {
                        print(&reader, &gold);
                    }
                    score(&reader, &gold, list && !gold.frozen(), &mut tally);
                }
            }
        }
    }
    for (what, (right, all)) in tally {
        println!("{what:<12} {right:>4} / {all:<4} {:.3}", right as f64 / all.max(1) as f64);
    }
}

fn ledger(reader: &Reader, gold: &Gold) -> Ledger {
    let doors = Doors::new(Tables::embedded());
    let mut captured = doors.bytes(&gold.name, gold.text.clone().into_bytes(), Form::Text).unwrap();
    captured.report.language = Some(gold.language.clone());
    reader.read(captured, &Options { published: gold.published, ..Options::default() })
}

fn score(reader: &Reader, gold: &Gold, list: bool, tally: &mut BTreeMap<String, (usize, usize)>) {
    let ledger = ledger(reader, gold);
    let wanted: Vec<&Value> = gold.header["events"].as_array().map(|all| all.iter().collect()).unwrap_or_default();
    let groups = groups(&ledger.events);
    let fit = |want: &Value, group: &[&Event]| {
        let toll = ["killed", "wounded", "arrested", "missing"].iter().filter(|q| !want[**q].is_null());
        let tolls = toll.filter(|q| got(group, q) == range(&want[**q])).count();
        let kind = usize::from(group.first().is_some_and(|event| types(want, event.kind)));
        let place = usize::from(place_right(gold, want, group, &ledger));
        usize::from(date_right(want, group)) * 3 + place * 2 + kind + tolls * 2
    };
    let mut pairs: Vec<(usize, usize, usize)> = (0..wanted.len())
        .flat_map(|want| (0..groups.len()).map(move |group| (want, group)))
        .map(|(want, group)| (fit(wanted[want], &groups[group]), want, group))
        .collect();
    pairs.sort_by_key(|(fit, want, group)| (std::cmp::Reverse(*fit), *want, *group));
    let mut taken: Vec<Option<usize>> = vec![None; wanted.len()];
    for (_, want, group) in pairs {
        if taken[want].is_none() && !taken.contains(&Some(group)) {
            taken[want] = Some(group);
        }
    }
    for (want, group) in wanted.iter().zip(taken) {
        let group = group.map_or(&[][..], |at| &groups[at][..]);
        let mut say = |what: &str, right: bool, detail: String| {
            let slot = tally.entry(what.to_owned()).or_default();
            slot.0 += usize::from(right);
            slot.1 += 1;
            if list && !right {
                println!("{} {} {what}: {detail}", gold.name, want["id"]);
            }
        };
        for question in ["killed", "wounded", "arrested", "missing"] {
            let Some(wanted) = range(&want[question]) else { continue };
            let got = got(group, question);
            say("toll", got == Some(wanted), format!("{question} wanted {wanted:?} got {got:?}"));
        }
        say(
            "type",
            group.first().is_some_and(|e| types(want, e.kind)),
            format!("wanted {} got {:?}", want["type"], group.first().map(|e| e.kind)),
        );
        if want["date"].is_string() || want["start"].is_string() {
            let got: Vec<_> = group.iter().map(|e| (e.start.map(|s| s.to_string()), e.date_basis)).collect();
            say("date", date_right(want, group), format!("wanted {} {} got {got:?}", want["date"], want["start"]));
        }
        if want["place"].is_string() {
            let names: Vec<_> = group.iter().filter_map(|e| place(e, &ledger)).collect();
            say("place", place_right(gold, want, group, &ledger), format!("wanted {} got {names:?}", want["place"]));
        }
    }
}

/// Everything read of one report.
fn print(reader: &Reader, gold: &Gold) {
    let ledger = ledger(reader, gold);
    for event in &ledger.events {
        let day = event.start.map(|start| start.date().to_string());
        println!(
            "{} {} {:?} {:?} {:?} {:?} {:?} k{:?} w{:?} a{:?} m{:?} by {:?} {:?} = {:?}",
            gold.name,
            event.id,
            event.kind,
            event.span.of(&gold.text),
            day.unwrap_or_default(),
            event.date_basis,
            place(event, &ledger),
            event.killed.map(|r| (r.low(), r.high())),
            event.wounded.map(|r| (r.low(), r.high())),
            event.arrested.map(|r| (r.low(), r.high())),
            event.missing.map(|r| (r.low(), r.high())),
            event.by,
            event.counts.iter().map(|c| (c.of.as_str(), c.low)).collect::<Vec<_>>(),
            event.same_as,
        );
        for victim in &event.victims {
            let words = victim.description.map(|span| span.of(&gold.text));
            println!(
                "      {words:?} {:?} {:?} {:?} {:?} {:?}",
                victim.name, victim.age, victim.sex, victim.status, victim.harm
            );
        }
    }
    for s in &ledger.statements {
        let content: Vec<&str> = s.content.iter().map(|span| span.of(&gold.text)).collect();
        println!("   {} {:?} {:?} {content:?}", s.id, s.speaker, s.stance);
    }
    for note in &ledger.notes {
        println!("   {} {:?}", note.code, note.span.map(|span| span.of(&gold.text)));
    }
}

fn groups(events: &[Event]) -> Vec<Vec<&Event>> {
    let mut groups: Vec<Vec<&Event>> = Vec::new();
    for event in events {
        match groups.iter_mut().find(|group| Some(&group[0].id) == event.same_as.as_ref()) {
            Some(group) => group.push(event),
            None => groups.push(vec![event]),
        }
    }
    groups
}

fn range(value: &Value) -> Option<(u32, Option<u32>)> {
    let low = value.get(0)?.as_u64()? as u32;
    Some((low, value[1].as_u64().map(|high| high as u32)))
}

/// The range that spans all accounts. An open end closes on the highest figure that another account gives.
fn got(group: &[&Event], question: &str) -> Option<(u32, Option<u32>)> {
    let of = |event: &Event| -> Option<Range> {
        match question {
            "killed" => event.killed,
            "wounded" => event.wounded,
            "arrested" => event.arrested,
            _ => event.missing,
        }
    };
    let mut all: Vec<Range> = group.iter().filter_map(|event| of(event)).collect();
    let vague = |range: &Range| range.high().is_none() && matches!(range.low(), 20 | 200);
    if !all.iter().all(vague) {
        all.retain(|range| !vague(range));
    }
    let low = all.iter().map(|range| range.low()).min()?;
    let top = all.iter().map(|range| range.high().unwrap_or(range.low())).max()?;
    // An open end closes where accounts differ: a header's range spans them.
    let open = low == top && all.iter().any(|range| range.high().is_none());
    Some((low, (!open).then_some(top)))
}

fn types(want: &Value, got: EventType) -> bool {
    let got = serde_json::to_value(got).unwrap();
    let got = got.as_str().unwrap_or_default();
    let wanted = want["type"].as_str().unwrap_or_default();
    let last = wanted.rsplit(' ').next().unwrap_or_default();
    let known = match wanted {
        "shipwreck" => "sinking",
        "drone strike" => "airstrike",
        "assassination" => "killing",
        "kidnapping" => "abduction",
        "rally" => "protest",
        "eviction" | "forced eviction" => "displacement",
        "attack" => return ["assault", "killing", "clash", "shooting", "explosion"].contains(&got),
        "death in custody" | "security operation" => wanted,
        _ if serde_json::from_value::<EventType>(last.into()).is_ok() && !wanted.starts_with("election") => last,
        _ => "other",
    };
    got == known
}

fn date_right(want: &Value, group: &[&Event]) -> bool {
    let wanted = want["date"].as_str().or(want["start"].as_str());
    group.first().is_some_and(|e| e.start.map(|s| s.date().to_string()).as_deref() == wanted)
}

fn place(event: &Event, ledger: &Ledger) -> Option<String> {
    let place = ledger.places.iter().find(|p| Some(&p.id) == event.place.as_ref())?;
    Some(place.name.clone())
}

fn fold(name: &str) -> Vec<String> {
    let plain: String = name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let skip = ["al", "el", "the", "of", "near", "off", "south", "east", "west", "between", "and", "prison", "camp"];
    plain.split(' ').filter(|w| w.len() > 2 && !skip.contains(w)).map(|w| w.trim_end_matches('h').to_owned()).collect()
}

/// Where the event of a gold report is by hand, if it is on the map.
fn spot(gold: &Gold, event: &Value) -> Option<(f64, f64)> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../isnad-gazetteer/tests/gold_events.tsv");
    std::fs::read_to_string(tests).unwrap().lines().find_map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        (cells[0] == gold.name && Some(cells[1]) == event["id"].as_str())
            .then(|| (cells[2].parse().unwrap(), cells[3].parse().unwrap()))
    })
}

fn place_right(gold: &Gold, want: &Value, group: &[&Event], ledger: &Ledger) -> bool {
    let wanted = fold(want["place"].as_str().unwrap_or_default());
    let Some(event) = group.first() else { return false };
    let Some(got) = ledger.places.iter().find(|p| Some(&p.id) == event.place.as_ref()) else { return false };
    let near = spot(gold, want)
        .zip(got.latitude.zip(got.longitude))
        .is_some_and(|((x, y), (v, w))| ((x - v) * 111.0).hypot((y - w) * 111.0 * x.to_radians().cos()) < 15.0);
    near || fold(&got.name).iter().any(|word| wanted.contains(word))
}
