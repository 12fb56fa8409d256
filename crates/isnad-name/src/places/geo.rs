//! Distances and directions on the sphere. It knows no places.

/// Mean radius of the earth in kilometres.
const RADIUS: f64 = 6371.0;

/// Kilometres between two points given in degrees (haversine).
pub(crate) fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (latitude, other) = (a.0.to_radians(), b.0.to_radians());
    let (north, east) = ((other - latitude) / 2.0, (b.1 - a.1).to_radians() / 2.0);
    let h = north.sin().powi(2) + latitude.cos() * other.cos() * east.sin().powi(2);
    2.0 * RADIUS * h.sqrt().min(1.0).asin()
}

/// The point so many kilometres from `from` in a direction, in degrees clockwise from north; rounded to four decimals.
pub(crate) fn offset(from: (f64, f64), kilometres: f64, degrees: f64) -> (f64, f64) {
    let (latitude, arc, bearing) = (from.0.to_radians(), kilometres / RADIUS, degrees.to_radians());
    let to = (latitude.sin() * arc.cos() + latitude.cos() * arc.sin() * bearing.cos()).asin();
    let east = (bearing.sin() * arc.sin() * latitude.cos()).atan2(arc.cos() - latitude.sin() * to.sin());
    let round = |degrees: f64| (degrees * 1e4).round() / 1e4;
    let longitude = from.1 + east.to_degrees();
    (round(to.to_degrees()), round((longitude + 540.0).rem_euclid(360.0) - 180.0))
}

#[cfg(test)]
mod tests {
    use super::{distance, offset};

    #[test]
    fn from_damascus_to_aleppo_and_back() {
        let (damascus, aleppo) = ((33.51, 36.29), (36.2, 37.16));
        assert!((distance(damascus, aleppo) - 309.0).abs() < 3.0);
        let north = offset(damascus, 100.0, 0.0);
        assert!((distance(damascus, north) - 100.0).abs() < 0.2 && north.0 > damascus.0);
        assert_eq!(offset((0.0, 179.9), 100.0, 90.0).1.signum(), -1.0);
    }
}
