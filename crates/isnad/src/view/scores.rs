//! Scores and misses as lines. They are counted elsewhere.

use super::terminal::{Positions, name};
use isnad_gold::{Across, Beyond, Gold, Marked, Miss, Prf, RoleScore, Score, SetScore, Tally};
use isnad_ledger::{Ledger, Span};
use serde_json::json;
use std::io::{self, Write};

/// Characters of a stretch of text that are shown.
const SHOWN: usize = 90;

fn line(out: &mut dyn Write, name: &str, prf: Prf) -> io::Result<()> {
    writeln!(out, "{name:18} P {:5.1}  R {:5.1}  F1 {:5.1}", prf.p, prf.r, prf.f1)
}

/// One row a report, by `relation50`.
pub(crate) fn rows(out: &mut dyn Write, rows: &[(String, Score)]) -> io::Result<()> {
    for (id, score) in rows {
        line(out, id, score.relation50)?;
    }
    if rows.is_empty() { Ok(()) } else { writeln!(out) }
}

/// The measures of the attribution literature, in the scoring script's rows.
pub(crate) fn score(out: &mut dyn Write, score: &Score) -> io::Result<()> {
    writeln!(out, "docs {}  gold {}  pred {}", score.docs, score.gold, score.pred)?;
    line(out, "detect", score.detect)?;
    line(out, "detect50", score.detect50)?;
    line(out, "relation50", score.relation50)?;
    line(out, "relation_exact", score.relation_exact)?;
    for (role, RoleScore { exact, words, soft, tag, span }) in
        [("source", score.source), ("cue", score.cue), ("content", score.content)]
    {
        for (measure, prf) in [("exact", exact), ("tokF1", words), ("soft", soft), ("tag", tag), ("span", span)] {
            line(out, &format!("{role} {measure}"), prf)?;
        }
    }
    Ok(())
}

/// What comes after finding.
pub(crate) fn beyond(out: &mut dyn Write, beyond: &Beyond) -> io::Result<()> {
    let share = |out: &mut dyn Write, name: &str, tally: Tally| {
        writeln!(out, "{name:18} {:5.1} %  {} of {}", tally.percent(), tally.right, tally.of)
    };
    writeln!(out, "\nof statements whose content was found")?;
    share(out, "stance", beyond.stance)?;
    share(out, "kind", beyond.kind)?;
    share(out, "mode", beyond.mode)?;
    share(out, "speaker", beyond.speaker)?;
    share(out, "chain length", beyond.chain_length)?;
    share(out, "chain", beyond.chain)?;
    line(out, "speakers B³", beyond.speakers())?;
    line(out, "chains of 2 and up", beyond.long_chains())?;
    writeln!(out, "\nconfidence: off by {:.3} on average", beyond.calibration_error())?;
    for (tenth, bin) in beyond.bins.iter().enumerate().filter(|(_, bin)| bin.tally.of > 0) {
        let mean = bin.confidence / bin.tally.of as f64;
        writeln!(out, "  .{tenth} said {mean:.2}  right {:.2}  of {}", bin.tally.percent() / 100.0, bin.tally.of)?;
    }
    writeln!(out, "\nby construction")?;
    for (construction, tally) in &beyond.constructions {
        writeln!(out, "  {construction:32} {:4} of {:4} right", tally.right, tally.of)?;
    }
    Ok(())
}

/// Whether speakers are the same ones throughout.
pub(crate) struct Who {
    /// Each report by itself.
    pub(crate) within: Across,
    /// Each set as one, where there are sets.
    pub(crate) across: Option<Across>,
}

impl Who {
    fn rows(&self) -> impl Iterator<Item = (&'static str, &Across)> {
        std::iter::once(("report", &self.within)).chain(self.across.iter().map(|across| ("set", across)))
    }

    pub(crate) fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "\nspeakers by key (B³), chains of 2 and up with every member right")?;
        for (group, across) in self.rows() {
            line(out, &format!("speakers, {group}"), across.speakers())?;
            line(out, &format!("chains, {group}"), across.chains())?;
        }
        Ok(())
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        let row = |(group, across): (&str, &Across)| {
            (group.to_owned(), json!({"speakers_b3": across.speakers(), "long_chains": across.chains()}))
        };
        serde_json::Value::Object(self.rows().map(row).collect())
    }
}

/// How comparing the reports of sets went.
pub(crate) fn sets(out: &mut dyn Write, score: &SetScore) -> io::Result<()> {
    writeln!(out, "\nsets, weighed as one input")?;
    let rows = [
        ("incident", score.incident),
        ("opposition", score.opposition),
        ("dispute", score.dispute),
        ("root", score.root),
        ("derivation", score.derivation),
    ];
    for (name, prf) in rows {
        writeln!(out, "{name:18} P {:.3}  R {:.3}  F1 {:.3}", prf.p, prf.r, prf.f1)?;
    }
    for (name, share) in [("positions", score.positions), ("how derived", score.how)] {
        let share = share.map_or("none to compare".to_owned(), |share| format!("{share:.3}"));
        writeln!(out, "{name:18} {share}")?;
    }
    let counts = &score.counts;
    writeln!(
        out,
        "on {} incidents; right, read, gold: opposed pairs {:?}, disputes {:?}, derivations {:?}; {} of {} statements found",
        counts.incidents,
        counts.opposed_pairs,
        counts.disputes,
        counts.derivations,
        counts.aligned,
        counts.attributions
    )
}

/// What comes after finding, as JSON.
pub(crate) fn json(beyond: &Beyond) -> serde_json::Result<serde_json::Value> {
    let mut all = serde_json::to_value(beyond)?;
    all["speakers_b3"] = json!(beyond.speakers());
    all["long_chains"] = json!(beyond.long_chains());
    all["calibration_error"] = json!(beyond.calibration_error());
    Ok(all)
}

/// What is wrong in one report: `-` the gold, `+` the reading.
pub(crate) fn misses(out: &mut dyn Write, id: &str, gold: &Gold, ledger: &Ledger, misses: &[Miss]) -> io::Result<()> {
    let at = Positions::of(&gold.text);
    for miss in misses {
        let statement = miss.predicted.map(|j| &ledger.statements[j]);
        let attribution = miss.gold.map(|i| &gold.attributions[i]);
        let construction = statement.map_or("", |statement| statement.construction.as_str());
        let label = attribution.map_or("", |attribution| attribution.id.as_str());
        writeln!(out, "{id} {label} {} {construction}", name(&miss.kind))?;
        if let Some(attribution) = attribution {
            writeln!(out, "  - {}", words(&at, attribution))?;
        }
        if let Some(statement) = statement {
            writeln!(out, "  + {} {:.2}", words(&at, statement), statement.confidence)?;
        }
    }
    Ok(())
}

fn words(at: &Positions<'_>, marked: &impl Marked) -> String {
    let [source, cue, content] = marked.roles().map(|spans| pieces(at, spans));
    format!("[{source}] ({cue}) {content}")
}

fn pieces(at: &Positions<'_>, spans: &[Span]) -> String {
    let words: Vec<&str> = spans.iter().map(|span| at.words(*span)).collect();
    let words = words.join(" … ").replace('\n', " ⏎ ");
    let length = words.chars().count();
    if length <= SHOWN {
        return words;
    }
    let start: String = words.chars().take(SHOWN / 2).collect();
    let end: String = words.chars().skip(length - SHOWN / 2).collect();
    format!("{start} ~ {end}")
}
