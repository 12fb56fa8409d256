//! Who said what, in which words and with which stance: attributions in Arabic and English news prose.
//! This crate does no input or output, compares no reports and decides no fact; it says what a report says that others say.
//!
//! Constructions propose candidate readings of each cue, and a resolver chooses among them with a log-linear score whose
//! weights are a table of the language. See `construct` for how a construction is written.
//!
//! ```
//! use isnad_statement::StatementReader;
//! use isnad_text::Text;
//! let reader = StatementReader::new(isnad_languages::Tables::embedded());
//! let text = Text::new("أعلنت وزارة الداخلية أن الحملة انتهت.");
//! let (statements, _) = reader.read(&text, "ar", &[], &[]);
//! assert_eq!(statements[0].source[0].of(text.raw()), "وزارة الداخلية");
//! ```

mod calibration;
mod candidate;
mod caveat;
mod construct;
mod contents;
mod cues;
mod edges;
mod explain;
mod features;
mod frames;
pub mod learn;
mod mentions;
mod output;
mod phrase;
pub mod relations;
mod resolver;
mod scene;
mod sources;
pub mod speakers;
mod starts;
mod subject;
mod weights;

pub use calibration::Calibration;
pub use features::{CONSTRUCTIONS, Feature};
pub use weights::Weights;

use caveat::{CaveatBook, Setting};
use cues::CueBook;
use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Name, Note, Statement};
use isnad_text::{ClassBook, Text};
use scene::Scene;
use std::ops::Range;

/// Reads statements. Making one builds the look-ups of all languages; reading changes nothing in it.
#[derive(Clone, Debug)]
pub struct StatementReader {
    languages: Vec<(&'static str, Language)>,
}

#[derive(Clone, Debug)]
struct Language {
    classes: ClassBook,
    cues: CueBook,
    weights: Weights,
    calibration: Calibration,
    caveats: CaveatBook,
}

impl StatementReader {
    /// A reader with the tables' cues and weights.
    pub fn new(tables: &Tables) -> StatementReader {
        let language = |code| {
            let (weights, calibration) = (Weights::read(tables, code), Calibration::read(tables, code));
            let (classes, cues) = (ClassBook::new(tables, code), CueBook::new(tables, code));
            (code, Language { classes, cues, weights, calibration, caveats: CaveatBook::new(tables, code) })
        };
        StatementReader { languages: vec![language("ar"), language("en")] }
    }

    /// The same reader with other weights for one language.
    #[must_use]
    pub fn with_weights(mut self, language: &str, weights: Weights) -> StatementReader {
        for (code, tables) in &mut self.languages {
            if *code == language {
                tables.weights = weights.clone();
            }
        }
        self
    }

    /// The same reader with another curve of confidence for one language; with the default one `confidence` is the bare share
    /// of the choice.
    #[must_use]
    pub fn with_calibration(mut self, language: &str, calibration: &Calibration) -> StatementReader {
        for (code, tables) in &mut self.languages {
            if *code == language {
                tables.calibration = calibration.clone();
            }
        }
        self
    }

    /// The statements of a text in `ar` or `en`; a text in another language has none, with a note. Without blocks the first
    /// line is taken for the title; statements of furniture are not read. The report's names, if given, show where sources are.
    pub fn read(
        &self,
        text: &Text<'_>,
        language: &str,
        blocks: &[Block],
        names: &[Name],
    ) -> (Vec<Statement>, Vec<Note>) {
        let Some((code, tables)) = self.languages.iter().find(|(code, _)| *code == language) else {
            let note = Note {
                code: "language_not_read".to_owned(),
                span: None,
                text: format!("no tables for the language '{language}': kept, but not read"),
            };
            return (Vec::new(), vec![note]);
        };
        let scene = Scene::new(text, names, &tables.classes, &tables.cues, *code == "ar");
        let (titles, skip) = lines(text, blocks);
        let setting = tables.setting(text, names, scene.arabic);
        let caveats = caveat::find(&setting);
        let fits = |candidate: &_| !caveat::begins_in_caveat(&setting, &caveats, candidate);
        let mut chosen = resolver::read(&scene, &titles, &skip, &tables.weights, fits);
        caveat::part(&setting, caveats, &mut chosen);
        (output::statements(&scene, &chosen, &tables.calibration), Vec::new())
    }
}

impl Language {
    fn setting<'a>(&'a self, text: &'a Text<'a>, names: &'a [Name], arabic: bool) -> Setting<'a> {
        Setting::new(text, names, &self.caveats, &self.cues, &self.classes, arabic)
    }
}

impl StatementReader {
    /// Fills `caveat` of a text's statements, in their order, whose speakers are resolved.
    pub fn lay_caveats(&self, text: &Text<'_>, language: &str, names: &[Name], statements: &mut [Statement]) {
        if let Some((code, tables)) = self.languages.iter().find(|(code, _)| *code == language) {
            caveat::lay(&tables.setting(text, names, *code == "ar"), statements);
        }
    }

    /// How a text was read: every choice with its best candidates, their scores and the features that made them. For those
    /// who work on the tables and constructions; its form is no contract.
    pub fn explain(&self, text: &Text<'_>, language: &str, blocks: &[Block], names: &[Name]) -> String {
        let Some((code, tables)) = self.languages.iter().find(|(code, _)| *code == language) else {
            return String::new();
        };
        let scene = Scene::new(text, names, &tables.classes, &tables.cues, *code == "ar");
        let (titles, skip) = lines(text, blocks);
        explain::explain(&scene, &titles, &skip, &tables.weights)
    }
}

/// The token ranges of headlines and of what is not read.
fn lines(text: &Text<'_>, blocks: &[Block]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let of = |kinds: &[BlockKind]| -> Vec<Range<usize>> {
        blocks.iter().filter(|block| kinds.contains(&block.kind)).map(|block| text.tokens_in(block.span)).collect()
    };
    let titles = of(&[BlockKind::Title, BlockKind::Heading]);
    let titles = if blocks.is_empty() { text.paragraphs().iter().take(1).cloned().collect() } else { titles };
    (titles, of(&[BlockKind::Furniture, BlockKind::Byline]))
}
