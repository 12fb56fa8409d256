//! Which lines of a rendition are the report and which are the page's furniture. Three witnesses are heard: the markup,
//! the phrases of furniture, and a second extractor (dom_smoothie, Readability's rules). No line is dropped.

use super::{
    meta::Meta,
    rendition::{Line, Rendition},
};
use crate::furniture::Furniture;
use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use isnad_ledger::{Block, BlockKind, Span};
use std::collections::HashSet;

/// Words from which a line is prose.
const PROSE: usize = 12;
/// Words from which a sentence that the second extractor found is prose.
const SENTENCE: usize = 4;
/// How alike a heading and the page's title are at least.
const ALIKE: f64 = 0.6;
/// Words up to which a line about author or date is a byline.
const BYLINE: usize = 24;
/// Elements from which the second extractor is not asked.
const ELEMENTS: usize = 60_000;

/// The article's lines as the second extractor finds them, with single spaces; empty if it finds none.
pub(super) fn article(document: Document) -> Vec<String> {
    let config = Config { text_mode: TextMode::Formatted, max_elements_to_parse: ELEMENTS, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).and_then(|mut reader| reader.parse());
    let Ok(article) = article else { return Vec::new() };
    let lines = article.text_content.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

/// The rendition as one text, one line a block, and its blocks.
pub(super) fn judge(
    rendition: &Rendition,
    meta: &Meta,
    evidence: &[String],
    furniture: &Furniture,
) -> (String, Vec<Block>) {
    let lines = &rendition.lines;
    let kinds = Judge::new(lines, meta, evidence, furniture).kinds();
    let mut text = String::new();
    let mut blocks = Vec::with_capacity(lines.len());
    let mut at = 0;
    for (line, kind) in lines.iter().zip(kinds) {
        let end = at + line.text.chars().count() as u32;
        blocks.extend(Span::within(at, end, end).map(|span| Block { kind, span }));
        text.push_str(&line.text);
        text.push('\n');
        at = end + 1;
    }
    (text, blocks)
}

struct Judge<'a> {
    lines: &'a [Line],
    furniture: &'a Furniture,
    witnessed: Vec<bool>,
    title: Option<usize>,
    /// Index of the first and the last line of the report's prose.
    body: Option<(usize, usize)>,
}

