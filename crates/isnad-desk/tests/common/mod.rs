//! What the tests stand on: the invented sets of `gold/sets` as ledgers with their weighing, a desk to ask, and a reader
//! who asks it in plain HTTP.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test uses its part")]

pub mod generated;

use isnad_desk::{Capture, Desk, Memory};
use isnad_ledger::{Ledger, Weighed};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// Three sets of reports, six incidents and one without place and date.
pub fn sets() -> (Vec<Ledger>, Weighed) {
    #[derive(serde::Deserialize)]
    struct File {
        ledgers: Vec<serde_json::Value>,
        weighed: Weighed,
    }
    let file: File = serde_json::from_str(include_str!("../fixtures/sets.json")).unwrap();
    let ledger = |value: &serde_json::Value| Ledger::from_json(&value.to_string()).unwrap();
    (file.ledgers.iter().map(ledger).collect(), file.weighed)
}

/// A desk over these reports on a free port of this machine, answering on a thread of its own; gives its printed address.
pub fn open(ledgers: Vec<Ledger>, weighed: Weighed) -> String {
    serve(Memory::new(ledgers, weighed))
}

/// The reports of `examples/al-dumayr` as `isnad open` shows them: read and weighed here and now.
pub fn example() -> Memory {
    let tables = isnad_languages::Tables::embedded();
    let (reader, doors) = (isnad_flow::Reader::new(tables), isnad_capture::Doors::new(tables));
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/al-dumayr");
    let (mut ledgers, mut captures) = (Vec::new(), Vec::new());
    let mut each = |read: Result<(Ledger, isnad_capture::Original), isnad_capture::CaptureError>| {
        let (ledger, original) = read.unwrap();
        let (charset, retrieved) = (original.charset.to_owned(), original.retrieved);
        captures.push((ledger.report.id.clone(), Capture { bytes: original.bytes, charset, retrieved }));
        ledgers.push(ledger);
        Ok(())
    };
    let files = isnad_capture::files(&folder).unwrap();
    isnad_flow::read_files(&reader, &doors, &files, &isnad_flow::Options::default(), &mut each, &mut |_| {}).unwrap();
    let weighed = isnad_weigh::Weigher::new(tables).weigh(&ledgers);
    Memory::new(ledgers, weighed).with_captures(captures)
}

/// A desk over a library, like [`open`].
pub fn serve(library: Memory) -> String {
    let desk = Desk::bind("127.0.0.1:0".parse().unwrap(), library).unwrap();
    let url = desk.url();
    std::thread::spawn(move || desk.serve());
    url
}

/// An answer: status, head, body.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    /// A header's value, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// Somebody with the session's cookie and their own choices.
pub struct Reader {
    pub address: SocketAddr,
    pub cookies: String,
}

impl Reader {
    /// Opens the printed address and keeps the cookie.
    pub fn enter(url: &str) -> Reader {
        let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
        let mut reader = Reader { address: host.parse().unwrap(), cookies: String::new() };
        let answer = reader.get(&format!("/{path}"));
        assert_eq!(answer.status, 303, "{}", answer.body);
        let cookie = answer.header("set-cookie").unwrap().split(';').next().unwrap();
        reader.cookies = cookie.to_owned();
        reader
    }

    /// The same reader with these choices.
    pub fn choosing(&self, preferences: &str) -> Reader {
        Reader { address: self.address, cookies: format!("{}; isnad_view={preferences}", self.cookies) }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n", self.address), "")
    }

    pub fn post(&self, path: &str, form: &str) -> Answer {
        let host = self.address;
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
            form.len()
        );
        self.send(&head, form)
    }

    /// Sends a head as it is, with the cookies.
    pub fn send(&self, head: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "{head}Cookie: {}\r\nConnection: close\r\n\r\n{body}", self.cookies).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }
}
