//! Any bytes through a door and all readers: a ledger whose spans lie inside its text, or one error; never a panic.
//! The first byte chooses the form. Stable Rust will do: `cargo fuzz run read --sanitizer none -- -max_total_time=600`.

#![no_main]

use isnad_capture::{Doors, Form};
use isnad_flow::{Options, Reader};
use isnad_languages::Tables;
use isnad_ledger::Ledger;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static ALL: LazyLock<(Doors, Reader)> = LazyLock::new(|| {
    let tables = Tables::embedded();
    (Doors::new(tables), Reader::new(tables))
});

fuzz_target!(|bytes: &[u8]| {
    let Some((form, bytes)) = bytes.split_first() else { return };
    let form = if form % 4 == 0 { Form::Html } else { Form::Text };
    let Ok(captured) = ALL.0.bytes("r1", bytes.to_vec(), form) else { return };
    let ledger = ALL.1.read(captured, &Options::default());
    let json = serde_json::to_string(&ledger).expect("a ledger has a JSON form");
    let read = Ledger::from_json(&json).expect("what is written can be read");
    assert_eq!(read, ledger);
});
