//! Definite nouns that mean an organisation named before: the ministry, التنظيم. It looks at the kind of what was named and at
//! the words of its name, and never reaches back over one that fits better.

use super::coreference::Cluster;
use super::organisations::{joined_article, word};
use super::words::Words;
use isnad_text::{Text, normalise, proclitics};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A definite noun that may mean an organisation.
#[derive(Clone, Debug)]
pub(crate) struct Noun {
    /// Kinds of organisations, parted by spaces.
    pub(crate) kinds: Box<str>,
    /// Only those whose name holds the noun.
    pub(crate) head: bool,
}

/// Adds to clusters the definite nouns that mean them: of those that fit the one that was named or meant last.
pub(crate) fn definite_nouns(
    text: &Text<'_>,
    words: &Words,
    clusters: &mut [Cluster],
    arabic: bool,
    nouns: &FxHashMap<Box<str>, Noun>,
) {
    let fitting: Vec<Vec<&str>> = clusters.iter().map(|cluster| nouns_for(text, cluster, nouns)).collect();
    let mut mentions: Vec<(Range<usize>, usize)> = Vec::new();
    for (number, cluster) in clusters.iter().enumerate() {
        let all = cluster.named.iter().map(|(tokens, _)| tokens).chain(&cluster.meant);
        mentions.extend(all.map(|tokens| (tokens.clone(), number)));
    }
    mentions.sort_by_key(|(tokens, number)| (tokens.start, *number));
    let mut before = mentions.iter().peekable();
    let mut free = 0;
    let mut latest: FxHashMap<&str, usize> = FxHashMap::default();
    for token in 0..text.tokens().len() {
        if text.tokens()[token].mark().is_some() {
            continue;
        }
        while let Some((tokens, number)) = before.next_if(|(tokens, _)| tokens.start <= token) {
            latest.extend(fitting[*number].iter().map(|noun| (*noun, *number)));
            free = free.max(tokens.end);
        }
        let Some(noun) = noun_at(text, token, arabic, nouns).filter(|_| token >= free) else { continue };
        // الوكالة الأميركية is the agency from there; الوزارة السورية is named, not meant.
        let country = if arabic { country_at(text, words, token + 1) } else { None };
        let fits = |who: &usize| {
            let cluster = &clusters[*who];
            country.is_none() || country == cluster.country && &*cluster.entity.kind == "media"
        };
        if let Some(who) = latest.get(noun).copied().filter(fits) {
            let first = if arabic { token } else { token - 1 };
            clusters[who].meant.push(first..token + 1 + usize::from(country.is_some()));
            latest.extend(fitting[who].iter().map(|noun| (*noun, who)));
        }
    }
    clusters.iter_mut().for_each(|cluster| cluster.meant.sort_by_key(|tokens| tokens.start));
}

/// The nouns of the table that can mean an organisation, by its kind and the words of its names.
fn nouns_for<'n>(text: &Text<'_>, cluster: &Cluster, nouns: &'n FxHashMap<Box<str>, Noun>) -> Vec<&'n str> {
    if cluster.entity.person {
        return Vec::new();
    }
    let mut stems: FxHashSet<String> = FxHashSet::default();
    for at in cluster.named.iter().flat_map(|(tokens, _)| tokens.clone()) {
        stems.extend(proclitics(text.form(at)).map(|cut| cut.stem.to_owned()));
    }
    // أسوشيتد برس is وكالة أسوشيتد برس.
    stems.extend(cluster.entity.name_ar.as_deref().and_then(|name| name.split(' ').next()).map(normalise));
    let fits = |noun: &str, row: &Noun| {
        let holds = || stems.contains(noun.strip_prefix("ال").unwrap_or(noun));
        row.kinds.split(' ').any(|kind| *kind == *cluster.entity.kind) && (!row.head || holds())
    };
    nouns.iter().filter(|(noun, row)| fits(noun, row)).map(|(noun, _)| &**noun).collect()
}

/// The noun of the table that stands definite at a token.
fn noun_at<'n>(text: &Text<'_>, token: usize, arabic: bool, nouns: &'n FxHashMap<Box<str>, Noun>) -> Option<&'n str> {
    let known = |form: &str| nouns.get_key_value(form).map(|(noun, _)| &**noun);
    let form = text.form(token);
    if !arabic {
        let the = token.checked_sub(1).is_some_and(|before| text.form(before) == "the");
        let next = text.tokens().get(token + 1).is_some_and(|t| t.is_capital() && t.is_word());
        return known(super::english::bare(form)).filter(|_| the && !next);
    }
    let cut = proclitics(form).filter(|cut| cut.stem.starts_with("ال")).find_map(|cut| known(cut.stem));
    let noun = cut.or_else(|| joined_article(form).and_then(|form| known(&form)))?;
    Some(noun)
}

/// The country whose nisba stands definite at a token.
fn country_at(text: &Text<'_>, words: &Words, token: usize) -> Option<u32> {
    let nisba = word(text, token).filter(|next| !words.common.contains(*next))?.strip_prefix("ال")?;
    words.countries.get(nisba).copied()
}
