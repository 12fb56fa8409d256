//! Ledgers as reading would give them, for measuring: outlets as common as Zipf says, three reports of ten copied from an
//! earlier one, one incident of twenty told by 50 reports or more. More reports mean more days, not denser ones.

use crate::{random::Random, texts::Vocabulary};
use isnad_ledger::*;

const OUTLETS: usize = 2_000;
const PLACES: usize = 3_000;
const INCIDENTS_A_DAY: usize = 40;

/// Makes reports one after another, in order of time.
pub struct Generator {
    random: Random,
    vocabulary: Vocabulary,
    /// Incidents still being told, with the reports they will have.
    open: Vec<Incident>,
    day: usize,
    made: usize,
}

struct Incident {
    left: usize,
    place: usize,
    day: usize,
    kind: EventType,
    killed: u32,
    number: usize,
    words: Vec<String>,
}

impl Default for Generator {
    fn default() -> Generator {
        Generator { random: Random::new(11), vocabulary: Vocabulary::new(30_000), open: Vec::new(), day: 0, made: 0 }
    }
}

impl Iterator for Generator {
    type Item = Ledger;

    fn next(&mut self) -> Option<Ledger> {
        if self.open.len() < INCIDENTS_A_DAY {
            self.dawn();
        }
        let at = self.random.below(self.open.len());
        let ledger = self.report(at);
        self.open[at].left -= 1;
        if self.open[at].left == 0 {
            self.open.swap_remove(at);
        }
        Some(ledger)
    }
}

impl Generator {
    fn dawn(&mut self) {
        const KINDS: [EventType; 6] =
            [EventType::Raid, EventType::Airstrike, EventType::Shelling, EventType::Fire, EventType::Protest, EventType::Clash];
        self.day += 1;
        for _ in 0..INCIDENTS_A_DAY {
            let many = self.random.below(20) == 0;
            let left = if many { 50 + self.random.below(60) } else { 1 + self.random.below(5) };
            let number = self.day * INCIDENTS_A_DAY + self.open.len();
            self.open.push(Incident {
                left,
                place: self.random.below(PLACES),
                day: self.day,
                kind: KINDS[self.random.below(KINDS.len())],
                killed: self.random.below(40) as u32,
                number,
                words: Vec::new(),
            });
        }
    }

    fn report(&mut self, at: usize) -> Ledger {
        self.made += 1;
        let random = &mut self.random;
        let incident = &mut self.open[at];
        let copies = !incident.words.is_empty() && random.below(10) < 3;
        let words: Vec<&str> = if copies {
            let of = random.below(incident.words.len());
            let original: Vec<&str> = incident.words[of].split(' ').collect();
            let original: Vec<&str> = original.iter().map(|word| self.vocabulary.find(word)).collect();
            self.vocabulary.edit(random, &original)
        } else {
            let n = 90 + random.below(120);
            self.vocabulary.text(random, n)
        };
        let text = words.join(" ");
        if !copies && incident.words.len() < 12 {
            incident.words.push(text.clone());
        }
        let outlet = random.zipf(OUTLETS);
        let day = |number: usize| -> Option<Moment> { day_of(number).parse().ok() };
        let length = text.chars().count() as u32;
        let span = |a: u32, b: u32| Span::within(a.min(length), b.min(length), u32::MAX).expect("in order");
        let place = incident.place;
        let (x, y) = ((place * 37 % 1000) as f64 / 40.0 + 12.0, (place * 91 % 1500) as f64 / 40.0 + 10.0);
        let disputes = random.below(4) == 0;
        let killed = if disputes { incident.killed + 3 } else { incident.killed };
        let statements: Vec<Statement> = (0..6u32)
            .map(|n| {
                let speaker = if n == 0 { format!("Ministry {}", incident.number % 50) } else { format!("Speaker {} {n}", incident.number) };
                let a = n * 90;
                Statement {
                    id: format!("a{}", n + 1),
                    source: vec![span(a, a + 12)],
                    cue: vec![span(a + 13, a + 17)],
                    content: vec![span(a + 18, a + 80)],
                    kind: Some(SourceKind::Organisation),
                    stance: if n == 5 { Stance::Denies } else { Stance::Asserts },
                    mode: Mode::Indirect,
                    speaker: Some(speaker.clone()),
                    speakers: vec![Speaker { name: speaker.clone(), name_id: Some(format!("n{n}")), span: None, role: None, count: None }],
                    subset_of: None,
                    chain: vec![speaker.clone()],
                    via: vec![Link { name: speaker, name_id: Some(format!("n{n}")), span: None }],
                    gate: None,
                    inside: None,
                    caveat: None,
                    construction: "verb_subject_that".into(),
                    confidence: 0.9,
                }
            })
            .collect();
        let names = statements.iter().enumerate().map(|(n, s)| Name {
            id: format!("n{n}"),
            key: format!("org:{}", s.chain[0]),
            kind: NameKind::Organisation,
            name: s.chain[0].clone(),
            name_ar: None,
            aliases: Vec::new(),
            spans: vec![span(n as u32 * 90, n as u32 * 90 + 12)],
            anaphora: Vec::new(),
        });
        let event = |id: &str, by: &str, killed: u32, same: Option<&str>| Event {
            id: id.into(),
            kind: incident.kind,
            span: span(20, 26),
            start: day(incident.day),
            end: day(incident.day + 1),
            date_basis: Some(DateBasis::Said),
            place: Some("p1".into()),
            perpetrators: vec!["n1".into()],
            partners: Vec::new(),
            targets: Vec::new(),
            victims: Vec::new(),
            killed: Some(Range::exactly(killed)),
            wounded: Some(Range::at_least(killed * 2)),
            arrested: None,
            missing: None,
            counts: Vec::new(),
            by: vec![by.into()],
            same_as: same.map(Into::into),
        };
        Ledger {
            ledger: 1,
            engine: Engine { version: "generated".into(), tables: String::new() },
            report: Report {
                id: format!("r{}", self.made),
                url: None,
                title: None,
                publisher: Some(format!("Outlet {outlet}")),
                published: day(incident.day + self.made % 3),
                language: Some("ar".into()),
                sha256: String::new(),
                text_sha256: String::new(),
                text,
                blocks: Vec::new(),
            },
            times: vec![Time {
                id: "t1".into(),
                span: span(30, 36),
                start: day(incident.day),
                end: day(incident.day + 1),
                grain: Grain::Day,
                part: None,
                clock: None,
                kind: TimeKind::Instant,
            }],
            places: vec![Place {
                id: "p1".into(),
                span: span(40, 46),
                key: Some(format!("place:{place}")),
                name: format!("Place {place}"),
                name_ar: None,
                latitude: Some(x),
                longitude: Some(y),
                country: Some("SY".into()),
                precision: Precision::Town,
                also: Vec::new(),
            }],
            names: names.collect(),
            quantities: Vec::new(),
            events: vec![event("e1", "a1", killed, None), event("e2", "a2", incident.killed, Some("e1"))],
            statements,
            relations: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// The day of a number, from 1900 on, in months of 28 days.
fn day_of(day: usize) -> String {
    format!("{:04}-{:02}-{:02}", 1900 + day / 336, day % 336 / 28 + 1, day % 28 + 1)
}
