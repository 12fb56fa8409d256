//! Letters folded for searching: case, Arabic vowel signs, tatweel, hamza seats and final forms do not count.
//! For finding only; reading keeps its own, stricter form elsewhere.

/// The text as it is searched: lower case, without tashkeel and tatweel, with one alef, ya and ta marbuta.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(letter).collect()
}

/// The words of a query, folded.
pub(crate) fn query(words: &str) -> Vec<String> {
    words.split_whitespace().take(12).map(fold).filter(|word| !word.is_empty()).collect()
}

fn letter(c: char) -> Option<char> {
    match c {
        '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' => None,
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' => Some('ي'),
        'ة' => Some('ه'),
        'ک' => Some('ك'),
        'ؤ' => Some('و'),
        'ئ' => Some('ي'),
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '’' | '`' | 'ʿ' | 'ʾ' => Some('\''),
        _ => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, query};

    #[test]
    fn spellings_meet() {
        for (a, b) in
            [("أُمّ", "ام"), ("مدرسة", "مدرسه"), ("AL-Dumayr", "al-dumayr"), ("خالـــد", "خالد"), ("٢٠١٧", "2017")]
        {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
        assert_eq!(query(" سوق  كُتم "), ["سوق", "كتم"]);
    }
}
