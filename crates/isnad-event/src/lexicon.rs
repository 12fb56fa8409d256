//! The event tables of a language as one look-up: what a word or phrase says of harm, people, numbers and things. It holds
//! no grammar; `chunk` and `link` put the senses together.

use crate::sense::{Form, HarmSense, Number, People, Sense, Toll, Words};
use isnad_languages::{Row, Tables};
use isnad_ledger::{EventType, Status};
use isnad_text::inflect::{EnglishForm, english_verb_forms, verb_forms};
use isnad_text::{PhraseBook, normalise};
use rustc_hash::FxHashMap;

/// All look-ups of one language.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    pub(crate) senses: PhraseBook<Sense>,
    pub(crate) triggers: PhraseBook<(EventType, u8)>,
    /// Names of counted things, by their number in [`Sense::thing`].
    pub(crate) things: Vec<String>,
    pub(crate) arabic: bool,
}

#[derive(Default)]
struct Draft {
    order: Vec<String>,
    senses: FxHashMap<String, Sense>,
}

impl Draft {
    fn at(&mut self, phrase: &str) -> &mut Sense {
        let form = normalise(phrase);
        if !self.senses.contains_key(&form) {
            self.order.push(form.clone());
        }
        self.senses.entry(form).or_default()
    }
}

impl Lexicon {
    pub(crate) fn new(tables: &Tables, language: &str) -> Lexicon {
        let arabic = language == "ar";
        let mut draft = Draft::default();
        for row in tables.table(language, "event_harms").rows() {
            harms(&mut draft, &row, arabic);
        }
        for row in tables.table(language, "event_people").rows() {
            people(&mut draft, &row, arabic);
        }
        numbers(&mut draft, tables, language);
        for row in tables.table(language, "event_words").rows() {
            let class = Words::named(row.get("class"));
            for word in row.list("words") {
                let sense = draft.at(word);
                sense.words = sense.words.and(class);
            }
        }
        let mut things = Vec::new();
        for row in tables.table(language, "event_things").rows() {
            let number = things.len() as u16;
            things.push(row.get("of").to_owned());
            for word in row.list("words") {
                draft.at(word).thing.get_or_insert(number);
            }
        }
        // On phones ة is often typed ه: سته, جثه.
        for phrase in draft.order.clone().iter().filter(|phrase| !phrase.contains(' ')) {
            if let Some(stem) = phrase.strip_suffix('ة').filter(|_| arabic) {
                let sense = draft.senses[phrase];
                let typed = draft.at(&format!("{stem}ه"));
                *typed = if typed.is_empty() { sense } else { *typed };
            }
        }
        let mut senses = PhraseBook::default();
        for phrase in &draft.order {
            senses.insert(phrase, draft.senses[phrase]);
        }
        Lexicon { senses, triggers: triggers(tables, language), things, arabic }
    }
}

fn harms(draft: &mut Draft, row: &Row<'_, '_>, arabic: bool) {
    let (Some(toll), form) = (Toll::named(row.get("harm")), row.get("form")) else { return };
    let mut add = |phrase: &str, form: Form, plural: bool| {
        draft.at(phrase).harm.get_or_insert(HarmSense { toll, form, plural });
    };
    for phrase in row.list("words") {
        let Some(form) = Form::named(form) else { continue };
        if arabic && !row.get("present").is_empty() {
            for (written, value) in verb_forms(phrase, row.get("present")) {
                let plural = value.number != isnad_text::inflect::Number::Singular;
                if written.chars().count() > 2 && !value.first_person {
                    add(&written, form, plural);
                }
            }
        } else if !arabic && matches!(form, Form::Either | Form::Patient) && form_is_verb(row) {
            let mut forms = english_verb_forms(phrase, row.get("past"), row.get("participle"), "");
            // Of forms that are written alike (hurt, hit) the past counts.
            forms.sort_by_key(|(_, value)| !matches!(value, EnglishForm::Past));
            for (written, value) in forms {
                let form = match (form, value) {
                    (Form::Patient, _) => Form::Patient,
                    (_, EnglishForm::Past) => Form::Either,
                    _ if written == row.get("participle") => Form::Either,
                    _ => Form::Active,
                };
                add(&written, form, false);
            }
            if !row.get("participle").is_empty() {
                add(row.get("participle"), form, false);
            }
        } else {
            add(phrase, form, false);
            if arabic && form == Form::Deed && !phrase.contains(' ') {
                let stem = phrase.strip_suffix('ة').map_or_else(|| phrase.to_owned(), |stem| format!("{stem}ت"));
                for pronoun in ["ه", "ها"] {
                    add(&format!("{stem}{pronoun}"), Form::Theirs, false);
                }
            }
        }
    }
}

fn form_is_verb(row: &Row<'_, '_>) -> bool {
    matches!(row.get("form"), "verb" | "patient")
}

