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
pub(super) fn holders(text: &Text<'_>, statements: &[Statement]) -> Vec<Option<usize>> {
    let length = |s: &Statement| s.content.iter().map(|span| span.len()).sum::<u32>();
    (0..statements.len())
        .map(|inner| {
            let own = reach(&statements[inner]).filter(|_| !is_referent(text, &statements[inner]))?;
            // بحسب الصحيفة، قال مصدر إن …: the outlet's content is all of the other statement.
            let is_beside =
                |s: &Statement| s.kind == Some(SourceKind::Media) && s.cue.iter().all(|cue| !cue.overlaps(own));
            let mut best: Option<(u32, usize)> = None;
            for (outer, statement) in statements.iter().enumerate() {
                // "Local media reported …, quoting witnesses": the content of those quoted holds the outlet's whole sentence.
                let quoted = cites(text, statement) && statements[inner].kind == Some(SourceKind::Media);
                if outer == inner || quoted || statement.stance == Stance::NoComment {
                    continue;
                }
                let whole = statement
                    .content
                    .iter()
                    .any(|content| content.contains(own) && (*content != own || is_beside(statement)));
                let equal = relays(statement, &statements[inner]) || closes(statement, &statements[inner]);
                let (size, held) = (length(statement), whole || equal);
                if held && best.is_none_or(|(least, _)| size < least || size == least && equal) {
                    best = Some((size, outer));
                }
            }
            best.map(|(_, outer)| outer)
        })
        .collect()
}

/// "The minister said talks went on, the agency reported": whether the first is the outlet's at a sentence's end, and the second
/// stands before it and was read on over it.
fn closes(outer: &Statement, inner: &Statement) -> bool {
    let holds = |content: &[Span], cue: &[Span]| {
        !cue.is_empty() && cue.iter().all(|cue| content.iter().any(|c| c.contains(*cue)))
    };
    let outlet = outer.kind == Some(SourceKind::Media) && inner.kind != Some(SourceKind::Media);
    outlet && holds(&outer.content, &inner.cue) && holds(&inner.content, &outer.cue)
}

/// Whether a statement takes up what was said before, in the outlet's voice: الأمر الذي نفته العائلة, "something the army denied".
fn is_referent(text: &Text<'_>, statement: &Statement) -> bool {
    let Some(cue) = statement.cue.first().map(|cue| text.tokens_in(*cue).start) else { return false };
    let before = |n: usize| cue.checked_sub(n).map_or("", |at| text.form(at));
    statement.construction == "referent"
        || before(1) == "الذي" && matches!(before(2), "الامر" | "الشيء")
        || before(1) == "ما" && matches!(before(2), "وهو" | "هو")
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
