//! A headline that attributes by a colon or a dash, without a cue; and the turn of an interview, which does so at the head of
//! a paragraph. Not for a colon behind a reporting verb.
//!
//! Arabic: ‹S›المرصد‹/S›: ‹C›مقتل ثلاثة مدنيين في ريف حلب‹/C›
//! English: ‹C›Guards halt loadings at port‹/C› – ‹S›sources‹/S›

use crate::candidate::{Candidate, Source};
use crate::features::{Columns, Feature, Features};
use crate::phrase::{carries_preposition, head_features};
use crate::scene::{CueMark, Scene};
use isnad_text::{Classes, TokenKind};
use std::ops::Range;

/// How long the source of a headline may be, in tokens.
const LONGEST: usize = 8;

/// How long a headline may be, in tokens.
const LONGEST_LINE: usize = 80;

/// Whether a paragraph may be a turn: a few words without a cue, then a colon; a clock time or a dash may come before.
pub(crate) fn is_turn(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    let from = turn_start(scene, line);
    let colon = (from..line.end).take(LONGEST + 1).position(|at| scene.mark(at) == Some(':'));
    let plain = |at: usize| scene.cue_mark(at) == CueMark::None;
    let adjunct = scene.classes(from).any(Classes::PREPOSITION.and(Classes::TIME)) || carries_preposition(scene, from);
    colon.is_some_and(|length| {
        length > 0 && !adjunct && line.end - from > length + 2 && (from..from + length).all(plain)
    })
}

/// Where the words of a turn begin, behind numbers and marks: 09:40 - .
fn turn_start(scene: &Scene<'_>, line: &Range<usize>) -> usize {
    let counts = |at: usize| {
        let opens = matches!(scene.mark(at), Some('"' | '“' | '«'));
        !opens && (scene.mark(at).is_some() || scene.text.tokens()[at].kind == TokenKind::Number)
    };
    line.clone().find(|at| !counts(*at)).unwrap_or(line.start)
}

/// Readings of a headline, a range of tokens, by its colon or dash; or of a turn, by its first colon.
pub(crate) fn headline(scene: &Scene<'_>, line: &Range<usize>, turn: bool) -> Vec<Candidate> {
    let mut out = Vec::new();
    if !turn && line.len() > LONGEST_LINE {
        return out;
    }
    let base = Features::default().with(Feature::Bias);
    let start = if turn { turn_start(scene, line) } else { line.start };
    let reach = if turn { line.end.min(start + LONGEST + 1) } else { line.end };
    for at in start + 1..reach.saturating_sub(1) {
        let mark = scene.mark(at);
        let spaced = scene.text.tokens()[at].after_space();
        if mark != Some(':') && !(matches!(mark, Some('–' | '-')) && spaced) {
            continue;
        }
        let colon = mark == Some(':');
        let from = (start..at).rev().take_while(|at| !matches!(scene.mark(*at), Some('…' | '.' | '|'))).last();
        let left = from.unwrap_or(start)..at;
        let stops = (at + 1..line.end).rev().take_while(|at| scene.mark(*at) == Some('.')).count();
        let right = at + 1..line.end - stops;
        if turn && !colon {
            continue;
        }
        let sides = if colon { [(left, right), (0..0, 0..0)] } else { [(0..0, 0..0), (right, left)] };
        for (source, content) in sides {
            if source.is_empty() || source.len() > LONGEST || content.len() < 2 {
                continue;
            }
            let kind = if colon { Feature::StartColon } else { Feature::StartBefore };
            let features = base.and(head_features(scene, source.start)).with(kind);
            let features = features.with_if(source.len() == 1, Feature::SourceShort);
            // «الداخلية»: a quoted name alone is an institution or an outlet.
            let quoted = scene.quotation(source.start).is_some_and(|q| q.tokens() == source);
            let features = if quoted && features.has(Feature::SourceUnknown) {
                features.without(Feature::SourceUnknown).with(Feature::SourceOrganisation)
            } else {
                features
            };
            let construction = if turn { "turn" } else { "headline" };
            out.push(Candidate {
                construction,
                cue: None,
                cue_tokens: Vec::new(),
                source: Source::Tokens(source),
                content: vec![content],
                features,
                columns: Columns::of(construction),
            });
        }
    }
    out
}
