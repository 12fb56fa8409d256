//! Places in sentences: `places_cases.tsv` and `places_own.tsv` hold language, the report's country, a text, and the places
//! expected in it as `words=key`, parted by `; `; a place without a key is `?` with its precision. `BLESS=1` rewrites the
//! last column.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test")]

use isnad_languages::Tables;
use isnad_ledger::Precision;
use isnad_name::{IndexBuilder, PlaceIndex, PlaceKind, PlaceReader, PlaceRow, ReportHints};
use isnad_text::Text;
use proptest::prelude::*;
use std::{env, fs, path::Path, sync::LazyLock};

static READER: LazyLock<PlaceReader> = LazyLock::new(|| PlaceReader::new(Tables::embedded()));

fn read(reader: &PlaceReader, language: &str, country: &str, raw: &str) -> String {
    let hints = ReportHints { country: (!country.is_empty()).then(|| country.to_owned()) };
    let (places, _) = reader.read(&Text::new(raw), language, &hints);
    let shown = places.iter().map(|place| {
        let unlisted = || format!("?{}", format!("{:?}", place.precision).to_lowercase());
        let key = place.key.as_deref().map_or_else(unlisted, |key| key.replace("place:", ""));
        format!("{}={key}", place.span.of(raw))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn sentences_of_single_rules() {
    check("tests/places_cases.tsv");
}

#[test]
fn sentences_and_traps() {
    check("tests/places_own.tsv");
}

fn check(file: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&file).unwrap();
    let (mut new, mut wrong) = (String::new(), Vec::new());
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if line.starts_with('#') || cells[0] == "language" {
            new += &format!("{line}\n");
            continue;
        }
        let got = read(&READER, cells[0], cells[1], &cells[2].replace("\\n", "\n"));
        if cells.get(3).copied().unwrap_or_default() != got {
            wrong.push(format!("{}\n  expected {}\n  got      {got}", cells[2], cells.get(3).unwrap_or(&"")));
        }
        new += &format!("{}\t{}\t{}\t{got}\n", cells[0], cells[1], cells[2]);
    }
    if env::var_os("BLESS").is_some() {
        fs::write(&file, new).unwrap();
    } else {
        assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn a_distance_moves_the_point_and_widens_it() {
    let text = Text::new("انفجر لغم على بعد 50 كيلومترا شرق تدمر.");
    let (places, _) = READER.read(&text, "ar", &ReportHints::default());
    let [place] = &places[..] else { panic!("{places:?}") };
    assert_eq!((place.precision, place.name.as_str()), (Precision::Region, "50 km east of Palmyra"));
    assert_eq!(place.name_ar.as_deref(), Some("على بعد 50 كم شرق تدمر"));
    assert!((place.latitude.unwrap() - 34.56).abs() < 0.02 && (place.longitude.unwrap() - 38.83).abs() < 0.02);
}

#[test]
fn an_installed_gazetteer_needs_better_evidence() {
    let mut builder = IndexBuilder::default();
    let mut bytes = Vec::new();
    let row = |key, name, name_ar, latitude| PlaceRow {
        key,
        name,
        name_ar,
        within: "Aleppo",
        country: "SY",
        kind: PlaceKind::Town,
        latitude,
        longitude: 37.5,
        population: 1,
        word: false,
        common: false,
        seat: false,
    };
    builder.add(&row("wof:1", "Al Madrasah", "المدرسة", 36.1), ["المدرسة", "Al Madrasah"], &mut bytes);
    builder.add(&row("wof:2", "Tall Qarah", "تل قراح", 36.3), ["تل قراح", "Tall Qarah"], &mut bytes);
    builder.add(&row("wof:3", "Halab", "حلب", 36.2), ["حلب"], &mut bytes);
    builder
        .finish(&mut |part| {
            bytes.extend(part);
            Ok::<(), ()>(())
        })
        .unwrap();
    let reader = READER.clone().with_index(PlaceIndex::new(bytes).unwrap());
    let cases = [
        ("وقع الانفجار قرب المدرسة في حلب", "حلب=sy/aleppo/aleppo"),
        ("وقع الانفجار في قرية تل قراح بريف حلب", "تل قراح=wof:2; حلب=sy/aleppo"),
    ];
    for (raw, expected) in cases {
        assert_eq!(read(&reader, "ar", "", raw), expected);
    }
    assert_eq!(reader.find("حلب").len(), 3, "the city, the governorate, and the installed one");
}

proptest! {
    #[test]
    fn any_text_can_be_read(raw in ".{0,200}", english in any::<bool>()) {
        let text = Text::new(&raw);
        READER.read(&text, if english { "en" } else { "ar" }, &ReportHints::default());
    }

    #[test]
    fn any_words_around_places_can_be_read(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "في", "شمال", "حلب", "وحماة", "،", "12", "كم", "من", "ريف", "دمشق", "(", ")", "«", "\n", "على بعد", "بلدة", "–",
            "الضمير", "لحلب", "of", "the", "Aleppo,", "Syria", "20", "km", "north", "’s", "الشمالي", "بدمشق", "ال",
        ]), 0..40),
    ) {
        let raw = words.join(" ");
        let text = Text::new(&raw);
        for language in ["ar", "en"] {
            let (places, _) = READER.read(&text, language, &ReportHints::default());
            for place in places {
                prop_assert!(place.span.end() <= text.length() && place.span.start() < place.span.end());
            }
        }
    }
}
