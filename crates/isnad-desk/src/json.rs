//! The JSON under every page's path, in the shapes of the contract: a `Weighed` for incidents, a `Ledger` for a report.

use crate::library::{IncidentFile, Library, NameFile, ReportFile, ReportHead};
use crate::pages::{incidents, name, pager, reports};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use isnad_ledger::{Incident, Name, Statement, Weighed};
use serde::Serialize;

/// Incidents of one page of the list, as a `Weighed` without roots.
pub(crate) fn incidents(library: &dyn Library, query: &incidents::Query) -> Response {
    let found = library.incidents(&query.filter());
    let pager = pager::Pager::new(query.page(), found.len(), pager::LINES, |page| page.to_string());
    let incidents = pager.slice(&found).iter().map(|summary| Incident::clone(&summary.incident)).collect();
    answer(&Weighed { incidents, ..Weighed::default() })
}

/// One incident with its roots and derivations, as a `Weighed`.
pub(crate) fn incident(file: IncidentFile) -> Response {
    answer(&Weighed {
        incidents: vec![Incident::clone(&file.incident)],
        roots: file.roots,
        derivations: file.derivations,
        notes: Vec::new(),
    })
}

/// A report's ledger.
pub(crate) fn report(file: &ReportFile) -> Response {
    answer(&*file.ledger)
}

/// Reports of one page of the list, as objects with `id`.
pub(crate) fn reports(library: &dyn Library, query: &reports::Query) -> Response {
    let found = library.reports(&query.q, pager::window(query.page(), pager::LINES));
    let head = |head: &ReportHead| {
        serde_json::json!({"id": head.id, "title": head.title, "publisher": head.publisher, "published": head.published,
            "language": head.language, "statements": head.statements})
    };
    answer(&found.lines.iter().map(head).collect::<Vec<_>>())
}

/// Names of one page of the list.
pub(crate) fn names(library: &dyn Library, query: &reports::Query) -> Response {
    let found = library.names(&query.q, pager::window(query.page(), pager::LINES));
    let head = |head: &crate::NameHead| {
        serde_json::json!({"key": head.key, "kind": head.kind, "name": head.name, "name_ar": head.name_ar,
            "reports": head.reports, "statements": head.statements})
    };
    answer(&found.lines.iter().map(head).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct NameJson<'a> {
    key: &'a str,
    kind: isnad_ledger::NameKind,
    name: &'a str,
    name_ar: &'a Option<String>,
    mentions: Vec<Mentioned<'a>>,
    incidents: Vec<&'a Incident>,
}

#[derive(Serialize)]
struct Mentioned<'a> {
    report: &'a str,
    name: &'a Name,
    by: Vec<&'a Statement>,
    about: Vec<&'a Statement>,
}

/// A name with its entries and statements, report by report (the 200 newest).
pub(crate) fn name(file: &NameFile) -> Response {
    let head = &file.head;
    let mentioned = file.mentions.iter().take(200).map(|mention| Mentioned {
        report: &mention.ledger.report.id,
        name: mention.entry(),
        by: name::said_by(mention).collect(),
        about: name::said_about(mention).collect(),
    });
    answer(&NameJson {
        key: &head.key,
        kind: head.kind,
        name: &head.name,
        name_ar: &head.name_ar,
        mentions: mentioned.collect(),
        incidents: file.incidents.iter().map(|incident| &**incident).collect(),
    })
}

fn answer(value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(json) => ([(CONTENT_TYPE, "application/json")], json).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
