//! The reader: from a report's ledger, as far as the earlier layers filled it, to its events. It writes out what `gather`
//! put together, in the ledger's form.

use crate::cells::Cells;
use crate::gather::gather;
use crate::happening::{Account, Happening};
use crate::headline::headline;
use crate::lexicon::Lexicon;
use crate::link::Link;
use crate::mention::{Mention, mentions};
use crate::parties::parties;
use crate::scope::Scope;
use crate::victims::victims;
use isnad_languages::Tables;
use isnad_ledger::{BlockKind, Count, DateBasis, Event, Ledger, Moment, Note, Quantity};
use isnad_text::Text;

/// Reads events. Making one builds the look-ups of all languages; reading changes nothing in it.
#[derive(Clone, Debug)]
pub struct EventReader {
    languages: Vec<(&'static str, Lexicon)>,
}

/// What is read of a report.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// Its events, the report's own first.
    pub events: Vec<Event>,
    /// Counted things, in order.
    pub quantities: Vec<Quantity>,
    /// What the reader noticed.
    pub notes: Vec<Note>,
}

impl EventReader {
    /// A reader with the tables' words.
    pub fn new(tables: &Tables) -> EventReader {
        EventReader { languages: ["ar", "en"].map(|code| (code, Lexicon::new(tables, code))).to_vec() }
    }

    /// The events of a text in `language`. The ledger holds its times, places, names and statements and its blocks; its text
    /// is not looked at. Takes time linear in the text; a language without tables has no events.
    pub fn read(&self, text: &Text<'_>, language: &str, ledger: &Ledger) -> Events {
        let Some((_, lexicon)) = self.languages.iter().find(|(code, _)| *code == language) else {
            return Events::default();
        };
        let cells = Cells::new(text, lexicon);
        let scope = Scope::new(&cells, ledger);
        let mut all = Vec::new();
        let titled = ledger.report.blocks.iter().any(|block| block.kind == BlockKind::Title);
        for (number, sentence) in text.sentences().iter().enumerate() {
            let start = text.span(sentence.clone()).start();
            let after = ledger.report.blocks.partition_point(|block| block.span.start() <= start);
            let kind = after
                .checked_sub(1)
                .map(|at| &ledger.report.blocks[at])
                .filter(|b| start < b.span.end())
                .map(|b| b.kind);
            if matches!(kind, Some(BlockKind::Furniture | BlockKind::Byline)) {
                continue;
            }
            let bare =
                number == 0 && !titled && text.paragraphs().first() == Some(sentence) && text.sentences().len() > 1;
            let title = kind == Some(BlockKind::Title) || bare;
            for from in sentence.clone().step_by(LONGEST) {
                let piece = from..(from + LONGEST).min(sentence.end);
                mentions(&cells, &scope, ledger, &piece, title, &mut all);
            }
        }
        open(&mut all);
        let mut happenings = gather(ledger, &all);
        if let Some(first) = happenings.first_mut() {
            first.complete(ledger, &scope, text);
        }
        if let Some((first, rest)) = happenings.split_first_mut() {
            rest.iter_mut().for_each(|one| one.liken(first));
        }
        // What the report opens with may be what went before.
        let dated = |one: &Happening| one.days.is_some() || one.accounts.iter().any(|account| account.time.is_some());
        if let Some(own) = happenings.iter().position(|one| !one.background)
            && dated(&happenings[0])
        {
            happenings[..=own].rotate_right(1);
        }
        let mut out = Events { quantities: quantities(&cells, &all), ..Events::default() };
        for happening in &happenings {
            write(&cells, &scope, ledger, &all, happening, &mut out);
        }
        out
    }
}

/// Longest stretch that is read as one sentence, and most counts of one account: bounds that keep reading linear whatever the
/// text.
const LONGEST: usize = 300;
const MOST_COUNTS: usize = 60;

/// What a report opens with is its own, be it of last week: the family of a clerk killed two weeks ago offers a reward.
fn open(all: &mut [Mention]) {
    let Some(first) = all.iter().position(|mention| !mention.title) else { return };
    let paragraph = all[first].paragraph;
    let lead = all.iter().take_while(|mention| mention.title || mention.paragraph == paragraph);
    if lead.clone().any(|mention| !mention.past && !mention.title) {
        return;
    }
    let end = lead.count();
    all[first..end].iter_mut().filter(|mention| mention.tolls.is_firm()).for_each(|mention| mention.past = false);
}

/// Counted things that the tables know, in order.
fn quantities(cells: &Cells<'_, '_>, all: &[Mention]) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::new();
    for mention in all {
        for chunk in mention.chunks.iter() {
            let name = chunk.thing.map(|thing| cells.lexicon.things[thing as usize].as_str()).filter(|n| !n.is_empty());
            let (Some(of), Some((low, high))) = (name, chunk.count) else { continue };
            let span = cells.text.span(chunk.tokens.clone());
            if out.last().is_none_or(|last| last.span.start() < span.start()) {
                out.push(Quantity { id: format!("q{}", out.len() + 1), span, low, high, of: of.to_owned() });
            }
        }
    }
    out
}

