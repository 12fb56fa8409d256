//! Input that no name is: it costs no panic and no time.

use isnad_languages::Tables;
use isnad_name::same::{Index, Matcher, Verdict};
use proptest::prelude::*;
use std::sync::OnceLock;

#[test]
fn a_name_of_ten_thousand_characters_is_read_to_its_cap() {
    let matcher = Matcher::new(Tables::embedded());
    let long = "خالد المسعود ".repeat(800);
    let same = matcher.compare(&matcher.spelling(&long), &matcher.spelling(&long));
    assert_eq!(same.verdict, Verdict::Same);
    let one_word = "ا".repeat(10_000);
    assert_eq!(matcher.compare(&matcher.spelling(&one_word), &matcher.spelling("Ali")).verdict, Verdict::Different);
}

#[test]
fn control_marks_and_mixed_scripts() {
    let matcher = Matcher::new(Tables::embedded());
    let compare = |a: &str, b: &str| matcher.compare(&matcher.spelling(a), &matcher.spelling(b)).verdict;
    assert_eq!(compare("\u{202B}خا\u{200F}لد\u{202C} المسـعود", "Khaled al-Masoud"), Verdict::Same);
    assert_eq!(compare("خالد Masoud", "Khaled المسعود"), Verdict::Same);
    assert_eq!(compare("", "Khaled"), Verdict::Different);
    assert_eq!(compare("\u{200F} , - ،", "؟"), Verdict::Different);
}

fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(|| Matcher::new(Tables::embedded()))
}

proptest! {
    #[test]
    fn never_a_panic_and_always_a_score(a in "\\PC{0,40}", b in "[\\u{600}-\\u{6FF} a-zA-Z',-]{0,200}") {
        let matcher = matcher();
        let (x, y) = (matcher.spelling(&a), matcher.spelling(&b));
        let score = matcher.compare(&x, &y).score;
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert_eq!(Index::new(matcher, [a.as_str()]).find(&b).len() <= 1, true);
    }
}
