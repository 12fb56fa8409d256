//! Maps without a network: embedded shapes of the countries, landmarks around, points gathered where they would overlap,
//! and the area that a place's precision stands for. Plate carrée, its width squeezed for the latitude in the middle.

use super::tenth;
use isnad_ledger::Precision;
use std::sync::OnceLock;

/// Units of `world.svg` in a degree.
const UNITS: f64 = 20.0;
/// Kilometres in a degree of latitude.
const KILOMETRES: f64 = 111.2;

/// A window on the world.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Map {
    pub(crate) width: f64,
    pub(crate) height: f64,
    north: f64,
    west: f64,
    /// Drawing units in a degree of latitude, and of longitude.
    per_degree: (f64, f64),
}

/// Points that would overlap, as one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cluster {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) radius: f64,
    /// Positions of its points in the list given.
    pub(crate) points: Vec<usize>,
    /// `[south, west, north, east]` around them.
    pub(crate) area: [f64; 4],
}

/// A town to find one's way by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Landmark {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) english: &'static str,
    pub(crate) arabic: &'static str,
}

impl Map {
    /// A map of this size around all points, at least `least` degrees high.
    pub(crate) fn around(points: &[(f64, f64)], width: f64, height: f64, least: f64) -> Map {
        let on_earth = |(latitude, longitude): &&(f64, f64)| latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for &(latitude, longitude) in points.iter().filter(on_earth) {
            bounds =
                [bounds[0].min(latitude), bounds[1].min(longitude), bounds[2].max(latitude), bounds[3].max(longitude)];
        }
        if bounds[0] > bounds[2] {
            bounds = [12.0, 20.0, 38.0, 60.0];
        }
        let [south, west, north, east] = bounds;
        let squeeze = ((south + north) / 2.0).to_radians().cos().max(0.2);
        let tall = ((north - south) * 1.25).max(least);
        let wide = ((east - west) * 1.15).max(least);
        let per_latitude = (height / tall).min(width / (wide * squeeze));
        let per_degree = (per_latitude, per_latitude * squeeze);
        Map {
            width,
            height,
            north: (south + north) / 2.0 + height / per_degree.0 / 2.0,
            west: (west + east) / 2.0 - width / per_degree.1 / 2.0,
            per_degree,
        }
    }

    /// Where a point goes.
    pub(crate) fn at(&self, latitude: f64, longitude: f64) -> (f64, f64) {
        let x = (longitude - self.west) * self.per_degree.1;
        let y = (self.north - latitude) * self.per_degree.0;
        (tenth(x), tenth(y))
    }

    /// The transform that lays `world.svg` under the points.
    pub(crate) fn transform(&self) -> String {
        let (down, across) = self.per_degree;
        format!(
            "translate({:.1} {:.1}) scale({:.4} {:.4})",
            -self.west * across,
            self.north * down,
            across / UNITS,
            down / UNITS
        )
    }

    /// The area that a precision stands for, as a radius; a point has none to speak of.
    pub(crate) fn radius(&self, precision: Precision) -> f64 {
        let kilometres = match precision {
            Precision::Point => 0.5,
            Precision::Town => 5.0,
            Precision::Division => 45.0,
            Precision::Region => 150.0,
            Precision::Country => 400.0,
        };
        tenth(kilometres / KILOMETRES * self.per_degree.0)
    }

    /// A round number of kilometres and its length here, no longer than a quarter of the width.
    pub(crate) fn scale(&self) -> (u32, f64) {
        let of = |kilometres: u32| f64::from(kilometres) / KILOMETRES * self.per_degree.0;
        let round = [5, 10, 20, 50, 100, 200, 500, 1000, 2000];
        let kilometres = round.into_iter().rfind(|km| of(*km) <= self.width / 4.0).unwrap_or(5);
        (kilometres, tenth(of(kilometres)))
    }

