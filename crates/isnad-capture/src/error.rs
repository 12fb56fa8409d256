//! What can go wrong at a door, said so that somebody can act on it.

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {problem}")]
pub struct CaptureError {
    /// The file and, where there is one, the line or record in it: `reports.jsonl, line 3`.
    pub place: String,
    /// What is wrong with it.
    pub problem: String,
    /// What can be done about it, as one line.
    pub hint: String,
}

impl CaptureError {
    pub(crate) fn new(place: impl Into<String>, problem: impl ToString, hint: impl Into<String>) -> CaptureError {
        CaptureError { place: place.into(), problem: problem.to_string(), hint: hint.into() }
    }
}
