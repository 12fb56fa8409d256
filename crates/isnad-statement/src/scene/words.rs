//! What is known of each word before cues are looked for: names, heads of sources, words that mean something else among their
//! neighbours. It knows no cue.

use super::Named;
use crate::cues::CueBook;
use isnad_ledger::Name;
use isnad_text::{Classes, Text, TokenKind, Word, proclitics};

pub(super) fn named(text: &Text<'_>, names: &[Name]) -> Vec<Named> {
    let mut out = vec![Named::default(); text.tokens().len()];
    for name in names {
        for span in &name.spans {
            let tokens = text.tokens_in(*span);
            for at in tokens.clone() {
                let named = Named { kind: Some(name.kind), goes_on: at + 1 < tokens.end, begins: at == tokens.start };
                // Nested names: the longer one, which goes on, wins.
                if out[at].kind.is_none() || named.goes_on && !out[at].goes_on {
                    out[at] = named;
                }
            }
        }
    }
    out
}

/// Words that mean something else than their class among their neighbours: غير مكتوبة, إلا واحدا ("other than") set no clause
/// against another, unless أن follows.
pub(super) fn exceptions(text: &Text<'_>, words: &mut [Word]) {
    for at in 0..words.len() {
        let that = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::COMPLEMENTISER));
        if !that && matches!(text.form(at), "غير" | "الا") {
            words[at].classes = words[at].classes.without(Classes::CONTRAST.and(Classes::CLAUSE));
        }
        // وإن كان قد لوّح: "even if" before an auxiliary.
        let auxiliary = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::AUXILIARY));
        if auxiliary && text.form(at) == "وان" {
            words[at].classes = Classes::CLAUSE.and(Classes::CONTRAST);
        }
        // الوكيل العام: "general" behind a definite word, "the year" before another word of time.
        let time = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::TIME));
        if text.form(at) == "العام" && at > 0 && words[at - 1].article && !time {
            words[at].classes = Classes::MODIFIER;
        }
    }
}

/// A word of no class may be a source's head, by itself (والدته) or with something written onto its front (لوكالة).
pub(super) fn known_head(text: &Text<'_>, book: &CueBook, at: usize, word: Word) -> Word {
    if text.tokens()[at].kind != TokenKind::Arabic {
        return word;
    }
    let form = text.form(at);
    let cut = word.conjunction > 0 || word.preposition.is_some();
    let clipped = word.classes == Classes::default() && book.head_of(form).is_some();
    if cut && (book.head(form).is_some() || clipped) {
        return Word { classes: Classes::default(), conjunction: 0, preposition: None, article: false };
    }
    if word.classes != Classes::default() || (!cut && book.head_of(form).is_some()) {
        return word;
    }
    let Some(cut) = proclitics(form).skip(1).find(|cut| book.head_of(cut.stem).is_some()) else { return word };
    Word {
        classes: word.classes,
        conjunction: u8::from(cut.conjunction.is_some()),
        preposition: cut.preposition.filter(|p| *p != 'س'),
        article: cut.article,
    }
}
