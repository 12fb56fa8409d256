//! A report: its text with marks, a card for each statement, what else was read out of it, and the evidence.

use super::account;
use super::marks;
use super::resolved::{self, Resolved};
use super::{incidents, parties};
use crate::address::segment;
use crate::lens::{Lens, Linked, Original};
use crate::library::ReportFile;
use crate::markup::Markup;
use crate::words::slug;
use askama::Template;
use isnad_ledger::{CaveatBy, Derivation, How, Ledger, Statement};

/// Characters of a statement's words on its card.
const WORDS: usize = 110;

/// A report in a list on another page.
pub(crate) struct Brief {
    pub(crate) href: String,
    pub(crate) outlet: String,
    pub(crate) title: Original,
    pub(crate) when: String,
    pub(crate) copy: Option<(String, String)>,
}

/// A report's line in a list; `derivations` say whether it is a copy.
pub(crate) fn brief(l: &Lens, ledger: &Ledger, derivations: &[Derivation]) -> Brief {
    let report = &ledger.report;
    let made = derivations.iter().find(|d| d.report == report.id);
    let title = report.title.as_deref().unwrap_or(&report.id);
    Brief {
        href: l.report_path(&report.id),
        outlet: account::outlet(l, ledger),
        title: l.original(&l.title(title), report.language.as_deref()),
        when: report.published.map_or_else(|| l.w.say("no-date"), |at| l.w.moment(at)),
        copy: made.map(|d| (slug(&d.how), l.w.term("how", &d.how))),
    }
}

/// A statement's card.
pub(crate) struct Card {
    pub(crate) id: String,
    /// The id as it is shown.
    pub(crate) number: String,
    pub(crate) speaker: Linked,
    pub(crate) role: Option<String>,
    pub(crate) count: Option<u32>,
    pub(crate) kind: Option<String>,
    pub(crate) stance: String,
    pub(crate) stance_word: String,
    pub(crate) mode: String,
    pub(crate) words: Original,
    /// From the outlet back to the origin.
    pub(crate) chain: Vec<Linked>,
    pub(crate) gate: Option<Linked>,
    pub(crate) inside: Option<String>,
    pub(crate) subset_of: Option<String>,
    pub(crate) caveat: Option<(String, Original)>,
    pub(crate) confidence: u32,
    pub(crate) construction: String,
}

/// An event as the report tells it.
pub(crate) struct EventLine {
    pub(crate) href: String,
    pub(crate) kind: String,
    pub(crate) words: Original,
    pub(crate) facts: Vec<(String, String)>,
    pub(crate) speakers: String,
}

#[derive(Template)]
#[template(path = "report.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    title: Original,
    outlet: String,
    published: String,
    retrieved: String,
    kept: bool,
    language: String,
    text: Markup,
    text_language: Original,
    cards: Vec<Card>,
    resolved: Vec<(&'static str, Vec<Resolved>)>,
    events: Vec<EventLine>,
    relations: Vec<(String, String, parties::Said)>,
    notes: Vec<(String, String)>,
    incidents: Vec<(String, String)>,
    derived: Vec<(String, String, String)>,
    url: Option<String>,
    sha256: String,
    text_sha256: String,
    engine: String,
    original: String,
    json: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, file: &'a ReportFile) -> Page<'a> {
        let ledger = &*file.ledger;
        let report = &ledger.report;
        let path = l.report_path(&report.id);
        let capture = l.library.capture(&l.library.report_address(&report.id));
        let retrieved = capture.as_ref().and_then(|capture| capture.retrieved.as_deref());
        Page {
            retrieved: retrieved.map_or_else(|| l.w.say("retrieved-unknown"), |at| l.title(at)),
            kept: capture.is_some(),
            section: "reports",
            title: l.original(&l.title(report.title.as_deref().unwrap_or(&report.id)), report.language.as_deref()),
            outlet: account::outlet(l, ledger),
            published: report.published.map_or_else(|| l.w.say("no-date"), |at| l.w.moment(at)),
            language: match report.language.as_deref() {
                Some("ar") => l.w.say("language-ar"),
                Some("en") => l.w.say("language-en"),
                other => l.title(other.unwrap_or("—")),
            },
            text: marks::render(ledger, |text| l.text(text)),
            text_language: l.original("", report.language.as_deref()),
            cards: ledger.statements.iter().map(|s| card(l, ledger, s)).collect(),
            resolved: vec![
                ("times", ledger.times.iter().map(|t| resolved::time(l, ledger, t)).collect()),
                ("places", ledger.places.iter().map(|p| resolved::place(l, ledger, p)).collect()),
                (
                    "people",
                    ledger.names.iter().filter(|n| !n.spans.is_empty()).map(|n| resolved::name(l, ledger, n)).collect(),
                ),
                ("numbers", ledger.quantities.iter().map(|q| resolved::quantity(l, ledger, q)).collect()),
            ],
            events: ledger.events.iter().map(|e| event(l, ledger, e)).collect(),
            relations: ledger.relations.iter().filter_map(|r| relation(l, ledger, r)).collect(),
            notes: ledger.notes.iter().map(|n| (l.title(&n.code), l.title(&n.text))).collect(),
            incidents: file
                .incidents
                .iter()
                .map(|i| {
                    let name = format!("{} · {}", incidents::title(l, i), l.w.days(i.start, i.end));
                    (format!("/incidents/{}", segment(&i.id)), name)
                })
                .collect(),
            derived: file.derivations.iter().map(|d| derived(l, ledger, d)).collect(),
            url: report
                .url
                .as_deref()
                .filter(|_| !l.hides_names())
                .map(|url| crate::markup::plain(url, 400).into_owned()),
            sha256: l.title(&report.sha256),
            text_sha256: l.title(&report.text_sha256),
            engine: l.title(&format!(
                "{} · {}",
                ledger.engine.version,
                ledger.engine.tables.get(..12).unwrap_or_default()
            )),
            original: format!("{path}/original"),
            json: format!("{path}.json"),
            l,
        }
    }
}

