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
        Some(path) => {
            let file = File::create(path)
                .map_err(|error| hint::file(path, &error))
                .hint("give --out a file in a folder that exists and can be written to")?;
            Box::new(BufWriter::new(anstream::StripStream::new(file)))
        }
        None => Box::new(BufWriter::new(anstream::AutoStream::auto(io::stdout()))),
    })
}

/// Whether the error is only that the reader of our output went away (`isnad read … | head`).
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
