//! Exit codes. What each command counts as a failure is its own business.

use std::process::ExitCode;

/// How a command ended, the better end first. Wrong usage is clap's own code, 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// All went well: 0.
    Done,
    /// Nothing could be done, or some of the inputs failed: 1.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        match exit {
            Exit::Done => ExitCode::SUCCESS,
            Exit::Failed => ExitCode::FAILURE,
        }
    }
}
