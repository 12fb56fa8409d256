//! Hostile content, one test a case: script in titles, names, ids and addresses, text that turns the page around, absurd
//! lengths. Nothing of it runs or gets out of its place; the browser's test opens the same library for real.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Answer, Reader};
use isnad_desk::{Capture, Memory};
use isnad_ledger::{Ledger, Weighed};

const SCRIPT: &str = "\"'><script>document.title='run'</script><img src=x onerror=alert(1)><svg/onload=alert(2)>";

/// The sets, with every text of the first report and its incident as `change` makes it.
fn reader_with(change: impl Fn(&mut Ledger, &mut Weighed)) -> Reader {
    let (mut ledgers, mut weighed) = common::sets();
    change(&mut ledgers[0], &mut weighed);
    Reader::enter(&common::open(ledgers, weighed)).choosing("language=en")
}

/// All pages that show the first report.
fn pages(reader: &Reader) -> Vec<Answer> {
    let paths = [
        "/incidents",
        "/incidents?view=map",
        "/incidents/i1",
        "/reports",
        "/reports/checkpoint-1",
        "/names",
        "/names/~0",
    ];
    paths.map(|path| reader.get(path)).into()
}

fn nothing_runs(answers: &[Answer]) {
    for answer in answers {
        assert_eq!(answer.status, 200);
        for opening in ["<script>", "<img", "<svg/onload"] {
            assert!(!answer.body.contains(opening), "{opening}");
        }
        assert!(answer.header("content-security-policy").unwrap().contains("script-src 'self'"));
    }
}

#[test]
fn script_in_titles_and_outlets() {
    let reader = reader_with(|ledger, weighed| {
        ledger.report.title = Some(SCRIPT.to_owned());
        ledger.report.publisher = Some(SCRIPT.to_owned());
        weighed.incidents[0].place.as_mut().unwrap().name = SCRIPT.to_owned();
        weighed.notes.clear();
    });
    let answers = pages(&reader);
    nothing_runs(&answers);
    assert!(answers[4].body.contains("&lt;script&gt;") || answers[4].body.contains("&#60;script&#62;"));
}

#[test]
fn script_in_names_roots_and_keys() {
    let reader = reader_with(|ledger, weighed| {
        for name in &mut ledger.names {
            name.name = SCRIPT.to_owned();
            name.key = format!("person:{SCRIPT}");
        }
        weighed.roots.iter_mut().for_each(|root| root.name = SCRIPT.to_owned());
        let positions = weighed.incidents[0].questions.iter_mut().flat_map(|q| &mut q.positions);
        positions.for_each(|position| position.gates = vec![SCRIPT.to_owned()]);
    });
    nothing_runs(&pages(&reader));
}

#[test]
fn script_in_the_text_itself() {
    let reader = reader_with(|ledger, _| {
        let length = ledger.report.text.chars().count();
        ledger.report.text = SCRIPT.chars().cycle().take(length).collect();
    });
    nothing_runs(&pages(&reader));
}

#[test]
fn script_in_ids() {
    let reader = reader_with(|ledger, weighed| {
        ledger.report.id = SCRIPT.to_owned();
        ledger.statements.iter_mut().for_each(|s| s.id = format!("{}{SCRIPT}", s.id));
        weighed.incidents[0].id = SCRIPT.to_owned();
        weighed.incidents[0].mentions[0].report = SCRIPT.to_owned();
    });
    let list = reader.get("/reports").body;
    assert!(!list.contains("<script>"));
    let href = list.match_indices("href=\"/reports/").map(|(at, _)| list[at + 6..].split('"').next().unwrap());
    let paths: Vec<&str> = href.filter(|href| href.contains("script")).collect();
    assert_eq!(paths.len(), 1, "{paths:?}");
    let page = reader.get(paths[0]);
    nothing_runs(&[page]);
}

#[test]
fn addresses_are_text_and_lead_nowhere() {
    for url in ["javascript:alert(1)", "https://tracker.example/?id=1", "data:text/html,<script>alert(1)</script>"] {
        let reader = reader_with(|ledger, _| ledger.report.url = Some(url.to_owned()));
        let page = reader.get("/reports/checkpoint-1").body;
        assert!(!page.contains(&format!("href=\"{}", url.split(':').next().unwrap())), "{url}");
        assert!(!page.contains("src=\"http") && !page.contains("href=\"http"), "{url}");
    }
}

