//! Arabic phrases for people: ثلاثة أشخاص على الأقل، شاب فلسطيني، زوجته وطفلاها. What befalls them is not looked at here.

use super::Chunk;
use super::amount::{amount, is_year};
use crate::cells::Cells;
use crate::sense::{Form, Number, People, Words};

pub(super) fn arabic(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let part = start > 0 && (1..=2).any(|back| start >= back && cells.is(start - back, Words::INCLUDING));
    let mut out = Chunk { part, ..Chunk::new(start..start + 1) };
    let here = cells.get(start);
    if let Some(amount) = amount(cells, start, end) {
        // في الأربعين: an age.
        let age = here.article && start > 0 && cells.form(start - 1) == "في";
        if age || is_year(cells, start, amount.low) {
            return None;
        }
        out.numbered = true;
        out.round = amount.round;
        out.count = Some((amount.low, amount.high));
        let mut at = amount.next;
        out.known = matches!(cells.form(at), "منهم" | "منهن" | "منهما");
        out.tokens.end = at;
        let partitive = cells.form(at) == "من";
        at += usize::from(partitive);
        let cell = cells.get(at);
        let length = usize::from(cell.length.max(1));
        match cell.sense {
            _ if at >= end || cell.joined => out.vague = true,
            Some(sense) if sense.harm.is_some() && cells.is(at + length, Words::ILLNESS) => return None,
            Some(sense)
                if sense.harm.is_some_and(|h| matches!(h.form, Form::Noun | Form::Two | Form::Deed | Form::One))
                    && !(here.article && amount.high.is_none()) =>
            {
                out.own = sense.harm.map(|h| h.toll);
                out.people = sense.people;
                out.thing = sense.thing;
                out.tokens.end = at + length;
                // Nineteen of the wounded went home: no toll.
                out.part |= partitive && (cell.article || cells.form(at).starts_with("ال"));
            }
            Some(sense) if sense.people.is_some() => {
                out.people = sense.people;
                out.more = cells.is(at, Words::ANOTHER);
                out.tokens.end = at + length;
            }
            Some(sense) if sense.thing.is_some() => {
                out.thing = sense.thing;
                out.tokens.end = at + length;
                return Some(out);
            }
            Some(_) => out.vague = true,
            None => {
                out.vague = true;
                if cells.is_word(at) {
                    out.tokens.end = at + 1;
                }
            }
        }
    } else if cells.is(start, Words::ANOTHER) && start > 0 && cells.form(start - 1) == "عدد" {
        // إصابة عدد آخر: no number.
        return None;
    } else if let Some(people) = here.sense.and_then(|s| s.people) {
        out.people = Some(people);
        out.tokens.end = start + usize::from(here.length.max(1));
        out.more = cells.is(start, Words::ANOTHER);
        out.known = here.article;

        let exactly_two = matches!(cells.form(out.tokens.end), "اثنان" | "اثنين" | "اثنتان" | "اثنتين");
        out.tokens.end += usize::from(exactly_two);
        // قتيل واحد
        let just_one = matches!(cells.form(out.tokens.end), "واحد" | "واحدة" | "واحدا");
        out.tokens.end += usize::from(just_one);
        out.numbered = people.number == Number::Two || exactly_two || just_one;
        out.count = match people.number {
            Number::One => Some((1, Some(1))),
            Number::Two => Some((2, Some(2))),
            Number::Several if exactly_two => Some((2, Some(2))),
            Number::Several => Some((2, None)),
            Number::Many => None,
        };
        if here.article && matches!(cells.form(start), "الاحد" | "الاخر" | "الاخرى") {
            return None;
        }
        numbered_behind(cells, &mut out, people, end);
    } else if cells.is(start, Words::ANOTHER)
        && (start == 0 || cells.get(start - 1).sense.is_none_or(|before| before.thing.is_none()))
    {
        out.more = true;
        out.vague = true;
        let two = matches!(cells.form(start).trim_start_matches('و'), "اخران" | "اخريان");
        let count = 1 + u32::from(two);
        out.count = Some((count, Some(count)));
    } else {
        return None;
    }
    // شاب فلسطيني, أحد أفراد الخلية: a second noun for people belongs to the first.
    while out.tokens.end < end {
        let cell = cells.get(out.tokens.end);
        let Some(sense) = cell.sense.filter(|sense| sense.people.is_some() && !cell.joined && !cell.preposition) else {
            break;
        };
        if sense.harm.is_some() || sense.number.is_some() {
            break;
        }
        if cells.is(out.tokens.end, Words::ANOTHER) && out.count.is_some() {
            out.more = true;
        }
        if out.people.is_some_and(|p| p.group.is_none()) {
            out.people =
                sense.people.or(out.people).map(|p| People { number: out.people.map_or(p.number, |o| o.number), ..p });
        }
        out.tokens.end += usize::from(cell.length.max(1));
    }
    // عامل ثالث
    let behind = cells.get(out.tokens.end);
    if out.tokens.end < end
        && out.count == Some((1, Some(1)))
        && !behind.joined
        && !behind.article
        && !behind.preposition
        && cells.is(out.tokens.end, Words::ANOTHER)
    {
        out.more = true;
        out.tokens.end += 1;
    }
    // ضابط برتبة ملازم
    if cells.is(out.tokens.end, Words::RANK) && out.tokens.end + 2 <= end {
        out.tokens.end += 2;
    }
    // ثلاثة أشخاص على الأقل
    for next in out.tokens.end..(out.tokens.end + 3).min(end) {
        if cells.is(next, Words::AT_LEAST)
            && let Some((low, _)) = out.count
        {
            out.count = Some((low, None));
        }
    }
    Some(out)
}

/// A number behind its noun: أطفاله الثلاثة, عائلة من ستة أفراد.
fn numbered_behind(cells: &Cells<'_, '_>, out: &mut Chunk, people: People, end: usize) {
    let at = out.tokens.end;
    if at >= end || people.number != Number::Many {
        return;
    }
    if cells.get(at).article && !cells.get(at).joined {
        if let Some((count, next)) = cells.number(at).filter(|(count, _)| *count > 1) {
            (out.count, out.numbered, out.tokens.end) = (Some((count, Some(count))), true, next);
        }
        return;
    }
    let from = at + usize::from(matches!(cells.form(at), "مكونة" | "مؤلفة" | "كاملة"));
    if people.gathers
        && cells.form(from) == "من"
        && let Some(inner) = amount(cells, from + 1, end)
    {
        (out.count, out.numbered, out.tokens.end) = (Some((inner.low, inner.high)), true, inner.next);
        let noun = cells.get(inner.next);
        out.tokens.end += usize::from(noun.sense.is_some_and(|sense| sense.people.is_some()) && !noun.joined);
    }
}
