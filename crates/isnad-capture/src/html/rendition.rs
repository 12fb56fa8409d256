//! All visible text of a page in document order, one line a block, inner white space one space. It leaves nothing visible
//! out and judges nothing: what a block is, `judge` says from the features collected here.

use dom_query::{Document, NodeRef};

/// The page's lines.
pub(crate) struct Rendition {
    pub(crate) lines: Vec<Line>,
    /// Whether something lay too deep to be taken.
    pub(crate) cut: bool,
}

/// One block's text with what the page's markup says of it.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// Characters inside links or buttons.
    pub(crate) linked: usize,
    pub(crate) place: Place,
}

/// Where on the page a text stands.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// Inside navigation, an aside, a footer, a form …
    pub(crate) aside: bool,
    /// Inside an element whose class or id speaks of furniture.
    pub(crate) aside_by_name: bool,
    /// Inside an article or the page's main part.
    pub(crate) article: bool,
    /// Inside a heading; its level.
    pub(crate) heading: Option<u8>,
    /// Inside an item of a list.
    pub(crate) item: bool,
    /// Inside a picture's caption.
    pub(crate) caption: bool,
    /// Inside an element that speaks of author or date.
    pub(crate) stamp: bool,
    linked: bool,
}

const INVISIBLE: [&str; 18] = [
    "script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object", "video", "audio", "canvas",
    "select", "textarea", "datalist", "map", "noframes", "noembed",
];

const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "picture", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Inline elements that stand apart on screen though no space does so in the markup.
const APART: [&str; 5] = ["a", "button", "label", "td", "th"];

/// Renders a page; elements nested deeper than `depth` are left out.
pub(crate) fn render(document: &Document, depth: usize) -> Rendition {
    let mut pen = Pen::default();
    let mut cut = false;
    let mut places = vec![Place::default()];
    let mut next = Some(document.root());
    // Depth first without recursion: pages can be nested as deep as they please.
    while let Some(node) = next {
        let place = enter(&node, places.last().copied().unwrap_or_default());
        let too_deep = places.len() > depth;
        cut |= too_deep && node.first_child().is_some();
        if let Some(place) = place.filter(|_| !too_deep) {
            if node.is_text() {
                pen.write(&node.text(), place);
            }
            pen.border(&node);
            if let Some(child) = node.first_child() {
                places.push(place);
                next = Some(child);
                continue;
            }
            pen.border(&node);
        }
        let mut at = Some(node);
        next = loop {
            let Some(done) = at else { break None };
            if let Some(sibling) = done.next_sibling() {
                break Some(sibling);
            }
            at = done.parent();
            if let Some(parent) = &at {
                places.pop();
                pen.border(parent);
            }
        };
    }
    pen.end_line();
    Rendition { lines: pen.lines, cut }
}

/// The place inside a node; `None` if nothing in it is visible.
fn enter(node: &NodeRef<'_>, outer: Place) -> Option<Place> {
    if node.is_text() || node.is_document() {
        return Some(outer);
    }
    let name = node.node_name()?;
    let name: &str = &name;
    let hidden = node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
        || node.attr("style").is_some_and(|style| is_hidden(&style));
    if hidden || INVISIBLE.contains(&name) || !node.is_element() {
        return None;
    }
    let role = node.attr("role");
    let role = role.as_deref().unwrap_or_default();
    let named = names(node);
    let mut place = outer;
    place.article |= matches!(name, "article" | "main") || role == "main" || role == "article";
    place.aside |= matches!(name, "nav" | "aside" | "footer" | "form" | "button" | "dialog" | "menu")
        || (name == "header" && !outer.article)
        || matches!(role, "navigation" | "complementary" | "search" | "banner" | "contentinfo" | "dialog" | "alert");
    place.aside_by_name |= name != "body" && named.iter().any(|word| FURNITURE.contains(&word.as_str()));
    place.stamp |= matches!(name, "time" | "address")
        || (!matches!(name, "body" | "html") && named.iter().any(|word| STAMP.contains(&word.as_str())));
    place.item |= name == "li";
    place.caption |= name == "figcaption" || (name != "body" && named.iter().any(|word| word == "caption"));
    place.linked |= matches!(name, "a" | "button");
    if let [b'h', level @ b'1'..=b'6'] = name.as_bytes() {
        place.heading = Some(level - b'0');
    }
    Some(place)
}

const FURNITURE: [&str; 58] = [
    "ad",
    "ads",
    "advert",
    "banner",
    "bottom",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "crumb",
    "crumbs",
    "disqus",
    "footer",
    "ftr",
    "gdpr",
    "hdr",
    "links",
    "login",
    "masthead",
    "menu",
    "more",
    "most",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "older",
    "pager",
    "pagination",
    "popular",
    "popup",
    "print",
    "promo",
    "recirc",
    "recommended",
    "related",
    "rss",
    "search",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "site",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "tags",
    "ticker",
    "toolbar",
    "tools",
    "topics",
    "trending",
    "widget",
    "widgets",
];

const STAMP: [&str; 17] = [
    "author",
    "byline",
    "credit",
    "date",
    "dateline",
    "datetime",
    "meta",
    "posted",
    "pubdate",
    "publish",
    "published",
    "stamp",
    "time",
    "timestamp",
    "updated",
    "views",
    "writer",
];

/// The words of an element's class and id.
fn names(node: &NodeRef<'_>) -> Vec<String> {
    let values = [node.attr("class"), node.attr("id")];
    let words = values.iter().flatten().flat_map(|value| value.split(|c: char| !c.is_ascii_alphanumeric()));
    words.filter(|word| !word.is_empty()).take(24).map(str::to_lowercase).collect()
}

fn is_hidden(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Writes lines.
#[derive(Default)]
struct Pen {
    lines: Vec<Line>,
    line: String,
    linked: usize,
    place: Place,
    space: bool,
}

impl Pen {
    fn write(&mut self, text: &str, place: Place) {
        for c in text.chars() {
            if c.is_whitespace() || (c.is_control() && c != '\u{ad}') {
                self.space = true;
                continue;
            }
            if self.line.is_empty() {
                self.place = place;
            } else if self.space {
                self.line.push(' ');
            }
            self.space = false;
            self.line.push(c);
            self.linked += usize::from(place.linked);
            self.place.stamp |= place.stamp;
        }
    }

    /// The edge of an element: a new line for a block, a space between things that stand apart.
    fn border(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        let name: &str = &name;
        if !node.is_element() {
            return;
        }
        if APART.contains(&name) {
            self.space = true;
        } else if !INLINE.contains(&name) {
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        self.space = false;
        if !self.line.is_empty() {
            self.lines.push(Line {
                text: std::mem::take(&mut self.line),
                linked: std::mem::take(&mut self.linked),
                place: self.place,
            });
        }
    }
}
