//! Who did it, with whom, and at whom it was aimed: names behind a word that says so (نفذتها القوات, by the army, targeting).
//! A name that stands without such a word has no part.

use crate::cells::Cells;
use crate::happening::Account;
use crate::mention::Mention;
use crate::scope::Scope;
use crate::sense::Words;
use isnad_ledger::Ledger;

/// Ids of names by their part.
#[derive(Default)]
pub(crate) struct Parties {
    pub(crate) perpetrators: Vec<String>,
    pub(crate) partners: Vec<String>,
    pub(crate) targets: Vec<String>,
}

/// How far before a name the word may stand.
const REACH: usize = 4;
/// Most names of one part.
const MOST: usize = 20;

/// The parties that one account names.
pub(crate) fn parties(
    cells: &Cells<'_, '_>,
    scope: &Scope,
    ledger: &Ledger,
    all: &[Mention],
    account: &Account,
) -> Parties {
    let mut out = Parties::default();
    for mention in account.mentions.iter().map(|at| &all[*at]).filter(|mention| !mention.title) {
        for (token, name) in scope.names(&mention.tokens) {
            if scope.statement(*token) != mention.by {
                continue;
            }
            let Some(words) = before(cells, mention.tokens.start, *token) else { continue };
            let part = if words.any(Words::WITH) {
                &mut out.partners
            } else if words.any(Words::TARGET) {
                &mut out.targets
            } else {
                &mut out.perpetrators
            };
            let id = &ledger.names[*name].id;
            if part.len() < MOST && !part.contains(id) {
                part.push(id.clone());
            }
        }
    }
    out
}

/// The nearest word before a name that gives it a part, in the same clause.
fn before(cells: &Cells<'_, '_>, start: usize, token: usize) -> Option<Words> {
    let parts = Words::BY.and(Words::CARRIED).and(Words::WITH).and(Words::TARGET);
    (token.saturating_sub(REACH).max(start)..token)
        .rev()
        .take_while(|at| !matches!(cells.mark(*at), Some('.' | ',' | ';' | ':')))
        .find_map(|at| cells.get(at).sense.map(|sense| sense.words).filter(|words| words.any(parts)))
}
