//! Speakers and chains: who the source of each statement is, whom pronouns and dropped subjects mean, and through whom the
//! words reached the reader. It takes statements whose spans are read and names that are found, and finds neither itself.

mod chain;
mod coordination;
mod describe;
mod first_person;
mod gloss;
mod headings;
mod hearer;
mod holding;
mod memory;
mod named;
mod owner;
mod party;
mod pronoun;
mod share;
mod words;

use crate::mentions::Mentions;
use chain::{Chains, first};
use headings::{Headings, headline};
use holding::{citations, holders, reach};
use isnad_languages::Tables;
use isnad_ledger::{Block, Name, SourceKind, Span, Speaker, Statement};
use isnad_text::{Text, proclitics};
use memory::{Memory, Referent};
use party::Setting;
use rustc_hash::FxHashMap;
use std::ops::Range;
pub(crate) use words::{Head, Words};

/// Statements that are resolved together: more than any report but a collection has.
const STRETCH: usize = 256;

/// Code points around a stretch whose names may still be meant in it.
const NEAR: u32 = 4_000;

/// Resolves speakers. Making one reads the tables of both languages.
#[derive(Clone, Debug)]
pub struct SpeakerReader {
    languages: Vec<(&'static str, Words)>,
}

impl SpeakerReader {
    /// A reader with the tables' heads and glosses.
    pub fn new(tables: &Tables) -> SpeakerReader {
        SpeakerReader { languages: ["ar", "en"].map(|code| (code, Words::new(tables, code))).to_vec() }
    }

    /// Fills `speaker`, `speakers`, `kind`, `subset_of`, `chain`, `via` and `gate` of statements whose spans are read.
    /// Silence has an empty chain and keeps it: a statement comes in with one link if it speaks and with none if it does not.
    /// `publisher` is the report's own outlet, which is never a link. A very long report is taken in stretches, so that time
    /// is linear in its length: nobody's "he" reaches back over hundreds of statements.
    pub fn resolve(
        &self,
        text: &Text<'_>,
        language: &str,
        blocks: &[Block],
        names: &[Name],
        publisher: Option<&str>,
        statements: &mut [Statement],
    ) {
        let headings = Headings::of(blocks);
        if statements.len() <= STRETCH {
            return self.stretch(text, language, &headings, names, publisher, statements);
        }
        let mentions = Mentions::new(text, names);
        for stretch in statements.chunks_mut(STRETCH) {
            let Some(whole) = stretch.iter().filter_map(reach).reduce(Span::join) else { continue };
            let near = text.points(whole.start().saturating_sub(NEAR), whole.end().saturating_add(NEAR));
            let names = within(&mentions, text.tokens_in(near));
            self.stretch(text, language, &headings, &names, publisher, stretch);
        }
    }

