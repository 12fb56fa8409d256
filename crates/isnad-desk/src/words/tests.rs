//! The two files hold the same keys, every key the program asks for is there, and numbers are said rightly.

use super::*;
use std::collections::BTreeSet;

fn keys(file: &str) -> BTreeSet<&str> {
    let lines = file.lines().filter(|line| !line.starts_with(['#', ' ', '}']));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
}

#[test]
fn both_languages_say_the_same_things() {
    let (arabic, english) = (include_str!("../../locales/ar.ftl"), include_str!("../../locales/en.ftl"));
    assert_eq!(keys(arabic), keys(english));
    for file in [arabic, english] {
        assert!(FluentResource::try_new(file.to_owned()).is_ok());
    }
}

#[test]
fn every_key_asked_for_is_there() {
    let known = keys(include_str!("../../locales/en.ftl"));
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["templates", "src", "src/pages"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut asked = 0;
    for file in files.filter(|path| path.is_file()) {
        let text = std::fs::read_to_string(&file).unwrap();
        for call in [".say(\"", ".count(\"", ".about(\"", ".with(\""] {
            for (at, _) in text.match_indices(call) {
                let key = text[at + call.len()..].split('"').next().unwrap();
                asked += 1;
                assert!(known.contains(key), "{key} in {}", file.display());
            }
        }
    }
    assert!(asked > 100, "{asked}");
}

#[test]
fn arabic_counts_in_six_ways() {
    let words = Words::new(Language::Arabic, Digits::Arabic);
    let said: Vec<String> = [0, 1, 2, 3, 11, 100].iter().map(|n| words.count("n-reports", *n as u32)).collect();
    let said: Vec<String> = said.iter().map(|s| s.replace(['\u{2068}', '\u{2069}'], "")).collect();
    assert_eq!(said, ["لا تقارير", "تقرير واحد", "تقريران", "٣ تقارير", "١١ تقريرا", "١٠٠ تقرير"]);
}

#[test]
fn numbers_and_dates() {
    let english = Words::new(Language::English, Digits::European);
    let arabic = Words::new(Language::Arabic, Digits::Arabic);
    assert_eq!(english.number(20_000_u32), "20,000");
    assert_eq!(arabic.number(20_000_u32), "٢٠٬٠٠٠");
    assert_eq!(english.number(2025_u32), "2025");
    let (start, end) = ("2025-10-19".parse().ok(), "2025-10-20".parse().ok());
    assert_eq!(english.days(start, end), "19 October 2025");
    assert_eq!(arabic.days(start, end), "١٩ تشرين الأول/أكتوبر ٢٠٢٥");
    assert_eq!(english.days(start, None), "19 October 2025 …");
    assert_eq!(english.moment("2025-12-06T09:24".parse().unwrap()), "6 December 2025, 09:24");
}
