//! Words by which sources are told apart: heads with their English glosses, adjectives, numbers, pronouns. It reads tables
//! and no text.

use isnad_languages::Tables;
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
    /// Whether the form is plural.
    pub(crate) plural: bool,
    /// Whether it is a role rather than a sort of people.
    pub(crate) role: bool,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    heads: FxHashMap<Box<str>, Head>,
    glosses: FxHashMap<Box<str>, Box<str>>,
    media: FxHashSet<Box<str>>,
    organisations: FxHashSet<Box<str>>,
    classes: FxHashMap<Box<str>, Box<str>>,
    pub(crate) arabic: bool,
}

impl Words {
    /// Reads the tables of `ar` or `en`.
    pub(crate) fn new(tables: &Tables, language: &str) -> Words {
        let mut words = Words { arabic: language == "ar", ..Words::default() };
        for table in ["source_heads", "roles"] {
            for row in tables.table(language, table).rows() {
                let kind = match row.get("kind") {
                    "document" => SourceKind::Document,
                    "media" => SourceKind::Media,
                    "organisation" => SourceKind::Organisation,
                    "anonymous" => SourceKind::Anonymous,
                    _ => SourceKind::Person,
                };
                let lemma: Box<str> = normalise(row.list("word").next().unwrap_or_default()).into();
                for (column, plural) in [("word", false), ("feminine", false), ("plural", true)] {
                    for form in row.list(column) {
                        let gloss = match (plural, row.get("gloss_plural"), row.get("gloss")) {
                            (true, gloss, _) if !gloss.is_empty() => gloss,
                            (_, _, gloss) if !gloss.is_empty() => gloss,
                            _ => form,
                        };
                        let head = Head {
                            kind,
                            lemma: lemma.clone(),
                            gloss: gloss.into(),
                            plural,
                            role: table == "roles" || kind == SourceKind::Person,
                        };
                        words.heads.entry(normalise(form).into()).or_insert(head);
                    }
                }
            }
        }
        for row in tables.table(language, "modifiers").rows() {
            let gloss = row.get("gloss").split('|').next().unwrap_or_default();
            for form in row.list("word") {
                words.glosses.insert(normalise(form).into(), gloss.into());
            }
        }
        for row in tables.table(language, "speaker_words").rows() {
            for word in row.list("words").map(normalise) {
                // As it is before a pronoun: رواية, روايته.
                let open = word.strip_suffix('ة').map(|stem| format!("{stem}ت"));
                let forms = open.into_iter().chain([word]);
                words.classes.extend(forms.map(|form| (form.into(), row.get("class").into())));
            }
        }
        for row in tables.table("shared", "name_countries").rows() {
            let gloss: Box<str> = row.list("adjective").next().unwrap_or_default().into();
            for form in row.list("nisba") {
                words.glosses.insert(normalise(form).into(), gloss.clone());
            }
        }
        for row in tables.table("shared", "organisations").rows() {
            let key = Box::from(format!("org:{}", row.get("key")));
            if row.get("kind") == "media" {
                words.media.insert(key);
            } else {
                words.organisations.insert(key);
            }
        }
        words
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

    fn dual(&self, stem: &str) -> Option<&Head> {
        let bare = stem.strip_suffix('ا').filter(|bare| bare.len() > 4);
        let two = stem.strip_suffix("ين").or_else(|| stem.strip_suffix("ان"));
        [Some(stem), bare, two].into_iter().flatten().find_map(|form| self.heads.get(form))
    }

    /// The English gloss of an adjective, masculine or feminine, with or without the article.
    pub(crate) fn gloss(&self, form: &str) -> Option<&str> {
        let bare = form.strip_prefix("ال").unwrap_or(form);
        if matches!(bare, "اخرى" | "اخر" | "اخرون" | "اخرين" | "اخريات") {
            return Some("other");
        }
        let stems = [bare, bare.strip_suffix('ة').unwrap_or(bare), bare.trim_end_matches('ا')];
        let more = ["ون", "ين", "ان", "يين", "ات"].iter().filter_map(|ending| bare.strip_suffix(ending));
        stems.into_iter().chain(more).find_map(|stem| self.glosses.get(stem)).map(|gloss| &**gloss)
    }

    /// Whether a word in reading form is of a class of `speaker_words`.
    pub(crate) fn is(&self, form: &str, class: &str) -> bool {
        self.classes.get(form).is_some_and(|known| **known == *class)
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
