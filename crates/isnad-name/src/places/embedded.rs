//! The gazetteer that is built in: `shared/places.tsv` as an index, made once at start-up.

use super::build::IndexBuilder;
use super::index::PlaceIndex;
use super::kind::PlaceKind;
use super::row::PlaceRow;
use isnad_languages::{Row, Tables};

/// Stands before a name that is an everyday word though the row's other names are not.
const WORD: char = '~';

/// Rows of the table that say nothing usable (no key, kind or coordinates) are left out.
pub(crate) fn embedded(tables: &Tables) -> Option<PlaceIndex> {
    let mut builder = IndexBuilder::default();
    let mut bytes = Vec::new();
    for row in tables.table("shared", "places").rows() {
        if let Some(place) = place(&row) {
            let names = || row.list("ar").chain(row.list("en"));
            builder.add(&place, names().filter(|name| !name.starts_with(WORD)), &mut bytes);
            if names().any(|name| name.starts_with(WORD)) {
                let names = names().filter_map(|name| name.strip_prefix(WORD));
                builder.add(&PlaceRow { word: true, ..place }, names, &mut bytes);
            }
        }
    }
    let Ok(()) = builder.finish(&mut |part| {
        bytes.extend(part);
        Ok::<(), std::convert::Infallible>(())
    });
    PlaceIndex::new(bytes).ok()
}

fn place<'t>(row: &Row<'t, '_>) -> Option<PlaceRow<'t>> {
    let (latitude, longitude) = (row.number("latitude")?, row.number("longitude")?);
    let key = row.get("key");
    let valid = !key.is_empty() && (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
    let flag = |name: &str| row.list("flags").any(|flag| flag == name);
    valid.then_some(PlaceRow {
        key,
        // What stands in brackets tells rows apart for those who edit them.
        name: row.list("en").next().and_then(|name| name.split(" (").next()).unwrap_or_default(),
        name_ar: row.list("ar").next().unwrap_or_default(),
        within: row.get("in"),
        country: row.get("country"),
        kind: PlaceKind::named(row.get("kind"))?,
        latitude,
        longitude,
        population: row.number("population").unwrap_or(0),
        word: flag("word"),
        common: flag("common"),
        seat: flag("seat"),
    })
}
