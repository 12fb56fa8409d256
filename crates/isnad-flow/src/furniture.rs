//! A page's furniture says nothing: statements, events and counts that stand in it are taken out, and with them what points
//! at them. Times and names stay: a byline above a share link is still a time.

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
    }
    for relation in &mut ledger.relations {
        relation.by.retain(|id| !gone.contains(id));
    }
    for statement in &mut ledger.statements {
        statement.inside.take_if(|id| gone.contains(id));
        statement.subset_of.take_if(|id| gone.contains(id));
    }
}
