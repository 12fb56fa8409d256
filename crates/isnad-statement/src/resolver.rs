//! The resolver: one consistent set of readings for a text, chosen by a log-linear score over the constructions' candidates.
//! It knows no words, only features and their weights.
//!
//! Every cue is a choice among its candidates and "reports nothing", whose score is nought (a conditional log-linear model
//! in the manner of Ratnaparkhi 1998). The share of the winner becomes its confidence (see `calibration`).

use crate::candidate::{Candidate, Source};
use crate::construct::{CONSTRUCTIONS, headline, is_turn, overlap, verb_end};
use crate::cues::{Follows, Form};
use crate::features::Feature;
use crate::phrase::disagrees;
use crate::scene::{CueKind, Scene};
use crate::subject::subject_before;
use crate::weights::Weights;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many statements of a sentence are looked back at for a source.
const MOST_HERE: usize = 16;

/// How far back a speaker is remembered for a verb without a subject, in tokens.
const TOLD_REACH: usize = 120;

/// How many of the best candidates are compared with one another.
const CONSIDERED: usize = 16;

/// The candidates among which one choice is made.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// The token that carries the cue.
    pub head: usize,
    /// Its candidates.
    pub candidates: Vec<Candidate>,
}

/// A reading that was chosen.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    /// The candidate, its source found if it was inherited.
    pub candidate: Candidate,
    /// Tokens of the source, if the text has one.
    pub source: Option<Range<usize>>,
    /// Its share of the choice, 0 to 1.
    pub share: f32,
}

/// Hands out all choices of a text, in order of their cues, one at a time. `titles` are the lines that may be headlines;
/// words in `skip` are not read.
pub(crate) fn groups(scene: &Scene<'_>, titles: &[Range<usize>], skip: &[Range<usize>], each: &mut dyn FnMut(Group)) {
    let mut order: Vec<usize> = (0..scene.cues.len()).collect();
    order.sort_by_key(|number| (scene.cues[*number].head, std::cmp::Reverse(scene.cues[*number].strength)));
    let covered = covered(scene);
    let mut skipping = skip.iter().peekable();
    let lines = lines(scene, titles, skip);
    let mut lines = lines.iter().peekable();
    for cues in order.chunk_by(|a, b| scene.cues[*a].head == scene.cues[*b].head) {
        let head = scene.cues[cues[0]].head;
        while let Some((line, turn)) = lines.next_if(|(line, _)| line.start <= head) {
            headlines(scene, line, *turn, each);
        }
        while skipping.next_if(|range| range.end <= head).is_some() {}
        if skipping.peek().is_some_and(|range| range.contains(&head)) {
            continue;
        }
        let Some(sentence) = scene.text.sentences().get(scene.text.sentence_of(head)) else { break };
        let inside_nominal = covered.binary_search(&head).is_ok();
        let mut group = Group { head, candidates: Vec::new() };
        for number in cues.iter().filter(|number| !(inside_nominal && scene.cues[**number].hit().is_some())) {
            for construction in CONSTRUCTIONS {
                construction(scene, *number, sentence, &mut group.candidates);
            }
        }
        without_repeats(&mut group);
        if !group.candidates.is_empty() {
            each(group);
        }
    }
    lines.for_each(|(line, turn)| headlines(scene, line, *turn, each));
}

/// The lines that may attribute by a colon alone, in order, and whether one is a turn.
fn lines(scene: &Scene<'_>, titles: &[Range<usize>], skip: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let apart = |line: &Range<usize>, others: &[Range<usize>]| {
        let at = others.partition_point(|other| other.end <= line.start);
        others.get(at).is_none_or(|other| !overlap(other, line))
    };
    let turns = (scene.text.paragraphs().iter())
        .filter(|line| is_turn(scene, line) && apart(line, titles) && apart(line, skip))
        .map(|line| (line.clone(), true));
    let mut out: Vec<(Range<usize>, bool)> = titles.iter().map(|line| (line.clone(), false)).chain(turns).collect();
    out.sort_by_key(|(line, _)| line.start);
    out
}

fn headlines(scene: &Scene<'_>, line: &Range<usize>, turn: bool, each: &mut dyn FnMut(Group)) {
    let candidates = headline(scene, line, turn);
    if !candidates.is_empty() {
        each(Group { head: line.start, candidates });
    }
}

