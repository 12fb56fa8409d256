//! Which language a text is in, by script and commonest words. It tells Arabic and English from their neighbours and is no
//! general language identifier.

use isnad_languages::Tables;
use std::collections::{HashMap, HashSet};

/// So many letters are looked at, from the start.
const LETTERS: usize = 1_500;

/// Tells languages by the table `shared/language.tsv`.
#[derive(Debug)]
pub(crate) struct Detector {
    languages: Vec<Language>,
}

#[derive(Debug)]
struct Language {
    code: String,
    script: Script,
    letters: Vec<char>,
    words: HashSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
        let table = tables.table("shared", "language");
        let languages = table.rows().map(|row| Language {
            code: row.get("code").to_owned(),
            script: Script::named(row.get("script")),
            letters: row.list("letters").filter_map(|letter| letter.chars().next()).collect(),
            words: row.list("words").map(str::to_owned).collect(),
        });
        Detector { languages: languages.collect() }
    }

    /// The language's code; `None` if there are no letters or none of a known language.
    pub(crate) fn detect(&self, text: &str) -> Option<String> {
        let start = text.char_indices().nth(LETTERS).map_or(text, |(end, _)| &text[..end]);
        let mut scripts: HashMap<Script, usize> = HashMap::new();
        for script in start.chars().filter(|c| is_letter(*c)).map(Script::of) {
            *scripts.entry(script).or_default() += 1;
        }
        let script =
            *scripts.iter().max_by_key(|(script, n)| (**n, **script == Script::Arabic, **script == Script::Latin))?.0;
        let candidates: Vec<&Language> = self.languages.iter().filter(|language| language.script == script).collect();
        let lower = start.to_lowercase();
        let mut words = vec![0; candidates.len()];
        for word in lower.split(|c| !is_letter(c)).filter(|word| !word.is_empty()) {
            for (language, count) in candidates.iter().zip(&mut words) {
                *count += usize::from(language.words.contains(word));
            }
        }
        let mut scores = candidates.iter().zip(words).map(|(language, words)| (language, words + language.own(&lower)));
        let first = scores.next()?;
        let (best, score) = scores.fold(first, |best, next| if next.1 > best.1 { next } else { best });
        let foreign = script == Script::Other
            || (script == Script::Latin && score == 0 && start.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
        (!foreign).then(|| best.code.clone())
    }
}

impl Language {
    /// Letters of its own; five of them count as one word.
    fn own(&self, text: &str) -> usize {
        if self.letters.is_empty() { 0 } else { text.chars().filter(|c| self.letters.contains(c)).count() / 5 }
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
