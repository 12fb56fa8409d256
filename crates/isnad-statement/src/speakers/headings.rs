//! The title of a report and its sections: who a headline speaks of is named below. Which block is a title was decided where the page
//! was read.

use super::chain::first;
use super::memory::Referent;
use super::write;
use isnad_ledger::{Block, BlockKind, SourceKind, Span, Statement};
use isnad_text::Text;

/// The title of a report and where its sections begin.
pub(super) struct Headings {
    pub(super) title: Option<Span>,
    pub(super) starts: Vec<u32>,
}

impl Headings {
    pub(super) fn of(blocks: &[Block]) -> Headings {
        let title = blocks.iter().find(|block| block.kind == BlockKind::Title).map(|block| block.span);
        let sections = blocks.iter().filter(|block| block.kind == BlockKind::Heading);
        Headings { title, starts: sections.map(|block| block.span.start()).collect() }
    }
}

/// Who a headline speaks of without a name is the first who is introduced by the same noun below: "Survivors", "Minister".
pub(super) fn headline(
    text: &Text<'_>,
    title: Option<Span>,
    statements: &mut [Statement],
    speakers: &mut [Vec<Referent>],
) {
    let title = title.map(|title| text.tokens_in(title)).or_else(|| text.paragraphs().first().cloned());
    let Some(title) = title else { return };
    for at in 0..statements.len() {
        let inside = first(&statements[at]).is_some_and(|point| title.contains(&text.token_at(point)));
        let [who] = speakers[at].as_slice() else { continue };
        if !inside || who.name_id.is_some() {
            continue;
        }
        let same = |other: &[Referent]| {
            let [other] = other else { return false };
            other.heads.iter().any(|head| who.heads.contains(head))
                || other.name.to_lowercase().ends_with(&who.name.to_lowercase())
        };
        let below = |other: &usize| first(&statements[*other]).is_some_and(|point| text.token_at(point) >= title.end);
        let later = (0..speakers.len()).filter(below);
        let by_place = |other: &usize| first(&statements[*other]);
        let host = later.clone().filter(|other| same(&speakers[*other])).min_by_key(by_place).or_else(|| {
            // "Statement:" is that of the body that speaks first.
            let body = |other: &usize| {
                speakers[*other]
                    .first()
                    .is_some_and(|who| who.name_id.is_some() && who.kind == SourceKind::Organisation)
            };
            (who.kind == SourceKind::Document).then(|| later.filter(body).min_by_key(by_place)).flatten()
        });
        if let Some(host) = host {
            speakers[at] = speakers[host].clone();
            write(&mut statements[at], &speakers[at]);
        }
    }
}
