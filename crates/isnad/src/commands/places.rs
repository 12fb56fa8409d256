//! `isnad places`: installs gazetteers and finds places by name. It reads no reports.

use crate::{exit::Exit, hint, hint::WithHint, out, places, tables};
use isnad_gazetteer::{Added, GazetteerError, Source, Store};
use isnad_name::{PlaceReader, PlaceRow};
use std::{io::Write, path::PathBuf};

const EXAMPLES: &str = "\
Examples:
  isnad places find كناكر                      every place of that name, the built-in ones first
  isnad places add SY.zip                      a GeoNames country dump, as it is given out
  isnad places add SY.zip --names alternateNamesV2.zip
  isnad places add places.csv.gz               a table with columns such as name_ar,name_en,lat,lon,admin,country
  isnad places add whosonfirst-data-admin-sy-latest.csv
  isnad places list                            what is installed

Gazetteers are kept in the folder ISNAD_PLACES, else in isnad/places in your data folder; delete a file to remove one.
Exit status: 0 if all went well, 1 if a file was no gazetteer or nothing was found.";

/// Install gazetteers, and find places by name
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Install gazetteers beside the one built in
    Add {
        /// GeoNames dumps, or CSV or TSV files with a header, also in .zip or .gz
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// GeoNames' alternateNames file, for more names of a dump's places
        #[arg(long, value_name = "FILE")]
        names: Option<PathBuf>,
    },
    /// Find the places of a name
    Find {
        /// In Arabic or Latin letters
        #[arg(required = true, value_name = "NAME")]
        name: Vec<String>,
        /// Print JSON Lines
        #[arg(long)]
        json: bool,
    },
    /// List the installed gazetteers
    List,
}

pub(crate) fn run(args: Args) -> anyhow::Result<Exit> {
    match args.action {
        Action::Add { files, names } => add(files, names),
        Action::Find { name, json } => find(&name.join(" "), json),
        Action::List => list(),
    }
}

fn store() -> anyhow::Result<Store> {
    Store::of_user().map_err(advised)
}

fn advised(error: GazetteerError) -> anyhow::Error {
    let advice = error.hint();
    match Err::<(), _>(error).hint(advice) {
        Err(error) => error,
        Ok(()) => anyhow::anyhow!("no error"),
    }
}

fn add(files: Vec<PathBuf>, names: Option<PathBuf>) -> anyhow::Result<Exit> {
    let store = store()?;
    let mut exit = Exit::Done;
    let mut out = out::open(None)?;
    for file in files {
        match store.add(&Source { file: file.clone(), names: names.clone() }) {
            Ok(Added { rows, skipped, problems }) => {
                for problem in &problems {
                    hint::warn(&format!("{}, line {}: {}", file.display(), problem.line, problem.text));
                }
                let unnamed = skipped - problems.len() as u64;
                if unnamed > 0 {
                    hint::warn(&format!("{}: {unnamed} more rows skipped", file.display()));
                }
                writeln!(out, "{}: {rows} places installed, {skipped} rows skipped", file.display())?;
            }
            Err(error) => {
                exit = Exit::Failed;
                hint::fail(&error.to_string(), error.hint());
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

fn find(name: &str, json: bool) -> anyhow::Result<Exit> {
    let tables = tables::load(None)?;
    let mut reader = PlaceReader::new(&tables);
    places::installed().into_iter().for_each(|index| reader.add_index(index));
    let found = reader.find(name);
    let mut out = out::open(None)?;
    for row in &found {
        if json {
            serde_json::to_writer(&mut out, &object(row))?;
            writeln!(out)?;
        } else {
            let within = row.within.rsplit('/').next().unwrap_or_default();
            let names = [row.name, row.name_ar].join(" ");
            writeln!(
                out,
                "{}\t{}\t{within}\t{}\t{:.2} {:.2}\tplace:{}",
                names.trim(),
                row.kind.name(),
                row.country,
                row.latitude,
                row.longitude,
                row.key
            )?;
        }
    }
    out.flush()?;
    if found.is_empty() {
        hint::fail(&format!("no place is called {name}"), "install a larger gazetteer: isnad places add FILE");
        return Ok(Exit::Failed);
    }
    Ok(Exit::Done)
}

fn object(row: &PlaceRow<'_>) -> serde_json::Value {
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    serde_json::json!({
        "id": format!("place:{}", row.key),
        "name": known(row.name),
        "name_ar": known(row.name_ar),
        "kind": row.kind.name(),
        "within": known(row.within),
        "country": known(row.country),
        "latitude": row.latitude,
        "longitude": row.longitude,
    })
}

fn list() -> anyhow::Result<Exit> {
    let mut out = out::open(None)?;
    for file in store()?.files().map_err(advised)? {
        match isnad_gazetteer::open(&file) {
            Ok(index) => writeln!(out, "{}\t{} places", file.display(), index.len())?,
            Err(error) => hint::fail(&error.to_string(), error.hint()),
        }
    }
    out.flush()?;
    Ok(Exit::Done)
}
