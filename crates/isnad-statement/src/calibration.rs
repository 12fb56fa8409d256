//! From a reading's share of its choice to the probability that it is right: a curve through a few points, which are a
//! table of the language (`statement_calibration`), made by `cargo xtask learn`. It chooses no reading.
//!
//! The points are those of isotonic regression by pool-adjacent-violators (Ayer et al. 1955) over blocks of equal count;
//! between them the curve is straight.

use isnad_languages::Tables;

/// Judged readings in one point at least: fewer would follow the accidents of a few reports.
const BLOCK: usize = 100;

/// A curve from shares to probabilities, both 0 to 1, that never falls. Without points it changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    points: Vec<(f64, f64)>,
}

/// Judged readings of about the same share.
struct Pool {
    count: f64,
    shares: f64,
    right: f64,
}

impl Pool {
    /// The share of right ones, drawn a little towards one half (Laplace's rule of succession).
    fn rate(&self) -> f64 {
        (self.right + 1.0) / (self.count + 2.0)
    }
}

impl Calibration {
    /// The curve of a language; a language without the table has none.
    pub fn read(tables: &Tables, language: &str) -> Calibration {
        let table = tables.table(language, "statement_calibration");
        let points = table.rows().filter_map(|row| Some((row.number("share")?, row.number("confidence")?)));
        Calibration { points: points.collect() }
    }

    /// The curve of readings with their shares that were judged right or not. It begins at nought.
    pub fn fit(judged: &[(f64, bool)]) -> Calibration {
        let mut judged = judged.to_vec();
        judged.sort_by(|a, b| a.0.total_cmp(&b.0));
        let blocks = (judged.len() / BLOCK).max(1);
        let mut pools: Vec<Pool> = Vec::new();
        let mut start = 0;
        for block in 1..=blocks {
            let mut end = (block * judged.len() / blocks).max(start);
            while end > start && end < judged.len() && judged[end].0 <= judged[end - 1].0 {
                end += 1;
            }
            let members = &judged[start..end];
            start = end;
            if members.is_empty() {
                continue;
            }
            pools.push(Pool {
                count: members.len() as f64,
                shares: members.iter().map(|(share, _)| share).sum(),
                right: members.iter().filter(|(_, right)| *right).count() as f64,
            });
            while let [.., before, last] = &mut pools[..]
                && before.rate() >= last.rate()
            {
                before.count += last.count;
                before.shares += last.shares;
                before.right += last.right;
                pools.pop();
            }
        }
        let points = pools.iter().map(|pool| (pool.shares / pool.count, pool.rate()));
        Calibration { points: std::iter::once((0.0, 0.0)).chain(points).collect() }
    }

    /// The points of the curve, shares rising.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// The probability that a reading with this share is right.
    pub fn of(&self, share: f64) -> f64 {
        let above = self.points.partition_point(|(at, _)| *at < share);
        match (above.checked_sub(1).and_then(|below| self.points.get(below)), self.points.get(above)) {
            (Some((left, low)), Some((right, high))) => low + (high - low) * (share - left) / (right - left),
            (Some((_, value)), None) | (None, Some((_, value))) => *value,
            (None, None) => share,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Calibration;
    use isnad_languages::Tables;

    /// `count` readings of each share, of which the given part is right.
    fn judged(parts: &[(f64, f64)], count: usize) -> Vec<(f64, bool)> {
        let of = |(share, part): &(f64, f64)| {
            let right = (part * count as f64) as usize;
            let share = *share;
            (0..count).map(move |at| (share, at < right))
        };
        parts.iter().flat_map(of).collect()
    }

    #[test]
    fn a_curve_goes_through_what_was_right() {
        let curve = Calibration::fit(&judged(&[(0.9, 0.8), (0.5, 0.4)], 200));
        assert!((curve.of(0.9) - 0.8).abs() < 0.01 && (curve.of(0.5) - 0.4).abs() < 0.01);
        assert!((curve.of(0.7) - 0.6).abs() < 0.01 && (curve.of(1.0) - 0.8).abs() < 0.01);
        assert_eq!(curve.of(0.0), 0.0);
    }

    #[test]
    fn a_curve_never_falls() {
        let curve = Calibration::fit(&judged(&[(0.2, 0.5), (0.4, 0.9), (0.6, 0.3), (0.8, 0.7)], 150));
        let values: Vec<f64> = (0..=100).map(|at| curve.of(f64::from(at) / 100.0)).collect();
        assert!(values.is_sorted(), "{values:?}");
        assert_eq!(curve.points().len(), 4, "nought and three pools: {curve:?}");
    }

    #[test]
    fn little_or_nothing_to_learn_from_is_no_harm() {
        assert_eq!(Calibration::default().of(0.3), 0.3);
        assert_eq!(Calibration::fit(&[]).of(0.7), 0.0);
        assert!(Calibration::fit(&[(0.5, true); 3]).of(0.5) > 0.7);
    }

    #[test]
    fn the_tables_hold_curves() {
        for language in ["ar", "en"] {
            let curve = Calibration::read(Tables::embedded(), language);
            let (shares, values): (Vec<f64>, Vec<f64>) = curve.points().iter().copied().unzip();
            assert!(shares.is_sorted_by(|a, b| a < b) && values.is_sorted(), "{language}: {curve:?}");
            assert!(shares.len() > 2 && values.iter().chain(&shares).all(|value| (0.0..=1.0).contains(value)));
        }
    }
}
