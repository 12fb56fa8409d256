//! The words at the edges of a reading: for each, what it looks like, by its word class, what is written onto it, whether a
//! cue or a name stands there. It knows no word by itself and weighs nothing.
//!
//! Looking at what stands just inside and just outside a phrase is how taggers without a parser find where it ends (Ramshaw
//! and Marcus 1995).

use crate::candidate::{Candidate, Source};
use crate::phrase::{begins_relative, carries_preposition, is_head, is_modifier, may_be_verb};
use crate::scene::{CueMark, Scene};
use crate::weights::Weights;
use isnad_text::Classes;

/// Where words are looked at: before, at and behind the first word of content and source, the last word and the two behind
/// it, the word before the cue and the one behind it.
pub(crate) const EDGES: [&str; 14] = [
    "before content",
    "content first",
    "content second",
    "content last",
    "after content",
    "second after content",
    "before source",
    "source first",
    "source second",
    "source last",
    "after source",
    "second after source",
    "before cue",
    "after cue",
];

/// What a word looks like beyond its classes.
const LOOKS: [&str; 22] = [
    "and written on",
    "preposition written on",
    "cue finite",
    "cue participle",
    "cue nominal",
    "may be a verb",
    "source head",
    "name",
    "comma",
    "quotation mark",
    "colon",
    "dash",
    "stop",
    "mark",
    "first of a sentence",
    "relative clause begins",
    "definite",
    "digits",
    "modifier with article",
    "accusative ending",
    "feminine ending",
    "capital",
];

/// How many shapes there are.
pub(crate) const SHAPES: usize = Classes::ALL.len() + LOOKS.len();

/// The shapes of one word, as bits.
pub(crate) type Shape = u64;

/// The shapes of the words at all edges.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edges([Shape; EDGES.len()]);

impl Edges {
    /// The names of the shapes, in order.
    pub(crate) fn shapes() -> impl Iterator<Item = &'static str> {
        Classes::ALL.iter().map(|(name, _)| *name).chain(LOOKS)
    }

    /// The words at the edges of a reading; a source that is not in its text, or inherited, has none.
    pub(crate) fn of(scene: &Scene<'_>, candidate: &Candidate) -> Edges {
        let mut edges = [0; EDGES.len()];
        let mut look = |edge: usize, token: Option<usize>| {
            edges[edge] = token.map_or(0, |token| scene.shape(token));
        };
        if let (Some(first), Some(last)) = (candidate.content.first(), candidate.content.last()) {
            look(0, first.start.checked_sub(1));
            look(1, Some(first.start));
            look(2, Some(first.start + 1));
            look(3, last.end.checked_sub(1));
            look(4, Some(last.end));
            look(5, Some(last.end + 1));
        }
        if let Source::Tokens(source) = &candidate.source {
            look(6, source.start.checked_sub(1));
            look(7, Some(source.start));
            look(8, Some(source.start + 1));
            look(9, source.end.checked_sub(1));
            look(10, Some(source.end));
            look(11, Some(source.end + 1));
        }
        if let (Some(first), Some(last)) = (candidate.cue_tokens.first(), candidate.cue_tokens.last()) {
            look(12, first.start.checked_sub(1));
            look(13, Some(last.end));
        }
        Edges(edges)
    }

    /// The edge and the shape of a weight's number.
    pub(crate) fn names(number: usize) -> (&'static str, &'static str) {
        let at = number - Weights::edge(0, 0);
        (EDGES[at / SHAPES], Edges::shapes().nth(at % SHAPES).unwrap_or_default())
    }

    /// The numbers of the weights of the shapes.
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(edge, mut bits)| {
            std::iter::from_fn(move || {
                (bits != 0).then(|| {
                    let shape = bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    Weights::edge(edge, shape)
                })
            })
        })
    }
}

/// What the word at a token looks like.
pub(crate) fn shape(scene: &Scene<'_>, token: usize) -> Shape {
    let form = scene.text.form(token);
    let mark = scene.mark(token);
    let word = mark.is_none();
    let cue = scene.cue_mark(token);
    let looks = [
        scene.arabic && scene.begins_with_waw(token),
        carries_preposition(scene, token),
        cue == CueMark::Finite,
        cue == CueMark::Participle,
        cue == CueMark::Nominal,
        word && may_be_verb(scene, token),
        word && is_head(scene, token),
        scene.named(token).kind.is_some(),
        matches!(mark, Some(',' | ';')),
        !word && scene.quotation(token).is_some(),
        mark == Some(':'),
        matches!(mark, Some('–' | '-')),
        matches!(mark, Some('.' | '!' | '?' | '…')),
        !word,
        token == 0 || scene.text.sentence_of(token) != scene.text.sentence_of(token - 1),
        word && begins_relative(scene, token),
        form.starts_with("ال") || form == "the",
        form.starts_with(|c: char| c.is_ascii_digit()),
        word && is_modifier(scene, token),
        scene.arabic && form.ends_with('ا'),
        scene.arabic && form.ends_with('ة'),
        word && scene.text.word(token).starts_with(char::is_uppercase),
    ];
    let classes = scene.classes(token);
    let bits = Classes::ALL.iter().map(|(_, class)| classes.any(*class)).chain(looks);
    bits.enumerate().fold(0, |shape, (at, is)| shape | u64::from(is) << at)
}
