//! The folder of installed gazetteers: one index file each, written beside its final name and then renamed, so that readers
//! see the old one or the new one and never half of one.

use crate::compile::{Added, compile};
use crate::error::GazetteerError;
use isnad_name::PlaceIndex;
use memmap2::Mmap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::{env, io};

const ENDING: &str = "index";

/// A gazetteer to install.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its file, perhaps with gzip: a GeoNames dump, or a CSV or TSV file with a header.
    pub file: PathBuf,
    /// GeoNames' alternateNames file for a dump.
    pub names: Option<PathBuf>,
}

/// A folder of installed gazetteers.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

impl Store {
    /// The user's own: the folder in `ISNAD_PLACES`, else `isnad/places` in the folder for a user's data.
    ///
    /// # Errors
    /// [`GazetteerError::NoFolder`] if the system names none.
    pub fn of_user() -> Result<Store, GazetteerError> {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let data = || {
            set("XDG_DATA_HOME")
                .or_else(|| set("APPDATA"))
                .or_else(|| Some(set("HOME")?.join(".local").join("share")))
                .map(|data| data.join("isnad").join("places"))
        };
        Ok(Store { folder: set("ISNAD_PLACES").or_else(data).ok_or(GazetteerError::NoFolder)? })
    }

    /// The one in a folder, which need not be there yet.
    pub fn at(folder: PathBuf) -> Store {
        Store { folder }
    }

    /// Installs a gazetteer under its file's name; one of that name that is there is replaced.
    ///
    /// # Errors
    /// [`GazetteerError`] if the file cannot be read, is no gazetteer or has no usable row, or the index cannot be written.
    pub fn add(&self, source: &Source) -> Result<Added, GazetteerError> {
        fs::create_dir_all(&self.folder).map_err(|source| self.failed(&self.folder, source))?;
        let file = source.file.file_name().unwrap_or_default().to_string_lossy();
        let name = file.split('.').next().filter(|name| !name.is_empty()).unwrap_or("places");
        let (part, index) = (self.folder.join(format!("{name}.part")), self.folder.join(format!("{name}.{ENDING}")));
        let added = compile(source, &part).and_then(|added| {
            fs::rename(&part, &index).map_err(|source| self.failed(&index, source))?;
            Ok(added)
        });
        if added.is_err() {
            // The error that is told is the one that came first.
            let _ = fs::remove_file(&part);
        }
        added
    }

    /// All installed indexes, by name. A folder that is not there has none.
    ///
    /// # Errors
    /// [`GazetteerError`] names an index that cannot be opened.
    pub fn open(&self) -> Result<Vec<PlaceIndex>, GazetteerError> {
        self.files()?.iter().map(|file| open(file)).collect()
    }

    /// The files of all installed indexes, by name.
    ///
    /// # Errors
    /// [`GazetteerError::Io`] if the folder cannot be read.
    pub fn files(&self) -> Result<Vec<PathBuf>, GazetteerError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(|source| self.failed(&self.folder, source))?,
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
            .collect();
        files.sort();
        Ok(files)
    }

    fn failed(&self, file: &Path, source: io::Error) -> GazetteerError {
        GazetteerError::Io { file: file.to_owned(), source }
    }
}

/// Opens an index file.
///
/// # Errors
/// [`GazetteerError`] if it cannot be read or is no index of this version.
#[allow(unsafe_code, reason = "mapping a file is unsafe by nature")]
pub fn open(path: &Path) -> Result<PlaceIndex, GazetteerError> {
    let failed = |source| GazetteerError::Io { file: path.to_owned(), source };
    let file = File::open(path).map_err(failed)?;
    // SAFETY: index files are only ever replaced by renaming, so a mapped one keeps its bytes; what they hold is checked
    // at every access.
    let map = unsafe { Mmap::map(&file) }.map_err(failed)?;
    PlaceIndex::new(map).map_err(|_| GazetteerError::Index { file: path.to_owned() })
}
