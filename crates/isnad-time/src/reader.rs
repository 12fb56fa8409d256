//! Reading a whole text: line by line, each expression placed in the light of those before it.

use crate::cursor::Cursor;
use crate::expression::{Expr, Parts, Quantity, Reading};
use crate::grammar;
use crate::lexicon::Lexicon;
use crate::narrative::{Narrative, Stand};
use crate::place::{self, Context, Lean, Placed};
use crate::reference::{Direction, Reference};
use crate::sense::{Role, Tense, Unit as CalendarUnit};
use crate::tense;
use crate::trap;
use crate::unit::{self, Kind, Unit};
use isnad_languages::Tables;
use isnad_ledger::{Grain, Moment, Note, Time, TimeKind};
use isnad_text::Text;
use jiff::ToSpan;

/// Reads time expressions. Make one and keep it: it holds the words of both languages.
#[derive(Clone, Debug)]
pub struct TimeReader {
    arabic: Lexicon,
    english: Lexicon,
}

/// How many units may stand before a dateline's date: place, country, agency.
const DATELINE: usize = 14;

/// A short line, in units: one that may be no more than a dateline.
const SHORT_LINE: usize = 16;

impl TimeReader {
    /// A reader with the words of `time_words`, `time_numbers`, `time_traps` and `time_tense` in `ar/` and `en/`.
    pub fn new(tables: &Tables) -> TimeReader {
        TimeReader { arabic: Lexicon::new(tables, "ar"), english: Lexicon::new(tables, "en") }
    }

    /// The time expressions of a text, in order and disjoint, with ids `t1`, `t2` …; and what was noticed. `language` is
    /// `ar` or `en`; a text in another language has none.
    ///
    /// An expression that needs a day of publication which `reference` does not give (note `undated`, once) or is counted
    /// from a day that was not told (note `unanchored`) is open on both sides; one that names a day which no calendar has
    /// is left out (note `no_such_day`). A weekday that is not its date's gives the note `weekday_conflict`.
    ///
    /// Intervals are half-open days, an open end is `None`. In prose a part of the day or a clock time keeps the day as its
    /// interval and goes into `part` and `clock`; a date with a clock time on a line of its own is to the minute.
    pub fn read(&self, text: &Text<'_>, language: &str, reference: &Reference) -> (Vec<Time>, Vec<Note>) {
        let Some(lexicon) = self.lexicon(language) else {
            return (Vec::new(), Vec::new());
        };
        let units = unit::units(text, lexicon);
        let context = Context {
            spoken: reference.published.map(Moment::date),
            direction: reference.direction,
            ..Context::default()
        };
        let arabic = language == "ar";
        let mut pass = Pass {
            text,
            reference,
            arabic,
            narrative: Narrative::new(context),
            lines: 0,
            undated: false,
            times: Vec::new(),
            notes: Vec::new(),
        };
        for line in units.chunk_by(|_, next| !next.after_line()) {
            pass.line(line);
            pass.lines += 1;
        }
        (pass.times, pass.notes)
    }

    pub(crate) fn lexicon(&self, language: &str) -> Option<&Lexicon> {
        match language {
            "ar" => Some(&self.arabic),
            "en" => Some(&self.english),
            _ => None,
        }
    }
}

/// One reading of one text.
struct Pass<'p, 't> {
    text: &'p Text<'t>,
    reference: &'p Reference,
    arabic: bool,
    narrative: Narrative,
    /// Lines read so far.
    lines: usize,
    /// Whether it was noted that the day of publication is missing; once is enough.
    undated: bool,
    times: Vec<Time>,
    notes: Vec<Note>,
}

