//! The weights of a log-linear score: for each feature, for all readings and by column, and for each shape of a word at each
//! edge. They are two readable tables of a language, `statement_weights` and `statement_edges`, made by `cargo xtask learn`.

use crate::edges::{EDGES, Edges, SHAPES};
use crate::features::{CONSTRUCTIONS, Columns, Feature, Features, MANNERS};
use isnad_languages::Tables;

/// All that counts for and against a reading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence {
    /// Which of the columns count.
    pub columns: Columns,
    /// The features.
    pub features: Features,
    /// The words at its edges.
    pub edges: Edges,
}

/// The weights of all evidence, by number (first the features by column, then the shapes by edge).
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    numbers: Vec<f32>,
}

/// The columns of features: the one for all, the constructions', the kinds of cues'.
const COLUMNS: usize = CONSTRUCTIONS.len() + MANNERS.len() + 1;

impl Default for Weights {
    fn default() -> Self {
        Weights { numbers: vec![0.0; Weights::COUNT] }
    }
}

impl Weights {
    /// How many there are.
    pub const COUNT: usize = COLUMNS * Feature::ALL.len() + EDGES.len() * SHAPES;

    /// The number of a feature's weight in a column.
    pub(crate) const fn feature(column: usize, feature: usize) -> usize {
        column * Feature::ALL.len() + feature
    }

    /// The number of the weight of a shape at an edge.
    pub(crate) const fn edge(edge: usize, shape: usize) -> usize {
        COLUMNS * Feature::ALL.len() + edge * SHAPES + shape
    }

    /// Whether a weight is one that a column adds to that for all.
    pub(crate) const fn is_added(number: usize) -> bool {
        number >= Feature::ALL.len() && number < COLUMNS * Feature::ALL.len()
    }

    /// Whether a weight is that of a shape at an edge.
    pub(crate) const fn is_edge(number: usize) -> bool {
        number >= Weights::edge(0, 0)
    }

    /// The weights of a language; what its tables do not name weighs nothing.
    pub fn read(tables: &Tables, language: &str) -> Weights {
        let mut weights = Weights::default();
        for row in tables.table(language, "statement_weights").rows() {
            let Some(feature) = Feature::ALL.iter().find(|feature| feature.name() == row.get("feature")) else {
                continue;
            };
            for (column, name) in Weights::columns().enumerate() {
                weights.numbers[Weights::feature(column, *feature as usize)] = row.number(name).unwrap_or(0.0);
            }
        }
        let shapes: Vec<&str> = Edges::shapes().collect();
        for row in tables.table(language, "statement_edges").rows() {
            let Some(shape) = shapes.iter().position(|shape| *shape == row.get("shape")) else { continue };
            for (edge, name) in EDGES.iter().enumerate() {
                weights.numbers[Weights::edge(edge, shape)] = row.number(name).unwrap_or(0.0);
            }
        }
        weights
    }

    /// The same weights under which a construction, by number, never wins.
    #[must_use]
    pub fn without(mut self, construction: usize) -> Weights {
        self.numbers[Weights::feature(construction + 1, Feature::Bias as usize)] = f32::NEG_INFINITY;
        self
    }

    /// The names of the columns of features.
    pub fn columns() -> impl Iterator<Item = &'static str> {
        std::iter::once("all").chain(CONSTRUCTIONS).chain(MANNERS)
    }

    /// The table `statement_weights`: a line a feature.
    pub fn features_table(&self) -> String {
        let columns: Vec<&str> = Weights::columns().collect();
        let row = |feature: &Feature| {
            let number = |column| self.numbers[Weights::feature(column, *feature as usize)];
            (feature.name(), (0..COLUMNS).map(number).collect())
        };
        table("feature", &columns, Feature::ALL.iter().map(row))
    }

    /// The table `statement_edges`: a line a shape.
    pub fn edges_table(&self) -> String {
        let row =
            |(shape, name)| (name, (0..EDGES.len()).map(|edge| self.numbers[Weights::edge(edge, shape)]).collect());
        table("shape", &EDGES, Edges::shapes().enumerate().map(row))
    }

    /// The score of a reading.
    pub(crate) fn score(&self, evidence: &Evidence) -> f32 {
        evidence.numbers().map(|number| self.numbers[number]).sum()
    }

    /// The weights by number.
    pub(crate) fn numbers(&self) -> &[f32] {
        &self.numbers
    }

    /// Weights by number, as many as [`Weights::COUNT`].
    pub(crate) fn of(numbers: Vec<f32>) -> Weights {
        Weights { numbers }
    }
}

impl Evidence {
    /// The numbers of the weights that count.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        let features = self.features;
        let by_column = self.columns.iter().flat_map(move |column| features.iter().map(move |at| (column, at)));
        by_column.map(|(column, at)| Weights::feature(column, at)).chain(self.edges.numbers())
    }
}

fn table(first: &str, columns: &[&str], rows: impl Iterator<Item = (&'static str, Vec<f32>)>) -> String {
    let mut out =
        format!("# Made by `cargo xtask learn` from gold/; see CONTRIBUTING.md.\n{first}\t{}\n", columns.join("\t"));
    for (name, numbers) in rows {
        let numbers: Vec<String> = numbers.iter().map(|number| format!("{number:.2}")).collect();
        out.push_str(&format!("{name}\t{}\n", numbers.join("\t")));
    }
    out
}
