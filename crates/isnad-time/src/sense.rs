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
    /// The last but one.
    BeforeLast,
    /// The next but one.
    AfterNext,
    /// The one that has begun of late or is to begin soon: العام الجديد.
    New,
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
    ToldDay,
    On,
    /// The year ended, المنتهية في: a stretch known by its last day.
    Ending,
    /// Its, their: whose thing it is that a year names.
    Whose,
    /// المبارك, السعيد: what is wished of a feast.
    Blessed,
    /// The days around a feast: عطلة, holiday.
    Holiday,
    /// منه: of the month just named.
    OfIt,
    /// موسم, a season of schools, sports or crops.
    Term,
}

/// What the clause around an expression speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    Said,
    /// The past, of something that goes on: it lasted.
    Lasting,
    /// A past verb of what is to come: the day behind it is to come (vowed to return Monday), the one before it is past.
    Promised,
    /// A past verb of speech that asks for something.
    Demand,
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
    pub(crate) const FEAST: u16 = 512;
}

/// How the day of a feast is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// A month and a day of the common calendar.
    Fixed(u8, u8),
    /// A month and a day of the Hijri calendar.
    Hijri(u8, u8),
    /// A month, counted from Tishri in a common year, and a day of the Hebrew calendar.
    Hebrew(u8, u8),
    /// Days after the Easter of the western churches.
    Easter(i8),
    /// Days after the Easter of the eastern churches.
    Pascha(i8),
    /// A month, a weekday, and which one of it.
    Weekday(u8, u8, i8),
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
    /// A feast and how many days it lasts.
    Feast(Feast, u8),
    /// A quarter or half that needs its year beside it: الثلاثي, السداسي.
    Share(Unit),
    VetoBefore(Veto),
    VetoAfter(Veto),
    /// Like `VetoBefore`, but it reaches over a name of up to two words: رؤية السعودية 2030.
    VetoOver(Veto),
    /// Like `VetoAfter`, but only where no preposition stands before the expression.
    VetoNear(Veto),
    Tense(Tense),
}

impl Sense {
    /// Whether it has no part in any expression, but tells of those beside it.
    pub(crate) fn is_bystander(&self) -> bool {
        matches!(
            self,
            Sense::VetoBefore(_) | Sense::VetoAfter(_) | Sense::VetoOver(_) | Sense::VetoNear(_) | Sense::Tense(_)
        )
    }
}
