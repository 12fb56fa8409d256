//! A text folded for comparing: letters that vary between desks made one, words parted by single spaces, offsets kept.
//! It is the folding of a search, not of a reading: ة and ى are lost, so nothing here may decide what a word means.

/// One word of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its first byte in [`Folded::text`].
    pub(crate) byte: u32,
    /// Its first code point in the raw text.
    pub(crate) start: u32,
    /// The code point after its last one in the raw text.
    pub(crate) end: u32,
    /// Hash of its folded letters.
    pub(crate) hash: u32,
    /// Whether it stands in quotation marks.
    pub(crate) quoted: bool,
}

/// A folded text: a space before and after every word, and nothing else between them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folded {
    pub(crate) text: String,
    pub(crate) words: Vec<Word>,
}

impl Folded {
    /// Folds a text in one pass.
    pub(crate) fn new(raw: &str) -> Folded {
        let mut folded =
            Folded { text: String::with_capacity(raw.len() + 2), words: Vec::with_capacity(raw.len() / 8) };
        folded.text.push(' ');
        let mut open: Option<Word> = None;
        let mut quoted = false;
        for (at, letter) in raw.chars().enumerate() {
            let at = at as u32;
            match class(letter) {
                Class::Letter(letter) => {
                    let word = open.get_or_insert(Word {
                        byte: folded.text.len() as u32,
                        start: at,
                        end: at,
                        hash: SEED,
                        quoted,
                    });
                    word.hash = mix(word.hash, letter as u32);
                    word.end = at + 1;
                    folded.text.push(letter);
                }
                Class::Nothing => {}
                Class::Break => folded.close(&mut open),
                Class::Quote(to) => {
                    folded.close(&mut open);
                    quoted = to.unwrap_or(!quoted);
                }
            }
            // An unpaired quotation mark costs the rest of its paragraph at most.
            if letter == '\n' {
                quoted = false;
            }
        }
        folded.close(&mut open);
        folded
    }

    fn close(&mut self, open: &mut Option<Word>) {
        if let Some(word) = open.take() {
            self.words.push(word);
            self.text.push(' ');
        }
    }

    /// The folded letters of a word.
    pub(crate) fn word(&self, at: usize) -> &str {
        let start = self.words[at].byte as usize;
        let rest = &self.text[start..];
        rest.split(' ').next().unwrap_or(rest)
    }

    /// The word that holds a byte of the folded text.
    pub(crate) fn word_at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.byte as usize <= byte).saturating_sub(1)
    }
}

/// Folds a phrase of a table, or a name: the folded words, parted by one space, without one before or after.
pub(crate) fn fold(raw: &str) -> String {
    Folded::new(raw).text.trim().to_owned()
}

/// Hash of a string, the same on every machine.
pub(crate) fn stable_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

const SEED: u32 = 0x811c_9dc5;

/// Adds one value to a running hash.
pub(crate) fn mix(hash: u32, value: u32) -> u32 {
    let mixed = (hash ^ value).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

enum Class {
    Letter(char),
    Nothing,
    Break,
    Quote(Option<bool>),
}

fn class(letter: char) -> Class {
    match letter {
        'a'..='z' | '0'..='9' => Class::Letter(letter),
        'A'..='Z' => Class::Letter(letter.to_ascii_lowercase()),
        'أ' | 'إ' | 'آ' | 'ٱ' => Class::Letter('ا'),
        'ة' => Class::Letter('ه'),
        'ى' | 'ی' | 'ئ' => Class::Letter('ي'),
        'ؤ' => Class::Letter('و'),
        'ک' => Class::Letter('ك'),
        'ء' => Class::Nothing,
        'ـ'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => Class::Nothing,
        '٠'..='٩' => Class::Letter((b'0' + (letter as u32 - '٠' as u32) as u8) as char),
        '۰'..='۹' => Class::Letter((b'0' + (letter as u32 - '۰' as u32) as u8) as char),
        '\'' | '’' => Class::Nothing,
        '"' => Class::Quote(None),
        '«' | '“' | '„' => Class::Quote(Some(true)),
        '»' | '”' => Class::Quote(Some(false)),
        '\u{621}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' => Class::Letter(letter),
        ' ' | '\n' | '،' | '.' | ',' => Class::Break,
        _ if letter.is_alphanumeric() => Class::Letter(letter.to_lowercase().next().unwrap_or(letter)),
        _ => Class::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold};

    #[test]
    fn spellings_of_two_desks_fold_alike() {
        assert_eq!(fold("الأمنيّة إلى «المدينة»، ٣"), fold("الامنية الى المدينه 3"));
        assert_eq!(fold("The Army's  TOLL"), "the armys toll");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn words_keep_their_place_and_their_quotation_marks() {
        let folded = Folded::new("قال: «لا\u{64b} تعليق» now");
        let places: Vec<_> = folded.words.iter().map(|w| (w.start, w.end, w.quoted)).collect();
        assert_eq!(places, [(0, 3, false), (6, 8, true), (10, 15, true), (17, 20, false)]);
        assert_eq!(folded.word(2), "تعليق");
        assert_eq!(folded.word_at(folded.words[2].byte as usize + 1), 2);
    }
}
