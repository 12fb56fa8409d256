//! What one sentence tells in one voice: tolls, triggers, its time and place. Which event it belongs to is for `gather`.

use crate::cells::Cells;
use crate::chunk::Chunk;
use crate::link::{Link, link};
use crate::scope::Scope;
use crate::sense::Words;
use crate::value::Tolls;
use isnad_ledger::{EventType, Grain, Ledger, TimeKind};
use std::ops::Range;

/// One voice's part of a sentence.
pub(crate) struct Mention {
    /// The statement in whose content it stands.
    pub(crate) by: Option<usize>,
    pub(crate) paragraph: usize,
    pub(crate) tolls: Tolls,
    pub(crate) links: Vec<Link>,
    pub(crate) chunks: Vec<Chunk>,
    /// Type, rank and tokens.
    pub(crate) triggers: Vec<(EventType, u8, Range<usize>)>,
    pub(crate) time: Option<When>,
    /// Index of a place of the ledger.
    pub(crate) place: Option<usize>,
    /// Told as something that was before.
    pub(crate) past: bool,
    pub(crate) title: bool,
}

/// Index of a time of the ledger, and whether it is the announcement's rather than the event's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct When {
    pub(crate) time: usize,
    pub(crate) announced: bool,
}

/// The mentions of a sentence, at most one per voice.
pub(crate) fn mentions(
    cells: &Cells<'_, '_>,
    scope: &Scope,
    ledger: &Ledger,
    sentence: &Range<usize>,
    title: bool,
    out: &mut Vec<Mention>,
) {
    let linked = link(cells, sentence.clone());
    let mut triggers = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let cell = cells.get(at);
        if let Some((kind, rank)) = cell.trigger {
            let end = at + usize::from(cell.trigger_length.max(1));
            triggers.push((kind, rank, at..end));
            at = end;
        } else {
            at += 1;
        }
    }
    let things = linked.chunks.iter().filter(|c| c.thing.is_some_and(|t| !cells.lexicon.things[t as usize].is_empty()));
    let mut voices: Vec<Option<usize>> = linked.links.iter().map(|l| scope.statement(l.at)).collect();
    voices.extend(triggers.iter().map(|t| scope.statement(t.2.start)));
    voices.extend(things.map(|c| scope.statement(c.tokens.start)));
    voices.sort_unstable();
    voices.dedup();
    let past = (sentence.clone()).any(|at| cells.is(at, Words::PAST));
    for by in voices {
        let links: Vec<Link> = linked.links.iter().filter(|l| scope.statement(l.at) == by).cloned().collect();
        let triggers: Vec<_> = triggers.iter().filter(|t| scope.statement(t.2.start) == by).cloned().collect();
        let focus = links.first().map(|l| l.at).or(triggers.first().map(|t| t.2.start)).unwrap_or(sentence.start);
        out.push(Mention {
            by,
            paragraph: cells.text.paragraph_of(sentence.start),
            tolls: Tolls::of(&links.iter().collect::<Vec<_>>()),
            time: time(scope, ledger, sentence, by, focus),
            place: place(scope, ledger, sentence, by, focus),
            links,
            chunks: linked.chunks.clone(),
            triggers,
            past,
            title,
        });
    }
}

/// The time of a mention: one in the same voice before others, the nearest of them.
fn time(scope: &Scope, ledger: &Ledger, sentence: &Range<usize>, by: Option<usize>, focus: usize) -> Option<When> {
    let all = scope.times(sentence);
    let best = all
        .iter()
        .filter(|(_, index)| {
            let time = &ledger.times[*index];
            time.start.is_some()
                && !matches!(time.kind, TimeKind::Set)
                && !matches!(time.grain, Grain::Vague | Grain::Decade)
        })
        .min_by_key(|(token, index)| {
            let foreign = scope.statement(*token) != by && by.is_some();
            let coarse = !matches!(ledger.times[*index].grain, Grain::Minute | Grain::Hour | Grain::Day);
            (foreign, coarse, token.abs_diff(focus))
        })?;
    let announced = by.is_some() && scope.statement(best.0) != by && !scope.within(best.0, by);
    Some(When { time: best.1, announced })
}

/// The place of a mention: in the same voice, the finest, the nearest.
fn place(scope: &Scope, ledger: &Ledger, sentence: &Range<usize>, by: Option<usize>, focus: usize) -> Option<usize> {
    scope
        .places(sentence)
        .iter()
        .min_by_key(|(token, index)| {
            let foreign = scope.statement(*token) != by;
            let before = *token < focus;
            (foreign, ledger.places[*index].precision.max(isnad_ledger::Precision::Town), before, token.abs_diff(focus))
        })
        .map(|(_, index)| *index)
}
