//! Learning the resolver's weights from annotated reports: full-batch gradient ascent on the conditional log-likelihood of
//! the right readings, with an L2 prior. Deterministic; it knows no file format.

use crate::candidate::Source;
use crate::construct::overlap;
use crate::features::{Columns, Features, Weights};
use crate::resolver::{self, Chosen, Group, goes_on, groups, inherited};
use crate::scene::Scene;
use crate::{StatementReader, lines};
use isnad_ledger::{Block, Name, Span};
use isnad_text::Text;
use std::ops::Range;

/// A right reading, as annotated.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// Source, possibly empty.
    pub source: Vec<Span>,
    /// Cue, possibly empty.
    pub cue: Vec<Span>,
    /// Content.
    pub content: Vec<Span>,
    /// Whether it counts neither way.
    pub optional: bool,
}

/// One choice with what is right in it.
#[derive(Clone, Debug)]
pub struct Lesson {
    options: Vec<(Columns, Features)>,
    right: Vec<bool>,
    nothing_is_right: bool,
}

/// How well the candidates of a text cover its annotation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Coverage {
    /// Annotated statements.
    pub annotated: usize,
    /// Those with a group of candidates at their cue.
    pub with_cue: usize,
    /// Those with a candidate whose roles all overlap by half.
    pub with_candidate: usize,
}

/// The lessons of one annotated report, and how well candidates cover it.
pub fn lessons(
    reader: &StatementReader,
    raw: &str,
    language: &str,
    blocks: &[Block],
    names: &[Name],
    annotated: &[Annotated],
    missed: &mut Vec<String>,
) -> (Vec<Lesson>, Coverage) {
    let text = Text::new(raw);
    let Some((code, tables)) = reader.languages.iter().find(|(code, _)| *code == language) else {
        return (Vec::new(), Coverage::default());
    };
    let scene = Scene::new(&text, names, &tables.classes, &tables.cues, *code == "ar");
    let (titles, skip) = lines(&text, blocks);
    let mut all = Vec::new();
    groups(&scene, &titles, &skip, &mut |group| all.push(group));
    let words = |spans: &[Span]| -> Vec<usize> {
        let mut words: Vec<usize> =
            spans.iter().flat_map(|s| text.tokens_in(*s)).filter(|at| scene.mark(*at).is_none()).collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let gold: Vec<[Vec<usize>; 3]> =
        annotated.iter().map(|a| [words(&a.source), words(&a.cue), words(&a.content)]).collect();
    let mut coverage = Coverage { annotated: annotated.iter().filter(|a| !a.optional).count(), ..Coverage::default() };
    let mut out = Vec::new();
    let mut settled: Vec<Chosen> = Vec::new();
    let mut seen = vec![(false, false); gold.len()];
    for group in &all {
        let group = &possible(&scene, &settled, group);
        let number = (0..gold.len()).filter(|n| hits(group, &gold[*n])).max_by_key(|n| usize::MAX - gold[*n][1].len());
        let Some(number) = number else {
            out.push(Lesson {
                options: options(group),
                right: vec![false; group.candidates.len()],
                nothing_is_right: true,
            });
            continue;
        };
        seen[number].0 = true;
        let qualities: Vec<(f64, bool)> =
            group.candidates.iter().map(|c| quality(&scene, &settled, group.head, c, &gold[number])).collect();
        let best = qualities.iter().map(|(q, _)| *q).fold(0.0, f64::max);
        let any_half = qualities.iter().any(|(_, half)| *half);
        seen[number].1 |= any_half;
        if annotated[number].optional || best < 1.2 {
            continue;
        }
        let right: Vec<bool> = qualities.iter().map(|(q, half)| *q >= best - 0.01 && (*half || !any_half)).collect();
        if let Some(at) = right.iter().position(|right| *right) {
            let candidate = group.candidates[at].clone();
            let source = source_tokens(&scene, &settled, group.head, &candidate.source);
            settled.push(Chosen { candidate, source, share: 1.0 });
        }
        out.push(Lesson { options: options(group), right, nothing_is_right: false });
    }
    for (number, (cue, candidate)) in seen.iter().enumerate().filter(|(n, _)| !annotated[*n].optional) {
        coverage.with_cue += usize::from(*cue);
        coverage.with_candidate += usize::from(*candidate);
        if !candidate {
            let show = |spans: &[Span]| spans.iter().map(|s| s.of(raw)).collect::<Vec<_>>().join(" … ");
            let a = &annotated[number];
            let why = if *cue { "no candidate" } else { "no cue" };
            missed.push(format!("{why}: [{}] [{}] [{}]", show(&a.source), show(&a.cue), show(&a.content)));
        }
    }
    (out, coverage)
}

/// A group without the readings that the resolver could not choose here.
fn possible(scene: &Scene<'_>, settled: &[Chosen], group: &Group) -> Group {
    let inherits = inherited(scene, settled, group.head).is_some();
    let told = goes_on(scene, settled, group.head);
    let candidates = group.candidates.iter().filter(|c| resolver::possible(c, inherits, told)).cloned().collect();
    Group { head: group.head, candidates }
}

fn options(group: &Group) -> Vec<(Columns, Features)> {
    group.candidates.iter().map(|c| (c.columns, c.features)).collect()
}

fn hits(group: &Group, gold: &[Vec<usize>; 3]) -> bool {
    if gold[1].is_empty() {
        return group.candidates.iter().any(|c| {
            c.cue.is_none() && c.content.iter().any(|content| gold[2].iter().any(|word| content.contains(word)))
        });
    }
    gold[1].contains(&group.head) && group.candidates.iter().any(|c| c.cue.is_some())
        || group
            .candidates
            .iter()
            .any(|c| c.cue.is_some() && c.cue_tokens.iter().any(|cue| overlap(cue, &(gold[1][0]..gold[1][0] + 1))))
}

fn source_tokens(scene: &Scene<'_>, settled: &[Chosen], head: usize, source: &Source) -> Option<Range<usize>> {
    match source {
        Source::None => None,
        Source::Inherited => inherited(scene, settled, head),
        Source::Tokens(tokens) => Some(tokens.clone()),
    }
}

/// The sum of the three roles' F1, and whether each is at least one half.
fn quality(
    scene: &Scene<'_>,
    settled: &[Chosen],
    head: usize,
    candidate: &crate::candidate::Candidate,
    gold: &[Vec<usize>; 3],
) -> (f64, bool) {
    let source = source_tokens(scene, settled, head, &candidate.source);
    let f = [
        f1(scene, source.as_slice(), &gold[0]),
        f1(scene, &candidate.cue_tokens, &gold[1]),
        f1(scene, &candidate.content, &gold[2]),
    ];
    (f.iter().sum(), f.iter().all(|f| *f >= 0.5))
}

fn f1(scene: &Scene<'_>, tokens: &[Range<usize>], gold: &[usize]) -> f64 {
    let words = || tokens.iter().flat_map(Clone::clone).filter(|at| scene.mark(*at).is_none());
    let count = words().count();
    if count == 0 && gold.is_empty() {
        return 1.0;
    }
    let both = words().filter(|at| gold.binary_search(at).is_ok()).count();
    2.0 * both as f64 / (count + gold.len()) as f64
}

/// How much harder what a column adds is pulled towards nought than the weight for all.
const ADDED: f32 = 6.0;

impl Lesson {
    /// The same choice without the readings of some constructions, by number; `None` if the right one was among them.
    #[must_use]
    pub fn without(&self, constructions: &[usize]) -> Option<Lesson> {
        let kept = || {
            self.options
                .iter()
                .zip(&self.right)
                .filter(|((columns, _), _)| !constructions.iter().any(|at| columns.has(*at)))
        };
        let (options, right): (Vec<_>, Vec<bool>) = kept().map(|(option, right)| (*option, *right)).unzip();
        let answered = self.nothing_is_right || right.contains(&true);
        answered.then_some(Lesson { options, right, nothing_is_right: self.nothing_is_right })
    }
}

/// How weights are learnt.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The strength of the pull towards nought; what a construction adds to a weight is pulled harder.
    pub prior: f32,
    /// Steps of the ascent.
    pub rounds: usize,
    /// Whether constructions add to the weights.
    pub additions: bool,
}

