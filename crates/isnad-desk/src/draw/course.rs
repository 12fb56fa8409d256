//! An incident's course on one axis: the days that accounts give for it above, the reports as they came out below.

use super::{mirrored, tenth};
use jiff::civil::{Date, DateTime};

/// Size of the drawing in its own units.
pub(crate) const WIDTH: f64 = 960.0;
const START: f64 = 48.0;
const END: f64 = 912.0;

/// The axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Course {
    first: DateTime,
    minutes: f64,
    right_to_left: bool,
}

impl Course {
    /// The axis from the first to the last of these moments, a little wider; `None` without any.
    pub(crate) fn over(moments: impl Iterator<Item = DateTime> + Clone, right_to_left: bool) -> Option<Course> {
        let (first, last) = (moments.clone().min()?, moments.max()?);
        let minutes = minutes(first, last).max(24.0 * 60.0);
        let margin = jiff::Span::new().minutes((minutes * 0.04) as i64);
        let first = first.checked_sub(margin).unwrap_or(first);
        Some(Course { first, minutes: minutes * 1.08, right_to_left })
    }

    /// Where a moment goes.
    pub(crate) fn at(&self, moment: DateTime) -> f64 {
        let part = (minutes(self.first, moment) / self.minutes).clamp(0.0, 1.0);
        tenth(mirrored(START + part * (END - START), WIDTH, self.right_to_left))
    }

    /// Midnights to write dates at, at most ten.
    pub(crate) fn ticks(&self) -> Vec<(Date, f64)> {
        let days = (self.minutes / 1440.0).ceil();
        let steps = [1.0, 2.0, 7.0, 14.0, 30.0, 91.0, 365.0, 1826.0, 18262.0];
        let step = steps.into_iter().find(|step| days / step <= 9.0).unwrap_or(182_620.0);
        let mut ticks = Vec::new();
        let mut day = self.first.date().tomorrow().ok();
        while let Some(date) = day {
            let at = date.at(0, 0, 0, 0);
            if minutes(self.first, at) > self.minutes || ticks.len() == 10 {
                break;
            }
            ticks.push((date, self.at(at)));
            day = date.checked_add(jiff::Span::new().days(step as i64)).ok();
        }
        ticks
    }
}

fn minutes(from: DateTime, to: DateTime) -> f64 {
    from.until((jiff::Unit::Minute, to)).map_or(0.0, |span| span.get_minutes() as f64)
}

/// Gives each of these positions, in order, the first row where it stays `apart` from the one before it.
pub(crate) fn rows(positions: &[f64], apart: f64) -> Vec<usize> {
    let mut ends: Vec<Vec<f64>> = Vec::new();
    let mut row_of = |x: f64| {
        let free = ends.iter().position(|row| row.iter().all(|other| (other - x).abs() >= apart));
        let row = free.unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(Vec::new());
        }
        ends[row].push(x);
        row
    };
    positions.iter().map(|&x| row_of(x)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn time_runs_in_reading_direction() {
        let days = [date(2025, 10, 19).at(0, 0, 0, 0), date(2025, 12, 5).at(9, 0, 0, 0)];
        let ltr = Course::over(days.into_iter(), false).unwrap();
        assert!(ltr.at(days[0]) < ltr.at(days[1]));
        let rtl = Course::over(days.into_iter(), true).unwrap();
        assert!(rtl.at(days[0]) > rtl.at(days[1]));
        assert!(!rtl.ticks().is_empty() && rtl.ticks().len() <= 10);
        assert!(Course::over(std::iter::empty(), false).is_none());
    }

    #[test]
    fn close_things_go_to_rows_of_their_own() {
        assert_eq!(rows(&[10.0, 12.0, 60.0, 14.0], 20.0), [0, 1, 0, 2]);
    }
}
