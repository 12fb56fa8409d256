//! The tables by which attributions are read hold only what their readers know: every code is a known one, no required
//! cell is empty, nothing stands twice. It is not a test of coverage; that is measured on gold.

use isnad_languages::{Row, Tables};
use std::collections::BTreeSet;

const STANCES: &str = "asserts alleges accuses believes doubts denies demands expects no_comment";
const STRENGTHS: &str = "strong medium weak";
const KINDS: &str = "anonymous person organisation media document";
const YES: &str = "yes";
const YES_NO: &str = "yes no";
const FOLLOWS: &str = "source verb possessive relay clause";
const SPEAKER_CLASSES: &str =
    "speech reign reign_behind monitor hear kin victim share outlet interview carry seen own clause about death empty";
const CLASSES: &str = "nationality field other";
const ARABIC_FRAMES: &str = "inna anna bi_anna ila_anna ala_anna min_anna an_anna fi_anna li_anna an bi_an ila_an ala_an \
    min_an fi_an noun bi ila an_prep ala min fi li_content ka hawl ddid maa quote question to li relay naming held fih source";
const ENGLISH_FRAMES: &str = "that bare quote noun gerund to_inf person_to_inf whether to to_prep relay naming of for on \
    about against over at in with from as";
/// Frames that a weak verb can report by.
const SPOKEN: &str = "inna anna bi_anna ila_anna ala_anna min_anna an_anna fi_anna li_anna an bi_an ila_an ala_an min_an \
    fi_an quote question relay naming that bare whether";

/// What holds for a table: its name, the columns that together name a row, required columns, columns with their codes.
struct Rule {
    table: &'static str,
    key: &'static [&'static str],
    required: &'static [&'static str],
    codes: &'static [(&'static str, &'static str)],
}

/// How an outlet's caveat begins.
const CAVEATS: Rule = Rule {
    table: "caveat_openings",
    key: &["phrase"],
    required: &["phrase", "anchor"],
    codes: &[
        ("anchor", "noun subjunctive verb passive gerund confirmation adjective"),
        ("agent", "personal we after"),
        ("needs", "independent nothing"),
    ],
};

const ARABIC: &[Rule] = &[
    CAVEATS,
    Rule {
        table: "reporting_verbs",
        key: &["past"],
        required: &["past", "present", "stance", "frames", "strength"],
        codes: &[("stance", STANCES), ("strength", STRENGTHS), ("frames", ARABIC_FRAMES)],
    },
    Rule {
        table: "reporting_phrases",
        key: &["past", "tail", "negated"],
        required: &["past", "present", "stance"],
        codes: &[("stance", STANCES), ("frames", ARABIC_FRAMES), ("negated", YES)],
    },
    Rule {
        table: "speaker_words",
        key: &["word", "class"],
        required: &["word", "class"],
        codes: &[("class", SPEAKER_CLASSES)],
    },
    Rule {
        table: "nominal_cues",
        key: &["phrase"],
        required: &["phrase", "follows", "stance"],
        codes: &[("stance", STANCES), ("follows", FOLLOWS), ("kind", KINDS)],
    },
    Rule {
        table: "cue_nouns",
        key: &["word"],
        required: &["word", "stance"],
        codes: &[("stance", STANCES), ("frames", ARABIC_FRAMES)],
    },
    Rule {
        table: "source_heads",
        key: &["word"],
        required: &["word", "kind", "gloss", "human"],
        codes: &[("kind", KINDS), ("human", YES_NO)],
    },
    Rule { table: "roles", key: &["word"], required: &["word", "gloss"], codes: &[] },
    Rule { table: "modifiers", key: &["word"], required: &["word", "gloss", "class"], codes: &[("class", CLASSES)] },
];

const ENGLISH: &[Rule] = &[
    CAVEATS,
    Rule {
        table: "reporting_verbs",
        key: &["lemma"],
        required: &["lemma", "stance", "frames", "strength"],
        codes: &[("stance", STANCES), ("strength", STRENGTHS), ("frames", ENGLISH_FRAMES)],
    },
    Rule {
        table: "reporting_phrases",
        key: &["head", "tail", "negated"],
        required: &["head", "stance"],
        codes: &[("stance", STANCES), ("frames", ENGLISH_FRAMES), ("negated", YES)],
    },
    Rule {
        table: "form_words",
        key: &["word", "class"],
        required: &["word", "class"],
        codes: &[("class", "noun one many ly")],
    },
    Rule { table: "irregular_verbs", key: &["lemma"], required: &["lemma", "past"], codes: &[] },
    Rule {
        table: "speaker_words",
        key: &["word", "class"],
        required: &["word", "class"],
        codes: &[("class", SPEAKER_CLASSES)],
    },
    Rule {
        table: "nominal_cues",
        key: &["phrase"],
        required: &["phrase", "follows", "stance"],
        codes: &[("stance", STANCES), ("follows", FOLLOWS), ("kind", KINDS)],
    },
    Rule {
        table: "cue_nouns",
        key: &["word"],
        required: &["word", "stance", "frames"],
        codes: &[("stance", STANCES), ("frames", ENGLISH_FRAMES)],
    },
    Rule {
        table: "source_heads",
        key: &["word"],
        required: &["word", "kind", "human"],
        codes: &[("kind", KINDS), ("human", YES_NO)],
    },
    Rule {
        table: "roles",
        key: &["word"],
        required: &["word", "kind", "human"],
        codes: &[("kind", KINDS), ("human", YES_NO)],
    },
    Rule { table: "modifiers", key: &["word"], required: &["word", "class"], codes: &[("class", CLASSES)] },
];

