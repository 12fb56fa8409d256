//! The scene: a text with its word classes and the cues in it, made once for all constructions. It finds cues and decides
//! about none of them.

mod around;
mod english;
mod finding;
mod other_words;
mod plurals;
mod words;

use crate::cues::{CueBook, Form, Hit, Nominal, Strength};
use crate::edges::{Shape, shape};
use crate::frames::Frames;
use isnad_ledger::{Name, NameKind, Stance};
use isnad_text::inflect::{Gender, Number};
use isnad_text::{ClassBook, Classes, Quotation, Text, TokenKind, Word};
use std::cell::OnceCell;
use std::ops::Range;
use words::{exceptions, known_head, named};

/// How far behind a cue a word can stand that makes it no report, in tokens.
const VETO_REACH: usize = 5;

/// A text and what is known of its words.
pub(crate) struct Scene<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// What is known of each token.
    pub words: Vec<Word>,
    /// The cues, by head token; several readings of one word lie together.
    pub cues: Vec<Cue>,
    /// The language's cues.
    pub book: &'a CueBook,
    /// Whether the language is Arabic.
    pub arabic: bool,
    cue_kinds: Vec<CueMark>,
    outer_quotes: Vec<u32>,
    named: Vec<Named>,
    /// What words look like, found when first asked for.
    shapes: Vec<OnceCell<Shape>>,
}

/// Whether a token is part of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// What it names, if anything.
    pub(crate) kind: Option<NameKind>,
    /// Whether the name goes on with the next token.
    pub(crate) goes_on: bool,
    /// Whether the name begins here.
    pub(crate) begins: bool,
}

/// A cue in the text.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// The token that carries it.
    pub head: usize,
    /// Its first stretch of tokens, negation included.
    pub tokens: Range<usize>,
    /// Its second stretch, for a multiword cue in two pieces.
    pub tail: Option<Range<usize>>,
    /// What it is.
    pub kind: CueKind,
    /// Its stance before context.
    pub stance: Stance,
    /// How content may be attached.
    pub frames: Frames,
    /// How much it says by itself.
    pub strength: Strength,
    /// Whether a negation is in it.
    pub negated: bool,
    /// Whether it carries a pronoun: أبلغه, فنّده.
    pub pronoun: bool,
}

/// What a cue is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CueKind {
    /// A verb, participle or noun.
    Lemma(Hit),
    /// A nominal cue.
    Nominal(Nominal),
}

/// What begins at a token, for finding where contents end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CueMark {
    /// No cue.
    #[default]
    None,
    /// A finite reporting verb.
    Finite,
    /// A participle that goes on.
    Participle,
    /// A nominal cue.
    Nominal,
}

