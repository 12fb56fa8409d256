//! Incidents over time: bars of a day, a week, a month or a year each, by how long the whole is.

use super::{mirrored, tenth};
use jiff::civil::Date;

/// Size of the drawing in its own units.
pub(crate) const WIDTH: f64 = 960.0;
/// Height of the bars.
pub(crate) const HEIGHT: f64 = 130.0;

/// How much time a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bucket {
    Day,
    Week,
    Month,
    Year,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// First and last day.
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) x: f64,
    pub(crate) width: f64,
    /// Height of all, and of those with a dispute, from the foot.
    pub(crate) height: f64,
    pub(crate) disputed_height: f64,
    pub(crate) count: usize,
    pub(crate) disputed: usize,
    /// Whether its date is written beneath.
    pub(crate) labelled: bool,
}

impl Bar {
    /// The middle of its label, which stays inside the drawing.
    pub(crate) fn label_at(&self) -> f64 {
        (self.x + self.width / 2.0).clamp(48.0, WIDTH - 48.0)
    }
}

/// Bars for these days; each with whether it is disputed.
pub(crate) fn bars(days: &[(Date, bool)], right_to_left: bool) -> (Bucket, Vec<Bar>) {
    let (Some(first), Some(last)) = (days.iter().map(|d| d.0).min(), days.iter().map(|d| d.0).max()) else {
        return (Bucket::Day, Vec::new());
    };
    let length = first.until(last).map_or(0, |span| span.get_days());
    let bucket = match length {
        ..62 => Bucket::Day,
        62..430 => Bucket::Week,
        430..4_000 => Bucket::Month,
        _ => Bucket::Year,
    };
    let mut starts = vec![start(first, bucket)];
    while let Some(next) = starts.last().and_then(|at| after(*at, bucket)).filter(|next| *next <= last) {
        starts.push(next);
        if starts.len() > 600 {
            break;
        }
    }
    let mut counts = vec![(0, 0); starts.len()];
    for (day, disputed) in days {
        let at = starts.partition_point(|start| start <= day).saturating_sub(1);
        counts[at].0 += 1;
        counts[at].1 += usize::from(*disputed);
    }
    let most = counts.iter().map(|c| c.0).max().unwrap_or(1).max(1) as f64;
    let slot = (WIDTH / starts.len() as f64).min(64.0);
    let every = (124.0 / slot).ceil() as usize;
    let bar = |(at, &(count, disputed)): (usize, &(usize, usize))| {
        let from = starts[at];
        let width = (slot - 2.0).max(1.0);
        let x = mirrored(at as f64 * slot + slot / 2.0, WIDTH, right_to_left) - width / 2.0;
        let next = after(from, bucket).and_then(|next| next.yesterday().ok());
        Bar {
            from,
            to: next.unwrap_or(from),
            x: tenth(x),
            width: tenth(width),
            height: tenth(count as f64 / most * HEIGHT),
            disputed_height: tenth(disputed as f64 / most * HEIGHT),
            count,
            disputed,
            labelled: at % every == 0,
        }
    };
    (bucket, counts.iter().enumerate().map(bar).collect())
}

fn start(day: Date, bucket: Bucket) -> Date {
    match bucket {
        Bucket::Day => day,
        Bucket::Week => {
            let since_monday = i32::from(day.weekday().to_monday_zero_offset());
            day.checked_sub(jiff::Span::new().days(since_monday)).unwrap_or(day)
        }
        Bucket::Month => day.first_of_month(),
        Bucket::Year => day.first_of_year(),
    }
}

fn after(day: Date, bucket: Bucket) -> Option<Date> {
    let step = jiff::Span::new();
    let step = match bucket {
        Bucket::Day => step.days(1),
        Bucket::Week => step.weeks(1),
        Bucket::Month => step.months(1),
        Bucket::Year => step.years(1),
    };
    day.checked_add(step).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_incident_is_in_a_bar() {
        for (last, expected) in [
            (date(2025, 1, 9), Bucket::Day),
            (date(2025, 9, 9), Bucket::Week),
            (date(2029, 1, 1), Bucket::Month),
            (date(2200, 1, 1), Bucket::Year),
        ] {
            let days = [(date(2025, 1, 1), false), (date(2025, 1, 2), true), (last, true)];
            let (bucket, bars) = bars(&days, true);
            assert_eq!(bucket, expected);
            assert_eq!(bars.iter().map(|bar| bar.count).sum::<usize>(), 3);
            assert_eq!(bars.iter().map(|bar| bar.disputed).sum::<usize>(), 2);
            assert!(bars.iter().all(|bar| bar.x >= -0.1 && bar.x + bar.width <= WIDTH + 0.1));
        }
        assert!(bars(&[], false).1.is_empty());
    }
}
