//! Which statement, time and place stands where, by token: answered in constant or logarithmic time for a whole report.

use crate::cells::Cells;
use crate::sense::Words;
use isnad_ledger::{Ledger, NameKind, Span, Stance};
use isnad_text::Text;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Where the ledger's entries stand in the text.
pub(crate) struct Scope {
    /// The innermost statement whose content holds each token.
    statements: Vec<Option<u32>>,
    /// First tokens of times and places with their index, in order.
    times: Vec<(usize, usize)>,
    places: Vec<(usize, usize)>,
    parents: Vec<Option<usize>>,
    /// The tokens that say who speaks, in order.
    sources: Vec<usize>,
    /// People's names by their first token, with the token after the last and their index.
    people: Vec<(usize, usize, usize)>,
    /// First tokens of all names with their index, in order.
    names: Vec<(usize, usize)>,
    /// The tokens of all times, in order.
    timed: Vec<Range<usize>>,
    /// First tokens of times that follow a word of speech: police said Monday.
    announced: FxHashSet<usize>,
    /// First tokens of times that a count has run since.
    since: FxHashSet<usize>,
}

impl Scope {
    pub(crate) fn new(cells: &Cells<'_, '_>, ledger: &Ledger) -> Scope {
        let text = cells.text;
        let first = |span: Span| text.token_at(span.start());
        let mut times: Vec<_> = ledger.times.iter().enumerate().map(|(i, t)| (first(t.span), i)).collect();
        let mut places: Vec<_> = ledger.places.iter().enumerate().map(|(i, p)| (first(p.span), i)).collect();
        let mut timed: Vec<Range<usize>> = ledger.times.iter().map(|time| text.tokens_in(time.span)).collect();
        timed.sort_by_key(|tokens| tokens.start);
        times.retain(|(token, _)| !in_dateline(text, *token));
        let announced = times.iter().map(|(token, _)| *token).filter(|token| is_announcement(cells, *token)).collect();
        let is_since = |at: usize| at > 0 && (cells.is(at, Words::SINCE) || cells.is(at - 1, Words::SINCE));
        let since = times.iter().map(|(token, _)| *token).filter(|token| is_since(*token)).collect();
        let mut people: Vec<_> = ledger
            .names
            .iter()
            .enumerate()
            .filter(|(_, name)| name.kind == NameKind::Person)
            .flat_map(|(index, name)| name.spans.iter().map(move |span| (text.tokens_in(*span), index)))
            .map(|(tokens, index)| (tokens.start, tokens.end, index))
            .collect();
        people.sort_unstable();
        let mut names: Vec<_> = ledger
            .names
            .iter()
            .enumerate()
            .flat_map(|(index, name)| name.spans.iter().map(move |span| (first(*span), index)))
            .collect();
        names.sort_unstable();
        times.sort_unstable();
        places.retain(|(token, _)| !in_dateline(text, *token));
        places.sort_unstable();
        let ids: rustc_hash::FxHashMap<&str, usize> =
            ledger.statements.iter().enumerate().map(|(i, s)| (s.id.as_str(), i)).collect();
        let parents =
            ledger.statements.iter().map(|s| s.inside.as_deref().and_then(|id| ids.get(id).copied())).collect();
        let sources = sources(text, ledger);
        Scope {
            statements: innermost(text, ledger),
            sources,
            times,
            places,
            parents,
            people,
            names,
            timed,
            announced,
            since,
        }
    }

    /// The innermost statement whose content holds a token.
    pub(crate) fn statement(&self, token: usize) -> Option<usize> {
        self.statements.get(token).copied().flatten().map(|at| at as usize)
    }

    /// Whether a token stands in a statement nested in the given one.
    pub(crate) fn within(&self, token: usize, by: Option<usize>) -> bool {
        let mut at = self.statement(token);
        for _ in 0..8 {
            match at {
                Some(inner) if Some(inner) == by => return true,
                Some(inner) => at = self.parents.get(inner).copied().flatten(),
                None => return by.is_none(),
            }
        }
        false
    }

    /// Whether a token belongs to the words for who speaks: where a source is is not where it happened.
    pub(crate) fn is_source(&self, token: usize) -> bool {
        self.sources.binary_search(&token).is_ok()
    }

    /// Whether a statement is nested in another.
    pub(crate) fn is_inside(&self, inner: usize, outer: usize) -> bool {
        let mut at = Some(inner);
        for _ in 0..8 {
            match at {
                Some(inner) if inner == outer => return true,
                Some(inner) => at = self.parents.get(inner).copied().flatten(),
                None => return false,
            }
        }
        false
    }

