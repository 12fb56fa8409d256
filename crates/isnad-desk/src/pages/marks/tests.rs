//! Whatever the spans, the HTML is well formed, says the whole text, and has each anchor once.

use super::render;
use isnad_ledger::Ledger;
use proptest::prelude::*;
use serde_json::json;

const LENGTH: u32 = 40;

fn ledger(spans: &[(u32, u32)], blocks: &[(u32, u32)]) -> Ledger {
    let span = |(a, b): (u32, u32)| json!([a.min(b), a.max(b)]);
    let text: String = "وقال <b>خالد</b> & إن \"AB\" ".chars().cycle().take(LENGTH as usize).collect();
    let kinds = ["paragraph", "furniture", "title"];
    let blocks: Vec<_> =
        blocks.iter().zip(kinds.iter().cycle()).map(|(s, k)| json!({"kind": k, "span": span(*s)})).collect();
    let statements: Vec<_> = spans
        .chunks(3)
        .enumerate()
        .map(|(at, s)| {
            let of = |n: usize| s.get(n).map_or_else(|| json!([]), |s| json!([span(*s)]));
            json!({"id": format!("a{at}"), "source": of(0), "cue": of(1), "content": of(2), "kind": null, "stance": "asserts",
                "mode": "direct", "speaker": null, "speakers": [], "subset_of": null, "chain": [], "via": [], "gate": null,
                "inside": null, "caveat": null, "construction": "", "confidence": 1.0})
        })
        .collect();
    let names: Vec<_> = spans
        .iter()
        .enumerate()
        .map(|(at, s)| {
            json!({"id": format!("n{at}"), "key": "person:x", "kind": "person", "name": "X", "name_ar": null,
            "aliases": [], "spans": [span(*s)], "anaphora": []})
        })
        .collect();
    serde_json::from_value(json!({"ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": null, "language": "ar",
            "sha256": "", "text_sha256": "", "text": text, "blocks": blocks},
        "times": [], "places": [], "names": names, "quantities": [], "statements": statements, "events": [],
        "relations": [], "notes": []}))
    .unwrap()
}

/// The text of well-formed HTML, without the numbers of statements; panics where tags do not match.
fn text_of(html: &str) -> String {
    let mut open: Vec<&str> = Vec::new();
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        if open.last() != Some(&"a") {
            text.push_str(&rest[..at]);
        }
        let end = rest.find('>').unwrap();
        let tag = &rest[at + 1..end];
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None => open.push(tag.split(' ').next().unwrap()),
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{html}");
    let text = text + rest;
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

proptest! {
    #[test]
    fn any_spans_make_well_formed_html(
        spans in prop::collection::vec((0..=LENGTH, 0..=LENGTH), 0..12),
        blocks in prop::collection::vec((0..=LENGTH, 0..=LENGTH), 0..4),
    ) {
        let mut blocks: Vec<(u32, u32)> = blocks.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
        blocks.sort_unstable();
        let ledger = ledger(&spans, &blocks);
        let html = render(&ledger, str::to_owned).to_string();
        let said: String = text_of(&html).chars().filter(|c| !c.is_whitespace()).collect();
        let meant: String = ledger.report.text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(said, meant);
        let anchors: Vec<&str> = html.match_indices(" id=\"").map(|(at, _)| html[at + 5..].split('"').next().unwrap()).collect();
        let once: std::collections::BTreeSet<&&str> = anchors.iter().collect();
        prop_assert_eq!(once.len(), anchors.len());
    }
}

#[test]
fn crossing_marks_are_cut_and_the_number_follows_the_cue() {
    let html = render(&ledger(&[(0, 4), (2, 8), (6, 12)], &[(0, 20)]), str::to_owned).to_string();
    assert_eq!(html.matches("href=\"#s-a0\"").count(), 1);
    assert!(html.contains("id=\"w-a0\""));
}
