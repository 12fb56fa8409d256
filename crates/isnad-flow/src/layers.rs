//! The layers in their order: each reads the text and what the ones before it found.

use isnad_languages::Tables;
use isnad_ledger::Ledger;
use isnad_statement::StatementReader;
use isnad_text::Text;

/// All readers.
pub(crate) struct Layers {
    statements: StatementReader,
}

impl Layers {
    pub(crate) fn new(tables: &Tables) -> Layers {
        Layers { statements: StatementReader::new(tables) }
    }

    /// Fills the ledger of a report in `language`.
    pub(crate) fn read(&self, language: &str, ledger: &mut Ledger) {
        let raw = std::mem::take(&mut ledger.report.text);
        let text = Text::new(&raw);
        let (statements, notes) = self.statements.read(&text, language, &ledger.report.blocks);
        ledger.statements = statements;
        ledger.notes.extend(notes);
        ledger.report.text = raw;
    }
}
