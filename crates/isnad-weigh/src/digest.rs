//! What the weighing keeps of one report: its sketch, who said what, what it tells of and the answers it gives. A digest
//! is made of one ledger alone, so that digests can be made side by side and a ledger be let go of at once.

use crate::{
    claim::{self, Claim},
    facts::{self, Fact},
    fold::{Folded, fold},
    institution::Institutions,
    origin::{Origin, Origins},
    outlet,
    phrases::{Hit, List, Meaning, Phrases},
    reuse::Sketch,
    told::{self, Told},
};
use isnad_ledger::{BlockKind, Ledger, Moment, SourceKind, Span, Stance, Statement};

/// Most statements of one report that are weighed.
const MOST_STATEMENTS: usize = 2_000;

/// What is kept of one report.
#[derive(Clone, Debug)]
pub(crate) struct Digest {
    pub(crate) report: String,
    pub(crate) outlet: Origin,
    pub(crate) published: Option<Moment>,
    pub(crate) language: Option<String>,
    pub(crate) sketch: Sketch,
    pub(crate) facts: Vec<Fact>,
    /// Outlets named as ones that something is taken from.
    pub(crate) names_outlets: Vec<String>,
    pub(crate) said: Vec<Said>,
    /// Persons and the bodies they speak for.
    pub(crate) voices: Vec<Voice>,
    /// Hashes of its folded words, in order.
    pub(crate) words: Box<[u32]>,
    pub(crate) told: Vec<Told>,
    pub(crate) claims: Vec<Claim>,
    /// Whether the report says that accounts part.
    pub(crate) conflict: bool,
}

/// A person who speaks for a body, by their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Voice {
    pub(crate) person: String,
    pub(crate) name: String,
    pub(crate) body: String,
}

/// What is kept of one statement.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) id: String,
    pub(crate) stance: Stance,
    pub(crate) origins: Vec<Origin>,
    /// Those it passed through, the nearest to the reader first.
    pub(crate) gates: Vec<Origin>,
    /// The event it is about, by its number in [`Digest::told`].
    pub(crate) about: Option<u16>,
}

impl Digest {
    /// Condenses a ledger.
    pub(crate) fn of(phrases: &Phrases, institutions: &Institutions, ledger: &Ledger) -> Digest {
        let folded = Folded::new(&ledger.report.text);
        let reading = Reading::new(phrases, institutions, ledger, &folded);
        let origins = Origins::new(&reading);
        let told = told::told(ledger);
        let about = claim::about(&reading, &told);
        let said: Vec<Said> = reading
            .statements
            .iter()
            .zip(&about)
            .map(|(statement, about)| Said {
                id: statement.id.clone(),
                stance: statement.stance,
                origins: origins.of(statement),
                gates: origins.gates(statement),
                about: *about,
            })
            .collect();
        let claims = claim::claims(&reading, &told, &said);
        let without = |kinds: &[BlockKind]| {
            let blocks = ledger.report.blocks.iter().filter(|block| kinds.contains(&block.kind));
            let spans: Vec<Span> = blocks.map(|block| block.span).collect();
            move |at: u32| {
                let before = spans.partition_point(|span| span.end() <= at);
                spans.get(before).is_none_or(|span| at < span.start())
            }
        };
        Digest {
            report: ledger.report.id.clone(),
            outlet: Origin::outlet(ledger.report.publisher.as_deref().unwrap_or(&ledger.report.id)),
            published: ledger.report.published,
            language: ledger.report.language.clone(),
            sketch: Sketch::of_words(&folded, without(&[BlockKind::Furniture])),
            // A line of dates and names of editors is each desk's own.
            facts: facts::facts(&reading, &folded, without(&[BlockKind::Furniture, BlockKind::Byline])),
            names_outlets: outlets(ledger, &folded),
            conflict: reading.hits.iter().any(|hit| matches!(hit.meaning, Meaning::List(List::Conflict, _))),
            voices: origins.voices(),
            words: folded.words.iter().map(|word| word.hash).collect(),
            said,
            told,
            claims,
        }
    }

