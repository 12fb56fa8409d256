//! How much the evidence for a mention is worth, and how much is needed: a well-known name needs little, an everyday word
//! much, and a country or capital must be a place and not a government.

use super::context::{Relation, Role};
use super::evidence::{Dateline, Evidence};
use super::kind::PlaceKind;
use super::scan::{Found, Name};

/// A mention counts as a place from here on.
pub(crate) const ENOUGH: f64 = 2.0;
/// From here on it also speaks for the other mentions of its name.
pub(crate) const STRONG: f64 = 3.0;
/// What a name that is a place elsewhere in the report is worth.
pub(crate) const ELSEWHERE: f64 = 2.0;
/// What lying in or near a linked place is worth.
pub(crate) const LINKED: f64 = 3.0;

/// How easily a name is taken for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ease {
    /// Known, and nothing but a place.
    Known,
    /// Also an everyday word or a person's name.
    Word,
    /// Also a government.
    Seat,
    /// Known from an installed gazetteer only, which also holds everyday words.
    Installed,
}

impl Ease {
    /// How easily a name is taken for this place.
    pub(crate) fn of(found: &Found<'_>) -> Ease {
        match found {
            Found { embedded: false, .. } => Ease::Installed,
            Found { row, .. } if row.seat || row.kind == PlaceKind::Country => Ease::Seat,
            Found { row, .. } if row.word => Ease::Word,
            _ => Ease::Known,
        }
    }
}

/// The worth of what stands around a mention that means `found`.
pub(crate) fn weigh(name: &Name<'_>, found: &Found<'_>, seen: &Evidence) -> f64 {
    let ease = Ease::of(found);
    let base = match ease {
        Ease::Known => 2.0,
        Ease::Word | Ease::Installed if name.long => 1.0,
        _ => 0.0,
    };
    let fits = seen.kinds.is_empty() || seen.kinds.has(found.row.kind);
    let role = match (seen.role, ease) {
        (Some(Role::Is), _) if fits => 3.0,
        (Some(Role::Is | Role::Weak), Ease::Seat) => 0.0,
        (Some(Role::Weak), _) if fits => 1.5,
        (Some(Role::Is | Role::Weak), _) => 0.5,
        (Some(Role::Of), Ease::Known | Ease::Seat) => 2.0,
        (Some(Role::Of), _) => 1.0,
        (None, _) => 0.0,
    };
    let relation = match (seen.relation, ease) {
        (Some(Relation::In), Ease::Known | Ease::Seat) => 2.0,
        (Some(Relation::In), _) if name.latin => 2.0,
        (Some(Relation::In), _) => 1.0,
        (Some(Relation::Near), Ease::Known | Ease::Seat) => 3.0,
        (Some(Relation::Near), Ease::Word) => 2.0,
        (Some(Relation::Near), Ease::Installed) => if name.latin { 2.5 } else { 1.5 },
        (Some(Relation::To), Ease::Seat | Ease::Known) => 2.0,
        (Some(Relation::From), Ease::Known) => 1.0,
        (Some(Relation::From), Ease::Seat) if !name.latin => 1.0,
        _ => 0.0,
    };
    let direction = match (seen.direction, seen.metres, ease) {
        (_, Some(_), _) => 3.0,
        (Some(_), None, Ease::Known | Ease::Seat) => 3.0,
        (Some(_), None, Ease::Word) => 2.0,
        (Some(_), None, Ease::Installed) => if name.latin { 2.5 } else { 1.5 },
        (None, None, _) => 0.0,
    };
    let dateline = match (seen.dateline, ease) {
        (Dateline::No, _) | (Dateline::Colon, Ease::Seat | Ease::Installed) => 0.0,
        (Dateline::Colon, _) => 2.0,
        (Dateline::Dash, Ease::Installed) => 1.5,
        (Dateline::Dash, _) => 3.0,
    };
    let veto = if seen.veto { -5.0 } else { 0.0 };
    base + role + relation + direction + dateline + veto
}