#[test]
fn svg_and_pages_come_back_as_plain_text() {
    let reader = reader_with(|ledger, _| {
        let length = ledger.report.text.chars().count();
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
        ledger.report.text = svg.chars().cycle().take(length).collect();
    });
    let original = reader.get("/reports/checkpoint-1/original");
    assert_eq!(original.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(original.header("x-content-type-options"), Some("nosniff"));
    assert!(original.header("content-security-policy").unwrap().contains("sandbox"));
}

#[test]
fn captures_come_back_as_their_own_bytes_and_as_text() {
    let (ledgers, weighed) = common::sets();
    let id = ledgers[0].report.id.clone();
    let open = |capture: Capture| {
        Reader::enter(&common::serve(
            Memory::new(ledgers.clone(), weighed.clone()).with_captures([(id.clone(), capture)]),
        ))
    };
    let page = "<!doctype html><meta charset=windows-1256><script>alert(1)</script>";
    for (charset, expected) in [
        ("windows-1256", "text/plain; charset=windows-1256"),
        ("", "text/plain; charset=utf-8"),
        ("utf-8\r\nSet-Cookie: a=b", "text/plain; charset=utf-8"),
    ] {
        let retrieved = Some(format!("2025-12-06T09:24:00Z{SCRIPT}"));
        let reader = open(Capture { bytes: page.into(), charset: charset.to_owned(), retrieved });
        let original = reader.get(&format!("/reports/{id}/original"));
        assert_eq!((original.header("content-type"), &*original.body), (Some(expected), page));
        assert!(original.header("set-cookie").is_none());
        assert!(original.header("content-security-policy").unwrap().contains("sandbox; default-src 'none'"));
        nothing_runs(&[reader.get(&format!("/reports/{id}"))]);
        assert_eq!(reader.choosing("names=hidden").get(&format!("/reports/{id}/original")).status, 404);
    }
}

#[test]
fn nothing_turns_the_page_around() {
    let turning = "\u{202e}\u{2066}gnp.exe\u{202d}";
    let reader = reader_with(|ledger, weighed| {
        ledger.report.title = Some(turning.to_owned());
        ledger.report.publisher = Some(turning.to_owned());
        ledger.report.url = Some(format!("https://example.org/{turning}"));
        ledger.names.iter_mut().for_each(|name| name.name = turning.to_owned());
        weighed.roots.iter_mut().for_each(|root| root.name = turning.to_owned());
        let length = ledger.report.text.chars().count();
        ledger.report.text = turning.chars().cycle().take(length).collect();
    });
    for answer in pages(&reader) {
        assert!(!answer.body.contains(['\u{202e}', '\u{202d}', '\u{2066}']));
    }
}

#[test]
fn names_of_a_megabyte_are_cut() {
    let long = "ا".repeat(1 << 19);
    let reader = reader_with(|ledger, weighed| {
        ledger.report.title = Some(long.clone());
        ledger.report.publisher = Some(long.clone());
        ledger.report.url = Some(long.clone());
        ledger.names.iter_mut().for_each(|name| {
            name.name = long.clone();
            name.name_ar = Some(long.clone());
            name.key = format!("person:{long}");
        });
        ledger.statements.iter_mut().for_each(|s| {
            s.speaker = Some(long.clone());
            s.speakers.iter_mut().for_each(|speaker| speaker.name = long.clone());
            s.chain = vec![long.clone(); 3];
        });
        weighed.roots.iter_mut().for_each(|root| root.name = long.clone());
    });
    for answer in pages(&reader) {
        assert_eq!(answer.status, 200);
        assert!(answer.body.len() < 400_000, "{}", answer.body.len());
    }
    let hiding = reader.choosing("names=hidden");
    assert!(hiding.get("/incidents/i1").body.len() < 400_000);
}

#[test]
fn an_id_of_a_megabyte_has_a_short_address() {
    let long = "r".repeat(1 << 20);
    let reader = reader_with(|ledger, weighed| {
        ledger.report.id = long.clone();
        weighed.incidents[0].mentions[0].report = long.clone();
    });
    let list = reader.get("/reports").body;
    assert!(list.len() < 200_000);
    let at = list.find("href=\"/reports/~").unwrap();
    let path = list[at + 6..].split('"').next().unwrap();
    assert_eq!(reader.get(path).status, 200);
}

#[test]
fn what_weighing_points_at_and_nobody_has_is_left_out() {
    let reader = reader_with(|_, weighed| {
        let incident = &mut weighed.incidents[0];
        incident.roots.push("o999".to_owned());
        incident.mentions.push(isnad_ledger::Mention { report: "gone".to_owned(), event: "e9".to_owned() });
        for position in incident.questions.iter_mut().flat_map(|q| &mut q.positions) {
            position.by.push(isnad_ledger::StatementRef("gone".to_owned(), Some("a1".to_owned())));
            position.by.push(isnad_ledger::StatementRef("checkpoint-1".to_owned(), Some("a999".to_owned())));
            position.roots.push("o998".to_owned());
            position.reversal_of = Some(77);
        }
    });
    assert_eq!(reader.get("/incidents/i1").status, 200);
}
