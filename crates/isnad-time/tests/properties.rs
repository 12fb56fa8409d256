//! What holds for every text: no panic, spans in order and disjoint, no interval reversed; and every day of the calendar is
//! read back from each way to write it.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use isnad_languages::Tables;
use isnad_text::Text;
use isnad_time::{Direction, Reference, TimeReader};
use jiff::civil::Date;
use proptest::prelude::*;
use std::sync::LazyLock;

static READER: LazyLock<TimeReader> = LazyLock::new(|| TimeReader::new(Tables::embedded()));

/// Pieces that time expressions are made of, to be put together at random.
const PIECES: &[&str] = &[
    "أمس",
    "اليوم",
    "الثلاثاء",
    "يوم",
    "ليلة",
    "إلى",
    "من",
    "بين",
    "و",
    "و18",
    "3",
    "31",
    "2025",
    "1446",
    "هـ",
    "كانون الأول",
    "آذار",
    "رمضان",
    "الماضي",
    "المقبل",
    "قبل",
    "بعد",
    "منذ",
    "حتى",
    "شهرين",
    "أسابيع",
    "نحو",
    "الساعة",
    "الثالثة",
    "والنصف",
    "إلا",
    "ربعا",
    "فجرا",
    "منتصف",
    "نهاية",
    "العام",
    "الأسبوع",
    "الأول",
    "الأخير",
    "في",
    "خلال",
    "/",
    "-",
    "–",
    ",",
    ".",
    ":",
    "(",
    ")",
    "«",
    "»",
    "\"",
    "\n",
    "09",
    "24",
    "2025.12.06",
    "29",
    "شباط",
    "الربع",
    "تسعينيات",
    "القرن",
    "الـ",
    "آخر",
    "9999",
    "99999999999",
    "yesterday",
    "Tuesday",
    "last",
    "next",
    "the",
    "of",
    "Oct",
    "October",
    "May",
    "mid-March",
    "two",
    "weeks",
    "ago",
    "later",
    "since",
    "until",
    "from",
    "to",
    "between",
    "and",
    "early",
    "end of",
    "1990s",
    "s",
    "th",
    "p.m",
    "noon",
    "a",
    "day",
    "after",
    "before",
    "Q3",
    "quarter",
    "first",
    "twenty-first",
    "century",
    "'",
    "in",
    "on",
    "by",
    "every",
    "February 29",
    "30 February",
    "year",
    "that",
];

fn check(raw: &str, language: &str, reference: &Reference) {
    let text = Text::new(raw);
    let (times, notes) = READER.read(&text, language, reference);
    let mut last = 0;
    for (index, time) in times.iter().enumerate() {
        assert_eq!(time.id, format!("t{}", index + 1));
        assert!(time.span.start() >= last && !time.span.is_empty(), "spans out of order in {raw:?}");
        last = time.span.end();
        assert!(last <= text.length());
        if let (Some(start), Some(end)) = (time.start, time.end) {
            assert!(start.datetime() < end.datetime(), "{start} – {end} in {raw:?}");
        }
    }
    assert!(notes.iter().all(|note| note.span.is_none_or(|span| span.end() <= text.length())));
    let _ = READER.publication_moment(&text, language, reference.day_first);
}

fn references() -> impl Strategy<Value = Reference> {
    let days = (-9999i16..=9999, 1i8..=12, 1i8..=28);
    let directions = prop_oneof![Just(Direction::Past), Just(Direction::Future), Just(Direction::Tense)];
    (proptest::option::weighted(0.9, days), directions, any::<bool>()).prop_map(|(day, direction, day_first)| {
        let published = day.map(|(y, m, d)| isnad_ledger::Moment::day(Date::new(y, m, d).unwrap()));
        Reference { published, direction, day_first }
    })
}

proptest! {
    #[test]
    fn pieces_never_panic(pieces in proptest::collection::vec((0..PIECES.len(), any::<bool>()), 0..40), reference in references()) {
        let raw: String = pieces.iter().flat_map(|(at, space)| [PIECES[*at], if *space { " " } else { "" }]).collect();
        check(&raw, "ar", &reference);
        check(&raw, "en", &reference);
    }

    #[test]
    fn any_text_never_panics(raw in "\\PC{0,80}", reference in references()) {
        check(&raw, "ar", &reference);
        check(&raw, "en", &reference);
    }
}

const ARABIC_MONTHS: [&str; 12] = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[test]
fn every_day_there_and_back() {
    let reference = Reference::published("2025-12-06".parse().unwrap());
    let mut day = Date::new(2023, 1, 1).unwrap();
    while day.year() < 2027 {
        let (y, m, d) = (day.year(), day.month(), day.day());
        let (arabic, english) = (ARABIC_MONTHS[m as usize - 1], ENGLISH_MONTHS[m as usize - 1]);
        for (language, written) in [
            ("ar", format!("{d} {arabic} {y}")),
            ("ar", format!("{d:02}/{m:02}/{y}")),
            ("ar", format!("{y}.{m:02}.{d:02}")),
            ("en", format!("{english} {d}, {y}")),
            ("en", format!("{d} {english} {y}")),
            ("en", format!("{y}-{m:02}-{d:02}")),
        ] {
            let (times, notes) = READER.read(&Text::new(&written), language, &reference);
            assert_eq!(times.len(), 1, "{written}");
            assert_eq!(times[0].start.unwrap().date(), day, "{written}");
            assert_eq!(times[0].end.unwrap().date(), day.tomorrow().unwrap(), "{written}");
            assert!(notes.is_empty(), "{written}");
        }
        day = day.tomorrow().unwrap();
    }
}