/// Columns of the Arabic tables that are not written in Arabic.
const LATIN: &[&str] = &[
    "stance",
    "frames",
    "strength",
    "negated",
    "follows",
    "kind",
    "human",
    "gloss",
    "gloss_plural",
    "class",
    "anchor",
    "agent",
    "needs",
];

fn known(codes: &str, code: &str) -> bool {
    codes.split_whitespace().any(|known| known == code)
}

fn check(language: &str, rules: &[Rule]) -> Vec<String> {
    let mut wrong = Vec::new();
    for rule in rules {
        let table = Tables::embedded().table(language, rule.table);
        assert!(table.rows().count() > 20, "{language}/{} is missing or nearly empty", rule.table);
        let mut seen = BTreeSet::new();
        for row in table.rows() {
            let key: Vec<&str> = rule.key.iter().map(|column| row.get(column)).collect();
            let at = format!("{language}/{} {}", rule.table, key.join(" + "));
            for column in rule.required.iter().filter(|column| row.get(column).is_empty()) {
                wrong.push(format!("{at}: {column} is empty"));
            }
            for (column, codes) in rule.codes {
                for code in row.list(column).filter(|code| !known(codes, code)) {
                    wrong.push(format!("{at}: {column} does not know {code}"));
                }
            }
            if !seen.insert(key) {
                wrong.push(format!("{at}: stands twice"));
            }
        }
    }
    wrong
}

#[test]
fn every_row_is_complete_known_and_single() {
    let wrong = [check("ar", ARABIC), check("en", ENGLISH)].concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn arabic_cells_are_in_arabic_script() {
    const COLUMNS: &[&str] = &[
        "past",
        "present",
        "noun",
        "participle",
        "passive",
        "veto",
        "tail",
        "phrase",
        "word",
        "plural",
        "feminine",
        "takes",
    ];
    let arabic = |cell: &str| cell.chars().all(|c| matches!(c, '\u{0621}'..='\u{0652}' | ' ' | '|'));
    let latin = |cell: &str| cell.chars().all(|c| !matches!(c, '\u{0600}'..='\u{06ff}'));
    for rule in ARABIC {
        for row in Tables::embedded().table("ar", rule.table).rows() {
            for column in COLUMNS {
                assert!(arabic(row.get(column)), "{} {column}: {}", rule.table, row.get(column));
            }
            for column in LATIN {
                assert!(latin(row.get(column)), "{} {column}: {}", rule.table, row.get(column));
            }
        }
    }
}

#[test]
fn a_weak_verb_can_report_by_a_complementiser_or_a_quotation() {
    let dead =
        |row: &Row<'_, '_>| row.get("strength") == "weak" && !row.list("frames").any(|frame| known(SPOKEN, frame));
    for (language, lemma) in [("ar", "past"), ("en", "lemma")] {
        for row in Tables::embedded().table(language, "reporting_verbs").rows() {
            assert!(!dead(&row), "{language} {}: a weak verb with these frames is never read", row.get(lemma));
        }
    }
}

#[test]
fn verbs_and_heads_of_sources_are_single_words() {
    for (language, table, column) in
        [("ar", "reporting_verbs", "past"), ("en", "reporting_verbs", "lemma"), ("ar", "source_heads", "word")]
    {
        for row in Tables::embedded().table(language, table).rows() {
            assert!(!row.get(column).contains(' '), "{language}/{table}: {} is a phrase", row.get(column));
        }
    }
}

#[test]
fn irregular_heads_of_english_phrases_are_listed_once() {
    let verbs = Tables::embedded().table("en", "reporting_verbs");
    let heads = Tables::embedded().table("en", "irregular_verbs");
    for head in heads.rows() {
        let lemma = head.get("lemma");
        assert!(verbs.rows().all(|verb| verb.get("lemma") != lemma), "{lemma} is a reporting verb as well");
    }
}
