//! How sounds are written: the signs of both scripts as small codes, and what it costs to take one for another. It only looks
//! up; `costs` lays the tables out.

use rustc_hash::FxHashMap;

/// Most signs there may be; the tables hold some ninety.
pub(crate) const SIGNS: usize = 128;
/// Cost of a mismatch.
pub(crate) const MISMATCH: u8 = 100;
/// Codes of the weak letters of the Arabic article: they may be written, assimilated or left out.
pub(crate) const ARTICLE_ALEF: u8 = 1;
pub(crate) const ARTICLE_LAM: u8 = 2;
/// Code of an `l` after the first vowel of a Latin word, which may be an article's.
pub(crate) const LATIN_LAM: u8 = 3;

/// Codes and costs.
#[derive(Clone, Debug)]
pub(crate) struct Sounds {
    pub(super) arabic: [u8; 256],
    pub(super) letters: [u8; 128],
    /// Signs of several letters, by their first letter, the longest first.
    pub(super) long: Vec<Vec<Sign>>,
    pub(super) substitute: Vec<[u8; SIGNS]>,
    pub(super) drop: [u8; SIGNS],
    pub(super) pair: Vec<[u8; SIGNS]>,
    pub(super) pairs: Vec<[u8; SIGNS]>,
    pub(super) words: FxHashMap<Box<[u16]>, WordKind>,
    pub(super) given: FxHashMap<Box<[u8]>, GivenNames>,
    pub(super) class: [u8; SIGNS],
}

/// A sign of several letters, or of one at an end of a word.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) name: Box<[u8]>,
    pub(super) letters: Box<[u8]>,
    first: bool,
    last: bool,
    code: u8,
}

impl Sign {
    pub(super) fn new(name: &[u8], code: u8) -> Sign {
        let letters = name.strip_prefix(b"^").unwrap_or(name);
        let letters = letters.strip_suffix(b"$").unwrap_or(letters);
        Sign {
            name: name.into(),
            letters: letters.into(),
            first: name.starts_with(b"^"),
            last: name.ends_with(b"$"),
            code,
        }
    }
}

/// Rows of the table of given names that one spelling may belong to, 0 for none.
pub(crate) type GivenNames = [u16; 4];

/// What a word does in a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum WordKind {
    /// It tells names apart.
    #[default]
    Name,
    /// It is often shared ("tell", "father of").
    Common,
    /// "City of": it may be missing on the other side.
    Generic,
    /// "Dr": before a full name it says nothing, elsewhere it is as one that may be missing.
    Title,
    /// "Son of", "of": it is nearly always free to be missing.
    Particle,
}

impl Sounds {
    /// The code of a folded Arabic letter; 0 if the table has none.
    pub(crate) fn arabic_code(&self, letter: char) -> u8 {
        self.arabic[arabic_slot(letter)]
    }

    pub(super) fn latin_code(&self, sign: &[u8]) -> Option<u8> {
        match sign {
            [byte] => Some(self.letters[*byte as usize & 127]).filter(|code| *code != 0),
            _ => self.long.iter().flatten().find(|long| *long.name == *sign).map(|long| long.code),
        }
    }

    /// The code of the sign that stands at `at` in the letters of a word, and the sign's length in bytes.
    pub(crate) fn sign(&self, word: &[u8], at: usize) -> (u8, usize) {
        let rest = &word[at..];
        for sign in &self.long[rest[0] as usize & 127] {
            let length = sign.letters.len();
            if rest.starts_with(&sign.letters) && (!sign.first || at == 0) && (!sign.last || rest.len() == length) {
                return (sign.code, length);
            }
        }
        (self.letters[rest[0] as usize & 127], 1)
    }

    /// What a word of folded letters does in a name.
    pub(crate) fn kind(&self, letters: &[u16]) -> WordKind {
        self.words.get(letters).copied().unwrap_or_default()
    }

    /// The given names that a word's signs may spell.
    pub(crate) fn given(&self, signs: &[u8]) -> GivenNames {
        self.given.get(signs).copied().unwrap_or_default()
    }

    /// The table row of what a sign costs against every other.
    pub(crate) fn row(&self, code: u8) -> &[u8; SIGNS] {
        &self.substitute[code as usize]
    }

    /// The rough class of a sign, 0 for what is no firm consonant.
    pub(crate) fn class(&self, code: u8) -> u8 {
        self.class[code as usize]
    }

    /// What leaving a sign out costs.
    pub(crate) fn drop(&self, code: u8) -> u8 {
        self.drop[code as usize]
    }

    /// The row of two letters written by one sign, if there is one.
    pub(crate) fn pair(&self, first: u8, second: u8) -> Option<&[u8; SIGNS]> {
        match self.pair[first as usize][second as usize] {
            0 => None,
            pair => Some(&self.pairs[pair as usize]),
        }
    }
}

pub(super) fn arabic_slot(letter: char) -> usize {
    match letter as u32 {
        code @ 0x600..=0x6FF => code as usize - 0x600,
        _ => 0,
    }
}
