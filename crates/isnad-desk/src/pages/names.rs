//! The list of people and sources.

use super::pager::{LINES, Pager, window};
use super::reports::Query;
use crate::lens::Lens;
use askama::Template;
use isnad_ledger::NameKind;

/// A name's line.
pub(crate) struct Line {
    href: String,
    name: String,
    other: Option<String>,
    kind: String,
    reports: usize,
    statements: usize,
}

#[derive(Template)]
#[template(path = "names.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    query: &'a Query,
    lines: Vec<Line>,
    pager: Pager,
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, query: &'a Query) -> Page<'a> {
        let found = l.library.names(&query.q, window(query.page(), LINES));
        let pager = Pager::new(query.page(), found.total, LINES, |page| query.href("/names", page));
        let line = |head: &crate::NameHead| {
            let hidden = l.hides_names() && head.kind == NameKind::Person;
            let other = if l.w.is_arabic() {
                Some(&head.name).filter(|_| head.name_ar.is_some())
            } else {
                head.name_ar.as_ref()
            };
            Line {
                href: l.name_path(head),
                name: l.head_name(head),
                other: other.filter(|_| !hidden).map(|name| l.title(name)),
                kind: l.w.term("name", &head.kind),
                reports: head.reports,
                statements: head.statements,
            }
        };
        Page { section: "names", lines: found.lines.iter().map(line).collect(), pager, query, l }
    }
}
