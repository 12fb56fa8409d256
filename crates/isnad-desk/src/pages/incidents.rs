//! The list of incidents with its filter, and the map and the timeline that follow the filter.

use super::pager::{LINES, Pager};
use crate::address::segment;
use crate::draw::histogram::{self, Bar};
use crate::draw::map::{Cluster, Landmark, Map};
use crate::draw::mirrored;
use crate::draw::toll::{self, Toll};
use crate::lens::{Lens, Original};
use crate::library::{Filter, Summary};
use crate::words::slug;
use askama::Template;
use isnad_ledger::EventType;
use serde::Deserialize;
use std::sync::Arc;

/// The list's query. Everything is optional; what cannot be read filters nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Query {
    q: String,
    place: String,
    from: String,
    to: String,
    kind: String,
    disputed: String,
    few_roots: String,
    undated: String,
    unplaced: String,
    area: String,
    view: String,
    page: String,
}

impl Query {
    pub(crate) fn filter(&self) -> Filter {
        let area: Vec<f64> = self.area.split(',').filter_map(|n| n.trim().parse().ok()).collect();
        Filter {
            words: self.q.clone(),
            place: self.place.clone(),
            from: self.from.parse().ok(),
            to: self.to.parse().ok(),
            kind: serde_json::from_value(self.kind.replace('-', " ").into()).ok(),
            disputed: !self.disputed.is_empty(),
            few_roots: !self.few_roots.is_empty(),
            undated: !self.undated.is_empty(),
            unplaced: !self.unplaced.is_empty(),
            area: area.try_into().ok(),
        }
    }

    pub(crate) fn page(&self) -> Option<usize> {
        self.page.parse().ok()
    }

    /// The path of the list with these parameters in place of its own.
    pub(crate) fn with(&self, changes: &[(&str, &str)]) -> String {
        let own = [
            ("q", &self.q),
            ("place", &self.place),
            ("from", &self.from),
            ("to", &self.to),
            ("kind", &self.kind),
            ("disputed", &self.disputed),
            ("few_roots", &self.few_roots),
            ("undated", &self.undated),
            ("unplaced", &self.unplaced),
            ("area", &self.area),
            ("view", &self.view),
        ];
        let kept = own.iter().filter(|(key, _)| changes.iter().all(|(changed, _)| changed != key));
        let pairs = kept.map(|(key, value)| (*key, value.as_str())).chain(changes.iter().copied());
        let pairs = pairs.filter(|(_, value)| !value.is_empty());
        let written: Vec<String> = pairs.map(|(key, value)| format!("{key}={}", segment(value))).collect();
        format!("/incidents{}{}", if written.is_empty() { "" } else { "?" }, written.join("&"))
    }
}

/// One incident's line.
pub(crate) struct Line {
    pub(crate) href: String,
    pub(crate) date: String,
    pub(crate) kind: String,
    pub(crate) place: Option<String>,
    pub(crate) outlet: String,
    pub(crate) headline: Option<Original>,
    pub(crate) toll: Option<(Toll, String)>,
    pub(crate) outlets: usize,
    pub(crate) roots: usize,
    pub(crate) gates: Vec<String>,
    pub(crate) disputes: Vec<String>,
}

/// A cluster on the map with where it leads.
pub(crate) struct Spot {
    pub(crate) at: Cluster,
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) disputed: bool,
}

/// The map of the list.
pub(crate) struct ListMap {
    pub(crate) map: Map,
    pub(crate) spots: Vec<Spot>,
    pub(crate) landmarks: Vec<Landmark>,
    pub(crate) scale: (u32, f64),
}

/// A bar of the timeline with where it leads.
pub(crate) struct Column {
    pub(crate) bar: Bar,
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) tick: String,
}

#[derive(Template)]
#[template(path = "incidents.html")]
pub(crate) struct Page<'a> {
    l: &'a Lens<'a>,
    section: &'static str,
    query: &'a Query,
    kinds: Vec<(String, String, bool)>,
    view: &'static str,
    tabs: Vec<(&'static str, String, bool)>,
    lines: Vec<Line>,
    ticks: Vec<(f64, String)>,
    pager: Pager,
    map: Option<ListMap>,
    columns: Vec<Column>,
    undated: usize,
    unplaced: usize,
    filtered: bool,
    json: String,
}

impl<'a> Page<'a> {
    pub(crate) fn new(l: &'a Lens<'a>, query: &'a Query) -> Page<'a> {
        let found = l.library.incidents(&query.filter());
        let pager = Pager::new(query.page(), found.len(), LINES, |page| query.with(&[("page", &page.to_string())]));
        let shown = pager.slice(&found);
        let most = shown.iter().filter_map(|s| s.incident.high.max(s.incident.low)).max().unwrap_or(0);
        let ticks = toll::ticks(most);
        let scale = ticks.last().copied().unwrap_or(most);
        let view = match query.view.as_str() {
            "map" => "map",
            "timeline" => "timeline",
            _ => "list",
        };
        let kind_word = |kind: EventType| {
            let slug = slug(&kind);
            let chosen = slug == query.kind;
            (slug, l.w.term("kind", &kind), chosen)
        };
        let tab = |tab: &'static str| {
            let view_of = if tab == "list" { "" } else { tab };
            (tab, query.with(&[("view", view_of)]), tab == view)
        };
        Page {
            section: "incidents",
            kinds: l.library.kinds().into_iter().map(kind_word).collect(),
            view,
            tabs: ["list", "map", "timeline"].map(tab).into(),
            lines: shown.iter().map(|summary| line(l, summary, scale)).collect(),
            ticks: if most == 0 { Vec::new() } else { axis(l, &ticks, scale) },
            map: (view == "map").then(|| map(l, query, &found)),
            columns: if view == "timeline" { columns(l, query, &found) } else { Vec::new() },
            undated: found.iter().filter(|s| s.incident.start.is_none()).count(),
            unplaced: found.iter().filter(|s| s.point().is_none()).count(),
            filtered: query.filter() != Filter::default(),
            json: query.with(&[("view", "")]).replacen("/incidents", "/incidents.json", 1),
            pager,
            query,
            l,
        }
    }
}

