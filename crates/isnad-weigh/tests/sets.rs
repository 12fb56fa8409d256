//! Weighing sets of gold read without a fault: the floor under incidents, opposition, roots and derivations.

mod support;

use isnad_gold::{GoldSet, SetScore};
use std::path::Path;

#[test]
fn sets_read_without_a_fault_are_weighed_well() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold/sets");
    let sets = support::sets(&folder);
    let mut ledgers: Vec<_> = sets.iter().flat_map(|(folder, set)| support::ledgers(folder, set)).collect();
    let weigher = isnad_weigh::Weigher::new(isnad_languages::Tables::embedded());
    let weighed = weigher.weigh(&ledgers);
    let golds: Vec<GoldSet> = sets.into_iter().map(|(_, set)| set).collect();
    let score = SetScore::of(&weighed, &ledgers, &golds);
    assert!(score.incident.f1 >= 0.95, "incident {:?}", score.incident);
    assert!(score.root.f1 >= 0.95, "root {:?}", score.root);
    assert!(score.derivation.f1 >= 0.95, "derivation {:?}", score.derivation);
    assert!(score.opposition.f1 >= 0.40, "opposition {:?}", score.opposition);

    let line = |weighed| serde_json::to_string(weighed).unwrap();
    ledgers.reverse();
    assert!(
        weigher.weigh(&ledgers) == weighed,
        "the order of the reports:\n{}\n{}",
        line(&weigher.weigh(&ledgers)),
        line(&weighed)
    );
    let mut weighing = weigher.start();
    for ledger in &ledgers {
        weighing.add(std::slice::from_ref(ledger));
    }
    assert!(weighing.weighed() == weighed, "one by one");
}
