//! A report's text with its marks nested in layers: statements around times, places and names, furniture apart.
//! Marks that cross are cut where they cross, so that any spans make well-formed HTML.

use crate::address::segment;
use crate::markup::{Markup, is_turning};
use isnad_ledger::{BlockKind, Ledger, Span};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// What a mark is; the order is that of nesting, outermost first, among marks that start together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    Content,
    Source,
    Cue,
    Caveat,
    Event,
    Name,
    Place,
    Time,
    Quantity,
}

/// A stretch of the text that something was read out of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    start: u32,
    /// Longer first.
    end: Reverse<u32>,
    layer: Layer,
    /// Id of the statement, time, place or name; of an event or relation, where it starts.
    id: String,
    /// The anchor that values lead to, on the first mark of each thing: `w-a2` for a statement's words.
    anchor: Option<String>,
    /// Whether the number of the statement stands here.
    numbered: bool,
}

/// All marks of a ledger, in the order they open.
pub(crate) fn marks(ledger: &Ledger) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut anchored: BTreeSet<String> = BTreeSet::new();
    let mut add = |layer: Layer, id: &str, prefix: &str, spans: &[Span]| {
        for span in spans.iter().filter(|span| !span.is_empty()) {
            let anchor = (!prefix.is_empty()).then(|| format!("{prefix}-{}", segment(id)));
            marks.push(Mark {
                start: span.start(),
                end: Reverse(span.end()),
                layer,
                id: id.to_owned(),
                anchor: anchor.filter(|anchor| anchored.insert(anchor.clone())),
                numbered: false,
            });
        }
    };
    for s in &ledger.statements {
        add(Layer::Content, &s.id, "w", &s.content);
        add(Layer::Cue, &s.id, "w", &s.cue);
        add(Layer::Source, &s.id, "w", &s.source);
        add(Layer::Caveat, &s.id, "", &s.caveat.iter().map(|caveat| caveat.span).collect::<Vec<_>>());
    }
    let told = ledger.events.iter().map(|e| e.span).chain(ledger.relations.iter().map(|r| r.span));
    told.for_each(|span| add(Layer::Event, &span.start().to_string(), "c", &[span]));
    ledger.names.iter().for_each(|n| add(Layer::Name, &n.id, "n", &n.spans));
    ledger.places.iter().for_each(|p| add(Layer::Place, &p.id, "p", &[p.span]));
    ledger.times.iter().for_each(|t| add(Layer::Time, &t.id, "t", &[t.span]));
    ledger.quantities.iter().for_each(|q| add(Layer::Quantity, &q.id, "q", &[q.span]));
    number(&mut marks);
    marks.sort();
    marks
}

/// A statement's number stands after its first cue, or after its first words if it has no cue.
fn number(marks: &mut [Mark]) {
    let mut numbered: BTreeSet<String> = BTreeSet::new();
    for layer in [Layer::Cue, Layer::Content, Layer::Source] {
        for mark in marks.iter_mut().filter(|mark| mark.layer == layer) {
            mark.numbered = numbered.insert(mark.id.clone());
        }
    }
}

/// The text as HTML. `cover` says what a stretch of plain text is shown as (names may be hidden).
pub(crate) fn render(ledger: &Ledger, cover: impl Fn(&str) -> String) -> Markup {
    let text: Vec<char> = ledger.report.text.chars().collect();
    let marks = marks(ledger);
    let mut writer = Writer {
        text: &text,
        out: Markup::default(),
        open: Vec::new(),
        marks: &marks,
        next: 0,
        anchored: BTreeSet::new(),
        cover,
    };
    let mut at = 0;
    for block in &ledger.report.blocks {
        let (start, end) = (block.span.start().max(at), block.span.end());
        if start >= end {
            continue;
        }
        writer.between(at, start);
        writer.out.html(opening(block.kind));
        writer.stretch(start, end);
        writer.out.html("</p>");
        at = end;
    }
    writer.between(at, text.len() as u32);
    writer.out
}

struct Writer<'a, F> {
    text: &'a [char],
    out: Markup,
    /// Marks open now, outermost first.
    open: Vec<&'a Mark>,
    marks: &'a [Mark],
    /// The first mark that may still matter.
    next: usize,
    /// Anchors written already; a mark that was cut has its own on the first piece.
    anchored: BTreeSet<&'a str>,
    cover: F,
}

impl<'a, F: Fn(&str) -> String> Writer<'a, F> {
    /// Text outside all blocks, shown only if it has words.
    fn between(&mut self, start: u32, end: u32) {
        if self.has_words(start, end) {
            self.out.html("<p>");
            self.stretch(start, end);
            self.out.html("</p>");
        }
    }

