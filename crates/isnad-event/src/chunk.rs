//! Noun phrases for people, with their number: three Israeli soldiers, his mother, ثلاثة أشخاص على الأقل. What befalls them is the
//! business of `link`.

use crate::cells::Cells;
use crate::sense::{Form, Number, People, Toll, Words};
use std::ops::Range;

/// A phrase for people, or a bare number that may be one.
#[derive(Clone, Debug)]
pub(crate) struct Chunk {
    pub(crate) tokens: Range<usize>,
    /// How many, where it says so; `None` for an uncounted plural.
    pub(crate) count: Option<(u32, Option<u32>)>,
    pub(crate) people: Option<People>,
    /// The harm that its own noun says (ثلاثة قتلى, two deaths).
    pub(crate) own: Option<Toll>,
    /// Its number is written out, and not the one of a singular noun.
    pub(crate) numbered: bool,
    /// A number with a noun that no table knows, or without a noun.
    pub(crate) vague: bool,
    /// The man, they, who: people named before.
    pub(crate) known: bool,
    /// Another, a third: one more than those named before.
    pub(crate) more: bool,
    /// Including …: a part of those named before.
    pub(crate) part: bool,
    /// A bare adverb of no number: no one, لم … أحد.
    pub(crate) nobody: bool,
    pub(crate) age: Option<u32>,
    /// Index of the name that stands in it.
    pub(crate) name: Option<usize>,
    /// What is counted is a thing of the tables, by number.
    pub(crate) thing: Option<u16>,
}

impl Chunk {
    /// Whether it is nothing but a name.
    pub(crate) fn is_name(&self) -> bool {
        self.known && self.people.is_none() && !self.vague && !self.numbered
    }

    /// A person's name.
    pub(crate) fn named(tokens: Range<usize>, name: usize) -> Chunk {
        Chunk { count: Some((1, Some(1))), known: true, name: Some(name), ..Chunk::new(tokens) }
    }

    fn new(tokens: Range<usize>) -> Chunk {
        Chunk {
            tokens,
            count: None,
            people: None,
            own: None,
            numbered: false,
            vague: false,
            known: false,
            more: false,
            part: false,
            nobody: false,
            age: None,
            name: None,
            thing: None,
        }
    }
}

/// A number with the words that bound it.
#[derive(Clone, Copy, Debug)]
struct Amount {
    low: u32,
    high: Option<u32>,
    next: usize,
}

/// The phrase that begins at a token, if one does; it ends before `end`.
pub(crate) fn chunk(cells: &Cells<'_, '_>, at: usize, end: usize) -> Option<Chunk> {
    if cells.lexicon.arabic { arabic(cells, at, end) } else { english(cells, at, end) }
}

