//! Installs gazetteers: files of GeoNames, Who's On First and others in, one memory-mapped index of places each out. This
//! is the only crate that opens such files; what a place's name means in a text is isnad-name's business.
//!
//! ```
//! use isnad_gazetteer::{Store, Source};
//! let folder = tempfile::tempdir()?;
//! let file = folder.path().join("mine.csv");
//! std::fs::write(&file, "name_ar,name_en,lat,lon,admin,country,pop,type,id\nكناكر,Kanaker,33.27,36.09,Rif Dimashq,SY,,locality,1\n")?;
//! let store = Store::at(folder.path().join("places"));
//! let added = store.add(&Source { file, names: None })?;
//! assert_eq!((added.rows, added.skipped), (1, 0));
//! let index = &store.open()?[0];
//! assert_eq!(index.find("كناكر")[0].name, "Kanaker");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alternates;
mod columns;
mod compile;
mod entry;
mod error;
mod geonames;
mod lines;
mod packed;
mod store;

pub use compile::{Added, Problem};
pub use error::GazetteerError;
pub use store::{Source, Store, open};
