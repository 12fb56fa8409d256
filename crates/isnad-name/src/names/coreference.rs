//! Who is meant where somebody is not named in full: by surname or given name, and by a definite noun ("the ministry",
//! التنظيم). It works inside one report and leaves alone what is nested in another's name (عائلة المسعود).

use super::mention::{Entity, Mention};
use super::people::People;
use super::words::Words;
use isnad_text::{Text, TokenKind, proclitics};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// An entity with where it is named and meant.
pub(crate) struct Cluster {
    pub(crate) entity: Entity,
    pub(crate) named: Vec<(Range<usize>, bool)>,
    pub(crate) meant: Vec<Range<usize>>,
    ends: Vec<(String, String)>,
    solid: bool,
}

/// Gathers mentions by entity, in order of their first naming; weak ones count where another mention of the entity stands.
pub(crate) fn gather(mentions: Vec<Mention>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    for mention in mentions {
        let at = *by_key.entry(mention.entity.key.clone()).or_insert_with(|| {
            let entity = mention.entity.clone();
            clusters.push(Cluster { entity, named: Vec::new(), meant: Vec::new(), ends: Vec::new(), solid: false });
            clusters.len() - 1
        });
        let cluster = &mut clusters[at];
        cluster.solid |= !mention.weak && !mention.bare;
        cluster.ends.extend(mention.ends);
        if mention.bare {
            cluster.meant.push(mention.tokens);
        } else {
            cluster.named.push((mention.tokens, mention.conjunction));
        }
    }
    clusters.retain(|cluster| cluster.solid);
    join_short(&mut clusters);
    join_parts(&mut clusters);
    clusters
}

/// An organisation named by some of the words of another's name joins it: Emergency Room, غرفة الطوارئ.
fn join_parts(clusters: &mut Vec<Cluster>) {
    let mut at = 0;
    while at < clusters.len() {
        let short = &clusters[at].entity;
        let key = short
            .key
            .strip_prefix("org:")
            .filter(|key| key.contains('-') && short.name_ar.as_ref() != Some(&short.name));
        let part = |c: &Cluster| {
            let long = c.entity.key.strip_prefix("org:").zip(key);
            long.is_some_and(|(long, key)| {
                let holds = |part: &str| long.split('-').any(|other| other == part);
                long.len() > key.len() && key.split('-').all(holds) && c.entity.kind == short.kind
            })
        };
        match clusters.iter().position(part) {
            Some(host) => {
                let short = clusters.remove(at);
                let host = if host > at { host - 1 } else { host };
                clusters[host].named.extend(short.named);
                clusters[host].named.sort_by_key(|(tokens, _)| tokens.start);
                clusters[host].meant.extend(short.meant);
            }
            None => at += 1,
        }
    }
}

/// A person named by one word joins the only one whose first or last word it is.
fn join_short(clusters: &mut Vec<Cluster>) {
    let single =
        |c: &Cluster| c.entity.person && !c.ends.is_empty() && c.ends.iter().all(|(first, last)| first == last);
    let mut at = 0;
    while at < clusters.len() {
        if single(&clusters[at]) {
            let word = clusters[at].ends[0].0.clone();
            let full =
                |c: &Cluster| c.entity.person && !single(c) && c.ends.iter().any(|(a, b)| *a == word || *b == word);
            let hosts: Vec<usize> = (0..clusters.len()).filter(|other| full(&clusters[*other])).collect();
            if let [host] = hosts[..] {
                let short = clusters.remove(at);
                let host = if host > at { host - 1 } else { host };
                clusters[host].named.extend(short.named);
                clusters[host].named.sort_by_key(|(tokens, _)| tokens.start);
                continue;
            }
        }
        at += 1;
    }
}

/// Finds surnames and given names of people who are named in full.
pub(crate) fn short_names(text: &Text<'_>, words: &Words, people: &People, clusters: &mut Vec<Cluster>, arabic: bool) {
    let mut taken = vec![false; text.tokens().len()];
    for (tokens, _) in clusters.iter().flat_map(|c| &c.named) {
        tokens.clone().for_each(|at| taken[at] = true);
    }
    let mut by_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, cluster) in clusters.iter().enumerate().filter(|(_, c)| c.entity.person) {
        for (first, last) in &cluster.ends {
            for word in [last, first] {
                let list = by_word.entry(word.clone()).or_default();
                if !list.contains(&number) {
                    list.push(number);
                }
            }
        }
    }
    for (token, taken) in taken.iter().enumerate() {
        if *taken || text.tokens()[token].mark().is_some() {
            continue;
        }
        let found =
            if arabic { arabic_short(text, words, token, &by_word) } else { english_short(text, token, &by_word) };
        let (candidates, conjunction) = match found {
            Some((word, conjunction)) => (by_word[word.as_str()].clone(), conjunction),
            None => {
                let Some(mention) = known_short(text, people, token, arabic) else { continue };
                let number = clusters.iter().position(|c| c.entity.key == mention.0.key).unwrap_or_else(|| {
                    let (named, meant, ends) = (Vec::new(), Vec::new(), Vec::new());
                    clusters.push(Cluster { entity: mention.0, named, meant, ends, solid: true });
                    clusters.len() - 1
                });
                (vec![number], mention.1)
            }
        };
        if nested(text, words, token, arabic) {
            continue;
        }
        // The nearest who was named before, else the first who is named later.
        let before = |c: &usize| clusters[*c].named.iter().filter(|(t, _)| t.start < token).map(|(t, _)| t.start).max();
        let nearest = candidates.iter().copied().filter(|c| before(c).is_some()).max_by_key(|c| before(c));
        let Some(who) = nearest.or_else(|| candidates.first().copied()) else { continue };
        let at = clusters[who].named.partition_point(|(t, _)| t.start < token);
        clusters[who].named.insert(at, (token..token + 1, conjunction));
    }
}

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
        let speaks = surname && proclitics(text.form(token - 1)).any(|cut| words.common.contains(cut.stem));
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

