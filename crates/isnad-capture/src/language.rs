//! Which language a text is in, by script and commonest words. It tells Arabic and English from their neighbours and is no
//! general language identifier.

use isnad_languages::Tables;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// So many letters are looked at, from the start.
const LETTERS: usize = 1_500;

/// Tells languages by the table `shared/language.tsv`.
#[derive(Debug)]
pub(crate) struct Detector {
    languages: Vec<Language>,
    /// Commonest words, and letters of few languages: of which languages they are, a bit each.
    words: FxHashMap<String, u32>,
    letters: FxHashMap<char, u32>,
}

#[derive(Debug)]
struct Language {
    code: String,
    script: Script,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Arabic,
    Latin,
    Cyrillic,
    Hebrew,
    Other,
}

impl Script {
    fn of(c: char) -> Script {
        match c {
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                Script::Arabic
            }
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => Script::Latin,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{590}'..='\u{5ff}' => Script::Hebrew,
            _ => Script::Other,
        }
    }

    fn named(name: &str) -> Script {
        match name {
            "arabic" => Script::Arabic,
            "latin" => Script::Latin,
            "cyrillic" => Script::Cyrillic,
            "hebrew" => Script::Hebrew,
            _ => Script::Other,
        }
    }
}

impl Detector {
    pub(crate) fn new(tables: &Tables) -> Detector {
        let mut detector =
            Detector { languages: Vec::new(), words: FxHashMap::default(), letters: FxHashMap::default() };
        for row in tables.table("shared", "language").rows().take(32) {
            let bit = 1 << detector.languages.len();
            for word in row.list("words") {
                *detector.words.entry(word.to_owned()).or_default() |= bit;
            }
            for letter in row.list("letters").filter_map(|letter| letter.chars().next()) {
                *detector.letters.entry(letter).or_default() |= bit;
            }
            let (code, script) = (row.get("code").to_owned(), Script::named(row.get("script")));
            detector.languages.push(Language { code, script });
        }
        detector
    }

    /// The language's code; `None` if there are no letters or none of a known language.
    pub(crate) fn detect(&self, text: &str) -> Option<String> {
        let start = text.char_indices().nth(LETTERS).map_or(text, |(end, _)| &text[..end]);
        let script = script(start)?;
        // The Arabic script has no capitals.
        let lower = if script == Script::Arabic { Cow::Borrowed(start) } else { Cow::Owned(start.to_lowercase()) };
        let (mut words, mut letters) = ([0; 32], [0; 32]);
        for word in lower.split(|c| !is_letter(c)).filter(|word| !word.is_empty()) {
            count(&mut words, self.words.get(word));
        }
        for letter in lower.chars().filter(|c| !c.is_ascii()) {
            count(&mut letters, self.letters.get(&letter));
        }
        // Five letters of its own count as one word.
        let scores = self.languages.iter().zip(words.iter().zip(letters)).filter(|(l, _)| l.script == script);
        let mut scores = scores.map(|(language, (words, letters))| (language, words + letters / 5));
        let first = scores.next()?;
        let (best, score) = scores.fold(first, |best, next| if next.1 > best.1 { next } else { best });
        let foreign = script == Script::Other
            || (script == Script::Latin && score == 0 && start.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
        (!foreign).then(|| best.code.clone())
    }
}

/// The script of most letters; of equally many the Arabic, then the Latin.
fn script(text: &str) -> Option<Script> {
    let mut counts = [0_usize; 5];
    text.chars().filter(|c| is_letter(*c)).for_each(|c| counts[Script::of(c) as usize] += 1);
    let scripts = [Script::Other, Script::Hebrew, Script::Cyrillic, Script::Latin, Script::Arabic];
    scripts.into_iter().filter(|script| counts[*script as usize] > 0).max_by_key(|script| counts[*script as usize])
}

/// Counts one for every language whose bit is set.
fn count(counts: &mut [usize; 32], languages: Option<&u32>) {
    let mut left = languages.copied().unwrap_or_default();
    while left != 0 {
        counts[left.trailing_zeros() as usize] += 1;
        left &= left - 1;
    }
}

/// Whether a character is a letter; those of the commonest scripts are known without a look into Unicode's tables.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' => true,
        _ => c.is_alphabetic(),
    }
}

#[cfg(test)]
mod tests {
    use super::Detector;
    use isnad_languages::Tables;

    #[test]
    fn neighbours_are_told_apart() {
        let detector = Detector::new(Tables::embedded());
        let cases = [
            ("قالت وزارة الداخلية إن العملية جرت في الضمير", Some("ar")),
            ("وزیر امور خارجه ایران گفت که این حمله در مرز انجام شد و به گفته او", Some("fa")),
            ("پولیس کے مطابق حملے میں تین افراد ہلاک ہوئے ہیں اور یہ واقعہ", Some("ur")),
            ("The ministry said that three people were killed", Some("en")),
            ("Le ministère a déclaré que trois personnes ont été tuées dans la ville", Some("fr")),
            ("Das Ministerium sagte, dass drei Menschen in der Stadt getötet wurden", Some("de")),
            ("Министерство сообщило", Some("ru")),
            ("三人が死亡した", None),
            ("12345 !!", None),
            ("", None),
            ("Raid kills six", Some("en")),
        ];
        for (text, code) in cases {
            assert_eq!(detector.detect(text).as_deref(), code, "{text}");
        }
    }
}
