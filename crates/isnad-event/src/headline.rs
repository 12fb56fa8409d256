//! The headline's claim against the body: a note where it states a figure as a fact that the body only has from a source, or
//! drops an "at least". It does not judge the figure.

use crate::cells::Cells;
use crate::happening::Account;
use crate::mention::Mention;
use isnad_ledger::Note;

/// The notes on a headline that was folded into an account of the body.
pub(crate) fn headline(cells: &Cells<'_, '_>, all: &[Mention], account: &Account) -> Vec<Note> {
    let mentions = || account.mentions.iter().map(|at| &all[*at]);
    let Some(title) = mentions().find(|mention| mention.title && mention.by.is_none() && mention.tolls.is_firm())
    else {
        return Vec::new();
    };
    if mentions().all(|mention| mention.title) {
        return Vec::new();
    }
    let note = |code: &str, text: &str| Note {
        code: code.to_owned(),
        span: Some(cells.text.span(title.tokens.clone())),
        text: text.to_owned(),
    };
    let mut notes = Vec::new();
    if !account.by.is_empty() {
        notes.push(note("headline_drops_source", "The headline states as a fact what the body has from a source."));
    }
    let open = std::iter::zip(title.tolls.settle(), account.tolls.settle())
        .any(|(short, long)| short.is_some_and(|s| s.high().is_some()) && long.is_some_and(|l| l.high().is_none()));
    if open {
        notes.push(note(
            "headline_drops_hedge",
            "The headline gives as exact a figure that the body gives as a least one.",
        ));
    }
    notes
}