/// A definite noun that may mean an organisation.
#[derive(Clone, Debug)]
pub(crate) struct Noun {
    /// Kinds of organisations, parted by spaces.
    pub(crate) kinds: Box<str>,
    /// Only those whose name holds the noun.
    pub(crate) head: bool,
}

/// Whether a name of the cluster holds a noun.
fn holds(text: &Text<'_>, cluster: &Cluster, noun: &str) -> bool {
    let bare = noun.strip_prefix("ال").unwrap_or(noun);
    let mut all = cluster.named.iter().flat_map(|(tokens, _)| tokens.clone());
    all.any(|at| {
        let form = text.form(at);
        proclitics(form).any(|cut| cut.stem == bare) || form.eq_ignore_ascii_case(bare)
    })
}

/// Finds definite nouns that mean an organisation named before.
pub(crate) fn anaphora(
    text: &Text<'_>,
    words: &Words,
    clusters: &mut [Cluster],
    arabic: bool,
    nouns: &FxHashMap<Box<str>, Noun>,
) {
    let mut taken = vec![false; text.tokens().len()];
    for tokens in clusters.iter().flat_map(|c| c.named.iter().map(|(t, _)| t).chain(&c.meant)) {
        tokens.clone().for_each(|at| taken[at] = true);
    }
    let _ = words;
    for (token, taken) in taken.iter().enumerate() {
        if *taken || text.tokens()[token].mark().is_some() {
            continue;
        }
        let kinds = if arabic {
            let form = text.form(token);
            let joined = super::organisations::joined_article(form);
            let cut = proclitics(form).find(|cut| cut.stem.starts_with("ال") && nouns.contains_key(cut.stem));
            let stem = cut.map(|cut| cut.stem.to_owned()).or(joined);
            stem.and_then(|stem| nouns.get(stem.as_str()).map(|noun| (stem, noun)))
        } else {
            let the = token.checked_sub(1).is_some_and(|before| text.form(before) == "the");
            let next = text.tokens().get(token + 1).is_some_and(|t| t.is_capital() && t.is_word());
            let form = super::english::bare(text.form(token));
            nouns.get(form).filter(|_| the && !next).map(|noun| (form.to_owned(), noun))
        };
        let Some((stem, noun)) = kinds else { continue };
        if arabic
            && super::organisations::word(text, token + 1).is_some_and(|next| {
                next.starts_with("ال") && !words.common.contains(next) && words.countries.contains_key(&next[4..])
            })
        {
            continue;
        }
        let fits = |c: &Cluster| {
            let kind = !c.entity.person && noun.kinds.split(' ').any(|kind| *kind == *c.entity.kind);
            kind && (!noun.head || holds(text, c, &stem))
        };
        let last =
            |c: &Cluster| c.named.iter().map(|(t, _)| t).chain(&c.meant).map(|t| t.start).filter(|s| *s < token).max();
        let who = (0..clusters.len())
            .filter(|c| fits(&clusters[*c]))
            .filter_map(|c| last(&clusters[c]).map(|s| (s, c)))
            .max();
        if let Some((_, who)) = who {
            let first = if !arabic { token - 1 } else { token };
            clusters[who].meant.push(first..token + 1);
        }
    }
    clusters.iter_mut().for_each(|cluster| cluster.meant.sort_by_key(|tokens| tokens.start));
}

/// Finds other names said of a person (المعروف بـ"طلاعية", known as) and puts them among its mentions; gives each with the
/// cluster's number.
pub(crate) fn aliases(text: &Text<'_>, clusters: &mut [Cluster]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for token in 1..text.tokens().len() {
        let form = text.form(token);
        let known = match form {
            "المعروف" | "المعروفة" | "الملقب" | "الملقبة" | "المكنى" | "المكناة" | "يعرف" | "يلقب" | "الشهير" => {
                1
            }
            "known" | "nicknamed" => 1,
            _ => continue,
        };
        let mut at = token + known;
        while matches!(text.tokens().get(at).map(|_| text.form(at)), Some("ب" | "باسم" | "بلقب" | "as")) {
            at += 1;
        }
        let quoted =
            text.tokens().get(at).is_some_and(|t| t.mark().is_some_and(|m| super::lexicon::QUOTES.contains(&m)));
        at += usize::from(quoted);
        let end = (at..at + 5).find(|end| text.tokens().get(*end).is_none_or(|t| t.mark().is_some()));
        let Some(end) = end.filter(|end| *end > at && (quoted || *end < at + 3)) else { continue };
        let before = |c: &Cluster| c.named.iter().map(|(t, _)| t.end).filter(|e| *e <= token && token - e < 6).max();
        let who = (0..clusters.len()).filter(|c| clusters[*c].entity.person).max_by_key(|c| before(&clusters[*c]));
        let Some(who) = who.filter(|who| before(&clusters[*who]).is_some()) else { continue };
        if clusters.iter().any(|c| c.named.iter().any(|(t, _)| t.contains(&at))) {
            continue;
        }
        let place = clusters[who].named.partition_point(|(t, _)| t.start < at);
        clusters[who].named.insert(place, (at..end, false));
        found.push((who, text.slice(at..end).to_owned()));
    }
    found
}
