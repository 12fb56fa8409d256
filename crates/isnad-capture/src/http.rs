//! A server's answer as it stands in an archive: is it a page, and what are its bytes. Nothing is sent or fetched here.

use crate::Limits;
use flate2::read::{GzDecoder, ZlibDecoder};
use std::io::Read;

/// The bytes of a page that a server answered with; `None` if it answered with anything else.
pub(crate) fn page(answer: &[u8], limits: &Limits) -> Option<Vec<u8>> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
    let mut lines = head.lines();
    let status = lines.next()?.split_whitespace().nth(1)?;
    let fields: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(':')).collect();
    let field = |name: &str| fields.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value.trim());
    let kind = field("content-type");
    if status != "200" || !(kind.starts_with("text/html") || kind.starts_with("application/xhtml")) {
        return None;
    }
    let body = &answer[end + 4..];
    let body = if field("transfer-encoding").contains("chunked") { unchunk(body) } else { body.to_vec() };
    let cap = limits.page + 1;
    let mut page = Vec::new();
    let unpacked = match field("content-encoding") {
        "gzip" | "x-gzip" => GzDecoder::new(body.as_slice()).take(cap).read_to_end(&mut page),
        "deflate" => ZlibDecoder::new(body.as_slice()).take(cap).read_to_end(&mut page),
        "" | "identity" => return Some(body),
        _ => return None,
    };
    unpacked.is_ok().then_some(page)
}

/// A body without the lengths of its chunks. Archives often keep the field though the chunks are already joined.
fn unchunk(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&rest[..end]).ok();
        let size = size.and_then(|size| usize::from_str_radix(size.split(';').next()?.trim(), 16).ok());
        let Some(size) = size.filter(|size| *size <= rest.len() - end - 2) else { break };
        if size == 0 {
            return out;
        }
        out.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = rest.get(end + 4 + size..).unwrap_or_default();
    }
    if out.is_empty() { body.to_vec() } else { out }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::Limits;

    #[test]
    fn answers() {
        let read = |head: &str, body: &str| {
            let answer = format!("HTTP/1.1 {head}\r\n\r\n{body}");
            page(answer.as_bytes(), &Limits::default()).map(|page| String::from_utf8(page).unwrap())
        };
        let html = "200 OK\r\nContent-Type: text/html; charset=utf-8";
        assert_eq!(read(html, "<p>x").as_deref(), Some("<p>x"));
        let chunked = format!("{html}\r\nTransfer-Encoding: chunked");
        assert_eq!(read(&chunked, "3\r\n<p>\r\n2;a=b\r\nxy\r\n0\r\n\r\n").as_deref(), Some("<p>xy"));
        assert_eq!(read(&chunked, "<p>joined already").as_deref(), Some("<p>joined already"));
        assert_eq!(read(&format!("{html}\r\nContent-Encoding: gzip"), "no gzip"), None);
        assert_eq!(read("404 Not Found\r\nContent-Type: text/html", "<p>x"), None);
        assert_eq!(read("200 OK\r\nContent-Type: image/png", "x"), None);
        assert_eq!(page(b"HTTP/1.1 200", &Limits::default()), None);
    }
}
