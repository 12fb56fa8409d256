//! The layers in their order: each reads the text and what the ones before it found.

use crate::home::Homes;
use isnad_event::EventReader;
use isnad_languages::Tables;
use isnad_ledger::{BlockKind, Ledger, Moment, Report};
use isnad_name::{NameReader, PlaceIndex, PlaceReader, ReportHints};
use isnad_statement::{StatementReader, relations::RelationReader, speakers::SpeakerReader};
use isnad_text::Text;
use isnad_time::{Direction, Reference, TimeReader};

/// All readers.
pub(crate) struct Layers {
    times: TimeReader,
    names: NameReader,
    places: PlaceReader,
    homes: Homes,
    statements: StatementReader,
    speakers: SpeakerReader,
    relations: RelationReader,
    events: EventReader,
}

impl Layers {
    pub(crate) fn new(tables: &Tables) -> Layers {
        // Their look-ups know nothing of one another, and start-up is felt.
        let ((times, (names, relations)), (places, (statements, (speakers, events)))) = rayon::join(
            || (TimeReader::new(tables), (NameReader::new(tables), RelationReader::new(tables))),
            || {
                let read = (SpeakerReader::new(tables), EventReader::new(tables));
                (PlaceReader::new(tables), (StatementReader::new(tables), read))
            },
        );
        let homes = Homes::new(tables);
        Layers { times, names, places, homes, statements, speakers, relations, events }
    }

    /// Adds an installed gazetteer.
    pub(crate) fn add_places(&mut self, index: PlaceIndex) {
        self.places.add_index(index);
    }

    /// When the report's head says in words that it was published: the lines from the title to the first paragraph.
    pub(crate) fn published(&self, language: &str, report: &Report) -> Option<Moment> {
        let mut head = String::new();
        for block in report.blocks.iter().filter(|block| block.kind != BlockKind::Furniture) {
            head += block.span.of(&report.text);
            head.push('\n');
            if block.kind == BlockKind::Paragraph {
                break;
            }
        }
        let (moment, _) = self.times.publication_moment(&Text::new(&head), language, true)?;
        Some(moment)
    }

    /// Fills the ledger of a report in `language`.
    pub(crate) fn read(&self, language: &str, direction: Direction, ledger: &mut Ledger) {
        let raw = std::mem::take(&mut ledger.report.text);
        let text = Text::new(&raw);
        let reference = Reference { published: ledger.report.published, direction, ..Reference::default() };
        let (times, notes) = self.times.read(&text, language, &reference);
        ledger.times = times;
        ledger.notes.extend(notes);
        let (names, notes) = self.names.read(&text, language, &ledger.report.blocks);
        ledger.names = names;
        ledger.notes.extend(notes);
        let hints = ReportHints { country: self.homes.of(&ledger.report) };
        let (places, notes) = self.places.read(&text, language, &hints);
        ledger.places = places;
        ledger.notes.extend(notes);
        let (mut statements, notes) = self.statements.read(&text, language, &ledger.report.blocks, &ledger.names);
        let publisher = ledger.report.publisher.as_deref();
        let blocks = &ledger.report.blocks;
        self.speakers.resolve(&text, language, blocks, &ledger.names, publisher, &mut statements);
        self.statements.lay_caveats(&text, language, &ledger.names, &mut statements);
        ledger.relations = self.relations.read(&text, language, &ledger.names, &statements);
        ledger.statements = statements;
        ledger.notes.extend(notes);
        let read = self.events.read(&text, language, ledger);
        ledger.events = read.events;
        ledger.quantities = read.quantities;
        ledger.notes.extend(read.notes);
        ledger.report.text = raw;
    }
}
