//! Which events may be the same: an index by place cell and days, and by names and days where there is no fine place.
//! It proposes; `judge` decides. What it proposes does not depend on the order in which events were added.

use crate::{fold::stable_hash, spot::Spot, told::Told};
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// Days of a bucket.
const BUCKET: i32 = 8;
/// Days that two events of one incident, or two worth relating, may be apart.
const WINDOW: i32 = 7;
/// Rings of cells around a coarse place that are searched.
const COARSE: i32 = 3;

/// An index of events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blocks {
    fine: FxHashMap<(i32, i32, i32), Vec<u32>>,
    coarse: FxHashMap<(i32, i32, i32), Vec<u32>>,
    named: FxHashMap<(u32, i32), Vec<u32>>,
}

impl Blocks {
    /// Adds an event under a number of the caller's.
    pub(crate) fn insert(&mut self, number: u32, told: &Told) {
        let Some(days) = told.days else { return };
        let buckets = all_buckets(told, days, 0);
        for place in places(told) {
            match (place.cell(), place.at) {
                (Some((x, y)), _) => buckets.iter().for_each(|b| self.fine.entry((x, y, *b)).or_default().push(number)),
                (None, Some(at)) => {
                    let (x, y) = cell(at);
                    buckets.iter().for_each(|b| self.coarse.entry((x, y, *b)).or_default().push(number));
                }
                _ => {}
            }
        }
        for name in names(told) {
            buckets.iter().for_each(|b| self.named.entry((name, *b)).or_default().push(number));
        }
    }

    /// Events that may be the same as this one, or near it, each once, by number.
    pub(crate) fn near(&self, told: &Told) -> Vec<u32> {
        let Some(days) = told.days else { return Vec::new() };
        let mut found: Vec<u32> = Vec::new();
        for bucket in all_buckets(told, days, WINDOW) {
            let own = told.place.iter().map(|place| (place, 1));
            // A place that is only mentioned finds what lies there, not what lies around it.
            for (place, wide) in own.chain(told.other_places.iter().map(|place| (place, 0))) {
                if let Some((x, y)) = place.cell() {
                    ring((x, y), wide, |x, y| found.extend(self.fine.get(&(x, y, bucket)).into_iter().flatten()));
                    ring((x, y), wide * COARSE, |x, y| {
                        found.extend(self.coarse.get(&(x, y, bucket)).into_iter().flatten());
                    });
                } else if let Some(at) = place.at {
                    ring(cell(at), COARSE, |x, y| {
                        found.extend(self.fine.get(&(x, y, bucket)).into_iter().flatten());
                        found.extend(self.coarse.get(&(x, y, bucket)).into_iter().flatten());
                    });
                }
            }
            for name in names(told) {
                found.extend(self.named.get(&(name, bucket)).into_iter().flatten());
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn places(told: &Told) -> impl Iterator<Item = &Spot> {
    told.place.iter().chain(&told.other_places)
}

/// The buckets of an event's days and of those that may be its own.
fn all_buckets(told: &Told, days: (Date, Date), wide: i32) -> Vec<i32> {
    let mut all: Vec<i32> = buckets(days, wide).collect();
    all.extend(told.other_days.iter().flat_map(|other| buckets(*other, 0)));
    all.sort_unstable();
    all.dedup();
    all
}

fn ring((x, y): (i32, i32), wide: i32, mut each: impl FnMut(i32, i32)) {
    for dx in -wide..=wide {
        for dy in -wide..=wide {
            each(x + dx, y + dy);
        }
    }
}

fn cell((latitude, longitude): (f64, f64)) -> (i32, i32) {
    ((latitude * 2.0).floor() as i32, (longitude * 2.0).floor() as i32)
}

fn buckets((start, end): (Date, Date), wide: i32) -> std::ops::RangeInclusive<i32> {
    let day = |date: Date| (date - Date::constant(1970, 1, 1)).get_days();
    (day(start) - wide).div_euclid(BUCKET)..=(day(end) - 1 + wide).div_euclid(BUCKET)
}

/// Names by which events without a fine place find each other, and victims for all.
fn names(told: &Told) -> impl Iterator<Item = u32> + '_ {
    let coarse = told.place.as_ref().is_none_or(|p| p.cell().is_none());
    let others = told.names.iter().take(if coarse { 8 } else { 0 });
    told.victims.iter().take(8).chain(others).map(|name| stable_hash(name) as u32)
}
