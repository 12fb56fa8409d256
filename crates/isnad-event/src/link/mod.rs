//! Puts harms and people of one sentence together: who was killed, wounded, arrested, and how many. It joins no sentences;
//! that is for `gather`.

use crate::cells::Cells;
use crate::chunk::{Chunk, chunk};
use crate::scope::Scope;
use crate::sense::{Toll, Words};
use harmed::Harmed;
use std::ops::Range;

mod counted;
mod harmed;
mod reach;
mod rules;

/// People to whom something happened, or a sign that it did.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) toll: Toll,
    /// The token of the harm.
    pub(crate) at: usize,
    pub(crate) low: u32,
    pub(crate) high: Option<u32>,
    /// A whole toll (the number of dead rose to nine), not some more people.
    pub(crate) whole: bool,
    /// Says only that there was one.
    pub(crate) weak: bool,
    /// People named before.
    pub(crate) known: bool,
    /// More than those named before.
    pub(crate) more: bool,
    /// Which of all harmed they are: a third victim.
    pub(crate) ordinal: Option<u32>,
    /// Of those who attacked.
    pub(crate) attacker: bool,
    pub(crate) part: bool,
    pub(crate) numbered: bool,
    /// A number of dead, whoever they were (three died), not of somebody's victims (he killed three).
    pub(crate) inclusive: bool,
    /// Those whom one hospital received, so perhaps not all.
    pub(crate) received: bool,
    /// Dozens, hundreds: no figure.
    pub(crate) round: bool,
    /// Index of the phrase among the sentence's.
    pub(crate) chunk: Option<usize>,
}

/// A sentence's phrases and links.
#[derive(Default)]
pub(crate) struct Linked {
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) links: Vec<Link>,
}

/// Reads one sentence.
pub(crate) fn link(cells: &Cells<'_, '_>, scope: &Scope, sentence: Range<usize>) -> Linked {
    let mut out = Linked::default();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some((end, name)) = scope.person(at).filter(|(end, _)| *end <= sentence.end) {
            name_chunk(cells, &mut out.chunks, at..end, name);
            at = end.max(at + 1);
            continue;
        }
        // The killings of 27 April: a day is no number of dead.
        if scope.is_time(at) && cells.number(at).is_some() {
            at += 1;
            continue;
        }
        match chunk(cells, at, sentence.end) {
            Some(found) => {
                at = found.tokens.end.max(at + 1);
                match out.chunks.last_mut().filter(|last| is_apposed(cells, last, &found)) {
                    Some(last) => last.describe(&found),
                    None => out.chunks.push(found),
                }
            }
            None => at += usize::from(cells.get(at).length.max(1)),
        }
    }
    parts(cells, &mut out.chunks);
    own(&mut out);
    let mut at = sentence.start;
    while at < sentence.end {
        let cell = cells.get(at);
        let length = usize::from(cell.length.max(1));
        if let Some(harm) = cell.sense.and_then(|sense| sense.harm) {
            Harmed { cells, sentence: &sentence, harm, at, next: at + length }.read(&mut out);
        }
        at += length;
    }
    // Who was hurt and died of it is dead.
    let dead: Vec<usize> =
        out.links.iter().filter(|link| link.toll == Toll::Killed).filter_map(|link| link.chunk).collect();
    out.links.retain(|link| link.toll != Toll::Wounded || link.chunk.is_none_or(|chunk| !dead.contains(&chunk)));
    // An earlier toll holds only where there is no other.
    for link in &mut out.links {
        let from = link.at.saturating_sub(8).max(sentence.start);
        link.weak |= (from..link.at).any(|at| cells.is(at, Words::EARLIER));
        // استقبل 12 جريحا، ثلاثة منهم فارقوا الحياة
        let reach = if link.known && link.numbered { 16 } else { 6 };
        let from = link.at.saturating_sub(reach).max(sentence.start);
        link.received = (from..link.at).any(|at| cells.is(at, Words::RECEIVED));
        // استقبلت 31 جثمانا فقط: they were no more.
        let behind = link.chunk.map_or(link.at + 1, |chunk| out.chunks[chunk].tokens.end);
        link.received &= !matches!(cells.form(behind), "فقط" | "only");
        // By the number's place one sees whose it is: according to a tally of the league, 312 died.
        if let Some(chunk) = link.chunk.filter(|_| link.whole) {
            link.at = out.chunks[chunk].tokens.start;
        }
    }
    out
}

