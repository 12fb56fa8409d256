//! How fast events are read: `cargo bench -p isnad-event`. The text is prose of the kind the reader is for, repeated; the ledger
//! is empty, so that this layer alone is measured.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isnad_event::EventReader;
use isnad_languages::Tables;
use isnad_ledger::Ledger;
use isnad_text::Text;
use std::hint::black_box;

const ARABIC: &str = "قُتل ثلاثة أشخاص على الأقل وأصيب خمسة آخرون، بينهم طفلان، في غارة جوية استهدفت سوقا شعبية في مديرية التحيتا مساء \
    أمس الثلاثاء، وفق ما أعلنت وزارة الصحة في بيان. وقال مدير المستشفى إن حصيلة القتلى ارتفعت إلى تسعة بعد وفاة جريحين متأثرين \
    بجراحهما. وكانت السوق نفسها تعرضت لقصف مدفعي في الثالث من أكتوبر الماضي أودى بحياة شخصين.\n";

const ENGLISH: &str = "Two people were killed and five others wounded, two of them critically, when a gunman opened fire outside a bar \
    in the 1200 block of Harper Avenue late Saturday, police said. The victims were identified as Maria Lopez, 38, and her son. \
    A 29-year-old suspect was taken into custody after a short chase. It was the third shooting in the city since June.\n";

fn ledger() -> Ledger {
    let value = serde_json::json!({
        "ledger": 1, "engine": {"version": "", "tables": ""},
        "report": {"id": "r", "url": null, "title": null, "publisher": null, "published": "2025-12-06", "language": null,
            "sha256": "", "text_sha256": "", "text": "", "blocks": []},
        "times": [], "places": [], "names": [], "quantities": [], "statements": [], "events": [], "relations": [],
        "notes": []});
    serde_json::from_value(value).expect("a ledger")
}

fn events(criterion: &mut Criterion) {
    let reader = EventReader::new(Tables::embedded());
    let ledger = ledger();
    for (language, paragraph) in [("ar", ARABIC), ("en", ENGLISH)] {
        for copies in [100, 1_000] {
            let raw = paragraph.repeat(copies);
            let text = Text::new(&raw);
            let mut group = criterion.benchmark_group(format!("{language}, {copies} paragraphs"));
            group.throughput(Throughput::Bytes(raw.len() as u64)).sample_size(20);
            group.bench_function("read", |bencher| bencher.iter(|| black_box(reader.read(&text, language, &ledger))));
            group.finish();
        }
    }
    criterion.bench_function("start-up", |bencher| bencher.iter(|| black_box(EventReader::new(Tables::embedded()))));
}

criterion_group!(benches, events);
criterion_main!(benches);
