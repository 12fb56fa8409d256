//! The cues of a language: which written forms may say that something is being reported. A hit is a possibility; the
//! resolver decides whether it reports anything.

mod arabic;
mod english;

use crate::frames::Frames;
use isnad_languages::Row;
use isnad_ledger::Stance;
use isnad_text::PhraseBook;
use isnad_text::inflect::{Gender, Number};
use rustc_hash::FxHashMap;

/// A cue as the tables have it.
#[derive(Clone, Debug)]
pub(crate) struct Lemma {
    /// Stance of the plain cue.
    pub stance: Stance,
    /// How content may be attached.
    pub frames: Frames,
    /// How much a hit says by itself.
    pub strength: Strength,
    /// Words, in reading form, that make it no report when they follow.
    pub veto: Box<[Box<str>]>,
    /// Words, in reading form, that belong to the cue and follow it.
    pub tail: Box<[Box<str>]>,
    /// Whether it is a cue only with a negation before it.
    pub negated: bool,
}

impl Lemma {
    /// A single word from a row of `reporting_verbs`.
    fn word(row: &isnad_languages::Row<'_, '_>) -> Lemma {
        Lemma {
            stance: stance(row.get("stance")),
            frames: Frames::read(row.list("frames")),
            strength: strength(row.get("strength")),
            veto: veto_words(row),
            tail: Box::default(),
            negated: false,
        }
    }

    /// Several words from a row of `reporting_phrases`.
    fn phrase(row: &isnad_languages::Row<'_, '_>) -> Lemma {
        let negated = row.get("negated") == "yes";
        Lemma { strength: Strength::Strong, tail: words(row.get("tail")), negated, ..Lemma::word(row) }
    }
}

/// How much a hit says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the definitions")]
pub(crate) enum Strength {
    Weak,
    Medium,
    Strong,
}

/// In which form a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Finite, past.
    Past,
    /// Finite, present.
    Present,
    /// A participle that goes on with a sentence: مضيفا, saying.
    Participle,
    /// A noun: قوله, claim.
    Noun,
    /// A form that can only be passive.
    Passive,
}

/// One reading of a written form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Which lemma.
    pub lemma: u16,
    /// Which form.
    pub form: Form,
    /// Number of the subject.
    pub number: Number,
    /// Gender of the subject, where the form shows it.
    pub gender: Option<Gender>,
    /// Whether it needs a negation before it.
    pub jussive: bool,
}

/// What follows a nominal cue (بحسب, according to).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Follows {
    /// The source.
    Source,
    /// A source written with ل: وفقا لـ.
    SourceWithLi,
    /// A reporting verb, then the source: وفق ما أفاد به.
    Verb,
    /// Nothing: the source is the possessive in it: على حد قوله.
    Nothing,
    /// Nothing: the clause around it is the content, and the source is not said: allegedly.
    Clause,
    /// Nothing: the source stands between its two pieces: in her view.
    Around,
    /// A source that passed it on: نقلا عن.
    Relay,
    /// Whom one who passed it on has it from, without a noun of speech: نقلت الوكالة عن مصدر أن.
    Origin,
}

/// A nominal cue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nominal {
    /// Its stance.
    pub stance: Stance,
    /// What follows it.
    pub follows: Follows,
    /// Which of the book's vetoes is its.
    pub veto: u16,
}

/// A common noun that can head a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    /// What a source with this head is.
    pub kind: isnad_ledger::SourceKind,
    /// Whether it denotes people.
    pub human: bool,
    /// Whether the word is a plural.
    pub plural: bool,
    /// Whether it is a title or a role.
    pub role: bool,
    /// Gender of the word; a human plural has none.
    pub gender: Option<Gender>,
}

/// The gender of an Arabic noun by its ending, in reading form; one that shows none is masculine only if `known`, a noun in
/// the singular that a table has. The plural of things is feminine.
pub(crate) fn noun_gender(noun: &str, known: bool, plural: bool, human: bool) -> Option<Gender> {
    let long = noun.chars().count() >= 4;
    match plural {
        true if human => noun.ends_with("ون").then_some(Gender::Masculine),
        true => Some(Gender::Feminine),
        false if long && (noun.ends_with('ة') || noun.ends_with("ات")) => Some(Gender::Feminine),
        false => known.then_some(Gender::Masculine),
    }
}

/// All cues of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct CueBook {
    /// Lemmas, by number.
    pub lemmas: Vec<Lemma>,
    forms: FxHashMap<Box<str>, Vec<Hit>>,
    /// Nominal cues.
    pub nominals: PhraseBook<Nominal>,
    /// Words, in reading form, behind which a nominal cue is none (بحسب الحاجة), by number.
    pub vetoes: Vec<Box<[Box<str>]>>,
    heads: FxHashMap<Box<str>, Head>,
    owned: FxHashMap<Box<str>, Vec<(Box<str>, Stance)>>,
    form_words: FxHashMap<Box<str>, FormWord>,
}

