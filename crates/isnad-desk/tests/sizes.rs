//! How big pages get: an incident with 200 statements stays readable without a script, in 150 KB.

mod common;

use common::Reader;

#[test]
fn an_incident_with_two_hundred_statements() {
    let (ledgers, weighed) = common::generated::library(40, 5, 8, 25);
    let by = |incident: &isnad_ledger::Incident| -> usize {
        incident.questions.iter().flat_map(|q| &q.positions).map(|p| p.by.len()).sum()
    };
    assert_eq!(by(&weighed.incidents[0]), 200);
    let reader = Reader::enter(&common::open(ledgers, weighed));
    for language in ["ar", "en"] {
        let page = reader.choosing(&format!("language={language}")).get("/incidents/i0").body;
        assert!(page.len() <= 150_000, "{} bytes in {language}", page.len());
        assert_eq!(page.matches("<q>").count(), 200);
        assert_eq!(page.matches("<script").count(), 1, "only the desk's own, and nothing needs it");
        println!("{language}: {} bytes", page.len());
    }
}
