//! Surnames and given names of people who are named in full elsewhere in the report. What is nested in another's name is left
//! alone: عائلة المسعود is not the man.

use super::coreference::Cluster;
use super::mention::Entity;
use super::people::People;
use super::words::Words;
use isnad_text::{Text, TokenKind, proclitics};
use rustc_hash::FxHashMap;

/// Adds to clusters the places where a person stands by a surname or given name alone.
pub(crate) fn short_names(text: &Text<'_>, words: &Words, people: &People, clusters: &mut Vec<Cluster>, arabic: bool) {
    let mut taken = vec![false; text.tokens().len()];
    for (tokens, _) in clusters.iter().flat_map(|c| &c.named) {
        tokens.clone().for_each(|at| taken[at] = true);
    }
    let mut by_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, cluster) in clusters.iter().enumerate().filter(|(_, c)| c.entity.person) {
        for word in cluster.ends.iter().flat_map(|(first, last)| [last, first]) {
            let list = by_word.entry(word.clone()).or_default();
            if list.last() != Some(&number) {
                list.push(number);
            }
        }
    }
    let mut by_key: FxHashMap<String, usize> =
        clusters.iter().enumerate().map(|(number, cluster)| (cluster.entity.key.clone(), number)).collect();
    // Mentions found here wait, so that those before stay in order while the text is gone through.
    let mut found: Vec<Vec<(usize, bool)>> = vec![Vec::new(); clusters.len()];
    for (token, taken) in taken.iter().enumerate() {
        if *taken || text.tokens()[token].mark().is_some() {
            continue;
        }
        let short =
            if arabic { arabic_short(text, words, token, &by_word) } else { english_short(text, token, &by_word) };
        let known;
        let (candidates, conjunction) = match &short {
            Some((word, conjunction)) => (by_word[word.as_str()].as_slice(), *conjunction),
            None => {
                let Some((entity, conjunction)) = known_short(text, people, token, arabic) else { continue };
                let number = *by_key.entry(entity.key.clone()).or_insert_with(|| {
                    clusters.push(Cluster::new(entity));
                    found.push(Vec::new());
                    clusters.len() - 1
                });
                known = [number];
                (known.as_slice(), conjunction)
            }
        };
        if nested(text, words, token, arabic) {
            continue;
        }
        // The nearest who was named before, else the first who is named later. "His cousin Sami Khoury" is seldom the Khoury of
        // the report.
        let before = |who: usize| {
            let named = &clusters[who].named;
            let full = named.partition_point(|(tokens, _)| tokens.start < token).checked_sub(1);
            full.map(|at| named[at].0.start).max(found[who].last().map(|(token, _)| *token))
        };
        let relative = |who: &usize| clusters[*who].named.first().is_some_and(|(at, _)| is_kin(text, words, at.start));
        let several = candidates.iter().take(NAMESAKES).any(|who| !relative(who));
        let near = candidates.iter().copied().take(NAMESAKES).filter(|who| !several || !relative(who));
        let nearest = near.filter_map(|who| Some((before(who)?, who))).max_by_key(|(start, _)| *start);
        if let Some(who) = nearest.map(|(_, who)| who).or_else(|| candidates.first().copied()) {
            found[who].push((token, conjunction));
        }
    }
    for (cluster, found) in clusters.iter_mut().zip(found).filter(|(_, found)| !found.is_empty()) {
        cluster.named.extend(found.into_iter().map(|(token, conjunction)| (token..token + 1, conjunction)));
        cluster.named.sort_by_key(|(tokens, _)| tokens.start);
    }
}

/// People of one word that are compared; no report names as many.
const NAMESAKES: usize = 200;

