//! A person by the words of a name: how it is written in English, and the key that its spellings share. It finds no names.

use super::mention::Entity;
use super::romanise::{romanise, skeleton};
use super::words::Words;

/// A person by the words of an Arabic name.
pub(crate) fn arabic_person(words: &Words, parts: &[String]) -> Entity {
    let english: Vec<String> = parts.iter().map(|part| english_part(words, part)).collect();
    let mut entity = person(words, &english.join(" "), None);
    entity.key = person_key(words, &english);
    entity.name_ar = Some(parts.iter().map(|part| spaced(part)).collect::<Vec<_>>().join(" "));
    entity
}

fn english_part(words: &Words, part: &str) -> String {
    let joined: String = part.split(' ').collect();
    if let Some(given) = words.given.get(joined.as_str()) {
        return words.english[given.row as usize].to_string();
    }
    match part {
        "بن" | "ابن" => return "bin".to_owned(),
        "بنت" => return "bint".to_owned(),
        "ال" => return "Al".to_owned(),
        _ => {}
    }
    if let Some((kunya, rest)) = part.split_once(' ') {
        let kunya = if kunya == "ام" { "Umm" } else { "Abu" };
        return format!("{kunya} {}", english_part(words, rest));
    }
    if let Some(rest) = part.strip_prefix("عبدال") {
        return format!("Abdul {}", romanise(rest));
    }
    romanise(part)
}

fn spaced(part: &str) -> String {
    match part.strip_prefix("عبد") {
        Some(rest) if rest.starts_with("ال") && !part.contains(' ') => format!("عبد {rest}"),
        _ => part.to_owned(),
    }
}

/// A person by an English name.
pub(crate) fn person(words: &Words, english: &str, arabic: Option<&str>) -> Entity {
    let parts: Vec<String> = english.split_whitespace().map(str::to_owned).collect();
    Entity {
        key: person_key(words, &parts),
        name: english.to_owned(),
        name_ar: arabic.map(str::to_owned),
        kind: "".into(),
        person: true,
    }
}

/// The key of a person: first and last part, given names by the table's English form, others by their consonants.
fn person_key(words: &Words, english: &[String]) -> String {
    let all = english.join(" ").to_lowercase();
    let mut parts: Vec<String> = Vec::new();
    let mut prefix = String::new();
    for word in all.split(' ').filter(|word| !word.is_empty()) {
        let servant = matches!(word, "abdul" | "abdel" | "abd" | "abu" | "abou" | "umm" | "um" | "oum");
        let faith = matches!(word, "al-din" | "el-din" | "eddin" | "eddine" | "ad-din");
        match word {
            "bin" | "ben" | "ibn" | "al" | "el" | "bint" => {}
            _ if servant => prefix = word.replace("abou", "abu").replace("oum", "umm"),
            _ if faith && !parts.is_empty() => {
                parts.iter_mut().last().into_iter().for_each(|last| last.push_str("al-din"))
            }
            _ => {
                let rest = if prefix.is_empty() { word } else { word.strip_prefix("al-").unwrap_or(word) };
                parts.push(format!("{}{rest}", std::mem::take(&mut prefix)));
            }
        }
    }
    let ends = match parts.as_slice() {
        [] => vec![],
        [one] => vec![one],
        [first, .., last] => vec![first, last],
    };
    let key = |part: &&String| -> String {
        match words.latin.get(part.as_str()) {
            Some(row) => words.english[*row as usize].to_lowercase().split(' ').collect(),
            None => skeleton(part),
        }
    };
    format!("person:{}", ends.iter().map(key).collect::<Vec<_>>().join("-"))
}
