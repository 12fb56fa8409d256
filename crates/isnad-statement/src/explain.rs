//! Why a text was read as it was: the candidates of each choice with their scores, as text for people who tune the tables.
//! It changes nothing and chooses nothing.

use crate::candidate::{Candidate, Source};
use crate::edges::Edges;
use crate::features::Feature;
use crate::resolver::groups;
use crate::scene::Scene;
use crate::weights::Weights;
use std::fmt::Write as _;
use std::ops::Range;

/// How many candidates of a choice are shown.
const SHOWN: usize = 5;

/// The groups' best candidates, best first, with the features that weigh most.
pub(crate) fn explain(scene: &Scene<'_>, titles: &[Range<usize>], skip: &[Range<usize>], weights: &Weights) -> String {
    let mut out = String::new();
    let score = |c: &Candidate| weights.score(&c.evidence(scene));
    groups(scene, titles, skip, &mut |group| {
        let mut scored: Vec<(f32, &Candidate)> = group.candidates.iter().map(|c| (score(c), c)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mass: f32 = scored.iter().map(|(score, _)| score.exp()).sum();
        let _ = writeln!(
            out,
            "{}: {} candidates, together {:.3}",
            scene.text.word(group.head),
            scored.len(),
            mass / (mass + 1.0)
        );
        for (score, candidate) in scored.iter().take(SHOWN) {
            let _ = writeln!(out, "  {score:6.2} {} {}", candidate.construction, say(scene, candidate));
            let _ = writeln!(out, "         {}", reasons(scene, candidate, weights));
        }
    });
    out
}

fn say(scene: &Scene<'_>, candidate: &Candidate) -> String {
    let words = |ranges: &[Range<usize>]| -> String {
        ranges.iter().map(|tokens| scene.text.slice(tokens.clone())).collect::<Vec<_>>().join(" … ")
    };
    let source = match &candidate.source {
        Source::None => "—".to_owned(),
        Source::Inherited => "↑".to_owned(),
        Source::Tokens(tokens) => words(std::slice::from_ref(tokens)),
    };
    format!("[{source}] [{}] [{}]", words(&candidate.cue_tokens), words(&candidate.content))
}

/// How large a weight of an edge is to be shown.
const WORTH: f32 = 0.3;

fn reasons(scene: &Scene<'_>, candidate: &Candidate, weights: &Weights) -> String {
    let numbers = weights.numbers();
    let weight = |at: usize| candidate.columns.iter().map(|column| numbers[Weights::feature(column, at)]).sum::<f32>();
    let named = candidate.features.iter().map(|at| format!("{} {:+.1}", Feature::ALL[at].name(), weight(at)));
    let edges = Edges::of(scene, candidate);
    let edges = edges.numbers().filter(|number| numbers[*number].abs() >= WORTH).map(|number| {
        let (edge, shape) = Edges::names(number);
        format!("{edge}: {shape} {:+.1}", numbers[number])
    });
    named.chain(edges).collect::<Vec<_>>().join(", ")
}
