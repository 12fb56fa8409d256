//! Normalising for reading: one written form for all the ways a newsroom types a letter. It keeps what parts words
//! (ة from ه, ى from ي, the article), which a normaliser made for search would fold away.

use unicode_normalization::UnicodeNormalization;

/// What happens to one code point on its way into the form of a word.
pub(crate) enum Fold {
    /// Taken over, perhaps as another letter.
    Keep(char),
    /// Left out.
    Drop,
    /// A presentation form that stands for several letters.
    Expand,
}

/// Folds one code point of a word.
pub(crate) fn fold(c: char) -> Fold {
    match c {
        'a'..='z' | '0'..='9' => Fold::Keep(c),
        'A'..='Z' => Fold::Keep(c.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => Fold::Keep('ا'),
        '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{064a}' => Fold::Keep(c),
        'ی' | 'ې' => Fold::Keep('ي'),
        'ک' | 'ڪ' => Fold::Keep('ك'),
        'ہ' | 'ە' | 'ۀ' => Fold::Keep('ه'),
        '٠'..='٩' => Fold::Keep(digit(c, '٠')),
        '۰'..='۹' => Fold::Keep(digit(c, '۰')),
        '’' | '‘' | 'ʼ' | '`' | '´' => Fold::Keep('\''),
        '\u{2010}' | '\u{2011}' => Fold::Keep('-'),
        '٫' => Fold::Keep('.'),
        '٬' => Fold::Keep(','),
        _ if is_ignorable(c) || is_vowel_mark(c) => Fold::Drop,
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{ff01}'..='\u{ff5e}' => Fold::Expand,
        _ => Fold::Keep(c.to_lowercase().next().unwrap_or(c)),
    }
}

/// Folds one code point into `out`.
pub(crate) fn push_folded(c: char, out: &mut String) {
    match fold(c) {
        Fold::Keep(c) => out.push(c),
        Fold::Drop => {}
        Fold::Expand => {
            for c in std::iter::once(c).nfkc() {
                if let Fold::Keep(c) = fold(c) {
                    out.push(c);
                }
            }
        }
    }
}

/// The reading form of a word or phrase: Arabic without tashkeel, tatweel and direction marks, alif with one shape,
/// presentation forms and Persian letters as their Arabic ones, digits in ASCII; Latin in lower case.
///
/// ```
/// assert_eq!(isnad_text::normalise("أُعْلِنَ الـــيوم"), "اعلن اليوم");
/// assert_eq!(isnad_text::normalise("ﻻ ۱۲"), "لا 12");
/// assert_eq!(isnad_text::normalise("Dar’a"), "dar'a");
/// ```
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(c, &mut out);
    }
    out
}

/// Tashkeel, Koranic marks and tatweel.
pub(crate) fn is_vowel_mark(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0610}'..='\u{061a}' | '\u{06d6}'..='\u{06ed}')
}

/// Direction marks, joiners, soft hyphens and other code points that print nothing.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{061c}' | '\u{feff}' | '\u{00ad}'
    )
}

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (c as u32 - zero as u32) as u8)
}