/// Weights that make the right readings of the lessons likely.
pub fn learn(lessons: &[&Lesson], plan: Plan) -> Weights {
    let mut weights = Weights::default();
    let mut squares: Vec<_> = weights.columns.iter().map(|row| row.map(|_| 1e-6f32)).collect();
    let rows = if plan.additions { weights.columns.len() } else { 1 };
    for _ in 0..plan.rounds {
        let mut gradient = Weights::default();
        for lesson in lessons {
            add_gradient(lesson, &weights, &mut gradient);
        }
        for (number, row) in weights.columns.iter_mut().enumerate().take(rows) {
            let pull = if number == 0 { plan.prior } else { ADDED * plan.prior };
            for (at, weight) in row.iter_mut().enumerate() {
                let g = gradient.columns[number][at] - pull * *weight;
                squares[number][at] += g * g;
                *weight += 0.5 * g / squares[number][at].sqrt();
            }
        }
    }
    weights
}

/// How the weights choose on lessons: right about nothing, wrongly something; right reading, another reading, nothing.
pub fn tally(lessons: &[&Lesson], weights: &Weights) -> [usize; 5] {
    let mut counts = [0; 5];
    for lesson in lessons {
        let scores: Vec<f32> =
            lesson.options.iter().map(|(columns, features)| weights.score(*columns, *features)).collect();
        let best = (0..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        let something: f32 = scores.iter().map(|score| score.exp()).sum();
        let at = match (lesson.nothing_is_right, something > 1.0, best) {
            (true, false, _) => 0,
            (true, true, _) => 1,
            (false, true, Some(best)) if lesson.right[best] => 2,
            (false, true, _) => 3,
            (false, false, _) => 4,
        };
        counts[at] += 1;
    }
    counts
}

fn add_gradient(lesson: &Lesson, weights: &Weights, gradient: &mut Weights) {
    let scores: Vec<f32> =
        lesson.options.iter().map(|(columns, features)| weights.score(*columns, *features)).collect();
    let top = scores.iter().copied().fold(0.0, f32::max);
    let mut total = (-top).exp();
    let mut right = if lesson.nothing_is_right { total } else { 0.0 };
    for (score, is_right) in scores.iter().zip(&lesson.right) {
        let share = (score - top).exp();
        total += share;
        right += if *is_right { share } else { 0.0 };
    }
    for (((columns, features), score), is_right) in lesson.options.iter().zip(&scores).zip(&lesson.right) {
        let share = (score - top).exp();
        let observed = if *is_right && right > 0.0 { share / right } else { 0.0 };
        let step = observed - share / total;
        if step.abs() > 1e-6 {
            for at in features.iter() {
                for column in columns.iter() {
                    gradient.columns[column][at] += step;
                }
            }
        }
    }
}
