//! Where contents begin and end: every possible edge of a reported content in a sentence, with its reason as features.
//! It proposes and does not choose.

use crate::candidate::ContentOption;
use crate::features::{Feature, Features};
use crate::scene::{CueMark, Scene};
use isnad_text::Classes;
use std::ops::Range;

/// How many right edges are offered besides the end of the sentence.
const MOST_ENDS: usize = 9;
/// How long a parenthesis between dashes may be, in tokens.
const LONGEST_PARENTHESIS: usize = 16;
/// How many tokens a line without a bullet may have to be an item of a list, and how many items are taken.
const LONGEST_ITEM: usize = 4;
const MOST_ITEMS: usize = 40;
/// How many tokens of a clause are searched for its verb.
const LONGEST_LOOK: usize = 40;
/// How far from its start a content's right edge is looked for, in tokens; the sentence's end is always offered.
const REACH: usize = 160;

/// All contents that begin at `start` and end in its sentence.
pub(crate) fn contents_from(
    scene: &Scene<'_>,
    start: usize,
    sentence: &Range<usize>,
    base: Features,
) -> Vec<ContentOption> {
    let limit = limit(scene, start, sentence);
    let mut out = Vec::with_capacity(6);
    let mut skipped = Features::default();
    let own_quotation = scene.quotation(start).copied();
    let opens = own_quotation.is_some_and(|q| q.open as usize == start);
    let mut at = start + 1;
    while at < limit.min(start + REACH) && out.len() < MOST_ENDS {
        if let Some(inner) = scene.quotation(at).filter(|q| q.open as usize > start) {
            at = inner.close as usize + 1;
            continue;
        }
        if opens && own_quotation.is_some_and(|q| (q.close as usize) > at) {
            at = own_quotation.map_or(at, |q| q.close as usize);
            continue;
        }
        if let Some(close) = parenthesis(scene, at, limit) {
            at = close + 1;
            continue;
        }
        if let Some((end, kind, skip)) = edge(scene, start, at, opens) {
            if end > start {
                out.push(option(scene, start..end, base.and(skipped).with(kind)));
            }
            if let Some(skip) = skip {
                skipped = skipped.with(skip);
            }
        }
        at += 1;
    }
    let list = list_behind(scene, sentence);
    // من أربعة، إلى جانب: what introduces a list is not cut off before it.
    if list.is_some() {
        out.retain(|content| !content.features.has(Feature::EndPhrase) && !content.features.has(Feature::EndComma));
    }
    let limit = list.unwrap_or(limit);
    out.push(option(scene, start..limit, base.and(skipped).with(Feature::EndSentence)));
    out.retain(|content| !content.tokens.is_empty());
    out
}

