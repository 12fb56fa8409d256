//! Packs the tables of `ar/`, `en/` and `shared/` into one text that is embedded in the crate, and takes its SHA-256.
//! It checks their form (a header, the same number of cells in every row) and knows nothing of their meaning.

use sha2::{Digest, Sha256};
use std::{env, fmt::Write as _, fs, path::Path};

#[path = "src/pack.rs"]
mod pack;

fn main() {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut packed = String::new();
    for folder in ["ar", "en", "shared"] {
        println!("cargo::rerun-if-changed={folder}");
        let mut files: Vec<_> = fs::read_dir(Path::new(&root).join(folder))
            .unwrap_or_else(|e| panic!("{folder}: {e}"))
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
            .collect();
        files.sort();
        for file in files {
            let stem = file.file_stem().and_then(|s| s.to_str()).expect("table names are ASCII");
            let text = fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            let table = pack::pack(&text).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            writeln!(packed, "\u{1}{folder}/{stem}").expect("writing to a string cannot fail");
            packed.push_str(&table);
        }
    }
    let digest: String = Sha256::digest(packed.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    fs::write(Path::new(&out).join("tables.txt"), &packed).expect("OUT_DIR is writable");
    fs::write(Path::new(&out).join("tables.sha256"), digest).expect("OUT_DIR is writable");
}
