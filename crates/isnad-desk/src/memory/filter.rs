//! The filter of the list of incidents, prepared once and asked of each.

use crate::fold::{fold, query};
use crate::library::{Filter, Summary};
use jiff::civil::Date;
use std::collections::HashMap;

/// A filter with its words folded.
pub(super) struct Prepared<'a> {
    filter: &'a Filter,
    words: Vec<String>,
    place: String,
    in_arabic: &'a HashMap<String, String>,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(filter: &'a Filter, in_arabic: &'a HashMap<String, String>) -> Self {
        Prepared { words: query(&filter.words), place: fold(filter.place.trim()), filter, in_arabic }
    }

    /// Whether the incident passes; `found_by` are its words, folded.
    pub(super) fn passes(&self, summary: &Summary, found_by: &str) -> bool {
        let incident = &summary.incident;
        let filter = self.filter;
        (!filter.disputed || !summary.disputes.is_empty())
            && (!filter.few_roots || incident.roots.len() <= 1)
            && (!filter.undated || incident.start.is_none())
            && (!filter.unplaced || summary.point().is_none())
            && filter.kind.is_none_or(|kind| incident.kind == kind)
            && self.on_time(summary)
            && filter.area.is_none_or(|area| inside(summary, area))
            && (self.place.is_empty() || self.at_place(summary))
            && self.words.iter().all(|word| found_by.contains(word))
    }

    fn on_time(&self, summary: &Summary) -> bool {
        let first: Option<Date> = summary.incident.start.map(|start| start.date());
        let last = summary.incident.end.and_then(|end| end.date().yesterday().ok()).max(first);
        let late_enough = self.filter.from.is_none_or(|from| last.is_some_and(|last| last >= from));
        let early_enough = self.filter.to.is_none_or(|to| first.is_some_and(|first| first <= to));
        late_enough && early_enough
    }

    fn at_place(&self, summary: &Summary) -> bool {
        summary.incident.place.as_ref().is_some_and(|place| {
            let name = fold(&place.name);
            let arabic = self.in_arabic.get(&name).map(|name| fold(name));
            name.contains(&self.place) || arabic.is_some_and(|name| name.contains(&self.place))
        })
    }
}

fn inside(summary: &Summary, [south, west, north, east]: [f64; 4]) -> bool {
    summary.point().is_some_and(|(latitude, longitude, _)| {
        (south..=north).contains(&latitude) && (west..=east).contains(&longitude)
    })
}