fn card(l: &Lens, ledger: &Ledger, s: &Statement) -> Card {
    let spans = if s.content.is_empty() { &s.cue } else { &s.content };
    let only = (s.speakers.len() == 1).then(|| &s.speakers[0]);
    Card {
        id: segment(&s.id),
        number: l.title(&s.id),
        speaker: account::speaker(l, s),
        role: only.and_then(|speaker| speaker.role.as_deref()).map(|role| l.title(role)),
        count: only.and_then(|speaker| speaker.count),
        kind: s.kind.map(|kind| l.w.term("source", &kind)),
        stance: slug(&s.stance),
        stance_word: l.w.term("stance", &s.stance),
        mode: l.w.term("mode", &s.mode),
        words: l.quote(ledger, spans, WORDS),
        chain: s.chain.iter().map(|link| l.name(link)).collect(),
        gate: s.gate.as_ref().map(|gate| l.name(&gate.name)),
        inside: s.inside.as_ref().map(|id| segment(id)),
        subset_of: s.subset_of.as_ref().map(|id| segment(id)),
        caveat: s.caveat.as_ref().map(|caveat| {
            let by = match caveat.by {
                CaveatBy::Publisher => "caveat-publisher",
                CaveatBy::Source => "caveat-source",
            };
            (l.w.say(by), l.quote(ledger, &[caveat.span], WORDS))
        }),
        confidence: (s.confidence.clamp(0.0, 1.0) * 100.0).round() as u32,
        construction: l.title(&s.construction),
    }
}

fn event(l: &Lens, ledger: &Ledger, event: &isnad_ledger::Event) -> EventLine {
    let who = |ids: &[String]| {
        let names = ids.iter().filter_map(|id| parties::entry(ledger, id)).map(|n| l.name(&n.key).text);
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| l.w.list(&names))
    };
    let toll = |range: Option<isnad_ledger::Range>| range.map(|range| l.w.range(range));
    let place =
        event.place.as_ref().and_then(|id| ledger.places.iter().find(|p| p.id == *id)).map(|p| l.place(&p.name));
    let date = event.start.or(event.end).map(|_| l.w.days(event.start, event.end));
    let facts = [
        ("date", date),
        ("place", place),
        ("perpetrator", who(&event.perpetrators)),
        ("partner", who(&event.partners)),
        ("target", who(&event.targets)),
        ("killed", toll(event.killed)),
        ("wounded", toll(event.wounded)),
        ("arrested", toll(event.arrested)),
        ("missing", toll(event.missing)),
    ];
    let said = parties::said(l, ledger, &event.by, event.span.start());
    let facts = facts.into_iter().filter_map(|(key, fact)| Some((l.w.say(&format!("question-{key}")), fact?)));
    EventLine {
        href: format!("#c-{}", event.span.start()),
        kind: l.w.term("kind", &event.kind),
        words: l.quote(ledger, &[event.span], 80),
        facts: facts.collect(),
        speakers: said.speakers,
    }
}

/// The subject, what is said of it, and by whom; its words are on this page.
fn relation(l: &Lens, ledger: &Ledger, relation: &isnad_ledger::Relation) -> Option<(String, String, parties::Said)> {
    let subject = parties::entry(ledger, &relation.subject)?;
    let object = parties::entry(ledger, &relation.object)?;
    let said = parties::said(l, ledger, &relation.by, relation.span.start());
    let here = said.href.split_once('#').map_or("", |(_, anchor)| anchor);
    let said = parties::Said { href: format!("#{here}"), ..said };
    Some((l.name(&subject.key).text, parties::relation_words(l, relation, object), said))
}

/// The other report, how the two are related, and in which direction.
fn derived(l: &Lens, ledger: &Ledger, d: &Derivation) -> (String, String, String) {
    let made_here = d.report == ledger.report.id;
    let other = if made_here { &d.from } else { &d.report };
    let key = match (made_here, d.how) {
        (true, How::Cited) => "made-from-cited",
        (true, How::SilentCopy) => "made-from-silent-copy",
        (true, How::Translation) => "made-from-translation",
        (false, How::Cited) => "source-of-cited",
        (false, How::SilentCopy) => "source-of-silent-copy",
        (false, How::Translation) => "source-of-translation",
    };
    let outlet = match l.library.report(&l.library.report_address(other)) {
        Some(file) => account::outlet(l, &file.ledger),
        None => l.title(other),
    };
    (l.report_path(other), l.w.say(key), outlet)
}
