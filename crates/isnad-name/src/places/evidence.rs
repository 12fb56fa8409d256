//! What the words around a name say: its kind, a preposition, a direction, a distance, a dateline, a veto. Each mention is
//! looked at alone here; what mentions say of one another is in `links`.

use super::context::{Beside, Context, Relation, Role, within};
use super::fold::Phrase;
use super::kind::Kinds;
use super::scan::Mention;
use isnad_text::{Text, TokenKind};

/// What stands around a mention.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Evidence {
    /// The kinds that a noun beside it allows.
    pub(crate) kinds: Kinds,
    /// How that noun goes with it.
    pub(crate) role: Option<Role>,
    /// The preposition before it.
    pub(crate) relation: Option<Relation>,
    /// Number of the direction from it.
    pub(crate) direction: Option<usize>,
    /// Distance from it in metres.
    pub(crate) metres: Option<f64>,
    /// First token of the direction or distance, or of the name.
    pub(crate) start: usize,
    /// The token after the direction that follows, or after the name.
    pub(crate) end: usize,
    /// First token of all that belongs to it.
    pub(crate) reach: usize,
    /// First token of the noun before it, or of the name.
    pub(crate) noun: usize,
    /// It is part of another name.
    pub(crate) veto: bool,
    /// It begins a report.
    pub(crate) dateline: Dateline,
}

impl Evidence {
    /// Whether nothing speaks for a place.
    pub(crate) fn is_empty(&self) -> bool {
        self.role.is_none()
            && self.relation.is_none()
            && self.direction.is_none()
            && self.metres.is_none()
            && self.dateline == Dateline::No
    }
}

/// Whether a mention is a dateline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Dateline {
    #[default]
    No,
    /// `موسكو: …`, which may also be a speaker.
    Colon,
    /// `DAMASCUS (AP) –`.
    Dash,
}

/// Words looked at before a name.
const STEPS: usize = 7;

/// Looks around a mention. Nothing before `floor`, the end of the mention before, is looked at.
pub(crate) fn look(text: &Text<'_>, context: &Context, mention: &Mention, floor: usize) -> Evidence {
    let start = mention.tokens.start;
    let mut seen = Evidence { start, end: mention.tokens.end, reach: start, noun: start, ..Evidence::default() };
    let sentence = text.sentences().get(text.sentence_of(start)).map_or(0, |sentence| sentence.start);
    if mention.preposition == Some('ب') {
        seen.relation = Some(Relation::In);
    } else if !mention.conjunction {
        before(text, context, floor.max(sentence), &mut seen);
    }
    after(text, context, &mut seen);
    seen.dateline = dateline(text, mention, &seen);
    seen
}

fn before(text: &Text<'_>, context: &Context, floor: usize, seen: &mut Evidence) {
    let mut end = seen.reach;
    for _ in 0..STEPS {
        if end <= floor {
            break;
        }
        let token = &text.tokens()[end - 1];
        if matches!(token.kind, TokenKind::Mark('"' | '«' | '»' | '“' | '”' | '(' | '\'' | '‘' | '’')) {
            end -= 1;
            continue;
        }
        if token.mark() == Some('.') && end >= floor + 2 && is_title(text, context, end - 2) {
            seen.veto = true;
            break;
        }
        if end == seen.noun && token.is_capital() && context.is_given(Phrase::of(text.form(end - 1), |_| {})) {
            seen.veto = true;
            break;
        }
        if token.kind == TokenKind::Latin && matches!(text.form(end - 1), "the" | "nearby") {
            end -= 1;
            continue;
        }
        if let Some(start) = measure(text, context, floor, end, seen) {
            end = start;
            continue;
        }
        if let Some(found) = context.ending_at(text, floor, end) {
            let start = end - found.tokens;
            let cut = found.proclitic;
            match *found.value {
                Beside::Kind { role, kinds } => {
                    if seen.role.is_none() {
                        seen.noun = start;
                        (seen.role, seen.kinds) = (Some(role), kinds);
                    }
                }
                Beside::Direction(number) => {
                    if seen.direction.is_none() {
                        seen.direction = Some(number);
                        seen.start = start;
                    }
                }
                Beside::Preposition(relation) => {
                    seen.relation = seen.relation.filter(|known| *known != Relation::Of).or(Some(relation));
                }
                Beside::Veto => seen.veto |= seen.role.is_none(),
            }
            if cut.is_some_and(|cut| cut.preposition == Some('ب')) {
                seen.relation.get_or_insert(Relation::In);
            }
            seen.reach = start;
            end = start;
            let goes_on = match found.value {
                Beside::Preposition(relation) => matches!(relation, Relation::From | Relation::Of),
                Beside::Veto => false,
                _ => cut.is_none(),
            };
            if goes_on {
                continue;
            }
        } else if seen.role.is_none() && is_described(text, context, floor, end) {
            end -= 1;
            continue;
        }
        break;
    }
}

