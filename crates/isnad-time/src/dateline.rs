//! The moment a report was published, as its own first lines tell it: a date on a short line, with or without a clock time.
//! Metadata of the page, where there is any, is better; this is for texts that have none.

use crate::reader::TimeReader;
use crate::reference::{Direction, Reference};
use isnad_ledger::{Moment, Span, Time, TimeKind};
use isnad_text::Text;

/// How many lines from the top a dateline may stand.
const LINES: usize = 12;

/// How many tokens from the top are looked at, however long the lines are.
const HEAD: usize = 1_000;

/// How many tokens a line may have that is a dateline.
const SHORT: usize = 26;

/// How many tokens it may have if it ends like a sentence.
const SURE: usize = 18;

impl TimeReader {
    /// The moment of publication that the first lines of a report tell, and where: the first full date that stands on a
    /// short line (`2025.12.06 - 09:24`, `٤ ديسمبر ٢٠٢٥ | ٩:٢٤ ص`), else the dateline that opens the first paragraph
    /// (`BAGHDAD, Nov. 19, 2024 —`). A date with a clock time goes before one without. `day_first` is the outlet's habit.
    ///
    /// ```
    /// use isnad_languages::Tables;
    /// use isnad_text::Text;
    /// let reader = isnad_time::TimeReader::new(Tables::embedded());
    /// let text = Text::new("عنوان التقرير\n٤ ديسمبر ٢٠٢٥ | ٩:٢٤ ص\nقال مصدر أمني إن القوة انسحبت عام 2017.");
    /// let (moment, span) = reader.publication_moment(&text, "ar", true).unwrap();
    /// assert_eq!(moment.to_string(), "2025-12-04T09:24");
    /// assert_eq!(span.of(text.raw()), "٤ ديسمبر ٢٠٢٥ | ٩:٢٤ ص");
    /// ```
    pub fn publication_moment(&self, text: &Text<'_>, language: &str, day_first: bool) -> Option<(Moment, Span)> {
        let lines = text.paragraphs();
        let last = lines.get(LINES.min(lines.len()).checked_sub(1)?)?.end.min(HEAD);
        let head = text.slice(0..last);
        let offset = text.tokens().first()?.start;
        let head = Text::new(head);
        let reference = Reference { published: None, direction: Direction::Past, day_first };
        let (times, _) = self.read(&head, language, &reference);
        let full = |time: &&Time| {
            let days = time.start.zip(time.end);
            let line = head.paragraphs().get(head.paragraph_of(head.token_at(time.span.start())));
            let short = line.is_some_and(|line| {
                let last = line.end.checked_sub(1).and_then(|last| head.tokens()[last].mark());
                line.len() <= SHORT && (line.len() <= SURE || !matches!(last, Some('.' | '?' | '!' | '…')))
            });
            let opening = line.is_some_and(|line| {
                head.token_at(time.span.start()).saturating_sub(line.start) <= 10 && !short && is_opening(&head, time)
            });
            matches!(time.kind, TimeKind::Instant | TimeKind::Range)
                && days.is_some_and(|(start, end)| start.is_minute() || is_one_day(start, end))
                && (short || opening)
        };
        let found = times.iter().filter(full).find(|time| time.clock.is_some()).or_else(|| times.iter().find(full))?;
        let start = found.start?;
        let moment = match &found.clock {
            Some(clock) => format!("{}T{clock}", start.date()).parse().unwrap_or(start),
            None => start,
        };
        Some((moment, text.points(found.span.start() + offset, found.span.end() + offset)))
    }
}

fn is_one_day(start: Moment, end: Moment) -> bool {
    start.date().tomorrow().is_ok_and(|tomorrow| tomorrow == end.date())
}

/// Whether a dash, a colon or a closing bracket follows, as after the place and date that open a wire's report.
fn is_opening(text: &Text<'_>, time: &Time) -> bool {
    let next = text.token_at(time.span.end());
    text.tokens()
        .get(next)
        .and_then(|token| token.mark())
        .is_some_and(|mark| matches!(mark, '-' | '–' | ':' | ')' | '('))
}
