//! Finding and reading gold files. What is in them is the business of `marks` and `seed`.

use crate::{Gold, marks, seed};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A gold file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", file.display())]
pub struct GoldError {
    /// The file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub problem: String,
}

/// Reads a `.gold` file, a `.json` file in the seed's form, or all such files of a folder and its folders, by name.
///
/// # Errors
/// [`GoldError`] names the first file that cannot be read or is malformed.
pub fn read(path: &Path) -> Result<Vec<Gold>, GoldError> {
    if path.is_dir() {
        let mut all = Vec::new();
        for entry in entries(path)? {
            let is_gold = entry.extension().is_some_and(|e| e == "gold");
            if entry.is_dir() || is_gold || is_standoff(&entry) {
                all.extend(read(&entry)?);
            }
        }
        return Ok(all);
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let raw = text(path)?;
    let gold = if path.extension().is_some_and(|e| e == "json") {
        serde_json::from_str(&raw).map_err(|e| e.to_string()).and_then(|header| {
            let beside =
                seed::text_path(path, &header).ok_or("the text file that its key 'file' names is not there")?;
            let text = text(&beside).map_err(|e| e.to_string())?;
            seed::read(&name, header, text)
        })
    } else {
        marks::read(&name, &raw)
    };
    gold.map(|gold| vec![gold]).map_err(at(path))
}

/// The files and folders of a folder, by name.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, GoldError> {
    let list = fs::read_dir(folder).map_err(at(folder))?;
    let mut entries: Vec<PathBuf> = list.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    Ok(entries)
}

/// A file's text.
pub(crate) fn text(path: &Path) -> Result<String, GoldError> {
    fs::read_to_string(path).map_err(at(path))
}

/// Turns any problem into an error of this file.
pub(crate) fn at<E: ToString>(path: &Path) -> impl Fn(E) -> GoldError {
    move |problem| GoldError { file: path.to_owned(), problem: problem.to_string() }
}

/// Whether a `.json` file is gold in the seed's form and not, say, a set's index.
fn is_standoff(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "json")
        && fs::read_to_string(path).is_ok_and(|raw| {
            serde_json::from_str::<serde_json::Value>(&raw)
                .is_ok_and(|v| v["file"].is_string() && v["attributions"].is_array())
        })
}
