//! Files as their makers give them out: zips of GeoNames, gzip, Who's On First's columns; and such files that are hostile.
#![allow(clippy::unwrap_used, reason = "a test")]

use flate2::{Compression, write::DeflateEncoder, write::GzEncoder};
use isnad_gazetteer::{GazetteerError, Source, Store};
use std::fs;
use std::io::Write;
use std::path::Path;

const DUMP: &str = "\
    170892\tAd Dumayr\tAd Dumayr\tDmeir\t33.64\t36.69\tP\tPPL\tSY\t\t08\t\t\t\t25571\t\t700\tAsia/Damascus\t2017-01-01\n\
    170653\tRif-dimashq Governorate\tRif-dimashq Governorate\t\t33.5\t36.9\tA\tADM1\tSY\t\t08\t\t\t\t0\t\t700\tAsia/Damascus\t2017-01-01\n";
const NAMES: &str = "1\t170892\tar\tالضمير\t\t\t\t\n2\t170892\tfr\tDoumeir\t\t\t\t\n";

/// A zip of deflated files (APPNOTE 6.3, 4.3), without checksums, which are not looked at.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
        packed.write_all(bytes).unwrap();
        let packed = packed.finish().unwrap();
        let start = out.len() as u32;
        let mut fields = Vec::new();
        fields.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        fields.extend((packed.len() as u32).to_le_bytes());
        fields.extend((bytes.len() as u32).to_le_bytes());
        fields.extend((name.len() as u16).to_le_bytes());
        fields.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, size, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend([size.to_le_bytes(), start.to_le_bytes()].concat());
    out.extend([0, 0]);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn install(folder: &Path, file: &str, bytes: &[u8], names: Option<&[u8]>) -> Result<Store, GazetteerError> {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    };
    let store = Store::at(folder.join("store"));
    let names = names.map(|names| write("alternatenames/SY.zip", names));
    store.add(&Source { file: write(file, bytes), names })?;
    Ok(store)
}

#[test]
fn a_country_of_geonames_as_it_is_given_out() {
    let folder = tempfile::tempdir().unwrap();
    let dump = zip(&[("readme.txt", b"Readme for GeoNames"), ("SY.txt", DUMP.as_bytes())]);
    let names = zip(&[("SY.txt", NAMES.as_bytes()), ("readme.txt", b"Readme")]);
    let index = &install(folder.path(), "SY.zip", &dump, Some(&names)).unwrap().open().unwrap()[0];
    let found = index.find("الضمير");
    assert_eq!((found[0].key, found[0].within), ("geonames:170892", "Rif-dimashq Governorate"));
    assert!(index.find("Doumeir").is_empty(), "French names are left out");
}

#[test]
fn gzip_and_no_packing_are_the_same() {
    for (file, bytes) in [("SY.txt.gz", gzip(DUMP.as_bytes())), ("SY.txt", DUMP.as_bytes().to_vec())] {
        let folder = tempfile::tempdir().unwrap();
        let index = &install(folder.path(), file, &bytes, None).unwrap().open().unwrap()[0];
        assert_eq!((index.len(), index.find("Dmeir").len()), (2, 1), "{file}");
    }
}

#[test]
fn whos_on_first_tells_regions_by_id_and_what_is_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let table = "bbox,cessation,country_id,deprecated,geom_latitude,geom_longitude,id,iso,lbl_latitude,lbl_longitude,name,parent_id,placetype,region_id,superseded_by,wof_country\n\
        \"36,33,37,34\",uuuu,85632413,uuuu,33.64,36.69,101909999,SY,33.65,36.7,Ad Dumayr,1,locality,85676507,,SY\n\
        \"1,1,2,2\",uuuu,85632413,uuuu,33.5,36.9,85676507,SY,,,Rif Dimashq,1,region,85676507,,SY\n\
        \"1,1,2,2\",uuuu,85632413,2019-01-01,33.5,36.9,3,SY,,,Gone,1,locality,85676507,,SY\n\
        \"1,1,2,2\",uuuu,85632413,uuuu,33.5,36.9,4,SY,,,Replaced,1,locality,85676507,101909999,SY\n";
    let store = install(folder.path(), "whosonfirst-data-admin-sy-latest.csv", table.as_bytes(), None).unwrap();
    let index = &store.open().unwrap()[0];
    let row = index.find("Ad Dumayr")[0];
    assert_eq!((row.key, row.within, row.country, row.latitude), ("wof:101909999", "Rif Dimashq", "SY", 33.64));
    assert_eq!((index.len(), index.find("Gone").len(), index.find("Replaced").len()), (2, 0, 0));
}

#[test]
fn hostile_packing_is_one_clear_error() {
    let folder = tempfile::tempdir().unwrap();
    let zeros = vec![b'0'; 80 << 20];
    let broken = &zip(&[("SY.txt", DUMP.as_bytes())])[..60];
    let cases: [(&str, &[u8], &str); 6] = [
        ("bomb.zip", &zip(&[("SY.txt", &zeros)]), "200 times its size"),
        ("bomb.gz", &gzip(&zeros), "200 times its size"),
        ("empty.zip", &zip(&[("photo.jpg", b"JPEG")]), "no .txt, .csv or .tsv"),
        ("broken.zip", broken, "broken.zip"),
        ("broken.gz", &gzip(DUMP.as_bytes())[..30], "broken.gz"),
        ("names.zip", &zip(&[("SY.txt", NAMES.as_bytes())]), "more names for places"),
    ];
    for (file, bytes, expected) in cases {
        let error = install(folder.path(), file, bytes, None).unwrap_err();
        assert!(error.to_string().contains(expected) && !error.hint().is_empty(), "{file}: {error}");
    }
    assert!(Store::at(folder.path().join("store")).files().unwrap().is_empty());
}
