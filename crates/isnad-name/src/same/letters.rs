//! The letters of a spelling without what makes no name: marks, tatweel, direction signs, diacritics, letter variants.
//! It folds for matching only; a reader's normal form, which keeps more, is isnad-text's.

use unicode_normalization::char::{decompose_canonical, decompose_compatible};

/// What one character is to a matcher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letter {
    /// A folded Arabic letter.
    Arabic(char),
    /// A lower-case ASCII letter or digit, or `'` for any sign of hamza or ayn.
    Latin(u8),
    /// Nothing: a mark inside a word.
    Mark,
    /// A border between two words; the comma is kept apart, because it may stand between family and given name.
    Border,
    /// A comma.
    Comma,
}

/// Calls `to` with each letter of `c`, folded.
pub(crate) fn fold(c: char, to: &mut impl FnMut(Letter)) {
    match c {
        'a'..='z' | '0'..='9' => to(Letter::Latin(c as u8)),
        'A'..='Z' => to(Letter::Latin(c.to_ascii_lowercase() as u8)),
        '\'' | '`' | '’' | '‘' | 'ʿ' | 'ʾ' | 'ʼ' | 'ʻ' | '´' | 'ˈ' => to(Letter::Latin(b'\'')),
        ',' | '،' => to(Letter::Comma),
        'ا'..='غ' | 'ف'..='ي' | 'پ' | 'چ' | 'ژ' | 'گ' | 'ڤ' => to(Letter::Arabic(c)),
        'ء'..='ئ' => to(Letter::Arabic(c)),
        'ٱ' => to(Letter::Arabic('ا')),
        'ک' | 'ڪ' => to(Letter::Arabic('ك')),
        'ی' | 'ې' | 'ێ' => to(Letter::Arabic('ي')),
        'ۆ' | 'ۇ' | 'ۋ' => to(Letter::Arabic('و')),
        'ہ' | 'ھ' | 'ە' => to(Letter::Arabic('ه')),
        'ۀ' | 'ۃ' => to(Letter::Arabic('ة')),
        'ڕ' | 'ړ' => to(Letter::Arabic('ر')),
        'ڵ' => to(Letter::Arabic('ل')),
        'ڨ' | 'ڭ' | 'ݣ' => to(Letter::Arabic('گ')),
        'ڢ' => to(Letter::Arabic('ف')),
        '\u{660}'..='\u{669}' => to(Letter::Latin(b'0' + (c as u32 - 0x660) as u8)),
        '\u{6F0}'..='\u{6F9}' => to(Letter::Latin(b'0' + (c as u32 - 0x6F0) as u8)),
        'ı' => to(Letter::Latin(b'i')),
        'ø' | 'Ø' => to(Letter::Latin(b'o')),
        'ł' | 'Ł' => to(Letter::Latin(b'l')),
        'đ' | 'Đ' | 'ð' => to(Letter::Latin(b'd')),
        'ə' | 'Ə' | 'æ' | 'Æ' => to(Letter::Latin(b'a')),
        'ß' => to(Letter::Latin(b's')),
        'ş' | 'Ş' | 'š' | 'Š' => both(b"sh", to),
        'ç' | 'Ç' | 'č' | 'Č' => both(b"ch", to),
        'ğ' | 'Ğ' | 'ġ' | 'Ġ' => both(b"gh", to),
        'ž' | 'Ž' => both(b"zh", to),
        '\u{AD}' | '\u{640}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' => to(Letter::Mark),
        '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{300}'..='\u{36F}' => to(Letter::Mark),
        '\u{200B}' | '\u{200D}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => to(Letter::Mark),
        '\u{2060}'..='\u{206F}' | '\u{FEFF}' => to(Letter::Mark),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            decompose_compatible(c, |d| {
                if !is_presentation(d) {
                    fold(d, to)
                }
            });
        }
        '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => {
            let mut base = None;
            decompose_canonical(c, |d| base = base.or(Some(d)));
            match base.map(|d| d.to_ascii_lowercase()) {
                Some(d @ ('a'..='z' | '0'..='9')) => to(Letter::Latin(d as u8)),
                _ => to(Letter::Border),
            }
        }
        _ => to(Letter::Border),
    }
}

fn both(letters: &[u8; 2], to: &mut impl FnMut(Letter)) {
    to(Letter::Latin(letters[0]));
    to(Letter::Latin(letters[1]));
}

fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::{Letter, fold};

    fn folded(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            fold(c, &mut |letter| match letter {
                Letter::Arabic(c) => out.push(c),
                Letter::Latin(b) => out.push(b as char),
                Letter::Mark => {}
                Letter::Border => out.push(' '),
                Letter::Comma => out.push(','),
            });
        }
        out
    }

    #[test]
    fn marks_go_and_variants_fold() {
        assert_eq!(folded("خَالِــد"), "خالد");
        assert_eq!(folded("\u{202B}ﺧﺎﻟﺪ\u{202C}"), "خالد");
        assert_eq!(folded("Şêrko Čelik-Ḥusayn ʿAlī"), "sherko chelik husayn 'ali");
        assert_eq!(folded("کریمی ۱۲"), "كريمي 12");
    }
}
