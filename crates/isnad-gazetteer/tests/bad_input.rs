//! Files that are hostile or broken: what can be used is installed, what cannot is named by its line, nothing panics.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a test")]

use isnad_gazetteer::{Added, GazetteerError, Source, Store};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

const HEADER: &str = "name_ar,name_en,alt,lat,lon,admin,country,pop,type,source\n";

fn add(folder: &Path, text: &[u8]) -> Result<Added, GazetteerError> {
    let file = folder.join("places.csv");
    fs::write(&file, text).unwrap();
    Store::at(folder.join("store")).add(&Source { file, names: None })
}

fn problems(added: &Added) -> Vec<String> {
    added.problems.iter().map(|problem| format!("{}: {}", problem.line, problem.text)).collect()
}

#[test]
fn malformed_rows_are_named_and_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let rows = [
        "كناكر,Kanaker,,33.27,36.09,Rif Dimashq,SY,20000,locality,wof:1",
        "حلب,Aleppo,,136.2,37.1,Aleppo,SY,,locality,wof:2",
        "حمص,Homs,,34.7,-190,Homs,SY,,locality,wof:3",
        "حماة,Hama,,north,36.7,Hamah,SY,,locality,wof:4",
        "كناكر,Kanakir,,32.67,36.51,As Suwayda,SY,,locality,wof:1",
        "too,few",
        ",,,33.0,36.0,,SY,,locality,wof:5",
        "درعا,Daraa,,NaN,36.1,,SY,,locality,wof:6",
        "إدلب,Idlib,,35.9,,,SY,,locality,wof:7",
    ];
    let mut text = format!("\u{feff}{HEADER}{}\r\n", rows.join("\r\n")).into_bytes();
    text.extend(b"\xff\xfe,x,,1,1,,SY,,locality,wof:8\n");
    let added = add(folder.path(), &text).unwrap();
    assert_eq!((added.rows, added.skipped), (1, 9));
    let expected = [
        "3: latitude 136.2 is out of range",
        "4: longitude -190 is out of range",
        "5: latitude is no number: north",
        "6: the id wof:1 stands in an earlier row",
        "7: 2 cells where the header has 10",
        "8: no name",
        "9: latitude NaN is out of range",
        "10: no longitude",
        "11: too many cells, or not UTF-8",
    ];
    assert_eq!(problems(&added), expected);
}

#[test]
fn a_line_of_any_length_is_skipped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("places.csv");
    let mut out = fs::File::create(&file).unwrap();
    out.write_all(HEADER.as_bytes()).unwrap();
    // A hole in the file: zeros that take no room on the disk.
    out.seek(SeekFrom::Current(1 << 27)).unwrap();
    out.write_all("\nكناكر,Kanaker,,33.27,36.09,Rif Dimashq,SY,,locality,wof:1\n".as_bytes()).unwrap();
    drop(out);
    let added = Store::at(folder.path().join("store")).add(&Source { file, names: None }).unwrap();
    assert_eq!((added.rows, problems(&added)), (1, vec!["2: longer than 262144 bytes".to_owned()]));
}

#[test]
fn what_is_no_gazetteer_is_refused_and_leaves_the_old_index() {
    let folder = tempfile::tempdir().unwrap();
    let good = format!("{HEADER}كناكر,Kanaker,,33.27,36.09,,SY,,locality,wof:1\n");
    add(folder.path(), good.as_bytes()).unwrap();
    for bad in ["", "hello\nworld\n", HEADER, "name,lat,lon\nx,99,0\n", "\0\0\0\0", "\u{1f}\u{8b}\n"] {
        assert!(add(folder.path(), bad.as_bytes()).is_err(), "{bad:?}");
    }
    let store = Store::at(folder.path().join("store"));
    assert_eq!(store.open().unwrap()[0].find("كناكر").len(), 1);
    assert_eq!(store.files().unwrap().len(), 1, "no half-written file is left");
    fs::write(folder.path().join("store/broken.index"), b"not an index").unwrap();
    let error = store.open().unwrap_err();
    assert!(error.to_string().contains("broken.index") && error.hint().contains("isnad places add"));
}

#[test]
fn a_geonames_dump_with_its_alternate_names() {
    let folder = tempfile::tempdir().unwrap();
    let (file, names) = (folder.path().join("SY.txt"), folder.path().join("alternateNamesV2.txt"));
    let dump = "\
        170892\tAd Dumayr\tAd Dumayr\tDmeir,Ḑumayr,https://example.org\t33.64\t36.69\tP\tPPL\tSY\t\t08\t\t\t\t25571\t\t700\tAsia/Damascus\t2017-01-01\n\
        170653\tRif-dimashq Governorate\tRif-dimashq Governorate\t\t33.5\t36.9\tA\tADM1\tSY\t\t08\t\t\t\t0\t\t700\tAsia/Damascus\t2017-01-01\n\
        1\tSome Hotel\tSome Hotel\t\t33.5\t36.3\tS\tHTL\tSY\t\t08\t\t\t\t0\t\t700\tAsia/Damascus\t2017-01-01\n\
        2\tbroken\n";
    fs::write(&file, dump).unwrap();
    fs::write(&names, "1\t170892\tar\tالضمير\t\t\t\t\n2\t170892\tfr\tDoumeir\t\t\t\t\n3\tx\ty\n").unwrap();
    let store = Store::at(folder.path().join("store"));
    let added = store.add(&Source { file, names: Some(names) }).unwrap();
    assert_eq!((added.rows, problems(&added)), (2, vec!["4: 2 cells where a dump has 19".to_owned()]));
    let index = &store.open().unwrap()[0];
    let found = index.find("الضمير");
    let row = found[0];
    assert_eq!((row.key, row.name, row.name_ar), ("geonames:170892", "Ad Dumayr", "الضمير"));
    assert_eq!((row.within, row.country, row.population), ("Rif-dimashq Governorate", "SY", 3));
    assert_eq!((index.find("Dmeir").len(), index.find("Doumeir").len(), index.find("Some Hotel").len()), (1, 0, 0));
}
