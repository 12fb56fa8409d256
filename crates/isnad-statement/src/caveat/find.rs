//! Where a text says that something could not be verified, in which clause, and whether the outlet says so. It knows no
//! statement: what a caveat covers is a matter of `scope`.

use super::Setting;
use super::book::{Agent, Marks, Opening};
use super::clause::{CLAUSE, Left};
use isnad_ledger::SourceKind;
use isnad_text::{Classes, proclitics};
use std::ops::Range;

/// How far before its anchor a caveat can begin, in tokens.
const BACK: usize = 12;

/// A caveat.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// Its clause.
    pub(crate) tokens: Range<usize>,
    /// The first token of what says that it could not be done.
    pub(crate) opening: usize,
    /// The words that say what could not be verified.
    pub(crate) object: Range<usize>,
    /// Whether the source says it of its own words.
    pub(crate) of_source: bool,
    /// Whether it hangs on a noun: a claim that could not be verified, في بيان لم يتسن التحقق منه.
    pub(crate) relative: bool,
}

/// The caveats of a text, in order.
pub(crate) fn find(setting: &Setting<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for sentence in setting.text.sentences() {
        for at in sentence.clone() {
            let marks = setting.marks(at);
            if !marks.any(Marks::ANCHOR) {
                continue;
            }
            // No two share a word: of "could not be verified or confirmed" the first is taken.
            let taken = found.last().map_or(0, |last| last.tokens.end);
            if let Some(mut caveat) = setting.caveat(at, marks, sentence).filter(|caveat| caveat.opening >= taken) {
                caveat.tokens.start = caveat.tokens.start.max(taken);
                found.push(caveat);
            }
        }
    }
    found
}

