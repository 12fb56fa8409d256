//! How sounds are written: the signs of both scripts as small codes, and what it costs to take one for another.
//! The figures are the tables `name_sounds` and `name_signs`; this file only lays them out for quick look-up.

use isnad_languages::Tables;
use rustc_hash::FxHashMap;

/// Most signs there may be; the tables hold some ninety.
pub(crate) const SIGNS: usize = 128;
/// Cost of a mismatch.
pub(crate) const MISMATCH: u8 = 100;
const NEAR: u8 = 15;
const FAR: u8 = 50;
/// Codes of the weak letters of the Arabic article: they may be written, assimilated or left out.
pub(crate) const ARTICLE_ALEF: u8 = 1;
pub(crate) const ARTICLE_LAM: u8 = 2;
/// Code of an `l` after the first vowel of a Latin word, which may be an article's.
pub(crate) const LATIN_LAM: u8 = 3;
const FIRST_FREE: u8 = 4;

/// Codes and costs.
#[derive(Clone, Debug)]
pub(crate) struct Sounds {
    arabic: [u8; 256],
    letters: [u8; 128],
    /// Signs of several letters, by their first letter, the longest first.
    long: Vec<Vec<Sign>>,
    substitute: Vec<[u8; SIGNS]>,
    drop: [u8; SIGNS],
    pair: Vec<[u8; SIGNS]>,
    pairs: Vec<[u8; SIGNS]>,
    words: FxHashMap<Box<[u16]>, WordKind>,
    given: FxHashMap<Box<[u8]>, GivenNames>,
    class: [u8; SIGNS],
}

/// Added to a given name's row for the family name made of it: قاسم, قاسمي.
const NISBA: u16 = 20_000;

/// A sign of several letters, or of one at an end of a word.
#[derive(Clone, Debug)]
struct Sign {
    name: Box<[u8]>,
    letters: Box<[u8]>,
    first: bool,
    last: bool,
    code: u8,
}

impl Sign {
    fn new(name: &[u8], code: u8) -> Sign {
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
    /// "City of", "Dr": it may be missing on the other side.
    Generic,
    /// "Son of", "of": it is nearly always free to be missing.
    Particle,
}

impl Sounds {
    /// Lays out the tables; a sign beyond [`SIGNS`] is left out.
    pub(crate) fn new(tables: &Tables) -> Sounds {
        let mut sounds = Sounds {
            arabic: [0; 256],
            letters: [0; 128],
            long: vec![Vec::new(); 128],
            substitute: vec![[MISMATCH; SIGNS]; SIGNS],
            drop: [100; SIGNS],
            pair: vec![[0; SIGNS]; SIGNS],
            pairs: vec![[MISMATCH; SIGNS]],
            words: FxHashMap::default(),
            given: FxHashMap::default(),
            class: [0; SIGNS],
        };
        let mut next = FIRST_FREE;
        for byte in (b'a'..=b'z').chain(b'0'..=b'9').chain([b'\'']) {
            sounds.letters[byte as usize] = next;
            next += 1;
        }
        let mut alike = Vec::new();
        for row in tables.table("shared", "name_signs").rows() {
            let sign = row.get("sign").as_bytes();
            if sign.len() > 1 && usize::from(next) < SIGNS {
                let sign = Sign::new(sign, next);
                sounds.long[sign.letters[0] as usize & 127].push(sign);
                next += 1;
            }
            if let Some(code) = sounds.latin_code(sign) {
                sounds.drop[code as usize] = row.number("drop").unwrap_or(100);
                if let Some(as_code) = sounds.latin_code(row.get("as").as_bytes()) {
                    alike.push((code, as_code));
                }
            }
        }
        for signs in &mut sounds.long {
            signs.sort_by_key(|sign| std::cmp::Reverse(sign.name.len()));
        }
        let first_arabic = next;
        for row in tables.table("shared", "name_sounds").rows() {
            let letters: Vec<char> = row.get("arabic").chars().collect();
            if let ([letter], true) = (letters.as_slice(), usize::from(next) < SIGNS) {
                sounds.arabic[arabic_slot(*letter)] = next;
                sounds.drop[next as usize] = row.number("drop").unwrap_or(100);
                next += 1;
            }
        }
        for row in tables.table("shared", "name_sounds").rows() {
            let letters: Vec<char> = row.get("arabic").chars().collect();
            let mut costs = [MISMATCH; SIGNS];
            let mut named = Vec::new();
            for (column, cost) in [("far", FAR), ("near", NEAR), ("same", 0)] {
                for sign in row.list(column) {
                    if let Some(code) = sounds.latin_code(sign.as_bytes()) {
                        costs[code as usize] = cost;
                        named.push(code);
                    }
                }
            }
            for (code, other) in alike.iter().filter(|(code, _)| !named.contains(code)) {
                costs[*code as usize] = costs[*other as usize];
            }
            match letters.as_slice() {
                [letter] => {
                    let code = sounds.arabic_code(*letter) as usize;
                    sounds.substitute[code] = costs;
                }
                [first, second] => {
                    let (a, b) = (sounds.arabic_code(*first), sounds.arabic_code(*second));
                    sounds.pair[a as usize][b as usize] = sounds.pairs.len() as u8;
                    sounds.pairs.push(costs);
                }
                _ => {}
            }
        }
        for row in tables.table("shared", "name_words").rows() {
            let kind = match row.get("kind") {
                "common" => WordKind::Common,
                "generic" | "title" => WordKind::Generic,
                _ => WordKind::Particle,
            };
            for form in row.list("forms") {
                let letters: Box<[u16]> = form.chars().map(|c| c as u16).collect();
                sounds.words.entry(letters).or_insert(kind);
            }
        }
        sounds.articles();
        sounds.within_scripts(first_arabic, next);
        sounds.classes();
        sounds.given = sounds.given_names(tables);
        sounds
    }

