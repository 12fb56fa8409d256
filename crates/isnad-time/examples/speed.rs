//! How many megabytes a second one core reads, by the time it spent on this process (`/proc/self/schedstat`), so that a busy
//! machine does not count: `cargo run --release -p isnad-time --example speed -- ar FILE [COPIES]`. For wall-clock time see
//! the bench.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for developers")]

use isnad_languages::Tables;
use isnad_text::Text;
use isnad_time::{Reference, TimeReader};

/// Seconds on a core so far; wall-clock time where the system does not tell.
fn seconds(start: std::time::Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |n| n / 1e9)
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(language), Some(file)) = (arguments.next(), arguments.next()) else {
        println!("speed ar|en FILE [COPIES]");
        return;
    };
    let copies: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(500);
    let start = std::time::Instant::now();
    let reader = TimeReader::new(Tables::embedded());
    let raw = std::fs::read_to_string(file).unwrap().repeat(copies);
    let reference = Reference::published("2025-12-06T09:24".parse().unwrap());
    let (mut cut, mut read, mut found) = (f64::MAX, f64::MAX, 0);
    for _ in 0..9 {
        let before = seconds(start);
        let text = Text::new(&raw);
        let between = seconds(start);
        found = reader.read(&text, &language, &reference).0.len();
        let after = seconds(start);
        (cut, read) = (cut.min(between - before), read.min(after - between));
    }
    let speed = |seconds: f64| raw.len() as f64 / 1e6 / seconds;
    println!("{:.2} MB, {found} expressions", raw.len() as f64 / 1e6);
    println!("read {:.0} MB/s, cut and read {:.0} MB/s of one core", speed(read), speed(cut + read));
}
