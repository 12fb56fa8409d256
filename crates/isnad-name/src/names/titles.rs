//! What stands before a person in Arabic: a title, an office and the body or place it is held in, a role and a comma. It reads no names;
//! `people` does.

use super::organisations::word;
use super::words::Words;
use isnad_text::{Text, proclitics};

/// Whether a title stands at a token; it may be several words long, of which this is the last.
pub(super) fn is_title(text: &Text<'_>, words: &Words, token: usize) -> bool {
    let Some(form) = text.tokens().get(token).filter(|t| t.mark().is_none()).map(|_| text.form(token)) else {
        return false;
    };
    let bare = form.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(form);
    let two = token.checked_sub(1).map(|before| format!("{} {form}", text.form(before)));
    words.titles.contains(form)
        || words.titles.contains(bare)
        || two.is_some_and(|two| words.titles.contains(two.as_str()))
}

/// Whether a role and what it is held in stand right before a token: the spokesman of a body, قائممقام سنجار.
pub(super) fn holds_office(text: &Text<'_>, words: &Words, token: usize, body: Option<usize>) -> bool {
    let place =
        || token.checked_sub(1).filter(|at| word(text, *at).is_some_and(|form| words.places.contains_key(form)));
    let Some(from) = body.or_else(place) else { return false };
    let near = from.saturating_sub(OFFICE)..from;
    let mut words_before = near.rev().map_while(|at| text.tokens()[at].mark().is_none().then(|| text.form(at)));
    words_before.any(|form| proclitics(form).any(|cut| words.roles.contains(cut.stem)))
}

/// Words from a role to the body or place it is held in: المتحدث باسم …
const OFFICE: usize = 2;

/// Whether a comma stands before a token and a role before the comma: "the deputy minister for policy, X Y,".
pub(super) fn is_apposition(text: &Text<'_>, words: &Words, token: usize) -> bool {
    let comma = token - 1;
    if text.tokens()[comma].mark() != Some(',') {
        return false;
    }
    let from = comma.saturating_sub(14);
    for at in (from..comma).rev() {
        let Some(form) = Some(text.form(at)).filter(|_| text.tokens()[at].mark().is_none()) else {
            if matches!(text.tokens()[at].mark(), Some(',' | '.' | ':' | ';')) {
                return false;
            }
            continue;
        };
        if proclitics(form).any(|cut| words.roles.contains(cut.stem)) {
            return true;
        }
    }
    false
}
