//! A list of names made ready for being searched by sound, so that two lists are linked without comparing every pair.
//! It finds candidates that share the rough consonants of two words (or of their only one); `compare` decides.

use super::compare::{Comparison, Matcher, Verdict};
use super::spelling::Spelling;
use super::words::{STRANGER, strangers};
use rustc_hash::FxHashMap;

/// Consonants of a word that a key holds.
const OF_WORD: u32 = 3;
/// Consonants of a whole name that a key holds.
const OF_NAME: u32 = 8;

/// A list of names, searchable by sound.
#[derive(Clone, Debug)]
pub struct Index<'m> {
    matcher: &'m Matcher,
    names: Vec<Spelling>,
    postings: FxHashMap<u32, Vec<u32>>,
}

impl<'m> Index<'m> {
    /// Makes a list ready. Time and space are linear in its length.
    pub fn new<'n>(matcher: &'m Matcher, names: impl IntoIterator<Item = &'n str>) -> Index<'m> {
        let names: Vec<_> = names.into_iter().map(|name| matcher.spelling(name)).collect();
        let mut postings: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (number, name) in (0..).zip(&names) {
            keys(matcher, name, |key| {
                let list = postings.entry(key).or_default();
                if list.last() != Some(&number) {
                    list.push(number);
                }
            });
        }
        Index { matcher, names, postings }
    }

    /// The names of the list that are the same as `name`, as positions in the list, best first; equal scores in the list's
    /// order.
    pub fn find(&self, name: &str) -> Vec<(usize, Comparison)> {
        let spelling = self.matcher.spelling(name);
        let mut candidates = Vec::new();
        keys(self.matcher, &spelling, |key| {
            candidates.extend(self.postings.get(&key).into_iter().flatten().copied());
        });
        candidates.sort_unstable();
        candidates.dedup();
        let mut found: Vec<_> = candidates
            .into_iter()
            .filter(|at| may_be_same(&spelling, &self.names[*at as usize]))
            .map(|at| (at as usize, self.matcher.compare(&spelling, &self.names[at as usize])))
            .filter(|(_, comparison)| comparison.verdict == Verdict::Same)
            .collect();
        found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
        found
    }
}

/// Whether the rough consonants leave room for one name; a single stray consonant is forgiven, for ch and kh change classes.
fn may_be_same(a: &Spelling, b: &Spelling) -> bool {
    let (more, less) = strangers(a.classes, b.classes);
    let stray = if a.tokens().len() == b.tokens().len() { more.max(less) } else { more.min(less) };
    u32::from(stray.saturating_sub(1) * STRANGER) * 12 <= u32::from(a.mass + b.mass)
}

/// The keys of a name: one for every two of its words, in either order, or one for the only word; and one for all of it
/// written together, because words are joined at will.
fn keys(matcher: &Matcher, name: &Spelling, mut to: impl FnMut(u32)) {
    let mut words = [0u32; 8];
    let mut count = 0;
    let mut whole = Key::default();
    for token in name.tokens() {
        let mut key = Key::default();
        for sign in name.signs(*token) {
            let class = matcher.class(*sign);
            key.add(class, OF_WORD);
            whole.add(class, OF_NAME);
        }
        if key.len > 0 && count < words.len() {
            words[count] = key.value;
            count += 1;
        }
    }
    for i in 0..count {
        for j in i + 1..count {
            let (low, high) = (words[i].min(words[j]), words[i].max(words[j]));
            to(low << 12 | high);
        }
    }
    to(1 << 30 | whole.value << 4 | whole.len.min(15));
}

/// The first consonants of a word, doubled ones once, three bits each.
#[derive(Default)]
struct Key {
    value: u32,
    len: u32,
    last: u8,
}

impl Key {
    fn add(&mut self, class: u8, most: u32) {
        if class != 0 && class != self.last {
            if self.len < most {
                self.value = self.value << 3 | u32::from(class);
            }
            self.len += 1;
        }
        self.last = if class == 0 { self.last } else { class };
    }
}
