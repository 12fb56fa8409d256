//! Speakers and chains on gold spans: how well they are resolved when the statements are found without fault. Sources, cues
//! and contents are the gold's; speakers, kinds and chains are not looked at.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_gold::{Across, Beyond, Gold, GoldSet, frozen};
use isnad_languages::Tables;
use isnad_ledger::{Link, Name, Span, Statement};
use isnad_name::{NameReader, same::Linker};
use isnad_statement::{StatementReader, speakers::SpeakerReader};
use isnad_text::Text;
use std::path::Path;

fn statement(gold: &isnad_gold::Attribution) -> Statement {
    let silent = gold.chain.is_empty();
    let link = Link { name: String::new(), name_id: None, span: None };
    Statement {
        id: gold.id.clone(),
        source: gold.source.clone(),
        cue: gold.cue.clone(),
        content: gold.content.clone(),
        kind: None,
        stance: gold.stance,
        mode: gold.mode,
        speaker: None,
        speakers: Vec::new(),
        subset_of: None,
        chain: if silent { Vec::new() } else { vec![String::new()] },
        via: if silent { Vec::new() } else { vec![link] },
        gate: None,
        inside: None,
        caveat: None,
        construction: String::new(),
        confidence: 1.0,
    }
}

fn resolved(gold: &Gold, names: &NameReader, speakers: &SpeakerReader) -> (Vec<Name>, Vec<Statement>) {
    let text = Text::new(&gold.text);
    let (names, _) = names.read(&text, &gold.language, &[]);
    let mut statements: Vec<Statement> = gold.attributions.iter().map(statement).collect();
    speakers.resolve(&text, &gold.language, &[], &names, gold.publisher.as_deref(), &mut statements);
    (names, statements)
}

fn misses(gold: &Gold, statements: &[Statement]) {
    println!("## {}", gold.name);
    let words = |spans: &[Span]| spans.iter().map(|s| s.of(&gold.text)).collect::<Vec<_>>().join(" … ");
    for (g, s) in gold.attributions.iter().zip(statements) {
        let wrong = if g.chain.len() == s.chain.len() { " " } else { "#" };
        let source = words(&g.source).chars().take(60).collect::<String>();
        println!("{wrong} {} [{source}] gold {:?} | ours {:?} {:?}", g.id, g.chain, s.speaker, s.chain);
    }
}

fn score(golds: &[Gold], label: &str) -> Option<Beyond> {
    let tables = Tables::embedded();
    let (names, speakers) = (NameReader::new(tables), SpeakerReader::new(tables));
    let (mut beyond, mut across) = (Beyond::default(), Across::default());
    for (number, gold) in golds.iter().enumerate() {
        let (named, statements) = resolved(gold, &names, &speakers);
        beyond.add(gold, &statements);
        across.add(&format!("{number} {}", gold.name), gold, &named, &statements);
        if std::env::var("SHOW").is_ok_and(|show| gold.name.contains(&show)) && !frozen(&gold.name) {
            misses(gold, &statements);
        }
    }
    let b = beyond.speakers();
    let c = beyond.chain_length;
    println!(
        "{label}: {} reports; speakers {b:?}; chain length {}/{} = {}; long chains {:?}, every member {:?}; kind {}",
        golds.len(),
        c.right,
        c.of,
        c.percent(),
        beyond.long_chains(),
        across.chains(),
        beyond.kind.percent()
    );
    Some(beyond)
}

fn gold(folder: &str) -> Vec<Gold> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(root).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.sort();
    files
        .iter()
        .filter(|f| f.extension().is_some_and(|e| e == "gold"))
        .flat_map(|f| isnad_gold::read(f).unwrap())
        .collect()
}

fn sets(folder: &str) -> Vec<Gold> {
    set_folders(folder).into_iter().flat_map(|set| set.reports).collect()
}

fn set_folders(folder: &str) -> Vec<GoldSet> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gold").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(root).into_iter().flatten().flatten().map(|e| e.path()).collect();
    files.sort();
    files.iter().filter(|path| GoldSet::is_set(path)).map(|path| GoldSet::read(path).unwrap()).collect()
}

#[test]
fn speakers_on_gold_spans() {
    let (reports, sets, own) = (gold("reports"), sets("sets"), gold("own"));
    let (ar, en): (Vec<_>, Vec<_>) = reports.into_iter().partition(|gold| gold.language == "ar");
    for (golds, label) in [(&ar, "reports ar"), (&en, "reports en"), (&sets, "sets"), (&own, "own")] {
        score(golds, label);
    }
    let all: Vec<Gold> = ar.into_iter().chain(en).chain(sets).collect();
    let beyond = score(&all, "reports and sets").unwrap();
    assert!(beyond.speakers().f1 >= 92.0 && beyond.chain_length.percent() >= 92.0);
}

