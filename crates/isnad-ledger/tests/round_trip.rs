//! What is written as JSON is read back as it was, for whatever values the types can hold.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_ledger::*;
use proptest::{collection::vec, option::of, prelude::*, sample::select};

const LENGTH: u32 = 40;

fn span() -> impl Strategy<Value = Span> {
    (0..=LENGTH, 0..=LENGTH).prop_map(|(a, b)| Span::within(a.min(b), a.max(b), LENGTH).unwrap())
}

fn moment() -> impl Strategy<Value = Moment> {
    (1i16..9999, 1i8..13, 1i8..29, of((0i8..24, 0i8..60))).prop_map(|(year, month, day, clock)| {
        let day = jiff::civil::date(year, month, day);
        clock.map_or(Moment::day(day), |(hour, minute)| Moment::minute(day.at(hour, minute, 0, 0)))
    })
}

fn range() -> impl Strategy<Value = Range> {
    (any::<u16>(), of(any::<u16>())).prop_map(|(low, more)| {
        let low = u32::from(low);
        more.map_or(Range::at_least(low), |more| Range::between(low, low + u32::from(more)).unwrap())
    })
}

fn link() -> impl Strategy<Value = Link> {
    (any::<String>(), of("n[0-9]"), of(span())).prop_map(|(name, name_id, span)| Link { name, name_id, span })
}

