//! Names in English: words in capitals, sorted into people and organisations by given names, titles, heads and what stands
//! around them. What a surname alone means is for `coreference`.

use super::mention::{Entity, Mention};
use super::organisations::word;
use super::people::People;
use super::person::person;
use super::words::Words;
use isnad_text::{Text, TokenKind};

/// Words of a name that are taken.
const LONGEST: usize = 6;

/// The person or organisation that is named by words in capitals from a token on.
pub(crate) fn at(text: &Text<'_>, words: &Words, people: &People, token: usize) -> Option<Mention> {
    let form = text.form(token);
    let opening = words.common.contains(form) && !words.given.contains_key(form);
    if !is_proper(text, token) || opening || is_function_word(form) || words.titles.contains(text.form(token)) {
        return None;
    }
    if let Some(hit) = people.names.find(text, token, text.form(token)) {
        let mut mention = Mention::new(token..hit.end, people.known[hit.number as usize].clone());
        mention.ends = Some((text.form(token).to_owned(), bare(text.form(hit.end - 1)).to_owned()));
        return Some(mention);
    }
    let mut end = token + 1;
    while end < token + LONGEST {
        let closed = text.form(end - 1).ends_with("'s");
        if closed {
            break;
        }
        // An initial's stop: Sofiane B.
        let stop = text.tokens().get(end).is_some_and(|t| t.mark() == Some('.'));
        if stop && text.form(end - 1).len() == 1 && end - token > 1 && is_proper_at(text, end + 1) {
            end += 1;
            continue;
        }
        let particle = matches!(
            word(text, end),
            Some("bin" | "ben" | "ibn" | "al" | "el" | "ul" | "van" | "von" | "de" | "der" | "of" | "for" | "and")
        );
        let next = end + usize::from(particle);
        if !is_proper_at(text, next) || words.titles.contains(text.form(next)) && !particle {
            break;
        }
        if matches!(word(text, end), Some("of" | "for" | "and")) && !has_head(text, words, token, end) {
            break;
        }
        end = next + 1;
    }
    let behind = (token + 1..end).filter_map(|at| word(text, at));
    let parts: Vec<&str> = std::iter::once(text.form(token)).chain(behind).collect();
    let whole = parts.iter().map(|part| bare(part)).collect::<Vec<_>>().join(" ");
    if words.places.contains_key(whole.as_str()) || words.countries.contains_key(whole.as_str()) {
        return None;
    }
    let last = bare(parts.last()?);
    if let Some(kind) = (token..end).rev().find_map(|at| words.heads.get(&*title_case(bare(text.form(at))))) {
        if parts.len() < 2 {
            return None;
        }
        let parts = parts.iter().filter(|part| !matches!(**part, "of" | "for" | "and" | "the"));
        let mut key: Vec<String> = parts.map(|part| words.key_part(bare(part))).collect();
        key.sort();
        let entity = Entity {
            key: format!("org:{}", key.join("-")),
            name: raw(text, token..end),
            name_ar: None,
            kind: kind.clone(),
            person: false,
        };
        return Some(Mention::new(token..end, entity));
    }
    let given = words.given.contains_key(parts[0]) || matches!(parts[0], "abu" | "umm" | "abdul" | "abdel" | "abd");
    let titled = token.checked_sub(1).is_some_and(|before| is_title(text, words, before));
    let enough = match parts.len() {
        1 => titled && given,
        2..=5 => given || titled || introduced(text, words, token, end),
        _ => false,
    };
    if !enough {
        return None;
    }
    let mut mention = Mention::new(token..end, person(words, &raw(text, token..end), None));
    mention.ends = Some((parts[0].to_owned(), last.to_owned()));
    mention.possessive = text.form(end - 1).ends_with("'s");
    Some(mention)
}

/// A word without its possessive.
pub(crate) fn bare(form: &str) -> &str {
    form.strip_suffix("'s").or_else(|| form.strip_suffix("s'").map(|_| &form[..form.len() - 1])).unwrap_or(form)
}

fn raw(text: &Text<'_>, tokens: std::ops::Range<usize>) -> String {
    let slice = text.slice(tokens).replace('’', "'");
    slice.strip_suffix("'s").unwrap_or(&slice).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words that stand in capitals at the start of a sentence.
fn is_function_word(form: &str) -> bool {
    matches!(
        form,
        "the"
            | "a"
            | "an"
            | "but"
            | "and"
            | "in"
            | "on"
            | "at"
            | "for"
            | "from"
            | "by"
            | "with"
            | "his"
            | "her"
            | "their"
            | "its"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "this"
            | "that"
            | "these"
            | "those"
            | "when"
            | "while"
            | "after"
            | "before"
            | "as"
            | "if"
            | "no"
            | "not"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "some"
            | "many"
            | "most"
            | "all"
            | "both"
            | "since"
            | "there"
            | "here"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "still"
            | "also"
            | "another"
            | "more"
            | "of"
            | "earlier"
            | "later"
            | "meanwhile"
            | "however"
            | "local"
            | "two-thirds"
            | "our"
            | "your"
            | "my"
            | "so"
            | "yet"
            | "or"
    )
}

/// Whether a word is written as a proper name: Khaled, al-Masoud.
fn is_proper(text: &Text<'_>, token: usize) -> bool {
    let Some(at) = text.tokens().get(token).filter(|t| t.kind == TokenKind::Latin) else { return false };
    let raw = text.word(token);
    let article =
        ["al-", "el-", "as-", "ad-", "an-", "ar-", "at-", "az-", "ash-"].iter().find_map(|a| raw.strip_prefix(a));
    at.is_capital() || article.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

fn is_proper_at(text: &Text<'_>, token: usize) -> bool {
    word(text, token).is_some() && is_proper(text, token)
}

fn has_head(text: &Text<'_>, words: &Words, from: usize, end: usize) -> bool {
    (from..end).any(|at| words.heads.contains_key(&*title_case(text.form(at))))
}

/// A form with its first letter in upper case, as the tables of heads are folded to lower case it is lowered again there.
fn title_case(form: &str) -> String {
    form.to_lowercase()
}

/// Whether a title or a role stands at a token: Col., the lawyer.
fn is_title(text: &Text<'_>, words: &Words, token: usize) -> bool {
    let at = match text.tokens()[token].mark() {
        Some('.') => token.checked_sub(1),
        Some(_) => None,
        None => Some(token),
    };
    at.is_some_and(|at| {
        let form = text.form(at);
        words.titles.contains(form) && text.tokens()[at].is_capital() || words.roles.contains(form)
    })
}

/// Whether a name stands where people do: before ", a doctor", ", 61", "said", or behind "said".
fn introduced(text: &Text<'_>, words: &Words, token: usize, end: usize) -> bool {
    let speech = |at: usize| {
        matches!(word(text, at), Some("said" | "says" | "told" | "added" | "tells" | "who" | "denied" | "warned"))
    };
    let comma = text.tokens().get(end).is_some_and(|t| t.mark() == Some(','));
    let number = text.tokens().get(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let article = matches!(word(text, end + 1), Some("a" | "an" | "the" | "who" | "whose" | "one"));
    let role = word(text, end + 1).is_some_and(|form| words.roles.contains(form));
    comma && (number || article || role) || speech(end) || token.checked_sub(1).is_some_and(speech)
}
