//! Which statements a caveat covers: what it names (the video, the army's account), else the nearest before it with those of
//! the same teller in its sentence; of several claims all that this teller says up to there, of either account both.

use super::book::Marks;
use super::find::{Found, find};
use super::{Setting, not_said};
use isnad_ledger::{Caveat, CaveatBy, Span, Stance, Statement};
use isnad_text::{Classes, TokenKind};
use std::ops::Range;

/// How many statements before a caveat are looked at.
const REACH: usize = 40;

/// Lays the caveats of a text over its statements, whose speakers are resolved.
pub(crate) fn lay(setting: &Setting<'_>, statements: &mut [Statement]) {
    let caveats = find(setting);
    if caveats.is_empty() {
        return;
    }
    let contents = statements.iter().flat_map(|s| s.content.iter().map(|span| setting.text.tokens_in(*span)));
    for caveat in not_said(caveats, contents) {
        let covered = if caveat.of_source {
            setting.holder(&caveat, statements).into_iter().collect()
        } else {
            setting.covered(&caveat, statements)
        };
        let by = if caveat.of_source { CaveatBy::Source } else { CaveatBy::Publisher };
        let span = setting.words(&caveat);
        for at in covered {
            statements[at].caveat.get_or_insert_with(|| Caveat { span, by, kind: "unverified".to_owned() });
        }
    }
}

/// Where a statement begins: its place in the order of statements.
fn start(statement: &Statement) -> u32 {
    statement.cue.iter().chain(&statement.content).map(|span| span.start()).min().unwrap_or(0)
}

/// Whether a statement says something that can be checked.
fn can_be_checked(statement: &Statement) -> bool {
    !matches!(statement.stance, Stance::NoComment | Stance::Demands)
}

/// Who of those that passed it on is nearest to the reader.
fn teller(statement: &Statement) -> Option<&str> {
    statement.chain.first().or(statement.speaker.as_ref()).map(String::as_str)
}

