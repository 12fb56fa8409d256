//! Feeds (RSS, RDF, Atom): each item becomes a report, its content read as a page. Entities other than XML's own are never
//! expanded, and nothing that a feed names is fetched.

use crate::{CaptureError, capture::Captured, digest::sha256, doors::Doors, html, source::stem};
use isnad_ledger::Moment;
use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

/// Items taken from one feed.
const ITEMS: usize = 10_000;

/// Elements whose text is taken, or, as that of the last five, passed over with all that is in them.
const FIELDS: [&str; 15] = [
    "title",
    "link",
    "pubdate",
    "published",
    "date",
    "issued",
    "encoded",
    "content",
    "description",
    "summary",
    "updated",
    "image",
    "author",
    "textinput",
    "source",
];

/// What is known of one item.
#[derive(Debug, Default)]
struct Item {
    title: String,
    link: String,
    published: String,
    content: String,
    summary: String,
}

/// The reports of a feed.
pub(crate) fn read(doors: &Doors, place: &str, xml: &str) -> Vec<Result<Captured, CaptureError>> {
    let (outlet, items, problem) = parse(xml);
    let mut all: Vec<_> =
        items.into_iter().enumerate().map(|(at, item)| report(doors, place, at + 1, &outlet, item)).collect();
    if let Some(problem) = problem {
        let place = format!("{place}, after item {}", all.len());
        all.push(Err(CaptureError::new(
            place,
            problem,
            "the items before it were read; check that it is a whole RSS or Atom feed",
        )));
    }
    all
}

fn report(doors: &Doors, place: &str, number: usize, outlet: &str, item: Item) -> Result<Captured, CaptureError> {
    let content = if item.content.trim().is_empty() { item.summary } else { item.content };
    let page = format!("<article><h1>{}</h1>{content}</article>", item.title.replace('<', "&lt;"));
    let id = format!("{}#{number}", stem(place));
    let mut captured = html::read(doors, &id, &page, sha256(page.as_bytes())).map_err(|problem| {
        CaptureError::new(format!("{place}, item {number}"), problem, "the other items were read")
    })?;
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let report = &mut captured.report;
    report.title = some(&item.title).or(report.title.take());
    report.url = some(&item.link);
    report.publisher = some(outlet);
    report.published = moment(item.published.trim());
    captured.original.bytes = page.into_bytes();
    Ok(captured)
}

/// `Sat, 06 Dec 2025 09:24:00 +0300` or ISO 8601, as wall-clock time.
fn moment(text: &str) -> Option<Moment> {
    let written = || Some(Moment::minute(jiff::fmt::rfc2822::parse(text).ok()?.datetime()));
    text.parse().ok().or_else(written)
}

/// The feed's title, its items, and what is wrong where reading ended early.
fn parse(xml: &str) -> (String, Vec<Item>, Option<String>) {
    let mut reader = Reader::from_str(xml);
    let (mut outlet, mut items) = (String::new(), Vec::<Item>::new());
    let mut item: Option<Item> = None;
    let mut field = String::new();
    let mut depth = 0_usize;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => return (outlet, items, Some(error.to_string())),
        };
        let mut add = |text: &str, markup: bool| match (&mut item, field.as_str()) {
            (Some(item), "title") if !markup => item.title.push_str(text),
            (Some(item), "link") if !markup => item.link.push_str(text),
            (Some(item), "pubdate" | "published" | "date" | "issued") if !markup => item.published.push_str(text),
            (Some(item), "encoded" | "content") => item.content.push_str(text),
            (Some(item), "description" | "summary") => item.summary.push_str(text),
            (None, "title") if !markup && items.is_empty() => outlet.push_str(text),
            _ => {}
        };
        match event {
            Event::Eof => return (outlet, items, None),
            Event::Text(text) => add(&text, false),
            Event::CData(text) => add(&text, false),
            Event::GeneralRef(entity) => {
                let name: &str = &entity;
                let known = resolve_predefined_entity(name).map(str::to_owned);
                let letter = || entity.resolve_char_ref().ok().flatten().map(String::from);
                add(&known.or_else(letter).unwrap_or_else(|| format!("&{name};")), false);
            }
            Event::Start(tag) => match local(&tag).as_str() {
                "item" | "entry" => {
                    item = Some(Item::default());
                    field.clear();
                }
                // Elements inside a field are its markup: Atom's XHTML content.
                name if !field.is_empty() => {
                    depth += 1;
                    add(&format!("<{name}>"), true);
                }
                name if FIELDS.contains(&name) && !is_media(&tag) => field = name.to_owned(),
                _ => {}
            },
            Event::Empty(tag) => {
                let href = tag.try_get_attribute("href").ok().flatten();
                let alternate =
                    tag.try_get_attribute("rel").ok().flatten().is_none_or(|rel| &*rel.value == "alternate");
                if let (Some(item), Some(href), "link", true) = (&mut item, href, local(&tag).as_str(), alternate) {
                    item.link = href.value.into_owned();
                }
            }
            Event::End(tag) => {
                let name = tag.local_name().as_ref().to_lowercase();
                if matches!(name.as_str(), "item" | "entry") {
                    items.extend(item.take());
                    if items.len() == ITEMS {
                        return (outlet, items, Some(format!("it has more than {ITEMS} items")));
                    }
                } else if depth > 0 {
                    add(&format!("</{name}>"), true);
                    depth -= 1;
                    continue;
                }
                field.clear();
            }
            _ => {}
        }
    }
}

/// Whether it describes a picture or a recording and not the item.
fn is_media(tag: &BytesStart<'_>) -> bool {
    let name = tag.name();
    ["media:", "itunes:"].iter().any(|prefix| name.as_ref().starts_with(prefix))
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_lowercase()
}
