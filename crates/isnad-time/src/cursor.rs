//! Questions that the grammar asks of the units of one line: is this a month, which number stands here. It decides nothing.

use crate::digits::{Number, Style};
use crate::expression::Calendar;
use crate::sense::{Certainty, Count, DayPart, Edge, Feast, Role, Sense, Shift, Unit as CalendarUnit};
use crate::unit::{Kind, Unit};

/// The units up to the end of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'u, 'l> {
    units: &'u [Unit<'l>],
}

macro_rules! sense_of {
    ($($(#[$doc:meta])* $name:ident: $pattern:pat => $value:expr, $type:ty;)*) => {
        $($(#[$doc])*
        pub(crate) fn $name(&self, at: usize) -> Option<$type> {
            self.senses(at).iter().find_map(|sense| match *sense {
                $pattern => Some($value),
                _ => None,
            })
        })*
    };
}

impl<'u, 'l> Cursor<'u, 'l> {
    pub(crate) fn new(units: &'u [Unit<'l>]) -> Cursor<'u, 'l> {
        Cursor { units }
    }

    /// Number of units.
    pub(crate) fn len(&self) -> usize {
        self.units.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&'u Unit<'l>> {
        self.units.get(at)
    }

    fn senses(&self, at: usize) -> &'l [Sense] {
        self.units.get(at).map_or(&[], Unit::senses)
    }

    sense_of! {
        weekday: Sense::Weekday(n, certainty) => (n, certainty), (u8, Certainty);
        weekdays: Sense::Weekdays(n) => n, u8;
        unit: Sense::Unit(unit, count) => (unit, count), (CalendarUnit, Count);
        season: Sense::Season(n) => n, u8;
        part: Sense::Part(part) => part, DayPart;
        adverb: Sense::Adverb(part) => part, DayPart;
        day: Sense::Day(offset, night) => (offset, night), (i8, bool);
        shift: Sense::Shift(shift) => shift, Shift;
        edge: Sense::Edge(edge) => edge, Edge;
        fraction: Sense::Fraction(minutes) => minutes, u8;
        cardinal_word: Sense::Cardinal(n) => n, u16;
        ordinal_word: Sense::Ordinal(n) => n, i8;
        decade_name: Sense::DecadeName(n) => n, u8;
        quarter: Sense::Quarter(n) => n, u8;
        teen: Sense::Teen => (), ();
        feast: Sense::Feast(feast, days) => (feast, days), (Feast, u8);
        share: Sense::Share(unit) => unit, CalendarUnit;
    }

    /// A month of either calendar.
    pub(crate) fn month(&self, at: usize) -> Option<(Calendar, u8, Certainty)> {
        self.senses(at).iter().find_map(|sense| match *sense {
            Sense::Month(n, certainty) => Some((Calendar::Common, n, certainty)),
            Sense::Hijri(n, certainty) => Some((Calendar::Hijri, n, certainty)),
            _ => None,
        })
    }

    /// Whether a particle stands there.
    pub(crate) fn role(&self, at: usize, role: Role) -> bool {
        self.senses(at).contains(&Sense::Role(role))
    }

    /// Whether one of several particles stands there.
    pub(crate) fn any_role(&self, at: usize, roles: &[Role]) -> bool {
        self.senses(at).iter().any(|sense| matches!(sense, Sense::Role(role) if roles.contains(role)))
    }

    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        match self.units.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// A number in digits, however it is written.
    pub(crate) fn number(&self, at: usize) -> Option<Number> {
        match self.units.get(at)?.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A number in plain digits.
    pub(crate) fn plain(&self, at: usize) -> Option<Number> {
        self.number(at).filter(|number| number.style == Style::Plain)
    }

    /// A day of a month in digits, with th after it or not; and what follows.
    pub(crate) fn day_digits(&self, at: usize) -> Option<(u8, usize)> {
        let number = self.plain(at)?;
        let day = u8::try_from(number.value).ok().filter(|day| (1..=31).contains(day) && number.digits <= 2)?;
        let suffixed = self.role(at + 1, Role::Suffix) && self.is_glued(at + 1);
        Some((day, if suffixed { at + 2 } else { at + 1 }))
    }

    /// A year in four digits.
    pub(crate) fn year_digits(&self, at: usize) -> Option<i32> {
        let number = self.plain(at)?;
        (number.digits == 4 && (1000..=2200).contains(&number.value)).then_some(number.value as i32)
    }

    /// Whether no space stands before a unit.
    pub(crate) fn is_glued(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| !unit.after_space())
    }

    /// Written with its article; قبل الماضي and اللي فات have it inside.
    pub(crate) fn has_article(&self, at: usize) -> bool {
        let inside = || self.is_phrase(at) && matches!(self.senses(at), [Sense::Shift(_), ..]);
        self.units.get(at).is_some_and(Unit::has_article) || inside()
    }

    /// Whether a unit is a phrase of several words.
    pub(crate) fn is_phrase(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_phrase)
    }

    pub(crate) fn has_conjunction(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::has_conjunction)
    }

    pub(crate) fn has_preposition(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::has_preposition)
    }

    pub(crate) fn is_possessive(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_possessive)
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(Unit::is_capital)
    }

    /// Whether a word stands there that has no part in any time expression.
    pub(crate) fn is_gap(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| {
            matches!(unit.kind, Kind::Gap)
                || matches!(unit.kind, Kind::Word(senses) if senses.iter().all(Sense::is_bystander))
        })
    }

    /// Whether a word stands there that the tables do not know, without a particle written onto it.
    pub(crate) fn is_unknown(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| matches!(unit.kind, Kind::Gap) && !unit.has_preposition())
    }

    /// Skips a stop that belongs to an abbreviation: Oct. 19.
    pub(crate) fn after_stop(&self, at: usize) -> usize {
        if self.mark(at) == Some('.') && self.is_glued(at) { at + 1 } else { at }
    }

    /// Skips a comma.
    pub(crate) fn after_comma(&self, at: usize) -> usize {
        if self.mark(at) == Some(',') { at + 1 } else { at }
    }
}