impl Setting<'_> {
    fn caveat(&self, at: usize, marks: Marks, sentence: &Range<usize>) -> Option<Found> {
        let (phrase, opening) = self.opening(at, marks, sentence)?;
        let speech = self.text.quotations().partition_point(|q| (q.open as usize) < phrase.start);
        let quoted = self.text.quotations()[speech.saturating_sub(8)..speech].iter();
        if quoted.into_iter().any(|q| q.closed && q.close as usize > at) {
            return None;
        }
        let left = self.left(&phrase, sentence);
        let end = self.end(at + 1, sentence);
        if self.told_behind(end, sentence) {
            return None;
        }
        // Neither claim could be verified: the word for none stands before.
        if opening.needs != Marks::default() {
            let part = if opening.needs == Marks::NOTHING { left.start..phrase.start } else { left.start..end };
            if !part.into_iter().any(|word| self.marks(word).any(opening.needs)) {
                return None;
            }
        }
        let of_source = match left.said {
            Some(false) => return None,
            Some(true) => true,
            None => self.by_source(at, marks, &phrase, opening, &left, sentence)?,
        };
        let passive = !self.arabic && marks.any(Marks::PASSIVE.and(Marks::ADJECTIVE));
        let object = if passive { left.start..phrase.start } else { at + 1..end };
        Some(Found { tokens: left.start..end, opening: phrase.start, object, of_source, relative: left.relative })
    }

    /// The words before an anchor that make it a caveat: the nearest, in their longest form.
    fn opening(&self, at: usize, marks: Marks, sentence: &Range<usize>) -> Option<(Range<usize>, Opening)> {
        let matched = |start: usize| {
            let found = self.book.openings.longest_within(self.text, start)?;
            let bare = found.proclitic.is_none_or(|cut| cut.letters == 1 && cut.conjunction.is_some());
            let end = start + found.tokens;
            let reaches = end <= at && self.bridges(end..at, *found.value);
            (bare && reaches && marks.any(found.value.anchors)).then_some((start..end, *found.value))
        };
        let first = sentence.start.max(at.saturating_sub(BACK));
        let near = (first..at).rev().take_while(|at| !self.stops(*at)).find_map(matched)?;
        let longer = (first.max(near.0.start.saturating_sub(4))..near.0.start).find_map(matched);
        Some(longer.filter(|longer| longer.0.end >= near.0.end).unwrap_or(near))
    }

    /// Whether words may stand between the opening and its anchor.
    fn bridges(&self, mut gap: Range<usize>, opening: Opening) -> bool {
        match (self.arabic, opening.agent) {
            (_, Agent::Behind) => gap.is_empty(),
            (true, _) if opening.anchors == Marks::CONFIRMATION => gap.len() <= 1,
            (true, _) => true,
            (false, _) => gap.all(|word| self.marks(word).any(Marks::BETWEEN)),
        }
    }

    /// Whether the caveat is a source's and not the outlet's; `None` if it is neither's, but tells of somebody who could not.
    fn by_source(
        &self,
        at: usize,
        marks: Marks,
        phrase: &Range<usize>,
        opening: Opening,
        left: &Left,
        sentence: &Range<usize>,
    ) -> Option<bool> {
        let passive = !self.arabic && marks.any(Marks::PASSIVE);
        let agent = match opening.agent {
            Agent::We => return Some(false),
            _ if passive => {
                let by = (at + 1..sentence.end.min(at + 4)).find(|at| self.text.form(*at) == "by");
                return by
                    .is_none_or(|by| self.outlet(by + 1..sentence.end.min(by + 5)) != Some(false))
                    .then_some(false);
            }
            Agent::Nobody => phrase.end..at,
            Agent::Behind => {
                let preposition = |at: &usize| self.classes(*at).any(Classes::PREPOSITION) || self.stops(*at);
                let end = (at + 1..sentence.end.min(at + 6)).find(preposition)?;
                at + 1..end
            }
            Agent::Outlet if self.arabic && phrase.end < at => phrase.end..at,
            Agent::Outlet if self.arabic => left.start.saturating_sub(3).max(sentence.start)..left.start,
            Agent::Outlet => left.start..phrase.start,
        };
        let agent = self.subject(agent);
        let said = self.outlet(agent.clone());
        if opening.agent == Agent::Nobody {
            return (said != Some(false)).then_some(false);
        }
        let outlet_before = || self.outlet(sentence.start.max(phrase.start.saturating_sub(CLAUSE))..phrase.start);
        match (agent.len(), said) {
            (_, Some(outlet)) => outlet.then_some(false),
            // The Guardian has seen the footage but could not verify it: an outlet is known, or not known for anything else.
            (0, None) => match outlet_before() {
                Some(outlet) => outlet.then_some(false),
                None => (!self.arabic && phrase.start > sentence.start).then_some(false),
            },
            (1, None) if self.classes(agent.start).any(Classes::PRONOUN) => match self.text.form(agent.start) {
                "we" | "i" => Some(false),
                "it" if outlet_before() == Some(true) => Some(false),
                _ => Some(true),
            },
            (_, None) => Some(false),
        }
    }

    /// A subject without the words that lead to it: which Reuters, لم تتمكن رويترز من.
    fn subject(&self, mut agent: Range<usize>) -> Range<usize> {
        let relative = |at: usize| matches!(self.text.form(at), "that" | "which");
        if let Some(at) = agent.clone().rev().find(|at| !self.arabic && relative(*at)) {
            agent.start = at + 1;
        }
        let small = Classes::PREPOSITION.and(Classes::COMPLEMENTISER).and(Classes::ADVERB).and(Classes::AUXILIARY);
        while !agent.is_empty() && self.classes(agent.end - 1).any(small) {
            agent.end -= 1;
        }
        agent
    }

    /// Whether the first of some words that tells is an outlet; `None` if none does.
    fn outlet(&self, words: Range<usize>) -> Option<bool> {
        let mentions = self.mentions().starting_in(words.clone()).iter();
        let named = mentions
            .filter(|m| m.named)
            .find_map(|mention| if mention.is_person() { Some(false) } else { self.book.is_outlet(&mention.name.key) });
        if named.is_some() {
            return named;
        }
        let people = |form: &str| self.arabic && form.starts_with("ال") && form.ends_with("ون");
        let head = |at: usize| {
            let form = self.text.form(at);
            let head = if self.arabic {
                proclitics(form).find_map(|cut| self.cues.head_of(cut.stem))
            } else {
                self.cues.head(form)
            };
            match head.map(|head| head.kind) {
                Some(SourceKind::Document) => None,
                Some(kind) => Some(kind == SourceKind::Media),
                None => people(form).then_some(false),
            }
        };
        words.into_iter().find_map(head)
    }
}