/// Two lemmas of one form propose the same words twice; the stronger lemma's, which come first, stay.
fn without_repeats(group: &mut Group) {
    let mut seen = FxHashSet::default();
    group
        .candidates
        .retain(|c| seen.insert((c.construction, c.cue_tokens.clone(), c.source.clone(), c.content.clone())));
}

/// The verbs inside nominal cues, وفق ما أفاد به, and the nouns in the rest of longer ones, اكتفى بالقول: they are no cues of
/// their own. In order.
fn covered(scene: &Scene<'_>) -> Vec<usize> {
    let mut heads: Vec<usize> = (scene.cues.iter())
        .filter(|cue| matches!(cue.kind, CueKind::Nominal(nominal) if nominal.follows == Follows::Verb))
        .filter_map(|cue| {
            let sentence = scene.text.sentences().get(scene.text.sentence_of(cue.head))?;
            Some(cue.end()..verb_end(scene, cue.end(), sentence)?)
        })
        .flatten()
        .collect();
    let rest = (scene.cues.iter())
        .flat_map(|cue| (cue.head + 1..cue.tokens.end).chain(cue.tail.clone().into_iter().flatten()));
    heads.extend(rest.filter(|at| scene.cues_at(*at).iter().all(|cue| cue.form() == Some(Form::Noun))));
    heads.sort_unstable();
    heads
}

/// Reads a text: chooses one reading for each group, or none, of the candidates that `fits` lets through.
pub(crate) fn read(
    scene: &Scene<'_>,
    titles: &[Range<usize>],
    skip: &[Range<usize>],
    weights: &Weights,
    fits: impl Fn(&Candidate) -> bool,
) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    groups(scene, titles, skip, &mut |mut group| {
        group.candidates.retain(&fits);
        if let Some(reading) = choose(scene, &chosen, group, weights) {
            chosen.push(reading);
        }
    });
    without_clashes(chosen)
}

/// The reading of one group behind those chosen before it.
fn choose(scene: &Scene<'_>, chosen: &[Chosen], group: Group, weights: &Weights) -> Option<Chosen> {
    let can_inherit = inherited(scene, chosen, group.head);
    let told = goes_on(scene, chosen, group.head);
    let mut scored: Vec<(f32, &Candidate)> = (group.candidates.iter())
        .filter(|candidate| possible(candidate, can_inherit.is_some(), told))
        .map(|c| (weights.score(&c.evidence(scene)), c))
        .collect();
    // Many alike readings share what one would have: the cue reports if all of them together outweigh nothing.
    let something: f32 = scored.iter().map(|(score, _)| score.exp()).sum();
    if something <= 1.0 {
        return None;
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    scored.truncate(CONSIDERED);
    let (candidate, share) = most_agreed(&scored, something + 1.0)?;
    let source = match &candidate.source {
        Source::None => None,
        Source::Inherited => can_inherit,
        Source::Tokens(tokens) => Some(tokens.clone()),
    };
    Some(Chosen { candidate: candidate.clone(), source, share })
}

/// The candidate that agrees best with all of them, each weighed by its share (minimum Bayes risk), and the share of those
/// with which it agrees: readings that differ by a trailing phrase support one another.
fn most_agreed<'c>(scored: &[(f32, &'c Candidate)], total: f32) -> Option<(&'c Candidate, f32)> {
    let mut best: Option<(f32, f32, &Candidate)> = None;
    for (_, candidate) in scored {
        let (mut gain, mut agreeing) = (0.0, 0.0);
        for (score, other) in scored {
            let share = score.exp() / total;
            let (source, content) = (source_overlap(candidate, other), content_overlap(candidate, other));
            let agrees = source >= 0.5 && content >= 0.5;
            agreeing += if agrees { share } else { 0.0 };
            let same = source + content > 1.99;
            gain += share * (f32::from(u8::from(agrees)) + 0.5 * (source + content) + f32::from(u8::from(same)));
        }
        if best.is_none_or(|(top, ..)| gain > top + 1e-6) {
            best = Some((gain, agreeing, candidate));
        }
    }
    best.map(|(_, agreeing, candidate)| (candidate, agreeing))
}

fn source_overlap(a: &Candidate, b: &Candidate) -> f32 {
    match (&a.source, &b.source) {
        (Source::Tokens(a), Source::Tokens(b)) => f1(std::slice::from_ref(a), std::slice::from_ref(b)),
        (a, b) => f32::from(u8::from(a == b)),
    }
}