    fn stretch(
        &self,
        text: &Text<'_>,
        language: &str,
        headings: &Headings,
        names: &[Name],
        publisher: Option<&str>,
        statements: &mut [Statement],
    ) {
        let Some((_, words)) = self.languages.iter().find(|(code, _)| *code == language) else { return };
        let ids: Vec<String> = statements.iter().map(|statement| statement.id.clone()).collect();
        let outer = holders(text, statements);
        let mentions = &Mentions::new(text, names);
        let mut memory = Memory::default();
        let mut speakers: Vec<Vec<Referent>> = vec![Vec::new(); statements.len()];
        let mut carried = vec![None; statements.len()];
        let mut order: Vec<usize> = (0..statements.len()).collect();
        order.sort_by_key(|at| first(&statements[*at]));
        let mut done: Vec<usize> = Vec::new();
        for at in order {
            let setting = Setting { text, words, names, mentions, memory: &memory, ids: &ids };
            let phrase = phrase(text, &statements[at].source)
                .filter(|_| !names_nobody(text, &statements[at]))
                .filter(|phrase| !is_hearer(text, words, phrase.start) && !setting.is_nobody(phrase));
            let who = match phrase {
                Some(phrase) => {
                    let single = phrase.len() == 1;
                    let mut found: Vec<Referent> =
                        setting.parties(phrase).into_iter().map(|party| setting.read(party)).collect();
                    if let [who] = found.as_mut_slice()
                        && let Some(owner) = setting.owner_speaks(&statements[at], who)
                    {
                        *who = owner;
                    }
                    if single || found.iter().any(|who| who.subset_of.is_some()) {
                        carried[at] = done.iter().rev().find(|before| same(&speakers[**before], &found)).copied();
                        if let Some(whole) = found.iter().find_map(|who| who.subset_of.as_ref()) {
                            carried[at] = ids.iter().position(|id| id == whole);
                        }
                    }
                    found
                }
                None if passive(text, &statements[at]) || names_nobody(text, &statements[at]) => Vec::new(),
                None => {
                    carried[at] = before(text, statements, &outer, &done, at);
                    let who = carried[at].map(|before| speakers[before].clone()).unwrap_or_default();
                    let group = plural_verb(text, words, &statements[at]) && who.len() == 1 && !who[0].plural;
                    match group.then(|| setting.company(&statements[at])).flatten() {
                        Some(company) => {
                            carried[at] = None;
                            vec![company]
                        }
                        None => who,
                    }
                }
            };
            for who in &who {
                memory.add(who.clone(), at, first(&statements[at]).unwrap_or_default());
            }
            write(&mut statements[at], &who);
            speakers[at] = who;
            done.push(at);
        }
        headline(text, headings.title, statements, &mut speakers);
        let mut outer = holders(text, statements);
        citations(text, statements, &mut outer);
        let setting = Setting { text, words, names, mentions, memory: &memory, ids: &ids };
        first_person::resolve(&setting, statements, &mut speakers, &outer);
        let setting = Setting { text, words, names, mentions, memory: &memory, ids: &ids };
        let chains = Chains { setting, speakers: &speakers, publisher, outer: &outer, carried: &carried };
        chains.fill(statements);
        chains.gates(statements, &headings.starts);
    }
}

/// The names that stand in a part of the text, with their mentions there, in the order of their first.
fn within(mentions: &Mentions<'_>, part: Range<usize>) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut by_id: FxHashMap<&str, usize> = FxHashMap::default();
    for mention in mentions.starting_in(part) {
        let whole = mention.name;
        let at = *by_id.entry(&whole.id).or_insert_with(|| {
            let (spans, anaphora, aliases) = (Vec::new(), Vec::new(), whole.aliases.clone());
            let (id, key) = (whole.id.clone(), whole.key.clone());
            let (name, name_ar) = (whole.name.clone(), whole.name_ar.clone());
            names.push(Name { id, key, kind: whole.kind, name, name_ar, aliases, spans, anaphora });
            names.len() - 1
        });
        let spans = if mention.named { &mut names[at].spans } else { &mut names[at].anaphora };
        spans.push(mention.span);
    }
    names
}

/// The tokens of a source, without marks at its ends.
fn phrase(text: &Text<'_>, source: &[Span]) -> Option<Range<usize>> {
    let tokens = text.tokens_in(*source.first()?);
    let is_mark = |at: &usize| text.tokens()[*at].mark().is_some();
    let start = tokens.clone().find(|at| !is_mark(at))?;
    let end = tokens.rev().find(|at| !is_mark(at))? + 1;
    Some(start..end)
}

/// Whether a cue without a subject of its own says that several spoke: ادعوا.
fn plural_verb(text: &Text<'_>, words: &Words, statement: &Statement) -> bool {
    let last = statement.cue.first().and_then(|cue| text.tokens_in(*cue).next_back());
    words.arabic && last.is_some_and(|at| text.form(at).ends_with("وا"))
}

/// Whether a source is in truth whom somebody spoke to: قال لوكالة «كذا».
fn is_hearer(text: &Text<'_>, words: &Words, start: usize) -> bool {
    let before = (0..start).rev().take(3).find(|at| text.tokens()[*at].mark().is_none());
    let quoted = start.checked_sub(1).is_some_and(|at| text.tokens()[at].mark().is_some());
    words.arabic
        && quoted
        && before.is_some_and(|at| {
            proclitics(text.form(at)).any(|cut| {
                cut.preposition == Some('ل') && words.head(cut.stem).is_some_and(|head| head.kind == SourceKind::Media)
            })
        })
}

fn same(a: &[Referent], b: &[Referent]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.name == b.name)
}

