//! From a gazetteer's file to an index file: row by row, the rows written as they come, only names' hashes kept in memory.

use crate::alternates::Alternates;
use crate::columns::Columns;
use crate::entry::Entry;
use crate::error::GazetteerError;
use crate::geonames::{self, Divisions};
use crate::lines::{self, Line};
use crate::store::Source;
use isnad_name::IndexBuilder;
use rustc_hash::{FxHashSet, FxHasher};
use std::fs::File;
use std::hash::{Hash, Hasher};
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Problems that are named; the others are counted.
const MOST_PROBLEMS: usize = 20;

/// What came of a gazetteer's file.
#[derive(Debug, Default)]
pub struct Added {
    /// Places in the index.
    pub rows: u64,
    /// Rows that could not be used.
    pub skipped: u64,
    /// The first of them.
    pub problems: Vec<Problem>,
}

/// A row that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its line, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub text: String,
}

/// Writes the index of a gazetteer to `to`.
pub(crate) fn compile(source: &Source, to: &Path) -> Result<Added, GazetteerError> {
    let failed = |file: &Path| {
        let file = file.to_owned();
        move |source: io::Error| GazetteerError::Io { file, source }
    };
    let mut compiler = Compiler {
        builder: IndexBuilder::default(),
        out: BufWriter::with_capacity(1 << 18, File::create(to).map_err(failed(to))?),
        bytes: Vec::new(),
        ids: FxHashSet::default(),
        added: Added::default(),
    };
    let first = first_line(&source.file).map_err(failed(&source.file))?;
    if Alternates::are_in(&first) {
        return Err(GazetteerError::Names { file: source.file.clone() });
    }
    if geonames::is_dump(&first) {
        let divisions = divisions(&source.file).map_err(failed(&source.file))?;
        let names = source.names.as_deref();
        let alternates =
            names.map(|names| Alternates::read(names).map_err(failed(names))).transpose()?.unwrap_or_default();
        compiler.read(&source.file, false, |compiler, number, line| {
            match geonames::entry(line, &divisions, &alternates) {
                Ok(Some(entry)) => compiler.add(number, &entry),
                Ok(None) => Ok(()),
                Err(problem) => compiler.problem(number, problem),
            }
        })
    } else {
        let mut columns = Columns::new(&first).ok_or_else(|| GazetteerError::Unknown { file: source.file.clone() })?;
        if columns.has_regions() {
            each_line(&source.file, |line| columns.note_region(line)).map_err(failed(&source.file))?;
        }
        compiler.read(&source.file, true, |compiler, number, line| match columns.entry(line) {
            Ok(Some(entry)) => compiler.add(number, &entry),
            Ok(None) => Ok(()),
            Err(problem) => compiler.problem(number, problem),
        })
    }
    .map_err(failed(&source.file))?;
    if compiler.builder.rows() == 0 {
        let first = compiler.added.problems.first().map(|problem| format!("line {}: {}", problem.line, problem.text));
        return Err(GazetteerError::Empty { file: source.file.clone(), first });
    }
    compiler.finish().map_err(failed(to))
}

struct Compiler {
    builder: IndexBuilder,
    out: BufWriter<File>,
    bytes: Vec<u8>,
    ids: FxHashSet<u64>,
    added: Added,
}

impl Compiler {
    fn read(
        &mut self,
        file: &Path,
        header: bool,
        mut each: impl FnMut(&mut Compiler, u64, &[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut lines = lines::open(file)?;
        while let Some((number, line)) = lines.next()? {
            match line {
                Line::Bytes(bytes) if bytes.is_empty() || (header && number == 1) => {}
                Line::Bytes(bytes) => each(self, number, bytes)?,
                Line::TooLong => self.problem(number, format!("longer than {} bytes", lines::LONGEST))?,
            }
        }
        Ok(())
    }

    fn add(&mut self, number: u64, entry: &Entry<'_>) -> io::Result<()> {
        let mut row = match entry.row() {
            Ok(row) => row,
            Err(problem) => return self.problem(number, problem),
        };
        let key;
        if row.key.is_empty() {
            key = format!("row:{number}");
            row.key = &key;
        } else {
            let mut hasher = FxHasher::default();
            row.key.hash(&mut hasher);
            if !self.ids.insert(hasher.finish()) {
                return self.problem(number, format!("the id {} stands in an earlier row", row.key));
            }
        }
        self.bytes.clear();
        if !self.builder.add(&row, entry.all_names(), &mut self.bytes) {
            return self.problem(number, "the index is full".to_owned());
        }
        self.out.write_all(&self.bytes)
    }

    fn problem(&mut self, line: u64, text: String) -> io::Result<()> {
        self.added.skipped += 1;
        if self.added.problems.len() < MOST_PROBLEMS {
            self.added.problems.push(Problem { line, text });
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<Added> {
        self.ids = FxHashSet::default();
        self.added.rows = self.builder.rows();
        self.builder.finish(&mut |part| self.out.write_all(part))?;
        self.out.into_inner()?.sync_all()?;
        Ok(self.added)
    }
}

fn first_line(file: &Path) -> io::Result<Vec<u8>> {
    let mut lines = lines::open(file)?;
    Ok(match lines.next()? {
        Some((_, Line::Bytes(bytes))) => bytes.to_vec(),
        _ => Vec::new(),
    })
}

/// A first pass over a dump: its divisions may stand after the places that lie in them.
fn divisions(file: &Path) -> io::Result<Divisions> {
    let mut divisions = Divisions::default();
    each_line(file, |line| {
        if memchr::memmem::find(line, b"\tADM1\t").is_some() {
            divisions.extend(geonames::division(line));
        }
    })?;
    Ok(divisions)
}

fn each_line(file: &Path, mut each: impl FnMut(&[u8])) -> io::Result<()> {
    let mut lines = lines::open(file)?;
    while let Some((_, line)) = lines.next()? {
        if let Line::Bytes(bytes) = line {
            each(bytes);
        }
    }
    Ok(())
}