fn people(draft: &mut Draft, row: &Row<'_, '_>, arabic: bool) {
    let base = People {
        number: Number::One,
        group: group(row.get("group")),
        female: match row.get("sex") {
            "female" => Some(true),
            "male" => Some(false),
            _ => None,
        },
        status: match row.get("status") {
            "civilian" => Some(Status::Civilian),
            "fighter" => Some(Status::Fighter),
            _ => None,
        },
        gathers: row.get("gathers") == "yes",
    };
    let one = if row.get("gathers") == "two" { Number::Two } else { Number::One };
    let kin = row.get("kin") == "yes";
    let mut add = |word: &str, number: Number| {
        draft.at(word).people.get_or_insert(People { number, ..base });
    };
    for word in row.list("words") {
        add(word, one);
        if !arabic {
            continue;
        }
        let stem = word.strip_suffix('ة').map_or_else(|| word.to_owned(), |stem| format!("{stem}ت"));
        if kin {
            for pronoun in ["ه", "ها", "هم", "هما", "ي"] {
                add(&format!("{stem}{pronoun}"), Number::One);
            }
        }
        if word.contains(' ') || matches!(word, "أحد" | "إحدى" | "آخر" | "أخرى" | "واحد" | "واحدة")
        {
            continue;
        }
        // The accusative of an indefinite (شخصا), the dual and its construct (شقيقي الضحية).
        if !word.ends_with('ة') {
            add(&format!("{word}ا"), Number::One);
        }
        for dual in ["ان", "ين"] {
            let written = format!("{stem}{dual}");
            let alike = row.list("plural").any(|plural| normalise(plural) == normalise(&written));
            add(&written, if alike { Number::Several } else { Number::Two });
        }
        if kin {
            for pronoun in ["يه", "يها", "يهم", "يهما"] {
                add(&format!("{stem}{pronoun}"), Number::Two);
            }
        }
    }
    for word in row.list("plural") {
        add(word, Number::Many);
        if arabic && !word.contains(' ') {
            // أطفاله, أبنائهم
            for stem in construct(word) {
                for pronoun in ["ه", "ها", "هم", "هما", "نا"] {
                    add(&format!("{stem}{pronoun}"), Number::Many);
                }
            }
        }
    }
}

/// What stands of a plural before an attached pronoun: مرافقي of مرافقين, إخوت of إخوة, أبناء, أبنائ and أبناؤ of أبناء.
fn construct(plural: &str) -> Vec<String> {
    if let Some(stem) = plural.strip_suffix('ة') {
        return vec![format!("{stem}ت")];
    }
    if let Some(stem) = plural.strip_suffix("اء") {
        return ["اء", "ائ", "اؤ"].map(|end| format!("{stem}{end}")).to_vec();
    }
    let sound = plural.strip_suffix('ن').filter(|stem| stem.ends_with(['و', 'ي']));
    vec![sound.unwrap_or(plural).to_owned()]
}

fn group(name: &str) -> Option<&'static str> {
    ["children", "women", "men", "civilians", "fighters", "attackers"].into_iter().find(|known| *known == name)
}

fn numbers(draft: &mut Draft, tables: &Tables, language: &str) {
    let mut ones = Vec::new();
    let mut tens = Vec::new();
    for row in tables.table(language, "time_numbers").rows() {
        let Some(value) = row.number::<u32>("value") else { continue };
        for word in row.list("words") {
            let sense = draft.at(word);
            match row.get("kind") {
                "cardinal" => {
                    sense.number.get_or_insert(value);
                    match value {
                        1..=9 => ones.push((word, value)),
                        20..=90 => tens.push((word, value)),
                        _ => {}
                    }
                }
                "teen" => sense.teen = true,
                _ => {}
            }
        }
    }
    if language == "en" {
        for (ten, value) in &tens {
            for (one, more) in &ones {
                draft.at(&format!("{ten}-{one}")).number.get_or_insert(value + more);
            }
        }
    }
}

fn triggers(tables: &Tables, language: &str) -> PhraseBook<(EventType, u8)> {
    let mut book = PhraseBook::default();
    for row in tables.table(language, "event_triggers").rows() {
        let Some(kind) = event_type(row.get("type")) else { continue };
        let value = (kind, row.number("rank").unwrap_or(1));
        for phrase in row.list("words") {
            if !row.get("present").is_empty() {
                for (written, form) in verb_forms(phrase, row.get("present")) {
                    if written.chars().count() > 2 && !form.first_person {
                        book.insert(&written, value);
                    }
                }
            } else if row.get("verb") == "yes" {
                for (written, _) in english_verb_forms(phrase, "", "", "") {
                    book.insert(&written, value);
                }
                for past in row.list("past").chain(row.list("participle")) {
                    book.insert(past, value);
                }
            } else {
                book.insert(phrase, value);
                if language == "ar" && takes_alif(phrase) {
                    book.insert(&format!("{phrase}ا"), value);
                }
            }
        }
    }
    book
}

/// Whether an Arabic noun gets an alif in the indefinite accusative (قصفا): one word without article that ends neither in ة nor
/// in a long vowel or hamza.
fn takes_alif(phrase: &str) -> bool {
    let mark = |c: char| matches!(c, 'ة' | 'ا' | 'ى' | 'ء' | 'ي' | 'و' | ' ');
    !phrase.contains(' ') && !phrase.starts_with("ال") && !phrase.ends_with(mark) && !phrase.ends_with("ات")
}

/// A type by its name in the ledger.
fn event_type(name: &str) -> Option<EventType> {
    use EventType::{
        Abduction, Agreement, Airstrike, Arrest, Assault, Campaign, Clash, Collapse, DeathInCustody, Displacement,
        Explosion, Fire, Killing, Other, Protest, Raid, SecurityOperation, Seizure, Shelling, Shooting, Sinking, Trial,
    };
    Some(match name {
        "raid" => Raid,
        "arrest" => Arrest,
        "airstrike" => Airstrike,
        "shelling" => Shelling,
        "explosion" => Explosion,
        "shooting" => Shooting,
        "killing" => Killing,
        "abduction" => Abduction,
        "assault" => Assault,
        "death in custody" => DeathInCustody,
        "clash" => Clash,
        "security operation" => SecurityOperation,
        "campaign" => Campaign,
        "seizure" => Seizure,
        "sinking" => Sinking,
        "fire" => Fire,
        "collapse" => Collapse,
        "protest" => Protest,
        "displacement" => Displacement,
        "agreement" => Agreement,
        "trial" => Trial,
        "other" => Other,
        _ => return None,
    })
}
