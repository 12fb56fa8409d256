//! Ledgers nobody would wish for: without days, without places, contradictory, a thousand times the same, a hundred
//! incidents in one. Weighing gives something sensible, the same whatever the order, and never panics.

#![allow(clippy::unwrap_used, reason = "support of tests")]

use isnad_languages::Tables;
use isnad_ledger::{
    DateBasis, Engine, Event, EventType, How, Ledger, Link, Mode, Place, Precision, QuestionKind, Range, Report, Span,
    Stance, Statement, StatementRef, Weighed,
};
use isnad_weigh::Weigher;
use proptest::prelude::*;
use std::sync::OnceLock;

const TEXT: &str = "The ministry said on Monday that eleven people had been killed when a shell hit the market of the old town, \
    while a doctor at the hospital put the number at fourteen and asked for blood and bandages to be sent.";

fn ledger(id: &str, text: &str, events: Vec<Event>) -> Ledger {
    Ledger {
        ledger: 1,
        engine: Engine { version: String::new(), tables: String::new() },
        report: Report {
            id: id.into(),
            url: None,
            title: None,
            publisher: Some(format!("Outlet {id}")),
            published: "2025-03-02T10:00".parse().ok(),
            language: Some("en".into()),
            sha256: String::new(),
            text_sha256: String::new(),
            text: text.into(),
            blocks: Vec::new(),
        },
        times: Vec::new(),
        places: (0..8).map(place).collect(),
        names: Vec::new(),
        quantities: Vec::new(),
        statements: (1..4).map(|n| statement(n, text)).collect(),
        events,
        relations: Vec::new(),
        notes: Vec::new(),
    }
}

fn place(number: usize) -> Place {
    Place {
        id: format!("p{number}"),
        span: Span::within(0, 1, 10).unwrap(),
        key: Some(format!("place:{number}")),
        name: format!("Place {number}"),
        name_ar: None,
        latitude: Some(20.0 + number as f64 * 2.0),
        longitude: Some(30.0),
        country: Some("SD".into()),
        precision: Precision::Town,
        also: Vec::new(),
    }
}

fn statement(number: u32, text: &str) -> Statement {
    let length = text.chars().count() as u32;
    let speaker = format!("Speaker {number}");
    Statement {
        id: format!("a{number}"),
        source: vec![Span::within(0, length.min(5), length).unwrap()],
        cue: Vec::new(),
        content: vec![Span::within(length.min(5), length, length).unwrap()],
        kind: None,
        stance: if number == 3 { Stance::Denies } else { Stance::Asserts },
        mode: Mode::Indirect,
        speaker: Some(speaker.clone()),
        speakers: Vec::new(),
        subset_of: Some(format!("a{number}")),
        chain: vec![speaker.clone()],
        via: vec![Link { name: speaker, name_id: Some("n99".into()), span: None }],
        gate: None,
        inside: None,
        caveat: None,
        construction: String::new(),
        confidence: 0.5,
    }
}

fn event(id: &str, day: Option<&str>, place: Option<usize>, killed: u32, by: &str) -> Event {
    Event {
        id: id.into(),
        kind: EventType::Shelling,
        span: Span::within(0, 0, 0).unwrap(),
        start: day.and_then(|day| day.parse().ok()),
        end: None,
        date_basis: day.map(|_| DateBasis::Said),
        place: place.map(|place| format!("p{place}")),
        perpetrators: vec!["n7".into()],
        partners: Vec::new(),
        targets: Vec::new(),
        victims: Vec::new(),
        killed: Some(Range::exactly(killed)),
        wounded: None,
        arrested: None,
        missing: None,
        counts: Vec::new(),
        by: vec![by.into()],
        same_as: Some(id.into()),
    }
}

fn weigh(ledgers: &[Ledger]) -> Weighed {
    static WEIGHER: OnceLock<Weigher> = OnceLock::new();
    WEIGHER.get_or_init(|| Weigher::new(Tables::embedded())).weigh(ledgers)
}

