//! The layers in their order: each reads the text and what the ones before it found.

use crate::Options;
use isnad_languages::Tables;
use isnad_ledger::Ledger;
use isnad_text::Text;

/// All readers.
pub(crate) struct Layers {}

impl Layers {
    pub(crate) fn new(_tables: &Tables) -> Layers {
        Layers {}
    }

    /// Fills the ledger of a report in `language`.
    pub(crate) fn read(&self, _language: &str, _options: &Options, ledger: &mut Ledger) {
        let raw = ledger.report.text.clone();
        let _text = Text::new(&raw);
    }
}
