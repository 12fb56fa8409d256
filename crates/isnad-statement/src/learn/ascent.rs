//! Weights from lessons: full-batch gradient ascent on the conditional log-likelihood of the right readings, with an L2 prior.
//! Deterministic; it knows no text.

use super::Lesson;
use crate::weights::Weights;

/// How much harder what a column adds is pulled towards nought than the weight for all.
const ADDED: f32 = 6.0;

/// How weights are learnt.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// The strength of the pull towards nought; what a column adds to a weight is pulled harder.
    pub prior: f32,
    /// Steps of the ascent.
    pub rounds: usize,
    /// Whether constructions and kinds of cues add to the weights.
    pub additions: bool,
    /// Whether the words at the edges have weights.
    pub edges: bool,
}

impl Plan {
    /// How hard a weight is pulled towards nought; `None` if it stays there.
    fn pull(&self, number: usize) -> Option<f32> {
        let added = Weights::is_added(number);
        let kept = if added { self.additions } else { self.edges || !Weights::is_edge(number) };
        kept.then_some(if added { ADDED * self.prior } else { self.prior })
    }
}

/// Weights that make the right readings of the lessons likely.
pub fn learn(lessons: &[&Lesson], plan: Plan) -> Weights {
    let mut weights = vec![0.0; Weights::COUNT];
    let mut squares = vec![1e-6f32; Weights::COUNT];
    let pulls: Vec<Option<f32>> = (0..Weights::COUNT).map(|number| plan.pull(number)).collect();
    let mut gradient = vec![0.0; Weights::COUNT];
    for _ in 0..plan.rounds {
        gradient.fill(0.0);
        for lesson in lessons {
            add_gradient(lesson, &weights, &mut gradient);
        }
        for (number, weight) in weights.iter_mut().enumerate() {
            let Some(pull) = pulls[number] else { continue };
            let g = gradient[number] - pull * *weight;
            squares[number] += g * g;
            *weight += 0.5 * g / squares[number].sqrt();
        }
    }
    Weights::of(weights)
}

/// How the weights choose on lessons: right about nothing, wrongly something; right reading, another reading, nothing.
pub fn tally(lessons: &[&Lesson], weights: &Weights) -> [usize; 5] {
    let mut counts = [0; 5];
    for lesson in lessons {
        let scores = scores(lesson, weights.numbers());
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

fn scores(lesson: &Lesson, weights: &[f32]) -> Vec<f32> {
    let score = |numbers: &[u16]| numbers.iter().map(|number| weights[usize::from(*number)]).sum();
    lesson.options.iter().map(|(_, numbers)| score(numbers)).collect()
}

fn add_gradient(lesson: &Lesson, weights: &[f32], gradient: &mut [f32]) {
    let scores = scores(lesson, weights);
    let top = scores.iter().copied().fold(0.0, f32::max);
    let mut total = (-top).exp();
    let mut right = if lesson.nothing_is_right { total } else { 0.0 };
    for (score, is_right) in scores.iter().zip(&lesson.right) {
        let share = (score - top).exp();
        total += share;
        right += if *is_right { share } else { 0.0 };
    }
    for (((_, numbers), score), is_right) in lesson.options.iter().zip(&scores).zip(&lesson.right) {
        let share = (score - top).exp();
        let observed = if *is_right && right > 0.0 { share / right } else { 0.0 };
        let step = observed - share / total;
        if step.abs() > 1e-6 {
            numbers.iter().for_each(|number| gradient[usize::from(*number)] += step);
        }
    }
}
