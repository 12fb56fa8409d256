//! What a word can mean in a time expression: the vocabulary that the tables are written in and the grammar reads.
//! It knows no word of any language, and no date.

use isnad_ledger::Part;

/// Units of the calendar and the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Season,
    Year,
    Decade,
    Century,
}

/// How many units a word names: يوم one, يومين two, أيام many; `Pair` is the construct before two names (يومي الجمعة والسبت).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Two,
    Many,
    Pair,
}

/// How sure a word is to be what it may be: `Weak` ones need a date's other words beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    Sure,
    Weak,
    Abbreviation,
}

/// Part of the day, with midnight, which the ledger files under night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
    Of(Part),
    Midnight,
}

impl DayPart {
    /// As the ledger says it.
    pub(crate) fn part(self) -> Part {
        match self {
            DayPart::Of(part) => part,
            DayPart::Midnight => Part::Night,
        }
    }
}

/// Where a unit lies from where one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// The one before the day of speaking.
    Last,
    /// The one that holds the day of speaking.
    This,
    /// The one after it.
    Next,
    /// The one after the day just narrated.
    Following,
    /// The one before the day just narrated.
    Previous,
    /// The one just narrated.
    Same,
    /// Lately, without saying how far back.
    Recent,
}

/// A third of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Early,
    Mid,
    Late,
}

/// Particles, by their English sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Since,
    FromOn,
    Before,
    After,
    Within,
    Until,
    By,
    From,
    To,
    Between,
    And,
    Or,
    In,
    Dated,
    Of,
    At,
    For,
    The,
    About,
    More,
    Less,
    This,
    That,
    Every,
    Corresponding,
    DayAfter,
    DayBefore,
    Period,
    Fiscal,
    Academic,
    Minus,
    CommonEra,
    HijriEra,
    Am,
    Pm,
    Few,
    Early,
    Late,
    Time,
    ClockOf,
    Gmt,
    Earlier,
    Later,
    LaterIn,
    EarlierIn,
    Ago,
    Hence,
    A,
    OClock,
    Suffix,
    Plural,
    Article,
    AfterTold,
    BeforeTold,
    Here,
    WeekOf,
}

/// What the clause around an expression speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    Said,
    /// Looks like a verb about the future and is none.
    None,
}

/// Kinds of readings that a neighbouring word can forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Veto(pub(crate) u16);

impl Veto {
    pub(crate) const DATE: u16 = 1;
    pub(crate) const MONTH: u16 = 2;
    pub(crate) const YEAR: u16 = 4;
    pub(crate) const WEEKDAY: u16 = 8;
    pub(crate) const TODAY: u16 = 16;
    pub(crate) const SEASON: u16 = 32;
    pub(crate) const DAY_NUMBER: u16 = 64;
    pub(crate) const PART: u16 = 128;
    /// العام الماضي, which after المدير is no year.
    pub(crate) const PLACED_YEAR: u16 = 256;
}

/// One meaning of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    Month(u8, Certainty),
    Hijri(u8, Certainty),
    Weekday(u8, Certainty),
    Weekdays(u8),
    Unit(Unit, Count),
    /// 0 spring, 1 summer, 2 autumn, 3 winter.
    Season(u8),
    Part(DayPart),
    Adverb(DayPart),
    /// Days from the day of speaking, and whether the night of that day is meant.
    Day(i8, bool),
    Shift(Shift),
    Edge(Edge),
    /// Minutes of an hour.
    Fraction(u8),
    Role(Role),
    Cardinal(u16),
    /// −1 is the last.
    Ordinal(i8),
    /// Q3.
    Quarter(u8),
    /// The nineties are 90.
    DecadeName(u8),
    Teen,
    VetoBefore(Veto),
    VetoAfter(Veto),
    /// Like `VetoAfter`, but only where no preposition stands before the expression.
    VetoNear(Veto),
    Tense(Tense),
}

macro_rules! names {
    ($($name:literal => $value:expr),* $(,)?) => {
        &[$(($name, $value)),*]
    };
}

const UNITS: &[(&str, Unit)] = names! {
    "minute" => Unit::Minute, "hour" => Unit::Hour, "day" => Unit::Day, "night" => Unit::Night, "week" => Unit::Week,
    "weekend" => Unit::Weekend, "fortnight" => Unit::Fortnight, "month" => Unit::Month, "quarter" => Unit::Quarter,
    "half" => Unit::Half, "season" => Unit::Season, "year" => Unit::Year, "decade" => Unit::Decade,
    "century" => Unit::Century,
};

const PARTS: &[(&str, DayPart)] = names! {
    "dawn" => DayPart::Of(Part::Dawn), "morning" => DayPart::Of(Part::Morning), "noon" => DayPart::Of(Part::Noon),
    "afternoon" => DayPart::Of(Part::Afternoon), "evening" => DayPart::Of(Part::Evening),
    "night" => DayPart::Of(Part::Night), "midnight" => DayPart::Midnight,
};

const SHIFTS: &[(&str, Shift)] = names! {
    "last" => Shift::Last, "this" => Shift::This, "next" => Shift::Next, "following" => Shift::Following,
    "previous" => Shift::Previous, "same" => Shift::Same, "recent" => Shift::Recent,
};

const EDGES: &[(&str, Edge)] = names! { "early" => Edge::Early, "mid" => Edge::Mid, "late" => Edge::Late };

const SEASONS: &[(&str, u8)] = names! { "spring" => 0, "summer" => 1, "autumn" => 2, "winter" => 3 };

