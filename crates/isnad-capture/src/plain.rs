//! Plain text: the text itself, unchanged, with its lines judged by form (title, byline, heading, list item, furniture).
//! It reads nothing of what the lines say but the phrases of a page's furniture.

use crate::furniture::Furniture;
use isnad_ledger::{Block, BlockKind, Span};

/// A line with words; blank ones are left out.
struct Line<'t> {
    words: usize,
    text: &'t str,
    span: Span,
}

/// Words from which a line is prose even without a stop at its end.
const PROSE: usize = 16;
/// Words up to which a line can be a heading or an item of a list.
const SHORT: usize = 12;
/// Words up to which a first line can be a title.
const TITLE: usize = 32;

/// The blocks of a text, in order: one for each line with words.
pub(crate) fn blocks(text: &str, furniture: &Furniture) -> Vec<Block> {
    let lines = lines(text);
    let first_prose = lines.iter().position(Line::is_prose).unwrap_or(lines.len());
    let title = lines
        .iter()
        .position(|line| !furniture.is_line(line.text))
        .filter(|at| lines[*at].is_title() && lines.len() > 1);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut after_furniture = false;
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| (&lines[at], blocks[at].kind));
        let kind = if furniture.is_line(line.text) {
            BlockKind::Furniture
        } else if Some(at) == title {
            BlockKind::Title
        } else if at < first_prose && title.is_some_and(|title| at > title) && line.is_byline() {
            BlockKind::Byline
        } else if line.is_bullet() || (line.is_short() && !line.has_stop() && follows_list(before)) {
            BlockKind::ListItem
        } else if line.is_prose() || !line.is_short() {
            BlockKind::Paragraph
        } else if lines.get(at + 1).is_some_and(|next| next.is_prose() && !furniture.is_line(next.text)) {
            BlockKind::Heading
        } else if after_furniture && at > first_prose && lines[at..].iter().all(|line| !line.is_prose()) {
            BlockKind::Furniture
        } else {
            BlockKind::Paragraph
        };
        after_furniture = kind == BlockKind::Furniture;
        blocks.push(Block { kind, span: line.span });
    }
    blocks
}

fn follows_list(before: Option<(&Line<'_>, BlockKind)>) -> bool {
    before.is_some_and(|(line, kind)| {
        (kind == BlockKind::ListItem && !line.is_bullet()) || line.text.ends_with([':', '：'])
    })
}

impl Line<'_> {
    /// Ends as a sentence does, closing quotation marks and brackets aside.
    fn has_stop(&self) -> bool {
        let end = self.text.trim_end_matches(['"', '”', '»', '\'', '’', ')', ']', '›']);
        end.ends_with(['.', '!', '?', '؟', '…', '۔'])
    }

    fn is_prose(&self) -> bool {
        self.words >= PROSE || (self.words >= 5 && self.has_stop())
    }

    fn is_short(&self) -> bool {
        self.words <= SHORT && !self.text.ends_with(['.', ':', '!', '…'])
    }

    fn is_title(&self) -> bool {
        self.words <= TITLE && !self.text.ends_with(['.', ':'])
    }

    fn is_byline(&self) -> bool {
        self.words <= SHORT && !self.has_stop()
    }

    fn is_bullet(&self) -> bool {
        let mut chars = self.text.chars();
        let bullet = chars.next().is_some_and(|c| matches!(c, '•' | '-' | '–' | '*' | '▪' | '●' | '·'));
        bullet && chars.next().is_some_and(char::is_whitespace)
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let length = line.chars().count() as u32;
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let lead = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
            let begin = start + lead;
            let end = begin + trimmed.chars().count() as u32;
            lines.extend(Span::within(begin, end, end).map(|span| Line {
                words: trimmed.split_whitespace().count(),
                text: trimmed,
                span,
            }));
        }
        start += length + 1;
    }
    lines
}
