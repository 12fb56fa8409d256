//! `cargo xtask measure`: start-up time, and memory against a report's size, of the release build. Speed of reading is
//! measured by `cargo bench`, not here.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Runs of which the fastest counts.
const RUNS: usize = 9;

pub(crate) fn run(root: &Path) -> Result<(), String> {
    let built = Command::new("cargo").args(["build", "--release", "--quiet", "-p", "isnad"]).current_dir(root).status();
    if !built.is_ok_and(|status| status.success()) {
        return Err("the release build fails".to_owned());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let program = target.join("release/isnad");
    let folder = std::env::temp_dir().join(format!("isnad-measure-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let result = report(&program, root, &folder);
    fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
    result
}

fn report(program: &Path, root: &Path, folder: &Path) -> Result<(), String> {
    let text = gold_text(&root.join("gold/reports/ar-01.gold"))?;
    let small = folder.join("small.txt");
    fs::write(&small, "قال.").map_err(|error| error.to_string())?;
    let (time, base) = best(program, &small)?;
    say(&format!("start-up, one report of a word: {:.1} ms, {:.1} MB", time.as_secs_f64() * 1e3, base));
    for megabytes in [1, 10] {
        let size = megabytes << 20;
        let file = folder.join(format!("{megabytes}.txt"));
        fs::write(&file, text.repeat(size / text.len() + 1)).map_err(|error| error.to_string())?;
        let (time, peak) = best(program, &file)?;
        let per_byte = (peak - base) * 1e6 / size as f64;
        say(&format!(
            "one report of {megabytes} MB: {:.2} s, {peak:.0} MB, {per_byte:.1} bytes of memory a byte beyond the tables",
            time.as_secs_f64()
        ));
    }
    Ok(())
}

/// The text of a gold file, without marks.
fn gold_text(path: &Path) -> Result<String, String> {
    let raw = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let body = raw.split_once("\n---\n").map_or("", |(_, body)| body);
    let mut text = String::new();
    for part in body.split('‹') {
        text.push_str(part.split_once('›').map_or(part, |(_, words)| words));
    }
    Ok(text + "\n\n")
}

/// Time of the fastest run, and peak memory in MB.
fn best(program: &Path, file: &Path) -> Result<(Duration, f64), String> {
    let mut fastest = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        let status = read(program, file).status().map_err(|error| error.to_string())?;
        fastest = fastest.min(start.elapsed());
        if !status.success() {
            return Err("isnad read fails".to_owned());
        }
    }
    Ok((fastest, peak(program, file)?))
}

fn read(program: &Path, file: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(["read", "--json", "--out", "/dev/null"]).arg(file).stdin(Stdio::null());
    command
}

/// Peak resident memory in MB: the kernel's high-water mark, asked for until the program has ended.
fn peak(program: &Path, file: &Path) -> Result<f64, String> {
    let mut child = read(program, file).spawn().map_err(|error| error.to_string())?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0.0_f64;
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        let now = fs::read_to_string(&status).unwrap_or_default();
        let mark = now.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = mark.and_then(|mark| mark.split_whitespace().next()?.parse::<f64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0.0) * 1024.0 / 1e6);
        std::thread::sleep(Duration::from_micros(200));
    }
    Ok(peak)
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
