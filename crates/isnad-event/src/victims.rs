//! People harmed, one by one: their name or the words that describe them, age, sex and status. It counts nobody.

use crate::cells::Cells;
use crate::happening::Account;
use crate::mention::Mention;
use isnad_ledger::{Ledger, Victim};

/// The single people of an account.
pub(crate) fn victims(cells: &Cells<'_, '_>, ledger: &Ledger, all: &[Mention], account: &Account) -> Vec<Victim> {
    const MOST: usize = 100;
    let mut out: Vec<Victim> = Vec::new();
    for mention in account.mentions.iter().map(|at| &all[*at]) {
        for link in mention.links.iter().filter(|link| !link.weak) {
            let Some(chunk) = link.chunk.map(|at| &mention.chunks[at]) else { continue };
            let described = !link.known && chunk.people.is_some();
            if chunk.count != Some((1, Some(1))) || chunk.numbered || !(described || chunk.name.is_some()) {
                continue;
            }
            let span = cells.text.span(chunk.tokens.clone());
            let harm = link.toll.harm();
            let name = chunk.name.map(|at| ledger.names[at].id.clone());
            let same = |old: &&mut Victim| old.description == Some(span) || name.is_some() && old.name == name;
            if let Some(old) = out.iter_mut().find(same) {
                old.harm = old.harm.min(Some(harm));
                continue;
            }
            if out.len() == MOST {
                return out;
            }
            out.push(Victim {
                name,
                description: Some(span),
                age: chunk.age,
                sex: chunk.people.and_then(|p| p.female).map(|f| if f { "female" } else { "male" }.to_owned()),
                status: chunk.people.and_then(|p| p.status),
                harm: Some(harm),
            });
        }
    }
    out
}
