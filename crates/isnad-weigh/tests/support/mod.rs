//! Ledgers made from gold, as if everything had been read without a fault: statements, speakers and chains from the marks
//! and headers, one event an account with the number its words hold. Only tests and measurements use it.

#![allow(clippy::unwrap_used, unreachable_pub, reason = "support of tests")]

use isnad_gold::GoldSet;
use isnad_ledger::{
    Engine, Event, EventType, Grain, Ledger, Link, Name, NameKind, Place, Precision, Range, Relation, RelationKind,
    Report, SourceKind, Span, Speaker, Statement, Tense, Time, TimeKind,
};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Places of the sets, as a gazetteer would give them: words in the header's place, name, latitude, longitude.
const PLACES: &[(&str, f64, f64)] = &[
    ("Daquq", 35.139, 44.449),
    ("al-Safra", 35.199, 43.7935),
    ("Hawija", 35.325, 43.772),
    ("Zliten", 32.467, 14.569),
    ("Khoms", 32.65, 14.26),
    ("Kassab", 14.22, 24.66),
    ("Kutum", 14.2, 24.667),
    ("Mellit", 14.133, 25.55),
];

/// Numbers in words, as far as the sets hold them.
const NUMBERS: &[(&str, u32)] = &[
    ("ثلاثة", 3),
    ("أحد عشر", 11),
    ("تسعة", 9),
    ("خمسة", 5),
    ("ستة", 6),
    ("شرطيان", 2),
    ("two ", 2),
    ("three", 3),
    ("five", 5),
    ("nine", 9),
    ("four", 4),
    ("ستين", 61),
    ("شخصين", 2),
    ("أحد", 1),
];

/// The ledgers of a set's reports, their ids `SET.REPORT`.
pub fn ledgers(folder: &Path, set: &GoldSet) -> Vec<Ledger> {
    let index: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("set.json")).unwrap()).unwrap();
    set.reports.iter().map(|gold| ledger(set, &index, gold)).collect()
}

