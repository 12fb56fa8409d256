//! Relations said outright, from short texts of our own, a third of which say none. A row was written before its reading was seen.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_ledger::{Name, Relation, Tense};
use isnad_name::NameReader;
use isnad_statement::{StatementReader, relations::RelationReader, speakers::SpeakerReader};
use isnad_text::Text;

/// A relation as a row writes it: ends, and the kind with its tense.
fn agrees(raw: &str, names: &[Name], relation: &Relation, row: &str) -> bool {
    let parts: Vec<&str> = row.split('>').map(str::trim).collect();
    let is = |id: &str, words: &str| {
        names.iter().filter(|name| name.id == id).any(|name| {
            let said = name.spans.iter().chain(&name.anaphora).any(|span| span.of(raw).contains(words));
            said || name.name.contains(words)
        })
    };
    let kind = serde_json::to_value(relation.relation).unwrap();
    let (wanted, past) = parts[1].split_once(' ').map_or((parts[1], false), |(kind, _)| (kind, true));
    is(&relation.subject, parts[0])
        && kind == *wanted
        && is(&relation.object, parts[2])
        && (relation.tense == Tense::Past) == past
}

fn share(table: &str, language: &str) -> f64 {
    let tables = Tables::embedded();
    let (names, statements, speakers, relations) = (
        NameReader::new(tables),
        StatementReader::new(tables),
        SpeakerReader::new(tables),
        RelationReader::new(tables),
    );
    let (mut right, mut all) = (0, 0);
    for (raw, wanted) in table.lines().filter(|line| !line.starts_with('#')).filter_map(|row| row.split_once('\t')) {
        let text = Text::new(raw);
        let (names, _) = names.read(&text, language, &[]);
        let (mut statements, _) = statements.read(&text, language, &[], &names);
        speakers.resolve(&text, language, &[], &names, None, &mut statements);
        let found = relations.read(&text, language, &names, &statements);
        let wanted: Vec<&str> = wanted.split('|').map(str::trim).filter(|row| *row != "-").collect();
        all += 1;
        let met = |row: &&str| found.iter().any(|relation| agrees(raw, &names, relation, row));
        if wanted.len() == found.len() && wanted.iter().all(met) {
            right += 1;
        } else {
            println!("✗ {raw}\n    wanted {wanted:?}");
            for relation in &found {
                let name = |id: &str| names.iter().find(|name| name.id == id).map_or("", |name| &name.name);
                let (subject, object) = (name(&relation.subject), name(&relation.object));
                println!("    read   {subject} > {:?} {:?} > {object}", relation.relation, relation.tense);
            }
        }
    }
    println!("{language}: {right} of {all} texts with their relations right");
    f64::from(right) / f64::from(all)
}

#[test]
fn relations_in_arabic() {
    assert!(share(include_str!("data/relations_ar.tsv"), "ar") > 0.85);
}

#[test]
fn relations_in_english() {
    assert!(share(include_str!("data/relations_en.tsv"), "en") > 0.85);
}
