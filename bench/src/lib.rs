//! Generators of texts and ledgers for measuring, the same on every machine. They resemble news in length, in how often
//! words and outlets come, and in how desks edit; they mean nothing.

pub mod ledgers;
pub mod random;
pub mod texts;

/// Seconds of processor time this process has used, so that neighbours on the machine do not count.
pub fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks: u64 = [11, 12].iter().filter_map(|at| fields.get(*at)?.parse::<u64>().ok()).sum();
    ticks as f64 / 100.0
}

/// Most memory this process has held, in megabytes.
pub fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or_default() / 1024
}
