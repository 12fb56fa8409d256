//! A number that is known within bounds: a toll, a count. Not a stretch of text (see [`Span`](crate::Span)).

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// `[low, high]`, both ends included; `high` unknown means "at least `low`".
///
/// ```
/// use isnad_ledger::Range;
/// assert!(Range::at_least(14).meets(Range::exactly(20)));
/// assert!(!Range::between(3, 4).unwrap().meets(Range::exactly(5)));
/// assert_eq!(serde_json::to_string(&Range::at_least(14)).unwrap(), "[14,null]");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "(u32, Option<u32>)", into = "(u32, Option<u32>)")]
pub struct Range {
    low: u32,
    high: Option<u32>,
}

impl Range {
    /// Exactly `n`.
    pub fn exactly(n: u32) -> Range {
        Range { low: n, high: Some(n) }
    }

    /// `n` or more.
    pub fn at_least(n: u32) -> Range {
        Range { low: n, high: None }
    }

    /// From `low` to `high`, both included; `None` if reversed.
    pub fn between(low: u32, high: u32) -> Option<Range> {
        (low <= high).then_some(Range { low, high: Some(high) })
    }

    /// The lower bound.
    pub fn low(self) -> u32 {
        self.low
    }

    /// The upper bound, `None` if open.
    pub fn high(self) -> Option<u32> {
        self.high
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Range) -> bool {
        self.low <= other.high.unwrap_or(u32::MAX) && other.low <= self.high.unwrap_or(u32::MAX)
    }
}

impl TryFrom<(u32, Option<u32>)> for Range {
    type Error = String;

    fn try_from((low, high): (u32, Option<u32>)) -> Result<Range, String> {
        if high.is_some_and(|high| high < low) {
            return Err(format!("the range [{low}, {}] is reversed", high.unwrap_or_default()));
        }
        Ok(Range { low, high })
    }
}

impl From<Range> for (u32, Option<u32>) {
    fn from(range: Range) -> (u32, Option<u32>) {
        (range.low, range.high)
    }
}

impl JsonSchema for Range {
    fn schema_name() -> Cow<'static, str> {
        "Range".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "[low, high], both included; high null = at least low",
            "type": "array", "prefixItems": [{"type": "integer"}, {"type": ["integer", "null"]}],
            "minItems": 2, "maxItems": 2
        })
    }
}
