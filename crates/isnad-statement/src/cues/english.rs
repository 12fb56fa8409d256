//! English cues from the tables: every verb with its forms, multiword cues, nominal cues, source heads.

use super::{CueBook, Follows, Form, Head, Hit, Lemma, kind, stance};
use isnad_languages::{Row, Tables};
use isnad_ledger::SourceKind;
use isnad_text::inflect::{EnglishForm, Number, english_verb_forms};
use isnad_text::normalise;
use rustc_hash::FxHashMap;

pub(super) fn read(tables: &Tables, book: &mut CueBook) {
    let verbs = tables.table("en", "reporting_verbs");
    let heads = tables.table("en", "irregular_verbs");
    let irregular: FxHashMap<&str, [&str; 3]> = (verbs.rows().chain(heads.rows()))
        .map(|row| (row.get("lemma"), [row.get("past"), row.get("participle"), row.get("gerund")]))
        .collect();
    for row in tables.table("en", "reporting_phrases").rows() {
        let lemma = book.lemma(Lemma::phrase(&row));
        let head = row.get("head");
        let [past, participle, gerund] = irregular.get(head).copied().unwrap_or_default();
        inflect(head, past, participle, gerund, lemma, book);
    }
    for row in verbs.rows() {
        let lemma = book.lemma(Lemma::word(&row));
        inflect(row.get("lemma"), row.get("past"), row.get("participle"), row.get("gerund"), lemma, book);
    }
    for row in tables.table("en", "nominal_cues").rows() {
        let follows = match row.get("follows") {
            "verb" => Follows::Verb,
            "possessive" => Follows::Around,
            "clause" => Follows::Clause,
            "relay" => Follows::Relay,
            _ => Follows::Source,
        };
        let phrase = row.get("phrase");
        match phrase.split_once(" ~ ") {
            Some((preposition, noun)) => {
                book.owned.entry(noun.into()).or_default().push((preposition.into(), stance(row.get("stance"))));
            }
            None => book.nominal(&row, &[phrase.to_owned()], follows),
        }
    }
    for row in tables.table("en", "cue_nouns").rows() {
        let lemma = book.noun(&row);
        for word in row.list("word").chain(row.list("plural")) {
            book.form(&normalise(word), hit(lemma, Form::Noun));
        }
    }
    for row in tables.table("en", "form_words").rows() {
        let word = book.form_words.entry(row.get("word").into()).or_default();
        match row.get("class") {
            "noun" => word.noun = true,
            "one" => word.alone = Some(Number::Singular),
            "many" => word.alone = Some(Number::Plural),
            _ => word.no_adverb = true,
        }
    }
    for (table, role) in [("source_heads", false), ("roles", true)] {
        for row in tables.table("en", table).rows() {
            add_heads(&row, role, book);
        }
    }
}

fn hit(lemma: u16, form: Form) -> Hit {
    Hit { lemma, form, number: Number::Singular, gender: None, jussive: false }
}

fn inflect(head: &str, past: &str, participle: &str, gerund: &str, lemma: u16, book: &mut CueBook) {
    let variants = [past, participle, gerund].iter().map(|cell| cell.split('|').count()).max().unwrap_or(1);
    let variant = |cell: &str, number: usize| cell.split('|').nth(number).unwrap_or_default().to_owned();
    let forms = (0..variants).flat_map(|number| {
        let [past, participle, gerund] = [past, participle, gerund].map(|cell| {
            let first = variant(cell, 0);
            Some(variant(cell, number)).filter(|form| !form.is_empty()).unwrap_or(first)
        });
        english_verb_forms(head, &past, &participle, &gerund)
    });
    for (form, value) in forms {
        let kind = match value {
            EnglishForm::Past => Form::Past,
            EnglishForm::Base | EnglishForm::Present => Form::Present,
            EnglishForm::Gerund => Form::Participle,
            EnglishForm::Participle => Form::Passive,
        };
        // The plain form asks for a plural subject.
        let number = if value == EnglishForm::Base { Number::Plural } else { Number::Singular };
        book.form(&normalise(&form), Hit { number, ..hit(lemma, kind) });
    }
    if head == "be" {
        for form in ["is", "are", "isn't", "aren't"] {
            book.form(form, hit(lemma, Form::Present));
        }
        for form in ["wasn't", "weren't"] {
            book.form(form, hit(lemma, Form::Past));
        }
    }
}

fn add_heads(row: &Row<'_, '_>, role: bool, book: &mut CueBook) {
    let human = role || row.get("human") == "yes";
    let kind = if role { SourceKind::Person } else { kind(row.get("kind")) };
    let head = Head { kind, human, plural: false, role, gender: None };
    for word in row.list("word") {
        book.add_head(word, head);
    }
    for word in row.list("plural") {
        book.add_head(word, Head { plural: true, ..head });
    }
}
