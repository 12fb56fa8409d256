//! The outlet's caveat, "could not be independently verified", and the statements it covers. A caveat is nobody's
//! statement: it is taken out of the contents that run into it, and what was read of its own words is dropped.
//!
//! Arabic: قال ناشطون إن القصف طال سوقا. ولم يتسن لرويترز التحقق من هذه المعلومات.
//! English: The group said it had killed ten soldiers, a claim that could not be independently verified.

mod book;
mod clause;
mod find;
mod scope;

use crate::candidate::Candidate;
use crate::cues::CueBook;
use crate::mentions::Mentions;
use crate::resolver::Chosen;
pub(crate) use book::CaveatBook;
use book::Marks;
pub(crate) use find::{Found, find};
use isnad_ledger::Name;
use isnad_text::{ClassBook, Classes, Text, Word};
pub(crate) use scope::lay;
use std::cell::OnceCell;
use std::ops::Range;

/// A text and what tells caveats in it.
pub(crate) struct Setting<'a> {
    text: &'a Text<'a>,
    names: &'a [Name],
    book: &'a CaveatBook,
    cues: &'a CueBook,
    known: &'a ClassBook,
    arabic: bool,
    mentions: OnceCell<Mentions<'a>>,
}

impl<'a> Setting<'a> {
    /// Nothing is looked at before a caveat is met.
    pub(crate) fn new(
        text: &'a Text<'a>,
        names: &'a [Name],
        book: &'a CaveatBook,
        cues: &'a CueBook,
        known: &'a ClassBook,
        arabic: bool,
    ) -> Setting<'a> {
        Setting { text, names, book, cues, known, arabic, mentions: OnceCell::new() }
    }

    fn mentions(&self) -> &Mentions<'a> {
        self.mentions.get_or_init(|| Mentions::new(self.text, self.names))
    }

    fn word(&self, at: usize) -> Word {
        self.known.word(self.text, at)
    }

    fn classes(&self, at: usize) -> Classes {
        self.word(at).classes
    }

    fn marks(&self, at: usize) -> Marks {
        self.book.marks(self.text.form(at))
    }
}

/// Whether a candidate's content begins in an outlet's caveat, behind its first word or with the words that lead to it.
pub(crate) fn begins_in_caveat(setting: &Setting<'_>, caveats: &[Found], candidate: &Candidate) -> bool {
    candidate.content.iter().any(|content| {
        let next = caveats.partition_point(|caveat| caveat.tokens.end <= content.start);
        caveats.get(next).filter(|caveat| !caveat.of_source && caveat.tokens.start < content.end).is_some_and(
            |caveat| {
                let led = content.start..caveat.tokens.start;
                content.start > caveat.opening || !led.is_empty() && before(setting, led.clone()) == led.start
            },
        )
    })
}

/// Parts readings from the outlet's caveats: contents end before them, and no cue stands in one.
pub(crate) fn part(setting: &Setting<'_>, mut caveats: Vec<Found>, chosen: &mut Vec<Chosen>) {
    caveats.retain(|caveat| !caveat.of_source);
    if caveats.is_empty() {
        return;
    }
    let contents = chosen.iter().flat_map(|c| c.candidate.content.clone());
    let caveats = not_said(caveats, contents);
    let in_caveat = |at: usize| {
        let last = caveats.partition_point(|caveat| caveat.opening <= at).checked_sub(1);
        last.is_some_and(|last| at < caveats[last].tokens.end)
    };
    chosen.retain_mut(|c| {
        for content in &mut c.candidate.content {
            let inside = caveats.partition_point(|caveat| caveat.tokens.start <= content.start);
            let Some(caveat) = caveats.get(inside).filter(|caveat| caveat.tokens.start < content.end) else { continue };
            if content.end <= caveat.tokens.end + 1 {
                content.end = before(setting, content.start..caveat.tokens.start);
            }
        }
        c.candidate.content.retain(|content| !content.is_empty());
        let cue = c.candidate.cue_tokens.first();
        !c.candidate.content.is_empty() && !cue.is_some_and(|cue| in_caveat(cue.start))
    });
}

/// The caveats that are not themselves what somebody is reported to say: no content begins in their clause.
fn not_said(mut caveats: Vec<Found>, contents: impl Iterator<Item = Range<usize>>) -> Vec<Found> {
    let mut said = vec![false; caveats.len()];
    for content in contents {
        let first = caveats.partition_point(|caveat| caveat.opening < content.start);
        if let Some(caveat) = caveats.get(first) {
            said[first] |= caveat.tokens.start <= content.start && caveat.opening < content.end;
        }
    }
    let mut at = 0;
    caveats.retain(|_| {
        at += 1;
        !said[at - 1]
    });
    caveats
}

/// The end of a content that a caveat follows: without the marks and the words that lead over.
fn before(setting: &Setting<'_>, mut content: Range<usize>) -> usize {
    let leads = Classes::CLAUSE.and(Classes::CONTRAST).and(Classes::CONJUNCTION).and(Classes::RELATIVE);
    while let Some(last) = content.end.checked_sub(1).filter(|_| !content.is_empty()) {
        let mark = setting.text.tokens()[last].mark();
        if !matches!(mark, Some(',' | ';' | '(' | '–' | '.' | '…')) && !setting.classes(last).any(leads) {
            break;
        }
        content.end = last;
    }
    content.end
}