    /// Gathers points that would overlap.
    pub(crate) fn clusters(&self, points: &[(f64, f64)]) -> Vec<Cluster> {
        const CELL: f64 = 34.0;
        let mut cells: std::collections::BTreeMap<(i64, i64), Vec<usize>> = Default::default();
        for (at, &(latitude, longitude)) in points.iter().enumerate() {
            let (x, y) = self.at(latitude, longitude);
            if (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y) {
                cells.entry(((y / CELL) as i64, (x / CELL) as i64)).or_default().push(at);
            }
        }
        let cluster = |inside: Vec<usize>| {
            let many = inside.len() as f64;
            let mean = |of: fn(&(f64, f64)) -> f64| inside.iter().map(|&at| of(&points[at])).sum::<f64>() / many;
            let (x, y) = self.at(mean(|p| p.0), mean(|p| p.1));
            let around = |least: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64, start: f64| {
                inside.iter().map(|&at| of(&points[at])).fold(start, least)
            };
            Cluster {
                x,
                y,
                radius: tenth((5.0 + many.sqrt() * 2.2).min(22.0)),
                area: [
                    around(f64::min, |p| p.0, f64::MAX) - 0.05,
                    around(f64::min, |p| p.1, f64::MAX) - 0.05,
                    around(f64::max, |p| p.0, f64::MIN) + 0.05,
                    around(f64::max, |p| p.1, f64::MIN) + 0.05,
                ],
                points: inside,
            }
        };
        cells.into_values().map(cluster).collect()
    }

    /// The largest towns in the window, kept apart from each other and from `busy` spots, at most `most`.
    pub(crate) fn landmarks(&self, busy: &[(f64, f64)], most: usize) -> Vec<Landmark> {
        let mut taken: Vec<(f64, f64)> = busy.to_vec();
        let mut kept = Vec::new();
        for &(english, arabic, latitude, longitude) in towns() {
            let (x, y) = self.at(latitude, longitude);
            let inside = (40.0..self.width - 40.0).contains(&x) && (18.0..self.height - 8.0).contains(&y);
            if inside && taken.iter().all(|(a, b)| (a - x).abs() > 90.0 || (b - y).abs() > 36.0) {
                taken.push((x, y));
                kept.push(Landmark { x, y, english, arabic });
            }
            if kept.len() == most {
                break;
            }
        }
        kept
    }
}

fn towns() -> &'static [(&'static str, &'static str, f64, f64)] {
    static TOWNS: OnceLock<Vec<(&'static str, &'static str, f64, f64)>> = OnceLock::new();
    TOWNS.get_or_init(|| {
        let rows = include_str!("../../assets/towns.tsv").lines().skip(2);
        let town = |line: &'static str| {
            let mut cells = line.split('\t');
            let (english, arabic) = (cells.next()?, cells.next()?);
            Some((english, arabic, cells.next()?.parse().ok()?, cells.next()?.parse().ok()?))
        };
        rows.filter_map(town).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_stay_inside() {
        let points = [(33.6, 36.7), (14.2, 24.7), (32.7, 14.2)];
        let map = Map::around(&points, 960.0, 420.0, 3.0);
        for (latitude, longitude) in points {
            let (x, y) = map.at(latitude, longitude);
            assert!((0.0..960.0).contains(&x) && (0.0..420.0).contains(&y), "{x} {y}");
        }
        assert_eq!(map.clusters(&points).len(), 3);
        assert!(!map.landmarks(&[], 20).is_empty());
    }

    #[test]
    fn absurd_coordinates_do_no_harm() {
        for points in [vec![], vec![(f64::NAN, f64::INFINITY)], vec![(91.0, 500.0)], vec![(90.0, 180.0)]] {
            let map = Map::around(&points, 960.0, 420.0, 3.0);
            assert!(map.at(33.0, 36.0).0.is_finite());
            map.clusters(&points);
        }
    }

    #[test]
    fn precision_is_an_area() {
        let map = Map::around(&[(33.6, 36.7)], 420.0, 300.0, 2.0);
        assert!(map.radius(Precision::Region) > 20.0 * map.radius(Precision::Town));
    }
}
