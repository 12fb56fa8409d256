//! What a name reader knows of words: given names, titles, heads of organisations, countries, and everyday words that no
//! name is made of. It reads tables and no text.

use isnad_languages::Tables;
use isnad_text::{inflect::verb_forms, normalise};
use rustc_hash::{FxHashMap, FxHashSet};

/// A given name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Given {
    /// Its row in the table.
    pub(crate) row: u32,
    /// It is an everyday word too.
    pub(crate) word: bool,
}

/// The words of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Given names by form, written as one word.
    pub(crate) given: FxHashMap<Box<str>, Given>,
    /// English forms of the table's rows.
    pub(crate) english: Vec<Box<str>>,
    /// Rows of the table by Latin spelling, written as one word.
    pub(crate) latin: FxHashMap<Box<str>, u32>,
    /// Titles and ranks.
    pub(crate) titles: FxHashSet<Box<str>>,
    /// Roles behind which a name may stand.
    pub(crate) roles: FxHashSet<Box<str>>,
    /// First (Arabic) or last (English) words of organisations' names, with their kind.
    pub(crate) heads: FxHashMap<Box<str>, Box<str>>,
    /// Words behind a head with which it is an everyday word: المرور behind حركة.
    pub(crate) vetoes: FxHashMap<Box<str>, Vec<Box<str>>>,
    /// Nouns before places' names: camp, قرية.
    pub(crate) place_kinds: FxHashSet<Box<str>>,
    /// Words for people: officials, doctors.
    pub(crate) people: FxHashSet<Box<str>>,
    /// Words of organisations' names, with a key that both languages share.
    pub(crate) glosses: FxHashMap<Box<str>, Box<str>>,
    /// Words for relatives: cousin, شقيق.
    pub(crate) kin: FxHashSet<Box<str>>,
    /// Words for what is written: statement, بيان.
    pub(crate) documents: FxHashSet<Box<str>>,
    /// Everyday words.
    pub(crate) common: FxHashSet<Box<str>>,
    /// Nisbas, adjectives and names of countries, with the number of the country.
    pub(crate) countries: FxHashMap<Box<str>, u32>,
    /// Names of places, with the number of their country.
    pub(crate) places: FxHashMap<Box<str>, u32>,
}

/// A country.
#[derive(Clone, Debug)]
pub(crate) struct Country {
    /// ISO code.
    pub(crate) code: Box<str>,
    /// English name.
    pub(crate) name: Box<str>,
    /// English adjective.
    pub(crate) adjective: Box<str>,
    /// Arabic adjective with the article: masculine, feminine.
    pub(crate) nisba: [String; 2],
}

/// The countries, in the table's order.
pub(crate) fn countries(tables: &Tables) -> Vec<Country> {
    let rows = tables.table("shared", "name_countries");
    rows.rows()
        .map(|row| Country {
            code: row.get("code").into(),
            name: row.get("english").into(),
            adjective: row.list("adjective").next().unwrap_or_default().into(),
            nisba: {
                let mut forms = row.list("nisba").map(|form| format!("ال{form}"));
                let masculine = forms.next().unwrap_or_default();
                let feminine = forms.next().unwrap_or_else(|| masculine.clone());
                [masculine, feminine]
            },
        })
        .collect()
}

impl Words {
    /// Reads the tables of `ar` or `en`.
    pub(crate) fn new(tables: &Tables, language: &str) -> Words {
        let arabic = language == "ar";
        let mut words = Words::default();
        words.given_names(tables, arabic);
        let lines = |table: &str, column: &str| -> Vec<(String, String)> {
            let table = tables.table(language, table);
            let rows = table.rows().flat_map(|row| {
                let kind = row.get("kind").to_owned();
                row.list(column).map(|word| (normalise(word), kind.clone())).collect::<Vec<_>>()
            });
            rows.collect()
        };
        for (word, kind) in lines("name_titles", "words") {
            let _ = match kind.as_str() {
                "role" => words.roles.insert(word.into()),
                _ => words.titles.insert(word.into()),
            };
        }
        for (word, kind) in lines("name_heads", "words") {
            words.heads.insert(word.into(), kind.into());
        }
        for row in tables.table(language, "name_heads").rows() {
            let behind: Vec<Box<str>> = row.list("vetoes").map(|word| normalise(word).into()).collect();
            for head in row.list("words").filter(|_| !behind.is_empty()) {
                words.vetoes.insert(normalise(head).into(), behind.clone());
            }
        }
        words.place_kinds = lines("place_kinds", "words").into_iter().map(|(word, _)| word.into()).collect();
        for row in tables.table(language, "speaker_words").rows().filter(|row| row.get("class") == "kin") {
            words.kin.extend(row.list("word").map(|word| Box::from(normalise(word))));
        }
        for table in ["source_heads", "roles"] {
            for column in ["word", "plural", "feminine"] {
                for (word, kind) in lines(table, column) {
                    if word.contains(' ') {
                        continue;
                    }
                    if table == "roles" || kind == "person" {
                        words.roles.insert(word.as_str().into());
                    }
                    if kind == "document" {
                        words.documents.insert(word.as_str().into());
                    }
                    words.people.insert(word.as_str().into());
                    words.common.insert(word.into());
                }
            }
        }
        for (table, column) in [
            ("classes", "words"),
            ("modifiers", "word"),
            ("name_common", "words"),
            ("cue_nouns", "word"),
            ("speaker_words", "word"),
        ] {
            words.common.extend(lines(table, column).into_iter().map(|(word, _)| Box::from(word)));
        }
        if arabic {
            words.arabic_verbs(tables);
        }
        words.where_from(tables, arabic);
        for row in tables.table("shared", "name_glosses").rows() {
            for word in row.list(if arabic { "arabic" } else { "english" }) {
                words.glosses.insert(normalise(word).into(), row.get("key").into());
            }
        }
        words
    }

