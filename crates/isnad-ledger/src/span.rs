//! A stretch of a report's text, counted in Unicode code points. It holds no text and cannot be built reversed.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A half-open stretch `[start, end)` of a text, in Unicode code points.
///
/// ```
/// use isnad_ledger::Span;
/// let span = Span::within(2, 5, 10).unwrap();
/// assert_eq!((span.start(), span.end(), span.len()), (2, 5, 3));
/// assert!(Span::within(5, 2, 10).is_none(), "reversed");
/// assert!(Span::within(2, 11, 10).is_none(), "outside the text");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "[u32; 2]", into = "[u32; 2]")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span `[start, end)` of a text that is `length` code points long; `None` if it is reversed or runs out of it.
    pub fn within(start: u32, end: u32, length: u32) -> Option<Span> {
        (start <= end && end <= length).then_some(Span { start, end })
    }

    /// First code point.
    pub fn start(self) -> u32 {
        self.start
    }

    /// The code point after the last one.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in code points.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one code point.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of the span in `text`; empty if the text is shorter. Linear in the text's length up to the span's end.
    pub fn of(self, text: &str) -> &str {
        let mut at = text.char_indices().map(|(byte, _)| byte).chain([text.len()]);
        let start = at.nth(self.start as usize);
        let end = if self.is_empty() { start } else { at.nth(self.len() as usize - 1) };
        start.zip(end).map_or("", |(a, b)| &text[a..b])
    }
}

impl TryFrom<[u32; 2]> for Span {
    type Error = String;

    fn try_from([start, end]: [u32; 2]) -> Result<Span, String> {
        Span::within(start, end, u32::MAX).ok_or_else(|| format!("the span [{start}, {end}] is reversed"))
    }
}

impl From<Span> for [u32; 2] {
    fn from(span: Span) -> [u32; 2] {
        [span.start, span.end]
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "[start, end) in Unicode code points of report.text",
            "type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn words_of_a_span() {
        let text = "قال إن";
        assert_eq!(Span::within(0, 3, 6).unwrap().of(text), "قال");
        assert_eq!(Span::within(4, 6, 6).unwrap().of(text), "إن");
        assert_eq!(Span::within(6, 6, 6).unwrap().of(text), "");
        assert_eq!(Span::within(4, 9, 9).unwrap().of(text), "");
    }
}