/// Whether a phrase only says more of the one before: a second victim, a 36-year-old woman, …
fn is_apposed(cells: &Cells<'_, '_>, last: &Chunk, found: &Chunk) -> bool {
    let one = |chunk: &Chunk| chunk.count == Some((1, Some(1))) && !chunk.numbered;
    let comma = |at: usize| cells.mark(at) == Some(',');
    !cells.lexicon.arabic
        && one(last)
        && one(found)
        && last.ordinal.is_some()
        && last.tokens.end + 1 == found.tokens.start
        && comma(last.tokens.end)
        && comma(found.tokens.end)
        && cells.is(found.tokens.start, Words::ARTICLE)
        && !found.more
}

/// A name of its own, or that of the phrase right before it (الشاب يزن, teacher Callum Reeve; the suspect, Neil Barr).
fn name_chunk(cells: &Cells<'_, '_>, chunks: &mut Vec<Chunk>, tokens: Range<usize>, name: usize) {
    let age = age_behind(cells, tokens.end);
    let stands_by = |last: &&mut Chunk| {
        let apposed = !cells.lexicon.arabic
            && last.people.is_some()
            && last.name.is_none()
            && cells.is(last.tokens.start, Words::THE.and(Words::POSSESSIVE))
            && last.tokens.end + 1 == tokens.start
            && cells.mark(last.tokens.end) == Some(',');
        last.count == Some((1, Some(1))) && (last.tokens.end == tokens.start || apposed)
    };
    match chunks.last_mut().filter(stands_by) {
        Some(last) => {
            last.name = Some(name);
            last.age = last.age.or(age);
            last.tokens.end = tokens.end;
        }
        None => chunks.push(Chunk { age, ..Chunk::named(tokens, name) }),
    }
}

/// The age behind a name: John Smith, 44, …; معتز القدومي (22 عاما).
fn age_behind(cells: &Cells<'_, '_>, end: usize) -> Option<u32> {
    let (age, after) = cells.number(end + 1).filter(|(age, _)| *age < 120)?;
    let closes = matches!(cells.mark(after), Some(',' | '.' | ')' | ';')) || after >= cells.text.tokens().len();
    let years = |at: usize| ["عام", "سن"].iter().any(|stem| cells.form(at).starts_with(stem));
    let stands = match cells.mark(end)? {
        ',' if cells.lexicon.arabic => years(after),
        ',' => closes,
        '(' => closes || years(after),
        _ => false,
    };
    stands.then_some(age)
}

/// Among them three women and two children: the second phrase is a part like the first.
fn parts(cells: &Cells<'_, '_>, chunks: &mut [Chunk]) {
    for at in 1..chunks.len() {
        let (before, this) = (&chunks[at - 1], &chunks[at]);
        let joined = if cells.lexicon.arabic {
            this.tokens.start == before.tokens.end && cells.get(this.tokens.start).joined
        } else {
            (before.tokens.end..this.tokens.start).all(|at| cells.mark(at) == Some(',') || cells.form(at) == "and")
        };
        if before.part && joined && this.numbered {
            chunks[at].part = true;
        }
    }
}

/// Links of phrases whose own noun says the harm.
fn own(out: &mut Linked) {
    for (index, chunk) in out.chunks.iter().enumerate() {
        if let (Some(toll), Some((low, high))) = (chunk.own, chunk.count) {
            out.links.push(Link { chunk: Some(index), ..Link::new(toll, chunk.tokens.start, low, high, chunk) });
        }
    }
}

impl Link {
    fn new(toll: Toll, at: usize, low: u32, high: Option<u32>, chunk: &Chunk) -> Link {
        Link {
            known: chunk.known,
            more: chunk.more,
            ordinal: chunk.ordinal,
            attacker: chunk.people.is_some_and(|people| people.group == Some("attackers")),
            part: chunk.part,
            numbered: chunk.numbered,
            round: chunk.round,
            ..Link::plain(toll, at, low, high)
        }
    }

    fn plain(toll: Toll, at: usize, low: u32, high: Option<u32>) -> Link {
        Link {
            toll,
            at,
            low,
            high,
            whole: false,
            weak: false,
            known: false,
            more: false,
            ordinal: None,
            attacker: false,
            part: false,
            numbered: false,
            inclusive: false,
            received: false,
            round: false,
            chunk: None,
        }
    }
}
