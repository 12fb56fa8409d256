//! What stance a cue has, by itself, negated, and by the mood of its content: `data/stances.tsv`, a sentence and the stance of
//! its first statement a line. Nothing about where its words begin and end.

use isnad_languages::Tables;
use isnad_statement::StatementReader;
use isnad_text::Text;

#[test]
fn stances_are_as_a_reader_would_say() {
    let reader = StatementReader::new(Tables::embedded());
    let wrong: Vec<String> = include_str!("data/stances.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let [language, sentence, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
                return Some(format!("three cells wanted: {line}"));
            };
            let (statements, _) = reader.read(&Text::new(sentence), language, &[], &[]);
            let stance = statements.first().map(|statement| serde_json::to_value(statement.stance).unwrap());
            let read = stance.as_ref().and_then(|stance| stance.as_str()).unwrap_or("none");
            (read != wanted).then(|| format!("{sentence}\n  wanted {wanted}, read {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
