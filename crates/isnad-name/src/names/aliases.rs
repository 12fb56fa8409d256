//! Other names that a report says of a person: المعروف بـ"طلاعية", known as. It finds the words; whose they are is the person
//! named just before.

use super::coreference::Cluster;
use super::lexicon::QUOTES;
use isnad_text::Text;
use std::ops::Range;

/// Tokens between a person and the word that says the other name.
const NEAR: usize = 6;

/// Puts other names among their person's mentions. One that was taken for a person's own (أبو عمر) is his from there on.
pub(crate) fn aliases(text: &Text<'_>, clusters: &mut [Cluster]) {
    let mut taken: Vec<Option<usize>> = vec![None; text.tokens().len()];
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (number, cluster) in clusters.iter().enumerate() {
        for (tokens, _) in &cluster.named {
            tokens.clone().for_each(|at| taken[at] = Some(number));
            if cluster.entity.person {
                ends.push((tokens.end, number));
            }
        }
    }
    ends.sort_unstable();
    let mut touched = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    for token in 1..text.tokens().len() {
        let Some(name) = said_at(text, token) else { continue };
        let last = ends.partition_point(|(end, _)| *end <= token).checked_sub(1);
        let last = last.map(|at| ends[at]).max(previous).filter(|(end, _)| token - end < NEAR);
        let Some((_, who)) = last else { continue };
        let alias = text.slice(name.clone()).to_owned();
        match taken[name.start] {
            None => {
                name.clone().for_each(|at| taken[at] = Some(who));
                clusters[who].named.push((name.clone(), false));
            }
            // Only a kunya, and one who is first named so.
            Some(other) if other != who && is_kunya(text, name.start) && clusters[other].named[0].0 == name => {
                let entity = clusters[other].entity.clone();
                let same = std::mem::replace(&mut clusters[other], Cluster::new(entity));
                same.named.iter().for_each(|(tokens, _)| taken[tokens.start] = Some(who));
                clusters[who].take_in(same);
            }
            Some(_) => continue,
        }
        previous = Some((name.end, who));
        clusters[who].aliases.push(alias);
        touched.push(who);
    }
    for who in touched {
        clusters[who].named.sort_by_key(|(tokens, _)| tokens.start);
    }
}

/// The name that stands behind "known as" at a token: in quotation marks, or one or two words before a mark.
fn said_at(text: &Text<'_>, token: usize) -> Option<Range<usize>> {
    const KNOWN: [&str; 11] = [
        "المعروف",
        "المعروفة",
        "الملقب",
        "الملقبة",
        "المكنى",
        "المكناة",
        "يعرف",
        "يلقب",
        "الشهير",
        "known",
        "nicknamed",
    ];
    if !KNOWN.contains(&text.form(token)) {
        return None;
    }
    let mut at = token + 1;
    while matches!(text.tokens().get(at).map(|_| text.form(at)), Some("ب" | "باسم" | "بلقب" | "as")) {
        at += 1;
    }
    let quoted = text.tokens().get(at)?.mark().is_some_and(|m| QUOTES.contains(&m));
    at += usize::from(quoted);
    let end = (at..at + 5).find(|end| text.tokens().get(*end).is_none_or(|t| t.mark().is_some()))?;
    (end > at && (quoted || end < at + 3)).then_some(at..end)
}

fn is_kunya(text: &Text<'_>, token: usize) -> bool {
    let form = text.form(token).trim_start_matches('ب');
    matches!(form, "ابو" | "ابي" | "ابا" | "ام" | "abu" | "abou" | "umm" | "um")
}
