//! Which report was made from which: by naming its source, by reusing its text, or by rendering it from another language.
//! A report has one source at most of the last two kinds: the one it has most from, of equals the earliest.

use crate::{
    digest::Digest,
    facts::{in_order, weight},
    outlet,
    reuse::{Reuse, ReuseIndex},
};
use isnad_ledger::{Derivation, How};
use jiff::Unit;

/// Days after which a translation is no news any more.
const FRESH: i64 = 10;
/// What a translation keeps in order, of what both hold.
const TRANSLATED: f64 = 0.6;
/// The same where they share so much that it is no chance.
const OF_MUCH: f64 = 0.52;
const MUCH: u32 = 40;
/// Least weight of what two reports share in order to be a translation.
const SUBSTANCE: u32 = 16;
/// An earlier report with nearly as much in common is the source of a later copy's copy.
const NEARLY: f64 = 0.85;
const MOST_EVIDENCE: usize = 12;

/// One report made from another, by their numbers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Derived {
    pub(crate) report: u32,
    pub(crate) from: u32,
    pub(crate) how: How,
    pub(crate) score: f64,
}

/// The report whose text this one reuses, among those published before it.
pub(crate) fn copied(digests: &[Digest], index: &ReuseIndex, at: u32) -> Option<Derived> {
    let mine = &digests[at as usize];
    let mut found: Vec<(u32, Reuse)> = index
        .candidates(
            &mine.sketch,
            |other| other != at && earlier(&digests[other as usize], mine),
            |a, b| digests[a as usize].rank().cmp(&digests[b as usize].rank()),
        )
        .into_iter()
        .filter_map(|other| Some((other, mine.sketch.compare(&digests[other as usize].sketch)?)))
        .collect();
    let best = found.iter().map(|(_, reuse)| reuse.score).fold(0.0, f64::max);
    found.retain(|(_, reuse)| reuse.score >= best * NEARLY);
    found.sort_by(|(a, _), (b, _)| digests[*a as usize].rank().cmp(&digests[*b as usize].rank()));
    let (from, reuse) = found.first()?;
    let source = &digests[*from as usize];
    Some(Derived {
        report: at,
        from: *from,
        how: if names(mine, source) { How::Cited } else { How::SilentCopy },
        score: reuse.score,
    })
}

/// Derivations among reports on one incident: those that name another's outlet, and translations.
pub(crate) fn among(digests: &[Digest], reports: &[u32], copies: impl Fn(u32) -> Option<u32>) -> Vec<Derived> {
    let mut derived = Vec::new();
    let mut ranked: Vec<u32> = reports.to_vec();
    ranked.sort_by(|a, b| digests[*a as usize].rank().cmp(&digests[*b as usize].rank()));
    for (place, &at) in ranked.iter().enumerate() {
        let mine = &digests[at as usize];
        let copied = copies(at);
        let before = &ranked[place.saturating_sub(64)..place];
        // Of several reports of one outlet the last one before is the one meant.
        let mut cited: Vec<u32> = Vec::new();
        for &other in before.iter().rev() {
            let source = &digests[other as usize];
            let known = cited.iter().any(|&c| digests[c as usize].outlet.key == source.outlet.key);
            if Some(other) != copied && !known && names(mine, source) {
                cited.push(other);
                derived.push(Derived { report: at, from: other, how: How::Cited, score: 0.9 });
            }
        }
        if copied.is_some() {
            continue;
        }
        let mut best: Option<Derived> = None;
        for &other in before {
            let source = &digests[other as usize];
            let score = if cited.contains(&other) { None } else { translated(mine, source) };
            if let Some(score) = score
                && best.as_ref().is_none_or(|old| score > old.score)
            {
                best = Some(Derived { report: at, from: other, how: How::Translation, score });
            }
        }
        derived.extend(best);
    }
    derived
}

/// Whether a report names another's outlet as one it takes from, or by its own words in its text.
fn names(mine: &Digest, source: &Digest) -> bool {
    if mine.outlet.key == source.outlet.key {
        return false;
    }
    let outlet = crate::fold::fold(&source.outlet.name);
    let own = crate::fold::fold(&mine.outlet.name);
    // An outlet's name may be a word of one's own (`Coast Post`, `Coast Post Weekly`).
    let literal = || {
        let signature = outlet::signature(&outlet)?;
        Some(!outlet::same(&outlet, &own) && outlet::in_words(&mine.words, &signature))
    };
    mine.names_outlets.iter().any(|name| outlet::same(name, &outlet))
        || literal().unwrap_or(false)
        || mine.names_outlets.iter().any(|name| outlet::sounds_like(name, &outlet))
}

fn earlier(a: &Digest, b: &Digest) -> bool {
    a.rank() < b.rank()
}

fn translated(mine: &Digest, source: &Digest) -> Option<f64> {
    let languages = mine.language.as_ref().zip(source.language.as_ref());
    if languages.is_none_or(|(a, b)| a == b) || !fresh(mine, source) {
        return None;
    }
    let (a, b) = (&mine.facts, &source.facts);
    let shared: u32 = in_order(a, b).iter().map(|(i, _)| u32::from(a[*i].weight)).sum();
    // Of both: a short report shares most of its facts with any long one on the same event.
    let both = f64::from(weight(a).max(1)) * f64::from(weight(b).max(1));
    let score = f64::from(shared) / both.sqrt();
    let least = if shared >= MUCH { OF_MUCH } else { TRANSLATED };
    (shared >= SUBSTANCE && score >= least).then_some(score)
}

fn fresh(mine: &Digest, source: &Digest) -> bool {
    let Some((a, b)) = mine.published.zip(source.published) else { return true };
    let days = (a.date() - b.date()).total((Unit::Day, jiff::SpanRelativeTo::days_are_24_hours()));
    days.is_ok_and(|days| (0.0..=FRESH as f64).contains(&days))
}

/// The derivation as it is shown, with its evidence.
pub(crate) fn shown(digests: &[Digest], derived: &Derived) -> Derivation {
    let (mine, source) = (&digests[derived.report as usize], &digests[derived.from as usize]);
    let evidence = if derived.how == How::Translation {
        let pairs = in_order(&mine.facts, &source.facts);
        pairs.iter().take(MOST_EVIDENCE).map(|&(i, j)| [mine.facts[i].span, source.facts[j].span]).collect()
    } else {
        mine.sketch.evidence(&source.sketch, MOST_EVIDENCE)
    };
    Derivation {
        report: mine.report.clone(),
        from: source.report.clone(),
        how: derived.how,
        score: (derived.score * 1000.0).round() / 1000.0,
        evidence,
    }
}
