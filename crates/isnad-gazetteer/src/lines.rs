//! Lines of a file that may be hostile: numbered from 1, never longer in memory than a cap. What a file is packed in is
//! for `packed` to see.

use crate::packed;
use std::io::{self, BufRead};
use std::path::Path;

/// Bytes of the longest line that is read; a longer one is skipped over without being kept.
pub(crate) const LONGEST: usize = 1 << 18;

/// A file's lines.
pub(crate) struct Lines<R> {
    reader: R,
    number: u64,
    line: Vec<u8>,
}

/// One line.
pub(crate) enum Line<'l> {
    /// Its bytes, without the line break.
    Bytes(&'l [u8]),
    /// It is longer than the cap.
    TooLong,
}

/// Opens a file's lines.
pub(crate) fn open(file: &Path) -> io::Result<Lines<Box<dyn BufRead>>> {
    packed::open(file).map(Lines::new)
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(reader: R) -> Lines<R> {
        Lines { reader, number: 0, line: Vec::new() }
    }

    /// The next line with its number; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        self.line.clear();
        let (mut any, mut long) = (false, false);
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            any = true;
            let end = memchr::memchr(b'\n', buffer);
            let part = &buffer[..end.unwrap_or(buffer.len())];
            long |= self.line.len() + part.len() > LONGEST;
            if !long {
                self.line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.reader.consume(used);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        let line = if self.number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        Ok(Some((self.number, if long { Line::TooLong } else { Line::Bytes(line) })))
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Line, Lines};

    #[test]
    fn a_line_of_any_length_costs_no_memory() {
        let long = "x".repeat(3 * LONGEST);
        let text = format!("\u{feff}a,b\r\n{long}\n\nlast");
        let mut lines = Lines::new(text.as_bytes());
        let mut seen = Vec::new();
        while let Some((number, line)) = lines.next().unwrap() {
            seen.push((
                number,
                match line {
                    Line::Bytes(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
                    Line::TooLong => "too long".to_owned(),
                },
            ));
        }
        let expected = [(1, "a,b"), (2, "too long"), (3, ""), (4, "last")];
        assert_eq!(seen, expected.map(|(number, line)| (number, line.to_owned())));
        assert!(lines.line.capacity() <= 2 * LONGEST);
    }
}