    fn given_names(&mut self, tables: &Tables, arabic: bool) {
        for (number, row) in tables.table("shared", "name_given").rows().enumerate() {
            self.english.push(row.get("english").into());
            let given = Given { row: number as u32, word: arabic && row.get("word") == "yes" };
            self.latin.insert(joined(row.get("english")), number as u32);
            row.list("latin").for_each(|form| {
                self.latin.entry(joined(form)).or_insert(number as u32);
            });
            let mut enter = |form: &str, first: bool| {
                if first {
                    self.given.insert(joined(form), given);
                } else {
                    self.given.entry(joined(form)).or_insert(given);
                }
            };
            if arabic {
                row.list("arabic").for_each(|form| enter(form, true));
            } else {
                enter(row.get("english"), true);
                row.list("latin").for_each(|form| enter(form, false));
            }
        }
        if !arabic {
            let given = Given { row: u32::MAX, word: false };
            for row in tables.table("en", "name_given").rows() {
                for name in row.list("names") {
                    self.given.entry(normalise(name).into()).or_insert(given);
                }
            }
        }
    }

    fn arabic_verbs(&mut self, tables: &Tables) {
        for table in ["reporting_verbs", "common_verbs"] {
            for row in tables.table("ar", table).rows() {
                let forms = verb_forms(row.get("past"), row.get("present"));
                self.common.extend(forms.into_iter().map(|(form, _)| Box::from(form)));
                for column in ["noun", "participle"] {
                    self.common.extend(row.list(column).map(|word| Box::from(normalise(word))));
                }
            }
        }
    }

    fn where_from(&mut self, tables: &Tables, arabic: bool) {
        let columns = if arabic { ["arabic", "nisba"] } else { ["english", "adjective"] };
        let mut codes: FxHashMap<Box<str>, u32> = FxHashMap::default();
        for (number, row) in (0..).zip(tables.table("shared", "name_countries").rows()) {
            codes.insert(row.get("code").into(), number);
            for name in columns.iter().flat_map(|column| row.list(column)) {
                let form = normalise(name);
                self.countries.insert(form.trim_end_matches('.').into(), number);
            }
        }
        let mut sizes: FxHashMap<Box<str>, u8> = FxHashMap::default();
        for row in tables.table("shared", "places").rows() {
            let Some(country) = codes.get(row.get("country")) else { continue };
            let size = row.get("population").parse().unwrap_or(0);
            if row.get("flags").contains("word") {
                continue;
            }
            for name in row.list(if arabic { "ar" } else { "en" }).filter(|name| !name.starts_with('~')) {
                // Of two places of one name the larger is the better known.
                let name: Box<str> = normalise(name).into();
                let known = sizes.entry(name.clone()).or_insert(size);
                if size > *known || !self.places.contains_key(&name) {
                    *known = size;
                    self.places.insert(name, *country);
                }
            }
        }
    }

    /// The part that a word gives to an organisation's key: the key of its meaning, or its rough consonants.
    pub(crate) fn key_part(&self, form: &str) -> String {
        let meaning = |stem: &str| self.glosses.get(stem).map(|key| key.to_string());
        if form.is_ascii() {
            return meaning(form).unwrap_or_else(|| super::romanise::skeleton(form));
        }
        let mut cuts = isnad_text::proclitics(form);
        cuts.find_map(|cut| meaning(cut.stem)).unwrap_or_else(|| {
            let known = isnad_text::proclitics(form).find(|cut| self.heads.contains_key(cut.stem));
            super::romanise::skeleton(&super::romanise::romanise(known.map_or(form, |cut| cut.stem)))
        })
    }

    /// Whether an Arabic word in reading form, perhaps with the article, is an everyday word.
    pub(crate) fn is_common(&self, form: &str) -> bool {
        let bare = form.strip_prefix("ال").unwrap_or(form);
        let stem = bare.strip_suffix("ية").or_else(|| bare.strip_suffix('ة')).unwrap_or(bare);
        [form, bare, stem].iter().any(|form| self.common.contains(*form)) || self.heads.contains_key(bare)
    }
}

fn joined(name: &str) -> Box<str> {
    normalise(name).split_whitespace().collect::<String>().into()
}
