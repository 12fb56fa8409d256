//! Arabic cues from the tables: every verb with its forms, participles, verbal nouns; support-verb phrases; nominal cues.

use super::{CueBook, Follows, Form, Head, Hit, Lemma, kind, noun_gender};
use isnad_languages::{Row, Tables};
use isnad_ledger::SourceKind;
use isnad_text::inflect::{Gender, Number, Tense, participle_forms, verb_forms};
use isnad_text::normalise;

const NOMINAL: Hit = Hit { lemma: 0, form: Form::Noun, number: Number::Singular, gender: None, jussive: false };

pub(super) fn read(tables: &Tables, book: &mut CueBook) {
    for row in tables.table("ar", "reporting_phrases").rows() {
        let lemma = book.lemma(Lemma::phrase(&row));
        inflect(&row, lemma, book);
    }
    for row in tables.table("ar", "reporting_verbs").rows() {
        let lemma = book.lemma(Lemma::word(&row));
        inflect(&row, lemma, book);
        for noun in row.list("noun") {
            add_noun(&normalise(noun), lemma, book);
        }
    }
    for row in tables.table("ar", "cue_nouns").rows() {
        let lemma = book.noun(&row);
        for noun in row.list("word").chain(row.list("plural")) {
            add_noun(&normalise(noun), lemma, book);
        }
    }
    for row in tables.table("ar", "nominal_cues").rows() {
        let phrase = row.get("phrase");
        let (phrase, with_li) = match phrase.strip_suffix(" ل") {
            Some(phrase) => (phrase, true),
            None => (phrase, false),
        };
        let follows = match row.get("follows") {
            "verb" => Follows::Verb,
            "possessive" => Follows::Nothing,
            "relay" => Follows::Relay,
            _ if with_li => Follows::SourceWithLi,
            _ => Follows::Source,
        };
        book.nominal(&row, &possessives(phrase, follows), follows);
    }
    for (table, role) in [("source_heads", false), ("roles", true)] {
        for row in tables.table("ar", table).rows() {
            let human = role || row.get("human") == "yes";
            let kind = if role { SourceKind::Person } else { kind(row.get("kind")) };
            for (column, plural) in [("word", false), ("feminine", false), ("plural", true)] {
                for word in row.list(column) {
                    let gender = match column {
                        "feminine" => Some(Gender::Feminine),
                        _ => noun_gender(&normalise(word), true, plural, human),
                    };
                    book.add_head(word, Head { kind, human, plural, role, gender });
                }
            }
        }
    }
}

/// قوله stands for all possessives: قولها, قولهم, قولهما.
fn possessives(phrase: &str, follows: Follows) -> Vec<String> {
    match phrase.strip_suffix('ه') {
        Some(stem) if follows == Follows::Nothing => {
            ["ه", "ها", "هم", "هما", "هن"].iter().map(|pronoun| format!("{stem}{pronoun}")).collect()
        }
        _ => vec![phrase.to_owned()],
    }
}

fn inflect(row: &Row<'_, '_>, lemma: u16, book: &mut CueBook) {
    for (form, value) in verb_forms(row.get("past"), row.get("present")) {
        // A first person is the speaker of a quotation, or the outlet.
        if form.chars().count() < 2 || value.first_person {
            continue;
        }
        let kind = match (value.passive, value.tense) {
            (true, _) => Form::Passive,
            (false, Tense::Past) => Form::Past,
            (false, Tense::Present) => Form::Present,
        };
        let hit = Hit { lemma, form: kind, number: value.number, gender: Some(value.gender), jussive: value.jussive };
        book.form(&form, hit);
    }
    for passive in row.list("passive") {
        book.form(&normalise(passive), Hit { lemma, form: Form::Passive, ..NOMINAL });
    }
    for participle in row.list("participle") {
        for form in participle_forms(participle) {
            let number =
                if form.ends_with("ين") || form.ends_with("ات") { Number::Plural } else { Number::Singular };
            let feminine = form.ends_with('ة') || form.ends_with("ات") || form.ends_with("تين");
            let gender = Some(if feminine { Gender::Feminine } else { Gender::Masculine });
            book.form(&form, Hit { lemma, form: Form::Participle, number, gender, ..NOMINAL });
        }
    }
}

/// A verbal noun, plain and with possessives.
fn add_noun(noun: &str, lemma: u16, book: &mut CueBook) {
    if noun.chars().count() < 3 {
        return;
    }
    book.form(noun, Hit { lemma, ..NOMINAL });
    let stem = noun.strip_suffix('ة').map_or(noun.to_owned(), |stem| format!("{stem}ت"));
    for (pronoun, number) in
        [("ه", Number::Singular), ("ها", Number::Singular), ("هم", Number::Plural), ("هما", Number::Dual)]
    {
        book.form(&format!("{stem}{pronoun}"), Hit { lemma, number, ..NOMINAL });
    }
}
