//! Pages: from HTML to a rendition with judged blocks and what the page says of its publication. Pages never run, and
//! nothing they refer to is fetched.

mod judge;
mod meta;
mod rendition;

use crate::{
    capture::{Captured, Original},
    digest::sha256,
    doors::{Doors, title},
};
use dom_query::Document;
use encoding_rs::Encoding;
use isnad_ledger::{BlockKind, Note, Report};

/// Elements open at once times all elements, above which a page is refused. A long live ticker comes to a tenth of it.
const OPEN_TIMES_ALL: usize = 20_000_000;

/// Reads a page. An error says in a few words why it cannot be read.
pub(crate) fn read(doors: &Doors, id: &str, html: &str, capture: String) -> Result<Captured, &'static str> {
    if would_explode(html) {
        return Err("its elements open each other over and over; no newsroom's page does");
    }
    let document = Document::from(html);
    let meta = meta::read(&document);
    let rendition = rendition::render(&document, doors.limits.depth);
    let evidence = if rendition.cut { Vec::new() } else { judge::article(document) };
    let (text, blocks) = judge::judge(&rendition, &meta, &evidence, &doors.furniture);
    let prose: String = blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Furniture)
        .map(|block| block.span.of(&text))
        .collect::<Vec<_>>()
        .join("\n");
    let language = doors.languages.detect(&prose).or(meta.language.clone());
    let mut notes = Vec::new();
    if rendition.cut {
        notes.push(Note {
            code: "page_cut".to_owned(),
            span: None,
            text: "Elements nested deeper than any page needs were left out.".to_owned(),
        });
    }
    let headline = title(&text, &blocks);
    let report = Report {
        id: id.to_owned(),
        url: meta.url,
        publisher: meta.publisher.or_else(|| meta::outlet_beside(&meta.titles, headline.as_deref()?)),
        title: headline.or(meta.title),
        published: meta.published,
        language,
        sha256: capture,
        text_sha256: sha256(text.as_bytes()),
        text,
        blocks,
    };
    Ok(Captured { report, notes, original: Original::default() })
}

/// The charset that a page's first bytes declare.
pub(crate) fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_lowercase();
    let (_, after) = start.split_once("charset=")?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// Whether so many elements are left open that parsing would take the square of the page's length: html5ever searches the
/// open ones at each tag, and opens inline ones again inside each block.
fn would_explode(html: &str) -> bool {
    const ENDLESS: [&str; 31] = [
        "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input",
        "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
        "tr", "track", "wbr",
    ];
    let (mut open, mut most, mut all) = (0_isize, 0_isize, 0_usize);
    for part in html.split('<').skip(1) {
        let (closing, name) = match part.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, part),
        };
        let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = &name[..end];
        all += 1;
        if !name.is_empty() && !ENDLESS.iter().any(|endless| endless.eq_ignore_ascii_case(name)) {
            open = if closing { (open - 1).max(0) } else { open + 1 };
            most = most.max(open);
        }
    }
    (most as usize).saturating_mul(all) > OPEN_TIMES_ALL
}
