//! Tokens: words, numbers and marks with their places in the text. A token is never cut into clitics here; what stands
//! inside a word is a matter of look-up (see `clitic`).

use crate::normal::{is_ignorable, is_vowel_mark, push_folded};

/// One word, number or punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in the raw text.
    pub byte: u32,
    /// Length in bytes.
    pub bytes: u32,
    /// First code point in the raw text.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
    pub(crate) form: u32,
    pub(crate) form_bytes: u32,
    /// What it is.
    pub kind: TokenKind,
    pub(crate) flags: u8,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word in Arabic script.
    Arabic,
    /// A word in Latin or another script.
    Latin,
    /// Digits, with points or commas between them.
    Number,
    /// A punctuation mark: `,` for ،, `;` for ؛, `?` for ؟, `–` for all long dashes, `…` for a run of stops, else itself.
    Mark(char),
}

const CAPITAL: u8 = 1;
const DAMMA: u8 = 2;
const TANWIN: u8 = 4;
const HAMZA: u8 = 8;
const SPACE: u8 = 16;
const LINE: u8 = 32;

impl Token {
    /// Whether it is a Latin word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether a damma stands on the first letter after و or ف: the mark that parts أُعلن from أعلن.
    pub fn has_damma(&self) -> bool {
        self.flags & DAMMA != 0
    }

    /// Whether it ends in tanwin fath, as مضيفاً does.
    pub fn has_tanwin(&self) -> bool {
        self.flags & TANWIN != 0
    }

    /// Whether its first letter is written with a hamza, so that ألبانيا has no article.
    pub fn has_hamza(&self) -> bool {
        self.flags & HAMZA != 0
    }

    /// Whether white space stands before it.
    pub fn after_space(&self) -> bool {
        self.flags & SPACE != 0
    }

    /// Whether a line break stands before it.
    pub fn after_line(&self) -> bool {
        self.flags & LINE != 0
    }

    /// Whether it is a word of any script.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Arabic | TokenKind::Latin)
    }

    /// The mark, if it is one.
    pub fn mark(&self) -> Option<char> {
        match self.kind {
            TokenKind::Mark(c) => Some(c),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Line,
    Arabic,
    Latin,
    Digit,
    Inside,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0b}' | '\u{0c}' => Class::Line,
        ' ' | '\t' | '\u{a0}' => Class::Space,
        'a'..='z' | 'A'..='Z' | '_' => Class::Latin,
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => Class::Digit,
        _ if is_vowel_mark(c) || is_ignorable(c) => Class::Inside,
        '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            // The letters of the main block; the slow look-up is for the rest.
            let letter = matches!(c, '\u{0620}'..='\u{063f}' | '\u{0641}'..='\u{064a}');
            if letter || c.is_alphabetic() { Class::Arabic } else { Class::Mark }
        }
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphanumeric() => Class::Latin,
        '\u{0300}'..='\u{036f}' => Class::Inside,
        _ => Class::Mark,
    }
}

fn normal_mark(c: char) -> char {
    match c {
        '،' | '、' => ',',
        '؛' => ';',
        '؟' => '?',
        '–' | '—' | '―' | '\u{2212}' => '–',
        '”' | '“' | '„' | '‟' | '«' | '»' | '"' | '‘' | '’' => c,
        '＂' | '″' => '"',
        '۔' => '.',
        _ => c,
    }
}

