//! Lays the tables `name_sounds`, `name_signs`, `name_words` and `name_given` out for quick look-up: what each sign costs against
//! each other, within a script too. The figures are the tables'.

use super::sounds::{
    ARTICLE_ALEF, ARTICLE_LAM, GivenNames, LATIN_LAM, MISMATCH, SIGNS, Sign, Sounds, WordKind, arabic_slot,
};
use isnad_languages::Tables;
use rustc_hash::FxHashMap;

const NEAR: u8 = 15;
const FAR: u8 = 50;
const FIRST_FREE: u8 = 4;

/// Added to a given name's row for the family name made of it: قاسم, قاسمي.
const NISBA: u16 = 20_000;

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
                "generic" => WordKind::Generic,
                "title" => WordKind::Title,
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
}
