//! HTML that is safe to print: the program's own tags, and everybody else's text escaped and stripped of the controls
//! that turn text around. It knows no page.

use std::{borrow::Cow, fmt};

/// A piece of HTML. Only the program's literals get in unescaped.
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// Adds HTML written in this program.
    pub(crate) fn html(&mut self, html: &'static str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Adds text, escaped for elements and quoted attributes alike.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// Whether a character turns the text around it, or is a control that no text needs.
pub(crate) fn is_turning(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// The text without controls that turn it around, cut to `most` characters with an ellipsis.
pub(crate) fn plain(text: &str, most: usize) -> Cow<'_, str> {
    let long = text.chars().nth(most).is_some();
    if !long && !text.contains(is_turning) {
        return Cow::Borrowed(text);
    }
    let mut kept: String = text.chars().filter(|c| !is_turning(*c)).take(most).collect();
    if long {
        kept.truncate(kept.trim_end().len());
        kept.push('…');
    }
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::{Markup, plain};

    #[test]
    fn text_is_escaped_and_literals_are_not() {
        let mut markup = Markup::default();
        markup.html("<b>").text("<script>\"&'").html("</b>");
        assert_eq!(markup.to_string(), "<b>&lt;script&gt;&quot;&amp;&#39;</b>");
    }

    #[test]
    fn nothing_turns_the_text_around() {
        assert_eq!(plain("a\u{202e}b\u{2067}c", 9), "abc");
        assert_eq!(plain("قال إن", 3), "قال…");
        assert_eq!(plain(&"x".repeat(1 << 20), 5).chars().count(), 6);
    }
}
