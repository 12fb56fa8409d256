//! The outlet's caveats, case by case: which words, whose caveat, over which statements. `BLESS=1` writes what is read.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_ledger::{CaveatBy, Span, Statement};
use isnad_name::NameReader;
use isnad_statement::{StatementReader, speakers::SpeakerReader};
use isnad_text::Text;

struct Readers {
    names: NameReader,
    statements: StatementReader,
    speakers: SpeakerReader,
}

impl Readers {
    fn read(&self, raw: &str, language: &str) -> Vec<Statement> {
        let text = Text::new(raw);
        let (names, _) = self.names.read(&text, language, &[]);
        let (mut statements, _) = self.statements.read(&text, language, &[], &names);
        self.speakers.resolve(&text, language, &[], &names, None, &mut statements);
        self.statements.lay_caveats(&text, language, &names, &mut statements);
        statements
    }
}

/// `by [words] cues of the statements it covers`, for each caveat in order.
fn say(raw: &str, statements: &[Statement]) -> String {
    let mut caveats: Vec<(Span, CaveatBy, Vec<&str>)> = Vec::new();
    for statement in statements {
        let Some(caveat) = &statement.caveat else { continue };
        let cue = statement.cue.first().map_or("", |span| span.of(raw));
        match caveats.iter_mut().find(|(span, ..)| *span == caveat.span) {
            Some((.., cues)) => cues.push(cue),
            None => caveats.push((caveat.span, caveat.by, vec![cue])),
        }
    }
    caveats.sort_by_key(|(span, ..)| span.start());
    let said = caveats.iter().map(|(span, by, cues)| {
        let by = if *by == CaveatBy::Publisher { "publisher" } else { "source" };
        format!("{by} [{}] {}", span.of(raw), cues.join(" | "))
    });
    let said = said.collect::<Vec<_>>().join(" ; ");
    if said.is_empty() { "-".to_owned() } else { said }
}

#[test]
fn caveats_cover_what_they_speak_of() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/caveats.tsv");
    let cases = std::fs::read_to_string(file).unwrap();
    let tables = Tables::embedded();
    let readers = Readers {
        names: NameReader::new(tables),
        statements: StatementReader::new(tables),
        speakers: SpeakerReader::new(tables),
    };
    let (mut blessed, mut wrong, mut count) = (String::new(), Vec::new(), 0);
    for line in cases.lines() {
        let row: Vec<&str> = line.split('\t').collect();
        let [language @ ("ar" | "en"), words, expected] = row[..] else {
            blessed += &format!("{line}\n");
            continue;
        };
        count += 1;
        // A headline comes before the prose of a report.
        let raw = format!("-\n{}", words.replace('¶', "\n"));
        let statements = readers.read(&raw, language);
        let found = say(&raw, &statements);
        blessed += &format!("{language}\t{words}\t{found}\n");
        let inside = statements.iter().any(|statement| {
            let outlets = statement.caveat.as_ref().filter(|caveat| caveat.by == CaveatBy::Publisher);
            let apart = |span: &Span, caveat: Span| span.end() <= caveat.start() || caveat.end() <= span.start();
            outlets.is_some_and(|caveat| !statement.content.iter().all(|span| apart(span, caveat.span)))
        });
        if found != expected || inside {
            let read: Vec<String> = statements
                .iter()
                .map(|s| {
                    [&s.source, &s.cue, &s.content].map(|spans| spans.iter().map(|s| s.of(&raw)).collect::<String>())
                })
                .map(|roles| format!("{roles:?}"))
                .collect();
            wrong
                .push(format!("{words}\n  wanted {expected}\n  found  {found}\n  read   {}", read.join("\n         ")));
        }
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, blessed).unwrap();
        return;
    }
    assert!(count >= 60, "{count} cases");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
