//! Words by which sources are told apart: heads with their English glosses, adjectives, numbers, pronouns. It reads tables
//! and no text.

use isnad_languages::{Row, Tables};
use isnad_ledger::SourceKind;
use isnad_text::{normalise, proclitics};
use rustc_hash::{FxHashMap, FxHashSet};

/// A head noun.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// What it makes of a source.
    pub(crate) kind: SourceKind,
    /// Its dictionary form: the same for singular and plural.
    pub(crate) lemma: Box<str>,
    /// In English, in the number of the form.
    pub(crate) gloss: Box<str>,
    /// In English, of one.
    pub(crate) one: Box<str>,
    /// In English, of several.
    pub(crate) several: Box<str>,
    /// Whether the form is plural.
    pub(crate) plural: bool,
    /// Whether it is a role rather than a sort of people.
    pub(crate) role: bool,
}

impl Head {
    fn of(row: &Row<'_, '_>, role: bool, form: &str, plural: bool) -> Head {
        let kind = match row.get("kind") {
            "document" => SourceKind::Document,
            "media" => SourceKind::Media,
            "organisation" => SourceKind::Organisation,
            "anonymous" => SourceKind::Anonymous,
            _ => SourceKind::Person,
        };
        let filled = |column| Some(row.get(column)).filter(|gloss: &&str| !gloss.is_empty());
        let one = filled("gloss").unwrap_or(form);
        let several = filled("gloss_plural").unwrap_or(one);
        Head {
            kind,
            lemma: normalise(row.list("word").next().unwrap_or_default()).into(),
            gloss: if plural { several } else { one }.into(),
            one: one.into(),
            several: several.into(),
            plural,
            role: role || kind == SourceKind::Person,
        }
    }
}

/// An adjective of a source.
#[derive(Clone, Debug)]
pub(crate) struct Modifier {
    /// In English.
    pub(crate) gloss: Box<str>,
    /// Where it stands before a noun.
    pub(crate) rank: Rank,
}

/// The order of English adjectives: senior Syrian security official.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Quality,
    Nationality,
    Field,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    heads: FxHashMap<Box<str>, Head>,
    glosses: FxHashMap<Box<str>, Modifier>,
    /// Places and institutions in Arabic, with their English names.
    places: FxHashMap<Box<str>, Box<str>>,
    /// Nouns before a place's name that say what it is: مدينة, قرية.
    place_kinds: FxHashMap<Box<str>, Box<str>>,
    /// Words of organisations' names, in English.
    parts: FxHashMap<Box<str>, Box<str>>,
    /// The adjective of a country in the possessive: Syria's.
    adjectives: FxHashMap<Box<str>, Box<str>>,
    media: FxHashSet<Box<str>>,
    ngos: FxHashSet<Box<str>>,
    organisations: FxHashSet<Box<str>>,
    classes: FxHashMap<Box<str>, Vec<Box<str>>>,
    pub(crate) arabic: bool,
}