fn amount(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Amount> {
    let (mut at, mut open, mut up_to, mut between) = (start, false, false, false);
    for _ in 0..3 {
        let cell = cells.get(at);
        let Some(sense) = cell.sense else { break };
        if sense.words.any(Words::AT_LEAST.and(Words::MORE_THAN)) {
            open = true;
        } else if sense.words.any(Words::UP_TO) {
            up_to = true;
        } else if sense.words.any(Words::BETWEEN) && sense.number.is_none() {
            between = true;
        } else if !sense.words.any(Words::ABOUT) {
            break;
        }
        at += usize::from(cell.length.max(1));
    }
    let many = |words: Words| cells.is(at, words);
    let round = if many(Words::DOZENS) { Some(20) } else { many(Words::HUNDREDS).then_some(200) };
    if let Some(low) = round {
        return (at < end).then_some(Amount { low, high: None, next: at + 1 });
    }
    if at >= end || (cells.get(at).article && cells.get(at).sense.is_some_and(|s| s.number == Some(1))) {
        return None;
    }
    let (low, next) = cells.number(at)?;
    let glued_dash = matches!(cells.mark(next), Some('-' | '–')) && cells.number(next + 1).is_some();
    if glued_dash || (cells.is(next, Words::TO) && !cells.is(next, Words::ANOTHER) && next + 1 < end) {
        let joins = glued_dash || between || matches!(cells.form(next), "to" | "or" | "او" | "الى");
        if let Some((high, after)) = cells.number(next + 1).filter(|(high, _)| joins && *high > low) {
            return Some(Amount { low, high: Some(high), next: after });
        }
    }
    // بين 6 و8: the second number has the conjunction written onto it, as a token of its own.
    if between && cells.lexicon.arabic {
        let second = if cells.form(next) == "و" { next + 1 } else { next };
        if let Some((high, after)) = cells.number(second).filter(|(high, _)| *high > low) {
            return Some(Amount { low, high: Some(high), next: after });
        }
    }
    if between {
        return None;
    }
    let mut next = next;
    if cells.form(next) == "or" && matches!(cells.form(next + 1), "more") {
        open = true;
        next += 2;
    }
    Some(match (open, up_to) {
        (true, _) => Amount { low, high: None, next },
        (_, true) => Amount { low: 0, high: Some(low), next },
        _ => Amount { low, high: Some(low), next },
    })
}

fn is_year(cells: &Cells<'_, '_>, at: usize, value: u32) -> bool {
    (1900..2100).contains(&value) && cells.form(at).len() == 4
}

fn english(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
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
        }
        return Some(out);
    }
    let mut determined = false;
    if words.any(Words::THE.and(Words::ARTICLE).and(Words::POSSESSIVE))
        && here.sense.is_some_and(|s| s.number.is_none())
    {
        out.known = words.any(Words::THE);
        determined = true;
        at += usize::from(here.length.max(1));
    }
    if cells.is(at, Words::ANOTHER) && cells.get(at).sense.is_some_and(|s| s.number.is_none()) && !out.known {
        out.more = true;
        determined = true;
        at += 1;
    }
    let aged_before = (1..=3).any(|back| at >= back && cells.is(at - back, Words::AGE));
    let amount = amount(cells, at, end).filter(|_| !aged_before);
    if let Some(amount) = amount {
        if is_year(cells, at, amount.low) {
            return None;
        }
        out.numbered = true;
        out.count = Some((amount.low, amount.high));
        at = amount.next;
        // 34-year-old, 34 years old.
        if cells.mark(at) == Some('-') && cells.form(at + 1).ends_with("-old") {
            return aged(cells, out, amount.low, at + 2, end);
        }
        if matches!(cells.form(at), "of") {
            if cells.get(at + 1).sense.is_some_and(|s| s.words.any(Words::PLURAL_PRONOUN))
                || cells.form(at + 1) == "whom"
            {
                out.known = true;
                out.tokens.end = at + 2;
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
    // Two 17-year-old boys.
    if let Some((age, dash)) = cells.number(at).filter(|_| determined || amount.is_some())
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
            Some(sense) if sense.harm.is_some_and(|h| h.form == Form::Noun) && (amount.is_some() || out.more) => {
                out.own = sense.harm.map(|h| h.toll);
                out.thing = sense.thing;
                out.tokens = start..at + usize::from(cell.length.max(1));
                return Some(out);
            }
            Some(sense) if amount.is_some() && sense.thing.is_some() && !cells.is(at, Words::FUNCTION) => {
                out.thing = sense.thing;
                out.tokens = start..at + usize::from(cell.length.max(1));
                return Some(out);
            }
            Some(_) => break,
            None => at += 1,
        }
        if !(determined || amount.is_some()) {
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
        if amount.is_none() {
            out.count = match people.number {
                Number::One => Some((1, Some(1))),
                Number::Two => Some((2, Some(2))),
                Number::Several | Number::Many => None,
            };
        }
        // A family of five.
        let gathers = matches!(cells.form(token), "family" | "household" | "group" | "crew" | "team");
        if cells.form(out.tokens.end) == "of"
            && let Some(inner) = self::amount(cells, out.tokens.end + 1, end)
            && amount.is_none()
        {
            if gathers {
                out.count = Some((inner.low, inner.high));
                out.numbered = true;
            }
            out.tokens.end = inner.next;
        }
        return Some(out);
    }
    if let Some(amount) = amount {
        let age = |at: usize| matches!(cells.mark(at), Some(',' | '(' | ')'));
        if start > 0 && age(start - 1) && age(amount.next) {
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

/// Dylan Moore, 21, …: a name that no table knows shows itself by its age.
fn named_with_age(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let tokens = cells.text.tokens();
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.is_capital()) && cells.get(at).sense.is_none();
    let name = (start..(start + 4).min(end)).take_while(|at| capital(*at)).count();
    let comma = start + name;
    if name < 2 || cells.mark(comma) != Some(',') || cells.mark(comma + 2) != Some(',') {
        return None;
    }
    let (age, _) = cells.number(comma + 1).filter(|(age, _)| *age < 111)?;
    let chunk = Chunk { age: Some(age), count: Some((1, Some(1))), known: true, ..Chunk::new(start..comma + 3) };
    Some(chunk)
}

/// The age in "three-year-old".
fn words_age(form: &str) -> Option<u32> {
    let head = form.strip_suffix("-old")?;
    let head = head.strip_suffix("-year").or_else(|| head.strip_suffix("-month"))?;
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        .iter()
        .position(|word| *word == head)
        .map(|at| at as u32 + 1)
}

/// A 34-year-old [man].
fn aged(cells: &Cells<'_, '_>, chunk: Chunk, age: u32, at: usize, end: usize) -> Option<Chunk> {
    let mut out = Chunk { age: Some(age), count: Some((1, Some(1))), numbered: false, ..chunk };
    out.tokens.end = at;
    for next in at..(at + 4).min(end) {
        if !cells.is_word(next) {
            break;
        }
        match cells.get(next).sense {
            Some(sense) if sense.people.is_some() => {
                out.people = sense.people;
                out.tokens.end = next + usize::from(cells.get(next).length.max(1));
            }
            Some(_) => break,
            None => {}
        }
    }
    Some(out)
}

fn arabic(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let part = start > 0 && (1..=2).any(|back| start >= back && cells.is(start - back, Words::INCLUDING));
    let mut out = Chunk { part, ..Chunk::new(start..start + 1) };
    let here = cells.get(start);
    let amount = amount(cells, start, end);
    if let Some(amount) = amount {
        if is_year(cells, start, amount.low) {
            return None;
        }
        out.numbered = true;
        out.count = Some((amount.low, amount.high));
        let mut at = amount.next;
        out.tokens.end = at;
        let partitive = cells.form(at) == "من";
        at += usize::from(partitive);
        let cell = cells.get(at);
        let length = usize::from(cell.length.max(1));
        match cell.sense {
            _ if at >= end || cell.joined => out.vague = true,
            Some(sense)
                if sense.harm.is_some_and(|h| {
                    matches!(h.form, Form::Noun | Form::Two | Form::Deed)
                        || h.form == Form::One && amount.high.is_some()
                }) =>
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
    } else if let Some(people) = here.sense.and_then(|s| s.people) {
        out.people = Some(people);
        out.tokens.end = start + usize::from(here.length.max(1));
        out.more = cells.is(start, Words::ANOTHER);
        out.known = here.article;
        out.numbered = people.number == Number::Two;
        out.count = match people.number {
            Number::One => Some((1, Some(1))),
            Number::Two => Some((2, Some(2))),
            Number::Several => Some((2, None)),
            Number::Many => None,
        };
        if here.article && matches!(cells.form(start), "الاحد" | "الاخر" | "الاخرى") {
            return None;
        }
    } else if cells.is(start, Words::ANOTHER)
        && (start == 0 || cells.get(start - 1).sense.is_none_or(|before| before.thing.is_none()))
    {
        out.more = true;
        out.vague = true;
        out.count = Some((1, Some(1)));
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