fn write(
    cells: &Cells<'_, '_>,
    scope: &Scope,
    ledger: &Ledger,
    all: &[Mention],
    happening: &Happening,
    out: &mut Events,
) {
    let mut first: Option<String> = None;
    out.notes.extend(headline(cells, all, happening));
    for account in &happening.accounts {
        let [killed, wounded, arrested, missing] = account.tolls.settle();
        let counts = counts(cells, all, account);
        let says = killed.or(wounded).or(arrested).or(missing).is_some() || !counts.is_empty();
        let says_when = account.time.is_some_and(|when| !when.announced) && !account.by.is_empty();
        if first.is_some() && !says && !(says_when && differs(ledger, happening, account)) {
            continue;
        }
        let (start, end, date_basis) = date(ledger, happening, account);
        let parties = parties(cells, scope, ledger, all, account);
        let id = format!("e{}", out.events.len() + 1);
        let place = account.place.filter(|at| Some(*at) == happening.place).or(happening.place).or(account.place);
        out.events.push(Event {
            id: id.clone(),
            kind: happening.kind(),
            span: cells.text.span(span(all, account)),
            start,
            end,
            date_basis,
            place: place.map(|at| ledger.places[at].id.clone()),
            perpetrators: parties.perpetrators,
            partners: parties.partners,
            targets: parties.targets,
            victims: victims(cells, ledger, all, account),
            killed,
            wounded,
            arrested,
            missing,
            counts,
            by: account.by.iter().map(|at| ledger.statements[*at].id.clone()).collect(),
            same_as: first.clone(),
        });
        first.get_or_insert(id);
    }
}

/// Whether an account gives the event another day than the others.
fn differs(ledger: &Ledger, happening: &Happening, account: &Account) -> bool {
    let own = account.time.and_then(|when| ledger.times[when.time].start).map(Moment::date);
    own.zip(happening.days).is_some_and(|(own, (start, end))| own < start || own >= end)
}

/// The words that name the event: the strongest trigger of the body, else of the headline, else the first harm.
fn span(all: &[Mention], account: &Account) -> std::ops::Range<usize> {
    let mentions = || account.mentions.iter().map(|at| &all[*at]);
    let trigger = mentions()
        .flat_map(|m| m.triggers.iter().map(move |t| (m.title, std::cmp::Reverse(t.1), t.2.clone())))
        .min_by_key(|(title, rank, tokens)| (*title, *rank, tokens.start));
    if let Some((_, _, tokens)) = trigger {
        return tokens;
    }
    let link = mentions().flat_map(|m| m.links.iter().map(move |l| (m.title, l.at))).min();
    link.map_or(0..0, |(_, at)| at..at + 1)
}

/// Start, end and what the date is the date of.
fn date(
    ledger: &Ledger,
    happening: &Happening,
    account: &Account,
) -> (Option<Moment>, Option<Moment>, Option<DateBasis>) {
    let of = |index: usize| {
        let time = &ledger.times[index];
        let day = time.start.map(|start| start.date());
        let fine = time.start.is_some_and(|start| start.is_minute());
        let next = day.and_then(|day| day.tomorrow().ok());
        if fine { (day.map(Moment::day), next.map(Moment::day)) } else { (time.start, time.end) }
    };
    if let Some(when) = account.time.filter(|when| !when.announced) {
        let (start, end) = of(when.time);
        return (start, end, Some(DateBasis::Said));
    }
    if let Some((start, end)) = happening.days {
        return (Some(Moment::day(start)), Some(Moment::day(end)), Some(DateBasis::Narrated));
    }
    if let Some(when) = account.time.or(happening.announced) {
        let (start, end) = of(when.time);
        return (start, end, Some(DateBasis::Announced));
    }
    match ledger.report.published {
        Some(published) if happening.first => {
            let day = published.date();
            let next = day.tomorrow().ok().map(Moment::day);
            (Some(Moment::day(day)), next, Some(DateBasis::Published))
        }
        // Told with its dead beside the report's own event, its day left to the narrative.
        _ => (None, None, (!happening.background && account.tolls.is_firm()).then_some(DateBasis::Narrated)),
    }
}

/// Parts of tolls, and things counted, in an account's own words.
fn counts(cells: &Cells<'_, '_>, all: &[Mention], account: &Account) -> Vec<Count> {
    let mut out: Vec<Count> = Vec::new();
    for mention in account.mentions.iter().map(|at| &all[*at]) {
        for chunk in mention.own.iter().map(|at| &mention.chunks[*at]) {
            let Some((low, high)) = chunk.count else { continue };
            let thing =
                chunk.thing.map(|thing| cells.lexicon.things[thing as usize].as_str()).filter(|n| !n.is_empty());
            let group = chunk.people.and_then(|people| people.group);
            // A part is one of those told of before it: three were killed, among them a child, and two arrested.
            let links = mention.links.iter().filter(|link| !link.part && !link.weak);
            let whole = |link: &&Link| {
                let at = link.chunk.map_or(link.at, |at| mention.chunks[at].tokens.start);
                (at > chunk.tokens.start, link.at.abs_diff(chunk.tokens.start))
            };
            let governing = links.min_by_key(whole).map(|link| link.toll);
            let (of, part_of) = match (thing, group) {
                (Some(thing), _) => (thing, None),
                (None, Some(group)) if chunk.part => (group, governing.map(|toll| toll.name().to_owned())),
                _ => continue,
            };
            let count = Count { of: of.to_owned(), low, high, span: cells.text.span(chunk.tokens.clone()), part_of };
            if out.len() < MOST_COUNTS && !out.iter().any(|old| old.span == count.span) {
                out.push(count);
            }
        }
    }
    out
}
