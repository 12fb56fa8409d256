//! What a reader has chosen: language, digits, light or dark, names hidden. Kept in one cookie of this desk, nowhere else.

use crate::words::{Digits, Language, Words};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};

/// Name of the cookie.
pub(crate) const COOKIE_NAME: &str = "isnad_view";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// The other way round.
    Dark,
}

/// What a reader has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Preferences {
    pub(crate) language: Language,
    pub(crate) digits: Digits,
    pub(crate) theme: Theme,
    pub(crate) hides_names: bool,
}

impl Preferences {
    /// From the cookie; without one, the language is the browser's if it is Arabic or English, else English.
    pub(crate) fn of(headers: &HeaderMap) -> Preferences {
        let cookie = cookie(headers, COOKIE_NAME);
        cookie
            .map_or_else(|| Preferences { language: asked_for(headers), ..Preferences::default() }, Preferences::parse)
    }

    /// Lays one choice over the others; what is not known changes nothing.
    pub(crate) fn choose(&mut self, what: &str, value: &str) {
        match (what, value) {
            ("language", "ar") => self.language = Language::Arabic,
            ("language", "en") => self.language = Language::English,
            ("digits", "arab") => self.digits = Digits::Arabic,
            ("digits", "latn") => self.digits = Digits::European,
            ("theme", "light") => self.theme = Theme::Light,
            ("theme", "dark") => self.theme = Theme::Dark,
            ("theme", "system") => self.theme = Theme::System,
            ("names", "hidden") => self.hides_names = true,
            ("names", "shown") => self.hides_names = false,
            _ => {}
        }
    }

    /// The cookie's value.
    pub(crate) fn cookie(&self) -> String {
        format!(
            "language={}&digits={}&theme={}&names={}",
            self.words().code(),
            if self.digits == Digits::Arabic { "arab" } else { "latn" },
            self.theme_name(),
            if self.hides_names { "hidden" } else { "shown" },
        )
    }

    /// `system`, `light` or `dark`.
    pub(crate) fn theme_name(&self) -> &'static str {
        match self.theme {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Whether this is the theme chosen.
    pub(crate) fn is_theme(&self, name: &str) -> bool {
        self.theme_name() == name
    }

    /// The words to speak in.
    pub(crate) fn words(&self) -> Words {
        Words::new(self.language, self.digits)
    }

    fn parse(cookie: &str) -> Preferences {
        let mut preferences = Preferences::default();
        let pairs = cookie.split('&').filter_map(|pair| pair.split_once('='));
        pairs.for_each(|(what, value)| preferences.choose(what, value));
        preferences
    }
}

/// A cookie's value.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

fn asked_for(headers: &HeaderMap) -> Language {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tags = asked.split(',').map(|tag| tag.trim().get(..2).unwrap_or_default().to_ascii_lowercase());
    match tags.into_iter().find(|tag| tag == "ar" || tag == "en") {
        Some(tag) if tag == "ar" => Language::Arabic,
        _ => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_back_from_their_cookie() {
        let mut chosen = Preferences::default();
        for (what, value) in
            [("language", "ar"), ("digits", "arab"), ("theme", "dark"), ("names", "hidden"), ("x", "y")]
        {
            chosen.choose(what, value);
        }
        assert_eq!(Preferences::parse(&chosen.cookie()), chosen);
        assert_eq!(Preferences::parse("language=<script>&&=;"), Preferences::default());
    }

    #[test]
    fn the_browsers_language_is_asked() {
        for (asked, expected) in
            [("ar-SY,en;q=.5", Language::Arabic), ("de, en", Language::English), ("", Language::English)]
        {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, asked.parse().unwrap())]);
            assert_eq!(Preferences::of(&headers).language, expected, "{asked}");
        }
    }
}