/// Whether a word before a stop is a title: Lt. Dana Kowalczyk.
fn is_title(text: &Text<'_>, context: &Context, token: usize) -> bool {
    context.before.longest(text, token).is_some_and(|found| matches!(found.value, Beside::Veto))
}

/// Whether the word before `end` is a definite adjective after العاصمة, المدينة or the like.
fn is_described(text: &Text<'_>, context: &Context, floor: usize, end: usize) -> bool {
    end >= floor + 2
        && text.form(end - 1).starts_with("ال")
        && text.form(end - 2).contains("ال")
        && context.ending_at(text, floor, end - 1).is_some_and(|found| matches!(found.value, Beside::Kind { .. }))
}

/// A number with a unit that ends at `end`; its first token.
fn measure(text: &Text<'_>, context: &Context, floor: usize, end: usize, seen: &mut Evidence) -> Option<usize> {
    if seen.metres.is_some() || !(seen.direction.is_some() || seen.relation == Some(Relation::From)) {
        return None;
    }
    let end = before_bracket(text, floor, end);
    let unit = (1..=2).rev().filter(|length| end > floor + length).find_map(|length| {
        let found = context.units.longest(text, end - length)?;
        (found.tokens == length).then_some((end - length, *found.value))
    })?;
    let number = unit.0 - 1;
    let hyphen = text.tokens()[number].mark() == Some('-');
    let number = if hyphen { number.checked_sub(1).filter(|number| *number >= floor)? } else { number };
    let count: f64 = match text.tokens()[number].kind {
        TokenKind::Number => text.form(number).replace([',', '،'], "").parse().ok()?,
        _ => return None,
    };
    if !(0.0..=2000.0 * 1000.0).contains(&(count * unit.1)) {
        return None;
    }
    seen.metres = Some(count * unit.1);
    (seen.start, seen.reach) = (number, number);
    seen.relation = None;
    Some(number)
}

/// Skips what stands in brackets before `end`: `35 km (22 miles) east of`.
fn before_bracket(text: &Text<'_>, floor: usize, end: usize) -> usize {
    if text.tokens()[end - 1].mark() != Some(')') {
        return end;
    }
    let inside = floor.max(end.saturating_sub(6))..end - 1;
    inside.rev().find(|token| text.tokens()[*token].mark() == Some('(')).filter(|open| *open > floor).unwrap_or(end)
}

fn after(text: &Text<'_>, context: &Context, seen: &mut Evidence) {
    let end = seen.end;
    if text.tokens().get(end).is_none_or(|token| token.after_line()) {
        return;
    }
    seen.veto |= seen.role.is_none() && titled(text, context, end);
    let Some(found) = within(&context.after, text, end) else { return };
    match *found.value {
        Beside::Kind { role, kinds } => {
            if role == Role::Of {
                seen.role.get_or_insert(Role::Of);
            } else {
                (seen.role, seen.kinds) = (Some(role), kinds);
            }
        }
        Beside::Direction(number) => {
            if seen.role == Some(Role::Of) && seen.direction.is_none() {
                seen.direction = Some(number);
                seen.end = end + found.tokens;
                seen.start = seen.noun;
            }
        }
        Beside::Veto => {
            // بيحان الآن is a site, في بيحان الآن a time.
            let placed = seen.relation.is_some() && text.tokens()[end].kind == TokenKind::Arabic;
            seen.veto |= seen.role.is_none() && !placed;
        }
        Beside::Preposition(_) => {}
    }
}

/// Whether capitals go on to a word that makes it all one name: the Kutum Emergency Room.
fn titled(text: &Text<'_>, context: &Context, end: usize) -> bool {
    let capital = |token: &usize| text.tokens().get(*token).is_some_and(|next| next.is_capital() && !next.after_line());
    (end..end + 3)
        .take_while(capital)
        .any(|token| matches!(context.after.longest(text, token), Some(found) if matches!(found.value, Beside::Veto)))
}

/// A place that opens a paragraph, followed within a few words by a dash, a slash or a colon.
fn dateline(text: &Text<'_>, mention: &Mention, seen: &Evidence) -> Dateline {
    let paragraph = text.paragraphs().get(text.paragraph_of(mention.tokens.start));
    let opens = paragraph.is_some_and(|paragraph| paragraph.start == mention.tokens.start);
    if !opens || mention.cut > 0 {
        return Dateline::No;
    }
    let last = paragraph.map_or(seen.end, |paragraph| paragraph.end).min(seen.end + 8);
    let mut bracket = false;
    for token in seen.end..last {
        match text.tokens()[token].mark() {
            Some('–' | '-' | '/' | '|') => return Dateline::Dash,
            Some(':') if token <= seen.end + 1 => return Dateline::Colon,
            Some('(') => bracket = true,
            Some(')') => bracket = false,
            Some(',') => {}
            Some(_) => return Dateline::No,
            None if bracket || token < seen.end + 4 => {}
            None => return Dateline::No,
        }
    }
    Dateline::No
}
