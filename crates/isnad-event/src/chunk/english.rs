//! English phrases for people: three off-duty police officers, a 34-year-old, his mother, another. What befalls them is not
//! looked at here.

use super::Chunk;
use super::ages::{aged, in_ages, named_with_age, words_age};
use super::amount::{amount, is_year};
use crate::cells::Cells;
use crate::sense::{Form, Number, Toll, Words};

pub(super) fn english(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let part = start > 0
        && (1..=3).any(|back| start >= back && cells.is(start - back, Words::INCLUDING))
        && !cells.is(start, Words::INCLUDING);
    let mut out = Chunk { part, ..Chunk::new(start..start + 1) };
    let here = cells.get(start);
    let words = here.sense.map(|sense| sense.words).unwrap_or_default();
    let possessive = words.any(Words::POSSESSIVE)
        && cells.mark(start + 1).is_none()
        && !cells.is(start + 1, Words::FUNCTION.and(Words::AUXILIARY));
    if words.any(Words::PRONOUN.and(Words::PLURAL_PRONOUN)) && !possessive {
        let count = match cells.form(start) {
            "both" => Some(2),
            "they" | "them" => None,
            _ => Some(1),
        };
        return Some(Chunk { count: count.map(|n| (n, Some(n))), known: true, ..out });
    }
    let mut at = start;
    if words.any(Words::NONE) {
        let length = usize::from(here.length.max(1));
        // Nobody else was hurt: some were.
        if matches!(cells.form(start + length), "else" | "other") {
            return None;
        }
        out.nobody = true;
        out.count = Some((0, Some(0)));
        out.tokens = start..start + length;
        // No injuries were reported.
        if let Some(harm) = cells.get(start + length).sense.and_then(|s| s.harm).filter(|h| h.form == Form::Noun) {
            out.own = Some(harm.toll);
            out.tokens.end += 1;
        } else if cells.get(start + length).sense.and_then(|s| s.people).is_some() {
            out.tokens.end += 1;
        } else if length == 1 && matches!(cells.form(start), "no" | "without") {
            return None;
        } else if cells.form(start + length) == "of" {
            // None of the eight passengers.
            let whole = amount(cells, start + length + 2, end).map_or(start + length + 2, |amount| amount.next);
            let noun = cells.get(whole);
            if noun.sense.is_some_and(|s| s.people.is_some()) {
                out.tokens.end = whole + usize::from(noun.length.max(1));
            }
        }
        return Some(out);
    }
    let mut determined = false;
    // Officials say that three people died: no article.
    let complementiser = cells.form(start) == "that" && amount(cells, start + 1, end).is_some();
    if words.any(Words::THE.and(Words::ARTICLE).and(Words::POSSESSIVE))
        && !complementiser
        && here.sense.is_some_and(|s| s.number.is_none())
    {
        out.known = words.any(Words::THE);
        determined = true;
        at += usize::from(here.length.max(1));
    }
    if cells.is(at, Words::ANOTHER) && cells.get(at).sense.is_some_and(|s| s.number.is_none()) && !out.known {
        out.more = true;
        // Hill was the third person killed this month: not the third of them.
        let the = start > 0 && cells.form(start - 1) == "the";
        out.ordinal =
            ["second", "third", "fourth", "fifth"].iter().position(|w| *w == cells.form(at)).map(|n| n as u32 + 2);
        out.ordinal = out.ordinal.filter(|_| !the);
        determined = true;
        at += 1;
    }
    let aged_before = (1..=3).any(|back| at >= back && cells.is(at - back, Words::AGE))
        || at > 0 && matches!(cells.form(at - 1), "both") && !cells.is_word(at);
    let counted = amount(cells, at, end).filter(|_| !aged_before);
    if let Some(amount) = counted {
        if is_year(cells, at, amount.low) {
            return None;
        }
        out.numbered = true;
        out.round = amount.round;
        out.count = Some((amount.low, amount.high));
        at = amount.next;
        // 34-year-old, 34 years old.
        if cells.mark(at) == Some('-') && cells.form(at + 1).ends_with("-old") {
            return aged(cells, out, amount.low, at + 2, end);
        }
        if matches!(cells.form(at), "of") {
            if matches!(cells.form(at + 1), "them" | "whom") {
                out.known = true;
                out.tokens.end = at + 2;
                // Three men, two of them brothers, …: an aside.
                let noun = cells.get(at + 2);
                if noun.sense.is_some_and(|s| s.people.is_some()) {
                    out.part = true;
                    out.tokens.end += usize::from(noun.length.max(1));
                }
                return Some(out);
            }
            if cells.is(at + 1, Words::THE.and(Words::POSSESSIVE)) {
                out.known = cells.is(at + 1, Words::THE);
                at += 2;
            }
        }
        if cells.is(at, Words::ANOTHER) {
            out.more = true;
            at += 1;
        }
    } else if let Some(named) = named_with_age(cells, start, end) {
        return Some(named);
    } else if let Some(age) = words_age(cells.form(at)) {
        return aged(cells, out, age, at + 1, end);
    }
    // Two 20-year-olds.
    if let Some((_, dash)) = cells.number(at).filter(|_| counted.is_some())
        && cells.mark(dash) == Some('-')
        && cells.form(dash + 1).ends_with("year-olds")
    {
        out.tokens.end = dash + 2;
        return Some(out);
    }
    // Two 17-year-old boys.
    if let Some((age, dash)) = cells.number(at).filter(|_| determined || counted.is_some())
        && cells.mark(dash) == Some('-')
        && cells.form(dash + 1).ends_with("-old")
    {
        out.age = Some(age);
        at = dash + 2;
    }
    let bare = at;
    // Up to four words of an unknown kind before the noun: two off-duty county police officers.
    let mut last = None;
    let limit = (at + 5).min(end);
    while at < limit && cells.is_word(at) {
        let cell = cells.get(at);
        match cell.sense {
            Some(sense) if sense.people.is_some() => {
                last = Some((at, sense.people));
                at += usize::from(cell.length.max(1));
                if !(cells.is_word(at) && cells.get(at).sense.is_some_and(|s| s.people.is_some())) {
                    break;
                }
                continue;
            }
            // Two wounded men.
            Some(sense)
                if counted.is_some()
                    && matches!(cells.form(at), "wounded" | "injured" | "dead" | "missing" | "slain")
                    && cells.get(at + 1).sense.is_some_and(|next| next.people.is_some()) =>
            {
                out.own = sense.harm.map(|h| h.toll);
                out.people = cells.get(at + 1).sense.and_then(|next| next.people);
                out.tokens = start..at + 2;
                return Some(out);
            }
            Some(sense) if sense.harm.is_some_and(|h| h.form == Form::Noun) && (counted.is_some() || out.more) => {
                out.own = sense.harm.map(|h| h.toll);
                out.thing = sense.thing;
                out.tokens = start..at + usize::from(cell.length.max(1));
                return Some(out);
            }
            Some(sense) if counted.is_some() && sense.thing.is_some() && !cells.is(at, Words::FUNCTION) => {
                out.thing = sense.thing;
                out.tokens = start..at + usize::from(cell.length.max(1));
                return Some(out);
            }
            Some(_) => break,
            None => at += 1,
        }
        if !(determined || counted.is_some()) {
            break;
        }
        if cells.mark(at) == Some('-')
            || cells.text.tokens().get(at).is_some_and(|t| t.kind == isnad_text::TokenKind::Number)
        {
            let Some((age, _)) = cells.number(at).filter(|_| cells.form(at + 2).ends_with("-old")) else { break };
            out.age = Some(age);
            at += 3;
        }
    }
    if let Some((token, Some(people))) = last {
        out.people = Some(people);
        out.tokens = start..token + usize::from(cells.get(token).length.max(1));
        if counted.is_none() {
            out.count = match people.number {
                Number::One => Some((1, Some(1))),
                Number::Two => Some((2, Some(2))),
                Number::Several | Number::Many => None,
            };
        }
        // A family of five.
        let gathers = people.gathers;
        if cells.form(out.tokens.end) == "of"
            && let Some(inner) = amount(cells, out.tokens.end + 1, end)
            && counted.is_none()
        {
            if gathers {
                out.count = Some((inner.low, inner.high));
                out.numbered = true;
            }
            out.tokens.end = inner.next;
        }
        return Some(out);
    }
    if let Some(amount) = counted {
        let age = |at: usize| matches!(cells.mark(at), Some(',' | '(' | ')'));
        if start > 0 && age(start - 1) && age(amount.next) || in_ages(cells, start, amount.next) {
            return None;
        }
        // Gap-filling readings: a number before a harm, a mark or a small word, or before a noun nobody knows.
        out.vague = true;
        out.tokens = start..amount.next.max(bare);
        let next = cells.get(bare);
        let plain = !cells.is_word(bare) || next.sense.is_some();
        if !plain {
            out.tokens.end = bare + 1;
        }
        return Some(out);
    }
    // A jogger was shot: a noun that no table knows, with what befell it right behind.
    if determined && !out.more && bare < end && cells.get(bare).sense.is_none() && cells.is_word(bare) {
        let verb = bare + 1 + usize::from(cells.form(bare + 1) == "who");
        let harm =
            |at: usize| cells.get(at).sense.and_then(|sense| sense.harm).is_some_and(|harm| harm.form == Form::Either);
        let passive = cells.is(verb, Words::PASSIVE) && harm(verb + 1);
        // It had killed a "governor".
        let object = start > 0
            && cells
                .get(start - 1)
                .sense
                .and_then(|sense| sense.harm)
                .is_some_and(|harm| harm.toll == Toll::Killed && matches!(harm.form, Form::Either | Form::Active));
        if (passive || object) && cells.is(start, Words::ARTICLE) {
            out.count = Some((1, Some(1)));
            out.guessed = true;
            out.tokens = start..bare + 1;
            return Some(out);
        }
    }
    if out.more {
        // Another was wounded; a third died.
        out.count = Some((1, Some(1)));
        out.vague = true;
        out.tokens = start..bare;
        let stands_alone = !cells.is_word(bare) || cells.get(bare).sense.is_some();
        return stands_alone.then_some(out);
    }
    None
}
