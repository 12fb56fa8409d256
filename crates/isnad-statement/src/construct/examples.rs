//! The examples in the constructions' headers, run as tests: what is marked there must be read, by that construction or
//! another. A line is `//! Arabic:` or `//! English:` with one statement's source, cue and content marked.

use crate::StatementReader;
use isnad_languages::Tables;
use isnad_text::Text;

const HEADERS: &[(&str, &str)] = &[
    ("adverbial", include_str!("adverbial.rs")),
    ("continuation", include_str!("continuation.rs")),
    ("nominal", include_str!("nominal.rs")),
    ("nominalisation", include_str!("nominalisation.rs")),
    ("passive", include_str!("passive.rs")),
    ("possessive", include_str!("possessive.rs")),
    ("quotation_before", include_str!("quotation_before.rs")),
    ("referent", include_str!("referent.rs")),
    ("relay", include_str!("relay.rs")),
    ("silence", include_str!("silence.rs")),
    ("subject_verb", include_str!("subject_verb.rs")),
    ("verb_subject", include_str!("verb_subject.rs")),
];

#[test]
fn the_headers_examples_are_read() {
    let reader = StatementReader::new(Tables::embedded());
    let mut wrong = Vec::new();
    let mut examples = 0;
    for (construction, header) in HEADERS {
        for line in header.lines() {
            let example = [("//! Arabic: ", "ar"), ("//! English: ", "en")]
                .iter()
                .find_map(|(prefix, language)| Some((line.strip_prefix(prefix)?, *language)));
            let Some((marked, language)) = example else { continue };
            examples += 1;
            let plain: String = strip(marked);
            // A headline comes before the prose of a report.
            let raw = format!("Notes\n{plain}");
            let text = Text::new(&raw);
            let (statements, _) = reader.read(&text, language, &[], &[]);
            let read = statements.iter().map(|s| {
                let words = |spans: &[isnad_ledger::Span]| -> String {
                    spans.iter().map(|span| span.of(&raw)).collect::<Vec<_>>().join(" … ")
                };
                [words(&s.source), words(&s.cue), words(&s.content)]
            });
            let read: Vec<[String; 3]> = read.collect();
            let wanted = ["S", "K", "C"].map(|role| role_of(marked, role));
            if !read.iter().any(|r| (0..3).all(|role| wanted[role].is_empty() || r[role] == wanted[role])) {
                wrong.push(format!("{construction}: {plain}\n  wanted {wanted:?}\n  read {read:?}"));
            }
        }
    }
    assert!(examples >= 15, "{examples} examples");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn strip(marked: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in marked.chars() {
        match c {
            '‹' => inside = true,
            '›' => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

fn role_of(marked: &str, role: &str) -> String {
    let (open, close) = (format!("‹{role}›"), format!("‹/{role}›"));
    let pieces = marked.split(&open).skip(1).filter_map(|rest| rest.split_once(&close)).map(|(words, _)| strip(words));
    pieces.collect::<Vec<_>>().join(" … ")
}
