//! A text with its mentions, and what the readers of relations ask of it: who stands before a word, what is named behind it,
//! whether it is past.

use super::Language;
use crate::mentions::{Mention, Mentions};
use isnad_ledger::{Name, NameKind, Relation, RelationKind, Tense};
use isnad_text::{Text, proclitics};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How far a relation's ends may be from its word, in tokens.
pub(super) const REACH: usize = 9;

/// Tokens before a word that may deny it.
const DENIED: usize = 7;

/// Mentions looked back at for one that covers a token: names stand inside names, but not so many.
pub(super) const NESTED: usize = 16;

pub(super) struct Scene<'a, 't> {
    pub(super) text: &'a Text<'t>,
    pub(super) language: &'a Language,
    pub(super) mentions: Mentions<'a>,
    /// For each mention the person named most often of those before it.
    most_named: Vec<Option<&'a Name>>,
    /// Tokens of the statements' cues.
    pub(super) cues: FxHashSet<usize>,
}

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(
        text: &'a Text<'t>,
        language: &'a Language,
        mentions: Mentions<'a>,
        cues: FxHashSet<usize>,
    ) -> Scene<'a, 't> {
        let mut most_named = vec![None];
        let mut most: Option<&'a Name> = None;
        for mention in mentions.all() {
            let more = most.is_none_or(|most| mention.name.spans.len() > most.spans.len());
            if mention.is_person() && more {
                most = Some(mention.name);
            }
            most_named.push(most);
        }
        Scene { text, language, mentions, most_named, cues }
    }

    /// A relation that nobody is yet said to state.
    pub(super) fn relation(
        &self,
        subject: &Name,
        relation: RelationKind,
        object: &Name,
        detail: Option<String>,
        tokens: Range<usize>,
        past: bool,
    ) -> Relation {
        Relation {
            subject: subject.id.clone(),
            relation,
            object: object.id.clone(),
            detail,
            tense: if past { Tense::Past } else { Tense::Present },
            span: self.text.span(tokens),
            by: Vec::new(),
        }
    }

    /// The person of whom a report has spoken most before a token.
    pub(super) fn most_named(&self, token: usize) -> Option<&'a Name> {
        self.most_named[self.mentions.number(token)]
    }

    /// The person named last before a token.
    pub(super) fn person_before(&self, token: usize) -> Option<&Mention<'a>> {
        let mut before = self.mentions.before(token).iter().rev();
        before.find(|mention| mention.end <= token && mention.is_person() && mention.named)
    }

    /// The first mention from a token on, within reach and the sentence.
    pub(super) fn after(&self, token: usize, reach: usize, kind: NameKind) -> Option<&Mention<'a>> {
        let end = self.sentence(token).end.min(token + reach);
        self.mentions.from(token).iter().take_while(|mention| mention.start < end).find(|m| m.name.kind == kind)
    }

    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        self.text.sentences().get(self.text.sentence_of(token)).cloned().unwrap_or(token..token)
    }

    pub(super) fn inside_name(&self, token: usize) -> bool {
        self.mentions.before(token + 1).iter().rev().take(NESTED).any(|mention| token < mention.end)
    }

    /// Whether a word shortly before says that it is not so: never, "denied that", لم, نفى أن يكون.
    pub(super) fn is_denied(&self, token: usize) -> bool {
        let start = self.sentence(token).start.max(token.saturating_sub(DENIED));
        let stop = |at: &usize| {
            self.text.tokens()[*at].mark().is_some_and(|m| matches!(m, ';' | ':' | '.'))
                || matches!(self.text.form(*at), "but" | "بل" | "لكن")
        };
        (start..token).rev().take_while(|at| !stop(at)).any(|at| {
            let form = self.text.form(at);
            let bare = form.strip_prefix(['و', 'ف']).unwrap_or(form);
            matches!(
                bare,
                "never"
                    | "not"
                    | "denied"
                    | "denies"
                    | "denying"
                    | "no"
                    | "neither"
                    | "without"
                    | "لم"
                    | "لا"
                    | "ليس"
                    | "ليست"
                    | "لن"
                    | "نفى"
                    | "نفي"
                    | "نفت"
                    | "ينفي"
                    | "تنفي"
                    | "نافيا"
                    | "نافية"
                    | "انكر"
                    | "دون"
            ) || form.ends_with("n't")
        })
    }

    pub(super) fn past(&self, from: usize, to: usize) -> bool {
        (from.saturating_sub(3)..to.min(self.text.tokens().len())).any(|at| {
            let form = self.text.form(at);
            proclitics(form).any(|cut| {
                matches!(
                    cut.stem,
                    "كان"
                        | "كانت"
                        | "كانوا"
                        | "سابقا"
                        | "سابق"
                        | "السابق"
                        | "السابقة"
                        | "قتل"
                        | "former"
                        | "formerly"
                        | "was"
                        | "were"
                        | "once"
                        | "had"
                )
            })
        })
    }
}
