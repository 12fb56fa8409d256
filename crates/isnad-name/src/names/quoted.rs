//! Names that stood behind their head in quotation marks, وكالة "الساحل", and stand in quotation marks alone later. It compares
//! whole quotations; a quotation that merely holds the name is somebody's words.

use super::coreference::Cluster;
use isnad_text::Text;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words of a name in quotation marks.
const LONGEST: usize = 6;

/// Adds to clusters the quotations that are all of their name.
pub(crate) fn quoted_names(text: &Text<'_>, clusters: &mut [Cluster]) {
    let inside: Vec<Range<usize>> = text
        .quotations()
        .iter()
        .map(|quotation| quotation.open as usize + 1..quotation.close as usize)
        .filter(|inside| (1..=LONGEST).contains(&inside.len()))
        .collect();
    let mut taken = vec![false; text.tokens().len()];
    let mut by_words: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
    for (number, cluster) in clusters.iter().enumerate() {
        for tokens in cluster.named.iter().map(|(tokens, _)| tokens).chain(&cluster.meant) {
            taken[tokens.clone()].fill(true);
            let quoted = inside.partition_point(|inside| inside.start <= tokens.start);
            let name = inside.get(quoted).filter(|inside| !cluster.entity.person && inside.end <= tokens.end);
            if let Some(name) = name {
                by_words.entry(words(text, name)).or_insert(number);
            }
        }
    }
    for name in inside.iter().filter(|name| !taken[(*name).clone()].contains(&true)) {
        if let Some(who) = by_words.get(&words(text, name)) {
            clusters[*who].named.push((name.clone(), false));
        }
    }
    clusters.iter_mut().for_each(|cluster| cluster.named.sort_by_key(|(tokens, _)| tokens.start));
}

fn words<'f>(text: &'f Text<'_>, tokens: &Range<usize>) -> Vec<&'f str> {
    tokens.clone().map(|at| text.form(at)).collect()
}
