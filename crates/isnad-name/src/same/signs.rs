//! Reads a name into signs: articles weakened, particles and words that may be missing marked, titles left out. It takes any
//! string and keeps at most [`TOKENS`] words.

use super::align::LONGEST;
use super::letters::{Letter, fold};
use super::sounds::{ARTICLE_ALEF, ARTICLE_LAM, GivenNames, LATIN_LAM, Sounds, WordKind};
use super::spelling::{SIGNS_KEPT, Spelling, TOKENS, Token, weighted};

/// Characters of a name that are read.
const LETTERS_READ: usize = 1024;

/// A word while it is being read: folded letters, Arabic ones as code points.
struct Word {
    letters: [u16; 64],
    len: usize,
    arabic: bool,
}

impl Word {
    fn push(&mut self, letter: u16, arabic: bool) {
        if self.len < self.letters.len() {
            self.letters[self.len] = letter;
            self.len += 1;
            self.arabic = arabic;
        }
    }

    fn is(&self, word: &str) -> bool {
        let mut chars = word.chars().map(|c| c as u16);
        self.letters[..self.len].iter().copied().eq(chars.by_ref())
    }

    fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    fn starts(&self, word: &str) -> bool {
        word.chars().zip(&self.letters[..self.len]).filter(|(c, l)| *c as u16 == **l).count() == word.chars().count()
    }
}

const LATIN_ARTICLES: &[&str] = &[
    "al", "el", "ul", "il", "ol", "as", "ash", "at", "ath", "ad", "adh", "an", "ar", "az", "es", "esh", "et", "ed",
    "en", "er", "ez", "us", "ush", "ud", "un", "ur", "ech", "ach", "dh", "l",
];
const SERVANTS: &[&str] = &["عبد", "abd", "abdul", "abdel", "abdal", "abdol", "abdil", "abed", "abdoul", "abdou"];

impl Sounds {
    /// Reads a name. Only its first 1,024 characters and twelve words count.
    pub(crate) fn spelling(&self, name: &str) -> Spelling {
        let mut spelling = Spelling {
            signs: [0; SIGNS_KEPT],
            tokens: [Token::default(); TOKENS],
            count: 0,
            comma: 0,
            arabic: false,
            classes: 0,
            mass: 0,
        };
        let mut word = Word { letters: [0; 64], len: 0, arabic: false };
        let mut reader = Reader { sounds: self, spelling: &mut spelling, used: 0, servant: false, article: None };
        for c in name.chars().take(LETTERS_READ) {
            fold(c, &mut |letter| match letter {
                Letter::Arabic(c) => {
                    if !word.arabic && word.len > 0 {
                        reader.end(&mut word);
                    }
                    word.push(c as u16, true);
                }
                Letter::Latin(b'\'') if word.arabic || word.len == 0 => {}
                Letter::Latin(b) => {
                    if word.arabic && word.len > 0 {
                        reader.end(&mut word);
                    }
                    word.push(u16::from(b), false);
                }
                Letter::Mark => {}
                Letter::Border => reader.end(&mut word),
                Letter::Comma => {
                    reader.end(&mut word);
                    if reader.spelling.comma == 0 {
                        reader.spelling.comma = reader.spelling.count;
                    }
                }
            });
        }
        reader.end(&mut word);
        reader.finish();
        spelling
    }
}

/// Puts words into a spelling.
struct Reader<'s> {
    sounds: &'s Sounds,
    spelling: &'s mut Spelling,
    used: usize,
    /// The last word was "servant of": the next belongs to it.
    servant: bool,
    /// A Latin article that waits for its noun, as first and last letter.
    article: Option<[u8; 2]>,
}