/// Cuts a text into tokens and writes their reading forms into `forms`.
pub(crate) fn tokenise(raw: &str, forms: &mut String) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(raw.len() / 9);
    let mut chars = raw.char_indices().peekable();
    let (mut point, mut gap) = (0u32, SPACE | LINE);
    while let Some((byte, c)) = chars.next() {
        let start = point;
        point += 1;
        let first = class(c);
        match first {
            Class::Line => {
                gap |= LINE | SPACE;
                continue;
            }
            Class::Space => {
                gap |= SPACE;
                continue;
            }
            Class::Inside if is_ignorable(c) => continue,
            _ => {}
        }
        let form = forms.len();
        let mut end = byte + c.len_utf8();
        let mut flags = std::mem::take(&mut gap);
        let kind = match first {
            Class::Mark => {
                if c == '.' {
                    let mut dots = 1;
                    while chars.next_if(|(_, next)| *next == '.').is_some() {
                        dots += 1;
                        point += 1;
                        end += 1;
                    }
                    TokenKind::Mark(if dots > 1 { '…' } else { '.' })
                } else {
                    TokenKind::Mark(normal_mark(c))
                }
            }
            _ => {
                push_folded(c, forms);
                if c.is_uppercase() {
                    flags |= CAPITAL;
                }
                if matches!(c, 'أ' | 'إ' | 'آ' | 'ٱ') {
                    flags |= HAMZA;
                }
                let mut letters = 1;
                let (mut last, mut before_last) = (c, c);
                while let Some(&(at, next)) = chars.peek() {
                    let joins = match class(next) {
                        Class::Inside => true,
                        Class::Arabic => matches!(first, Class::Arabic | Class::Inside),
                        Class::Latin => first == Class::Latin,
                        Class::Digit => matches!(first, Class::Digit | Class::Latin),
                        Class::Mark => {
                            let after = raw[at + next.len_utf8()..].chars().next();
                            joins_inside(first, next, after)
                        }
                        Class::Space | Class::Line => false,
                    };
                    if !joins {
                        break;
                    }
                    chars.next();
                    point += 1;
                    end = at + next.len_utf8();
                    push_folded(next, forms);
                    if next == '\u{064f}' && (letters == 1 || (letters == 2 && matches!(c, 'و' | 'ف'))) {
                        flags |= DAMMA;
                    }
                    if !is_vowel_mark(next) {
                        letters += 1;
                    }
                    (before_last, last) = (last, next);
                }
                if last == '\u{064b}' || before_last == '\u{064b}' {
                    flags |= TANWIN;
                }
                match first {
                    Class::Digit => TokenKind::Number,
                    Class::Latin => TokenKind::Latin,
                    _ => TokenKind::Arabic,
                }
            }
        };
        tokens.push(Token {
            byte: byte as u32,
            bytes: (end - byte) as u32,
            start,
            end: point,
            form: form as u32,
            form_bytes: (forms.len() - form) as u32,
            kind,
            flags,
        });
    }
    tokens
}

/// Whether a mark inside a word or number belongs to it: `Dar’a`, `al-Masoud`, `U.S`, `1,200`.
fn joins_inside(first: Class, mark: char, after: Option<char>) -> bool {
    let Some(after) = after.map(class) else {
        return false;
    };
    match first {
        Class::Latin => {
            matches!(mark, '\'' | '’' | '‘' | 'ʼ' | '`' | '-' | '\u{2010}' | '\u{2011}' | '.' | '&' | '@')
                && matches!(after, Class::Latin | Class::Digit)
        }
        Class::Digit => matches!(mark, '.' | ',' | '٫' | '٬' | '،') && after == Class::Digit,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokenise};

    fn words(raw: &str) -> Vec<(String, String)> {
        let mut forms = String::new();
        let tokens = tokenise(raw, &mut forms);
        let form = |t: &super::Token| forms[t.form as usize..(t.form + t.form_bytes) as usize].to_owned();
        tokens.iter().map(|t| (raw[t.byte as usize..(t.byte + t.bytes) as usize].to_owned(), form(t))).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        let cases = [
            ("بـ\"المتطرفين\"", "بـ|\"|المتطرفين|\""),
            ("بين 3 و7 مارس", "بين|3|و|7|مارس"),
            ("2025.12.06 - 09:24", "2025.12.06|-|09|:|24"),
            ("the 19-year-old Dar’a man…", "the|19|-|year-old|Dar’a|man|…"),
            ("U.S. forces’ raid", "U.S|.|forces|’|raid"),
            ("م.ع (24 سنة)..", "م|.|ع|(|24|سنة|)|.."),
        ];
        for (raw, expected) in cases {
            let got: Vec<_> = words(raw).into_iter().map(|(word, _)| word).collect();
            assert_eq!(got.join("|"), expected);
        }
    }

    #[test]
    fn forms_and_flags() {
        let mut forms = String::new();
        let raw = "وأُعلن رافضاً ألبانيا ٣٫٥ 1،200";
        let tokens = tokenise(raw, &mut forms);
        assert_eq!(forms, "واعلنرافضاالبانيا3.51،200");
        assert!(tokens[1].has_tanwin() && tokens[2].has_hamza() && !tokens[0].has_hamza());
        assert_eq!(tokens[3].kind, TokenKind::Number);
        let mut forms = String::new();
        assert!(tokenise("أُعلن", &mut forms)[0].has_damma());
    }
}
