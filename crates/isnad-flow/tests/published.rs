//! When the example pages say that they were published, in their markup or in a visible line, in figures or in words.

use isnad_capture::{Doors, files};
use isnad_flow::{Options, Reader};
use isnad_languages::Tables;
use std::path::Path;

#[test]
fn examples() {
    let tables = Tables::embedded();
    let (doors, reader) = (Doors::new(tables), Reader::new(tables));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/al-dumayr");
    let said: Vec<String> = files(&folder)
        .unwrap()
        .iter()
        .flat_map(|file| doors.open(file).unwrap())
        .map(|captured| reader.read(captured.unwrap(), &Options::default()).report)
        .map(|report| format!("{} {}", &report.id[..2], report.published.map_or("?".to_owned(), |at| at.to_string())))
        .collect();
    let known = [
        "01 2025-10-19T11:05",
        "02 2025-10-19T14:20",
        "03 2025-10-19T17:30",
        "04 2025-10-21T00:25",
        "05 2025-12-05T18:10",
        "06 2025-12-06T08:45",
        "07 2025-12-06T13:40",
        "08 2025-12-07T06:00",
        "09 2025-12-07T10:30",
        "10 2025-12-09",
        "11 2025-12-06",
        "12 2025-10-21T09:05",
        "13 2025-12-20T12:00",
    ];
    assert_eq!(said, known);
}
