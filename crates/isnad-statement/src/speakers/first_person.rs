//! "I", "we" and "my brother" inside somebody's words: who speaks them is who is quoted. Other pronouns are in `pronoun`.

use super::memory::Referent;
use super::party::{Setting, unnamed};
use super::{phrase, write};
use isnad_ledger::{SourceKind, Statement};

/// Resolves sources in the first person to the speakers of the statements that hold them.
pub(super) fn resolve(
    setting: &Setting<'_, '_>,
    statements: &mut [Statement],
    speakers: &mut [Vec<Referent>],
    outer: &[Option<usize>],
) {
    for at in 0..statements.len() {
        let Some(outer) = outer[at].filter(|outer| !speakers[*outer].is_empty()) else { continue };
        let Some(source) = phrase(setting.text, &statements[at].source) else { continue };
        let who = match setting.form(source.start) {
            "i" | "we" | "me" | "us" | "انا" | "نحن" if source.len() == 1 => speakers[outer].clone(),
            "my" | "our" if !setting.words.arabic => {
                let [owner] = speakers[outer].as_slice() else { continue };
                let head = setting.head_at(&source).and_then(|at| setting.words.head(setting.form(at)));
                let Some(head) = head else { continue };
                let plural = head.plural || matches!(&*head.gloss, "family" | "relatives");
                let name = format!("{} of {}", head.gloss, owner.name);
                vec![Referent { plural, ..unnamed(name, SourceKind::Anonymous) }]
            }
            _ => continue,
        };
        write(&mut statements[at], &who);
        speakers[at] = who;
    }
}
