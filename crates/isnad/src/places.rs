//! The installed gazetteers, for every command that reads reports. Without any, the one built in is used alone.

use crate::hint;
use isnad_gazetteer::Store;
use isnad_name::PlaceIndex;

/// All installed gazetteers. One that cannot be opened costs a message and leaves the others.
pub(crate) fn installed() -> Vec<PlaceIndex> {
    let Ok(store) = Store::of_user() else { return Vec::new() };
    let files = store.files().unwrap_or_else(|error| {
        hint::fail(&error.to_string(), error.hint());
        Vec::new()
    });
    let open = |file: &std::path::PathBuf| {
        isnad_gazetteer::open(file).map_err(|error| hint::fail(&error.to_string(), error.hint())).ok()
    };
    files.iter().filter_map(open).collect()
}
