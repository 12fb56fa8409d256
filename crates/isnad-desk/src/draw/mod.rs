//! Geometry of the drawings: where things go, in the drawing's own units, from the start edge of the reading direction.
//! Templates turn it into SVG; nothing here knows a colour or a tag.

pub(crate) mod course;
pub(crate) mod histogram;
pub(crate) mod map;
pub(crate) mod toll;
pub(crate) mod travel;

/// Mirrors a position where reading goes from right to left.
pub(crate) fn mirrored(x: f64, width: f64, right_to_left: bool) -> f64 {
    if right_to_left { width - x } else { x }
}

/// A number as an SVG attribute, to a tenth of a unit.
pub(crate) fn tenth(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}
