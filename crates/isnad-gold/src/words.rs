//! Written words as scoring counts them: maximal runs of letters, digits, `'` `’` `_` and Arabic marks. Punctuation,
//! quotation marks and spaces never count, so that a comma more or less is no error. Not the words that readers read.

use isnad_ledger::Span;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// The words of one text, to be asked which of them a span touches.
pub struct Words {
    /// The word of each code point; `None` between words.
    owner: Vec<Option<u32>>,
}

impl Words {
    /// Splits a text.
    pub fn of(text: &str) -> Words {
        let mut next = 0;
        let mut inside = false;
        let owner = text.chars().map(|c| {
            if !counts(c) {
                next += u32::from(inside);
                inside = false;
                return None;
            }
            inside = true;
            Some(next)
        });
        Words { owner: owner.collect() }
    }

    /// The words that the spans touch, sorted, each once.
    pub fn touched(&self, spans: &[Span]) -> Vec<u32> {
        let mut words: Vec<u32> = spans
            .iter()
            .flat_map(|span| {
                let end = (span.end() as usize).min(self.owner.len());
                let start = (span.start() as usize).min(end);
                self.owner[start..end].iter().copied().flatten()
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

fn counts(c: char) -> bool {
    matches!(c, '\'' | '’' | '_' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
        || matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
}

/// How many words two sorted sets share.
pub(crate) fn shared(a: &[u32], b: &[u32]) -> usize {
    a.iter().filter(|word| b.binary_search(word).is_ok()).count()
}

/// Dice's F1 of two sets of words; 0 if one is empty.
pub(crate) fn f1(a: &[u32], b: &[u32]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    (2 * shared(a, b)) as f64 / (a.len() + b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::Words;
    use isnad_ledger::Span;

    #[test]
    fn marks_belong_to_words_and_punctuation_does_not() {
        let words = Words::of("قالَ: \"it’s\" ١٢،نعم");
        let touched = |a, b| words.touched(&[Span::within(a, b, 100).unwrap()]);
        assert_eq!(touched(0, 4), [0]);
        assert!(touched(4, 7).is_empty());
        assert_eq!(touched(3, 90), [0, 1, 2, 3]);
    }
}
