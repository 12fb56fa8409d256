//! Who says each relation, and the same one said several times made one. It reads no words.

use isnad_ledger::{Relation, RelationKind, Span, Statement};
use rustc_hash::{FxHashMap, FxHashSet};

/// Gives relations those who say them (the innermost statement whose content holds the words) and joins equal ones, in the
/// order of the text.
pub(super) fn by_whom(mut found: Vec<Relation>, statements: &[Statement]) -> Vec<Relation> {
    found.sort_by_key(|relation| relation.span);
    let contents = statements.iter().flat_map(|s| s.content.iter().map(move |content| (*content, s.id.as_str())));
    let mut contents: Vec<(Span, &str)> = contents.collect();
    contents.sort_by_key(|(content, _)| content.start());
    let mut contents = contents.into_iter().peekable();
    let mut open: Vec<(Span, &str)> = Vec::new();
    let mut merged: Vec<Relation> = Vec::new();
    let mut known: FxHashMap<(String, RelationKind, String, Option<String>), usize> = FxHashMap::default();
    let mut said: FxHashSet<(usize, &str)> = FxHashSet::default();
    for relation in found {
        let span = relation.span;
        while let Some(content) = contents.next_if(|(content, _)| content.start() <= span.start()) {
            open.push(content);
        }
        open.retain(|(content, _)| content.end() > span.start());
        let holding = open.iter().filter(|(content, _)| content.contains(span));
        let by = holding.min_by_key(|(content, id)| (content.len(), *id)).map(|(_, id)| *id);
        let detail = relation.detail.clone().filter(|_| relation.relation == RelationKind::Alias);
        let key = (relation.subject.clone(), relation.relation, relation.object.clone(), detail);
        let at = *known.entry(key).or_insert(merged.len());
        if at == merged.len() {
            merged.push(relation);
        }
        if let Some(by) = by.filter(|by| said.insert((at, by))) {
            merged[at].by.push(by.to_owned());
        }
    }
    merged
}