/// Numbers under a scale, with where they go.
pub(crate) fn axis(l: &Lens, ticks: &[u32], scale: u32) -> Vec<(f64, String)> {
    let at = |n: u32| mirrored(toll::bar(n, n, Some(n), scale).best, toll::WIDTH, l.w.is_arabic());
    ticks.iter().map(|&n| (at(n), l.w.number(n))).collect()
}

/// What an incident is called: its kind and its place.
pub(crate) fn title(l: &Lens, incident: &isnad_ledger::Incident) -> String {
    let kind = l.w.term("kind", &incident.kind);
    match &incident.place {
        Some(place) => l.w.with("kind-at-place", &[("kind", &kind), ("name", &l.place(&place.name))]),
        None => kind,
    }
}

fn line(l: &Lens, summary: &Summary, scale: u32) -> Line {
    let incident = &summary.incident;
    let toll = incident.low.map(|low| {
        let best = incident.best.unwrap_or(low);
        let bar = toll::bar(low, best, incident.high.or(Some(low)), scale);
        let high = incident.high.unwrap_or(low);
        let words = if low == high { l.w.number(low) } else { format!("{}–{}", l.w.number(low), l.w.number(high)) };
        (bar, words)
    });
    let first = summary.first.as_ref();
    Line {
        href: format!("/incidents/{}", segment(&incident.id)),
        date: match incident.start {
            Some(_) => l.w.days(incident.start, incident.end),
            None => l.w.say("no-date"),
        },
        kind: l.w.term("kind", &incident.kind),
        place: incident.place.as_ref().map(|place| l.place(&place.name)),
        outlet: first.map_or_else(String::new, |head| l.title(head.publisher.as_ref().unwrap_or(&head.id))),
        headline: first.and_then(|head| Some(l.original(&l.title(head.title.as_ref()?), head.language.as_deref()))),
        toll,
        outlets: summary.outlets,
        roots: incident.roots.len(),
        gates: summary.gates.iter().take(3).map(|gate| l.name(gate).text).collect(),
        disputes: summary.disputes.iter().map(|question| l.w.term("question", question)).collect(),
    }
}

fn map(l: &Lens, query: &Query, found: &[Arc<Summary>]) -> ListMap {
    let placed: Vec<&Arc<Summary>> = found.iter().filter(|s| s.point().is_some()).collect();
    let points: Vec<(f64, f64)> = placed.iter().filter_map(|s| s.point()).map(|(a, b, _)| (a, b)).collect();
    let map = Map::around(&points, 960.0, 440.0, 3.0);
    let spot = |at: Cluster| {
        let here: Vec<&&Arc<Summary>> = at.points.iter().map(|&at| &placed[at]).collect();
        let (href, label) = match here.as_slice() {
            [only] => (format!("/incidents/{}", segment(&only.incident.id)), title(l, &only.incident)),
            many => {
                let area = at.area.map(|degrees| format!("{degrees:.2}")).join(",");
                let place = many[0].incident.place.as_ref().map_or("", |place| &place.name);
                let label = l.w.about("incidents-around", many.len(), &l.place(place));
                (query.with(&[("area", &area)]), format!("{} · {label}", l.w.number(many.len())))
            }
        };
        Spot { disputed: here.iter().any(|s| !s.disputes.is_empty()), href, label, at }
    };
    let spots: Vec<Spot> = map.clusters(&points).into_iter().map(spot).collect();
    let busy: Vec<(f64, f64)> = spots.iter().map(|spot| (spot.at.x, spot.at.y)).collect();
    ListMap { landmarks: map.landmarks(&busy, 24), scale: map.scale(), spots, map }
}

fn columns(l: &Lens, query: &Query, found: &[Arc<Summary>]) -> Vec<Column> {
    let dated = found.iter().filter_map(|s| Some((s.incident.start?.date(), !s.disputes.is_empty())));
    let (bucket, bars) = histogram::bars(&dated.collect::<Vec<_>>(), l.w.is_arabic());
    let column = |bar: Bar| {
        let span = if bar.from == bar.to {
            l.w.date(bar.from)
        } else {
            format!("{} – {}", l.w.date(bar.from), l.w.date(bar.to))
        };
        Column {
            href: query.with(&[("from", &bar.from.to_string()), ("to", &bar.to.to_string())]),
            label: format!("{span}: {}", l.w.count("n-incidents", bar.count)),
            tick: match bucket {
                histogram::Bucket::Year => l.w.digits(&bar.from.year().to_string()),
                histogram::Bucket::Month => l.w.month(bar.from),
                _ => l.w.day(bar.from),
            },
            bar,
        }
    };
    bars.into_iter().map(column).collect()
}
