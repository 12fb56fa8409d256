//! The JSON Schemas in `schema/` are those of the types. `BLESS=1` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use isnad_ledger::{Ledger, Weighed};
use schemars::{JsonSchema, generate::SchemaSettings, transform::RecursiveTransform};
use std::{fs, path::Path};

fn check<T: JsonSchema>(name: &str) {
    let mut generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(|schema: &mut schemars::Schema| {
            // The contract: every key is always present, and there is no other.
            let keys = schema.get("properties").and_then(|all| all.as_object());
            let keys = keys.map(|all| all.keys().cloned().collect::<Vec<_>>());
            if let Some(keys) = keys {
                schema.insert("required".to_owned(), keys.into());
                schema.insert("additionalProperties".to_owned(), false.into());
            }
        }))
        .into_generator();
    let schema = generator.root_schema_for::<T>();
    let now = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema").join(name);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == now, "{name} is not the types' schema any more; BLESS=1 cargo test -p isnad-ledger writes it anew");
}

#[test]
fn ledger() {
    check::<Ledger>("ledger.schema.json");
}

#[test]
fn weighed() {
    check::<Weighed>("weighed.schema.json");
}
