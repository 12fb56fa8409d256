//! Word classes from closed lists and from shape: what a phrase reader can know of a word without a parser. It reads the
//! tables `classes` and `common_verbs` of a language and the shared `places`, and knows no source and no cue.

use crate::clitic::{Proclitic, enclitics, proclitics};
use crate::inflect::{EnglishForm, Number, english_verb_forms, verb_forms};
use crate::{Text, TokenKind, normalise};
use isnad_languages::Tables;
use rustc_hash::FxHashMap;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u32);

macro_rules! classes {
    ($($name:ident $word:literal $bit:literal $doc:literal;)*) => {
        impl Classes {
            $(#[doc = $doc] pub const $name: Classes = Classes(1 << $bit);)*

            /// All classes with their names in the tables.
            pub const ALL: &'static [(&'static str, Classes)] = &[$(($word, Classes::$name),)*];

            fn named(name: &str) -> Option<Classes> {
                match name {
                    $($word => Some(Classes::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    PREPOSITION "preposition" 0 "A preposition written as a word of its own.";
    COMPLEMENTISER "complementiser" 1 "أن, إن, that …, with pronouns.";
    COMPLEMENT_PREPOSITION "complement_preposition" 2 "A preposition that may stand before a complementiser.";
    CLAUSE "clause" 3 "A word that begins a clause.";
    CONTRAST "contrast" 4 "A word that sets a clause against the one before.";
    RELATIVE "relative" 5 "A relative pronoun.";
    NEGATION "negation" 6 "A negation.";
    DEMONSTRATIVE "demonstrative" 7 "A demonstrative.";
    PRONOUN "pronoun" 8 "A personal pronoun.";
    AUXILIARY "auxiliary" 9 "An auxiliary verb.";
    PARTICLE "particle" 10 "A particle before a verb.";
    ADVERB "adverb" 11 "An adverb that may stand between a verb and its subject.";
    TIME "time" 12 "A word of time.";
    MEDIUM "medium" 13 "Something in which people speak: a statement, an interview.";
    EVENT_NOUN "event_noun" 14 "A noun that begins a content without a complementiser.";
    POSSESSED "possessed" 15 "A noun of speech with a possessive: قوله.";
    DETERMINER "determiner" 16 "An English determiner.";
    POSSESSIVE "possessive" 17 "An English possessive.";
    CONJUNCTION "conjunction" 18 "An English coordinating conjunction.";
    VERB "common_verb" 19 "A form of a common verb.";
    BYLINE "byline" 21 "A verb that names the writer of a report in a line of its own.";
    INTERROGATIVE "interrogative" 22 "A word that opens a question.";
    MODIFIER "modifier" 23 "An Arabic adjective that qualifies sources: أمني, محلي.";
    PLURAL_VERB "plural_verb" 20 "A plural or dual verb form: its subject stands before it.";
    PLACE "place" 24 "The name of a place, if it is one word and no everyday word.";
    STATE "state" 25 "The name of a state or of a seat of government, which may speak: دمشق.";
}

impl Classes {
    /// Both sets together.
    pub const fn and(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// The first without the second.
    pub const fn without(self, other: Classes) -> Classes {
        Classes(self.0 & !other.0)
    }

    /// Whether any class is in both sets.
    pub fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }
}

/// What is known of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Its classes.
    pub classes: Classes,
    /// Letters of a conjunction (و, ف) at its front, if what follows is a known word.
    pub conjunction: u8,
    /// A preposition written onto it (ب, ل, ك).
    pub preposition: Option<char>,
    /// Whether it has the article.
    pub article: bool,
}

/// The word classes of one language.
#[derive(Clone, Debug)]
pub struct ClassBook {
    words: FxHashMap<Box<str>, Classes>,
    arabic: bool,
}

impl ClassBook {
    /// Reads the tables of a language, `ar` or `en`.
    pub fn new(tables: &Tables, language: &str) -> ClassBook {
        let mut words: FxHashMap<Box<str>, Classes> = FxHashMap::default();
        let mut add = |form: &str, class: Classes| {
            let entry = words.entry(form.into()).or_default();
            *entry = entry.and(class);
        };
        for row in tables.table(language, "classes").rows() {
            let Some(class) = Classes::named(row.get("class")) else { continue };
            for word in row.list("words") {
                let form = normalise(word);
                add(&form, class);
                if class == Classes::EVENT_NOUN {
                    possessed(&form).for_each(|form| add(&form, class));
                }
            }
        }
        for row in tables.table("shared", "places").rows() {
            let state = row.get("kind") == "country" || row.list("flags").any(|flag| flag == "seat");
            let everyday = row.list("flags").any(|flag| matches!(flag, "word" | "common"));
            let class = if state { Classes::STATE.and(Classes::PLACE) } else { Classes::PLACE };
            for name in row.list(language).filter(|name| !everyday && !name.contains([' ', '~'])) {
                add(&normalise(name), class);
            }
        }
        if language == "en" {
            for row in tables.table(language, "common_verbs").rows() {
                for (form, value) in english_verb_forms(row.get("lemma"), row.get("past"), row.get("participle"), "") {
                    // Plain and third-person forms (raid, raids) are as often nouns.
                    if matches!(value, EnglishForm::Past) {
                        add(&form, Classes::VERB);
                    }
                }
            }
            return ClassBook { words, arabic: false };
        }
        for row in tables.table(language, "modifiers").rows() {
            let word = normalise(row.get("word"));
            for ending in ["", "ة", "ا", "ين", "ون", "ات", "ان"] {
                add(&format!("{word}{ending}"), Classes::MODIFIER);
            }
        }
        for row in tables.table(language, "common_verbs").rows() {
            for (form, value) in verb_forms(row.get("past"), row.get("present")) {
                // Two-letter forms and first persons are more often something else.
                if form.chars().count() < 3 || value.first_person || value.passive || value.jussive {
                    continue;
                }
                let plural = value.number != Number::Singular;
                add(&form, if plural { Classes::VERB.and(Classes::PLURAL_VERB) } else { Classes::VERB });
            }
        }
        ClassBook { words, arabic: true }
    }

    /// The classes of a word in reading form.
    pub fn classes(&self, form: &str) -> Classes {
        self.words.get(form).copied().unwrap_or_default()
    }

    /// What is known of a token.
    pub fn word(&self, text: &Text<'_>, token: usize) -> Word {
        let at = &text.tokens()[token];
        let form = text.form(token);
        if at.kind != TokenKind::Arabic || !self.arabic {
            return Word { classes: self.classes(form), ..Word::default() };
        }
        let whole = self.classes(form);
        if whole != Classes::default() {
            return Word { classes: whole, article: has_article(text, token, form), ..Word::default() };
        }
        let cut = proclitics(form).skip(1).find(|cut| {
            let known = self.classes(cut.stem) != Classes::default();
            // ب, ل and ك go onto nouns only.
            let verb = self.classes(cut.stem).any(Classes::VERB.and(Classes::AUXILIARY));
            // سيقول, but not سكان: س goes onto imperfects only.
            let fits = match cut.preposition {
                Some('س') => verb && cut.stem.starts_with(['ي', 'ت', 'ن', 'ا']),
                Some(_) => !verb,
                None => true,
            };
            known && fits && !(cut.article && verb)
        });
        if let Some(cut) = cut {
            let classes = self.classes(cut.stem);
            // السورية is no سورية: a place's name has its own article, if any.
            let place = if cut.article { Classes::PLACE.and(Classes::STATE) } else { Classes::default() };
            return self.cut_word(cut, classes.without(place));
        }
        if let Some((stem, _)) = enclitics(form).find(|(stem, _)| self.classes(stem).any(Classes::VERB)) {
            return Word { classes: self.classes(stem), ..Word::default() };
        }
        let article = has_article(text, token, form);
        let clipped = proclitics(form).skip(1).find(|cut| cut.article && cut.stem.len() >= 4);
        match clipped {
            Some(cut) if !article => self.cut_word(cut, Classes::default()),
            _ => Word { article, ..Word::default() },
        }
    }

    fn cut_word(&self, cut: Proclitic<'_>, classes: Classes) -> Word {
        Word {
            classes,
            conjunction: u8::from(cut.conjunction.is_some()),
            preposition: cut.preposition.filter(|p| *p != 'س'),
            article: cut.article,
        }
    }
}

/// A noun with the third person's possessives: إصابة → إصابته, إصابتها …
fn possessed(noun: &str) -> impl Iterator<Item = String> {
    let stem = noun.strip_suffix('ة').map_or_else(|| noun.to_owned(), |stem| format!("{stem}ت"));
    ["ه", "ها", "هم", "هما"].into_iter().map(move |pronoun| format!("{stem}{pronoun}"))
}

/// Whether a word begins with the article, as المدينة does and ألبانيا and إلى do not.
fn has_article(text: &Text<'_>, token: usize, form: &str) -> bool {
    form.len() > 6 && form.starts_with("ال") && !text.tokens()[token].has_hamza()
}
