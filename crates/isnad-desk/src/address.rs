//! Paths of pages: ids of whatever content written so that they stay one segment of a local path.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~').remove(b':');
/// Bytes of an id that its page's path may carry; a longer one is named by its number.
pub(crate) const LONGEST: usize = 120;

/// An id as one segment of a path, or one value of a query.
pub(crate) fn segment(id: &str) -> String {
    utf8_percent_encode(id, KEPT).to_string()
}

/// Whether a path leads to a page of this desk and nowhere else.
pub(crate) fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n'])
        && path.bytes().all(|byte| (0x21..0x7f).contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{is_local, segment};

    #[test]
    fn ids_stay_one_segment() {
        assert_eq!(segment("a/../b?c#d"), "a%2F%2E%2E%2Fb%3Fc%23d");
        assert_eq!(segment("تقرير"), "%D8%AA%D9%82%D8%B1%D9%8A%D8%B1");
        assert_eq!(segment("person:khaled-al-masoud"), "person:khaled-al-masoud");
    }

    #[test]
    fn only_local_paths_are_followed() {
        assert!(is_local("/incidents?kind=raid"));
        for path in ["//example.org", "https://example.org", "/\\example.org", "/a\r\nSet-Cookie: b", ""] {
            assert!(!is_local(path), "{path}");
        }
    }
}
