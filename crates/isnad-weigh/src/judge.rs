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
/// Kilometres between two places that accounts of one event may take for each other.
const NEIGHBOURS: f64 = 70.0;

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
    /// Whether the place of the one is only named in the other's report, beside its own event's.
    mentioned: bool,
    /// Whether only the second account's report names the place of the first one, beside its own event's.
    pub(crate) in_passing: bool,
    /// Whether one report tells both.
    one_report: bool,
}

impl Judgement {
    /// Of one report or of two.
    pub(crate) fn of(a: &Told, b: &Told, one_report: bool) -> Judgement {
        let common = |x: &[String], y: &[String]| x.iter().filter(|name| y.contains(name)).count();
        // What one report names says nothing of its own events.
        let names = if one_report { 0 } else { common(&a.names, &b.names) };
        let tolls = a.tolls.iter().zip(&b.tolls).filter(|(x, y)| x.iter().any(|n| y.contains(n))).count();
        let mut gap = a.days.zip(b.days).map(|(x, y)| self::gap(x, y));
        let mut dated = a.is_dated() && b.is_dated();
        // A day that may be no more than the publication's gives way to another the report names.
        let on = |unsure: &Told, sure: &Told| {
            let days = sure.days.filter(|_| sure.is_dated());
            days.is_some_and(|days| unsure.other_days.iter().any(|other| self::gap(*other, days) == 0))
                && (!unsure.is_dated() || names + tolls + common(&a.victims, &b.victims) > 1)
        };
        if !one_report && gap.is_none_or(|gap| gap > 0) && (on(a, b) || on(b, a)) {
            gap = Some(0);
            dated = false;
        }
        let mut lie = lie(a.place.as_ref(), b.place.as_ref());
        let mut guessed = a.place_guessed || b.place_guessed;
        let kin = kinship(a.kind, b.kind);
        let (mut mentioned, mut in_passing) = (false, false);
        // A report may set its event where another of its places would have been right.
        let neighbours = matches!(lie, Lie::Near(_)) && tolls + names > 0;
        let unsure = matches!(lie, Lie::Apart(_) | Lie::Open) || neighbours;
        if unsure && !one_report && gap.is_none_or(|gap| gap == 0) && kin > 0 {
            let enough = |lie: &Lie| matches!(lie, Lie::Same(_)) || tolls + names > 0;
            let own = named_beside(a, b.place.as_ref()).filter(enough);
            if let Some(other) = own.or_else(|| named_beside(b, a.place.as_ref()).filter(enough)) {
                lie = other;
                guessed = true;
                mentioned = true;
                in_passing = own.is_none();
            }
        }
        Judgement {
            lie,
            gap,
            dated,
            kin,
            victims: (!a.victims.is_empty() && !b.victims.is_empty()).then(|| common(&a.victims, &b.victims)),
            names,
            tolls,
            guessed,
            mentioned,
            in_passing,
            one_report,
        }
    }

    /// Why the two cannot be one event, if they cannot.
    pub(crate) fn excluded(&self) -> Option<&'static str> {
        if self.one_report && matches!(self.lie, Lie::Near(_) | Lie::Apart(_)) {
            return Some("one report tells them apart");
        }
        if matches!(self.lie, Lie::Apart(_)) && !self.guessed && !self.outweighed() {
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

    /// Whether the places are apart, yet neighbours.
    pub(crate) fn is_near(&self) -> bool {
        matches!(self.lie, Lie::Apart(Some(k)) if k <= NEIGHBOURS)
    }

    /// Whether the same day, kind and toll, or many names, outweigh two names of neighbouring places.
    pub(crate) fn outweighed(&self) -> bool {
        let same = self.dated && self.gap == Some(0) && self.kin > 0;
        self.is_near() && same && (self.tolls > 0 || self.names > 1)
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
            Lie::Near(_) => -0.4,
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
        place + days + kind + victims + self.tolls as f32 + 0.4 * self.names.min(3) as f32
    }

    /// The grounds in a line.
    pub(crate) fn grounds(&self) -> String {
        let mut grounds = Vec::new();
        grounds.push(match self.lie {
            _ if self.mentioned => "a place that both reports name".to_owned(),
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
            Some(_) if !self.dated => "a day unknown".to_owned(),
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

/// How a place lies to those that an account's report names elsewhere.
fn named_beside(told: &Told, place: Option<&Spot>) -> Option<Lie> {
    let place = place?;
    let lies = told.other_places.iter().map(|other| other.lie(place));
    lies.filter(|lie| matches!(lie, Lie::Same(_) | Lie::Within)).min_by_key(|lie| matches!(lie, Lie::Within))
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
