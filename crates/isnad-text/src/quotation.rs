//! Quotation marks, paired within a paragraph. A mark without a partner costs one quotation, never the rest of the page.

use crate::token::Token;
use std::ops::Range;

/// A stretch between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Token of the opening mark.
    pub open: u32,
    /// Token of the closing mark; if it was never closed, the last token of the paragraph.
    pub close: u32,
    /// Whether the closing mark is there.
    pub closed: bool,
    /// Whether it stands inside another.
    pub nested: bool,
}

impl Quotation {
    /// The tokens with the marks.
    pub fn tokens(&self) -> Range<usize> {
        self.open as usize..self.close as usize + 1
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Straight,
    Curly,
    Angle,
    Single,
}

/// Pairs the quotation marks of one paragraph (`tokens[range]`) and appends what it finds, ordered by opening mark.
pub(crate) fn pair(tokens: &[Token], range: Range<usize>, out: &mut Vec<Quotation>) {
    let base = out.len();
    let mut open: Vec<(Family, usize)> = Vec::new();
    for at in range.clone() {
        let Some(mark) = tokens[at].mark() else {
            continue;
        };
        let spaced_before = at == range.start || tokens[at].after_space();
        let spaced_after = at + 1 >= range.end || tokens[at + 1].after_space();
        let after_bracket =
            at > range.start && tokens[at - 1].mark().is_some_and(|m| matches!(m, '(' | '[' | ':' | '–'));
        let (family, opens, closes) = match mark {
            '«' => (Family::Angle, true, false),
            '»' => (Family::Angle, false, true),
            // Arabic newsrooms type both curly marks either way round, so the spaces decide.
            '“' | '„' | '‟' | '”' => {
                let waiting = open.iter().any(|(f, _)| *f == Family::Curly);
                let opens = !spaced_after && (spaced_before || after_bracket || !waiting);
                (Family::Curly, opens, !opens || (waiting && mark == '”'))
            }
            '"' => (Family::Straight, !spaced_after, !spaced_before || spaced_after),
            '‘' => (Family::Single, true, false),
            '’' => (Family::Single, false, true),
            _ => continue,
        };
        let inside = open.iter().rposition(|(f, _)| *f == family);
        match inside {
            Some(at_open) if closes => {
                let (_, from) = open[at_open];
                open.truncate(at_open);
                out.push(Quotation { open: from as u32, close: at as u32, closed: true, nested: !open.is_empty() });
            }
            // A second opening mark of the same family: the first one was a slip or never closed.
            Some(at_open) if opens => {
                open.truncate(at_open);
                open.push((family, at));
            }
            None if opens => open.push((family, at)),
            _ => {}
        }
    }
    if let Some(&(family, from)) = open.first()
        && family != Family::Single
        && from + 1 < range.end
    {
        let last = (range.end - 1) as u32;
        // Quotations already found after the stray mark are worth more than it.
        if out[base..].iter().all(|q| (q.open as usize) < from) {
            out.push(Quotation { open: from as u32, close: last, closed: false, nested: false });
        }
    }
    out[base..].sort_by_key(|q| (q.open, std::cmp::Reverse(q.close)));
    let mut reach = None;
    for q in &mut out[base..] {
        q.nested = reach.is_some_and(|reach| q.close < reach);
        if !q.nested {
            reach = Some(q.close);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Text;

    /// Text, and what is found between marks, parted by `|`; `~` marks a quotation that was never closed.
    const CASES: &[(&str, &str)] = &[
        ("قال \"نعم\" ثم \"لا\".", "\"نعم\"|\"لا\""),
        ("وصفهم بـ\"المتطرفين\"، وقال: \"انتهى\"", "\"المتطرفين\"|\"انتهى\""),
        ("قال «إن \"الدولة\" باقية» وسكت", "«إن \"الدولة\" باقية»|\"الدولة\""),
        ("”مقلوبة“ ثم “صحيحة”", "”مقلوبة“|“صحيحة”"),
        ("one \" stray mark and \"a quotation\" here", "\"a quotation\""),
        ("he said “it never ends", "~“it never ends"),
        ("the families’ claim, ‘they said’", "‘they said’"),
        ("It is Dar’a’s “old” town", "“old”"),
    ];

    #[test]
    fn quotations_are_paired() {
        for (raw, expected) in CASES {
            let text = Text::new(raw);
            let found: Vec<String> = (text.quotations().iter())
                .map(|q| format!("{}{}", if q.closed { "" } else { "~" }, text.slice(q.tokens())))
                .collect();
            assert_eq!(found.join("|"), *expected, "{raw}");
        }
    }
}