    fn has_words(&self, start: u32, end: u32) -> bool {
        self.slice(start, end).iter().any(|c| !c.is_whitespace())
    }

    fn slice(&self, start: u32, end: u32) -> &'a [char] {
        self.text.get(start as usize..(end as usize).min(self.text.len())).unwrap_or_default()
    }

    /// One block with its marks; marks that run on into the next block are opened again there.
    fn stretch(&mut self, start: u32, end: u32) {
        let mut at = start;
        let marks = &self.marks[self.next..];
        let inside = marks.iter().take_while(|mark| mark.start < end);
        let mut waiting = inside.filter(|mark| mark.end.0 > start).peekable();
        loop {
            let closes = self.open.iter().map(|mark| mark.end.0).min().unwrap_or(end);
            let opens = waiting.peek().map_or(end, |mark| mark.start);
            let stop = closes.min(opens).clamp(at, end);
            self.plain(at, stop);
            at = stop;
            if at >= end {
                break;
            } else if closes <= at && !self.open.is_empty() {
                self.close_ended(at);
            } else if let Some(mark) = waiting.next() {
                self.tag(mark);
                self.open.push(mark);
            }
        }
        while let Some(mark) = self.open.pop() {
            if !self.has_words(end, mark.end.0) {
                self.end(mark);
            } else {
                self.out.html("</span>");
            }
        }
        let ended = marks.iter().position(|mark| mark.end.0 > end);
        self.next += ended.unwrap_or(marks.len());
    }

    /// Closes all marks that end here, and opens again those that had to be closed on the way.
    fn close_ended(&mut self, at: u32) {
        let Some(outermost) = self.open.iter().position(|mark| mark.end.0 <= at) else {
            return;
        };
        let closed: Vec<&'a Mark> = self.open.drain(outermost..).collect();
        for mark in closed.iter().rev() {
            if mark.end.0 <= at {
                self.end(mark);
            } else {
                self.out.html("</span>");
            }
        }
        for mark in closed.into_iter().filter(|mark| mark.end.0 > at) {
            self.tag(mark);
            self.open.push(mark);
        }
    }

    /// A mark's tag; its first piece has the anchor.
    fn tag(&mut self, mark: &'a Mark) {
        self.out.html(match mark.layer {
            Layer::Content => "<span class=\"m content\" data-s=\"",
            Layer::Source => "<span class=\"m source\" data-s=\"",
            Layer::Cue => "<span class=\"m cue\" data-s=\"",
            Layer::Caveat => "<span class=\"m caveat\" data-s=\"",
            Layer::Event => "<span class=\"m event\" data-e=\"",
            Layer::Name => "<span class=\"m name\" data-d=\"d-",
            Layer::Place => "<span class=\"m place\" data-d=\"d-",
            Layer::Time => "<span class=\"m time\" data-d=\"d-",
            Layer::Quantity => "<span class=\"m quantity\" data-d=\"d-",
        });
        let id = segment(&mark.id);
        self.out.text(&id).html("\"");
        let anchor = mark.anchor.as_deref();
        if let Some(anchor) = anchor.filter(|anchor| self.anchored.insert(anchor)) {
            self.out.html(" id=\"").text(anchor).html("\"");
        }
        self.out.html(">");
    }

    /// Ends a mark's last piece here, with the number of its statement: after the words, since an Arabic cue may be
    /// written together with what stands before it.
    fn end(&mut self, mark: &Mark) {
        self.out.html("</span>");
        if mark.numbered {
            let id = segment(&mark.id);
            self.out.html("<a class=\"ref\" href=\"#s-").text(&id).html("\">").text(&mark.id).html("</a>");
        }
    }

    fn plain(&mut self, start: u32, end: u32) {
        let plain: String = self.slice(start, end).iter().filter(|c| !is_turning(**c)).collect();
        if !plain.is_empty() {
            let shown = (self.cover)(&plain);
            self.out.text(&shown);
        }
    }
}

fn opening(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "<p class=\"b-title\">",
        BlockKind::Byline => "<p class=\"b-byline\">",
        BlockKind::Heading => "<p class=\"b-heading\">",
        BlockKind::Paragraph => "<p>",
        BlockKind::ListItem => "<p class=\"b-item\">",
        BlockKind::Caption => "<p class=\"b-caption\">",
        BlockKind::Furniture => "<p class=\"b-furniture\">",
    }
}

#[cfg(test)]
mod tests;
