//! Whether two accounts tell of one event: place, days, kind, victims, tolls and shared names, never words alone. The
//! judgement keeps its grounds, so that it can be explained.

use crate::{
    claim::gap,
    kind::kinship,
    spot::{Lie, Spot},
    told::Told,
};
use isnad_ledger::DateBasis;

/// The least score of two accounts of one event.
pub(crate) const JOINED: f32 = 3.2;
/// Two days of one event further apart than this are two events.
const FAR: i32 = 3;

/// What speaks for and against two accounts being of one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Judgement {
    pub(crate) lie: Lie,
    /// Days between them; `None` if one has none.
    pub(crate) gap: Option<i32>,
    /// Whether both days are said of the event.
    pub(crate) dated: bool,
    pub(crate) kin: i32,
    /// Named victims in common; `None` if one account names none.
    pub(crate) victims: Option<usize>,
    /// Other names in common.
    pub(crate) names: usize,
    /// Tolls that are the same, 0 to 2.
    pub(crate) tolls: usize,
    guessed: bool,
    /// Whether one report tells both.
    one_report: bool,
}

impl Judgement {
    pub(crate) fn of(a: &Told, b: &Told) -> Judgement {
        let common = |x: &[String], y: &[String]| x.iter().filter(|name| y.contains(name)).count();
        let telling = |x: Option<(u32, u32)>, y: Option<(u32, u32)>| usize::from(x.is_some_and(|x| x.1 > 1) && x == y);
        let names = common(&a.names, &b.names);
        let mut lie = lie(a.place.as_ref(), b.place.as_ref());
        let mut guessed = a.place_guessed || b.place_guessed;
        if matches!(lie, Lie::Apart(_) | Lie::Open) {
            let others = [(&a.other_place, &b.place), (&a.place, &b.other_place), (&a.other_place, &b.other_place)];
            let other =
                others.iter().map(|(x, y)| self::lie(x.as_ref(), y.as_ref())).find(|l| matches!(l, Lie::Same(_)));
            if let Some(other) = other {
                lie = other;
                guessed = true;
            }
        }
        let mut gap = a.days.zip(b.days).map(|(x, y)| self::gap(x, y));
        let mut dated = a.is_dated() && b.is_dated();
        // A day that may be no more than the publication's gives way to another the report names.
        let on = |unsure: &Told, sure: &Told| {
            let days = sure.days.filter(|_| sure.is_dated());
            days.is_some_and(|days| unsure.other_days.iter().any(|other| self::gap(*other, days) == 0))
                && (!unsure.is_dated() || names > 1)
        };
        if gap.is_none_or(|gap| gap > 0) && (on(a, b) || on(b, a)) {
            gap = Some(0);
            dated = false;
        }
        Judgement {
            lie,
            gap,
            dated,
            kin: kinship(a.kind, b.kind),
            victims: (!a.victims.is_empty() && !b.victims.is_empty()).then(|| common(&a.victims, &b.victims)),
            names,
            tolls: telling(a.killed, b.killed) + telling(a.wounded, b.wounded),
            guessed,
            one_report: false,
        }
    }

    /// The same for two events of one report: it knows them for two where it sets them in two places, and what it names
    /// elsewhere says nothing.
    pub(crate) fn within(self) -> Judgement {
        Judgement { one_report: true, names: 0, ..self }
    }

    /// Why the two cannot be one event, if they cannot.
    pub(crate) fn excluded(&self) -> Option<&'static str> {
        if self.one_report && matches!(self.lie, Lie::Near(_) | Lie::Apart(_)) {
            return Some("one report tells them apart");
        }
        // Two names of neighbouring places are outweighed by the same day, kind and toll, or many names.
        let near = matches!(self.lie, Lie::Apart(Some(k)) if k <= 70.0);
        let outweighed =
            near && self.dated && self.gap == Some(0) && self.kin > 0 && (self.tolls > 0 || self.names > 1);
        if matches!(self.lie, Lie::Apart(_)) && !self.guessed && !outweighed {
            return Some("the places are apart");
        }
        if self.gap.is_some_and(|gap| gap > if self.dated { FAR } else { 0 }) {
            return Some("the days are apart");
        }
        if self.victims == Some(0) && self.names == 0 && self.tolls == 0 && self.gap.is_some_and(|gap| gap > 0) {
            return Some("the victims are others");
        }
        (self.kin < 0).then_some("the kinds of event do not go together")
    }

    /// How well they go together; [`JOINED`] and more is one event.
    pub(crate) fn score(&self) -> f32 {
        if self.excluded().is_some() {
            return -1.0;
        }
        let place = match self.lie {
            Lie::Same(0.0) => 2.5,
            Lie::Same(_) => 2.0,
            Lie::Within => 1.0,
            Lie::Near(_) => 0.2,
            Lie::Open => -0.5,
            Lie::Apart(_) => -1.2,
        };
        let place = if self.guessed && place > 0.0 { place * 0.7 } else { place };
        let days = match self.gap {
            Some(0) if self.dated => 2.0,
            Some(1) if self.dated => 1.2,
            Some(2) if self.dated => -1.0,
            Some(_) if self.dated => -2.0,
            Some(_) => 0.8,
            None => 0.0,
        };
        let kind = [0.0, 1.0, 1.5][self.kin.clamp(0, 2) as usize];
        let victims = match self.victims {
            Some(0) => -1.0,
            Some(_) => 2.5,
            None => 0.0,
        };
        place + days + kind + victims + 0.9 * self.tolls as f32 + 0.4 * self.names.min(3) as f32
    }

    /// The grounds in a line.
    pub(crate) fn grounds(&self) -> String {
        let mut grounds = Vec::new();
        grounds.push(match self.lie {
            Lie::Same(0.0) => "the same place".to_owned(),
            Lie::Same(k) => format!("places {k:.0} km apart, no more than their precision"),
            Lie::Within => "one place may lie within the other".to_owned(),
            Lie::Near(k) => format!("places {k:.0} km apart"),
            Lie::Apart(Some(k)) => format!("places {k:.0} km apart"),
            Lie::Apart(None) => "places in two countries".to_owned(),
            Lie::Open => "a place unknown".to_owned(),
        });
        grounds.push(match self.gap {
            Some(0) if self.dated => "the same day".to_owned(),
            Some(0) => "days that may be the same".to_owned(),
            Some(1) => "a day apart".to_owned(),
            Some(days) => format!("{days} days apart"),
            None => "a day unknown".to_owned(),
        });
        grounds.push(
            ["kinds that may go together", "kinds that go together", "the same kind"][self.kin.clamp(0, 2) as usize]
                .to_owned(),
        );
        match self.victims {
            Some(0) => grounds.push("other victims".to_owned()),
            Some(_) => grounds.push("a victim in common".to_owned()),
            None => {}
        }
        if self.tolls > 0 {
            grounds.push("the same toll".to_owned());
        }
        if self.names > 0 {
            grounds.push(format!("{} more {} in common", self.names, if self.names == 1 { "name" } else { "names" }));
        }
        grounds.join(", ")
    }
}

fn lie(a: Option<&Spot>, b: Option<&Spot>) -> Lie {
    a.zip(b).map_or(Lie::Open, |(a, b)| a.lie(b))
}

/// How sure a day is, the surest first.
pub(crate) fn surest(basis: DateBasis) -> u8 {
    match basis {
        DateBasis::Said => 0,
        DateBasis::Narrated => 1,
        DateBasis::Announced => 2,
        DateBasis::Published => 3,
    }
}
