//! Bytes to letters: which charset a text is in, and whether it is a text at all. It changes no letter of valid UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use isnad_ledger::Note;

/// How many well-formed letters beyond ASCII stand against one broken one before a text is taken for damaged UTF-8.
const GOOD_FOR_ONE_BAD: usize = 20;

/// A text out of bytes.
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// The charset's name, as in the Encoding Standard.
    pub(crate) charset: &'static str,
    pub(crate) notes: Vec<Note>,
}

/// Decodes a text: UTF-8 as it is, else by its byte order mark, by the charset it declares, or by what it looks like.
/// Damaged UTF-8 keeps its good letters. `None` if it is no text.
pub(crate) fn decode(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Option<Decoded> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return is_text(&text).then_some(Decoded { text, charset: UTF_8.name(), notes: Vec::new() }),
        Err(error) => error.into_bytes(),
    };
    let (encoding, code) = match Encoding::for_bom(&bytes) {
        Some((encoding, _)) => (encoding, "charset_marked"),
        None if is_damaged_utf8(&bytes) => (UTF_8, "charset_damaged"),
        None => match declared.filter(|encoding| *encoding != UTF_8) {
            Some(encoding) => (encoding, "charset_declared"),
            None => (guess(&bytes), "charset_guessed"),
        },
    };
    let (text, _, broken) = encoding.decode(&bytes);
    let name = encoding.name();
    let mut notes = vec![note(code, format!("The text is not in UTF-8; it was read as {name}."))];
    if code == "charset_damaged" {
        notes[0].text = "Some bytes are no valid UTF-8; they were read as �.".to_owned();
    } else if broken {
        notes.push(note("charset_damaged", format!("Some bytes are no valid {name}; they were read as �.")));
    }
    is_text(&text).then(|| Decoded { text: text.into_owned(), charset: name, notes })
}

fn note(code: &str, text: String) -> Note {
    Note { code: code.to_owned(), span: None, text }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad * GOOD_FOR_ONE_BAD
}

/// Control characters and replacement characters make up less than a tenth.
fn is_text(text: &str) -> bool {
    let odd = |c: &char| (c.is_control() && !c.is_whitespace()) || *c == '\u{fffd}';
    text.chars().filter(odd).count() * 10 <= text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::{Decoded, decode};

    fn read(bytes: &[u8]) -> Option<(String, Vec<String>)> {
        let Decoded { text, notes, .. } = decode(bytes.to_vec(), None)?;
        Some((text, notes.into_iter().map(|note| note.code).collect()))
    }

    #[test]
    fn charsets() {
        let arabic = "قالت وزارة الداخلية السورية إن العملية جرت في مدينة الضمير";
        assert_eq!(read(arabic.as_bytes()), Some((arabic.to_owned(), vec![])));
        let (old, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
        assert_eq!(read(&old), Some((arabic.to_owned(), vec!["charset_guessed".to_owned()])));
        let mut damaged = arabic.as_bytes().to_vec();
        damaged.insert(0, 0xff);
        damaged.insert(0, b' ');
        assert_eq!(read(&damaged), Some((format!(" \u{fffd}{arabic}"), vec!["charset_damaged".to_owned()])));
        let wide: Vec<u8> = [0xfeff].into_iter().chain(arabic.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), Some((arabic.to_owned(), vec!["charset_marked".to_owned()])));
        assert_eq!(read(&[0; 50]), None);
        assert_eq!(read(&[]), Some((String::new(), vec![])));
    }
}
