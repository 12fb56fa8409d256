//! A candidate reading of a cue: which words are its source and its content, and the features that speak for and against
//! it. Constructions make candidates; the resolver chooses among them.

use crate::edges::Edges;
use crate::features::{Columns, Feature, Features};
use crate::scene::Scene;
use crate::weights::Evidence;
use std::ops::Range;

/// Where a source is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Source {
    /// Nowhere in the text.
    None,
    /// It is the source of the statement before, in the same sentence.
    Inherited,
    /// These tokens.
    Tokens(Range<usize>),
}

/// One way to read a cue.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The construction that proposes it.
    pub construction: &'static str,
    /// Number of the cue in the scene; for a headline's colon the colon itself, and no cue.
    pub cue: Option<usize>,
    /// The cue's tokens.
    pub cue_tokens: Vec<Range<usize>>,
    /// Its source.
    pub source: Source,
    /// Its content, one or two stretches of tokens.
    pub content: Vec<Range<usize>>,
    /// What speaks for and against it.
    pub features: Features,
    /// Which of the weights count for it.
    pub columns: Columns,
}

impl Candidate {
    /// All that counts for and against it.
    pub(crate) fn evidence(&self, scene: &Scene<'_>) -> Evidence {
        Evidence { columns: self.columns, features: self.features, edges: Edges::of(scene, self) }
    }
}

/// A stretch that may be a source.
#[derive(Clone, Debug)]
pub(crate) struct SourceOption {
    /// Where it is.
    pub source: Source,
    /// What speaks for and against it.
    pub features: Features,
}

impl SourceOption {
    /// No source in the text.
    pub(crate) fn none() -> SourceOption {
        SourceOption { source: Source::None, features: Features::default().with(Feature::SourceNone) }
    }

    /// The source of the statement before.
    pub(crate) fn inherited() -> SourceOption {
        SourceOption { source: Source::Inherited, features: Features::default().with(Feature::SourceInherit) }
    }
}

/// A stretch that may be a content.
#[derive(Clone, Debug)]
pub(crate) struct ContentOption {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What speaks for and against it.
    pub features: Features,
}
