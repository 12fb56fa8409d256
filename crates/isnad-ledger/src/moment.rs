//! A wall-clock moment of the place of publication, to the day or to the minute. It knows no time zone.

use jiff::civil::{Date, DateTime};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, fmt, str::FromStr};

/// A day (`2025-12-05`) or a minute of one (`2025-12-06T09:24`). Ordered by time; a day comes before its minutes.
///
/// ```
/// use isnad_ledger::Moment;
/// let day: Moment = "2025-12-05".parse().unwrap();
/// let minute: Moment = "2025-12-05T09:24".parse().unwrap();
/// assert!(day < minute);
/// assert_eq!(minute.to_string(), "2025-12-05T09:24");
/// assert!("2025-02-30".parse::<Moment>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    at: DateTime,
    to_the_minute: bool,
}

/// A text that is no ISO 8601 day or minute.
#[derive(Debug, thiserror::Error)]
#[error("'{0}' is no moment; write 2025-12-05 or 2025-12-05T09:24")]
pub struct BadMoment(String);

impl Moment {
    /// A whole day.
    pub fn day(date: Date) -> Moment {
        Moment { at: date.at(0, 0, 0, 0), to_the_minute: false }
    }

    /// A minute of a day; seconds are dropped.
    pub fn minute(at: DateTime) -> Moment {
        Moment { at: at.date().at(at.hour(), at.minute(), 0, 0), to_the_minute: true }
    }

    /// Its day.
    pub fn date(self) -> Date {
        self.at.date()
    }

    /// Day and clock time; midnight for a whole day.
    pub fn datetime(self) -> DateTime {
        self.at
    }

    /// Whether it is known to the minute.
    pub fn is_minute(self) -> bool {
        self.to_the_minute
    }
}

impl FromStr for Moment {
    type Err = BadMoment;

    fn from_str(text: &str) -> Result<Moment, BadMoment> {
        let bad = || BadMoment(text.chars().take(40).collect());
        // A zone or offset is dropped: the contract keeps the wall clock of the place of publication.
        let wall = text.trim().trim_end_matches('Z');
        let wall = match wall.char_indices().skip(11).find(|(_, c)| matches!(c, '+' | '-')) {
            Some((at, _)) => &wall[..at],
            None => wall,
        };
        if wall.contains(['T', ' ']) {
            wall.replacen(' ', "T", 1).parse().map(Moment::minute).map_err(|_| bad())
        } else {
            wall.parse().map(Moment::day).map_err(|_| bad())
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.at.date())?;
        if self.to_the_minute {
            write!(f, "T{:02}:{:02}", self.at.hour(), self.at.minute())?;
        }
        Ok(())
    }
}

impl TryFrom<String> for Moment {
    type Error = BadMoment;

    fn try_from(text: String) -> Result<Moment, BadMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> String {
        moment.to_string()
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "ISO 8601 wall-clock time of the place of publication, no zone; a date alone is a whole day",
            "type": "string", "pattern": "^-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"
        })
    }
}
