//! Whose father, whose family: a person who is only named in passing is not made a relative of the one who speaks.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_languages::Tables;
use isnad_name::NameReader;
use isnad_statement::StatementReader;
use isnad_statement::speakers::SpeakerReader;
use isnad_text::Text;

#[test]
fn a_ruler_named_in_passing_has_no_son_here() {
    let raw = "مقتل طالب في حمص\nقُتل الطالب سامر الحداد في حمص أمس الأحد. وكان سامر الحداد قد عاد إلى المدينة بعد سقوط \
               نظام بشار الأسد. وقال والده إن الرصاص أطلق من سيارة مسرعة.";
    let text = Text::new(raw);
    let tables = Tables::embedded();
    let (names, _) = NameReader::new(tables).read(&text, "ar", &[]);
    let (mut statements, _) = StatementReader::new(tables).read(&text, "ar", &[], &names);
    SpeakerReader::new(tables).resolve(&text, "ar", &[], &names, None, &mut statements);
    let father =
        statements.iter().find(|s| s.source.first().is_some_and(|span| span.of(raw).contains("والده"))).unwrap();
    let speaker = father.speaker.clone().unwrap_or_default();
    assert!(!speaker.contains("Assad"), "{speaker}");
}
