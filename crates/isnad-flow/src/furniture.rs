//! A page's furniture says nothing: what was read in it is taken out, and with it what points there.

use isnad_ledger::{BlockKind, Ledger, Span};
use std::collections::HashSet;

pub(crate) fn clear(ledger: &mut Ledger) {
    let blocks = ledger.report.blocks.iter();
    let furniture: Vec<Span> =
        blocks.filter(|block| block.kind == BlockKind::Furniture).map(|block| block.span).collect();
    let stands_in = |span: Span| {
        let after = furniture.partition_point(|block| block.start() <= span.start());
        after > 0 && span.start() < furniture[after - 1].end()
    };
    ledger.times.retain(|time| !stands_in(time.span));
    ledger.places.retain(|place| !stands_in(place.span));
    let places: HashSet<&str> = ledger.places.iter().map(|place| place.id.as_str()).collect();
    ledger.notes.retain(|note| note.span.is_none_or(|span| !stands_in(span)));
    ledger.quantities.retain(|quantity| !stands_in(quantity.span));
    let mut gone = HashSet::new();
    ledger.statements.retain(|statement| {
        let first = statement.cue.first().or(statement.content.first());
        let out = first.is_some_and(|span| stands_in(*span));
        if out {
            gone.insert(statement.id.clone());
        }
        !out
    });
    ledger.events.retain(|event| !stands_in(event.span));
    let kept: HashSet<String> = ledger.events.iter().map(|event| event.id.clone()).collect();
    for event in &mut ledger.events {
        event.by.retain(|id| !gone.contains(id));
        event.same_as.take_if(|id| !kept.contains(id));
        event.place.take_if(|id| !places.contains(id.as_str()));
    }
    for relation in &mut ledger.relations {
        relation.by.retain(|id| !gone.contains(id));
    }
    for statement in &mut ledger.statements {
        statement.inside.take_if(|id| gone.contains(id));
        statement.subset_of.take_if(|id| gone.contains(id));
    }
}