fn ledger(set: &GoldSet, index: &Value, gold: &isnad_gold::Gold) -> Ledger {
    let length = gold.text.chars().count() as u32;
    let mut names: Vec<Name> = Vec::new();
    let mut relations = Vec::new();
    for person in index["people"].as_array().into_iter().flatten() {
        let english = person["name"].as_str().unwrap_or_default();
        let spellings = person["spellings"].as_array().into_iter().flatten();
        let mine = spellings.filter(|s| s[0] == gold.name.as_str()).filter_map(|s| s[1].as_str());
        let spans: Vec<Span> = mine.flat_map(|spelling| find(&gold.text, spelling)).collect();
        if !spans.is_empty() {
            names.push(name(names.len(), english, NameKind::Person, spans));
        }
    }
    let id = |names: &mut Vec<Name>, english: &str, kind: Option<SourceKind>| -> Option<String> {
        if let Some(known) = names.iter().find(|n| n.name == english) {
            return Some(known.id.clone());
        }
        let kind = match kind? {
            SourceKind::Person => NameKind::Person,
            SourceKind::Organisation | SourceKind::Document => NameKind::Organisation,
            _ => return None,
        };
        if english.starts_with("family of") || english.contains(';') {
            return None;
        }
        names.push(name(names.len(), english, kind, Vec::new()));
        names.last().map(|n| n.id.clone())
    };
    let mut statements = Vec::new();
    for a in &gold.attributions {
        let speaker = a.speaker.clone().unwrap_or_default();
        let body = set.same_root.get(&speaker).cloned();
        let name_id = id(&mut names, &speaker, a.kind);
        if let (Some(subject), Some(body)) = (&name_id, &body) {
            if let Some(of) = body.strip_prefix("family of ") {
                if let Some(object) = id(&mut names, of, Some(SourceKind::Person)) {
                    relations.push(relation(subject, RelationKind::Kin, &object, "relative"));
                }
            } else if let Some(object) = id(&mut names, body, Some(SourceKind::Organisation)) {
                relations.push(relation(subject, RelationKind::Position, &object, "spokesman"));
            }
        }
        let chain: Vec<String> =
            a.chain.iter().map(|c| if name_id.is_none() { body_or(set, c) } else { c.clone() }).collect();
        let via = chain
            .iter()
            .enumerate()
            .map(|(at, link)| Link {
                name: link.clone(),
                name_id: if at + 1 == chain.len() {
                    name_id.clone()
                } else {
                    names.iter().find(|n| &n.name == link).map(|n| n.id.clone())
                },
                span: None,
            })
            .collect();
        statements.push(Statement {
            id: a.id.clone(),
            source: a.source.clone(),
            cue: a.cue.clone(),
            content: a.content.clone(),
            kind: a.kind,
            stance: a.stance,
            mode: a.mode,
            speaker: a.speaker.clone(),
            speakers: vec![Speaker { name: speaker, name_id, span: None, role: None, count: a.count }],
            subset_of: None,
            chain: chain.clone(),
            via,
            gate: None,
            inside: None,
            caveat: None,
            construction: "gold".into(),
            confidence: 1.0,
        });
    }
    let times = gold.times.iter().enumerate().map(|(at, t)| Time {
        id: format!("t{at}"),
        span: t.span,
        start: t.start,
        end: t.end,
        grain: if t.start.is_some_and(|s| s.is_minute()) { Grain::Minute } else { Grain::Day },
        part: None,
        clock: None,
        kind: if day(t.start, t.end) { TimeKind::Instant } else { TimeKind::Range },
    });
    let times = times.collect();
    let mut places: Vec<Place> = Vec::new();
    let mut events: Vec<Event> = Vec::new();
    for told in gold.header["events"].as_array().into_iter().flatten() {
        let words = told["place"].as_str().unwrap_or_default();
        let found = PLACES.iter().filter_map(|p| Some((words.rfind(p.0)?, p))).max_by_key(|(at, _)| *at);
        let of_incident = || located(index, &gold.name, told["id"].as_str().unwrap_or_default());
        let known = found.map(|(_, &(english, latitude, longitude))| (english.to_owned(), latitude, longitude));
        let place = known.or_else(of_incident).map(|(english, latitude, longitude)| {
            places.push(Place {
                id: format!("p{}", places.len()),
                span: Span::within(0, 0, length).unwrap(),
                key: Some(format!("place:{english}")),
                name: english,
                name_ar: None,
                latitude: Some(latitude),
                longitude: Some(longitude),
                country: None,
                precision: Precision::Town,
                also: Vec::new(),
            });
            places.last().unwrap().id.clone()
        });
        let by: Vec<String> =
            told["by"].as_array().into_iter().flatten().filter_map(|b| b.as_str().map(str::to_owned)).collect();
        let date: Option<isnad_ledger::Moment> = told["date"].as_str().and_then(|d| d.parse().ok());
        let mut first = None;
        let each: Vec<Vec<String>> =
            if by.is_empty() { vec![Vec::new()] } else { by.iter().map(|b| vec![b.clone()]).collect() };
        for by in each {
            let content = statements.iter().find(|s| by.first() == Some(&s.id)).map(|s| s.content.clone());
            let words: String = content.iter().flatten().map(|s| s.of(&gold.text)).collect::<Vec<_>>().join(" ");
            let toll = |key: &str| number(&told[key], &words);
            let id = format!("e{}", events.len() + 1);
            let span = content
                .as_ref()
                .and_then(|c| c.first().copied())
                .and_then(|c| Span::within(c.start(), c.start() + 4, length));
            events.push(Event {
                id: id.clone(),
                kind: serde_json::from_value(told["type"].clone()).unwrap_or(EventType::Raid),
                span: span.unwrap_or_else(|| Span::within(0, 0, length).unwrap()),
                start: date,
                end: None,
                date_basis: date.map(|_| isnad_ledger::DateBasis::Said),
                place: place.clone(),
                perpetrators: Vec::new(),
                partners: Vec::new(),
                targets: Vec::new(),
                victims: Vec::new(),
                killed: toll("killed"),
                wounded: toll("wounded"),
                arrested: toll("arrested"),
                missing: toll("missing"),
                counts: Vec::new(),
                by,
                same_as: first.clone(),
            });
            first.get_or_insert(id);
        }
    }
    Ledger {
        ledger: 1,
        engine: Engine { version: "gold".into(), tables: String::new() },
        report: Report {
            id: set.id(&gold.name),
            url: gold.url.clone(),
            title: gold.title.clone(),
            publisher: gold.publisher.clone(),
            published: gold.published,
            language: Some(gold.language.clone()),
            sha256: String::new(),
            text_sha256: String::new(),
            text: gold.text.clone(),
            blocks: Vec::new(),
        },
        times,
        places,
        names,
        quantities: Vec::new(),
        statements,
        events,
        relations,
        notes: Vec::new(),
    }
}

