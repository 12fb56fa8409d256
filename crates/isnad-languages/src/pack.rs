//! The form of a table file, shared by the build script and by `--languages DIR`: comments out, cells counted.
//! It does not know what any table means.

/// Strips comments and blank lines and checks that every row has at most as many cells as the header.
///
/// # Errors
/// One line that names the row and what is wrong with it.
pub(crate) fn pack(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut columns = 0;
    for (number, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let line = line.trim_end_matches(['\r', '\t', ' ']);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.contains('\u{1}') {
            return Err(format!("line {}: a control character", number + 1));
        }
        let cells = line.split('\t').count();
        if columns == 0 {
            columns = cells;
        } else if cells > columns {
            return Err(format!("line {}: {cells} cells, but the header names {columns} columns", number + 1));
        }
        out.push_str(line);
        out.push('\n');
    }
    if columns == 0 { Err("no header line".to_owned()) } else { Ok(out) }
}

#[cfg(test)]
mod tests {
    use super::pack;

    #[test]
    fn comments_and_blank_lines_go() {
        assert_eq!(pack("# note\na\tb\n\n1\t2\n3\n").unwrap(), "a\tb\n1\t2\n3\n");
    }

    #[test]
    fn a_row_with_too_many_cells_is_named() {
        assert_eq!(pack("a\n1\t2\n").unwrap_err(), "line 2: 2 cells, but the header names 1 columns");
        assert_eq!(pack("# nothing\n").unwrap_err(), "no header line");
    }
}
