//! Positions on whether it happened at all. Accounts of it count only where somebody says that it did not.

use super::{Asked, Entry, Stand};
use crate::claim::Answer;
use isnad_ledger::{QuestionKind, Value};

pub(super) fn asked(entries: &[Entry]) -> Option<Asked> {
    let all =
        |answer: &Answer| -> Vec<usize> { (0..entries.len()).filter(|&at| entries[at].answer == answer).collect() };
    let (happened, nothing) = (all(&Answer::Happened), all(&Answer::Nothing));
    if nothing.is_empty() {
        return None;
    }
    let value = Some(Value::Text("it happened".to_owned()));
    let mut stands = Vec::new();
    let mut conflicts = Vec::new();
    if !happened.is_empty() {
        stands.push(Stand { value: value.clone(), by: happened, ..Stand::default() });
        conflicts.push((0, 1, "the one denies the other"));
    }
    stands.push(Stand { denies: value, by: nothing, ..Stand::default() });
    Some(Asked { question: QuestionKind::Occurred, about: None, stands, conflicts })
}
