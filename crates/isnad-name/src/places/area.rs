//! From a settled mention to a place of the ledger: a point or area of a gazetteer, or what lies in a direction or at a
//! distance from it (شمالي حلب، على بعد 12 ميلا من تدمر).

use super::context::Direction;
use super::evidence::Evidence;
use super::geo::offset;
use super::kind::PlaceKind;
use super::row::PlaceRow;
use isnad_ledger::{Place, Precision, Span};

/// A place of a gazetteer as the ledger has it, moved by a direction and a distance if there are any.
pub(crate) fn place(row: &PlaceRow<'_>, seen: &Evidence, directions: &[Direction], span: Span) -> Place {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut place = Place {
        id: String::new(),
        span,
        key: Some(format!("place:{}", row.key)),
        name: if row.name.is_empty() { row.name_ar } else { row.name }.to_owned(),
        name_ar: filled(row.name_ar),
        latitude: Some(row.latitude),
        longitude: Some(row.longitude),
        country: filled(row.country),
        precision: row.kind.precision(),
        also: Vec::new(),
    };
    let direction = seen.direction.and_then(|number| directions.get(number));
    if direction.is_none() && seen.metres.is_none() {
        return place;
    }
    place.precision = Precision::Region;
    let kilometres = seen.metres.map(|metres| metres / 1000.0);
    let side = direction.map(|direction| &*direction.name);
    place.key = place.key.map(|key| match (kilometres, side) {
        (Some(distance), Some(side)) => format!("{key}#{distance:.0}km-{side}"),
        (Some(distance), None) => format!("{key}#{distance:.0}km"),
        (None, side) => format!("{key}#{}", side.unwrap_or_default()),
    });
    let wide = matches!(row.kind, PlaceKind::Country | PlaceKind::Division | PlaceKind::Region | PlaceKind::District);
    place.name = match (kilometres, side) {
        (Some(distance), Some(side)) => format!("{distance:.0} km {side} of {}", place.name),
        (Some(distance), None) => format!("{distance:.0} km from {}", place.name),
        (None, side) if wide => format!("{} ({})", side.unwrap_or_default(), place.name),
        (None, side) => format!("{} of {}", side.unwrap_or_default(), place.name),
    };
    let side = direction.map(|direction| &*direction.name_ar);
    place.name_ar = place.name_ar.map(|name| match (kilometres, side) {
        (Some(distance), Some(side)) => format!("على بعد {distance:.0} كم {side} {name}"),
        (Some(distance), None) => format!("على بعد {distance:.0} كم من {name}"),
        (None, side) => format!("{} {name}", side.unwrap_or_default()),
    });
    match (kilometres, direction.and_then(|direction| direction.degrees)) {
        (Some(distance), Some(degrees)) => {
            let (latitude, longitude) = offset((row.latitude, row.longitude), distance, degrees);
            (place.latitude, place.longitude) = (Some(latitude), Some(longitude));
        }
        (None, _) if row.kind == PlaceKind::Country => (place.latitude, place.longitude) = (None, None),
        _ => {}
    }
    place
}

/// A part of a country that is named by its direction alone.
pub(crate) fn part(country: &PlaceRow<'_>, direction: &Direction, span: Span) -> Place {
    Place {
        id: String::new(),
        span,
        key: Some(format!("place:{}#{}", country.key, direction.name)),
        name: format!("{} ({})", direction.name, country.name),
        name_ar: (!country.name_ar.is_empty()).then(|| format!("{} {}", direction.name_ar, country.name_ar)),
        latitude: None,
        longitude: None,
        country: Some(country.country.to_owned()),
        precision: Precision::Region,
        also: Vec::new(),
    }
}
