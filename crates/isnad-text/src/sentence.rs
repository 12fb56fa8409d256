//! Paragraphs and sentences as ranges of tokens. A paragraph is a line; a stop inside a quotation ends no sentence, and
//! neither does one after an initial or an abbreviation.

use crate::quotation::Quotation;
use crate::token::{Token, TokenKind};
use std::ops::Range;

/// Latin abbreviations that end in a stop and rarely end a sentence, in reading form.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dr", "feb", "gen", "gov", "hon",
    "inc", "insp", "jan", "jr", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "nov", "oct",
    "ph.d", "prof", "rep", "rev", "sec", "sen", "sept", "sgt", "sr", "st", "supt", "u.k", "u.n", "u.s", "vs", "e.g",
    "i.e", "a.m", "p.m",
];

/// Lines of the text, as ranges of tokens.
pub(crate) fn paragraphs(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() {
        if at == tokens.len() || tokens[at].after_line() {
            if start < at {
                out.push(start..at);
            }
            start = at;
        }
    }
    out
}

/// Appends the sentences of one paragraph; `quotations` are those of this paragraph.
pub(crate) fn sentences<'t>(
    tokens: &[Token],
    form: impl Fn(usize) -> &'t str,
    paragraph: Range<usize>,
    quotations: &[Quotation],
    out: &mut Vec<Range<usize>>,
) {
    let mut start = paragraph.start;
    let mut quotation = 0;
    for at in paragraph.clone() {
        while quotations.get(quotation).is_some_and(|q| (q.close as usize) < at) {
            quotation += 1;
        }
        let Some(mark) = tokens[at].mark() else {
            continue;
        };
        let inside = quotations.get(quotation).filter(|q| q.closed && (q.open as usize) < at);
        let ends = match inside {
            // The closing mark itself: "… stop.” Next sentence"
            Some(q) if q.close as usize == at => {
                at > start
                    && matches!(tokens[at - 1].mark(), Some('.' | '!' | '?' | '…'))
                    && !tokens.get(at + 1).is_some_and(continues)
            }
            Some(_) => false,
            None => match mark {
                '!' | '?' => true,
                // Arabic newsrooms set two or three stops inside a sentence.
                '…' => tokens.get(at + 1).is_none_or(|t| t.kind == TokenKind::Latin && !continues(t)),
                '.' => at > start && !is_abbreviation(tokens, &form, start, at),
                _ => false,
            },
        };
        if !ends {
            continue;
        }
        let mut end = at + 1;
        // Closing brackets and stray quotation marks stay with the sentence they close.
        while end < paragraph.end
            && !tokens[end].after_space()
            && matches!(tokens[end].mark(), Some(')' | ']' | '»' | '”' | '"' | '’' | '.' | '!' | '?'))
        {
            end += 1;
        }
        if end > start && end <= paragraph.end {
            out.push(start..end);
            start = end;
        }
    }
    if start < paragraph.end {
        out.push(start..paragraph.end);
    }
}

/// Whether the token goes on with the sentence: a lower-case word, a comma.
fn continues(token: &Token) -> bool {
    match token.kind {
        TokenKind::Latin => !token.is_capital(),
        TokenKind::Mark(c) => matches!(c, ',' | ';' | ':' | '–' | '-' | ')'),
        _ => false,
    }
}

fn is_abbreviation<'t>(tokens: &[Token], form: &impl Fn(usize) -> &'t str, start: usize, at: usize) -> bool {
    let before = &tokens[at - 1];
    if tokens[at].after_space() || at - 1 < start {
        return false;
    }
    let next = tokens.get(at + 1);
    let glued = next.is_some_and(|t| !t.after_space() && (t.is_word() || t.kind == TokenKind::Number));
    match before.kind {
        // م.ع stands for a name; ع. before a word likewise. A one-letter Arabic word never ends a sentence.
        TokenKind::Arabic => form(at - 1).chars().count() == 1 || (glued && form(at - 1).chars().count() <= 2),
        TokenKind::Latin => {
            let word = form(at - 1);
            let lower_next = next.is_some_and(|t| t.kind == TokenKind::Latin && !t.is_capital());
            let initial = before.is_capital() && word.len() == 1;
            glued || initial || lower_next || (ABBREVIATIONS.contains(&word) && next.is_some_and(|t| !t.after_line()))
        }
        TokenKind::Number => glued,
        TokenKind::Mark(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::Text;

    /// Sentences parted by `|`.
    const CASES: &[&str] = &[
        "قال الوزير إن الأمر انتهى.|وأضاف أنه باق.",
        "المقاول (م.ع) موقوف.|وقال د. سامي إنه بريء.",
        "“We received six. I counted them,” said Dr. Bahaj.|He left at 3.5 a.m. yesterday.",
        "He said “it is over.”|Tolliver left.",
        "The U.S. Army said so... and nobody answered?|No.",
        "سوق كتم.. غرفة الطوارئ: 23 شهيدا",
        "انتهى الأمر... وعاد الجميع.|ثم ماذا؟",
    ];

    #[test]
    fn sentences_end_where_they_should() {
        for case in CASES {
            let raw = case.replace('|', " ");
            let text = Text::new(&raw);
            let found: Vec<&str> = text.sentences().iter().map(|s| text.slice(s.clone())).collect();
            assert_eq!(found.join("|"), *case);
        }
    }
}
