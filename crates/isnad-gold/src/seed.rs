//! The seed's form: one JSON object whose spans point into a text file that it names in `file`.

use crate::Gold;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The text file that a `.json` gold file names, looked for beside it and in the folders above.
pub(crate) fn text_path(json: &Path, header: &Value) -> Option<PathBuf> {
    let file = header["file"].as_str()?;
    json.ancestors().skip(1).take(4).map(|folder| folder.join(file)).find(|path| path.is_file())
}

/// Reads gold in the seed's form over its text.
pub(crate) fn read(name: &str, header: Value, text: String) -> Result<Gold, String> {
    let list = |key: &str| match &header[key] {
        Value::Null => Value::Array(Vec::new()),
        value => value.clone(),
    };
    let word = |key: &str| header[key].as_str().map(str::to_owned);
    let published = serde_json::from_value(header["published"].clone()).map_err(|e| e.to_string())?;
    Ok(Gold {
        name: name.to_owned(),
        language: word("language").unwrap_or_default(),
        published,
        publisher: word("publisher"),
        url: word("url"),
        title: serde_json::from_value::<isnad_ledger::Span>(header["title"].clone())
            .ok()
            .map(|span| span.of(&text).to_owned()),
        attributions: serde_json::from_value(list("attributions")).map_err(|e| format!("attributions: {e}"))?,
        times: serde_json::from_value(list("times")).map_err(|e| format!("times: {e}"))?,
        text,
        header,
    })
}
