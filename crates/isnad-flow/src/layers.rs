//! The layers in their order: each reads the text and what the ones before it found.

use isnad_languages::Tables;
use isnad_ledger::Ledger;
use isnad_name::{PlaceIndex, PlaceReader, ReportHints};
use isnad_statement::StatementReader;
use isnad_text::Text;

/// All readers.
pub(crate) struct Layers {
    places: PlaceReader,
    statements: StatementReader,
}

impl Layers {
    pub(crate) fn new(tables: &Tables) -> Layers {
        Layers { places: PlaceReader::new(tables), statements: StatementReader::new(tables) }
    }

    /// Adds an installed gazetteer.
    pub(crate) fn add_places(&mut self, index: PlaceIndex) {
        self.places.add_index(index);
    }

    /// Fills the ledger of a report in `language`.
    pub(crate) fn read(&self, language: &str, ledger: &mut Ledger) {
        let raw = std::mem::take(&mut ledger.report.text);
        let text = Text::new(&raw);
        let (places, notes) = self.places.read(&text, language, &ReportHints::default());
        ledger.places = places;
        ledger.notes.extend(notes);
        let (statements, notes) = self.statements.read(&text, language, &ledger.report.blocks);
        ledger.statements = statements;
        ledger.notes.extend(notes);
        ledger.report.text = raw;
    }
}
