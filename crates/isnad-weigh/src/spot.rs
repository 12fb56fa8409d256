//! Where an account sets its event, and whether two such places can be one. Distances are of the sphere; it knows no names
//! but the ones it is given.

use isnad_ledger::{IncidentPlace, Place, Precision};

/// A place as an account gives it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    pub(crate) key: Option<String>,
    pub(crate) name: String,
    pub(crate) at: Option<(f64, f64)>,
    pub(crate) country: Option<String>,
    pub(crate) precision: Precision,
}

/// How two places stand to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lie {
    /// The same entry, or closer than their precision tells apart; kilometres.
    Same(f64),
    /// One may lie inside the other.
    Within,
    /// Near neighbours, yet two; kilometres.
    Near(f64),
    /// Apart; kilometres where they are known.
    Apart(Option<f64>),
    /// Not enough is known.
    Open,
}

impl Spot {
    pub(crate) fn of(place: &Place) -> Spot {
        Spot {
            key: place.key.clone(),
            name: place.name.clone(),
            at: place.latitude.zip(place.longitude),
            country: place.country.clone(),
            precision: place.precision,
        }
    }

    pub(crate) fn incident_place(&self) -> IncidentPlace {
        IncidentPlace {
            name: self.name.clone(),
            latitude: self.at.map(|(latitude, _)| latitude),
            longitude: self.at.map(|(_, longitude)| longitude),
            precision: self.precision,
        }
    }

    /// Whether the place tells incidents apart.
    pub(crate) fn is_fine(&self) -> bool {
        self.precision <= Precision::Town
    }

    pub(crate) fn lie(&self, other: &Spot) -> Lie {
        if self.key.is_some() && self.key == other.key {
            return Lie::Same(0.0);
        }
        if let (Some(a), Some(b)) = (&self.country, &other.country)
            && a != b
        {
            return Lie::Apart(self.kilometres(other));
        }
        let Some(kilometres) = self.kilometres(other) else {
            let same = !self.name.is_empty() && self.name == other.name;
            return if same { Lie::Same(0.0) } else { Lie::Open };
        };
        let wide = self.reach().max(other.reach());
        if self.is_fine() && other.is_fine() {
            match kilometres {
                k if k <= 4.0 => Lie::Same(k),
                k if k <= 16.0 => Lie::Near(k),
                k => Lie::Apart(Some(k)),
            }
        } else if kilometres <= wide {
            Lie::Within
        } else {
            Lie::Apart(Some(kilometres))
        }
    }

    /// Kilometres from the middle within which a place of this precision reaches.
    fn reach(&self) -> f64 {
        match self.precision {
            Precision::Point | Precision::Town => 8.0,
            Precision::Division => 150.0,
            Precision::Region => 400.0,
            Precision::Country => 1_500.0,
        }
    }

    /// Kilometres between the two, if both are known.
    pub(crate) fn kilometres(&self, other: &Spot) -> Option<f64> {
        let ((a, b), (c, d)) = (self.at?, other.at?);
        let (p, q) = (a.to_radians(), c.to_radians());
        let half = ((q - p) / 2.0).sin().powi(2) + p.cos() * q.cos() * ((d - b).to_radians() / 2.0).sin().powi(2);
        Some(2.0 * 6371.0 * half.sqrt().min(1.0).asin())
    }

    /// The cell of a grid of half a degree the place lies in, if it is fine enough to have one.
    pub(crate) fn cell(&self) -> Option<(i32, i32)> {
        let (latitude, longitude) = self.at.filter(|_| self.is_fine())?;
        Some(((latitude * 2.0).floor() as i32, (longitude * 2.0).floor() as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lie, Spot};
    use isnad_ledger::Precision;

    fn spot(name: &str, at: (f64, f64), precision: Precision) -> Spot {
        Spot { key: None, name: name.into(), at: Some(at), country: Some("LY".into()), precision }
    }

    #[test]
    fn places_lie_within_near_and_apart() {
        let harbour = spot("harbour", (32.68, 14.25), Precision::Point);
        let town = spot("Khoms", (32.65, 14.26), Precision::Town);
        let next = spot("Zliten", (32.467, 14.569), Precision::Town);
        let division = spot("Murqub", (32.5, 14.3), Precision::Division);
        assert!(matches!(harbour.lie(&town), Lie::Same(k) if k < 4.0));
        assert!(matches!(harbour.lie(&next), Lie::Apart(Some(k)) if k > 30.0));
        assert_eq!(harbour.lie(&division), Lie::Within);
        let unknown = Spot { at: None, country: None, ..town.clone() };
        assert!(matches!(unknown.lie(&town), Lie::Same(_)), "the same name");
        assert_eq!(unknown.lie(&next), Lie::Open);
    }
}