impl Reader<'_> {
    fn end(&mut self, word: &mut Word) {
        if word.len > 0 {
            self.word(word);
        }
        word.len = 0;
        word.arabic = false;
    }

    fn word(&mut self, word: &Word) {
        if word.arabic {
            self.spelling.arabic = true;
            if word.is("آل") || word.is("ال") {
                return;
            }
        } else if word.len <= 3 && word.is_any(LATIN_ARTICLES) {
            let article = [word.letters[0] as u8, word.letters[word.len - 1] as u8];
            self.article = Some(article);
            return;
        }
        // "as", "ad", "an" … are articles only before their own letter.
        if let Some(article) = self.article.take()
            && article[1] != b'l'
            && (word.arabic || u16::from(article[1]) != word.letters[0])
            && article[1] != b'h'
        {
            self.push(&Word {
                letters: {
                    let mut letters = [0; 64];
                    letters[0] = u16::from(article[0]);
                    letters[1] = u16::from(article[1]);
                    letters
                },
                len: 2,
                arabic: false,
            });
        }
        self.push(word);
    }

    fn push(&mut self, word: &Word) {
        let count = self.spelling.count as usize;
        let start = self.used;
        let joins = self.servant && count > 0;
        if !joins && count == TOKENS {
            return;
        }
        if word.arabic {
            self.arabic(word)
        } else {
            self.latin(word)
        }
        if self.used == start {
            return;
        }
        let kind = self.sounds.kind(&word.letters[..word.len]);
        let full: u16 =
            self.spelling.signs[start..self.used].iter().map(|code| u16::from(self.sounds.drop(*code))).sum();
        let mass = weighted(full, kind);
        self.servant = word.len <= 5 && word.is_any(SERVANTS);
        self.spelling.mass += mass;
        if joins {
            let token = &mut self.spelling.tokens[count - 1];
            token.end = self.used as u8;
            token.mass += mass;
            return;
        }
        self.spelling.tokens[count] = Token {
            start: start as u8,
            end: self.used as u8,
            mass,
            kind,
            classes: 0,
            given: GivenNames::default(),
            initial: word.len == 1,
        };
        self.spelling.count += 1;
    }

    fn sign(&mut self, code: u8) {
        if code != 0 && self.used < SIGNS_KEPT {
            self.spelling.signs[self.used] = code;
            self.used += 1;
        }
    }

    fn arabic(&mut self, word: &Word) {
        let letters = &word.letters[..word.len];
        let mut from = 0;
        if word.len > 3 && word.starts("ال") {
            self.sign(ARTICLE_ALEF);
            self.sign(ARTICLE_LAM);
            from = 2;
        }
        for letter in letters[from..].iter().take(LONGEST) {
            let code = char::from_u32(u32::from(*letter)).map_or(0, |c| self.sounds.arabic_code(c));
            self.sign(code);
        }
    }

    fn latin(&mut self, word: &Word) {
        let mut bytes = [0u8; 64];
        for (to, from) in bytes.iter_mut().zip(&word.letters[..word.len]) {
            *to = *from as u8;
        }
        let bytes = &bytes[..word.len];
        let mut at = 0;
        while at < bytes.len() {
            let (mut code, len) = self.sounds.sign(bytes, at);
            if at == 1 && len == 1 && bytes[1] == b'l' && bytes.len() > 4 && b"aeu".contains(&bytes[0]) {
                code = LATIN_LAM;
            }
            self.sign(code);
            let sign = &bytes[at..at + len];
            at += len;
            while bytes[at..].starts_with(sign) && !b"aeiou0123456789".contains(&sign[0]) {
                at += len;
            }
        }
    }

    fn finish(&mut self) {
        if let Some([first, last]) = self.article.take() {
            let mut letters = [0; 64];
            letters[0] = u16::from(first);
            letters[1] = u16::from(last);
            self.push(&Word { letters, len: 2, arabic: false });
        }
        for token in &mut self.spelling.tokens[..self.spelling.count as usize] {
            let signs = &self.spelling.signs[token.start as usize..token.end as usize];
            for sign in signs {
                let class = u32::from(self.sounds.class(*sign));
                token.classes += u32::from(class > 0) << (5 * (class.max(1) - 1));
            }
            self.spelling.classes = self.spelling.classes.wrapping_add(token.classes);
            let bare = signs.strip_prefix(&[ARTICLE_ALEF, ARTICLE_LAM]).unwrap_or(signs);
            token.given = self.sounds.given(bare);
        }
        self.without_titles();
        let count = self.spelling.count as usize;
        let family = (self.spelling.comma as usize).min(count);
        self.spelling.tokens[..count].rotate_left(family);
    }
    /// Leaves out titles before a name of two or more words: Dr., العقيد.
    fn without_titles(&mut self) {
        let tokens = &self.spelling.tokens[..self.spelling.count as usize];
        let titles = tokens.iter().take_while(|token| token.kind == WordKind::Title).count();
        let names = tokens[titles..]
            .iter()
            .all(|token| matches!(token.kind, WordKind::Name | WordKind::Common | WordKind::Particle));
        if titles == 0 || tokens.len() < titles + 2 || !names || self.spelling.comma > 0 {
            return;
        }
        for title in &tokens[..titles] {
            self.spelling.mass -= title.mass;
            self.spelling.classes = self.spelling.classes.wrapping_sub(title.classes);
        }
        let count = tokens.len();
        self.spelling.tokens[..count].rotate_left(titles);
        self.spelling.count -= titles as u8;
    }
}