    /// Sorts consonants into rough classes that no usual spelling crosses; vowels, glides and breathings have none.
    fn classes(&mut self) {
        const CLASSES: [(&str, &str); 6] = [
            ("b p v f ph", "ب پ ف ڤ"),
            ("t d s z th dh sh ch zh ph tch sch x c", "ت ث د ذ ز ژ س ش ص ض ط ظ چ"),
            ("k q g j kh gh dj ck", "ق ك گ غ ج خ"),
            ("m", "م"),
            ("n", "ن"),
            ("l r", "ل ر"),
        ];
        for (class, (latin, arabic)) in (1..).zip(CLASSES) {
            let latin = latin.split(' ').filter_map(|sign| self.latin_code(sign.as_bytes()));
            let arabic = arabic.chars().map(|letter| self.arabic_code(letter));
            let codes: Vec<u8> = latin.chain(arabic).filter(|code| *code != 0).collect();
            codes.iter().for_each(|code| self.class[*code as usize] = class);
        }
    }

    /// The given names that are one word, by their signs.
    fn given_names(&self, tables: &Tables) -> FxHashMap<Box<[u8]>, GivenNames> {
        let mut given: FxHashMap<Box<[u8]>, GivenNames> = FxHashMap::default();
        let mut enter = |form: &str, number: u16| {
            let spelling = self.spelling(form);
            if let [token] = spelling.tokens() {
                let names = given.entry(spelling.signs(*token).into()).or_default();
                if let Some(free) = names.iter_mut().find(|n| **n == 0 || **n == number) {
                    *free = number;
                }
            }
        };
        for (number, row) in (1..).zip(tables.table("shared", "name_given").rows()) {
            let forms = row.list("arabic").chain(row.list("english")).chain(row.list("latin"));
            for form in forms {
                enter(form, number);
                let nisba = if form.is_ascii() { &["i", "y"][..] } else { &["ي"] };
                if !form.ends_with(|c| "aeiouy يىةا".contains(c)) {
                    nisba.iter().for_each(|ending| enter(&format!("{form}{ending}"), number + NISBA));
                }
            }
        }
        given
    }

    fn articles(&mut self) {
        let alef = self.arabic_code('ا') as usize;
        let lam = self.arabic_code('ل') as usize;
        self.substitute[ARTICLE_ALEF as usize] = self.substitute[alef];
        self.drop[ARTICLE_ALEF as usize] = 4;
        self.substitute[ARTICLE_LAM as usize] = self.substitute[lam];
        self.drop[ARTICLE_LAM as usize] = 6;
        for vowel in b"aeiou" {
            let code = self.letters[*vowel as usize] as usize;
            self.substitute[ARTICLE_ALEF as usize][code] = 0;
        }
        self.drop[LATIN_LAM as usize] = 25;
        let l = self.letters[b'l' as usize] as usize;
        for row in &mut self.substitute {
            row[LATIN_LAM as usize] = row[l];
        }
    }

    /// Fills in what two signs of one script cost: as much as the cheapest letter of the other script that both may stand for.
    fn within_scripts(&mut self, first_arabic: u8, end: u8) {
        let latin: Vec<usize> = (LATIN_LAM as usize..first_arabic as usize).collect();
        let arabic: Vec<usize> = [ARTICLE_ALEF as usize, ARTICLE_LAM as usize]
            .into_iter()
            .chain(first_arabic as usize..end as usize)
            .collect();
        let across = self.substitute.clone();
        for (inner, outer) in [(&latin, &arabic), (&arabic, &latin)] {
            for &x in inner {
                for &y in inner {
                    let via = outer.iter().map(|&z| {
                        let (a, b) = if z >= first_arabic as usize || z < LATIN_LAM as usize {
                            (across[z][x], across[z][y])
                        } else {
                            (across[x][z], across[y][z])
                        };
                        a.saturating_add(b)
                    });
                    let least = via.min().unwrap_or(MISMATCH).clamp(10, MISMATCH);
                    self.substitute[x][y] = if x == y { 0 } else { least };
                }
            }
        }
        let l = self.letters[b'l' as usize] as usize;
        let (alef, lam) = (self.arabic_code('ا') as usize, self.arabic_code('ل') as usize);
        let same = [(LATIN_LAM as usize, l), (ARTICLE_ALEF as usize, alef), (ARTICLE_LAM as usize, lam)];
        for (weak, plain) in same {
            self.substitute[weak][plain] = 0;
            self.substitute[plain][weak] = 0;
        }
        for &a in &arabic {
            for &l in &latin {
                self.substitute[l][a] = self.substitute[a][l];
            }
        }
    }

    /// The code of a folded Arabic letter; 0 if the table has none.
    pub(crate) fn arabic_code(&self, letter: char) -> u8 {
        self.arabic[arabic_slot(letter)]
    }

    fn latin_code(&self, sign: &[u8]) -> Option<u8> {
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

fn arabic_slot(letter: char) -> usize {
    match letter as u32 {
        code @ 0x600..=0x6FF => code as usize - 0x600,
        _ => 0,
    }
}
