//! GeoNames dumps: nineteen columns parted by tabs, without a header (<https://download.geonames.org/export/dump/readme.txt>).
//! Buildings, roads and plants are left out: reports do not place anything by them.

use crate::alternates::Alternates;
use crate::entry::{Entry, is_readable};
use isnad_name::PlaceKind;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

const COLUMNS: usize = 19;

/// Names of first-level divisions by country and code: `SY.08`.
pub(crate) type Divisions = FxHashMap<Box<str>, Box<str>>;

/// Whether a first line is one of a GeoNames dump.
pub(crate) fn is_dump(line: &[u8]) -> bool {
    let mut cells = line.split(|byte| *byte == b'\t');
    let number = cells.next().is_some_and(|id| !id.is_empty() && id.iter().all(u8::is_ascii_digit));
    number && cells.count() + 1 == COLUMNS
}

/// The division that a line describes, for [`Divisions`].
pub(crate) fn division(line: &[u8]) -> Option<(Box<str>, Box<str>)> {
    let cells = split(std::str::from_utf8(line).ok()?)?;
    (cells[7] == "ADM1").then(|| (format!("{}.{}", cells[8], cells[10]).into(), cells[1].into()))
}

/// The place on a line; `None` for what is no place to report from.
///
/// # Errors
/// What is wrong with it, as one line.
pub(crate) fn entry<'e>(
    line: &'e [u8],
    divisions: &'e Divisions,
    alternates: &'e Alternates,
) -> Result<Option<Entry<'e>>, String> {
    let text = std::str::from_utf8(line).map_err(|_| "not UTF-8".to_owned())?;
    let cells = split(text).ok_or_else(|| format!("{} cells where a dump has {COLUMNS}", text.split('\t').count()))?;
    let Some(kind) = kind(cells[6], cells[7]) else { return Ok(None) };
    let id: u32 = cells[0].parse().map_err(|_| "the id is no number".to_owned())?;
    let mut names: Vec<&str> = alternates.of(id).collect();
    names.push(cells[2]);
    names.extend(cells[3].split(',').filter(|name| is_readable(name)));
    let arabic = |name: &&&str| name.chars().any(|c| ('\u{0621}'..='\u{064a}').contains(&c));
    Ok(Some(Entry {
        id: Cow::Owned(format!("geonames:{id}")),
        name: cells[1],
        name_ar: names.iter().find(arabic).copied().unwrap_or_default(),
        names,
        within: divisions.get(&*format!("{}.{}", cells[8], cells[10])).map_or("", |name| name),
        country: cells[8],
        kind: Some(kind),
        latitude: cells[4],
        longitude: cells[5],
        people: cells[14],
    }))
}

fn split(line: &str) -> Option<[&str; COLUMNS]> {
    let mut cells = [""; COLUMNS];
    let mut parts = line.split('\t');
    for cell in &mut cells {
        *cell = parts.next()?;
    }
    parts.next().is_none().then_some(cells)
}

fn kind(class: &str, code: &str) -> Option<PlaceKind> {
    Some(match (class, code) {
        (_, "PPLX") => PlaceKind::Quarter,
        (_, "PPLQ" | "PPLH" | "PPLCH") => return None,
        ("P", _) => PlaceKind::Town,
        (_, "ADM1") => PlaceKind::Division,
        (_, "PCLI" | "PCLS" | "PCLF" | "PCLD" | "PCL" | "TERR") => PlaceKind::Country,
        ("A", "ADM2" | "ADM3" | "ADM4" | "ADMD") => PlaceKind::District,
        (_, "RFGC" | "CMPRF") => PlaceKind::Camp,
        (_, "AIRB" | "INSM" | "MILB") => PlaceKind::Base,
        (_, "AIRP" | "AIRF") => PlaceKind::Airport,
        (_, "PSTB" | "CSTM") => PlaceKind::Crossing,
        (_, "PRT" | "HBR" | "ANCH") => PlaceKind::Port,
        (_, "ISL" | "ISLS") => PlaceKind::Island,
        ("T", "MT" | "MTS" | "PK" | "HLL" | "HLLS") => PlaceKind::Mountain,
        ("L", "RGN" | "RGNH" | "AREA" | "OILF" | "GASF") => PlaceKind::Region,
        ("H", "SEA" | "STRT" | "GULF" | "STM" | "LK" | "BAY" | "RSV") => PlaceKind::Water,
        (_, "DAM" | "PRN" | "OILR" | "PS") => PlaceKind::Site,
        _ => return None,
    })
}
