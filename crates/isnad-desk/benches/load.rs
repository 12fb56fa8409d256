//! How long pages take under load: 20,000 reports, 3,000 incidents, 50 requests a second, each sent on time whether or not
//! the ones before it are answered. `cargo bench -p isnad-desk --bench load [SECONDS]`.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench says what it measured")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const REQUESTS_A_SECOND: u32 = 50;
const PAGES: [&str; 14] = [
    "/incidents",
    "/incidents?page=40",
    "/incidents?q=%D8%A7%D9%84%D8%B6%D9%85%D9%8A%D8%B1",
    "/incidents?disputed=1&kind=raid&from=2022-01-01&to=2023-01-01",
    "/incidents?view=map",
    "/incidents?view=timeline",
    "/incidents.json",
    "/incidents/i0",
    "/incidents/i1234",
    "/reports",
    "/reports?q=Kutum",
    "/reports/r777",
    "/names",
    "/names/org:civil-defence",
];

fn main() {
    let seconds: u32 = std::env::args().filter_map(|arg| arg.parse().ok()).next().unwrap_or(60);
    let start = Instant::now();
    let (ledgers, weighed) = common::generated::library(20_000, 3_000, 8, 25);
    println!("made in {:.1} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let reader = common::Reader::enter(&common::open(ledgers, weighed));
    println!("opened in {:.1} s", start.elapsed().as_secs_f64());
    for preferences in ["language=ar", "language=en&names=hidden"] {
        measure(&Arc::new(reader.choosing(preferences)), preferences, seconds);
    }
}

fn measure(reader: &Arc<common::Reader>, preferences: &str, seconds: u32) {
    for path in PAGES {
        reader.get(path);
    }
    let taken: Arc<Mutex<Vec<(usize, Duration, usize)>>> = Arc::default();
    let start = Instant::now();
    let requests = (0..REQUESTS_A_SECOND * seconds).map(|n| {
        let due = start + Duration::from_secs(1) * n / REQUESTS_A_SECOND;
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let (reader, taken) = (reader.clone(), taken.clone());
        thread::spawn(move || {
            let page = n as usize % PAGES.len();
            let answer = reader.get(PAGES[page]);
            assert_eq!(answer.status, 200);
            taken.lock().unwrap().push((page, due.elapsed(), answer.body.len()));
        })
    });
    requests.collect::<Vec<_>>().into_iter().for_each(|request| request.join().unwrap());
    let taken = taken.lock().unwrap();
    println!("\n{preferences}, {REQUESTS_A_SECOND} requests/s for {seconds} s");
    println!("{:>8} {:>8} {:>8} {:>8}", "p50 ms", "p99 ms", "most ms", "KB");
    let row = |name: &str, mut times: Vec<Duration>, bytes: usize| {
        times.sort_unstable();
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize].as_secs_f64() * 1000.0;
        println!("{:8.1} {:8.1} {:8.1} {:8.1}  {name}", at(0.5), at(0.99), at(1.0), bytes as f64 / 1000.0);
    };
    for (page, path) in PAGES.iter().enumerate() {
        let of_page = || taken.iter().filter(|t| t.0 == page);
        row(path, of_page().map(|t| t.1).collect(), of_page().map(|t| t.2).max().unwrap_or(0));
    }
    row("all", taken.iter().map(|t| t.1).collect(), 0);
}
