//! What Isnad knows of languages and of the world, as tables that a speaker of the language can edit.
//! This crate knows no grammar and does no input or output: it hands out rows and cells, and the readers give them meaning.
//!
//! A language is a folder (`ar/`, `en/`) of tab-separated tables; `shared/` holds what belongs to no language, such as
//! places with their names in both scripts. The first line names the columns, `#` opens a comment line, an empty cell is
//! unknown, `|` parts several values in a cell. The tables are packed into the crate when it is built.
//!
//! ```
//! let tables = isnad_languages::Tables::embedded();
//! let months = tables.table("en", "nothing_of_that_name");
//! assert_eq!(months.rows().count(), 0, "a missing table is an empty one");
//! ```

mod pack;

use sha2::{Digest, Sha256};
use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/tables.txt"));
const PACKED_SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/tables.sha256"));

/// All tables, by folder and name.
#[derive(Clone, Debug)]
pub struct Tables {
    tables: BTreeMap<(String, String), Cow<'static, str>>,
    fingerprint: String,
}

/// A table file that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct TableError {
    /// `ar/verbs.tsv`
    pub file: String,
    /// What is wrong, with the line's number.
    pub problem: String,
}

impl Tables {
    /// The tables built into the program.
    pub fn embedded() -> &'static Tables {
        static EMBEDDED: OnceLock<Tables> = OnceLock::new();
        EMBEDDED.get_or_init(|| {
            let tables = PACKED.split('\u{1}').skip(1).filter_map(|part| {
                let (name, rows) = part.split_once('\n')?;
                let (folder, table) = name.split_once('/')?;
                Some(((folder.to_owned(), table.to_owned()), Cow::Borrowed(rows)))
            });
            Tables { tables: tables.collect(), fingerprint: PACKED_SHA256.to_owned() }
        })
    }

    /// These tables with one more file laid over them: `folder` is `ar`, `en` or `shared`, `table` the file's stem, `text`
    /// the file's content. A table with the same columns gets its rows added before the built-in ones, so that they win
    /// where the first match counts; a table with other columns, or whose first line is `#replace`, takes its place.
    ///
    /// # Errors
    /// [`TableError`] names the file and the line.
    pub fn with(mut self, folder: &str, table: &str, text: &str) -> Result<Tables, TableError> {
        let packed =
            pack::pack(text).map_err(|problem| TableError { file: format!("{folder}/{table}.tsv"), problem })?;
        let key = (folder.to_owned(), table.to_owned());
        let header = |text: &str| text.lines().next().map(str::to_owned);
        let merged = match self.tables.get(&key) {
            Some(old) if header(old) == header(&packed) && !text.starts_with("#replace") => {
                packed + old.split_once('\n').map_or("", |(_, rows)| rows)
            }
            _ => packed,
        };
        let digest = Sha256::digest(format!("{}\n{folder}/{table}\n{merged}", self.fingerprint).as_bytes());
        self.fingerprint = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        self.tables.insert(key, Cow::Owned(merged));
        Ok(self)
    }

    /// A table; an unknown one is empty.
    pub fn table(&self, folder: &str, name: &str) -> Table<'_> {
        let text = self.tables.get(&(folder.to_owned(), name.to_owned())).map_or("", |text| text.as_ref());
        let (header, rows) = text.split_once('\n').unwrap_or((text, ""));
        Table { columns: header.split('\t').collect(), rows }
    }

    /// SHA-256 over all tables, in hexadecimal; it goes into every ledger.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

/// One table.
#[derive(Clone, Debug)]
pub struct Table<'t> {
    columns: Vec<&'t str>,
    rows: &'t str,
}

impl<'t> Table<'t> {
    /// Its rows, in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'t, '_>> {
        self.rows.lines().map(|line| Row { columns: &self.columns, cells: line.split('\t').collect() })
    }
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row<'t, 'c> {
    columns: &'c [&'t str],
    cells: Vec<&'t str>,
}

impl<'t> Row<'t, '_> {
    /// The cell in a column; empty if the cell is empty or the table has no such column.
    pub fn get(&self, column: &str) -> &'t str {
        let at = self.columns.iter().position(|name| *name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The values of a cell that are parted by `|`, empty ones left out.
    pub fn list(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.get(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }

    /// A number in a cell.
    pub fn number<N: std::str::FromStr>(&self, column: &str) -> Option<N> {
        self.get(column).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Tables;

    #[test]
    fn a_laid_over_table_adds_rows_and_changes_the_fingerprint() {
        let base = Tables::embedded().clone();
        let first = base.clone().with("ar", "test", "a\tb\n1\tx|y\n").unwrap();
        let second = first.clone().with("ar", "test", "a\tb\n2\tz\n").unwrap();
        let table = second.table("ar", "test");
        let cells: Vec<_> = table.rows().map(|row| (row.number::<u8>("a"), row.list("b").count())).collect();
        assert_eq!(cells, [(Some(2), 1), (Some(1), 2)]);
        assert_ne!(base.fingerprint(), first.fingerprint());
        let replaced = second.with("ar", "test", "#replace\na\tb\n3\tw\n").unwrap();
        assert_eq!(replaced.table("ar", "test").rows().count(), 1);
    }
}
