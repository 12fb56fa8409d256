//! Which statement holds which: by content, or by citing. It says nothing of who speaks; `chain` makes links of what holds.

use super::chain::first;
use isnad_ledger::{SourceKind, Span, Stance, Statement};
use isnad_text::Text;

/// From the first to the last word of a statement's cue and content.
pub(super) fn reach(statement: &Statement) -> Option<Span> {
    statement.cue.iter().chain(&statement.content).copied().reduce(Span::join)
}

/// For each statement the one whose content holds it: of several the innermost; of two with the same content the one whose
/// source is an outlet holds the other.
pub(super) fn holders(statements: &[Statement]) -> Vec<Option<usize>> {
    let length = |s: &Statement| s.content.iter().map(|span| span.len()).sum::<u32>();
    (0..statements.len())
        .map(|inner| {
            let own = reach(&statements[inner])?;
            // بحسب الصحيفة، قال مصدر إن …: the outlet's content is all of the other statement.
            let is_beside =
                |s: &Statement| s.kind == Some(SourceKind::Media) && s.cue.iter().all(|cue| !cue.overlaps(own));
            let mut best: Option<(u32, usize)> = None;
            for (outer, statement) in statements.iter().enumerate() {
                if outer == inner || statement.stance == Stance::NoComment {
                    continue;
                }
                let whole = statement
                    .content
                    .iter()
                    .any(|content| content.contains(own) && (*content != own || is_beside(statement)));
                let equal = relays(statement, &statements[inner]);
                let (size, held) = (length(statement), whole || equal);
                if held && best.is_none_or(|(least, _)| size < least || size == least && equal) {
                    best = Some((size, outer));
                }
            }
            best.map(|(_, outer)| outer)
        })
        .collect()
}

/// Of two statements with about the same content: whether the first is the outlet's that passes the second on.
fn relays(outer: &Statement, inner: &Statement) -> bool {
    let length = |s: &Statement| s.content.iter().map(|span| span.len()).sum::<u32>();
    let shared: u32 = outer
        .content
        .iter()
        .flat_map(|a| inner.content.iter().map(|b| a.end().min(b.end()).saturating_sub(a.start().max(b.start()))))
        .sum();
    let alike = shared * 10 >= length(outer).max(length(inner)) * 7;
    // "which X denied" takes up the same words, but did not come through the outlet.
    let answers = matches!(inner.stance, Stance::Denies | Stance::Doubts) || inner.construction == "referent";
    // "The group said survivors told it that …": the inner source and cue stand between the outer cue and the content.
    let outlet = inner.kind == Some(SourceKind::Media) && outer.kind != Some(SourceKind::Media);
    let ends = (outer.cue.last(), outer.content.first(), inner.cue.first(), inner.source.first());
    if let (Some(said), Some(content), Some(told), Some(source)) = ends
        && said.end() <= source.start()
        && source.end() <= content.start()
        && told.end() <= content.start()
        && !outlet
    {
        return alike;
    }
    alike && !answers && outer.kind == Some(SourceKind::Media) && inner.kind != Some(SourceKind::Media)
}

/// A source that is cited (نقلا عن, citing, quoting) stands behind the outlet that speaks in the same sentence.
pub(super) fn citations(text: &Text<'_>, statements: &[Statement], outer: &mut [Option<usize>]) {
    let sentence = |s: &Statement| first(s).map(|point| text.sentence_of(text.token_at(point)));
    for inner in 0..statements.len() {
        let statement = &statements[inner];
        if !cites(text, statement)
            || outer[inner].is_some()
            || statement.kind == Some(SourceKind::Media) && statement.construction == "relay"
        {
            continue;
        }
        let near = |other: &usize| {
            let o = &statements[*other];
            *other != inner
                && o.kind == Some(SourceKind::Media)
                && o.speaker != statement.speaker
                && sentence(o) == sentence(statement)
        };
        let distance = |other: &usize| first(&statements[*other]).unwrap_or(0).abs_diff(first(statement).unwrap_or(0));
        let outlet = (0..statements.len()).filter(near).min_by_key(distance);
        outer[inner] = outlet.filter(|outlet| outer[*outlet] != Some(inner));
    }
}

/// Whether a statement's source is one that somebody cites: عن, نقلا عن, citing, quoting.
pub(super) fn cites(text: &Text<'_>, statement: &Statement) -> bool {
    let mut words = statement.cue.iter().flat_map(|span| text.tokens_in(*span));
    statement.construction == "relay" || words.any(|at| matches!(text.form(at), "نقلا" | "ونقلا" | "citing" | "quoting"))
}