/// The end of a list that a sentence introduces by the colon at its end: lines with a bullet or a number, or of a few words.
fn list_behind(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<usize> {
    let colon = sentence.end.checked_sub(1).filter(|last| scene.mark(*last) == Some(':'))?;
    let lines = scene.text.sentences().get(scene.text.sentence_of(colon) + 1..)?.iter();
    let item = |line: &&Range<usize>| {
        let bullet = matches!(scene.mark(line.start), Some('-' | '–' | '•'));
        let number = scene.text.form(line.start).starts_with(|c: char| c.is_ascii_digit());
        let opens = scene.text.tokens().get(line.start).is_some_and(|token| token.after_line());
        opens && (bullet || number || line.len() <= LONGEST_ITEM && scene.quotation(line.start).is_none())
    };
    lines.take(MOST_ITEMS).take_while(item).last().map(|line| line.end)
}

/// The second of two dashes that hold a parenthesis which begins at a token.
fn parenthesis(scene: &Scene<'_>, at: usize, limit: usize) -> Option<usize> {
    let dash = |at: usize| scene.mark(at) == Some('–');
    if !dash(at) {
        return None;
    }
    (at + 2..limit.min(at + LONGEST_PARENTHESIS)).find(|at| dash(*at))
}

/// The last token of the sentence that content may reach: without final stops, and inside the quotation that holds it.
fn limit(scene: &Scene<'_>, start: usize, sentence: &Range<usize>) -> usize {
    let mut end = sentence.end;
    if let Some(q) = scene.quotation(start).filter(|q| (q.open as usize) < start) {
        end = end.min(q.close as usize);
    }
    while end > start + 1 && matches!(scene.mark(end - 1), Some('.' | '!' | '?' | '…' | ',' | ';')) {
        end -= 1;
    }
    end.max(start)
}

/// Whether a content can end before `at` (or, at a closing mark, behind it): the end, why, and what it means to go on.
fn edge(scene: &Scene<'_>, start: usize, at: usize, opens: bool) -> Option<(usize, Feature, Option<Feature>)> {
    let next = scene.classes(at + 1);
    match scene.mark(at) {
        Some(',' | ';') => {
            let kind = match scene.cue_mark(at + 1) {
                CueMark::Participle => (Feature::EndParticiple, Some(Feature::SkipParticiple)),
                CueMark::Nominal => (Feature::EndNominal, Some(Feature::SkipNominal)),
                // أن عملية …، انتهت: an Arabic verb behind a comma without a conjunction is the clause's own.
                CueMark::Finite
                    if scene.arabic && scene.words[at + 1].conjunction == 0 && !scene.begins_with_waw(at + 1) =>
                {
                    (Feature::EndPhrase, None)
                }
                CueMark::Finite => (Feature::EndCue, Some(Feature::SkipCue)),
                CueMark::None if next.any(Classes::CONTRAST) => (Feature::EndContrast, Some(Feature::SkipContrast)),
                CueMark::None if next.any(Classes::CLAUSE) => (Feature::EndClause, Some(Feature::SkipClause)),
                CueMark::None if goes_on(scene, at + 1) => (Feature::EndPhrase, None),
                CueMark::None => (Feature::EndComma, None),
            };
            Some((at, kind.0, kind.1))
        }
        Some('–') => Some((at, Feature::EndComma, None)),
        Some(_) if opens && scene.quotation(at).is_some_and(|q| q.open as usize == start && q.close as usize == at) => {
            Some((at + 1, Feature::EndQuote, None))
        }
        Some(_) => None,
        None => {
            if matches!(scene.mark(at - 1), Some(',' | ';')) {
                return None;
            }
            let classes = scene.classes(at);
            match scene.cue_mark(at) {
                CueMark::Nominal if at > start + 1 => Some((at, Feature::EndNominal, Some(Feature::SkipNominal))),
                CueMark::Participle
                    if at > start + 1
                        && scene.arabic
                        && !scene.classes(at - 1).any(Classes::AUXILIARY.and(Classes::VERB)) =>
                {
                    Some((at, Feature::EndParticiple, Some(Feature::SkipParticiple)))
                }
                CueMark::Finite if scene.arabic && scene.begins_with_waw(at) => {
                    Some((at, Feature::EndCue, Some(Feature::SkipCue)))
                }
                CueMark::None if scene.arabic && at > start + 1 && conjoins_verb(scene, at) => {
                    Some((at, Feature::EndVerb, None))
                }
                CueMark::None if !scene.arabic && coordinates_cue(scene, at) => {
                    Some((at, Feature::EndCue, Some(Feature::SkipCue)))
                }
                _ if classes.any(Classes::CONTRAST) && at > start + 1 => {
                    Some((at, Feature::EndContrast, Some(Feature::SkipContrast)))
                }
                _ => None,
            }
        }
    }
}

/// ويعتصمون, وأصيب: another verb of the outlet's own, or of the content's.
fn conjoins_verb(scene: &Scene<'_>, at: usize) -> bool {
    let form = scene.text.form(at);
    let Some(rest) = form.strip_prefix('و') else { return false };
    let known = scene.words[at].conjunction > 0 && scene.classes(at).any(Classes::VERB);
    let imperfect = scene.classes(at) == Classes::default()
        && rest.starts_with(['ي', 'ت'])
        && rest.chars().count() >= 4
        && crate::phrase::head(scene, at).is_none()
        && scene.named(at).kind.is_none();
    known || imperfect
}

/// Whether what stands behind a comma goes on with the phrase before it: a preposition, a relative, a quotation, an adverb.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    let on = Classes::PREPOSITION.and(Classes::RELATIVE).and(Classes::ADVERB);
    let outside = crate::phrase::medium_phrase(scene, at) || scene.classes(at).any(Classes::TIME);
    // أن عملية …، انتهت: a verb behind a comma without a conjunction is the clause's own.
    let own = scene.arabic && scene.classes(at).any(Classes::VERB) && scene.words[at].conjunction == 0;
    !outside
        && (own
            || scene.classes(at).any(on)
            || crate::phrase::carries_preposition(scene, at)
            || scene.mark(at).is_some())
}

