//! What annotated reports teach the resolver: each choice it has to make in them, its candidates as numbers of weights, and
//! which are right. It knows no file format; `ascent` makes weights of lessons.

mod ascent;

use crate::candidate::{Candidate, Source};
use crate::construct::overlap;
use crate::features::Columns;
use crate::resolver::{self, Chosen, Group, goes_on, groups, inherited};
use crate::scene::Scene;
use crate::{StatementReader, lines};
use isnad_ledger::{Block, Name, Span};
use isnad_text::Text;
use std::ops::Range;

pub use ascent::{Plan, learn, tally};

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
    /// The columns of each candidate and the numbers of the weights that count for it.
    options: Vec<(Columns, Box<[u16]>)>,
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
                options: options(&scene, group),
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
        out.push(Lesson { options: options(&scene, group), right, nothing_is_right: false });
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

fn options(scene: &Scene<'_>, group: &Group) -> Vec<(Columns, Box<[u16]>)> {
    let numbers = |c: &Candidate| c.evidence(scene).numbers().map(|number| number as u16).collect();
    group.candidates.iter().map(|c| (c.columns, numbers(c))).collect()
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
    candidate: &Candidate,
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
        let (options, right): (Vec<_>, Vec<bool>) = kept().map(|(option, right)| (option.clone(), *right)).unzip();
        let answered = self.nothing_is_right || right.contains(&true);
        answered.then_some(Lesson { options, right, nothing_is_right: self.nothing_is_right })
    }
}
