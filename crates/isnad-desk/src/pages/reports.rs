//! The list of reports.

use super::pager::{LINES, Pager, window};
use crate::address::segment;
use crate::lens::{Lens, Original};
use askama::Template;
use serde::Deserialize;

/// The query of the lists of reports and of names.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    pub(crate) q: String,
    page: String,
}

impl Query {
    pub(crate) fn page(&self) -> Option<usize> {
        self.page.parse().ok()
    }

    /// The path of a page of the list.
    pub(crate) fn href(&self, path: &str, page: usize) -> String {
        let words = if self.q.is_empty() { String::new() } else { format!("q={}&", segment(&self.q)) };
        format!("{path}?{words}page={page}")
    }
}

/// A report's line.
pub(crate) struct Line {
    href: String,
    outlet: String,
    title: Original,
    when: String,
    statements: usize,
}

#[derive(Template)]
#[template(path = "reports.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    query: &'a Query,
    lines: Vec<Line>,
    pager: Pager,
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, query: &'a Query) -> Page<'a> {
        let found = l.library.reports(&query.q, window(query.page(), LINES));
        let pager = Pager::new(query.page(), found.total, LINES, |page| query.href("/reports", page));
        let line = |head: &crate::ReportHead| Line {
            href: l.report_path(&head.id),
            outlet: l.title(head.publisher.as_deref().unwrap_or("—")),
            title: l.original(&l.title(head.title.as_ref().unwrap_or(&head.id)), head.language.as_deref()),
            when: head.published.map_or_else(|| l.w.say("no-date"), |at| l.w.moment(at)),
            statements: head.statements,
        };
        Page { section: "reports", lines: found.lines.iter().map(line).collect(), pager, query, l }
    }
}
