//! The names that the tables give to senses: what stands in the columns `class`, `value`, `kind`, `blocks` and `tense`. A name
//! that is not here makes its row say nothing.

use crate::sense::{Certainty, Count, DayPart, Edge, Feast, Role, Sense, Shift, Tense, Unit, Veto};
use isnad_ledger::Part;

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
    "before_last" => Shift::BeforeLast, "after_next" => Shift::AfterNext, "new" => Shift::New,
};

const EDGES: &[(&str, Edge)] = names! { "early" => Edge::Early, "mid" => Edge::Mid, "late" => Edge::Late };

const SEASONS: &[(&str, u8)] = names! { "spring" => 0, "summer" => 1, "autumn" => 2, "winter" => 3 };

const TENSES: &[(&str, Tense)] = names! { "past" => Tense::Past, "future" => Tense::Future, "said" => Tense::Said, "lasting" => Tense::Lasting, "promised" => Tense::Promised, "demand" => Tense::Demand, "none" => Tense::None };

const VETOES: &[(&str, u16)] = names! {
    "date" => Veto::DATE, "month" => Veto::MONTH, "year" => Veto::YEAR, "weekday" => Veto::WEEKDAY,
    "today" => Veto::TODAY, "season" => Veto::SEASON, "day_number" => Veto::DAY_NUMBER, "part" => Veto::PART,
    "placed_year" => Veto::PLACED_YEAR, "feast" => Veto::FEAST,
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
    "after_told" => Role::AfterTold, "before_told" => Role::BeforeTold, "here" => Role::Here, "week_of" => Role::WeekOf, "told_day" => Role::ToldDay, "on" => Role::On,
    "ending" => Role::Ending, "whose" => Role::Whose, "blessed" => Role::Blessed, "holiday" => Role::Holiday,
    "of_it" => Role::OfIt, "term" => Role::Term,
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
            "feast" => return feast(value),
            "share" => Sense::Share(named(UNITS, value)?),
            _ => return None,
        })
    }

    /// The sense of a row of `time_traps`.
    pub(crate) fn veto(side: &str, blocks: impl Iterator<Item = impl AsRef<str>>) -> Option<Sense> {
        let mask = blocks.filter_map(|name| named(VETOES, name.as_ref())).fold(0, |all, one| all | one);
        match side {
            "before" => Some(Sense::VetoBefore(Veto(mask))),
            "over" => Some(Sense::VetoOver(Veto(mask))),
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

/// `fixed 12-25`, `hijri 10-1 3` (three days long), `hebrew 1-10`, `easter -2`, `pascha 0`, `weekday 11-4-4`.
fn feast(value: &str) -> Option<Sense> {
    let mut words = value.split_whitespace();
    let (kind, when) = (words.next()?, words.next()?);
    let days = words.next().map_or(Some(1), |days| days.parse().ok()).filter(|days| (1..=30).contains(days))?;
    let (sign, digits) = when.strip_prefix('-').map_or((1, when), |digits| (-1, digits));
    let mut numbers = digits.split('-').map(|number| number.parse::<u8>().ok().filter(|n| *n < 100));
    let first = numbers.next().flatten()?;
    let (second, third) = (numbers.next().flatten(), numbers.next().flatten());
    let after = i8::try_from(first).ok()? * sign;
    let feast = match kind {
        "fixed" => Feast::Fixed(first, second?),
        "hijri" => Feast::Hijri(first, second?),
        "hebrew" => Feast::Hebrew(first, second?),
        "easter" => Feast::Easter(after),
        "pascha" => Feast::Pascha(after),
        "weekday" => Feast::Weekday(first, second?, i8::try_from(third?).ok()?),
        _ => return None,
    };
    Some(Sense::Feast(feast, days))
}

#[cfg(test)]
mod tests {
    use super::Sense;
    use isnad_languages::Tables;

    #[test]
    fn every_row_of_the_tables_says_something() {
        let tables = Tables::embedded();
        for folder in ["ar", "en"] {
            for row in tables.table(folder, "time_words").rows() {
                let (class, value) = (row.get("class"), row.get("value"));
                assert!(Sense::read(class, value).is_some(), "{folder}: {class} {value}");
            }
            for row in tables.table(folder, "time_tense").rows() {
                assert!(Sense::tense(row.get("tense")).is_some(), "{folder}: {}", row.get("tense"));
            }
            for row in tables.table(folder, "time_traps").rows() {
                let side = row.get("side");
                assert!(Sense::veto(side, row.list("blocks")).is_some(), "{folder}: {side}");
            }
        }
    }
}
