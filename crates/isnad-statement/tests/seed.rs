//! The seed report: chains, gates, caveats and relations on the gold's own spans. It reads `../shared`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test's helpers")]

use isnad_gold::Attribution;
use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Span, Statement};
use isnad_name::NameReader;
use isnad_statement::StatementReader;
use isnad_statement::relations::RelationReader;
use isnad_statement::speakers::SpeakerReader;
use isnad_text::Text;
use serde_json::Value;

fn statement(gold: &Attribution) -> Statement {
    let json = serde_json::json!({
        "id": gold.id, "source": gold.source, "cue": gold.cue, "content": gold.content, "kind": null, "stance": gold.stance,
        "mode": gold.mode, "speaker": null, "speakers": [], "subset_of": null, "chain": [], "via": [], "gate": null,
        "inside": null, "caveat": null, "construction": "", "confidence": 1.0
    });
    serde_json::from_value(json).unwrap()
}

#[test]
fn chains_gates_and_relations() {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/");
    let read = |file: &str| std::fs::read_to_string(format!("{shared}{file}"));
    let (Ok(gold), Ok(raw)) = (read("gold/seed.json"), read("seed/report-2025-12-06.txt")) else {
        return println!("skipped: ../shared is not there");
    };
    let gold: Value = serde_json::from_str(&gold).unwrap();
    let attributions: Vec<Attribution> = serde_json::from_value(gold["attributions"].clone()).unwrap();
    let headings: Vec<Span> = serde_json::from_value(gold["headings"].clone()).unwrap();
    let blocks: Vec<Block> = headings.into_iter().map(|span| Block { kind: BlockKind::Heading, span }).collect();
    let text = Text::new(&raw);
    let tables = Tables::embedded();
    let (names, _) = NameReader::new(tables).read(&text, "ar", &blocks);
    let mut statements: Vec<Statement> = attributions.iter().map(statement).collect();
    SpeakerReader::new(tables).resolve(&text, "ar", &blocks, &names, None, &mut statements);
    StatementReader::new(tables).lay_caveats(&text, "ar", &names, &mut statements);
    let caveats =
        gold["attributions"].as_array().unwrap().iter().map(|a| &a["caveat"]).filter(|caveat| !caveat.is_null());
    let wanted: Vec<(Value, Value)> = caveats
        .flat_map(|caveat| {
            let scope = caveat["scope"].as_array().unwrap().iter();
            scope.map(|id| (id.clone(), caveat["span"].clone())).collect::<Vec<_>>()
        })
        .collect();
    let laid = statements
        .iter()
        .filter_map(|s| Some((Value::from(s.id.as_str()), serde_json::json!(s.caveat.as_ref()?.span))));
    assert_eq!(laid.collect::<Vec<_>>(), wanted);
    let (mut lengths, mut gates) = (0, 0);
    let counted: Vec<_> = attributions.iter().zip(&statements).filter(|(gold, _)| !gold.optional).collect();
    for (gold, ours) in &counted {
        let gate = ours.gate.as_ref().map(|gate| gate.name.clone());
        let (chain, same) = (gold.chain.len() == ours.chain.len(), gold.gate == gate);
        lengths += usize::from(chain);
        gates += usize::from(same);
        if !chain || !same {
            println!("{}: chain {:?} ours {:?}; gate {:?} ours {gate:?}", gold.id, gold.chain, ours.chain, gold.gate);
        }
        println!("   {} {:?} = {:?}", gold.id, gold.speaker, ours.speaker);
    }
    println!("seed: chain length {lengths}/{n}, gate {gates}/{n}", n = counted.len());
    let relations = RelationReader::new(tables).read(&text, "ar", &names, &statements);
    let name = |id: &str| names.iter().find(|name| name.id == id).map_or("?", |name| name.name.as_str());
    for r in &relations {
        println!(
            "{} {:?} {} ({:?}) {:?} {:?} [{}]",
            name(&r.subject),
            r.relation,
            name(&r.object),
            r.detail,
            r.tense,
            r.by,
            r.span.of(&raw)
        );
    }
    println!("seed: {} relations of {}", relations.len(), gold["relations"].as_array().unwrap().len());
    assert_eq!((lengths, gates, relations.len()), (counted.len(), counted.len(), 12));
}
