//! What can go wrong with a whole file. A bad row is no error: it is counted, named and skipped.

use std::{io, path::PathBuf};

/// A gazetteer that could not be installed or opened.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// A file could not be read or written.
    #[error("{file}: {source}")]
    Io {
        /// Which file.
        file: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The first line is of no gazetteer that is known.
    #[error("{file}: no gazetteer: its first line names no columns that are known")]
    Unknown {
        /// Which file.
        file: PathBuf,
    },
    /// It holds more names for another file's places.
    #[error("{file}: more names for places, without places of its own")]
    Names {
        /// Which file.
        file: PathBuf,
    },
    /// No row could be used.
    #[error("{file}: no place in it{}", .first.as_ref().map(|first| format!(" ({first})")).unwrap_or_default())]
    Empty {
        /// Which file.
        file: PathBuf,
        /// What is wrong with the first row that was skipped.
        first: Option<String>,
    },
    /// An index is broken or of another version.
    #[error("{file}: not an index of places that this version can read")]
    Index {
        /// Which file.
        file: PathBuf,
    },
    /// The system names no folder for a user's data.
    #[error("no folder for installed gazetteers")]
    NoFolder,
}

impl GazetteerError {
    /// What the user can do about it, as one line.
    pub fn hint(&self) -> &'static str {
        match self {
            GazetteerError::Io { .. } => {
                "check that the file is there, whole, can be read, and that there is room on the disk"
            }
            GazetteerError::Unknown { .. } => {
                "give a GeoNames dump (SY.zip) or a CSV or TSV file with a header such as name_ar,name_en,lat,lon,country"
            }
            GazetteerError::Names { .. } => {
                "give it with the dump that it belongs to: isnad places add SY.zip --names FILE"
            }
            GazetteerError::Empty { .. } => "every row needs a name and coordinates in degrees",
            GazetteerError::Index { .. } => "add its gazetteer again: isnad places add FILE",
            GazetteerError::NoFolder => "set ISNAD_PLACES to a folder",
        }
    }
}