fn arabic_short(
    text: &Text<'_>,
    words: &Words,
    token: usize,
    by_word: &FxHashMap<String, Vec<usize>>,
) -> Option<(String, bool)> {
    let form = text.form(token);
    let mut cuts = proclitics(form).filter(|cut| !cut.article && cut.preposition != Some('س'));
    let cut =
        cuts.find(|cut| by_word.contains_key(cut.stem) || by_word.contains_key(cut.stem.trim_end_matches('ا')))?;
    let word = if by_word.contains_key(cut.stem) { cut.stem } else { cut.stem.trim_end_matches('ا') };
    let everyday = words.given.get(word).is_some_and(|given| given.word) || words.common.contains(word);
    let article = word.starts_with("ال");
    // A given name that is an everyday word needs its tanwin; one with a clitic could be anything.
    if !article && everyday && !text.tokens()[token].has_tanwin() {
        let surname = text.tokens().get(token.wrapping_sub(1)).is_some_and(|t| t.is_word()) && cut.letters == 0;
        let son = surname && matches!(text.form(token - 1), "بن" | "ابن" | "بو" | "ال");
        let speaks = son || surname && proclitics(text.form(token - 1)).any(|cut| words.common.contains(cut.stem));
        if !speaks {
            return None;
        }
    }
    Some((word.to_owned(), cut.conjunction.is_some()))
}

fn english_short(text: &Text<'_>, token: usize, by_word: &FxHashMap<String, Vec<usize>>) -> Option<(String, bool)> {
    let form = super::english::bare(text.form(token));
    let raw = text.word(token);
    let proper = raw.starts_with(char::is_uppercase) || raw.contains("-") && raw.chars().any(char::is_uppercase);
    if !proper {
        return None;
    }
    let bare = form.strip_prefix("al-").or_else(|| form.strip_prefix("el-")).unwrap_or(form);
    let with = [form.to_owned(), format!("al-{bare}"), format!("el-{bare}"), bare.to_owned()];
    with.into_iter().find(|form| by_word.contains_key(form)).map(|form| (form, false))
}

fn known_short(text: &Text<'_>, people: &People, token: usize, arabic: bool) -> Option<(Entity, bool)> {
    let cuts: Vec<_> = if arabic {
        proclitics(text.form(token)).filter(|c| !c.article).map(|c| (c.stem, c.conjunction.is_some())).collect()
    } else {
        vec![(text.form(token), false)]
    };
    cuts.into_iter().find_map(|(stem, conjunction)| {
        let hit = people.short.find(text, token, super::english::bare(stem))?;
        Some((people.known[hit.number as usize].clone(), conjunction))
    })
}

/// Whether a name stands behind a word for a relative: "his cousin, X", ابن عمه فلان.
fn is_kin(text: &Text<'_>, words: &Words, token: usize) -> bool {
    (token.saturating_sub(2)..token).any(|at| {
        let form = text.form(at);
        words.kin.contains(form)
            || ["ه", "ها", "هما", "هم"].iter().filter_map(|owner| form.strip_suffix(owner)).any(|stem| {
                words.kin.contains(stem)
                    || stem.strip_suffix('ت').is_some_and(|s| words.kin.contains(format!("{s}ة").as_str()))
            })
    })
}

/// Whether a word is part of a family's or a place's name: عائلة المسعود, مدينة الصدر.
fn nested(text: &Text<'_>, words: &Words, token: usize, arabic: bool) -> bool {
    let before = token.checked_sub(1).filter(|at| text.tokens()[*at].is_word());
    let Some(before) = before else { return false };
    if !arabic {
        let after = text.tokens().get(token + 1).is_some_and(|t| t.kind == TokenKind::Latin);
        return after
            && matches!(text.form(token + 1), "family" | "clan" | "tribe" | "brothers" | "street" | "airport");
    }
    proclitics(text.form(before)).any(|cut| {
        matches!(words.heads.get(cut.stem).map(|kind| &**kind), Some("clan" | "hospital" | "school" | "club"))
            || matches!(
                cut.stem,
                "مدينة"
                    | "شارع"
                    | "حي"
                    | "ساحة"
                    | "مطار"
                    | "اشقاء"
                    | "ابناء"
                    | "بيت"
                    | "ال"
                    | "بني"
                    | "جسر"
                    | "نظام"
                    | "قوات"
            )
    })
}