    /// Whether a time is that of the words, not of what they tell.
    pub(crate) fn is_announcement(&self, token: usize) -> bool {
        self.announced.contains(&token)
    }

    /// The person's name that begins at a token: its end and its index.
    pub(crate) fn person(&self, token: usize) -> Option<(usize, usize)> {
        let at = self.people.partition_point(|(start, ..)| *start < token);
        self.people.get(at).filter(|(start, ..)| *start == token).map(|(_, end, index)| (*end, *index))
    }

    /// Whether a time is where a count begins: since January.
    pub(crate) fn is_since(&self, token: usize) -> bool {
        self.since.contains(&token)
    }

    /// Whether a token is a part of a time: the month of March is no march.
    pub(crate) fn is_time(&self, token: usize) -> bool {
        let after = self.timed.partition_point(|tokens| tokens.start <= token);
        after > 0 && self.timed[after - 1].contains(&token)
    }

    pub(crate) fn times(&self, tokens: &Range<usize>) -> &[(usize, usize)] {
        slice(&self.times, tokens)
    }

    pub(crate) fn names(&self, tokens: &Range<usize>) -> &[(usize, usize)] {
        slice(&self.names, tokens)
    }

    pub(crate) fn places(&self, tokens: &Range<usize>) -> &[(usize, usize)] {
        slice(&self.places, tokens)
    }
}

fn is_announcement(cells: &Cells<'_, '_>, token: usize) -> bool {
    let from = token.saturating_sub(4);
    (from..token)
        .rev()
        .take_while(|at| cells.mark(*at).is_none_or(|mark| mark == ',' && cells.lexicon.arabic))
        .any(|at| cells.is(at, Words::SAID))
}

/// The tokens of all words for who speaks.
fn sources(text: &Text<'_>, ledger: &Ledger) -> Vec<usize> {
    const LONGEST: usize = 40;
    let spans = ledger.statements.iter().flat_map(|statement| statement.source.iter().chain(&statement.cue));
    let mut tokens: Vec<usize> = spans.flat_map(|span| text.tokens_in(*span).take(LONGEST)).collect();
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

/// Whether a token stands in a dateline: CAIRO, Sept 30 (Thames Wire) -, عدن 17 نيسان (السرب) -.
fn in_dateline(text: &Text<'_>, token: usize) -> bool {
    const LONGEST: usize = 16;
    let Some(paragraph) = text.paragraphs().get(text.paragraph_of(token)) else { return false };
    if token - paragraph.start > LONGEST {
        return false;
    }
    let end = (paragraph.start + LONGEST).min(paragraph.end);
    (token..end).any(|at| {
        let spaced = |at: usize| text.tokens().get(at).is_some_and(|token| token.after_space());
        let dash = matches!(text.tokens()[at].mark(), Some('-' | '–'));
        dash && spaced(at + 1) && at > paragraph.start
    })
}

fn slice<'s>(all: &'s [(usize, usize)], tokens: &Range<usize>) -> &'s [(usize, usize)] {
    let from = all.partition_point(|(token, _)| *token < tokens.start);
    let to = all.partition_point(|(token, _)| *token < tokens.end);
    &all[from..to.max(from)]
}

/// Sweeps over all contents: of those that hold a token the one that began last.
fn innermost(text: &Text<'_>, ledger: &Ledger) -> Vec<Option<u32>> {
    let mut spans: Vec<(Range<usize>, u32)> = Vec::new();
    for (index, statement) in ledger.statements.iter().enumerate() {
        if statement.stance == Stance::NoComment {
            continue;
        }
        spans.extend(statement.content.iter().map(|span| (text.tokens_in(*span), index as u32)));
    }
    // Of what one voice says and another denies it is the first one's claim.
    let denied = |index: u32| ledger.statements[index as usize].stance == Stance::Denies;
    spans.sort_by_key(|(tokens, index)| (tokens.start, std::cmp::Reverse(tokens.end), !denied(*index)));
    let mut out = vec![None; text.tokens().len()];
    let mut open: Vec<(usize, u32)> = Vec::new();
    let mut next = spans.iter().peekable();
    for (token, slot) in out.iter_mut().enumerate() {
        while let Some((tokens, index)) = next.next_if(|(tokens, _)| tokens.start <= token) {
            open.push((tokens.end, *index));
        }
        while open.last().is_some_and(|(end, _)| *end <= token) {
            open.pop();
        }
        *slot = open.last().map(|(_, index)| *index);
    }
    out
}
