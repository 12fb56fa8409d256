//! The headline's claim against the body: a note where it states a figure as a fact that the body only has from a source, or
//! drops an "at least". It does not judge the figure.

use crate::cells::Cells;
use crate::happening::{Account, Happening};
use crate::mention::Mention;
use crate::value::Tolls;
use isnad_ledger::{Note, Range};

/// The notes on a headline that makes a claim of its own about an event.
pub(crate) fn headline(cells: &Cells<'_, '_>, all: &[Mention], happening: &Happening) -> Vec<Note> {
    let mentions = happening.accounts.iter().flat_map(|account| &account.mentions).map(|at| &all[*at]);
    let Some(title) = mentions.clone().find(|mention| mention.title && mention.by.is_none() && mention.tolls.is_firm())
    else {
        return Vec::new();
    };
    let claim = title.tolls.settle();
    let bears = |account: &&Account| {
        let body = body(all, account).settle();
        std::iter::zip(&claim, body).all(|(short, long)| short.is_none_or(|s| long.is_some_and(|l| s.meets(l))))
    };
    let (own, sourced): (Vec<&Account>, Vec<&Account>) =
        happening.accounts.iter().filter(bears).partition(|account| account.by.is_empty());
    let own = own.first().filter(|account| account.mentions.iter().any(|at| !all[*at].title));
    let Some(account) = own.or(sourced.first()) else { return Vec::new() };
    let note = |code: &str, text: &str| Note {
        code: code.to_owned(),
        span: Some(cells.text.span(title.tokens.clone())),
        text: text.to_owned(),
    };
    let mut notes = Vec::new();
    if own.is_none() {
        notes.push(note("headline_drops_source", "The headline states as a fact what the body has from a source."));
    }
    let open = |range: Range| range.high().is_none();
    let drops =
        |(short, long): (&Option<Range>, Option<Range>)| short.is_some_and(|s| !open(s)) && long.is_some_and(open);
    if std::iter::zip(&claim, body(all, account).settle()).any(drops) {
        notes.push(note(
            "headline_drops_hedge",
            "The headline gives as exact a figure that the body gives as a least one.",
        ));
    }
    notes
}

/// What an account says below the headline.
fn body(all: &[Mention], account: &Account) -> Tolls {
    let mut tolls = Tolls::default();
    let mentions = account.mentions.iter().map(|at| &all[*at]);
    mentions.filter(|mention| !mention.title).for_each(|mention| tolls.add(&mention.tolls));
    tolls
}
