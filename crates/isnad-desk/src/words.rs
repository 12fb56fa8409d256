//! The program's words in Arabic and English (Fluent), numbers in either digits, and dates. It holds no page's content.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use isnad_ledger::{Moment, Range};
use jiff::civil::Date;
use serde::Serialize;
use std::sync::OnceLock;

/// A language of the desk's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Language {
    /// Arabic, right to left.
    #[default]
    Arabic,
    /// English.
    English,
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Digits {
    /// 0123
    #[default]
    European,
    /// ٠١٢٣
    Arabic,
}

/// The words of one language with one kind of digits.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
    pub(crate) digits: Digits,
    bundle: &'static FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language. The first call reads its file.
    pub(crate) fn new(language: Language, digits: Digits) -> Words {
        static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 4] = [const { OnceLock::new() }; 4];
        let at = language as usize * 2 + digits as usize;
        Words { language, digits, bundle: BUNDLES[at].get_or_init(|| bundle(language, digits)) }
    }

    pub(crate) fn code(&self) -> &'static str {
        if self.is_arabic() { "ar" } else { "en" }
    }

    pub(crate) fn dir(&self) -> &'static str {
        if self.is_arabic() { "rtl" } else { "ltr" }
    }

    pub(crate) fn is_arabic(&self) -> bool {
        self.language == Language::Arabic
    }

    /// A message without arguments. A key that no file has comes back as it is; a test sees to it that there is none.
    pub(crate) fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A message with the number `$n`.
    pub(crate) fn count(&self, key: &str, n: impl Amount) -> String {
        self.format(key, Some(&FluentArgs::from_iter([("n", number(n))])))
    }

    /// A message with the number `$n` and the text `$name`.
    pub(crate) fn about(&self, key: &str, n: impl Amount, name: &str) -> String {
        self.format(key, Some(&FluentArgs::from_iter([("n", number(n)), ("name", name.to_owned().into())])))
    }

    /// A message with these texts.
    pub(crate) fn with(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        let texts = texts.iter().map(|(name, text)| (*name, FluentValue::from((*text).to_owned())));
        self.format(key, Some(&FluentArgs::from_iter(texts)))
    }

    /// An answer that weighing words in English, in the reader's language; `None` if it is no word of its own.
    pub(crate) fn answer(&self, text: &str) -> Option<String> {
        let lower = text.chars().take(60).map(|c| if c.is_ascii_alphabetic() { c.to_ascii_lowercase() } else { '-' });
        let key = format!("value-{}", lower.collect::<String>().trim_matches('-'));
        self.bundle.has_message(&key).then(|| self.say(&key))
    }

    /// The word for a value of one of the contract's closed lists: `stance`, `kind`, `question` …
    pub(crate) fn term(&self, list: &str, value: &impl Serialize) -> String {
        self.say(&format!("{list}-{}", slug(value)))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }

    /// A whole number in the chosen digits, in groups of three from 10,000 on.
    pub(crate) fn number(&self, n: impl Amount) -> String {
        self.digits(&grouped(n.amount()))
    }

    /// ASCII digits in the chosen digits; everything else as it is.
    pub(crate) fn digits(&self, text: &str) -> String {
        if self.digits == Digits::Arabic { arabic(text) } else { text.to_owned() }
    }

    /// `8`, `8–12`, `at least 14`.
    pub(crate) fn range(&self, range: Range) -> String {
        match range.high() {
            Some(high) if high == range.low() => self.number(high),
            Some(high) => format!("{}–{}", self.number(range.low()), self.number(high)),
            None => self.count("at-least", range.low()),
        }
    }

    /// `19 October 2025`; `19 تشرين الأول/أكتوبر 2025`.
    pub(crate) fn date(&self, date: Date) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        self.digits(&format!("{} {month} {}", date.day(), date.year()))
    }

    /// Day and month alone, for an axis.
    pub(crate) fn day(&self, date: Date) -> String {
        let month = self.say(&format!("short-month-{}", date.month()));
        self.digits(&format!("{} {month}", date.day()))
    }

    /// Month and year, for an axis.
    pub(crate) fn month(&self, date: Date) -> String {
        let month = self.say(&format!("short-month-{}", date.month()));
        self.digits(&format!("{month} {}", date.year()))
    }

    /// A day, with the clock where it is known.
    pub(crate) fn moment(&self, moment: Moment) -> String {
        let date = self.date(moment.date());
        if moment.is_minute() { format!("{date}، {}", self.clock(moment)).replace('،', self.comma()) } else { date }
    }

    /// Day and month, with the clock where it is known; the year is told elsewhere on the page.
    pub(crate) fn short(&self, moment: Moment) -> String {
        let day = self.day(moment.date());
        if moment.is_minute() { format!("{day} {}", self.clock(moment)) } else { day }
    }

    /// `09:24`.
    pub(crate) fn clock(&self, moment: Moment) -> String {
        self.digits(&format!("{:02}:{:02}", moment.datetime().hour(), moment.datetime().minute()))
    }

    /// Half-open days as a reader says them: the last one included.
    pub(crate) fn days(&self, start: Option<Moment>, end: Option<Moment>) -> String {
        let last = end
            .map(|end| if end.is_minute() { end } else { Moment::day(end.date().yesterday().unwrap_or(end.date())) });
        match (start, last) {
            (Some(start), Some(last)) if last.date() <= start.date() => self.moment(start),
            (Some(start), Some(last)) => format!("{} – {}", self.moment(start), self.moment(last)),
            (Some(start), None) => format!("{} …", self.moment(start)),
            (None, Some(last)) => format!("… {}", self.moment(last)),
            (None, None) => self.say("unknown"),
        }
    }

    /// Things one after the other.
    pub(crate) fn list(&self, parts: &[String]) -> String {
        parts.join(&format!("{} ", self.comma()))
    }

    fn comma(&self) -> &'static str {
        if self.is_arabic() { "،" } else { "," }
    }
}

