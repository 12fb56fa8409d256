//! Web archives, packed ones, and feeds: whole, cut off, and made to do harm. All are built here.

#![allow(clippy::unwrap_used, reason = "a test's helpers")]

use flate2::{Compression, write::GzEncoder};
use isnad_capture::{Doors, Limits};
use isnad_languages::Tables;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isnad-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Ids, URLs and titles of the reports, and what went wrong.
fn read(file: &Path) -> Vec<String> {
    read_with(file, Limits::default())
}

fn read_with(file: &Path, limits: Limits) -> Vec<String> {
    let doors = Doors::with_limits(Tables::embedded(), limits);
    let folder = file.parent().unwrap().display().to_string();
    let all = match doors.open(file) {
        Ok(reports) => reports.collect(),
        Err(error) => vec![Err(error)],
    };
    let said = |text: Option<String>| text.unwrap_or_else(|| "?".to_owned());
    let line = |report: Result<isnad_capture::Captured, isnad_capture::CaptureError>| match report {
        Ok(captured) => {
            let report = captured.report;
            let published = report.published.map(|moment| moment.to_string());
            [report.id, said(report.url), said(report.publisher), said(published), said(report.title)].join(" | ")
        }
        Err(error) => error.to_string().replace(&folder, ""),
    };
    all.into_iter().map(line).collect()
}

fn record(kind: &str, url: &str, answer: &str) -> String {
    let length = answer.len();
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {length}\r\n\r\n{answer}\r\n\r\n"
    )
}

fn page(title: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>{title} | The Outlet</title><main><h1>{title}</h1>\
         <p>Six people died in the town on Monday when the market burned, a doctor at the hospital said.</p></main>"
    )
}

fn records() -> Vec<String> {
    vec![
        record("warcinfo", "", "software: a test"),
        record("request", "http://a.example/1", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "http://a.example/1", &page("Market burns in the town")),
        record("response", "http://a.example/2", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
        record("response", "http://a.example/3", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<nav>Home</nav>"),
        record("response", "http://a.example/4", &page("Market fire: what we know")),
    ]
}

const BOTH: [&str; 2] = [
    "x#3 | http://a.example/1 | The Outlet | ? | Market burns in the town",
    "x#6 | http://a.example/4 | The Outlet | ? | Market fire: what we know",
];

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn web_archives() {
    let folder = folder("warc");
    let plain = folder.join("x.warc");
    fs::write(&plain, records().concat()).unwrap();
    assert_eq!(read(&plain), BOTH);
    let zipped = folder.join("x.warc.gz");
    let members: Vec<u8> = records().iter().flat_map(|record| gzip(record.as_bytes())).collect();
    fs::write(&zipped, &members).unwrap();
    assert_eq!(read(&zipped), BOTH);
    let packed = folder.join("x.wacz");
    let mut zip = zip::ZipWriter::new(fs::File::create(&packed).unwrap());
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in [("datapackage.json", &b"{}"[..]), ("archive/x.warc.gz", &members)] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    assert_eq!(read(&packed), BOTH);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn broken_archives_give_what_they_have_and_one_error() {
    let folder = folder("broken");
    let file = folder.join("x.warc");
    let whole = records().concat();
    fs::write(&file, &whole[..whole.len() - 40]).unwrap();
    assert_eq!(read(&file), [BOTH[0], "/x.warc, after record 6: the last record is cut off"]);
    fs::write(&file, "WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nx").unwrap();
    assert_eq!(read(&file), ["/x.warc, after record 1: the last record is cut off"]);
    fs::write(&file, "<html>no archive").unwrap();
    assert_eq!(read(&file), ["/x.warc, after record 0: a record does not begin with WARC/"]);
    let packed = folder.join("x.wacz");
    fs::write(&packed, "no zip").unwrap();
    assert_eq!(read(&packed).len(), 1);
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn bombs_are_not_unpacked() {
    let folder = folder("bomb");
    let text = folder.join("x.txt.gz");
    fs::write(&text, gzip(&vec![b'x'; 40 << 20])).unwrap();
    let limits = Limits { expansion: 20, ..Limits::default() };
    let error = "/x.txt.gz: it unpacks to far more than a text would; nothing more of it was read";
    assert_eq!(read_with(&text, limits), [error]);
    assert_eq!(read_with(&text, Limits { text: 1 << 20, ..Limits::default() }).len(), 1, "larger than a text may be");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn feeds() {
    let folder = folder("feed");
    let rss = folder.join("x.xml");
    let text = r#"<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss xmlns:content="c"><channel><title>The Outlet</title>
        <image><title>Logo</title></image>
        <item><title>Fire &amp; smoke &a;</title><link>http://a.example/1</link><pubDate>Sat, 06 Dec 2025 09:24:00 +0300</pubDate>
          <description>Short.</description><content:encoded><![CDATA[<p>Six people died, a doctor said.</p>]]></content:encoded></item>
        <item><title>Second</title><description>&lt;p&gt;A man was held, police said.&lt;/p&gt;</description></item></channel></rss>"#;
    fs::write(&rss, text).unwrap();
    let first = "x#1 | http://a.example/1 | The Outlet | 2025-12-06T09:24 | Fire & smoke &a;";
    assert_eq!(read(&rss), [first, "x#2 | ? | The Outlet | ? | Second"]);
    let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>The Outlet</title><entry><title>Third</title>
        <link rel="edit" href="x"/><link href="http://a.example/3"/><published>2025-12-06T09:24:00+03:00</published>
        <content type="xhtml"><div><p>Six people <b>died</b>, a doctor said.</p></div></content></entry></feed>"#;
    fs::write(&rss, atom).unwrap();
    assert_eq!(read(&rss), ["x#1 | http://a.example/3 | The Outlet | 2025-12-06T09:24 | Third"]);
    fs::write(&rss, &text[..text.find("Second").unwrap()]).unwrap();
    assert_eq!(read(&rss)[0], first);
    fs::write(&rss, "<rss><channel><item><title>x</wrong></rss>").unwrap();
    assert_eq!(read(&rss).len(), 1);
    fs::remove_dir_all(&folder).unwrap();
}
