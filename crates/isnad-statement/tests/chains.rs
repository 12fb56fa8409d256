//! Chains read from short texts of our own: relays, statements told to outlets, documents, nested and continued ones. A row is
//! a text and the chains that it holds; it was written before its reading was seen.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Link, Name, Span, Statement};
use isnad_name::NameReader;
use isnad_statement::{StatementReader, speakers::SpeakerReader};
use isnad_text::Text;

struct Readers {
    names: NameReader,
    statements: StatementReader,
    speakers: SpeakerReader,
}

impl Readers {
    fn read(&self, raw: &str, language: &str) -> (Vec<Name>, Vec<Statement>) {
        let text = Text::new(raw);
        let line = |tokens: &std::ops::Range<usize>| Block {
            kind: BlockKind::Paragraph,
            span: Span::join(text.span(tokens.start..tokens.start + 1), text.span(tokens.end - 1..tokens.end)),
        };
        let blocks: Vec<Block> = text.paragraphs().iter().map(line).collect();
        let (names, _) = self.names.read(&text, language, &blocks);
        let (mut statements, _) = self.statements.read(&text, language, &blocks, &names);
        self.speakers.resolve(&text, language, &blocks, &names, None, &mut statements);
        statements.sort_by_key(|s| s.cue.iter().map(|span| span.start()).min());
        (names, statements)
    }
}

/// Whether a link is the one that some words give: by its resolved name, or by what the report calls it.
fn is(raw: &str, names: &[Name], link: &Link, words: &str) -> bool {
    let words = words.to_lowercase();
    let named = names.iter().filter(|name| Some(&name.id) == link.name_id.as_ref());
    let spans = named.flat_map(|name| name.spans.iter().chain(&name.anaphora)).chain(&link.span);
    let mut said = spans.map(|span| span.of(raw).to_lowercase());
    link.name.to_lowercase().contains(&words) || said.any(|said| said.contains(&words))
}

fn agrees(raw: &str, names: &[Name], statement: &Statement, chain: &str) -> bool {
    let links: Vec<&str> = chain.split('>').map(str::trim).filter(|link| *link != "-").collect();
    links.len() == statement.via.len()
        && links.iter().zip(&statement.via).all(|(words, link)| is(raw, names, link, words))
}

/// Reads a table of cases, prints rows that are read otherwise, and gives the share of right ones.
fn share(table: &str, language: &str) -> f64 {
    let tables = Tables::embedded();
    let readers = Readers {
        names: NameReader::new(tables),
        statements: StatementReader::new(tables),
        speakers: SpeakerReader::new(tables),
    };
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let (mut right, mut all) = (0, 0);
    for row in rows {
        let (raw, chains) = row.split_once('\t').unwrap();
        let raw = raw.replace('¶', "\n");
        let (names, statements) = readers.read(&raw, language);
        let chains: Vec<&str> = chains.split('|').map(str::trim).collect();
        let fits = |(statement, chain): (&Statement, &&str)| agrees(&raw, &names, statement, chain);
        all += 1;
        if chains.len() == statements.len() && statements.iter().zip(&chains).all(fits) {
            right += 1;
        } else {
            println!("✗ {raw}\n    wanted {chains:?}");
            for statement in &statements {
                let source = statement.source.iter().map(|span| span.of(&raw)).collect::<Vec<_>>().join(" … ");
                let content = statement.content.iter().map(|span| span.of(&raw)).collect::<Vec<_>>().join(" … ");
                println!("    read   {:?} [{}] [{source}] [{content}]", statement.chain, statement.construction);
            }
        }
    }
    println!("{language}: {right} of {all} texts with every chain right");
    f64::from(right) / f64::from(all)
}

#[test]
fn chains_in_arabic() {
    assert!(share(include_str!("data/chains_ar.tsv"), "ar") > 0.85);
    share(include_str!("data/wires_ar.tsv"), "ar");
}

#[test]
fn chains_in_english() {
    assert!(share(include_str!("data/chains_en.tsv"), "en") > 0.85);
    share(include_str!("data/wires_en.tsv"), "en");
}

/// What a source without a name is called: no Arabic is left in it, and who belongs to a body is not the body.
#[test]
fn descriptions_in_english() {
    let tables = Tables::embedded();
    let readers = Readers {
        names: NameReader::new(tables),
        statements: StatementReader::new(tables),
        speakers: SpeakerReader::new(tables),
    };
    let tables = [("ar", include_str!("data/described_ar.tsv")), ("en", include_str!("data/described_en.tsv"))];
    let mut wrong = Vec::new();
    for (language, table) in tables {
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        for (raw, wanted) in rows.filter_map(|row| row.split_once('\t')) {
            let (_, statements) = readers.read(&raw.replace('¶', "\n"), language);
            let speaker = statements.last().and_then(|s| s.speaker.clone()).unwrap_or_default();
            if !speaker.contains(wanted) {
                wrong.push(format!("{raw}: wanted {wanted}, read {speaker}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