impl<'a> Judge<'a> {
    fn new(lines: &'a [Line], meta: &Meta, evidence: &[String], furniture: &'a Furniture) -> Judge<'a> {
        let said: HashSet<&str> = evidence.iter().map(String::as_str).collect();
        let witnessed = lines.iter().map(|line| said.contains(line.text.as_str())).collect();
        let mut judge = Judge { lines, furniture, witnessed, title: None, body: None };
        judge.title = judge.find_title(meta);
        let after_title = |at: &usize| judge.title.is_none_or(|title| *at > title);
        let prose: Vec<usize> = (0..lines.len()).filter(after_title).filter(|at| judge.is_body(*at)).collect();
        judge.body = prose.first().copied().zip(prose.last().copied());
        judge
    }

    /// The heading that is worded most like what the page's markup calls its title, else the first heading of the first
    /// level outside the furniture.
    fn find_title(&self, meta: &Meta) -> Option<usize> {
        let likeness = |at: usize| {
            let titles = meta.titles.iter().map(|title| likeness(title, &self.lines[at].text));
            titles.fold(0.0, f64::max)
        };
        let is_heading = |at: &usize| self.lines[*at].place.heading.is_some();
        let best = |candidates: &mut dyn Iterator<Item = usize>| {
            let mut best: Option<(f64, usize)> = None;
            for at in candidates {
                let alike = likeness(at);
                if alike >= ALIKE && best.is_none_or(|(most, _)| alike > most) {
                    best = Some((alike, at));
                }
            }
            best.map(|(_, at)| at)
        };
        let first_level = |at: &usize| {
            let place = self.lines[*at].place;
            place.heading == Some(1) && !place.aside
        };
        best(&mut (0..self.lines.len()).filter(is_heading))
            .or_else(|| (0..self.lines.len()).find(first_level))
            .or_else(|| best(&mut (0..self.lines.len()).filter(|at| !is_heading(at))))
    }

    /// Prose of the report: long enough, or a short sentence that the second extractor found too.
    fn is_body(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let place = line.place;
        let long = words(line) >= PROSE || (words(line) >= SENTENCE && self.witnessed[at] && has_stop(&line.text));
        let dated = !has_stop(&line.text) && has_year(&line.text);
        let stamp = (place.stamp || dated) && words(line) <= BYLINE;
        if !long || stamp || is_linked(line) || self.furniture.is_line(&line.text) {
            return false;
        }
        let markup = !place.aside && !place.aside_by_name && (place.article || !self.has_witness());
        place.heading.is_none() && !place.caption && (self.witnessed[at] || markup)
    }

    fn has_witness(&self) -> bool {
        self.witnessed.iter().any(|witnessed| *witnessed)
    }

    fn kinds(&self) -> Vec<BlockKind> {
        let mut kinds: Vec<BlockKind> = (0..self.lines.len()).map(|at| self.kind(at)).collect();
        // A heading over nothing but furniture is furniture: "Related", "Most read".
        for at in (0..kinds.len()).rev() {
            let next = kinds.get(at + 1).copied().unwrap_or(BlockKind::Furniture);
            if kinds[at] == BlockKind::Heading
                && next == BlockKind::Furniture
                && !self.lines[at..].iter().skip(1).take(4).zip(at + 1..).any(|(_, next)| self.is_body(next))
            {
                kinds[at] = BlockKind::Furniture;
            }
        }
        kinds
    }

    fn kind(&self, at: usize) -> BlockKind {
        let line = &self.lines[at];
        let place = line.place;
        if self.title == Some(at) {
            return BlockKind::Title;
        }
        let Some((first, last)) = self.body else {
            return self.kind_without_body(line);
        };
        let begin = self.title.unwrap_or(first).min(first);
        let inside = (begin..=last).contains(&at) || (at == last + 1 && place.stamp && place.article);
        if !inside || self.furniture.is_line(&line.text) || place.aside {
            return if inside && self.is_body(at) { BlockKind::Paragraph } else { BlockKind::Furniture };
        }
        if place.caption {
            BlockKind::Caption
        } else if self.is_body(at) {
            if place.item { BlockKind::ListItem } else { BlockKind::Paragraph }
        } else if place.aside_by_name || is_linked(line) {
            BlockKind::Furniture
        } else if at < first
            && words(line) <= BYLINE
            && (place.stamp || place.heading.is_none() && has_figures(&line.text))
        {
            BlockKind::Byline
        } else if place.heading.is_some() {
            BlockKind::Heading
        } else if place.item {
            BlockKind::ListItem
        } else if place.stamp && words(line) <= BYLINE {
            BlockKind::Byline
        } else {
            BlockKind::Paragraph
        }
    }

    /// On a page without prose (a live ticker, a gallery) only the markup's word counts.
    fn kind_without_body(&self, line: &Line) -> BlockKind {
        let place = line.place;
        if place.aside || place.aside_by_name || is_linked(line) || self.furniture.is_line(&line.text) {
            BlockKind::Furniture
        } else if place.heading.is_some() {
            BlockKind::Heading
        } else if place.item {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        }
    }
}

fn words(line: &Line) -> usize {
    line.text.split_whitespace().count()
}

/// More than half of it leads elsewhere.
fn is_linked(line: &Line) -> bool {
    line.linked * 2 > line.text.chars().filter(|c| !c.is_whitespace()).count()
}

fn has_figures(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_numeric()).any(|run| run.chars().count() == 4)
}

fn has_stop(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', '’', ')', ']']).ends_with(['.', '!', '?', '؟', '…'])
}

/// Share of the shorter one's words that stand in the other, 0 for one or two words.
fn likeness(title: &str, line: &str) -> f64 {
    let sides = [title, line].map(|text| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<HashSet<_>>()
    });
    let shorter = sides[0].len().min(sides[1].len());
    let both = sides[0].intersection(&sides[1]).count();
    if shorter < 3 { 0.0 } else { both as f64 / shorter as f64 }
}