impl Words {
    /// Reads the tables of `ar` or `en`.
    pub(crate) fn new(tables: &Tables, language: &str) -> Words {
        let mut words = Words { arabic: language == "ar", ..Words::default() };
        // A word's own row goes before the feminine of another: والدة is no father.
        for (column, plural) in [("word", false), ("feminine", false), ("plural", true)] {
            for table in ["source_heads", "roles"] {
                for row in tables.table(language, table).rows() {
                    for form in row.list(column) {
                        let head = Head::of(&row, table == "roles", form, plural);
                        words.heads.entry(normalise(form).into()).or_insert(head);
                    }
                }
            }
        }
        for row in tables.table(language, "modifiers").rows() {
            let gloss = row.get("gloss").split('|').next().unwrap_or_default();
            let rank = match row.get("class") {
                "nationality" => Rank::Nationality,
                "field" => Rank::Field,
                _ => Rank::Quality,
            };
            for form in row.list("word") {
                words.glosses.insert(normalise(form).into(), Modifier { gloss: gloss.into(), rank });
            }
        }
        for row in tables.table(language, "speaker_words").rows() {
            if row.get("class") == "empty" {
                let empty = || Modifier { gloss: "".into(), rank: Rank::Quality };
                words.glosses.extend(row.list("word").map(|word| (normalise(word).into(), empty())));
            }
            for word in row.list("word").map(normalise) {
                // As it is before a pronoun: رواية, روايته.
                let open = word.strip_suffix('ة').map(|stem| format!("{stem}ت"));
                for form in open.into_iter().chain([word]) {
                    words.classes.entry(form.into()).or_default().push(row.get("class").into());
                }
            }
        }
        for row in tables.table("shared", "name_countries").rows() {
            let gloss: Box<str> = row.list("adjective").next().unwrap_or_default().into();
            let owners = row.list("english").map(|name| format!("{}'s", normalise(name)).into());
            words.adjectives.extend(owners.map(|owner: Box<str>| (owner, gloss.clone())));
            for form in row.list("nisba") {
                words
                    .glosses
                    .insert(normalise(form).into(), Modifier { gloss: gloss.clone(), rank: Rank::Nationality });
            }
        }
        if words.arabic {
            words.read_places(tables);
        }
        for row in tables.table("shared", "organisations").rows() {
            let key = Box::from(format!("org:{}", row.get("key")));
            match row.get("kind") {
                "media" => words.media.insert(key),
                "ngo" => words.ngos.insert(key.clone()) && words.organisations.insert(key),
                _ => words.organisations.insert(key),
            };
        }
        words
    }

    fn read_places(&mut self, tables: &Tables) {
        for row in tables.table("shared", "places").rows() {
            let Some(english) = row.list("en").next() else { continue };
            for name in row.list("ar") {
                self.places.entry(normalise(name).into()).or_insert_with(|| english.into());
            }
        }
        for row in tables.table("shared", "name_institutions").rows() {
            let mut english = row.get("name").to_owned();
            for country in [" ({country})", " of {country}", "{adjective} "] {
                english = english.replace(country, "");
            }
            for name in row.list("arabic") {
                self.places.entry(normalise(name).into()).or_insert_with(|| english.as_str().into());
            }
        }
        for row in tables
            .table("ar", "place_kinds")
            .rows()
            .filter(|row| matches!(row.get("role"), "is" | "named") || row.get("kinds").starts_with("region|"))
        {
            let kind = match row.list("kinds").next().unwrap_or("place") {
                "region" => "area",
                "division" => "province",
                "quarter" => "neighbourhood",
                kind => kind,
            };
            self.place_kinds.extend(row.list("words").map(|word| (normalise(word).into(), Box::from(kind))));
        }
        for row in tables.table("shared", "name_glosses").rows() {
            let Some(english) = row.list("english").next() else { continue };
            for word in row.list("arabic").map(normalise) {
                let lexicon = if word.contains(' ') { &mut self.places } else { &mut self.parts };
                lexicon.entry(word.into()).or_insert_with(|| english.into());
            }
        }
    }

    /// The head that a word in reading form is, whatever is written onto its front.
    pub(crate) fn head(&self, form: &str) -> Option<&Head> {
        if let Some(head) = self.heads.get(form) {
            return Some(head);
        }
        if !self.arabic {
            return self.heads.get(form.strip_suffix("'s")?);
        }
        proclitics(form).skip(1).find_map(|cut| self.dual(cut.stem)).or_else(|| self.dual(form))
    }

    /// The head that words in reading form are, as they stand in the table.
    pub(crate) fn exact(&self, words: &str) -> Option<&Head> {
        self.heads.get(words)
    }

    fn dual(&self, stem: &str) -> Option<&Head> {
        let bare = stem.strip_suffix('ا').filter(|bare| bare.len() > 4);
        let two = stem.strip_suffix("ين").or_else(|| stem.strip_suffix("ان"));
        let found = [Some(stem), bare, two].into_iter().flatten().find_map(|form| self.heads.get(form));
        // ممثلو, مسؤولي: a plural before what it belongs to.
        let construct = || self.heads.get(format!("{stem}ن").as_str()).filter(|head| head.plural);
        found.or_else(|| construct().filter(|_| stem.len() > 8 && stem.ends_with(['و', 'ي'])))
    }