/// and said, but denied, and has called: an English conjunction with a cue behind it.
fn coordinates_cue(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.form(at), "and" | "but" | "then")
        && (at + 1..at + 4)
            .find(|next| !scene.classes(*next).any(Classes::AUXILIARY.and(Classes::ADVERB)))
            .is_some_and(|next| scene.cue_mark(next) == CueMark::Finite)
}

fn option(scene: &Scene<'_>, tokens: Range<usize>, features: Features) -> ContentOption {
    let clause = features.has(Feature::StartComplementiser);
    let verbless = clause && !tokens.clone().skip(1).take(LONGEST_LOOK).any(|at| crate::phrase::may_be_verb(scene, at));
    let features =
        features.with_if(tokens.len() <= 2, Feature::ContentShort).with_if(verbless, Feature::ContentVerbless);
    ContentOption { tokens, features }
}

/// All contents that end at `end` and begin in its sentence: what stands before a cue.
pub(crate) fn contents_before(scene: &Scene<'_>, end: usize, sentence: &Range<usize>) -> Vec<ContentOption> {
    let mut end = end;
    while end > sentence.start && matches!(scene.mark(end - 1), Some(',' | ';' | '.' | '!' | '?' | '…' | '–' | '-'))
    {
        end -= 1;
    }
    let mut out = Vec::with_capacity(6);
    if end == sentence.start {
        return out;
    }
    let base = Features::default().with(Feature::StartBefore);
    let floor = scene
        .quotation(end - 1)
        .filter(|q| (q.close as usize) >= end)
        .map_or(sentence.start, |q| q.open as usize + 1)
        .max(sentence.start);
    let mut skipped = Features::default();
    let mut at = end - 1;
    while at > floor && out.len() < MOST_ENDS && end - at < REACH {
        if let Some(q) = scene.quotation(at).filter(|q| (q.close as usize) < end) {
            let open = q.open as usize;
            if q.close as usize + 1 == end && open > floor {
                out.push(option(scene, open..end, base.and(skipped).with(Feature::LeftQuote)));
            }
            if open <= floor {
                break;
            }
            at = open - 1;
            continue;
        }
        let classes = scene.classes(at);
        let after_comma = matches!(scene.mark(at - 1), Some(',' | ';' | '–' | ':'));
        if after_comma && scene.mark(at).is_none() {
            let clause = classes.any(Classes::CLAUSE.and(Classes::CONTRAST));
            let from = if clause { at + 1 } else { at };
            let kind = if clause { Feature::LeftClause } else { Feature::LeftComma };
            if from < end {
                out.push(option(scene, from..end, base.and(skipped).with(kind)));
            }
            skipped = skipped.with_if(clause, Feature::SkipClause);
        } else if classes.any(Classes::CONTRAST) && at + 1 < end {
            out.push(option(scene, at + 1..end, base.and(skipped).with(Feature::LeftClause)));
            skipped = skipped.with(Feature::SkipContrast);
        } else if classes.any(Classes::COMPLEMENTISER) && scene.cue_mark(at - 1) != CueMark::None {
            out.push(option(scene, at..end, base.and(skipped).with(Feature::LeftClause)));
            skipped = skipped.with(Feature::SkipCue);
        }
        at -= 1;
    }
    let quoted = scene.quotation(end - 1).is_some_and(|q| q.open as usize == floor && q.close as usize + 1 == end);
    out.push(option(scene, floor..end, base.and(skipped).with_if(quoted, Feature::LeftQuote)));
    out
}