const TENSES: &[(&str, Tense)] =
    names! { "past" => Tense::Past, "future" => Tense::Future, "said" => Tense::Said, "none" => Tense::None };

const VETOES: &[(&str, u16)] = names! {
    "date" => Veto::DATE, "month" => Veto::MONTH, "year" => Veto::YEAR, "weekday" => Veto::WEEKDAY,
    "today" => Veto::TODAY, "season" => Veto::SEASON, "day_number" => Veto::DAY_NUMBER, "part" => Veto::PART,
    "placed_year" => Veto::PLACED_YEAR,
};

const ROLES: &[(&str, Role)] = names! {
    "since" => Role::Since, "from_on" => Role::FromOn, "before" => Role::Before, "after" => Role::After,
    "within" => Role::Within, "until" => Role::Until, "by" => Role::By, "from" => Role::From, "to" => Role::To,
    "between" => Role::Between, "and" => Role::And, "or" => Role::Or, "in" => Role::In, "dated" => Role::Dated,
    "of" => Role::Of, "at" => Role::At, "for" => Role::For, "the" => Role::The, "about" => Role::About,
    "more" => Role::More, "less" => Role::Less, "this" => Role::This, "that" => Role::That, "every" => Role::Every,
    "corresponding" => Role::Corresponding, "day_after" => Role::DayAfter, "day_before" => Role::DayBefore,
    "period" => Role::Period, "fiscal" => Role::Fiscal, "academic" => Role::Academic, "minus" => Role::Minus,
    "ce" => Role::CommonEra, "ah" => Role::HijriEra, "am" => Role::Am, "pm" => Role::Pm, "few" => Role::Few,
    "early" => Role::Early, "late" => Role::Late, "time" => Role::Time, "clock_of" => Role::ClockOf, "gmt" => Role::Gmt,
    "earlier" => Role::Earlier, "later" => Role::Later, "later_in" => Role::LaterIn, "earlier_in" => Role::EarlierIn,
    "ago" => Role::Ago, "hence" => Role::Hence, "a" => Role::A, "oclock" => Role::OClock, "suffix" => Role::Suffix,
    "plural" => Role::Plural, "article" => Role::Article,
    "after_told" => Role::AfterTold, "before_told" => Role::BeforeTold, "here" => Role::Here, "week_of" => Role::WeekOf,
};

fn named<T: Copy>(list: &[(&str, T)], name: &str) -> Option<T> {
    list.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

impl Sense {
    /// The sense of a row of `time_words` or `time_numbers`; `None` if the row says nothing that is known here.
    pub(crate) fn read(class: &str, value: &str) -> Option<Sense> {
        let weak = value.ends_with('~');
        let number = value.trim_end_matches('~').parse::<i32>().ok();
        let small = number.and_then(|n| u8::try_from(n).ok());
        let sure = if weak { Certainty::Weak } else { Certainty::Sure };
        Some(match class {
            "month" => Sense::Month(small.filter(|n| (1..=12).contains(n))?, sure),
            "abbr" => Sense::Month(small.filter(|n| (1..=12).contains(n))?, Certainty::Abbreviation),
            "hijri" => Sense::Hijri(small.filter(|n| (1..=12).contains(n))?, sure),
            "weekday" => Sense::Weekday(small.filter(|n| (1..=7).contains(n))?, Certainty::Sure),
            "weekday_abbr" => Sense::Weekday(small.filter(|n| (1..=7).contains(n))?, Certainty::Abbreviation),
            "weekdays" => Sense::Weekdays(small.filter(|n| (1..=7).contains(n))?),
            "unit" => Sense::Unit(named(UNITS, value)?, Count::One),
            "dual" => Sense::Unit(named(UNITS, value)?, Count::Two),
            "units" => Sense::Unit(named(UNITS, value)?, Count::Many),
            "pair" => Sense::Unit(named(UNITS, value)?, Count::Pair),
            "season" => Sense::Season(named(SEASONS, value)?),
            "part" => Sense::Part(named(PARTS, value)?),
            "adverb" => Sense::Adverb(named(PARTS, value)?),
            "day" => Sense::Day(value.trim_end_matches('n').parse().ok()?, value.ends_with('n')),
            "shift" => Sense::Shift(named(SHIFTS, value)?),
            "edge" => Sense::Edge(named(EDGES, value)?),
            "fraction" => Sense::Fraction(small?),
            "role" => Sense::Role(named(ROLES, value)?),
            "cardinal" => Sense::Cardinal(number.and_then(|n| u16::try_from(n).ok())?),
            "ordinal" => Sense::Ordinal(number.and_then(|n| i8::try_from(n).ok())?),
            "quarter" => Sense::Quarter(small.filter(|n| (1..=4).contains(n))?),
            "decade" => Sense::DecadeName(small?),
            "teen" => Sense::Teen,
            _ => return None,
        })
    }

    /// The sense of a row of `time_traps`.
    pub(crate) fn veto(side: &str, blocks: impl Iterator<Item = impl AsRef<str>>) -> Option<Sense> {
        let mask = blocks.filter_map(|name| named(VETOES, name.as_ref())).fold(0, |all, one| all | one);
        match side {
            "before" => Some(Sense::VetoBefore(Veto(mask))),
            "after" => Some(Sense::VetoAfter(Veto(mask))),
            "near" => Some(Sense::VetoNear(Veto(mask))),
            _ => None,
        }
    }

    /// The sense of a row of `time_tense`.
    pub(crate) fn tense(name: &str) -> Option<Sense> {
        named(TENSES, name).map(Sense::Tense)
    }
}
