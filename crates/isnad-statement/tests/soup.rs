//! Words of news thrown together at random, with random statements laid over them: names, speakers, chains, caveats and relations must
//! neither panic nor point outside the text.

use isnad_languages::Tables;
use isnad_ledger::{Span, Statement};
use isnad_name::NameReader;
use isnad_statement::StatementReader;
use isnad_statement::relations::RelationReader;
use isnad_statement::speakers::SpeakerReader;
use isnad_text::Text;

const WORDS: [&str; 2] = [
    "قال وقال خالد المسعود ، . : « » \" أن إن وزارة الداخلية السورية لوكالة رويترز عن قوله أحدهما منهم اثنان عائلته شقيق بيان التقرير \
     المتحدث باسم نور الدين أبو عبد ال و ب لل تنظيم الدولة مركز صوفان في دمشق المعروف بـ وهو أمير متزوج من شقيقة يعمل مع ثلاثة \
     ولم يتسن دون إمكانية لا يمكن تتمكن التحقق من التأكد بشكل مستقل هذه المعلومات \
     مسؤولين القتيل إلى جانب ادعوا ها \n الله م . ع 24 ثم ؟ ! ( )",
    "said told Reuters that the Khaled al-Masoud 's , . : “ ” \" of them one two officials his family it he they statement report spokesman \
     Syria's Interior Ministry U.S. Central Command Islamic State group and a brother of was married to known as worked for leader \n \
     could not be has been unable to independently verified verify confirm the claim neither either account \
     Mr Dr. who which citing an in Damascus Abu bin 12 ? ! ( ) -",
];

#[test]
fn nothing_breaks() {
    let tables = Tables::embedded();
    let (names, reader) = (NameReader::new(tables), StatementReader::new(tables));
    let (speakers, relations) = (SpeakerReader::new(tables), RelationReader::new(tables));
    let mut seed = 7u64;
    let mut draw = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    for round in 0..1500 {
        let language = ["ar", "en"][round % 2];
        let words: Vec<&str> = WORDS[round % 2].split(' ').collect();
        let length = 1 + draw(40);
        let raw = (0..length).map(|_| words[draw(words.len())]).collect::<Vec<_>>().join(" ");
        let text = Text::new(&raw);
        let (found, _) = names.read(&text, language, &[]);
        let mut span = || {
            let start = draw(text.length() as usize) as u32;
            text.points(start, start + draw(30) as u32)
        };
        let mut statements: Vec<Statement> = (0..4)
            .map(|number| {
                let source: Vec<Span> = if number % 3 == 0 { vec![] } else { vec![span()] };
                let stance = ["asserts", "denies", "no_comment"][number % 3];
                let json = serde_json::json!({
                    "id": format!("a{number}"), "source": source, "cue": [span()], "content": [span()], "kind": null, "stance": stance,
                    "mode": "indirect", "speaker": null, "speakers": [], "subset_of": null, "chain": [], "via": [], "gate": null,
                    "inside": null, "caveat": null, "construction": "", "confidence": 1.0
                });
                serde_json::from_value(json).unwrap()
            })
            .collect();
        speakers.resolve(&text, language, &[], &found, Some("Reuters"), &mut statements);
        reader.lay_caveats(&text, language, &found, &mut statements);
        let (mut read, _) = reader.read(&text, language, &[], &found);
        reader.lay_caveats(&text, language, &found, &mut read);
        let caveats = statements.iter().chain(&read).filter_map(|s| s.caveat.as_ref());
        assert!(caveats.into_iter().all(|caveat| caveat.span.end() <= text.length()), "{raw}");
        let related = relations.read(&text, language, &found, &statements);
        let spans = found.iter().flat_map(|n| n.spans.iter().chain(&n.anaphora)).chain(related.iter().map(|r| &r.span));
        assert!(spans.into_iter().all(|span| span.end() <= text.length()), "{raw}");
        let known = |id: &Option<String>| id.as_ref().is_none_or(|id| found.iter().any(|name| name.id == *id));
        for statement in &statements {
            assert_eq!(statement.chain.len(), statement.via.len());
            assert!(
                statement.speakers.iter().all(|s| known(&s.name_id)) && statement.via.iter().all(|l| known(&l.name_id))
            );
        }
    }
}
