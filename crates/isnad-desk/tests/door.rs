//! Who comes in: the one-time token, the session, the Host header, and the headers on every answer.

mod common;

use common::Reader;

#[test]
fn the_printed_address_opens_once() {
    let (ledgers, weighed) = common::sets();
    let url = common::open(ledgers, weighed);
    let reader = Reader::enter(&url);
    assert_eq!(reader.get("/incidents").status, 200);
    let stranger = Reader { cookies: String::new(), ..reader };
    let path = &url[url.rfind('/').unwrap()..];
    assert_eq!(stranger.get(path).status, 403, "the token is spent");
    for path in
        ["/incidents", "/incidents.json", "/reports/market-1", "/reports/market-1/original", "/names", "/nowhere"]
    {
        assert_eq!(stranger.get(path).status, 403, "{path}");
    }
    assert_eq!(stranger.get("/assets/desk.css").status, 200, "the locked page has its style");
}

#[test]
fn other_hosts_are_refused() {
    let (ledgers, weighed) = common::sets();
    let reader = Reader::enter(&common::open(ledgers, weighed));
    for host in ["example.org", "example.org:80", "127.0.0.1:1", "localhost.example.org"] {
        let answer = reader.send(&format!("GET /incidents HTTP/1.1\r\nHost: {host}\r\n"), "");
        assert_eq!(answer.status, 421, "{host}");
        assert!(!answer.body.contains("Kutum"));
    }
    let port = reader.address.port();
    assert_eq!(reader.send(&format!("GET /incidents HTTP/1.1\r\nHost: localhost:{port}\r\n"), "").status, 200);
}

#[test]
fn every_answer_is_shut() {
    let (ledgers, weighed) = common::sets();
    let reader = Reader::enter(&common::open(ledgers, weighed));
    for path in ["/incidents", "/nowhere", "/reports/market-1.json", "/assets/world.svg"] {
        let answer = reader.get(path);
        let policy = answer.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    let original = reader.get("/reports/market-1/original");
    assert_eq!(original.header("content-type"), Some("text/plain; charset=utf-8"));
    assert!(original.header("content-security-policy").unwrap().starts_with("sandbox"));
}

#[test]
fn a_search_leads_to_its_list() {
    let (ledgers, weighed) = common::sets();
    let reader = Reader::enter(&common::open(ledgers, weighed));
    let answer = reader.get("/search/incidents?q=%D8%B3&kind=raid");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/incidents?q=%D8%B3&kind=raid")));
    assert_eq!(reader.get("/search/elsewhere").status, 404);
}

#[test]
fn choices_are_kept_and_lead_back_here_only() {
    let (ledgers, weighed) = common::sets();
    let reader = Reader::enter(&common::open(ledgers, weighed));
    let answer = reader.post("/preferences", "back=%2Freports&language=ar&digits=arab");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/reports")));
    assert!(answer.header("set-cookie").unwrap().contains("language=ar&digits=arab"));
    let elsewhere = reader.post("/preferences", "back=https%3A%2F%2Fexample.org&theme=dark");
    assert_eq!(elsewhere.header("location"), Some("/incidents"));
    let digits = reader.choosing("language=ar&digits=arab").get("/incidents").body;
    assert!(digits.contains("٢٠٢٥"));
}
