//! A toll while it is being put together from several sentences. What it finally means (shot but not dead is wounded) is
//! settled in [`Tolls::settle`].

use crate::link::Link;
use crate::sense::{TOLLS, Toll};
use isnad_ledger::Range;

/// One toll so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Value {
    pub(crate) low: u32,
    pub(crate) high: Option<u32>,
    /// A figure for the whole event.
    pub(crate) whole: bool,
    /// Only a sign that there was one.
    pub(crate) weak: bool,
    /// All of it is said to be more than those before.
    pub(crate) more: bool,
    /// Said with a number.
    pub(crate) numbered: bool,
    /// Said only of people named before.
    pub(crate) known: bool,
    /// A number of dead, whoever they were.
    pub(crate) inclusive: bool,
    /// Which of all harmed they are: a third victim.
    pub(crate) ordinal: Option<u32>,
    /// Of those who attacked.
    pub(crate) attacker: bool,
    /// Those whom one hospital received.
    pub(crate) received: bool,
    /// Dozens, hundreds: no figure.
    pub(crate) round: bool,
}

/// All tolls so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tolls([Option<Value>; TOLLS]);

impl Tolls {
    /// The tolls that the links of one sentence and one speaker make.
    pub(crate) fn of(links: &[&Link]) -> Tolls {
        let mut tolls = Tolls::default();
        // قتل متظاهر وأصيب 33: beside a number the one is a number too.
        let counted = |link: &&Link| link.numbered && !link.part && !link.weak && link.high.is_some();
        let toll = links.iter().copied().find(counted).map(|link| link.toll);
        for link in links.iter().filter(|link| !link.part) {
            let value = Value {
                low: link.low,
                high: link.high,
                whole: link.whole,
                weak: link.weak,
                more: link.more,
                numbered: link.numbered || !(link.known || link.weak) && toll.is_some_and(|other| other != link.toll),
                known: link.known,
                inclusive: link.inclusive,
                ordinal: link.ordinal,
                attacker: link.attacker,
                received: link.received,
                round: link.round,
            };
            let known = |l: &&&Link| l.toll == link.toll && l.at != link.at && !l.known && !l.part && !l.weak;
            if link.known && links.iter().any(|l| known(&l)) {
                continue;
            }
            let slot = &mut tolls.0[link.toll as usize];
            *slot = Some(match *slot {
                None => value,
                Some(old) if old.whole || (value.weak && !old.weak) => old,
                Some(old) if value.whole || (old.weak && !value.weak) => value,
                Some(old) if old.weak && !value.more => old,
                Some(old) => Value { more: old.more && value.more, ..old.plus(value) },
            });
        }
        tolls
    }

    pub(crate) fn get(&self, toll: Toll) -> Option<Value> {
        self.0[toll as usize]
    }

    pub(crate) fn clear(&mut self, toll: Toll) {
        self.0[toll as usize] = None;
    }

    pub(crate) fn put(&mut self, toll: Toll, value: Value) {
        self.0[toll as usize] = Some(value);
    }

