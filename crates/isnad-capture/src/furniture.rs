//! Lines that belong to a page and not to the report: share links, counters, comment boxes. Judged by a line's words alone;
//! where on a page it stands is the business of the doors.

use isnad_languages::Tables;
use std::collections::{HashMap, HashSet};

/// A longer line is never judged by its words alone.
const WORDS: usize = 14;

/// Knows the phrases of `shared/furniture.tsv`.
#[derive(Debug)]
pub(crate) struct Furniture {
    phrases: HashSet<Vec<String>>,
    longest: HashMap<String, usize>,
}

impl Furniture {
    pub(crate) fn new(tables: &Tables) -> Furniture {
        let table = tables.table("shared", "furniture");
        let phrases: HashSet<Vec<String>> = table.rows().map(|row| words(row.get("phrase"))).collect();
        let mut longest = HashMap::new();
        for phrase in phrases.iter().filter(|phrase| !phrase.is_empty()) {
            let length = longest.entry(phrase[0].clone()).or_insert(0);
            *length = phrase.len().max(*length);
        }
        Furniture { phrases, longest }
    }

    /// Whether the line consists of furniture phrases, with at most one other word for every two of theirs.
    pub(crate) fn is_line(&self, line: &str) -> bool {
        let mut long = line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        if long.nth(WORDS).is_some() {
            return false;
        }
        let words = words(line);
        if words.len() > WORDS {
            return false;
        }
        let (mut at, mut known, mut other) = (0, 0, 0);
        while at < words.len() {
            let longest = self.longest.get(&words[at]).copied().unwrap_or(0);
            let length = (1..=longest.min(words.len() - at)).rev().find(|n| self.phrases.contains(&words[at..at + n]));
            match length {
                Some(length) => known += length,
                None if words[at].chars().all(|c| c.is_ascii_digit()) => {}
                None => other += 1,
            }
            at += length.unwrap_or(1);
        }
        known > 0 && other * 2 <= known
    }
}

/// The line's words in reading form, without punctuation.
fn words(line: &str) -> Vec<String> {
    let form = isnad_text::normalise(line);
    let words = form.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '-' | '©'));
    words.map(|word| word.trim_matches(['\'', '-'])).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::Furniture;
    use isnad_languages::Tables;

    #[test]
    fn lines() {
        let furniture = Furniture::new(Tables::embedded());
        for line in [
            "Share on Facebook",
            "مُشاركة | طباعة",
            "القراءات: 1284",
            "Leave a comment (3)",
            "شارك البلاغ: فيسبوك تلغرام",
        ] {
            assert!(furniture.is_line(line), "{line}");
        }
        for line in ["Share prices fall in London", "قال إن طباعة الكتاب تأخرت", "", "12", "The comment drew protests"]
        {
            assert!(!furniture.is_line(line), "{line}");
        }
    }
}