fn write(statement: &mut Statement, who: &[Referent]) {
    let span = statement.source.first().copied();
    statement.speaker =
        (!who.is_empty()).then(|| who.iter().map(|who| who.name.as_str()).collect::<Vec<_>>().join("; "));
    statement.speakers = who
        .iter()
        .map(|who| Speaker {
            name: who.name.clone(),
            name_id: who.name_id.clone(),
            span,
            role: who.role.clone(),
            count: who.count.filter(|_| who.kind == SourceKind::Anonymous),
        })
        .collect();
    statement.subset_of = who.iter().find_map(|who| who.subset_of.clone()).filter(|id| *id != statement.id);
    statement.kind = match who {
        [] => None,
        [one] => Some(one.kind),
        [first, rest @ ..] if rest.iter().all(|who| who.kind == first.kind) => Some(first.kind),
        _ => Some(SourceKind::Anonymous),
    };
}

/// Whether a source says that there was none: "nobody asked", "no one knows".
fn names_nobody(text: &Text<'_>, statement: &Statement) -> bool {
    let Some(source) = phrase(text, &statement.source) else { return false };
    let first = text.form(source.start);
    source.len() == 1 && matches!(first, "nobody" | "none" | "neither")
        || source.len() == 2 && first == "no" && text.form(source.start + 1) == "one"
}

/// Whether a statement without a source says that it has none: قيل, "it was announced".
fn passive(text: &Text<'_>, statement: &Statement) -> bool {
    let Some(cue) = statement.cue.first() else { return false };
    let tokens = text.tokens_in(*cue);
    let damma = tokens.clone().any(|at| text.tokens()[at].has_damma());
    let form = |at: usize| text.form(at);
    let word = tokens.clone().any(|at| {
        matches!(form(at), "قيل" | "وقيل" | "يقال" | "ويقال" | "ذكر" if text.tokens()[at].has_damma())
            || matches!(form(at), "قيل" | "وقيل" | "يقال" | "ويقال" | "reports" | "reportedly" | "allegedly")
    });
    let was = tokens.start.saturating_sub(2)..tokens.end;
    let was = was.into_iter().any(|at| matches!(form(at), "was" | "were" | "is" | "are" | "been"));
    damma || word || was
}

/// The statement whose speaker a dropped subject takes over: the nearest before, on the same level, in the same sentence if
/// there is one.
fn before(
    text: &Text<'_>,
    statements: &[Statement],
    outer: &[Option<usize>],
    done: &[usize],
    at: usize,
) -> Option<usize> {
    let sentence = |at: usize| first(&statements[at]).map(|point| text.sentence_of(text.token_at(point)));
    let spoken = |before: &&usize| statements[**before].speaker.is_some() && outer[at] != Some(**before);
    let level = |before: &&usize| outer[**before] == outer[at];
    let near = |before: &&usize| sentence(**before) == sentence(at);
    let mut newest = done.iter().rev();
    let all = || newest.clone().filter(spoken);
    let found = all()
        .filter(near)
        .find(level)
        .or_else(|| all().find(level))
        .or_else(|| all().find(near))
        .or_else(|| all().next())
        .copied();
    // With nobody else at hand the one who reports it speaks: "he said he would go".
    found.or_else(|| newest.next().copied().filter(|b| statements[*b].speaker.is_some()))
}