/// What an English word says of the forms of verbs around it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FormWord {
    /// It is a verb whose plain form is as often a noun.
    pub noun: bool,
    /// A verb may stand behind it without a noun, in this number.
    pub alone: Option<Number>,
    /// It ends as adverbs do and is none.
    pub no_adverb: bool,
}

impl CueBook {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &isnad_languages::Tables, language: &str) -> CueBook {
        let mut book = CueBook::default();
        if language == "ar" {
            arabic::read(tables, &mut book)
        } else {
            english::read(tables, &mut book)
        }
        book
    }

    /// The readings of a form.
    pub(crate) fn hits(&self, form: &str) -> &[Hit] {
        self.forms.get(form).map_or(&[], Vec::as_slice)
    }

    /// The prepositions behind which an English noun with its owner is a cue, each with the cue's stance: in ~ view.
    pub(crate) fn owned(&self, noun: &str) -> &[(Box<str>, Stance)] {
        self.owned.get(noun).map_or(&[], Vec::as_slice)
    }

    /// What an English word says of the forms of verbs around it.
    pub(crate) fn form_word(&self, form: &str) -> FormWord {
        self.form_words.get(form).copied().unwrap_or_default()
    }

    /// The source head that a form is.
    pub(crate) fn head(&self, form: &str) -> Option<Head> {
        self.heads.get(form).copied()
    }

    /// The lemma of a noun of speech or thought.
    fn noun(&mut self, row: &Row<'_, '_>) -> u16 {
        self.lemma(Lemma {
            stance: stance(row.get("stance")),
            frames: Frames::read(row.list("frames")),
            strength: Strength::Medium,
            veto: Box::default(),
            tail: Box::default(),
            negated: false,
        })
    }

    fn nominal(&mut self, row: &Row<'_, '_>, phrases: &[String], follows: Follows) {
        let veto = self.vetoes.len() as u16;
        self.vetoes.push(veto_words(row));
        for phrase in phrases {
            self.nominals.insert(phrase, Nominal { stance: stance(row.get("stance")), follows, veto });
        }
    }

    /// The source head that an Arabic form is, also in the accusative (مصدرا) and with a possessive (عائلته).
    pub(crate) fn head_of(&self, form: &str) -> Option<Head> {
        self.head(form).or_else(|| form.strip_suffix('ا').and_then(|stem| self.head(stem))).or_else(|| {
            isnad_text::enclitics(form).find_map(|(stem, _)| {
                let with_ta = stem.strip_suffix('ت').map(|base| format!("{base}ة"));
                self.head(stem).or_else(|| with_ta.and_then(|stem| self.head(&stem)))
            })
        })
    }

    fn lemma(&mut self, lemma: Lemma) -> u16 {
        self.lemmas.push(lemma);
        (self.lemmas.len() - 1).min(usize::from(u16::MAX)) as u16
    }

    fn form(&mut self, form: &str, hit: Hit) {
        let hits = self.forms.entry(form.into()).or_default();
        if !hits.iter().any(|h| h.lemma == hit.lemma && h.form == hit.form) {
            hits.push(hit);
        }
    }

    fn add_head(&mut self, word: &str, head: Head) {
        let known = self.heads.entry(isnad_text::normalise(word).into()).or_insert(head);
        known.role |= head.role;
    }
}

fn stance(code: &str) -> Stance {
    match code {
        "alleges" => Stance::Alleges,
        "accuses" => Stance::Accuses,
        "believes" => Stance::Believes,
        "doubts" => Stance::Doubts,
        "denies" => Stance::Denies,
        "demands" => Stance::Demands,
        "expects" => Stance::Expects,
        "no_comment" => Stance::NoComment,
        _ => Stance::Asserts,
    }
}

fn strength(code: &str) -> Strength {
    match code {
        "strong" => Strength::Strong,
        "weak" => Strength::Weak,
        _ => Strength::Medium,
    }
}

fn kind(code: &str) -> isnad_ledger::SourceKind {
    use isnad_ledger::SourceKind;
    match code {
        "person" => SourceKind::Person,
        "organisation" => SourceKind::Organisation,
        "media" => SourceKind::Media,
        "document" => SourceKind::Document,
        _ => SourceKind::Anonymous,
    }
}

fn veto_words(row: &Row<'_, '_>) -> Box<[Box<str>]> {
    row.list("veto").map(|word| isnad_text::normalise(word).into()).collect()
}

fn words(phrase: &str) -> Box<[Box<str>]> {
    isnad_text::normalise(phrase).split_whitespace().map(Box::from).collect()
}
