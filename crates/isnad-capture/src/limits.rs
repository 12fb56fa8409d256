//! Caps on what is taken in. Input is hostile: without a cap one file could use up the machine.

/// Caps on sizes and depths; the defaults are far above real reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a text or of one line of JSON Lines.
    pub text: u64,
    /// Bytes of a page.
    pub page: u64,
    /// Elements inside each other on a page; what lies deeper is left out.
    pub depth: usize,
    /// Bytes that compressed input may grow to, for each of its own bytes.
    pub expansion: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { text: 64 << 20, page: 16 << 20, depth: 400, expansion: 200 }
    }
}
