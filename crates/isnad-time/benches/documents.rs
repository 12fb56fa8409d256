//! How fast long documents are read: `cargo bench -p isnad-time`. The text is prose of the kind the reader is for, repeated;
//! cutting it into tokens is measured with it and apart.
#![allow(missing_docs, reason = "criterion's macros make public items")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use isnad_languages::Tables;
use isnad_text::Text;
use isnad_time::{Reference, TimeReader};
use std::hint::black_box;

const ARABIC: &str = "أعلنت وزارة الداخلية، اليوم السبت، أن قواتها نفذت عملية أمنية في ريف دمشق فجر 3 كانون الأول الجاري، \
    أسفرت عن اعتقال خمسة أشخاص ومصادرة أسلحة وذخائر كانت مخبأة في مزرعة قرب البلدة. وقال المتحدث باسم الوزارة في مؤتمر \
    صحفي إن الحملة بدأت منذ أسبوعين وستستمر حتى نهاية العام، مضيفا أن التحقيقات الأولية أظهرت صلات بين الموقوفين وخلايا \
    تنشط في البادية. ونفى وجهاء البلدة ذلك، وأكدوا أن المداهمات التي جرت مساء الخميس روعت الأهالي وأن بين الموقوفين طلابا.\n";

const ENGLISH: &str = "The Interior Ministry said on Saturday that its forces had carried out an operation outside Damascus \
    before dawn on Dec. 3, arresting five people and seizing weapons hidden on a farm near the town. A spokesman told \
    reporters the campaign began two weeks ago and would go on until the end of the year, adding that the first inquiries \
    showed links between those held and cells active in the desert. Residents denied it and said the raids frightened them.\n";

fn documents(criterion: &mut Criterion) {
    let reader = TimeReader::new(Tables::embedded());
    let reference = Reference::published("2025-12-06T09:24".parse().expect("a moment"));
    for (language, paragraph) in [("ar", ARABIC), ("en", ENGLISH)] {
        for copies in [200, 2_000] {
            let raw = paragraph.repeat(copies);
            let mut group = criterion.benchmark_group(format!("{language}, {copies} paragraphs"));
            group.throughput(Throughput::Bytes(raw.len() as u64)).sample_size(20);
            let text = Text::new(&raw);
            group
                .bench_function("read", |bencher| bencher.iter(|| black_box(reader.read(&text, language, &reference))));
            group.bench_function("cut and read", |bencher| {
                bencher.iter(|| black_box(reader.read(&Text::new(&raw), language, &reference)));
            });
            group.finish();
        }
    }
    criterion.bench_function("start-up", |bencher| bencher.iter(|| black_box(TimeReader::new(Tables::embedded()))));
}

criterion_group!(benches, documents);
criterion_main!(benches);