/// A value of a closed list as the contract writes it, with `-` for spaces and underscores.
pub(crate) fn slug(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word.replace([' ', '_'], "-"),
        _ => String::new(),
    }
}

fn number(n: impl Amount) -> FluentValue<'static> {
    FluentValue::from(n.amount())
}

/// A whole number to be said; beyond 32 bits it is cut.
pub(crate) trait Amount {
    fn amount(&self) -> u32;
}

impl Amount for u32 {
    fn amount(&self) -> u32 {
        *self
    }
}

impl Amount for usize {
    fn amount(&self) -> u32 {
        u32::try_from(*self).unwrap_or(u32::MAX)
    }
}

impl<T: Amount> Amount for &T {
    fn amount(&self) -> u32 {
        (**self).amount()
    }
}

fn grouped(n: u32) -> String {
    let digits = n.to_string();
    if n < 10_000 {
        return digits;
    }
    let from_right =
        |(at, c): (usize, char)| [(at != 0 && (digits.len() - at).is_multiple_of(3)).then_some(','), Some(c)];
    digits.chars().enumerate().flat_map(from_right).flatten().collect()
}

fn arabic(text: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '٠' as u32).unwrap_or(c),
        ',' => '٬',
        c => c,
    };
    text.chars().map(digit).collect()
}

fn bundle(language: Language, digits: Digits) -> FluentBundle<FluentResource> {
    let (tag, words) = match language {
        Language::Arabic => ("ar", include_str!("../locales/ar.ftl")),
        Language::English => ("en", include_str!("../locales/en.ftl")),
    };
    let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
    // What is wrong with the file is seen by the test below; at run time the good part of it serves.
    let resource = FluentResource::try_new(words.to_owned()).unwrap_or_else(|(good, _)| good);
    bundle.add_resource_overriding(resource);
    bundle.set_formatter(Some(match digits {
        Digits::European => |value, _| as_number(value).map(grouped),
        Digits::Arabic => |value, _| as_number(value).map(|n| arabic(&grouped(n))),
    }));
    bundle
}

fn as_number(value: &FluentValue) -> Option<u32> {
    match value {
        FluentValue::Number(number) => Some(number.value as u32),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