/// One key for a speaker across the reports of a set, from gold spans and from the text.
#[test]
fn speakers_across_sets() {
    let tables = Tables::embedded();
    let (names, reader, speakers) = (NameReader::new(tables), StatementReader::new(tables), SpeakerReader::new(tables));
    for folder in ["sets", "own-sets"] {
        let (mut on_spans, mut read) = (Across::default(), Across::default());
        for set in set_folders(folder) {
            for gold in &set.reports {
                let (named, mut statements) = resolved(gold, &names, &speakers);
                on_spans.add(&set.name, gold, &named, &statements);
                if std::env::var("SHOW").is_ok_and(|show| set.name.contains(&show)) {
                    keys(&set.name, gold, &named, &statements);
                }
                let text = Text::new(&gold.text);
                (statements, _) = reader.read(&text, &gold.language, &[], &named);
                speakers.resolve(&text, &gold.language, &[], &named, gold.publisher.as_deref(), &mut statements);
                read.add(&set.name, gold, &named, &statements);
            }
        }
        let linker = Linker::new(tables);
        for across in [&mut on_spans, &mut read] {
            for group in across.groups() {
                let pairs = linker.links(&across.names(&group));
                across.link(&group, &pairs);
            }
        }
        println!(
            "across {folder}, gold spans: speakers {:?}; long chains {:?}",
            on_spans.speakers(),
            on_spans.chains()
        );
        println!("across {folder}, read: speakers {:?}; long chains {:?}", read.speakers(), read.chains());
        let aim = if folder == "sets" { 88.0 } else { 70.0 };
        assert!(on_spans.speakers().f1 >= aim, "{folder}: {:?}", on_spans.speakers());
    }
}

fn keys(set: &str, gold: &Gold, names: &[Name], statements: &[Statement]) {
    let key = |id: &str| names.iter().find(|name| name.id == id).map_or("", |name| &name.key);
    for (g, s) in gold.attributions.iter().zip(statements) {
        let ours: Vec<&str> = s.speakers.iter().map(|s| s.name_id.as_deref().map_or(s.name.as_str(), key)).collect();
        println!("@{set}\t{}\t{ours:?}\t{} {}", g.speaker.as_deref().unwrap_or("-"), gold.name, g.id);
    }
}

/// Chains of two and more, the gold's or the reading's, that are not of the same length in both: of statements whose contents
/// share most.
fn chains(gold: &Gold, statements: &[Statement]) {
    let words = |spans: &[Span]| spans.iter().map(|s| s.of(&gold.text)).collect::<Vec<_>>().join(" … ");
    let show = |s: &Statement| {
        println!(
            "     {} {:?} [{}] [{}] [{}]",
            s.construction,
            s.chain,
            words(&s.source),
            words(&s.cue),
            words(&s.content)
        );
    };
    let cue = |s: &Statement, g: &isnad_gold::Attribution| g.cue.iter().any(|a| s.cue.iter().any(|b| a.overlaps(*b)));
    let mut met = vec![false; statements.len()];
    for g in &gold.attributions {
        let shared = |s: &Statement| -> u32 {
            let pairs = g.content.iter().flat_map(|a| s.content.iter().map(move |b| (a, b)));
            pairs.map(|(a, b)| a.end().min(b.end()).saturating_sub(a.start().max(b.start()))).sum()
        };
        let at = (0..statements.len())
            .filter(|at| shared(&statements[*at]) > 0)
            .max_by_key(|at| (cue(&statements[*at], g), shared(&statements[*at])));
        let ours = at.map_or(0, |at| statements[at].chain.len());
        if let Some(at) = at {
            met[at] = true;
        }
        if ours.max(g.chain.len()) > 1 && (ours != g.chain.len() || std::env::var("ALL").is_ok()) {
            let same = if ours == g.chain.len() { " " } else { "#" };
            println!(
                "{same} {} {:?} [{}] [{}] [{}]",
                g.id,
                g.chain,
                words(&g.source),
                words(&g.cue),
                words(&g.content)
            );
            at.into_iter().for_each(|at| show(&statements[at]));
        }
    }
    for (at, s) in statements.iter().enumerate().filter(|(at, s)| !met[*at] && s.chain.len() > 1) {
        println!("# besides {at}");
        show(s);
    }
}

/// The same from the text alone: statements are found, and then their speakers.
#[test]
fn speakers_of_what_is_read() {
    let tables = Tables::embedded();
    let (names, reader, speakers) = (NameReader::new(tables), StatementReader::new(tables), SpeakerReader::new(tables));
    for (golds, label) in [(gold("reports"), "reports"), (sets("sets"), "sets"), (gold("own"), "own")] {
        let (mut beyond, mut across) = (Beyond::default(), Across::default());
        for (number, gold) in golds.iter().enumerate() {
            let text = Text::new(&gold.text);
            let (names, _) = names.read(&text, &gold.language, &[]);
            let (mut statements, _) = reader.read(&text, &gold.language, &[], &names);
            speakers.resolve(&text, &gold.language, &[], &names, gold.publisher.as_deref(), &mut statements);
            beyond.add(gold, &statements);
            across.add(&format!("{number} {}", gold.name), gold, &names, &statements);
            if std::env::var("SHOW").is_ok_and(|show| gold.name.contains(&show)) && !frozen(&gold.name) {
                println!("## read {}", gold.name);
                chains(gold, &statements);
            }
        }
        let (b, c) = (beyond.speakers(), beyond.chain_length);
        println!(
            "read, {label}: speakers {b:?}; chain length {} = {}; long {:?}, every member {:?}",
            c.of,
            c.percent(),
            beyond.long_chains(),
            across.chains()
        );
    }
}
