//! Sentences of our own making and the names found in them.

use isnad_languages::Tables;
use isnad_name::NameReader;
use isnad_text::Text;

#[test]
fn names_in_sentences() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/mentions.tsv");
    let cases = std::fs::read_to_string(path).unwrap();
    let reader = NameReader::new(Tables::embedded());
    let mut blessed = String::new();
    let mut wrong = Vec::new();
    for line in cases.lines() {
        if line.starts_with('#') {
            blessed += &format!("{line}\n");
            continue;
        }
        let mut cells = line.split('\t');
        let (language, sentence) = (cells.next().unwrap(), cells.next().unwrap());
        let expected = cells.next().unwrap_or_default();
        let text = Text::new(sentence);
        let (names, _) = reader.read(&text, language, &[]);
        let row = |name: &isnad_ledger::Name| {
            let named = name.spans.iter().map(|span| span.of(sentence).to_owned());
            let meant = name.anaphora.iter().map(|span| format!("[{}]", span.of(sentence)));
            format!("{}: {}", name.name, named.chain(meant).collect::<Vec<_>>().join(", "))
        };
        let got = names.iter().map(row).collect::<Vec<_>>().join(" | ");
        if got != expected {
            wrong.push(format!("{sentence}\n  expected {expected}\n  got      {got}"));
        }
        blessed += &format!("{language}\t{sentence}\t{got}\n");
    }
    if std::env::var("BLESS").is_ok() {
        std::fs::write(path, blessed).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