    /// Whether all it says is that nobody was harmed.
    pub(crate) fn is_nobody(&self) -> bool {
        !self.is_empty() && self.0.iter().flatten().all(|value| value.high == Some(0))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether anything is said beyond signs.
    pub(crate) fn is_firm(&self) -> bool {
        self.0.iter().flatten().any(|value| !value.weak)
    }

    /// What a headline says: a suspect who dies is the one of whom the body tells by name.
    pub(crate) fn of_headline(&self) -> Tolls {
        let mut tolls = self.clone();
        let [killed, fallen] = [Toll::Killed as usize, Toll::Fallen as usize];
        let other = self.get(Toll::Shot).is_some_and(|shot| !shot.attacker) || self.get(Toll::Wounded).is_some();
        if tolls.0[killed].is_none() && !other {
            tolls.0[killed] = tolls.0[fallen].take();
        }
        tolls
    }

    /// Takes in what a later sentence of the same account says.
    pub(crate) fn add(&mut self, later: &Tolls) {
        let low = |toll: Toll| self.get(toll).map_or(0, |value| value.low);
        let harmed = low(Toll::Killed).saturating_add(low(Toll::Wounded).max(low(Toll::Shot)));
        let mut later = later.clone();
        // The boy was taken to a hospital in critical condition. He died there.
        if later.get(Toll::Killed).is_some_and(|dead| dead.known && !dead.weak)
            && self.get(Toll::Wounded).is_some_and(|hurt| hurt.weak && hurt.known)
        {
            self.clear(Toll::Wounded);
        }
        // The suspect again, as such: he is the headline's.
        if later.get(Toll::Fallen).is_some() && self.get(Toll::Killed).is_some_and(|dead| dead.attacker) {
            self.clear(Toll::Killed);
        }
        // A second man has died: so there are two dead.
        if let Some(dead) = later.0[Toll::Killed as usize].as_mut()
            && let Some(ordinal) = dead.ordinal.filter(|_| harmed == 0 && dead.more)
        {
            *dead = Value { low: ordinal, high: Some(ordinal), numbered: true, more: false, ordinal: None, ..*dead };
        }
        // A man is in grave condition; a second victim was shot.
        let other = later.get(Toll::Shot).filter(|shot| shot.more && shot.ordinal.is_some_and(|at| at > harmed));
        if let (Some(hurt), Some(shot), None) = (self.get(Toll::Wounded), other, self.get(Toll::Shot)) {
            self.0[Toll::Wounded as usize] = Some(hurt.plus(shot));
            later.clear(Toll::Shot);
        }
        for (slot, new) in self.0.iter_mut().zip(later.0) {
            // A second man is none but the other one, where two are known.
            if slot.is_some() && new.and_then(|new| new.ordinal).is_some_and(|ordinal| ordinal <= harmed) {
                continue;
            }
            *slot = match (*slot, new) {
                (old, None) => old,
                (None, new) => new,
                (Some(old), Some(new)) => Some(old.then(new)),
            };
        }
    }

    /// The range of a toll, as far as it is said outright.
    fn range(&self, toll: Toll) -> Option<Range> {
        let value = self.get(toll)?;
        match value.high {
            Some(high) => Range::between(value.low, high.max(value.low)),
            None => Some(Range::at_least(value.low)),
        }
    }

    /// The least number of a toll, those who fell among the killed.
    pub(crate) fn sum(&self, toll: Toll) -> Option<u32> {
        if toll == Toll::Killed {
            return self.killed(self.range(Toll::Killed)).map(Range::low);
        }
        self.get(toll).map(|value| value.low)
    }

    /// Victims and attackers together; a number of dead (three died) holds both already.
    fn killed(&self, victims: Option<Range>) -> Option<Range> {
        let (Some(victims), Some(fallen)) = (victims, self.range(Toll::Fallen)) else {
            return victims.or(self.range(Toll::Fallen));
        };
        // Whoever blew himself up is not counted with his victims.
        if self.get(Toll::Fallen).is_some_and(|fallen| fallen.weak) {
            return Some(victims);
        }
        if self.get(Toll::Killed).is_some_and(|value| value.inclusive || value.weak) {
            return Some(victims);
        }
        let low = victims.low().saturating_add(fallen.low());
        let high = victims.high().zip(fallen.high()).map(|(a, b)| a.saturating_add(b));
        high.map_or(Some(Range::at_least(low)), |high| Range::between(low, high))
    }

    /// Killed, wounded, arrested and missing. People hit are wounded as far as they are not dead.
    pub(crate) fn settle(&self) -> [Option<Range>; 4] {
        let victims = self.range(Toll::Killed);
        let killed = self.killed(victims);
        let mut wounded = self.range(Toll::Wounded);
        let lies_hurt = self.get(Toll::Wounded).is_some_and(|wounded| wounded.low > 0);
        if let Some(shot) = self.get(Toll::Shot).filter(|shot| !(shot.known && lies_hurt && shot.low <= 1)) {
            // Another one shot is not among the dead.
            let dead = if shot.more { 0 } else { victims.map_or(0, Range::low) };
            let firm = self.get(Toll::Wounded).filter(|w| !w.weak);
            let rest = shot.low.saturating_sub(dead);
            let high = shot.high.map(|high| high.saturating_sub(dead).max(rest));
            if firm
                .is_none_or(|w| (shot.numbered || w.high == Some(0)) && w.low < rest.max(u32::from(w.high == Some(0))))
            {
                let left = rest > 0 || high.is_none();
                let range = high.map_or_else(|| Some(Range::at_least(rest)), |high| Range::between(rest, high));
                if left || firm.is_none() {
                    wounded = range.filter(|_| left);
                }
            }
        }
        [killed, wounded, self.range(Toll::Arrested), self.range(Toll::Missing)]
    }
}

impl Value {
    /// As many fewer.
    pub(crate) fn without(self, some: u32) -> Value {
        Value { low: self.low - some.min(self.low), high: self.high.map(|high| high - some.min(high)), ..self }
    }

    fn plus(self, other: Value) -> Value {
        Value {
            low: self.low.saturating_add(other.low),
            high: self.high.zip(other.high).map(|(a, b)| a.saturating_add(b)),
            numbered: self.numbered || other.numbered,
            known: self.known && other.known,
            ..self
        }
    }

    fn then(self, new: Value) -> Value {
        match (self, new) {
            (old, new) if new.weak && !old.weak => {
                // Both are in critical condition: more than the one known to be hurt.
                let more = new.low > old.low && !old.numbered && !old.whole && old.low > 0;
                if more { Value { low: new.low, high: new.high, ..old } } else { old }
            }
            (old, new) if old.weak && !new.weak => new,
            (old, new) if new.more && !new.numbered && !new.weak && !old.more => {
                Value { whole: old.whole, ..old.plus(new) }
            }
            (_, new) if new.whole => new,
            (old, _) if old.whole => old,
            (old, new) if old.low == new.low => {
                // شرطيين may be two or more; شرطيان are two.
                let high = if new.numbered && !old.numbered { new.high } else { old.high.and(new.high) };
                Value { high, numbered: old.numbered || new.numbered, attacker: old.attacker && new.attacker, ..old }
            }
            (old, new) if new.numbered && !old.numbered => {
                if new.low > old.low {
                    new
                } else {
                    old
                }
            }
            (old, new) => {
                if new.low > old.low {
                    new
                } else {
                    old
                }
            }
        }
    }
}
