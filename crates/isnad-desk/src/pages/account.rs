//! One account: a statement, or a report's own voice, as a line with who says it, through whom, and in which words.

use crate::lens::{Lens, Linked, Original};
use crate::words::slug;
use isnad_ledger::{Derivation, How, Ledger, Span, Statement};

/// Characters of a statement's words in a line; the page of the report has them all.
const WORDS: usize = 150;

/// One account.
pub(crate) struct Account {
    /// `None` where the heading above names the speaker already.
    pub(crate) speaker: Option<Linked>,
    /// `asserts`, `denies` …; `own` for the report's own voice.
    pub(crate) stance: String,
    pub(crate) stance_word: String,
    /// From the outlet back to the origin, the speaker left out.
    pub(crate) through: Vec<Linked>,
    pub(crate) outlet: String,
    pub(crate) when: String,
    pub(crate) words: Original,
    /// Where its words stand.
    pub(crate) href: String,
    /// The outlet it was taken from without a word, or by translation.
    pub(crate) copy_of: Option<String>,
    pub(crate) unverified: bool,
}

/// A statement of a report as an account.
pub(crate) fn of_statement(l: &Lens, ledger: &Ledger, statement: &Statement, copies: &[Derivation]) -> Account {
    let passed_on = statement.chain.len().saturating_sub(1);
    let gate = statement.gate.iter().map(|gate| &gate.name).filter(|gate| !statement.chain.contains(gate));
    let through = gate.chain(statement.chain.iter().take(passed_on)).map(|link| l.name(link)).collect();
    let spans = if statement.content.is_empty() { &statement.cue } else { &statement.content };
    Account {
        speaker: Some(speaker(l, statement)),
        stance: slug(&statement.stance),
        stance_word: l.w.term("stance", &statement.stance),
        through,
        href: format!("{}#w-{}", l.report_path(&ledger.report.id), crate::address::segment(&statement.id)),
        unverified: statement.caveat.is_some(),
        ..frame(l, ledger, spans, copies)
    }
}

/// A report's own voice as an account; its words are `span`, if an event names them.
pub(crate) fn of_report(l: &Lens, ledger: &Ledger, span: Option<Span>, copies: &[Derivation]) -> Account {
    let block = span.map(|span| ledger.report.blocks.iter().map(|b| b.span).find(|b| b.contains(span)).unwrap_or(span));
    let anchor = span.map_or_else(String::new, |span| format!("#c-{}", span.start()));
    let spans: Vec<Span> = block.into_iter().collect();
    let framed = frame(l, ledger, &spans, copies);
    Account {
        speaker: None,
        stance: "own".to_owned(),
        stance_word: l.w.say("own-voice"),
        href: format!("{}{anchor}", l.report_path(&ledger.report.id)),
        ..framed
    }
}

fn frame(l: &Lens, ledger: &Ledger, spans: &[Span], copies: &[Derivation]) -> Account {
    let report = &ledger.report;
    let copied = copies.iter().find(|d| d.report == report.id && d.how != How::Cited);
    Account {
        speaker: None,
        stance: String::new(),
        stance_word: String::new(),
        through: Vec::new(),
        outlet: outlet(l, ledger),
        when: report.published.map_or_else(String::new, |at| l.w.short(at)),
        words: l.quote(ledger, spans, WORDS),
        href: String::new(),
        copy_of: copied.map(|d| match d.how {
            How::Translation => "translation".to_owned(),
            _ => "silent-copy".to_owned(),
        }),
        unverified: false,
    }
}

/// Who says it, as one link; several speakers are named together.
pub(crate) fn speaker(l: &Lens, statement: &Statement) -> Linked {
    match statement.speakers.as_slice() {
        [] => match &statement.speaker {
            Some(name) => l.name(name),
            None => Linked { text: l.w.say("unnamed"), href: None },
        },
        [only] => l.name(&only.name),
        several => {
            let names: Vec<String> = several.iter().map(|speaker| l.name(&speaker.name).text).collect();
            Linked { text: l.w.list(&names), href: None }
        }
    }
}

/// The outlet's name, or the report's id.
pub(crate) fn outlet(l: &Lens, ledger: &Ledger) -> String {
    l.title(ledger.report.publisher.as_ref().unwrap_or(&ledger.report.id))
}