fn content_overlap(a: &Candidate, b: &Candidate) -> f32 {
    f1(&a.content, &b.content)
}

/// F1 of two sets of stretches, in tokens.
fn f1(a: &[Range<usize>], b: &[Range<usize>]) -> f32 {
    let shared: usize =
        (a.iter()).flat_map(|x| b.iter().map(move |y| x.end.min(y.end).saturating_sub(x.start.max(y.start)))).sum();
    let count = |s: &[Range<usize>]| s.iter().map(ExactSizeIterator::len).sum::<usize>();
    2.0 * shared as f32 / (count(a) + count(b)).max(1) as f32
}

/// The source that a cue at `head` goes on with: that of a statement of its sentence whose content has ended, rather one that
/// stands in no other's content, and the last of them; failing that, of the last statement in whose content it stands. A
/// source that its form can't agree with is nobody's choice while another can. Where nobody has spoken in the sentence, it is
/// the subject of a verb that reports nothing.
pub(crate) fn inherited(scene: &Scene<'_>, chosen: &[Chosen], head: usize) -> Option<Range<usize>> {
    let sentence = scene.text.sentence_of(head);
    let gender = scene.cues_at(head).iter().find_map(crate::scene::Cue::gender);
    let same = |c: &&Chosen| scene.text.sentence_of(first_token(&c.candidate)) == sentence;
    let here: Vec<&Chosen> = chosen.iter().rev().take_while(same).take(MOST_HERE).collect();
    let holds = |outer: &&Chosen, token: usize| outer.candidate.content.iter().any(|content| content.contains(&token));
    let rank = |c: &&Chosen| {
        let source = c.source.as_ref()?;
        let ended = c.candidate.content.iter().all(|content| content.end <= head || content.start > head);
        let cue = first_token(&c.candidate);
        let adjunct = matches!(c.candidate.construction, "referent" | "nominal" | "possessive");
        let main = ended && !adjunct && !here.iter().any(|outer| holds(outer, cue));
        let agrees = !scene.arabic || !disagrees(scene, source.start, gender);
        Some((agrees, ended, main))
    };
    // The first of the best is the nearest, since the list runs backwards.
    let Some(best) = here.iter().filter_map(rank).max() else { return subject_before(scene, head, gender) };
    here.iter().find(|c| rank(c) == Some(best)).and_then(|c| c.source.clone())
}

/// Whether a cue at `head` can go on with a source named shortly before, in its sentence or an earlier one; an English verb
/// without a subject does not.
pub(crate) fn goes_on(scene: &Scene<'_>, chosen: &[Chosen], head: usize) -> bool {
    scene.arabic && chosen.last().is_some_and(|last| first_token(&last.candidate) + TOLD_REACH > head)
}

/// Whether a candidate can be read where a source of the same sentence is there to inherit, or one told before: a verb that
/// opens a sentence without a subject goes on with whoever spoke last, and the text has no words for its source.
pub(crate) fn possible(candidate: &Candidate, inherits: bool, told: bool) -> bool {
    match candidate.source {
        Source::Inherited => inherits || told,
        Source::None => inherits || !told || candidate.features.has(Feature::CuePassive),
        Source::Tokens(_) => true,
    }
}

fn first_token(candidate: &Candidate) -> usize {
    candidate.cue_tokens.first().map_or(candidate.content[0].start, |cue| cue.start)
}

/// Of two readings that use the same words as cue, the surer one stays.
fn without_clashes(mut chosen: Vec<Chosen>) -> Vec<Chosen> {
    let mut keep = vec![true; chosen.len()];
    for later in 1..chosen.len() {
        for earlier in later.saturating_sub(4)..later {
            let (a, b) = (&chosen[earlier], &chosen[later]);
            let same_words =
                (a.candidate.cue_tokens.iter()).any(|x| b.candidate.cue_tokens.iter().any(|y| overlap(x, y)));
            let cue_in_source = (b.candidate.cue_tokens.iter()).any(|cue| {
                a.source.as_ref().is_some_and(|source| overlap(source, cue))
                    && a.candidate.features.has(Feature::CueNominal)
            });
            if keep[earlier] && keep[later] && (same_words || cue_in_source) {
                let loser = if a.share >= b.share { later } else { earlier };
                keep[loser] = false;
            }
        }
    }
    let mut at = 0;
    chosen.retain(|_| {
        at += 1;
        keep[at - 1]
    });
    chosen
}