#[test]
fn without_days_and_places_nothing_is_lumped_together() {
    let bare = |id| {
        let mut ledger = ledger(id, &format!("{id} something else entirely"), vec![event("e1", None, None, 11, "a1")]);
        ledger.report.published = None;
        ledger.places.clear();
        ledger
    };
    let weighed = weigh(&[bare("x"), bare("y")]);
    assert_eq!(weighed.incidents.len(), 2);
    assert!(weighed.incidents.iter().all(|incident| incident.start.is_none() && incident.place.is_none()));
}

#[test]
fn contradictory_accounts_are_one_dispute() {
    let one = ledger("x", TEXT, vec![event("e1", Some("2025-03-01"), Some(1), 11, "a1")]);
    let two = ledger("y", "Quite other words", vec![event("e1", Some("2025-03-01"), Some(1), 14, "a2")]);
    let weighed = weigh(&[one, two]);
    assert_eq!(weighed.incidents.len(), 1);
    let killed = weighed.incidents[0].questions.iter().find(|q| q.question == QuestionKind::Killed).unwrap();
    assert!(killed.disputed && killed.positions.len() == 2);
    assert_eq!(killed.positions[0].by, [StatementRef("x".into(), Some("a1".into()))]);
    let incident = &weighed.incidents[0];
    assert_eq!((incident.low, incident.best, incident.high), (Some(11), Some(11), Some(14)));
}

#[test]
fn a_lookalike_next_door_stays_apart() {
    let one = ledger("x", TEXT, vec![event("e1", Some("2025-03-01"), Some(1), 11, "a1")]);
    let two = ledger("y", "Quite other words", vec![event("e1", Some("2025-03-05"), Some(1), 3, "a2")]);
    let weighed = weigh(&[one, two]);
    assert_eq!(weighed.incidents.len(), 2);
    assert_eq!(weighed.incidents[0].related[0].incident, weighed.incidents[1].id);
}

#[test]
fn one_text_a_thousand_times_is_one_source() {
    let mut ledgers: Vec<Ledger> = (0..1000)
        .map(|n| ledger(&format!("r{n:04}"), TEXT, vec![event("e1", Some("2025-03-01"), Some(1), 11, "a1")]))
        .collect();
    ledgers[0].report.published = "2025-03-01T08:00".parse().ok();
    let weighed = weigh(&ledgers);
    assert_eq!(weighed.incidents.len(), 1);
    assert_eq!(weighed.derivations.len(), 999);
    assert!(weighed.derivations.iter().all(|d| d.from == "r0000" && d.how == How::SilentCopy));
    let killed = weighed.incidents[0].questions.iter().find(|q| q.question == QuestionKind::Killed).unwrap();
    assert_eq!(killed.positions[0].gates, ["Outlet r0000"], "a thousand outlets, one gate");
}

#[test]
fn a_report_on_a_hundred_incidents() {
    let events: Vec<Event> = (0..100)
        .map(|n| {
            let day = format!("2024-{:02}-{:02}", n / 9 + 1, n % 9 * 3 + 1);
            event(&format!("e{n}"), Some(&day), Some(n % 8), n as u32, "a1")
        })
        .collect();
    let weighed = weigh(&[ledger("list", TEXT, events)]);
    assert_eq!(weighed.incidents.len(), 100);
}

#[test]
fn a_report_twice_is_left_out_with_a_note() {
    let one = ledger("x", TEXT, Vec::new());
    let weighed = weigh(&[one.clone(), one]);
    assert_eq!((weighed.notes.len(), weighed.notes[0].code.as_str()), (1, "report_twice"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn never_a_panic_and_no_order(
        reports in prop::collection::vec((".{0,120}", prop::collection::vec((0usize..9, 0u32..5, 1u8..28), 0..4)), 0..7)
    ) {
        let mut ledgers: Vec<Ledger> = reports
            .iter()
            .enumerate()
            .map(|(at, (text, events))| {
                let events = events.iter().enumerate().map(|(n, (place, killed, day))| {
                    let day = format!("2025-03-{day:02}");
                    event(&format!("e{n}"), Some(day.as_str()).filter(|_| *killed != 4), Some(*place), *killed, "a1")
                });
                ledger(&format!("r{at}"), text, events.collect())
            })
            .collect();
        let weighed = weigh(&ledgers);
        ledgers.reverse();
        prop_assert_eq!(weigh(&ledgers), weighed);
    }
}