impl Setting<'_> {
    /// The words of a caveat, without a conjunction written onto the first.
    fn words(&self, caveat: &Found) -> Span {
        let span = self.text.span(caveat.tokens.clone());
        let joined = self.book.openings.longest_within(self.text, caveat.tokens.start);
        let letters = joined.and_then(|found| found.proclitic).map_or(0, |cut| u32::from(cut.letters));
        self.text.points(span.start() + letters, span.end())
    }

    /// The innermost statement in whose content a source's own caveat stands, or the nearest before it in its sentence.
    fn holder(&self, caveat: &Found, statements: &[Statement]) -> Option<usize> {
        let opening = self.text.span(caveat.opening..caveat.opening + 1);
        let before = self.before(opening.start(), statements);
        let holds = |at: &usize| statements[*at].content.iter().any(|content| content.contains(opening));
        let sentence = self.text.sentence_of(caveat.opening);
        let near = |at: &usize| self.sentence(&statements[*at]) == sentence;
        before.clone().rev().find(holds).or_else(|| before.rev().find(near))
    }

    /// The last statements that begin before a place.
    fn before(&self, point: u32, statements: &[Statement]) -> Range<usize> {
        let end = statements.partition_point(|s| start(s) < point);
        end.saturating_sub(REACH)..end
    }

    fn sentence(&self, statement: &Statement) -> usize {
        self.text.sentence_of(self.text.token_at(start(statement)))
    }

    fn paragraph(&self, statement: &Statement) -> usize {
        self.text.paragraph_of(self.text.token_at(start(statement)))
    }

    fn covered(&self, caveat: &Found, statements: &[Statement]) -> Vec<usize> {
        let sentence = self.text.sentence_of(caveat.opening);
        let before = self.before(self.text.span(caveat.opening..caveat.opening + 1).start(), statements);
        let checked = || before.clone().rev().filter(|at| can_be_checked(&statements[*at]));
        let here = |at: &usize| self.sentence(&statements[*at]) == sentence;
        let in_sentence = checked().any(|at| here(&at));
        if caveat.relative && !in_sentence {
            let later = before.end..statements.len().min(before.end + REACH);
            let later: Vec<usize> = later.take_while(here).filter(|at| can_be_checked(&statements[*at])).collect();
            if !later.is_empty() {
                return later;
            }
        }
        // The paragraph of the caveat, or the one before if nothing is said in it.
        let own = self.text.paragraph_of(caveat.opening);
        let Some(nearest) = checked().next() else { return Vec::new() };
        let paragraph = self.paragraph(&statements[nearest]);
        if paragraph + 1 < own {
            return Vec::new();
        }
        let passage = || checked().filter(|at| self.paragraph(&statements[*at]) == paragraph);
        let named = self.named(caveat);
        let named = if in_sentence { None } else { self.meant(&named, passage(), statements) };
        let base = named.unwrap_or(nearest);
        let told_with = |at: &usize| teller(&statements[*at]) == teller(&statements[base]);
        let said = |marks: Marks| named.is_none() && caveat.object.clone().any(|at| self.marks(at).any(marks));
        if !said(Marks::EACH.and(Marks::CLAIMS).and(Marks::FACTS)) {
            let alike = |at: &usize| self.sentence(&statements[*at]) == self.sentence(&statements[base]);
            return passage().filter(|at| alike(at) && told_with(at)).collect();
        }
        // Several claims are what one teller says from there, or all that the passage says.
        let run: Vec<usize> = checked().take_while(told_with).collect();
        let every = said(Marks::EACH) || said(Marks::CLAIMS) && run.len() < 2 && !in_sentence;
        if every { passage().collect() } else { run }
    }

    /// The words of what could not be verified that say more than "the claim".
    fn named(&self, caveat: &Found) -> Vec<&str> {
        let closed = Classes::PREPOSITION
            .and(Classes::PRONOUN)
            .and(Classes::DEMONSTRATIVE)
            .and(Classes::DETERMINER)
            .and(Classes::POSSESSIVE)
            .and(Classes::NEGATION)
            .and(Classes::AUXILIARY)
            .and(Classes::ADVERB)
            .and(Classes::RELATIVE)
            .and(Classes::CONJUNCTION)
            .and(Classes::COMPLEMENTISER)
            .and(Classes::TIME)
            .and(Classes::CLAUSE);
        let general = Marks::CLAIM
            .and(Marks::CLAIMS)
            .and(Marks::EACH)
            .and(Marks::FACTS)
            .and(Marks::INDEPENDENT)
            .and(Marks::BETWEEN)
            .and(Marks::NOTHING);
        let words = caveat.object.clone().filter(|at| {
            let word = matches!(self.text.tokens()[*at].kind, TokenKind::Arabic | TokenKind::Latin);
            word && !self.classes(*at).any(closed) && !self.marks(*at).any(general)
        });
        words.map(|at| self.stem(at)).filter(|stem| stem.chars().count() > 2).collect()
    }

    /// The nearest statement whose source, or failing that whose content, has one of some words.
    fn meant(
        &self,
        words: &[&str],
        passage: impl Iterator<Item = usize> + Clone,
        statements: &[Statement],
    ) -> Option<usize> {
        let has = |spans: &[Span]| {
            let mut tokens = spans.iter().flat_map(|span| self.text.tokens_in(*span).take(super::clause::CLAUSE));
            tokens.any(|at| words.contains(&self.stem(at)))
        };
        let content = || passage.clone().find(|at| has(&statements[*at].content));
        passage.clone().find(|at| has(&statements[*at].source)).or_else(content)
    }

    /// A word without article, conjunction, possessive and plural s, roughly.
    fn stem(&self, at: usize) -> &str {
        let form = self.text.form(at);
        if self.arabic {
            let bare = form.strip_prefix(['و', 'ب', 'ل']).filter(|rest| rest.starts_with("ال")).unwrap_or(form);
            return bare.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(bare);
        }
        let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix('\'')).unwrap_or(form);
        bare.strip_suffix('s').filter(|rest| rest.len() > 3).unwrap_or(bare)
    }
}
