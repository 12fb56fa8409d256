//! A headline that attributes by a colon or a dash, without a cue.
//!
//! Arabic: ‹S›المرصد‹/S›: ‹C›مقتل ثلاثة مدنيين في ريف حلب‹/C›
//! English: ‹C›Guards halt loadings at port‹/C› – ‹S›sources‹/S›

use crate::candidate::{Candidate, Source};
use crate::features::{Feature, Features};
use crate::phrase::head_features;
use crate::scene::Scene;
use std::ops::Range;

/// How long the source of a headline may be, in tokens.
const LONGEST: usize = 8;

/// Readings of a headline, a range of tokens, by its colon or dash.
pub(crate) fn headline(scene: &Scene<'_>, line: &Range<usize>) -> Vec<Candidate> {
    let mut out = Vec::new();
    let base = Features::default().with(Feature::Bias);
    for at in line.start + 1..line.end.saturating_sub(1) {
        let mark = scene.mark(at);
        let spaced = scene.text.tokens()[at].after_space();
        if mark != Some(':') && !(matches!(mark, Some('–' | '-')) && spaced) {
            continue;
        }
        let colon = mark == Some(':');
        let from = (line.start..at).rev().take_while(|at| !matches!(scene.mark(*at), Some('…' | '.' | '|'))).last();
        let left = from.unwrap_or(line.start)..at;
        let right = at + 1..line.end;
        let sides = if colon { [(left, right), (0..0, 0..0)] } else { [(0..0, 0..0), (right, left)] };
        for (source, content) in sides {
            if source.is_empty() || source.len() > LONGEST || content.len() < 2 {
                continue;
            }
            let kind = if colon { Feature::StartColon } else { Feature::StartBefore };
            let features = base.and(head_features(scene, source.start)).with(kind);
            let features = features.with_if(source.len() == 1, Feature::SourceShort);
            out.push(Candidate {
                construction: "headline",
                cue: None,
                cue_tokens: Vec::new(),
                source: Source::Tokens(source),
                content: vec![content],
                features,
            });
        }
    }
    out
}
