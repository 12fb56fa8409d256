//! The outlet that a statement came through though it does not speak itself: whom somebody told, who carried a statement, who
//! has seen a document. The outlets that speak are statements of their own; `chain` joins both.

use super::chain::{Chains, first};
use super::holding::cites;
use super::memory::Referent;
use crate::mentions::Mention;
use isnad_ledger::{Link, Name, SourceKind, Span, Statement};
use isnad_text::proclitics;
use std::ops::Range;

impl Chains<'_, '_> {
    /// The outlet that passed a statement on without speaking: whom its speaker told (قال X لوكالة Y إن, told Y), who carried
    /// it (بيان نقلته Y, "remarks published by Y"), who has seen the document (وثيقة اطلعت عليها Y), of whom it is quoted.
    pub(super) fn told_to(&self, statements: &[Statement], at: usize) -> Option<Link> {
        let passes_on = |name: &Name| self.setting.passes_on(name);
        let found = if statements[at].kind == Some(SourceKind::Document) {
            self.shown_to(&statements[at])
        } else {
            self.hearer(statements, at, passes_on)
                .or_else(|| self.through(statements, at))
                .or_else(|| self.quoting(&statements[at]).filter(|_| self.outer[at].is_none()))
                .or_else(|| self.sources_of(&statements[at]))
        };
        let link = |(name, span): (&Name, Span)| Link {
            name: name.name.clone(),
            name_id: Some(name.id.clone()),
            span: Some(span),
        };
        found.map(link).or_else(|| self.confidant(statements, at))
    }

    /// Who spoke last before and says that somebody told him: أخبره ابنه, "told him". It came to the reader through him.
    fn confidant(&self, statements: &[Statement], at: usize) -> Option<Link> {
        let text = self.setting.text;
        let cue = text.tokens_in(*statements[at].cue.first()?);
        if self.outer[at].is_some() || statements[at].source.is_empty() {
            return None;
        }
        let verb = text.form(cue.clone().next_back()?);
        let object = if self.setting.words.arabic {
            let object = ["هما", "هم", "ها", "ه"].into_iter().find(|object| verb.ends_with(object))?;
            informs(verb).then_some(object)?
        } else {
            let object = text.tokens().get(cue.end).map(|_| text.form(cue.end))?;
            matches!(verb, "told" | "tells" | "informed").then_some(object)?
        };
        let agrees = |who: &Referent| match object {
            "ه" | "him" => !who.plural && who.feminine != Some(true),
            "ها" | "her" => !who.plural && who.feminine != Some(false),
            "هم" | "هما" | "them" => who.plural,
            _ => false,
        };
        let point = first(&statements[at])?;
        let paragraph = |point: u32| text.paragraph_of(text.token_at(point));
        let before = |other: &usize| {
            first(&statements[*other]).is_some_and(|p| p < point && paragraph(p) + 1 >= paragraph(point))
        };
        let last = (0..statements.len()).filter(before).max_by_key(|other| first(&statements[*other]))?;
        let [who] = self.speakers[last].as_slice() else { return None };
        let other = statements[at].speaker.as_ref() != Some(&who.name);
        (agrees(who) && other).then(|| Link {
            name: who.name.clone(),
            name_id: who.name_id.clone(),
            span: statements[last].source.first().copied(),
        })
    }

