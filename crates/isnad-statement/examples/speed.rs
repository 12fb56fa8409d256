//! How fast statements are read: `cargo run --release -p isnad-statement --example speed -- ar FILE 500` reads the file
//! repeated 500 times as one text and prints megabytes a second of wall-clock time. Not a bench: for profiling.

use isnad_languages::Tables;
use isnad_statement::StatementReader;
use isnad_text::Text;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [language, file, times] = arguments.as_slice() else { return Err("usage: speed ar|en FILE TIMES".into()) };
    let raw = std::fs::read_to_string(file)?.repeat(times.parse()?);
    let megabytes = raw.len() as f64 / 1e6;
    let start = Instant::now();
    let reader = StatementReader::new(Tables::embedded());
    let ready = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let text = Text::new(&raw);
    let cut = start.elapsed().as_secs_f64();
    let (statements, _) = reader.read(&text, language, &[], &[]);
    let read = start.elapsed().as_secs_f64();
    let (cut, whole) = (megabytes / cut, megabytes / read);
    eprintln!(
        "{megabytes:.1} MB, {} statements; ready in {:.1} ms; tokens {cut:.1} MB/s; text to statements {whole:.1} MB/s",
        statements.len(),
        ready * 1e3
    );
    Ok(())
}