#[test]
fn every_hijri_day_there_and_back() {
    const MONTHS: [&str; 12] = [
        "محرم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوال",
        "ذو القعدة",
        "ذو الحجة",
    ];
    let mut last: Option<Date> = None;
    for year in 1440..1450 {
        for (index, month) in MONTHS.iter().enumerate() {
            for day in 1..=29 {
                let written = format!("{day} {month} {year}هـ");
                let (times, _) = READER.read(&Text::new(&written), "ar", &Reference::default());
                let start = times[0].start.unwrap().date();
                // Days follow each other; a month may have a thirtieth day between.
                if let Some(last) = last {
                    let gap = last.until(start).unwrap().get_days();
                    assert!(gap == 1 || (day == 1 && gap == 2), "{written} after {last}, month {index}");
                }
                last = Some(start);
            }
        }
    }
}

#[test]
fn notes_say_what_was_noticed() {
    let codes = |raw: &str, language: &str, reference: &Reference| -> Vec<String> {
        READER.read(&Text::new(raw), language, reference).1.into_iter().map(|note| note.code).collect()
    };
    let reference = Reference::published("2025-12-06".parse().unwrap());
    assert_eq!(codes("الخميس 5 كانون الأول 2025", "ar", &reference), ["weekday_conflict"]);
    assert_eq!(codes("on Thursday, Dec. 5, 2025", "en", &reference), ["weekday_conflict"]);
    assert_eq!(codes("الجمعة 5 كانون الأول 2025", "ar", &reference), [""; 0]);
    assert_eq!(codes("30 شباط 2025", "ar", &reference), ["no_such_day"]);
    assert_eq!(codes("أمس", "ar", &Reference::default()), ["undated"]);
    assert_eq!(codes("two days after the attack", "en", &reference), ["unanchored"]);
}

#[test]
fn direction_decides_over_tense() {
    let day = |raw: &str, language: &str, direction: Direction| {
        let reference = Reference { direction, ..Reference::published("2025-12-06".parse().unwrap()) };
        READER.read(&Text::new(raw), language, &reference).0[0].start.unwrap().to_string()
    };
    assert_eq!(day("سيجتمع المجلس الثلاثاء", "ar", Direction::Tense), "2025-12-09");
    assert_eq!(day("سيجتمع المجلس الثلاثاء", "ar", Direction::Past), "2025-12-02");
    assert_eq!(day("met on Tuesday", "en", Direction::Tense), "2025-12-02");
    assert_eq!(day("met on Tuesday", "en", Direction::Future), "2025-12-09");
}

#[test]
fn datelines_tell_the_moment_of_publication() {
    for (language, raw, expected) in [
        ("ar", "غارة تقتل رجلا\n\n2025.12.06 - 09:24\nFacebook Share\nقالت عائلته عام 2017", Some("2025-12-06T09:24")),
        ("ar", "عنوان\n٤ ديسمبر ٢٠٢٥ | ٩:٢٤ ص\nنص", Some("2025-12-04T09:24")),
        ("ar", "عنوان\nالسبت 6 كانون الأول 2025\nنص", Some("2025-12-06")),
        ("ar", "آخر تحديث: 6 ديسمبر 2025، الساعة 05:16 مساءً\nنص", Some("2025-12-06T17:16")),
        (
            "en",
            "Raid kills man\nBy A. Writer\nDec. 6, 2025, 9:24 a.m.\nThe raid of Oct. 19, 2025, killed him.",
            Some("2025-12-06T09:24"),
        ),
        (
            "en",
            "Raid kills man\nBAGHDAD, Nov. 19, 2024 — Troops killed a man on Tuesday in a raid that went on for some hours, officials there said.",
            Some("2024-11-19"),
        ),
        (
            "en",
            "Raid kills man\nTroops killed a man in a raid on 19 October 2025 that residents of the town say should never have taken place.",
            None,
        ),
        ("ar", "عنوان بلا تاريخ\nقال أمس إنه باق", None),
    ] {
        let found = READER.publication_moment(&Text::new(raw), language, true);
        assert_eq!(found.map(|(moment, _)| moment.to_string()).as_deref(), expected, "{raw}");
    }
}

#[test]
fn a_long_hostile_line_is_read_in_one_pass() {
    // Each unit may begin an expression that fails late; the work per unit stays bounded, so this ends at once.
    for piece in ["قبل نحو ", "من ", "بين 3 و", "الساعة الثالثة و", "«", "from the ", "1 ", "the end of ", "- "]
    {
        let raw = piece.repeat(5_000);
        check(&raw, "ar", &Reference::default());
        check(&raw, "en", &Reference::published("2025-12-06".parse().unwrap()));
    }
}