    /// Its place in the order that does not depend on who arrived first: time of publication, then id.
    pub(crate) fn rank(&self) -> (bool, Option<Moment>, &str) {
        (self.published.is_none(), self.published, &self.report)
    }
}

/// A ledger with what its text says to the weighing's tables.
pub(crate) struct Reading<'l> {
    pub(crate) phrases: &'l Phrases,
    pub(crate) institutions: &'l Institutions,
    pub(crate) ledger: &'l Ledger,
    pub(crate) folded: &'l Folded,
    pub(crate) hits: Vec<Hit>,
    pub(crate) statements: &'l [Statement],
}

impl<'l> Reading<'l> {
    fn new(
        phrases: &'l Phrases,
        institutions: &'l Institutions,
        ledger: &'l Ledger,
        folded: &'l Folded,
    ) -> Reading<'l> {
        let most = ledger.statements.len().min(MOST_STATEMENTS);
        Reading {
            phrases,
            institutions,
            ledger,
            folded,
            hits: phrases.find(folded),
            statements: &ledger.statements[..most],
        }
    }

    /// The phrases found inside a span. A span may begin behind a word's proclitics; the phrase is the word's all the same.
    pub(crate) fn hits_in(&self, span: Span) -> impl Iterator<Item = &Hit> {
        let word = self.folded.words.partition_point(|word| word.end <= span.start());
        let start = self.folded.words.get(word).map_or(span.start(), |word| word.start.min(span.start()));
        let first = self.hits.partition_point(|hit| hit.start < start);
        self.hits[first..].iter().take_while(move |hit| hit.start < span.end()).filter(move |hit| hit.end <= span.end())
    }

    /// The folded words of spans.
    pub(crate) fn words(&self, spans: &[Span]) -> String {
        let mut words: Vec<&str> = Vec::new();
        for span in spans {
            let first = self.folded.words.partition_point(|word| word.start < span.start());
            let last = self.folded.words.partition_point(|word| word.end <= span.end());
            words.extend((first..last.min(first + 40)).map(|at| self.folded.word(at)));
        }
        words.join(" ")
    }

    /// Whether a word of a list stands inside one of the spans.
    pub(crate) fn has(&self, list: List, spans: &[Span]) -> bool {
        spans
            .iter()
            .any(|&span| self.hits_in(span).any(|hit| matches!(hit.meaning, Meaning::List(found, _) if found == list)))
    }

    /// The value of the first word of a list inside one of the spans.
    pub(crate) fn value(&self, list: List, spans: &[Span]) -> Option<u16> {
        spans.iter().find_map(|&span| {
            self.hits_in(span).find_map(|hit| match hit.meaning {
                Meaning::List(found, value) if found == list => Some(value),
                _ => None,
            })
        })
    }
}

/// Names of outlets and agencies that the report takes something from, folded: those of its statements, and what stands in
/// quotation marks after a word for an outlet.
fn outlets(ledger: &Ledger, folded: &Folded) -> Vec<String> {
    let media = ledger.statements.iter().filter(|s| s.kind == Some(SourceKind::Media));
    let mut names: Vec<String> = media
        .filter_map(|s| s.speaker.as_deref())
        .chain(ledger.statements.iter().flat_map(|s| {
            let relays = s.via.iter().rev().skip(1).map(|link| link.name.as_str());
            relays.chain(s.gate.as_ref().map(|gate| gate.name.as_str()))
        }))
        .map(fold)
        .collect();
    for at in 0..folded.words.len() {
        if outlet::is_word(folded.word(at)) {
            let end = (at + 5).min(folded.words.len());
            let name: Vec<&str> = (at + 1..end)
                .take_while(|&next| next == at + 1 || folded.words[next].quoted == folded.words[at + 1].quoted)
                .map(|next| folded.word(next))
                .collect();
            names.push(name.join(" "));
        }
    }
    names.sort_unstable();
    names.dedup();
    names.truncate(64);
    names
}
