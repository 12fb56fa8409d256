//! One report through all layers. The calls themselves are in `layers`.

use crate::{furniture, layers::Layers};
use isnad_capture::Captured;
use isnad_languages::Tables;
use isnad_ledger::{Engine, Ledger, Moment, Note, Report};
use isnad_name::PlaceIndex;
use isnad_time::Direction;

/// Languages that are read; reports in others are kept without statements.
const READ: [&str; 2] = ["ar", "en"];

/// What the user says about the reports.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// When they were published; wins over what they say themselves.
    pub published: Option<Moment>,
    /// Which way a bare weekday, day or month points.
    pub direction: Direction,
}

/// Reads reports. Building one builds every look-up; it is then shared by all threads.
pub struct Reader {
    engine: Engine,
    layers: Layers,
}

impl Reader {
    /// A reader with the look-ups of these tables.
    pub fn new(tables: &Tables) -> Reader {
        Reader {
            engine: Engine { version: env!("CARGO_PKG_VERSION").to_owned(), tables: tables.fingerprint().to_owned() },
            layers: Layers::new(tables),
        }
    }

    /// This reader with installed gazetteers beside the one built in.
    pub fn with_places(mut self, indexes: impl IntoIterator<Item = PlaceIndex>) -> Reader {
        indexes.into_iter().for_each(|index| self.layers.add_places(index));
        self
    }

    /// The ledger of one report. Cannot fail: what could not be read becomes a note.
    pub fn read(&self, captured: Captured, options: &Options) -> Ledger {
        let mut ledger = Ledger {
            ledger: 1,
            engine: self.engine.clone(),
            report: captured.report,
            times: Vec::new(),
            places: Vec::new(),
            names: Vec::new(),
            quantities: Vec::new(),
            statements: Vec::new(),
            events: Vec::new(),
            relations: Vec::new(),
            notes: captured.notes,
        };
        let report = &mut ledger.report;
        match report.language.as_deref() {
            Some(code) if READ.contains(&code) => {
                let code = code.to_owned();
                report.published = options.published.or_else(|| self.published(&code, report));
                self.layers.read(&code, options.direction, &mut ledger);
                furniture::clear(&mut ledger);
            }
            _ if report.text.trim().is_empty() => ledger.notes.push(Note {
                code: "no_text".to_owned(),
                span: None,
                text: "The report has no text.".to_owned(),
            }),
            other => ledger.notes.push(Note {
                code: "language_not_read".to_owned(),
                span: None,
                text: match other {
                    Some(code) => {
                        format!("The report is in {code}, which is not read; Arabic (ar) and English (en) are.")
                    }
                    None => "The report's language is not known; Arabic (ar) and English (en) are read.".to_owned(),
                },
            }),
        }
        ledger
    }

    /// When a report was published: as its capture says; its own head is asked where that says nothing, or only the day.
    fn published(&self, language: &str, report: &Report) -> Option<Moment> {
        match report.published {
            Some(moment) if moment.is_minute() => Some(moment),
            Some(day) => {
                let said = self.layers.published(language, report);
                Some(said.filter(|said| said.date() == day.date()).unwrap_or(day))
            }
            None => self.layers.published(language, report),
        }
    }
}