    /// The outlet of an interview or a statement's carrier, at the sentence's start or behind the cue: "in an interview with X",
    /// في حديث ل, في بيان نشرته.
    fn through(&self, statements: &[Statement], at: usize) -> Option<(&Name, Span)> {
        let (statement, text) = (&statements[at], self.setting.text);
        let start = text.token_at(first(statement)?);
        let sentence = text.sentences().get(text.sentence_of(start))?.clone();
        let after = statement.cue.last().map_or(start, |cue| text.tokens_in(*cue).end);
        let opening = self.setting.mentions.starting_in(sentence.start..start).iter();
        let behind = self.setting.mentions.starting_in(after..sentence.end.max(after)).iter();
        let opening = opening.filter(|mention| mention.start < sentence.start + TALK);
        let talk = |mention: &&Mention<'_>| {
            let name = mention.name;
            if !self.setting.passes_on(name) || self.is_publisher(name) {
                return None;
            }
            let floor = sentence.start.max(mention.start.saturating_sub(TALK));
            let noun = (floor..mention.start).rev().find(|at| self.setting.words.is(text.form(*at), "interview"))?;
            (self.addressed(mention.span) || self.carried(noun + 1..mention.start)).then_some(noun)
        };
        // Another cue between them has the talk for itself.
        let other = |noun: usize| {
            let cues = statements.iter().flat_map(|s| &s.cue).map(|cue| text.tokens_in(*cue).start);
            cues.into_iter().any(|cue| after <= cue && cue < noun)
        };
        let opening = opening.filter(|mention| talk(mention).is_some());
        let own = |mention: &&Mention<'_>| talk(mention).is_some_and(|noun| noun >= after && !other(noun));
        let found = opening.chain(behind.filter(own)).next()?;
        (!self.speakers[at].iter().any(|who| who.name == found.name.name)).then_some((found.name, found.span))
    }

    /// Whether words before an outlet say that it brought something: نقلته, "carried by", "read on".
    fn carried(&self, words: Range<usize>) -> bool {
        let text = self.setting.text;
        words.into_iter().any(|at| self.setting.words.is(text.form(at), "carry"))
    }

    /// The outlet that has seen a document: "seen by X", اطلعت عليها X.
    fn shown_to(&self, statement: &Statement) -> Option<(&Name, Span)> {
        let source = self.setting.text.tokens_in(*statement.source.first()?);
        let seen = self.setting.shown(&source)?;
        let mut mentions = self.setting.mentions.starting_in(seen..source.end).iter();
        let outlet = mentions.find(|m| self.setting.passes_on(m.name) && !self.is_publisher(m.name))?;
        Some((outlet.name, outlet.span))
    }

    /// The outlet right before a source that it quotes, where it is no statement of its own: بحسب ما نقلت قناة X عن Y.
    fn quoting(&self, statement: &Statement) -> Option<(&Name, Span)> {
        let text = self.setting.text;
        let start = text.tokens_in(*statement.source.first()?).start;
        if !cites(text, statement) {
            return None;
        }
        let sentence = text.sentences().get(text.sentence_of(start))?.start;
        let before = self.setting.mentions.starting_in(sentence.max(start.saturating_sub(TALK))..start);
        let outlet = before.iter().rev().find(|m| m.end <= start && self.setting.passes_on(m.name))?;
        let between = (outlet.end..start).filter(|at| text.tokens()[*at].mark().is_none()).count();
        (between <= 3 && !self.is_publisher(outlet.name)).then_some((outlet.name, outlet.span))
    }

    /// The body whose own sources speak: مصادر المرصد reach the reader through it.
    fn sources_of(&self, statement: &Statement) -> Option<(&Name, Span)> {
        let source = self.setting.text.tokens_in(*statement.source.first()?);
        let head = self.setting.words.head(self.setting.form(source.start))?;
        let next = self.setting.mentions.starting_in(source.start + 1..source.end.min(source.start + 2)).first()?;
        let own = self.setting.words.arabic && self.setting.words.is(&head.lemma, "own") && head.plural;
        (own && self.setting.passes_on(next.name) && !self.is_publisher(next.name)).then_some((next.name, next.span))
    }

    pub(super) fn hearer(
        &self,
        statements: &[Statement],
        at: usize,
        fits: impl Fn(&Name) -> bool,
    ) -> Option<(&Name, Span)> {
        let statement = &statements[at];
        let text = self.setting.text;
        let cue = statement.cue.last()?;
        let after = text.tokens_in(*cue).end;
        let sentence = text.sentences().get(text.sentence_of(after.saturating_sub(1)))?;
        let next_content =
            statement.content.iter().map(|c| text.tokens_in(*c).start).filter(|start| *start >= after).min();
        // An edge read wrongly may have put "to Reuters" into the content.
        let end = next_content.unwrap_or(after + 8).max(after + 6).min(sentence.end);
        let sources = statement.source.iter().map(|span| text.tokens_in(*span));
        // أبلغ مصدر أمني وكالة كذا: whom such a verb tells stands behind its subject.
        let informs = self.setting.words.arabic && text.tokens_in(*cue).any(|at| informs(text.form(at)));
        // قال لوكالة «كذا»: what was read as the source is whom somebody told.
        let hears = statement.source.first().is_some_and(|source| {
            let tokens = text.tokens_in(*source);
            let word = tokens.clone().find(|at| text.tokens()[*at].mark().is_none());
            super::is_hearer(text, self.setting.words, word.unwrap_or(tokens.start))
        });
        let told = |mention: &&Mention<'_>| {
            let (span, name) = (mention.span, mention.name);
            let behind = |s: &Span| s.start() < span.start() || hears;
            let within = statement.source.iter().any(|s| s.contains(span) && behind(s));
            let between = mention.start >= after
                && mention.end <= end
                && (hears || !statement.source.iter().any(|s| s.overlaps(span)));
            (within || between)
                && (self.addressed(span) || hears || within && informs)
                && fits(name)
                && !self.speakers[at].iter().any(|who| who.name == name.name)
                && !self.is_publisher(name)
        };
        let places = sources.chain(std::iter::once(after..end.max(after)));
        let told = places.filter_map(|place| self.setting.mentions.starting_in(place).iter().find(told));
        told.min_by_key(|mention| mention.start).map(|mention| (mention.name, mention.span))
    }

    /// Whether a name stands where one who is spoken to does: لوكالة, "told Reuters", أبلغ موقع.
    fn addressed(&self, span: Span) -> bool {
        let text = self.setting.text;
        let mut at = text.tokens_in(span).start;
        while at > 0 && text.tokens()[at - 1].mark().is_some_and(|m| "«\"“„‘".contains(m)) {
            at -= 1;
        }
        let name = text.tokens_in(span).start;
        if !self.setting.words.arabic {
            let before = at.saturating_sub(3)..at;
            return before
                .clone()
                .any(|at| matches!(text.form(at), "told" | "to" | "tells" | "telling" | "with" | "informed"));
        }
        let to = proclitics(text.form(name)).any(|cut| cut.preposition == Some('ل'));
        let before = at.checked_sub(1).map(|before| text.form(before));
        let voice = before.is_some_and(|form| self.setting.is_voice(form));
        let direct = before.is_some_and(informs);
        to || direct || voice || matches!(before, Some("ل" | "مع" | "الى"))
    }
}

/// Tokens from the word for a talk or a statement to the outlet that it came through.
const TALK: usize = 8;

/// Whether a form is of a verb whose object is whom it tells: أبلغت.
fn informs(form: &str) -> bool {
    ["ابلغ", "اخبر", "افاد", "حدث", "خص"].iter().any(|verb| form.contains(verb))
}
