//! How one reader sees one library: in their language and digits, with names hidden or not. Every text of a report or of
//! weighing passes through here on its way to a page.

use crate::address::segment;
use crate::library::{Library, NameHead};
use crate::markup::{Markup, plain};
use crate::preferences::Preferences;
use crate::veil::Veil;
use crate::words::Words;
use isnad_ledger::{Ledger, NameKind, Span, Value};
use std::fmt;

/// Characters of a title or name that are shown.
const TITLE: usize = 220;

/// One reader's view of one library.
pub(crate) struct Lens<'a> {
    pub(crate) library: &'a dyn Library,
    pub(crate) preferences: Preferences,
    /// The page's own path with its query, to come back to.
    pub(crate) here: String,
    pub(crate) w: Words,
    veil: Option<Veil>,
}

/// A text with its language and direction, as it stands in a report.
#[derive(Clone, Debug, Default)]
pub(crate) struct Original {
    pub(crate) text: String,
    pub(crate) language: String,
    pub(crate) dir: &'static str,
}

/// A name as it is shown, and its page's path if it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Linked {
    pub(crate) text: String,
    pub(crate) href: Option<String>,
}

impl fmt::Display for Original {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Markup::default();
        out.html("<bdi lang=\"").text(&self.language).html("\" dir=\"").html(self.dir).html("\">");
        out.text(&self.text).html("</bdi>").fmt(f)
    }
}

impl askama::filters::HtmlSafe for Original {}

impl fmt::Display for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Markup::default();
        if let Some(href) = &self.href {
            out.html("<a href=\"").text(href).html("\">");
        }
        out.html("<bdi>").text(&self.text).html("</bdi>");
        if self.href.is_some() {
            out.html("</a>");
        }
        out.fmt(f)
    }
}

impl askama::filters::HtmlSafe for Linked {}

impl<'a> Lens<'a> {
    pub(crate) fn new(library: &'a dyn Library, preferences: Preferences, here: String) -> Self {
        Lens { library, preferences, here, w: preferences.words(), veil: None }
    }

    /// Draws the veil over the people of these reports, if the reader asked for it.
    pub(crate) fn cover<'l>(&mut self, ledgers: impl IntoIterator<Item = &'l Ledger>) {
        if self.preferences.hides_names {
            let ordinal = |key: &str| self.library.known(key).map(|head| head.ordinal);
            self.veil = Some(Veil::new(ledgers, self.w, ordinal));
        }
    }

    pub(crate) fn hides_names(&self) -> bool {
        self.preferences.hides_names
    }

    /// Somebody's text in full, without controls that turn it around.
    pub(crate) fn text(&self, text: &str) -> String {
        self.cut(text, usize::MAX)
    }

    /// Somebody's text, cut to what a title or name may fill.
    pub(crate) fn title(&self, text: &str) -> String {
        self.cut(text, TITLE)
    }

    fn cut(&self, text: &str, most: usize) -> String {
        let text = plain(text, most);
        match &self.veil {
            Some(veil) => veil.over(&text).into_owned(),
            None => text.into_owned(),
        }
    }

    /// The words of these spans as they stand in the report, cut to `most` characters.
    pub(crate) fn quote(&self, ledger: &Ledger, spans: &[Span], most: usize) -> Original {
        let parts: Vec<&str> = spans.iter().map(|span| span.of(&ledger.report.text).trim()).collect();
        self.original(&self.cut(&parts.join(" … "), most), ledger.report.language.as_deref())
    }

    /// A text in its own language, already cut and covered.
    pub(crate) fn original(&self, text: &str, language: Option<&str>) -> Original {
        let language =
            language.filter(|tag| tag.len() <= 16 && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
        let dir = match language.and_then(|tag| tag.get(..2)) {
            Some("ar" | "fa" | "he" | "ur" | "ps" | "ku" | "ug") => "rtl",
            Some(_) => "ltr",
            None => "auto",
        };
        Original { text: text.to_owned(), language: language.unwrap_or("und").to_owned(), dir }
    }

    /// A resolved name or key, in the reader's language where the library knows it, with its page.
    pub(crate) fn name(&self, name_or_key: &str) -> Linked {
        match self.library.known(name_or_key) {
            Some(head) => Linked { href: Some(self.name_path(&head)), text: self.head_name(&head) },
            None => Linked { text: self.title(name_or_key), href: None },
        }
    }

    /// The name of an entry in the reader's language.
    pub(crate) fn head_name(&self, head: &NameHead) -> String {
        if self.hides_names() && head.kind == NameKind::Person {
            return self.w.count("person-number", head.ordinal + 1);
        }
        match &head.name_ar {
            Some(arabic) if self.w.is_arabic() => self.title(arabic),
            _ => self.title(&head.name),
        }
    }

    /// The path of a name's page; by number where its key must not be seen.
    pub(crate) fn name_path(&self, head: &NameHead) -> String {
        let hidden = self.hides_names() || head.key.len() > crate::address::LONGEST;
        if hidden { format!("/names/~{}", head.ordinal) } else { format!("/names/{}", segment(&head.key)) }
    }

    /// A place's name in the reader's language.
    pub(crate) fn place(&self, name: &str) -> String {
        let arabic = self.w.is_arabic().then(|| self.library.place_in_arabic(name)).flatten();
        self.title(arabic.as_deref().unwrap_or(name))
    }

    /// The path of a report's page.
    pub(crate) fn report_path(&self, id: &str) -> String {
        format!("/reports/{}", segment(&self.library.report_address(id)))
    }

    /// A position's value; a mere denial has none of its own.
    pub(crate) fn answer(&self, value: Option<&Value>) -> Linked {
        match value {
            Some(value) => self.value(value),
            None => Linked { text: self.w.say("no-value"), href: None },
        }
    }

    /// A value.
    pub(crate) fn value(&self, value: &Value) -> Linked {
        let text = match value {
            Value::Range(range) => self.w.range(*range),
            Value::Days(start, end) => self.w.days(*start, *end),
            Value::Text(text) => match self.w.answer(text).filter(|_| self.w.is_arabic()) {
                Some(words) => words,
                None => return self.name(text),
            },
        };
        Linked { text, href: None }
    }
}
