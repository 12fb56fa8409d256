//! The language tables: those built in, with the files of `--languages DIR` laid over them.

use crate::hint::{self, WithHint};
use isnad_languages::Tables;
use std::{fs, path::Path};

const HINT: &str =
    "DIR holds folders ar, en, shared with tables such as ar/reporting_verbs.tsv; the first line names the columns";

/// The tables to read with. Files of `folder` are laid over in the order of their names.
pub(crate) fn load(folder: Option<&Path>) -> anyhow::Result<Tables> {
    let mut tables = Tables::embedded().clone();
    let Some(folder) = folder else { return Ok(tables) };
    let mut files = Vec::new();
    for language in fs::read_dir(folder).map_err(|error| hint::file(folder, &error)).hint(HINT)?.flatten() {
        for table in fs::read_dir(language.path()).into_iter().flatten().flatten() {
            if table.path().extension().is_some_and(|ending| ending == "tsv") {
                files.push(table.path());
            }
        }
    }
    files.sort();
    anyhow::ensure!(!files.is_empty(), "{}: no tables in it", folder.display());
    for file in files {
        let name =
            |path: Option<&Path>| path.and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).map_err(|error| hint::file(&file, &error))?;
        tables = tables.with(&name(file.parent()), &name(Some(&file)), &text).hint(HINT)?;
    }
    Ok(tables)
}
