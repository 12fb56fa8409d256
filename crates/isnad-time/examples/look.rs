//! Shows what is read in each row of a table of days and sentences on standard input: `look ar < rows.tsv`.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for developers")]

use isnad_languages::Tables;
use isnad_text::Text;
use isnad_time::{Reference, TimeReader};

fn main() {
    let language = std::env::args().nth(1).unwrap_or("ar".into());
    let reader = TimeReader::new(Tables::embedded());
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let Some((published, sentence)) = line.split_once('\t') else { continue };
        let (times, notes) =
            reader.read(&Text::new(sentence), &language, &Reference::published(published.parse().unwrap()));
        println!("{sentence}");
        for time in times {
            let show =
                |moment: Option<isnad_ledger::Moment>| moment.map_or("…".to_owned(), |moment| moment.to_string());
            println!(
                "    {}  {} – {}  {:?} {:?} {:?}",
                time.span.of(sentence),
                show(time.start),
                show(time.end),
                time.grain,
                time.part,
                time.clock
            );
        }
        for note in notes {
            println!("    ! {} {}", note.code, note.text);
        }
    }
}
