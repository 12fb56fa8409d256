//! Ledgers as one self-contained page: each report's text with nested marks for source, cue and content, its statements as
//! cards beside it. No script, nothing fetched.

use super::{
    marks::{Mark, Step, steps},
    terminal::{Positions, counted, name},
};
use isnad_ledger::{Block, BlockKind, Ledger, Span, Statement};
use std::io::{self, Write};

const CSS: &str = include_str!("page.css");

/// A page being written.
pub(crate) struct Page {
    out: Box<dyn Write>,
    reports: usize,
}

impl Page {
    /// Writes the page's head.
    pub(crate) fn begin(mut out: Box<dyn Write>) -> io::Result<Page> {
        write!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>Isnad: who said what</title>\n<style>\n{CSS}</style>\n\
             <header class=\"top\"><span class=\"key\">Marked: <mark class=\"source\">source</mark> <mark class=\"cue\">cue</mark> \
             <mark class=\"content\">content</mark>.</span> Read by Isnad {}; what a machine read is no finding.</header>\n",
            env!("CARGO_PKG_VERSION")
        )?;
        Ok(Page { out, reports: 0 })
    }

    /// Writes one report.
    pub(crate) fn add(&mut self, ledger: &Ledger) -> io::Result<()> {
        self.reports += 1;
        let html = Article { number: self.reports, ledger, at: Positions::of(&ledger.report.text) };
        self.out.write_all(html.write().as_bytes())
    }

    /// Writes what is left.
    pub(crate) fn end(mut self) -> io::Result<()> {
        writeln!(self.out, "</html>")?;
        self.out.flush()
    }
}

struct Article<'l> {
    number: usize,
    ledger: &'l Ledger,
    at: Positions<'l>,
}

impl Article<'_> {
    fn write(&self) -> String {
        let report = &self.ledger.report;
        let language = report.language.as_deref().unwrap_or("und");
        let direction = if matches!(language, "ar" | "fa" | "ur" | "he" | "ckb") { "rtl" } else { "ltr" };
        let mut html = format!("<article dir=\"{direction}\" lang=\"{}\">\n<div class=\"report\">\n", escape(language));
        self.text(&mut html);
        html.push_str("</div>\n<aside class=\"cards\" dir=\"ltr\" lang=\"en\">\n");
        let known = [
            report.publisher.clone(),
            report.published.map(|moment| moment.to_string()),
            Some(report.id.clone()),
            Some(counted(self.ledger.statements.len(), "statement")),
        ];
        let known: Vec<String> =
            known.into_iter().flatten().map(|word| format!("<bdi>{}</bdi>", escape(&word))).collect();
        html += &format!("<p class=\"more\">{}</p>\n", known.join(" · "));
        for statement in &self.ledger.statements {
            self.card(statement, &mut html);
        }
        for note in &self.ledger.notes {
            html += &format!("<p class=\"more\">{}</p>\n", escape(&note.text));
        }
        html.push_str("</aside>\n</article>\n");
        html
    }

    fn text(&self, html: &mut String) {
        let roles = |statement: &Statement| {
            let roles = [&statement.content, &statement.source, &statement.cue];
            roles.map(|spans| spans.clone())
        };
        let marks: Vec<Mark> = self
            .ledger
            .statements
            .iter()
            .enumerate()
            .flat_map(|(i, statement)| {
                let roles = roles(statement).into_iter().enumerate();
                roles.flat_map(move |(role, spans)| spans.into_iter().map(move |span| Mark { span, of: i * 3 + role }))
            })
            .collect();
        let whole = Span::within(0, self.ledger.report.text.chars().count() as u32, u32::MAX);
        let whole = whole.map(|span| Block { kind: BlockKind::Paragraph, span });
        let blocks = &self.ledger.report.blocks;
        let all = if blocks.is_empty() { whole.as_slice() } else { blocks.as_slice() };
        let mut in_list = false;
        let mut by_start: Vec<Mark> = marks;
        by_start.sort_by_key(|mark| mark.span.start());
        for block in all {
            let is_item = block.kind == BlockKind::ListItem;
            if is_item != in_list {
                html.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
                in_list = is_item;
            }
            let (tag, class) = match block.kind {
                BlockKind::Title => ("h1", ""),
                BlockKind::Heading => ("h2", ""),
                BlockKind::ListItem => ("li", ""),
                BlockKind::Paragraph => ("p", ""),
                BlockKind::Byline => ("p", " class=\"byline\""),
                BlockKind::Caption => ("p", " class=\"caption\""),
                BlockKind::Furniture => ("p", " class=\"furniture\""),
            };
            let before = by_start.partition_point(|mark| mark.span.start() < block.span.end());
            let over: Vec<Mark> =
                by_start[..before].iter().filter(|mark| mark.span.overlaps(block.span)).copied().collect();
            *html += &format!("<{tag}{class}>");
            self.marked(block.span, &over, html);
            *html += &format!("</{tag}>\n");
        }
        if in_list {
            html.push_str("</ul>\n");
        }
    }

    fn marked(&self, span: Span, marks: &[Mark], html: &mut String) {
        for step in steps(span, marks) {
            match step {
                Step::Text(span) => html.push_str(&escape(self.at.words(span))),
                Step::Close => html.push_str("</mark>"),
                Step::Open(of) => {
                    let role = ["content", "source", "cue"][of % 3];
                    let statement = &self.ledger.statements[of / 3];
                    let title = format!("{} {}", statement.id, statement.speaker.as_deref().unwrap_or_default());
                    *html += &format!(
                        "<mark class=\"{role}\" data-of=\"{}\" title=\"{}\">",
                        escape(&statement.id),
                        escape(title.trim())
                    );
                }
            }
        }
    }

    fn card(&self, statement: &Statement, html: &mut String) {
        let bdi = |text: &str| format!("<bdi>{}</bdi>", escape(text));
        let id = format!("r{}-{}", self.number, escape(&statement.id));
        let speaker = statement.speaker.as_deref().map_or_else(|| "not named".to_owned(), bdi);
        *html += &format!(
            "<section class=\"card\" id=\"{id}\"><h3>{speaker} <span class=\"stance\">{}</span> <a class=\"id\" href=\"#{id}\">{}</a></h3>",
            name(&statement.stance).replace('_', " "),
            escape(&statement.id)
        );
        let mut links: Vec<String> = statement.chain.iter().map(|link| bdi(link)).collect();
        if let Some(gate) = &statement.gate {
            links.insert(0, format!("({})", bdi(&gate.name)));
        }
        if links.len() > 1 {
            *html += &format!("<p class=\"chain\">{}</p>", links.join(" ← "));
        }
        let words: Vec<&str> = statement.content.iter().map(|span| self.at.words(*span)).collect();
        if !words.is_empty() {
            *html += &format!("<p><q dir=\"auto\">{}</q></p>", escape(&words.join(" … ")));
        }
        if let Some(caveat) = &statement.caveat {
            *html += &format!("<p class=\"more\">caveat: {}</p>", bdi(self.at.words(caveat.span)));
        }
        let inside = statement.inside.as_ref().map(|outer| format!("inside {}", escape(outer)));
        let confidence = format!("{:.2}", statement.confidence);
        let more = [Some(name(&statement.mode)), statement.kind.as_ref().map(name), Some(confidence), inside];
        let more: Vec<String> = more.into_iter().flatten().collect();
        *html += &format!("<p class=\"more\">{}</p></section>\n", more.join(", "));
    }
}

/// The text as HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
