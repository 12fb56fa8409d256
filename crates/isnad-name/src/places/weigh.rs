//! How much the evidence for a mention is worth, and how much is needed: a well-known name needs little, an everyday word
//! much, and a country or capital must be a place and not a government.

use super::context::{Relation, Role};
use super::evidence::{Dateline, Evidence};
use super::kind::PlaceKind;
use super::scan::{Found, Name};

/// A mention counts as a place from here on.
pub(crate) const ENOUGH: f64 = 2.0;
/// From here on it also speaks for the other mentions of its place.
pub(crate) const STRONG: f64 = 3.0;
/// What lying in a linked place is worth.
pub(crate) const LINKED: f64 = 3.0;

/// How easily a name is taken for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ease {
    /// Known, and nothing but a place.
    Known,
    /// Also an everyday word, though mostly a place after a preposition.
    Common,
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
            Found { row, .. } if row.word => Ease::Word,
            Found { row, .. } if row.seat || row.kind == PlaceKind::Country => Ease::Seat,
            Found { row, .. } if row.common => Ease::Common,
            _ => Ease::Known,
        }
    }

    /// Whether the name alone says little.
    fn is_weak(self) -> bool {
        matches!(self, Ease::Common | Ease::Word | Ease::Installed)
    }
}

/// The worth of what stands around a mention that means `found`. `home` is how much the report is about its country, from
/// 0 to 1, if that is known.
pub(crate) fn weigh(name: &Name<'_>, found: &Found<'_>, seen: &Evidence, home: Option<f64>) -> f64 {
    let ease = match Ease::of(found) {
        Ease::Known if name.given && found.row.population < 5 => Ease::Common,
        ease => ease,
    };
    if seen.veto {
        return -5.0;
    }
    base(name, ease)
        + role(found, seen, ease)
        + relation(name, seen, ease)
        + direction(name, seen, ease)
        + dateline(seen, ease)
        + homeland(name, found, seen, ease, home)
}

fn base(name: &Name<'_>, ease: Ease) -> f64 {
    match ease {
        Ease::Known => 2.0,
        _ if ease.is_weak() && name.long => 1.0,
        _ => 0.0,
    }
}

fn role(found: &Found<'_>, seen: &Evidence, ease: Ease) -> f64 {
    let fits = seen.kinds.is_empty() || seen.kinds.has(found.row.kind);
    match (seen.role, ease) {
        (None, _) => 0.0,
        (Some(Role::Is), _) if fits => 3.0,
        // أحياء عدن is the town, دولة قطر the government.
        (Some(Role::Weak), Ease::Seat) if fits && found.row.kind == PlaceKind::Town => 2.0,
        (Some(Role::Is | Role::Weak), Ease::Seat) => 0.0,
        (Some(Role::Weak), _) if fits => 1.5,
        (Some(Role::Is | Role::Weak), _) => 0.0,
        // مجلس and مدخل stand before anything.
        (Some(Role::Of), Ease::Installed) => 0.0,
        (Some(Role::Body), Ease::Known) => 2.0,
        (Some(Role::Body), Ease::Common | Ease::Word) => 0.5,
        (Some(Role::Body), _) => 0.0,
        (Some(Role::Of), _) if ease.is_weak() => 1.0,
        (Some(Role::Of), _) => 2.0,
    }
}

fn relation(name: &Name<'_>, seen: &Evidence, ease: Ease) -> f64 {
    let Some(relation) = seen.relation else { return 0.0 };
    match (relation, ease) {
        (Relation::In | Relation::To, Ease::Known | Ease::Seat) => 2.0,
        (Relation::In, _) if name.latin => 2.0,
        (Relation::In, _) => 1.0,
        (Relation::Near, _) => beside(name, ease),
        (Relation::From | Relation::Of, Ease::Known) => 1.0,
        (Relation::From, Ease::Seat) if !name.latin => 1.0,
        (Relation::From | Relation::To, Ease::Common) => 0.5,
        _ => 0.0,
    }
}

fn direction(name: &Name<'_>, seen: &Evidence, ease: Ease) -> f64 {
    match (seen.direction, seen.metres) {
        (_, Some(_)) if ease == Ease::Installed => beside(name, ease),
        (_, Some(_)) => 3.0,
        (Some(_), None) => beside(name, ease),
        (None, None) => 0.0,
    }
}

/// What `near` or `north of` is worth: things that are no places also have a near side, but hardly in Latin capitals.
fn beside(name: &Name<'_>, ease: Ease) -> f64 {
    match ease {
        Ease::Known | Ease::Seat => 3.0,
        Ease::Common | Ease::Word => 2.0,
        Ease::Installed if name.latin => 2.5,
        Ease::Installed => 1.5,
    }
}

fn dateline(seen: &Evidence, ease: Ease) -> f64 {
    match (seen.dateline, ease) {
        (Dateline::No, _) | (Dateline::Colon, Ease::Seat | Ease::Installed) => 0.0,
        (Dateline::Colon, _) => 2.0,
        (Dateline::Dash, Ease::Installed) => 1.0,
        (Dateline::Dash, _) => 3.0,
    }
}

/// Small places are named where their country is reported on.
fn homeland(name: &Name<'_>, found: &Found<'_>, seen: &Evidence, ease: Ease, home: Option<f64>) -> f64 {
    let fits = seen.kinds.is_empty() || seen.kinds.has(found.row.kind);
    let large = (found.row.population >= 5 && fits) || found.row.country.is_empty();
    match (home, ease) {
        (None, _) | (_, Ease::Seat) => 0.0,
        (Some(0.0), Ease::Known) if large || name.long => 0.0,
        (Some(0.0), Ease::Known | Ease::Installed) => -1.5,
        (Some(0.0), _) => -1.0,
        (Some(home), Ease::Common) if home >= 0.5 => 1.0,
        (Some(home), Ease::Word | Ease::Installed) if home >= 0.5 => 0.5,
        _ => 0.0,
    }
}
