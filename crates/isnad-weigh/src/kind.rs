//! Which kinds of events two accounts may be telling of when they tell of the same one. It holds no words.

use isnad_ledger::EventType::{self, *};

/// How well two kinds go together: 2 the same, 1 two words for one thing, 0 open, -1 hardly.
pub(crate) fn kinship(a: EventType, b: EventType) -> i32 {
    if a == b {
        return if matches!(a, Other | Killing) { 1 } else { 2 };
    }
    if matches!(a, Other) || matches!(b, Other) {
        return 0;
    }
    let family = |kind| FAMILIES.iter().enumerate().filter(move |(_, f)| f.contains(&kind)).map(|(i, _)| i);
    if family(a).any(|x| family(b).any(|y| x == y)) {
        1
    } else if open(a) || open(b) {
        0
    } else {
        -1
    }
}

/// Kinds that say so little that they may be part of any other.
fn open(kind: EventType) -> bool {
    matches!(kind, Killing | Campaign | SecurityOperation | Displacement | Assault)
}

/// Kinds that one event is called by different accounts.
const FAMILIES: &[&[EventType]] = &[
    &[Raid, Arrest, SecurityOperation, Campaign, Killing, Shooting, Clash, Abduction, Assault],
    &[Raid, Airstrike, SecurityOperation],
    &[Airstrike, Shelling, Explosion, Killing, Displacement],
    &[Explosion, Fire, Sinking, Collapse],
    &[Sinking, Fire, Seizure],
    &[Seizure, Raid, Arrest, SecurityOperation, Campaign],
    &[Arrest, Abduction, DeathInCustody, Killing],
    &[Clash, Shooting, Shelling, Assault, Killing],
    &[Protest, Shooting, Arrest, Killing, Clash, Assault],
    &[Arrest, Trial],
    &[Collapse, Killing],
];

/// Kinds that are background more often than the matter of a report.
pub(crate) fn background(kind: EventType) -> bool {
    matches!(kind, Campaign | Agreement | Trial | Displacement | Other)
}

#[cfg(test)]
mod tests {
    use super::kinship;
    use isnad_ledger::EventType::*;

    #[test]
    fn two_words_for_one_thing() {
        assert_eq!(kinship(Shelling, Shelling), 2);
        assert_eq!(kinship(Raid, Shooting), 1);
        assert_eq!(kinship(Shelling, Airstrike), 1);
        assert_eq!(kinship(Fire, Protest), -1);
        assert_eq!(kinship(Fire, Killing), 0);
        assert_eq!(kinship(Agreement, Airstrike), -1);
    }
}
