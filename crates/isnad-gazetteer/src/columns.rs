//! Gazetteers whose first line names their columns, parted by commas or tabs: Who's On First, the project's own CSV, tables
//! that people keep. What a column is called is looked up below; what else a file has is left alone.

use crate::entry::Entry;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use isnad_name::PlaceKind;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Columns by what they are called, the first one that a file has.
const NAMES: [(&str, &[&str]); 14] = [
    ("id", &["id", "wof_id", "geonameid", "key", "source"]),
    ("name", &["name_en", "name_eng", "en", "english", "name", "title"]),
    ("name_ar", &["name_ar", "name_ara", "ar", "arabic"]),
    ("names", &["alt", "aliases", "alternatenames", "names", "variants"]),
    ("within", &["admin", "region", "within", "division", "governorate", "adm1"]),
    ("country", &["country", "iso_country", "iso", "country_code", "wof_country"]),
    ("kind", &["type", "placetype", "kind", "feature"]),
    ("latitude", &["lat", "latitude", "geom_latitude", "lbl_latitude", "y"]),
    ("longitude", &["lon", "lng", "longitude", "geom_longitude", "lbl_longitude", "x"]),
    ("people", &["pop", "population"]),
    ("region", &["region_id"]),
    ("deprecated", &["deprecated"]),
    ("superseded", &["superseded_by"]),
    ("current", &["is_current", "mz_is_current"]),
];

/// A file's columns, and room for one row of it.
pub(crate) struct Columns {
    reader: Reader,
    at: [Option<usize>; NAMES.len()],
    cells: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
    width: usize,
    /// Names of first-level divisions by their ids, where rows tell theirs by id.
    regions: FxHashMap<Box<str>, Box<str>>,
    /// The ids are Who's On First's.
    whos_on_first: bool,
}

impl Columns {
    /// The columns that a first line names; `None` if they tell no names or no coordinates.
    pub(crate) fn new(header: &[u8]) -> Option<Columns> {
        let tabs = memchr::memchr(b'\t', header).is_some();
        let mut columns = Columns {
            reader: ReaderBuilder::new().delimiter(if tabs { b'\t' } else { b',' }).quoting(!tabs).build(),
            at: [None; NAMES.len()],
            cells: Vec::new(),
            ends: vec![0; 256],
            count: 0,
            width: 0,
            regions: FxHashMap::default(),
            whos_on_first: false,
        };
        columns.split(header)?;
        columns.width = columns.count;
        let named: Vec<String> =
            (0..columns.count).map(|at| columns.cell(Some(at)).trim().to_ascii_lowercase().replace(':', "_")).collect();
        for (at, (_, words)) in columns.at.iter_mut().zip(NAMES) {
            *at = words.iter().find_map(|word| named.iter().position(|name| name == word));
        }
        columns.whos_on_first = named.iter().any(|name| name == "placetype");
        let [_, name, name_ar, .., latitude, longitude, _, _, _, _, _] = columns.at;
        ((name.is_some() || name_ar.is_some()) && latitude.is_some() && longitude.is_some()).then_some(columns)
    }

    /// Whether rows tell what contains them by an id, so that [`note_region`](Self::note_region) must see them all first.
    pub(crate) fn has_regions(&self) -> bool {
        self.at[10].is_some() && self.at[0].is_some()
    }

    /// Keeps the name of the division that a line describes.
    pub(crate) fn note_region(&mut self, line: &[u8]) {
        if self.split(line).is_none() || self.count != self.width || self.cell(self.at[6]).trim() != "region" {
            return;
        }
        let (id, name) = (self.cell(self.at[0]).trim().into(), self.cell(self.at[1]).trim().into());
        self.regions.insert(id, name);
    }

    /// The place on a line; `None` if it is one no longer.
    ///
    /// # Errors
    /// What is wrong with it, as one line.
    pub(crate) fn entry(&mut self, line: &[u8]) -> Result<Option<Entry<'_>>, String> {
        self.split(line).ok_or_else(|| "too many cells, or not UTF-8".to_owned())?;
        if self.count != self.width {
            return Err(format!("{} cells where the header has {}", self.count, self.width));
        }
        let [
            id,
            name,
            name_ar,
            names,
            within,
            country,
            kind,
            latitude,
            longitude,
            people,
            region,
            deprecated,
            superseded,
            current,
        ] = self.at.map(|at| self.cell(at).trim());
        // An unknown date is `uuuu`.
        let deprecated = !deprecated.is_empty() && !deprecated.starts_with('u');
        if deprecated || !superseded.is_empty() || current == "0" {
            return Ok(None);
        }
        let within = if within.is_empty() { self.regions.get(region).map_or("", |name| name) } else { within };
        Ok(Some(Entry {
            id: identity(id, if self.whos_on_first { "wof" } else { "id" }),
            name,
            name_ar,
            names: names.split('|').map(str::trim).filter(|name| crate::entry::is_readable(name)).collect(),
            within,
            country,
            kind: kind_of(kind, name),
            latitude,
            longitude,
            people,
        }))
    }

    /// Splits a line into cells; `None` if it has too many or is no UTF-8.
    fn split(&mut self, line: &[u8]) -> Option<()> {
        self.reader.reset();
        self.cells.resize(line.len() + 1, 0);
        let (mut input, mut written, mut ended) = (line, 0, 0);
        loop {
            let (result, read, wrote, ends) =
                self.reader.read_record(input, &mut self.cells[written..], &mut self.ends[ended..]);
            (input, written, ended) = (&input[read..], written + wrote, ended + ends);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => return None,
            }
        }
        self.count = ended;
        std::str::from_utf8(&self.cells[..written]).ok().map(|_| ())
    }

    fn cell(&self, at: Option<usize>) -> &str {
        let Some(at) = at.filter(|at| *at < self.count) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.cells.get(start..self.ends[at]).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default()
    }
}

/// A row's id: `wof:102542747` of `WOF wof:102542747;gn:7`, of `7` the same with its gazetteer before it; none of what has no digit, such as `by hand`.
fn identity<'i>(id: &'i str, gazetteer: &str) -> Cow<'i, str> {
    let last = id.rsplit(' ').next().and_then(|last| last.split(';').next()).unwrap_or(id);
    if !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()) {
        Cow::Owned(format!("{gazetteer}:{last}"))
    } else if last.bytes().any(|byte| byte.is_ascii_digit()) {
        Cow::Borrowed(last)
    } else {
        Cow::Borrowed("")
    }
}

/// The kind that a word of another gazetteer stands for; a town if it stands for none.
fn kind_of(word: &str, name: &str) -> Option<PlaceKind> {
    Some(match word {
        "country" | "empire" | "dependency" => PlaceKind::Country,
        "region" | "macroregion" | "state" | "province" => PlaceKind::Division,
        "county" | "localadmin" | "macrocounty" | "borough" | "municipality" => PlaceKind::District,
        "neighbourhood" | "macrohood" | "microhood" | "neighborhood" => PlaceKind::Quarter,
        "campus" if name.contains("irport") => PlaceKind::Airport,
        "campus" | "venue" | "building" => PlaceKind::Site,
        "marinearea" | "ocean" => PlaceKind::Water,
        word => PlaceKind::named(word).unwrap_or(PlaceKind::Town),
    })
}
