//! Weighing generated ledgers: seconds, memory, cost a report, and what adding one more costs.
//! `cargo run --release --manifest-path bench/Cargo.toml --bin scale -- 10000 100000`

use isnad_bench::{ledgers::Generator, peak_megabytes, processor_seconds};
use isnad_ledger::Ledger;
use isnad_weigh::Weigher;
use std::time::Instant;

const BATCH: usize = 512;
const ADDED: usize = 200;

fn main() {
    let weigher = Weigher::new(isnad_languages::Tables::embedded());
    for n in std::env::args().skip(1).filter_map(|n| n.parse::<usize>().ok()) {
        let mut generator = Generator::default();
        let mut weighing = weigher.start();
        let (mut wall, mut processor) = (0.0, 0.0);
        let mut left = n;
        while left > 0 {
            let batch: Vec<Ledger> = generator.by_ref().take(left.min(BATCH)).collect();
            left -= batch.len();
            let (a, b) = (Instant::now(), processor_seconds());
            weighing.add(&batch);
            wall += a.elapsed().as_secs_f64();
            processor += processor_seconds() - b;
        }
        let (a, b) = (Instant::now(), processor_seconds());
        let weighed = weighing.weighed();
        let (all, all_processor) = (a.elapsed().as_secs_f64(), processor_seconds() - b);
        println!(
            "{n} reports: {:.1} s (processor {:.1} s), of these {all:.1} s ({all_processor:.1} s) for the whole result; {:.0} µs a report; {} MB; {} incidents, {} derivations",
            wall + all,
            processor + all_processor,
            (processor + all_processor) * 1e6 / n as f64,
            peak_megabytes(),
            weighed.incidents.len(),
            weighed.derivations.len()
        );
        drop(weighed);
        let mut times: Vec<f64> = generator
            .take(ADDED)
            .map(|ledger| {
                let start = Instant::now();
                weighing.add(std::slice::from_ref(&ledger));
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("  adding one more: median {:.2} ms, 99 of 100 {:.2} ms, worst {:.2} ms", times[ADDED / 2], times[ADDED * 99 / 100], times[ADDED - 1]);
    }
}
