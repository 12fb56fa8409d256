//! What was typed: a time expression before anything is known of the day it was said. Placing it is `place`'s work.

use crate::sense::{DayPart, Edge, Feast, Shift, Unit};

/// Which calendar a month belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    Common,
    Hijri,
}

/// What an amount is counted from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Base {
    /// The day of publication.
    Spoken,
    /// The day just narrated, or the day of publication if nothing was.
    Narrated,
    /// The day of the event that stands beside it by name: of this paragraph, else the main event's.
    Event,
    /// The day last mentioned, be it one of speaking: بعد ذلك بيوم.
    That,
    /// The day of publication in a clause about the future, else the day just narrated.
    ByTense,
    /// A day named beside it.
    Named(Box<Expr>),
}

/// An amount of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// How many; unknown for "days".
    pub(crate) count: Option<u32>,
    /// Half a unit more.
    pub(crate) half: bool,
    pub(crate) unit: Unit,
    /// What is counted beside it in a smaller unit: two years and three months.
    pub(crate) more: Option<(u32, Unit)>,
    pub(crate) bound: Bound,
}

impl Quantity {
    /// One or several of a unit.
    pub(crate) fn of(count: Option<u32>, unit: Unit) -> Quantity {
        Quantity { count, half: false, unit, more: None, bound: Bound::Exact }
    }
}

/// Whether an amount is a bound: more than two months ago.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    Exact,
    More,
    Less,
}

/// A date by the parts that were given.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Parts {
    pub(crate) weekday: Option<u8>,
    pub(crate) day: Option<u8>,
    pub(crate) month: Option<(Calendar, u8)>,
    pub(crate) year: Option<i32>,
    pub(crate) shift: Option<Shift>,
    /// Days from the day of speaking: أمس الثلاثاء.
    pub(crate) spoken: Option<i8>,
    /// The week of a weekday, the month of a day, the year of a month.
    pub(crate) within: Option<Box<Expr>>,
}

/// What is counted off inside a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Weekday(u8),
    Unit(Unit),
}

/// A time expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expr {
    Date(Parts),
    /// The first, or the second if the first names a weekday that is not its own.
    Either(Box<Expr>, Box<Expr>),
    /// A whole unit: last week, هذا العام.
    Whole(Unit, Shift),
    /// The years from one to another, the last left out, at a unit's grain.
    Years(i32, i32, Unit),
    HijriYear(i32),
    /// The last two weeks, the coming days.
    Stretch {
        count: Option<u32>,
        unit: Unit,
        ahead: bool,
    },
    /// Two weeks ago, three days later.
    Away {
        amount: Quantity,
        ahead: bool,
        base: Base,
    },
    /// The year to October, the three months ended 30 June.
    Ending {
        count: u32,
        unit: Unit,
        end: Box<Expr>,
    },
    /// A feast, days from its first one, for how many days, in which year or from where one stands.
    Feast {
        feast: Feast,
        offset: i8,
        days: u8,
        year: Option<Box<Expr>>,
        shift: Option<Shift>,
    },
    /// The first Monday of, the last two weeks of.
    Nth {
        n: i8,
        count: u32,
        item: Item,
        of: Box<Expr>,
    },
    Edge(Edge, Box<Expr>),
    Season {
        season: u8,
        year: Option<i32>,
        shift: Option<Shift>,
    },
    /// A season of a year that a word places.
    SeasonOf {
        season: u8,
        year: Box<Expr>,
    },
    /// The twelve months that begin in a year's month: fiscal and school years.
    YearFrom {
        year: i32,
        month: u8,
    },
    /// Such a year as it is placed by a word: العام الدراسي الجاري.
    PlacedYearFrom {
        month: u8,
        shift: Shift,
    },
    /// Quarters and halves of a year, or halves of a month.
    Share {
        n: u8,
        unit: Unit,
        of: Option<Box<Expr>>,
    },
    /// From one to the other, both included.
    Range(Box<Expr>, Box<Expr>),
    Since(Box<Expr>),
    Until(Box<Expr>),
    /// The day just narrated, that many days on.
    Told(i64),
    /// A period around the day just narrated: in those days.
    Then,
    /// Two Sundays ago.
    WeekdaysAgo(u32, u8),
    /// Every Friday.
    Every,
    /// The weekend, without saying which.
    Weekend,
    /// The week or weekend that holds a day.
    UnitOf(Unit, Box<Expr>),
    /// What of a period lies before the day of speaking, or after it: earlier this month.
    Rest {
        of: Box<Expr>,
        ahead: bool,
    },
}

impl Expr {
    /// A year that begins in another month than January.
    pub(crate) fn split_year(year: i32, month: u8) -> Expr {
        Expr::YearFrom { year, month }
    }

    /// The expression as a part of another.
    pub(crate) fn boxed(self) -> Box<Expr> {
        Box::new(self)
    }
}

/// A clock time, 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
}

/// An expression as the grammar hands it over.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) expr: Expr,
    pub(crate) part: Option<DayPart>,
    pub(crate) clock: Option<Clock>,
    /// A preposition before it points ahead: by June, until Friday.
    pub(crate) ahead: bool,
    /// It is a time only in a clause about the future: within ten days.
    pub(crate) only_ahead: bool,
    /// Four digits and nothing that says they are a year.
    pub(crate) bare_year: bool,
    /// Index of the first unit of its own, where a preposition is read with it but belongs to it only if it opens an interval.
    pub(crate) inner: Option<usize>,
}

impl Reading {
    /// An expression without part of day or clock.
    pub(crate) fn of(expr: Expr) -> Reading {
        Reading { expr, part: None, clock: None, ahead: false, only_ahead: false, bare_year: false, inner: None }
    }
}