fn statement() -> impl Strategy<Value = Statement> {
    let stances = [
        Stance::Asserts,
        Stance::Alleges,
        Stance::Accuses,
        Stance::Believes,
        Stance::Doubts,
        Stance::Denies,
        Stance::Demands,
        Stance::Expects,
        Stance::NoComment,
    ];
    let kinds =
        [SourceKind::Person, SourceKind::Organisation, SourceKind::Media, SourceKind::Document, SourceKind::Anonymous];
    let roles = (vec(span(), 0..3), vec(span(), 0..3), vec(span(), 0..3));
    let said =
        (of(select(kinds.to_vec())), select(stances.to_vec()), select(vec![Mode::Direct, Mode::Indirect, Mode::Mixed]));
    let who = (of(any::<String>()), vec(link(), 0..3), of(link()), of(any::<u32>()));
    (roles, said, who, of(span()), 0.0..=1.0).prop_map(
        |((source, cue, content), (kind, stance, mode), (speaker, via, gate, count), caveat, confidence)| Statement {
            id: "a1".to_owned(),
            source,
            cue,
            content,
            kind,
            stance,
            mode,
            speakers: speaker
                .iter()
                .map(|name| Speaker { name: name.clone(), name_id: None, span: None, role: None, count })
                .collect(),
            speaker,
            subset_of: None,
            chain: via.iter().map(|link| link.name.clone()).collect(),
            via,
            gate,
            inside: None,
            caveat: caveat.map(|span| Caveat { span, by: CaveatBy::Publisher, kind: "unverified".to_owned() }),
            construction: "colon".to_owned(),
            confidence,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    (span(), of(moment()), of(range()), of(any::<u32>()), any::<bool>()).prop_map(
        |(span, start, killed, age, known)| Event {
            id: "e1".to_owned(),
            kind: if known { EventType::DeathInCustody } else { EventType::Other },
            span,
            start,
            end: start,
            date_basis: start.map(|_| DateBasis::Said),
            place: None,
            perpetrators: vec!["n1".to_owned()],
            partners: vec![],
            targets: vec![],
            victims: vec![Victim {
                name: None,
                description: Some(span),
                age,
                sex: None,
                status: Some(Status::Civilian),
                harm: Some(Harm::Killed),
            }],
            killed,
            wounded: None,
            arrested: None,
            missing: None,
            counts: vec![Count { of: "raids".to_owned(), low: 1, high: age, span, part_of: None }],
            by: vec![],
            same_as: None,
        },
    )
}

prop_compose! {
    fn ledger()(text in proptest::string::string_regex(".{40,60}").unwrap(), published in of(moment()), statements in vec(statement(), 0..3), events in vec(event(), 0..3), blocks in vec(span(), 0..3), at in span(), place in (of(-90.0..90.0f64), of(-180.0..180.0f64))) -> Ledger {
        Ledger {
            ledger: 1, engine: Engine { version: "0".to_owned(), tables: "0".to_owned() },
            report: Report { id: text.clone(), url: None, title: Some(text.clone()), publisher: None, published, language: Some("ar".to_owned()),
                sha256: String::new(), text_sha256: String::new(), text,
                blocks: blocks.into_iter().map(|span| Block { kind: BlockKind::ListItem, span }).collect() },
            times: vec![Time { id: "t1".to_owned(), span: at, start: published, end: None, grain: Grain::Vague, part: Some(Part::Dawn), clock: None, kind: TimeKind::Set }],
            places: vec![Place { id: "p1".to_owned(), span: at, key: None, name: "x".to_owned(), name_ar: None, latitude: place.0, longitude: place.1, country: None, precision: Precision::Town, also: vec![] }],
            names: vec![Name { id: "n1".to_owned(), key: "person:x".to_owned(), kind: NameKind::Person, name: "x".to_owned(), name_ar: None, aliases: vec![], spans: vec![at], anaphora: vec![] }],
            quantities: vec![Quantity { id: "q1".to_owned(), span: at, low: 1, high: None, of: "x".to_owned() }],
            relations: vec![Relation { subject: "n1".to_owned(), relation: RelationKind::MarriedInto, object: "n1".to_owned(), detail: None, tense: Tense::Past, span: at, by: vec![] }],
            notes: vec![Note { code: "x".to_owned(), span: Some(at), text: "x".to_owned() }],
            statements, events,
        }
    }
}

proptest! {
    #[test]
    fn ledgers(ledger in ledger()) {
        let json = serde_json::to_string(&ledger).unwrap();
        prop_assert_eq!(Ledger::from_json(&json).unwrap(), ledger);
    }

    #[test]
    fn moments(moment in moment()) {
        prop_assert_eq!(moment.to_string().parse::<Moment>().unwrap(), moment);
    }

    #[test]
    fn values_of_positions(range in range(), days in (of(moment()), of(moment())), text in any::<String>()) {
        for value in [Value::Range(range), Value::Days(days.0.or(days.1), days.1), Value::Text(text)] {
            let json = serde_json::to_string(&value).unwrap();
            let read: Value = serde_json::from_str(&json).unwrap();
            // `[null, null]` says nothing; whatever it is read as, it says nothing still.
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), json);
        }
    }

    #[test]
    fn nothing_that_is_no_ledger_is_taken(json in any::<String>()) {
        prop_assert!(Ledger::from_json(&json).is_err());
    }
}

#[test]
fn bad_ledgers_say_what_is_wrong() {
    let empty = serde_json::json!({"ledger": 1, "engine": {"version": "0", "tables": "0"},
        "report": {"id": "r1", "url": null, "title": null, "publisher": null, "published": null, "language": null,
            "sha256": "", "text_sha256": "", "text": "قال", "blocks": [{"kind": "paragraph", "span": [0, 3]}]},
        "times": [], "places": [], "names": [], "quantities": [], "statements": [], "events": [], "relations": [], "notes": []});
    assert!(Ledger::from_json(&empty.to_string()).is_ok());
    let error = |path: &str, value: serde_json::Value| {
        let mut ledger = empty.clone();
        *ledger.pointer_mut(path).unwrap() = value;
        Ledger::from_json(&ledger.to_string()).unwrap_err().to_string()
    };
    assert_eq!(error("/ledger", 2.into()), "this is a ledger of version 2; this program reads version 1");
    assert_eq!(
        error("/report/blocks/0/span", serde_json::json!([0, 4])),
        "the span [0, 4] runs out of the text, which has 3 code points"
    );
    assert!(error("/report/blocks/0/span", serde_json::json!([3, 0])).contains("reversed"));
    assert!(error("/report/published", "yesterday".into()).contains("no moment"));
}
