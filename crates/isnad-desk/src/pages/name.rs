//! A person or a source: all said by it and about it, where the accounts differ over it, and its spellings.

use super::account::{self, Account};
use super::incidents;
use super::pager::Pager;
use super::parties::{self, Claim, Said};
use super::reports::Query;
use crate::address::segment;
use crate::lens::Lens;
use crate::library::{NameFile, NameMention};
use askama::Template;
use isnad_ledger::{NameKind, QuestionKind, Span, Statement};
use std::collections::BTreeMap;

/// Reports gone through on one page.
const REPORTS: usize = 30;

/// A question over which accounts differ, with its answers and the number of roots behind each.
pub(crate) struct Difference {
    pub(crate) href: String,
    pub(crate) incident: String,
    pub(crate) question: String,
    pub(crate) disputed: bool,
    pub(crate) answers: Vec<(String, usize)>,
}

#[derive(Template)]
#[template(path = "name.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    name: String,
    other: Option<String>,
    kind: String,
    key: String,
    reports: usize,
    hidden: bool,
    spellings: Vec<(String, usize)>,
    by: Vec<Account>,
    about: Vec<Account>,
    claims: Vec<Claim>,
    differences: Vec<Difference>,
    pager: Pager,
    json: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, file: &'a NameFile, query: &Query) -> Page<'a> {
        let head = &file.head;
        let path = l.name_path(head);
        let pager = Pager::new(query.page(), file.mentions.len(), REPORTS, |page| query.href(&path, page));
        let shown = pager.slice(&file.mentions);
        let hidden = l.hides_names() && head.kind == NameKind::Person;
        let other =
            if l.w.is_arabic() { Some(&head.name).filter(|_| head.name_ar.is_some()) } else { head.name_ar.as_ref() };
        Page {
            section: "names",
            name: l.head_name(head),
            other: other.filter(|_| !hidden).map(|name| l.title(name)),
            kind: l.w.term("name", &head.kind),
            key: l.title(&head.key),
            reports: head.reports,
            spellings: if hidden { Vec::new() } else { spellings(l, shown) },
            by: shown.iter().flat_map(|m| said_by(m).map(|s| account::of_statement(l, &m.ledger, s, &[]))).collect(),
            about: shown
                .iter()
                .flat_map(|m| said_about(m).map(|s| account::of_statement(l, &m.ledger, s, &[])))
                .collect(),
            claims: parties::together(shown.iter().flat_map(|m| claims(l, m))),
            differences: file.incidents.iter().take(20).flat_map(|i| differences(l, i)).collect(),
            json: format!("{path}.json"),
            hidden,
            pager,
            l,
        }
    }
}

/// Each way the name is written, with how often, most often first.
fn spellings(l: &Lens, mentions: &[NameMention]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for mention in mentions {
        for span in &mention.entry().spans {
            let written = l.title(span.of(&mention.ledger.report.text));
            *counts.entry(written).or_default() += 1;
        }
    }
    let mut spellings: Vec<(String, usize)> = counts.into_iter().collect();
    spellings.sort_by_key(|(spelling, count)| (std::cmp::Reverse(*count), spelling.clone()));
    spellings.truncate(40);
    spellings
}

pub(crate) fn said_by(mention: &NameMention) -> impl Iterator<Item = &Statement> {
    let id = &mention.entry().id;
    mention.ledger.statements.iter().filter(move |s| s.speakers.iter().any(|x| x.name_id.as_ref() == Some(id)))
}

/// Statements by others whose words name it or mean it.
pub(crate) fn said_about(mention: &NameMention) -> impl Iterator<Item = &Statement> {
    let name = mention.entry();
    let meant = move |content: &Span| name.spans.iter().chain(&name.anaphora).any(|span| content.contains(*span));
    mention
        .ledger
        .statements
        .iter()
        .filter(move |s| s.speakers.iter().all(|x| x.name_id.as_ref() != Some(&name.id)) && s.content.iter().any(meant))
}

fn claims<'a>(l: &'a Lens, mention: &'a NameMention) -> impl Iterator<Item = (String, Said)> + 'a {
    let ledger = &*mention.ledger;
    let id = &mention.entry().id;
    ledger.relations.iter().filter(move |r| r.subject == *id).filter_map(move |relation| {
        let what = parties::relation_words(l, relation, parties::entry(ledger, &relation.object)?);
        Some((what, parties::said(l, ledger, &relation.by, relation.span.start())))
    })
}

fn differences(l: &Lens, incident: &isnad_ledger::Incident) -> Vec<Difference> {
    const ABOUT: [QuestionKind; 4] = [
        QuestionKind::VictimIdentity,
        QuestionKind::VictimAffiliation,
        QuestionKind::Perpetrator,
        QuestionKind::Target,
    ];
    let questions = incident.questions.iter().filter(|q| ABOUT.contains(&q.question));
    let difference = |q: &isnad_ledger::Question| Difference {
        href: format!("/incidents/{}#q-{}", segment(&incident.id), crate::words::slug(&q.question)),
        incident: incidents::title(l, incident),
        question: l.w.term("question", &q.question),
        disputed: q.disputed,
        answers: q.positions.iter().map(|p| (l.answer(p.value.as_ref()).text, p.roots.len())).collect(),
    };
    questions.map(difference).collect()
}
