//! Arabic texts and what desks make of them: some words changed (0 to 12 in a hundred), a tail cut, another lead.

use crate::random::Random;
use std::collections::HashMap;

/// A made-up vocabulary, common words first.
pub struct Vocabulary(Vec<String>, HashMap<String, usize>);

impl Vocabulary {
    /// Of `n` words, patterned as Arabic ones are.
    pub fn new(n: usize) -> Vocabulary {
        const LETTERS: [char; 26] = [
            'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن',
            'ه', 'و',
        ];
        const PATTERNS: [&str; 12] =
            ["123", "12ا3", "1ا23", "م12و3", "12ي3", "ت12ي3", "م1ا23ة", "ا12ا3", "12ا3ة", "ي123ون", "است123", "م123ات"];
        let mut random = Random::new(7);
        let mut words: Vec<String> = (0..n)
            .map(|_| {
                let root: Vec<char> = (0..3).map(|_| LETTERS[random.below(26)]).collect();
                let pattern = PATTERNS[random.below(PATTERNS.len())];
                let word: String = pattern.chars().map(|c| c.to_digit(10).map_or(c, |d| root[d as usize - 1])).collect();
                if random.below(3) == 0 { format!("ال{word}") } else { word }
            })
            .collect();
        for (at, word) in ["في", "من", "على", "إلى", "أن", "عن", "قال", "التي", "وقال", "مدينة", "بعد", "خلال", "الذي", "مع"].iter().enumerate() {
            words[at] = (*word).to_owned();
        }
        let places = words.iter().enumerate().map(|(at, word)| (word.clone(), at)).collect();
        Vocabulary(words, places)
    }

    /// The vocabulary's own copy of one of its words.
    pub fn find<'v>(&'v self, word: &str) -> &'v str {
        self.1.get(word).map_or("", |at| &self.0[*at])
    }

    /// A word, common ones far more often.
    pub fn word<'v>(&'v self, random: &mut Random) -> &'v str {
        &self.0[random.zipf(self.0.len())]
    }

    /// A text of `n` words.
    pub fn text<'v>(&'v self, random: &mut Random, n: usize) -> Vec<&'v str> {
        (0..n).map(|_| self.word(random)).collect()
    }

    /// What another desk makes of a text.
    pub fn edit<'v>(&'v self, random: &mut Random, original: &[&'v str]) -> Vec<&'v str> {
        let rate = random.part() * 0.12;
        let mut made = if random.below(2) == 0 {
            let lead = 5 + random.below(20);
            self.text(random, lead)
        } else {
            Vec::new()
        };
        let kept = if random.below(2) == 0 { original.len() - random.below(original.len() * 2 / 5) } else { original.len() };
        for word in &original[..kept] {
            if random.part() >= rate {
                made.push(word);
                continue;
            }
            match random.below(4) {
                0 => {}
                1 => made.extend([*word, self.word(random)]),
                _ => made.push(self.word(random)),
            }
        }
        made
    }
}

/// A corpus and which of its texts go together: `(text, family)`.
pub fn corpus(n: usize) -> Vec<(String, usize)> {
    let vocabulary = Vocabulary::new(30_000);
    let mut random = Random::new(42);
    let mut texts = Vec::new();
    let mut family = 0;
    while texts.len() < n {
        let length = 50 + random.below(110);
        let original = vocabulary.text(&mut random, length);
        texts.push((original.join(" "), family));
        if random.below(3) == 0 {
            for _ in 0..1 + random.below(3) {
                texts.push((vocabulary.edit(&mut random, &original).join(" "), family));
            }
        }
        family += 1;
    }
    texts.truncate(n);
    texts
}