impl Pass<'_, '_> {
    fn line(&mut self, units: &[Unit<'_>]) {
        let cursor = Cursor::new(units);
        let mut at = 0;
        while at < units.len() {
            if !begins(&units[at]) {
                at += 1;
                continue;
            }
            let found = if self.arabic {
                grammar::arabic::read(&cursor, at, self.reference.day_first)
            } else {
                grammar::english::read(&cursor, at, self.reference.day_first)
            };
            at = match found {
                Some((reading, next)) if next > at && next <= units.len() => self.take(units, at, next, &reading),
                _ => at + 1,
            };
        }
    }

    /// Places one reading and keeps it; where to go on.
    fn take(&mut self, units: &[Unit<'_>], at: usize, next: usize, reading: &Reading) -> usize {
        let cursor = Cursor::new(units);
        let own = reading.inner.unwrap_or(at);
        let trap = trap::is_trap(&cursor, own, next, reading);
        let (first, last) = (units[own].token as usize, units[next - 1].token as usize);
        let trap = trap || trap::is_counted(self.text, &cursor, own, next, reading);
        if trap || trap::is_quoted_name(self.text, first, last, reading) {
            return next;
        }
        let tense = self.tense(units, at, next, reading);
        let sentence = self.text.sentence_of(first);
        let context = self.narrative.context(sentence, self.lines, tense.map(|(tense, _)| tense));
        // He demanded a commission within 48 hours looks ahead though demanded does not.
        let demanded = matches!(tense, Some((Tense::Demand, _)));
        let mut back = None;
        if reading.only_ahead && context.lean() != Lean::Future && !demanded {
            back = looking_back(&reading.expr).filter(|_| context.lean() == Lean::Past);
            if back.is_none() {
                return at + 1;
            }
        }
        let reading = &back.map_or_else(|| reading.clone(), Reading::of);
        let placed = match self.narrative.day_of(reading, self.lines) {
            Some(day) => crate::calendar::day(day).map(Placed::of),
            None => place::place(&reading.expr, &context),
        };
        // Since then is nothing where nothing was told.
        if placed.is_none() && matches!(&reading.expr, Expr::Since(of) if **of == Expr::Then) {
            return next;
        }
        let placed = placed.or_else(|| self.unplaced(units, (own, next), reading, &context));
        let Some(placed) = placed else { return next };
        let stand = Stand {
            line: self.lines,
            sentence,
            said: matches!(tense, Some((Tense::Said | Tense::Demand, 1 | 2))),
            attributive: reading.bare_year
                && own.checked_sub(1).is_some_and(|before| cursor.any_role(before, &[Role::The, Role::A, Role::Whose])),
            dateline: is_dateline(&cursor, own, next),
        };
        self.narrative.tell(reading, &placed, &stand);
        self.keep(units, (at, own, next), reading, &placed);
        next
    }

    /// The tense of the clause, unless a preposition settles it.
    fn tense(&self, units: &[Unit<'_>], at: usize, next: usize, reading: &Reading) -> Option<(Tense, usize)> {
        if self.reference.direction != Direction::Tense {
            return None;
        }
        let before = at.checked_sub(1).is_some_and(|before| Cursor::new(units).role(before, Role::Before));
        let month = |expr: &Expr| matches!(expr, Expr::Date(Parts { month: Some(_), year: None, .. }));
        let deadline = before && (month(&reading.expr) || matches!(&reading.expr, Expr::Edge(_, of) if month(of)));
        // إلى الخميس, through Friday: what is put off or goes on to a day.
        let upto = at.checked_sub(1).is_some_and(|before| Cursor::new(units).role(before, Role::To))
            && matches!(&reading.expr, Expr::Date(parts) if parts.month.is_none() && parts.spoken.is_none());
        let around = || tense::around(self.text, units, at, next);
        if reading.ahead || deadline || upto {
            // It lasted until Friday looks back, whatever else is until Friday ahead; so does what had come by Friday night.
            let until = matches!(reading.expr, Expr::Until(_));
            let by = Cursor::new(units).role(at, Role::By);
            let over = by && reading.part.is_some();
            let back = |tense: Tense| (until || by) && tense == Tense::Lasting || over && tense == Tense::Past;
            return around().filter(|(tense, _)| back(*tense)).or(Some((Tense::Future, 0)));
        }
        // Nothing to come has gone on since.
        let since = matches!(reading.expr, Expr::Since(_));
        around().filter(|(tense, _)| !(since && matches!(tense, Tense::Future | Tense::Promised)))
    }

    /// Notes why an expression has no place. One that only lacks a day to be counted from is kept, open on both sides.
    fn unplaced(
        &mut self,
        units: &[Unit<'_>],
        (own, next): (usize, usize),
        reading: &Reading,
        context: &Context,
    ) -> Option<Placed> {
        let span = self.text.points(units[own].start, units[next - 1].end);
        let words = self.text.slice(self.text.tokens_in(span));
        let full = matches!(&reading.expr, Expr::Date(parts) if parts.year.is_some());
        let (code, text) = if context.spoken.is_none() && !full {
            ("undated", format!("'{words}' and the like need the day of publication, which is not known"))
        } else if matches!(reading.expr, Expr::Away { .. }) {
            ("unanchored", format!("'{words}' is counted from a day that the report does not name"))
        } else {
            ("no_such_day", format!("no calendar has the day '{words}'"))
        };
        let undated = code == "undated";
        if !(undated && self.undated) {
            self.notes.push(Note { code: code.to_owned(), span: Some(span), text });
        }
        self.undated |= undated;
        (code != "no_such_day").then(|| Placed::open(None, None, Grain::Vague, TimeKind::Instant))
    }

    fn keep(&mut self, units: &[Unit<'_>], (at, own, next): (usize, usize, usize), reading: &Reading, placed: &Placed) {
        // "Until" belongs to an interval that it opens, and "by" to none.
        let opens = matches!(reading.expr, Expr::Until(_)) && placed.start.is_none();
        let first = if opens { at } else { own };
        let span = self.text.points(units[first].start, units[next - 1].end);
        let part = reading.part.map(|part| part.part());
        let clock = reading.clock.map(|clock| format!("{:02}:{:02}", clock.hour, clock.minute));
        let mut time = Time {
            id: format!("t{}", self.times.len() + 1),
            span,
            start: placed.start.map(Moment::day),
            end: placed.end.map(Moment::day),
            grain: placed.grain,
            part,
            clock,
            kind: placed.kind,
        };
        let dated = matches!(&reading.expr, Expr::Date(parts) if parts.year.is_some());
        if let (Some(clock), Some(day)) = (reading.clock, placed.start)
            && dated
            && units.len() <= SHORT_LINE
            && let Ok(hour) = i8::try_from(clock.hour)
            && let Ok(minute) = i8::try_from(clock.minute)
        {
            let start = day.at(hour, minute, 0, 0);
            time.start = Some(Moment::minute(start));
            time.end = start.checked_add(1.minute()).ok().map(Moment::minute);
            time.grain = Grain::Minute;
        }
        if placed.conflict {
            let real = placed.start.map_or(String::new(), |day| format!("{day} is a {:?}", day.weekday()));
            let words = self.text.slice(self.text.tokens_in(span));
            self.notes.push(Note {
                code: "weekday_conflict".to_owned(),
                span: Some(span),
                text: format!("'{words}' names a weekday that is not the date's: {real}"),
            });
        }
        self.times.push(time);
    }
}

/// Thirty were killed within 24 hours: they are the last ones. What took three days tells no time.
fn looking_back(expr: &Expr) -> Option<Expr> {
    let (count, unit) = match expr {
        Expr::Stretch { count: Some(count), unit, .. } => (*count, *unit),
        Expr::Away { amount: Quantity { count: Some(count), half: false, unit, .. }, .. } => (*count, *unit),
        _ => return None,
    };
    let days = unit == CalendarUnit::Hour && matches!(count, 24 | 48 | 72);
    days.then_some(Expr::Stretch { count: Some(count), unit, ahead: false })
}

/// Whether an expression stands like the date of a wire's dateline: early in its line, with a dash, a colon or a bracket behind.
fn is_dateline(cursor: &Cursor<'_, '_>, own: usize, next: usize) -> bool {
    let behind = if cursor.mark(next) == Some(',') { next + 1 } else { next };
    own <= DATELINE && matches!(cursor.mark(behind), Some('–' | '-' | ':' | '(' | ')'))
}

/// Whether an expression can begin at a unit.
fn begins(unit: &Unit<'_>) -> bool {
    match unit.kind {
        Kind::Number(_) => true,
        Kind::Mark(mark) => matches!(mark, '\'' | '’' | '‘'),
        Kind::Gap => false,
        Kind::Word(senses) => senses.iter().any(|sense| !sense.is_bystander()),
    }
}
