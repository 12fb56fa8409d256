//! A toll drawn to scale: from the lowest number somebody gives to the highest, with the best one marked.

use super::tenth;

/// Width of the drawing in its own units.
pub(crate) const WIDTH: f64 = 120.0;

/// Where a bar and its mark go on a scale from zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Toll {
    pub(crate) from: f64,
    pub(crate) length: f64,
    pub(crate) best: f64,
    /// The highest number is open: somebody says "at least".
    pub(crate) open: bool,
}

/// The bar of `low..=high` with `best`, on a scale that ends at `most`.
pub(crate) fn bar(low: u32, best: u32, high: Option<u32>, most: u32) -> Toll {
    let at = |n: u32| f64::from(n) / f64::from(most.max(1)) * (WIDTH - 6.0) + 3.0;
    let end = high.unwrap_or(low).max(low);
    Toll {
        from: tenth(at(low)),
        length: tenth((at(end) - at(low)).max(1.0)),
        best: tenth(at(best.min(most))),
        open: high.is_none(),
    }
}

/// Round numbers from zero to at least `most`, at most five.
pub(crate) fn ticks(most: u32) -> Vec<u32> {
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|n| n * 10_u32.pow(power)));
    let step = steps.into_iter().find(|step| most.div_ceil(*step) <= 4).unwrap_or(1_000_000_000);
    (0..=most.div_ceil(step)).map(|n| n.saturating_mul(step)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_to_scale() {
        let (a, b) = (bar(10, 10, Some(20), 100), bar(10, 10, Some(30), 100));
        assert_eq!(a.from, b.from);
        assert!((b.length / a.length - 2.0).abs() < 0.02);
        assert!(bar(0, 0, None, 0).open);
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(41), [0, 20, 40, 60]);
        assert_eq!(ticks(3), [0, 1, 2, 3]);
        assert_eq!(ticks(0), [0]);
        assert!(ticks(u32::MAX).len() <= 6);
    }
}
