//! Where a command writes: standard output, or the file of `--out`. Colours are left out where nobody would see them.

use crate::hint::{self, WithHint};
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// Opens `path` for writing, or standard output if there is none.
pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    Ok(match path {
        Some(path) => Box::new(BufWriter::new(anstream::StripStream::new(create(path)?))),
        None => Box::new(BufWriter::new(anstream::AutoStream::auto(io::stdout()))),
    })
}

/// The same for output without colours, such as JSON: nothing is looked for and taken out.
pub(crate) fn open_plain(path: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    Ok(match path {
        Some(path) => Box::new(BufWriter::with_capacity(BUFFER, create(path)?)),
        None => Box::new(BufWriter::with_capacity(BUFFER, io::stdout())),
    })
}

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 16;

fn create(path: &Path) -> anyhow::Result<File> {
    File::create(path)
        .map_err(|error| hint::file(path, &error))
        .hint("give --out a file in a folder that exists and can be written to")
}

/// Whether the error is only that the reader of our output went away (`isnad read … | head`).
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
