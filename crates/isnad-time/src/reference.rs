//! What a reader must know of a report before it can place "yesterday": when it was published and how to lean in doubt.

use isnad_ledger::Moment;

/// Which way a bare weekday, day or month points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Always the latest one, the day of publication included.
    Past,
    /// Always the next one, the day of publication left out for a weekday.
    Future,
    /// As the clause around it speaks; the past where it does not say.
    #[default]
    Tense,
}

/// The moment and the habits that expressions are read against.
///
/// ```
/// use isnad_time::{Direction, Reference};
/// let reference = Reference::published("2025-12-06T09:24".parse().unwrap());
/// assert_eq!(reference.direction, Direction::Tense);
/// assert!(reference.day_first, "06/12/2025 is the sixth of December unless the outlet writes otherwise");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// When the report was published; without it only full dates get an interval.
    pub published: Option<Moment>,
    /// Which way bare weekdays, days and months point.
    pub direction: Direction,
    /// Whether the outlet writes 06/12/2025 for the sixth of December. A date that fits only one order is read in that one.
    pub day_first: bool,
}

impl Default for Reference {
    fn default() -> Reference {
        Reference { published: None, direction: Direction::Tense, day_first: true }
    }
}

impl Reference {
    /// The usual reference of a report published then.
    pub fn published(moment: Moment) -> Reference {
        Reference { published: Some(moment), ..Reference::default() }
    }
}
