//! Where a content can begin after its cue: at a complementiser, colon, quotation, preposition, event noun or bare clause,
//! as far as the cue's frames allow. It proposes and does not choose.

mod arabic;
mod english;

pub(crate) use arabic::opens_topic;

use crate::cues::Strength;
use crate::features::{Feature, Features};
use crate::frames::Frames;
use crate::scene::{Cue, Scene};
use std::ops::Range;

/// How far behind its cue a content may begin, in tokens.
const REACH: usize = 48;

/// A place where a content can begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    /// Its first token.
    pub at: usize,
    /// The end of the stretch between cue and content, where the source may stand.
    pub gap_end: usize,
    /// Why.
    pub features: Features,
}

/// All places after a cue, in the sentence or, behind a colon that ends it, in the next line.
pub(crate) fn starts_after(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Vec<Start> {
    let mut out = Vec::new();
    if scene.arabic {
        arabic::starts(scene, cue, sentence, &mut out);
    } else {
        english::starts(scene, cue, sentence, &mut out);
    }
    let from = cue.tail.as_ref().map_or(cue.end(), |tail| tail.end.max(cue.end()));
    for (number, start) in out.iter_mut().enumerate() {
        start.features = start
            .features
            .with_if(start.gap_end <= from, Feature::StartAdjacent)
            .with_if(start.at > from + 18, Feature::StartFar)
            .with_if(number == 0, Feature::StartFirst);
    }
    out
}

/// A colon or an opening quotation mark: the same in all languages. `None` goes on looking; `Some(true)` ends the search.
fn colon_or_quotation(
    scene: &Scene<'_>,
    cue: &Cue,
    at: usize,
    sentence: &Range<usize>,
    out: &mut Vec<Start>,
) -> Option<bool> {
    let mark = scene.mark(at)?;
    if mark == ':' {
        let next = at + 1;
        let quoted = scene.quotation(next).is_some_and(|q| q.open as usize == next);
        let features = Features::default().with(Feature::StartColon).with_if(quoted, Feature::StartQuote);
        let colon_ends_line = next >= sentence.end;
        if next < scene.words.len() && (!colon_ends_line || scene.text.tokens()[next].after_line()) {
            out.push(Start { at: next, gap_end: at, features });
        }
        return Some(true);
    }
    let q = scene.quotation(at).filter(|q| q.open as usize == at)?;
    let short = (q.close - q.open) <= 5;
    // انتهت إلى أنه …: a verb that takes neither a noun nor speech has no name in quotation marks for its content.
    if short && cue.strength == Strength::Weak && !cue.frames.any(Frames::NOUN.and(Frames::QUOTE).and(Frames::BI)) {
        return Some(false);
    }
    let kind = if short { Feature::StartShortQuote } else { Feature::StartQuote };
    let features = Features::default().with(kind);
    out.push(Start { at, gap_end: at, features });
    Some(false)
}

fn start(at: usize, kind: Feature) -> Start {
    Start { at, gap_end: at, features: Features::default().with(kind) }
}