impl<'a> Scene<'a> {
    /// Looks at every word of a text once.
    pub(crate) fn new(
        text: &'a Text<'a>,
        names: &[Name],
        classes: &ClassBook,
        book: &'a CueBook,
        arabic: bool,
    ) -> Scene<'a> {
        let count = text.tokens().len();
        let mut words: Vec<Word> = (0..count).map(|at| known_head(text, book, at, classes.word(text, at))).collect();
        if arabic {
            exceptions(text, &mut words);
        } else {
            english::exceptions(text, book, &mut words);
        }
        let mut outer_quotes = vec![0; count];
        for (number, quotation) in text.quotations().iter().enumerate().filter(|(_, q)| !q.nested && q.closed) {
            outer_quotes[quotation.tokens()].fill(number as u32 + 1);
        }
        let cue_kinds = vec![CueMark::None; count];
        let named = named(text, names);
        let shapes = vec![OnceCell::new(); count];
        let mut scene = Scene { text, words, cues: Vec::new(), book, arabic, cue_kinds, outer_quotes, named, shapes };
        for sentence in text.sentences() {
            scene.find_cues(sentence.clone());
        }
        scene
    }

    /// The cue that begins at a token, if any.
    pub(crate) fn cue_mark(&self, token: usize) -> CueMark {
        self.cue_kinds.get(token).copied().unwrap_or_default()
    }

    /// The readings of the cue word at a token.
    pub(crate) fn cues_at(&self, token: usize) -> &[Cue] {
        let from = self.cues.partition_point(|cue| cue.head < token);
        let to = self.cues.partition_point(|cue| cue.head <= token);
        &self.cues[from..to]
    }

    /// The outermost closed quotation around a token, its marks included.
    pub(crate) fn quotation(&self, token: usize) -> Option<&Quotation> {
        let number = *self.outer_quotes.get(token)?;
        self.text.quotations().get((number as usize).checked_sub(1)?)
    }

    /// Whether a token is part of a name.
    pub(crate) fn named(&self, token: usize) -> Named {
        self.named.get(token).copied().unwrap_or_default()
    }

    /// What a token looks like; nothing beyond the end.
    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.shapes.get(token).map_or(0, |known| *known.get_or_init(|| shape(self, token)))
    }

    /// The classes of a token; none beyond the end.
    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.words.get(token).map_or(Classes::default(), |word| word.classes)
    }

    /// The punctuation mark at a token; in English the colon of a clock time is none.
    pub(crate) fn mark(&self, token: usize) -> Option<char> {
        let mark = self.text.tokens().get(token)?.mark()?;
        let number = |at: usize| self.text.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
        let clock = mark == ':' && !self.arabic && token > 0 && number(token - 1) && number(token + 1);
        (!clock).then_some(mark)
    }

    /// The reading form of a token without a known conjunction.
    pub(crate) fn stem(&self, token: usize) -> &str {
        let form = self.text.form(token);
        if self.words[token].conjunction > 0 { form.strip_prefix(['و', 'ف']).unwrap_or(form) } else { form }
    }

    /// Whether a cue at a token has و written onto its front.
    pub(crate) fn begins_with_waw(&self, token: usize) -> bool {
        let form = self.text.form(token);
        form.strip_prefix('و').is_some_and(|rest| {
            let known = || !self.book.hits(form).is_empty() || self.book.head_of(form).is_some();
            self.words[token].conjunction > 0 || rest.len() > 4 && !known()
        })
    }

    /// Whether a token may carry a preposition at its front.
    pub(crate) fn may_have_preposition(&self, token: usize, preposition: char) -> bool {
        let Some(at) = self.text.tokens().get(token) else { return false };
        let form = self.text.form(token);
        let letter = form.strip_prefix(preposition);
        match self.words[token].preposition {
            Some(p) => p == preposition,
            None => {
                at.kind == TokenKind::Arabic
                    && letter.is_some_and(|rest| rest.is_empty() || rest.chars().count() >= 3)
                    && self.words[token].classes == Classes::default()
                    && self.book.head(form).is_none()
            }
        }
    }

    fn find_cues(&mut self, sentence: Range<usize>) {
        for at in sentence.clone() {
            let known = self.cues.len();
            let token = &self.text.tokens()[at];
            match token.kind {
                TokenKind::Arabic if self.arabic => self.find_arabic(at, &sentence),
                TokenKind::Latin if !self.arabic => {
                    for number in 0..self.book.hits(self.text.form(at)).len() {
                        let hit = self.book.hits(self.text.form(at))[number];
                        if !self.may_have_tail(at, &self.book.lemmas[usize::from(hit.lemma)].tail, &sentence) {
                            continue;
                        }
                        if let Some(hit) = english::in_context(self, at, hit, &sentence) {
                            self.add_lemma(at, hit, false, &sentence);
                        }
                    }
                }
                _ => continue,
            }
            self.prefer_negated(known);
            self.find_nominal(at, &sentence);
            if !self.arabic {
                self.find_around(at, &sentence);
            }
            self.find_origin(at, &sentence);
        }
    }
}

impl Cue {
    /// The reading of its word, if it is no nominal cue.
    pub(crate) fn hit(&self) -> Option<&Hit> {
        match &self.kind {
            CueKind::Lemma(hit) => Some(hit),
            CueKind::Nominal(_) => None,
        }
    }

    /// In which form it stands.
    pub(crate) fn form(&self) -> Option<Form> {
        self.hit().map(|hit| hit.form)
    }

    /// Whether its form asks for a plural subject before it.
    pub(crate) fn is_plural(&self) -> bool {
        self.hit().is_some_and(|hit| hit.number != Number::Singular)
    }

    /// The gender of its subject, where its form shows it.
    pub(crate) fn gender(&self) -> Option<Gender> {
        self.hit().and_then(|hit| hit.gender)
    }

    /// Whether the pronoun on it is what it reports, and no addressee: التي بثتها القناة.
    pub(crate) fn has_its_object(&self) -> bool {
        let more = Frames::TO.and(Frames::TO_PREP).and(Frames::BI).and(Frames::KA).and(Frames::NAMING);
        let more = more.and(Frames::ILA).and(Frames::ALA).and(Frames::BI_AN).and(Frames::BI_ANNA);
        self.pronoun && !self.frames.any(more)
    }

    /// The token after its first stretch.
    pub(crate) fn end(&self) -> usize {
        self.tokens.end
    }
}
