//! The tense of the clause around an expression: the nearest word before it that tells, else the nearest behind it. Arabic
//! future verbs and English past participles are known by their shape, the rest by the language's table.

use crate::sense::{Role, Sense, Tense};
use crate::unit::{Kind, Unit};
use isnad_text::{Text, TokenKind};

/// How many units before an expression are looked at, and how many behind.
const BEFORE: usize = 16;
const BEHIND: usize = 10;

/// What the clause around `units[from..to]` speaks of, and how far before it that is said (0 = behind it).
pub(crate) fn around(text: &Text<'_>, units: &[Unit<'_>], from: usize, to: usize) -> Option<(Tense, usize)> {
    let mut passed_to = false;
    for back in 1..=BEFORE.min(from) {
        let unit = &units[from - back];
        if ends_sentence(units, from - back) || units[from - back + 1].after_line() {
            break;
        }
        if let Some(tense) = of(text, unit) {
            // Called for a strike on Thursday looks ahead, called on Thursday for a strike does not.
            let asked = tense == Tense::Demand && passed_to;
            return Some((if asked { Tense::Future } else { tense }, back));
        }
        passed_to |= unit.senses().contains(&Sense::Role(Role::To));
    }
    for at in to..units.len().min(to + BEHIND) {
        if ends_sentence(units, at) || units[at].after_line() {
            break;
        }
        if let Some(tense) = of(text, &units[at]) {
            return Some((if tense == Tense::Promised { Tense::Past } else { tense }, 0));
        }
    }
    None
}

fn ends_sentence(units: &[Unit<'_>], at: usize) -> bool {
    match units[at].kind {
        Kind::Mark('.') => {
            units.get(at + 1).is_none_or(|next| next.after_space() && (next.is_capital() || !is_latin(next)))
        }
        Kind::Mark('!' | '?' | '…' | ';') => true,
        _ => false,
    }
}

fn is_latin(unit: &Unit<'_>) -> bool {
    matches!(unit.kind, Kind::Gap | Kind::Word(_)) && unit.is_capital()
}

fn of(text: &Text<'_>, unit: &Unit<'_>) -> Option<Tense> {
    let told = unit.senses().iter().find_map(|sense| match sense {
        Sense::Tense(tense) => Some(*tense),
        _ => None,
    });
    match told {
        Some(Tense::None) => None,
        // ستقدم is no past verb with a particle written onto it.
        Some(_) if is_arabic_future(text.form(unit.token as usize)) => Some(Tense::Future),
        // Under an article or a preposition a form that could be a past verb is a noun.
        Some(Tense::Past | Tense::Said | Tense::Lasting | Tense::Demand)
            if unit.has_article() || unit.has_preposition() =>
        {
            None
        }
        // Will be held, to be found: the auxiliary tells.
        Some(tense) if tense != Tense::Future && is_after_be(text, unit.token as usize) => None,
        Some(tense) => Some(tense),
        None if matches!(unit.kind, Kind::Gap) => by_shape(text, unit.token as usize),
        None => None,
    }
}

/// سيعقد, ستعقد, وسنعقد.
fn is_arabic_future(form: &str) -> bool {
    let stem = form.strip_prefix(['و', 'ف']).unwrap_or(form);
    stem.chars().count() >= 5 && ["سي", "ست", "سن"].iter().any(|prefix| stem.starts_with(prefix))
}

/// To be announced and will be held are no past, and had been moved is one by its had.
fn is_after_be(text: &Text<'_>, token: usize) -> bool {
    token.checked_sub(1).is_some_and(|before| matches!(text.form(before), "be" | "been"))
}

fn by_shape(text: &Text<'_>, token: usize) -> Option<Tense> {
    let form = text.form(token);
    match text.tokens().get(token)?.kind {
        TokenKind::Arabic => {
            if is_arabic_future(form) {
                return Some(Tense::Future);
            }
            let stem = form.strip_prefix(['و', 'ف']).unwrap_or(form);
            let letters = stem.chars().count();
            // انطلقت, ارتفعت, استقبلت: verbs of the derived forms with the feminine ending.
            let verb = letters >= 5 && stem.starts_with('ا') && !stem.starts_with("ال") && stem.ends_with('ت');
            (verb && !stem.ends_with("ات")).then_some(Tense::Past)
        }
        TokenKind::Latin => {
            let capital = text.tokens()[token].is_capital();
            (!is_after_be(text, token) && form.len() > 4 && form.ends_with("ed") && !form.ends_with("eed") && !capital)
                .then_some(Tense::Past)
        }
        _ => None,
    }
}