    /// Whether a word in reading form is the dual of a head: مسؤولان, مصدرين.
    pub(crate) fn is_dual(&self, form: &str) -> bool {
        let two = |stem: &str| {
            let bare = stem.strip_suffix("ين").or_else(|| stem.strip_suffix("ان"));
            !self.heads.contains_key(stem) && bare.is_some_and(|bare| self.heads.get(bare).is_some_and(|h| !h.plural))
        };
        self.arabic && !self.heads.contains_key(form) && proclitics(form).any(|cut| two(cut.stem))
    }

    /// The English gloss of an adjective, masculine or feminine, with or without the article.
    pub(crate) fn gloss(&self, form: &str) -> Option<&Modifier> {
        let bare = form.strip_prefix("ال").unwrap_or(form);
        let stems = [bare, bare.strip_suffix('ة').unwrap_or(bare), bare.trim_end_matches('ا')];
        let more = ["ون", "ين", "ان", "يين", "ات"].iter().filter_map(|ending| bare.strip_suffix(ending));
        stems.into_iter().chain(more).find_map(|stem| self.glosses.get(stem))
    }

    /// Whether a word in reading form is of a class of `speaker_words`.
    pub(crate) fn is(&self, form: &str, class: &str) -> bool {
        self.classes.get(form).is_some_and(|known| known.iter().any(|known| **known == *class))
    }

    /// The English name of the place that words in reading form name.
    pub(crate) fn place(&self, words: &str) -> Option<&str> {
        self.places.get(words).map(|name| &**name)
    }

    /// Syrian for Syria's.
    pub(crate) fn adjective(&self, form: &str) -> Option<&str> {
        self.adjectives.get(form).map(|adjective| &**adjective)
    }

    /// What kind of place a noun says: town, camp.
    pub(crate) fn place_kind(&self, form: &str) -> Option<&str> {
        self.place_kinds.get(form.strip_prefix("ال").unwrap_or(form)).map(|kind| &**kind)
    }

    /// The English for a word that organisations' names are made of.
    pub(crate) fn part(&self, form: &str) -> Option<&str> {
        self.parts.get(form.strip_prefix("ال").unwrap_or(form)).map(|part| &**part)
    }

    /// Whether an organisation passes on what people tell it without being an outlet.
    pub(crate) fn is_ngo(&self, key: &str) -> bool {
        self.ngos.contains(key)
    }

    /// Whether an organisation is known to be an outlet; `None` if the table does not hold it.
    pub(crate) fn is_media(&self, key: &str) -> Option<bool> {
        if self.media.contains(key) {
            return Some(true);
        }
        self.organisations.contains(key).then_some(false)
    }
}

/// A number of people said in a word or in digits.
pub(crate) fn number(form: &str) -> Option<u32> {
    let word = match form {
        "one" | "واحد" | "احد" | "احدى" | "احدهم" | "احدهما" | "احداهن" | "احدهن" => 1,
        "two" | "both" | "اثنان" | "اثنين" | "اثنتان" | "اثنتين" => 2,
        "three" | "ثلاثة" | "ثلاث" => 3,
        "four" | "اربعة" | "اربع" => 4,
        "five" | "خمسة" | "خمس" => 5,
        "six" | "ستة" | "ست" => 6,
        "seven" | "سبعة" | "سبع" => 7,
        "eight" | "ثمانية" | "ثماني" => 8,
        "nine" | "تسعة" | "تسع" => 9,
        "ten" | "عشرة" | "عشر" => 10,
        _ => return form.parse().ok(),
    };
    Some(word)
}

/// A small number in English words.
pub(crate) fn spelled(number: u32) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number as usize).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
