//! People by their age and ages that are no numbers of people: Dylan Moore, 21; a three-year-old; two women, 21 and 28. Who they are
//! besides is for `english`.

use super::Chunk;
use crate::cells::Cells;
use crate::sense::{Form, Words};

/// Dylan Moore, 21, …: a name that no table knows shows itself by its age.
pub(super) fn named_with_age(cells: &Cells<'_, '_>, start: usize, end: usize) -> Option<Chunk> {
    let tokens = cells.text.tokens();
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.is_capital()) && cells.get(at).sense.is_none();
    let name = (start..(start + 4).min(end)).take_while(|at| capital(*at)).count();
    let comma = start + name;
    // Darrell Hopkins was shot to death.
    let harm =
        |at: usize, form: Form| cells.get(at).sense.and_then(|sense| sense.harm).is_some_and(|harm| harm.form == form);
    let suffers = cells.is(comma, Words::PASSIVE) && harm(comma + 1, Form::Either) || harm(comma, Form::Patient);
    if (2..4).contains(&name) && suffers && comma + 1 < end {
        let chunk = Chunk::new(start..comma);
        return Some(Chunk { count: Some((1, Some(1))), known: true, guessed: true, ..chunk });
    }
    if name < 2 || cells.mark(comma) != Some(',') || cells.mark(comma + 2) != Some(',') {
        return None;
    }
    let (age, _) = cells.number(comma + 1).filter(|(age, _)| *age < 111)?;
    let chunk = Chunk { age: Some(age), count: Some((1, Some(1))), known: true, ..Chunk::new(start..comma + 3) };
    Some(chunk)
}

/// Two women, 21 and 28, …: ages of those named before.
pub(super) fn in_ages(cells: &Cells<'_, '_>, start: usize, next: usize) -> bool {
    let digits = |at: usize| cells.text.tokens().get(at).is_some_and(|t| t.kind == isnad_text::TokenKind::Number);
    let comma = |at: usize| cells.mark(at) == Some(',');
    let closes = |at: usize| comma(at) || matches!(cells.mark(at), Some('.' | ')')) || !cells.is_word(at);
    let first = start > 0 && comma(start - 1) && cells.form(next) == "and" && digits(next + 1) && closes(next + 2);
    let second = start > 2 && cells.form(start - 1) == "and" && digits(start - 2) && comma(start - 3) && closes(next);
    digits(start) && (first || second)
}

/// The age in "three-year-old".
pub(super) fn words_age(form: &str) -> Option<u32> {
    let head = form.strip_suffix("-old")?;
    let head = head.strip_suffix("-year").or_else(|| head.strip_suffix("-month"))?;
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        .iter()
        .position(|word| *word == head)
        .map(|at| at as u32 + 1)
}

/// A 34-year-old [man].
pub(super) fn aged(cells: &Cells<'_, '_>, chunk: Chunk, age: u32, at: usize, end: usize) -> Option<Chunk> {
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
