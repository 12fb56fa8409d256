//! Finds the phrases of the weighing tables in a folded text, both languages in one pass. It gives a phrase no meaning but
//! its row; what a row counts for is said by the readers of claims.

use crate::fold::{Folded, fold};
use aho_corasick::AhoCorasick;
use isnad_languages::Tables;
use isnad_ledger::QuestionKind;
use rustc_hash::FxHashMap;

/// Lists of words that are no answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Unnamed sources; the value is their class.
    Source,
    /// Roles that speak for a body.
    SpeaksFor,
    /// Relatives and their word for the family as a whole.
    Family,
    /// Accounts are said to part here.
    Conflict,
    /// Words of doing, next to whoever did it.
    Act,
    /// Claiming responsibility.
    Responsibility,
    /// That nothing of the sort happened.
    Nothing,
    /// A toll.
    Toll,
    /// A toll that changes on a day, which is not the event's day.
    Change,
    /// Something happening, with its day.
    Happening,
    /// Those harmed.
    Victim,
    /// "Not".
    Not,
    /// By whom.
    Agent,
    /// "That": what was said before.
    That,
    /// A part in what was done.
    Involvement,
    /// A speaker's own people were not there, or what is said of them is invented.
    Disowning,
    /// Nobody was; the value is the question.
    None,
    /// "Any", of what is denied; the value is the question.
    Any,
    /// What was worked against follows.
    Against,
    /// To admit what one has done.
    Admits,
    /// A statement comes out; its day follows.
    Issued,
    /// Somebody's relative: what follows is said of him.
    Kin,
}

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A word of a list, with the number of its value.
    List(List, u16),
    /// An answer to a question: axis and side by number; `against` if the words speak against the side, `weak` if they do not
    /// speak for it where they only say who was among those counted.
    Answer { question: QuestionKind, axis: u16, side: u16, against: bool, weak: bool },
}

/// A phrase found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) meaning: Meaning,
    /// First code point of its first word in the raw text.
    pub(crate) start: u32,
    /// The code point after its last one.
    pub(crate) end: u32,
}

#[derive(Clone, Copy, Debug)]
struct Pattern {
    meaning: Meaning,
    stem: bool,
}

/// All phrases of the weighing tables.
#[derive(Clone, Debug)]
pub(crate) struct Phrases {
    automaton: AhoCorasick,
    patterns: Vec<Pattern>,
    /// Values, axes and sides by number.
    names: Vec<String>,
    /// The other side of an axis of two.
    opposite: FxHashMap<u16, u16>,
}

impl Phrases {
    pub(crate) fn new(tables: &Tables) -> Phrases {
        let mut names = Names::default();
        let mut words: Vec<String> = Vec::new();
        let mut patterns = Vec::new();
        let mut add = |meaning, phrase: &str| {
            let stem = phrase.ends_with('*');
            let folded = fold(phrase);
            if !folded.is_empty() {
                words.push(folded);
                patterns.push(Pattern { meaning, stem });
            }
        };
        for language in ["ar", "en"] {
            for row in tables.table(language, "weigh_words").rows() {
                let Some(list) = list(row.get("list")) else { continue };
                let meaning = Meaning::List(list, names.number(row.get("value")));
                row.list("words").for_each(|phrase| add(meaning, phrase));
            }
            for row in tables.table(language, "weigh_answers").rows() {
                let Some(question) = question(row.get("question")) else { continue };
                let meaning = Meaning::Answer {
                    question,
                    axis: names.number(row.get("axis")),
                    side: names.number(row.get("side")),
                    against: row.get("against") == "yes",
                    weak: row.get("against") == "weak",
                };
                row.list("words").for_each(|phrase| add(meaning, phrase));
            }
        }
        let mut sides: FxHashMap<(u16, u16), Vec<u16>> = FxHashMap::default();
        for pattern in &patterns {
            if let Meaning::Answer { question, axis, side, .. } = pattern.meaning {
                let all = sides.entry((question as u16, axis)).or_default();
                if !all.contains(&side) {
                    all.push(side);
                }
            }
        }
        let pairs = sides.into_values().filter(|all| all.len() == 2);
        let opposite = pairs.flat_map(|all| [(all[0], all[1]), (all[1], all[0])]).collect();
        Phrases {
            automaton: AhoCorasick::new(&words).unwrap_or_else(|_| {
                // Only a table of gigabytes cannot be built; without one nothing is found.
                patterns.clear();
                #[allow(clippy::unwrap_used, reason = "an automaton of no patterns always builds")]
                AhoCorasick::new([""; 0]).unwrap()
            }),
            patterns,
            names: names.list,
            opposite,
        }
    }