/// The place of the incident that a report's event belongs to.
fn located(index: &Value, report: &str, event: &str) -> Option<(String, f64, f64)> {
    let incidents = index["incidents"].as_array()?;
    let mine = |m: &Value| m["report"] == report && (m["event"] == event || m["event"].is_null());
    let incident = incidents.iter().find(|i| i["mentions"].as_array().is_some_and(|all| all.iter().any(mine)))?;
    Some((incident["place"].as_str()?.to_owned(), incident["lat"].as_f64()?, incident["lon"].as_f64()?))
}

fn body_or(set: &GoldSet, name: &str) -> String {
    set.same_root.get(name).cloned().unwrap_or_else(|| name.to_owned())
}

fn day(start: Option<isnad_ledger::Moment>, end: Option<isnad_ledger::Moment>) -> bool {
    start.zip(end).is_some_and(|(s, e)| (e.date() - s.date()).get_days() <= 1)
}

fn name(at: usize, english: &str, kind: NameKind, spans: Vec<Span>) -> Name {
    let class = if kind == NameKind::Person { "person" } else { "org" };
    Name {
        id: format!("n{at}"),
        key: format!("{class}:{english}"),
        kind,
        name: english.into(),
        name_ar: None,
        aliases: Vec::new(),
        spans,
        anaphora: Vec::new(),
    }
}

fn relation(subject: &str, relation: RelationKind, object: &str, detail: &str) -> Relation {
    Relation {
        subject: subject.into(),
        relation,
        object: object.into(),
        detail: Some(detail.into()),
        tense: Tense::Present,
        span: Span::within(0, 0, 0).unwrap(),
        by: Vec::new(),
    }
}

fn find(text: &str, word: &str) -> Vec<Span> {
    let length = text.chars().count() as u32;
    text.match_indices(word)
        .filter_map(|(byte, _)| {
            let start = text[..byte].chars().count() as u32;
            Span::within(start, start + word.chars().count() as u32, length)
        })
        .collect()
}

/// The header's range, narrowed to the end that the statement's words hold; none if they hold neither.
fn number(range: &Value, words: &str) -> Option<Range> {
    let low = range[0].as_u64()? as u32;
    let high = range[1].as_u64().map(|h| h as u32);
    let mut held: Vec<u32> = words.split(|c: char| !c.is_ascii_digit()).filter_map(|d| d.parse().ok()).collect();
    let lower = words.to_lowercase();
    held.extend(NUMBERS.iter().filter(|(word, _)| lower.contains(word)).map(|(_, n)| *n));
    let open = ["at least", "no fewer", "على الاقل", "لا يقلون", "اكثر من"].iter().any(|w| lower.contains(w));
    let least = |n: u32| if open { Range::at_least(n) } else { Range::exactly(n) };
    if held.contains(&low) || low == 1 && high == Some(1) {
        return Some(least(low));
    }
    high.filter(|high| held.contains(high))
        .map(least)
        .or_else(|| held.iter().find(|&&n| n > low && n < 2 * low && high.is_none()).map(|&n| least(n)))
}

/// All sets of a folder, with their folders.
pub fn sets(folder: &Path) -> Vec<(PathBuf, GoldSet)> {
    let mut folders: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .filter(|p| GoldSet::is_set(p))
        .collect();
    folders.sort();
    folders.into_iter().map(|f| (f.clone(), GoldSet::read(&f).unwrap())).collect()
}