    /// The other side, if the side's axis has two.
    pub(crate) fn opposite(&self, side: u16) -> Option<u16> {
        self.opposite.get(&side).copied()
    }

    /// The value, axis or side of a number.
    pub(crate) fn name(&self, number: u16) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// Every phrase in the text, in order of its start; of two that start together the longer one first.
    pub(crate) fn find(&self, folded: &Folded) -> Vec<Hit> {
        let text = folded.text.as_str();
        let mut hits = Vec::new();
        for found in self.automaton.find_overlapping_iter(text) {
            let pattern = self.patterns[found.pattern().as_usize()];
            let (first, last) = (folded.word_at(found.start()), folded.word_at(found.end() - 1));
            let Some((first, last)) = folded.words.get(first).zip(folded.words.get(last)) else { continue };
            let before = &text[first.byte as usize..found.start()];
            let whole = pattern.stem || text[found.end()..].starts_with(' ');
            if whole && (before.is_empty() || PROCLITICS.contains(&before)) {
                hits.push(Hit { meaning: pattern.meaning, start: first.start, end: last.end });
            }
        }
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        hits
    }
}

/// Folded proclitics that may stand before a phrase's first word.
const PROCLITICS: [&str; 22] = [
    "و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "فال", "بال", "كال", "لل", "ول", "وب", "فب", "فل", "وبال", "ولل", "وس",
    "فس", "ا", "لا",
];

#[derive(Default)]
struct Names {
    numbers: FxHashMap<String, u16>,
    list: Vec<String>,
}

impl Names {
    fn number(&mut self, name: &str) -> u16 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.list.len().min(usize::from(u16::MAX)) as u16;
        self.numbers.insert(name.to_owned(), number);
        self.list.push(name.to_owned());
        number
    }
}

fn list(name: &str) -> Option<List> {
    Some(match name {
        "source" => List::Source,
        "speaks_for" => List::SpeaksFor,
        "family" => List::Family,
        "conflict" => List::Conflict,
        "act" => List::Act,
        "responsibility" => List::Responsibility,
        "nothing" => List::Nothing,
        "toll" => List::Toll,
        "change" => List::Change,
        "happening" => List::Happening,
        "victim" => List::Victim,
        "not" => List::Not,
        "agent" => List::Agent,
        "that" => List::That,
        "involvement" => List::Involvement,
        "disowning" => List::Disowning,
        "none" => List::None,
        "any" => List::Any,
        "against" => List::Against,
        "kin" => List::Kin,
        "issued" => List::Issued,
        "admits" => List::Admits,
        _ => return None,
    })
}

fn question(name: &str) -> Option<QuestionKind> {
    Some(match name {
        "perpetrator" => QuestionKind::Perpetrator,
        "target" => QuestionKind::Target,
        "place" => QuestionKind::Place,
        "victim_identity" => QuestionKind::VictimIdentity,
        "victim_affiliation" => QuestionKind::VictimAffiliation,
        "outcome" => QuestionKind::Outcome,
        "cause" => QuestionKind::Cause,
        "occurred" => QuestionKind::Occurred,
        _ => return None,
    })
}
