//! People and organisations in a report: where they are named, who is the same, and where they are meant without being named.
//! It says nothing of what they say (isnad-statement) and compares no reports.

mod aliases;
mod coreference;
mod definite;
mod english;
mod headed;
mod institutions;
mod lexicon;
mod mention;
mod organisations;
mod people;
mod person;
mod quoted;
mod romanise;
mod short_names;
mod titles;
mod words;

pub use romanise::romanise;

use aliases::aliases;
use coreference::{Cluster, gather};
use definite::{Noun, definite_nouns};
use isnad_languages::Tables;
use isnad_ledger::{Block, BlockKind, Name, NameKind, Note, Span};
use isnad_text::{Text, TokenKind, normalise, proclitics};
use mention::Mention;
use organisations::Organisations;
use people::People;
use quoted::quoted_names;
use rustc_hash::FxHashMap;
use short_names::short_names;
use std::ops::Range;
use words::Words;

/// Reads names. Making one builds the look-ups of both languages; reading changes nothing in it.
///
/// ```
/// use isnad_name::NameReader;
/// use isnad_text::Text;
/// let reader = NameReader::new(isnad_languages::Tables::embedded());
/// let text = Text::new("قال خالد المسعود لوكالة رويترز إن تنظيم \"الدولة\" هاجمهم. وأضاف المسعود أنه نجا.");
/// let (names, _) = reader.read(&text, "ar", &[]);
/// let found: Vec<_> = names.iter().map(|name| (name.name.as_str(), name.spans.len())).collect();
/// assert_eq!(found, [("Khaled al-Masoud", 2), ("Reuters", 1), ("Islamic State", 1)]);
/// ```
#[derive(Clone, Debug)]
pub struct NameReader {
    languages: Vec<(&'static str, Language)>,
}

#[derive(Clone, Debug)]
struct Language {
    words: Words,
    organisations: Organisations,
    people: People,
    nouns: FxHashMap<Box<str>, Noun>,
    country_codes: Vec<Box<str>>,
    arabic: bool,
}

impl NameReader {
    /// A reader with the tables' names.
    pub fn new(tables: &Tables) -> NameReader {
        let language = |code: &'static str| {
            let words = Words::new(tables, code);
            let rows = tables.table(code, "name_anaphora");
            let nouns = rows.rows().flat_map(|row| {
                let kinds: Box<str> = row.list("kinds").collect::<Vec<_>>().join(" ").into();
                let head = row.get("head") == "yes";
                let noun = |noun: &str| (Box::from(normalise(noun)), Noun { kinds: kinds.clone(), head });
                row.list("nouns").map(noun).collect::<Vec<_>>()
            });
            let language = Language {
                organisations: Organisations::new(tables, code),
                people: People::new(tables, &words, code),
                nouns: nouns.collect(),
                country_codes: words::countries(tables).into_iter().map(|country| country.code).collect(),
                arabic: code == "ar",
                words,
            };
            (code, language)
        };
        NameReader { languages: vec![language("ar"), language("en")] }
    }

    /// The names of a text in `ar` or `en`, in order of first mention; a text in another language has none. Names in
    /// furniture are not read.
    pub fn read(&self, text: &Text<'_>, language: &str, blocks: &[Block]) -> (Vec<Name>, Vec<Note>) {
        let Some((_, language)) = self.languages.iter().find(|(code, _)| *code == language) else {
            return (Vec::new(), Vec::new());
        };
        (language.read(text, blocks), Vec::new())
    }
}

impl Language {
    fn read(&self, text: &Text<'_>, blocks: &[Block]) -> Vec<Name> {
        let mut furniture: Vec<Range<usize>> =
            blocks.iter().filter(|b| b.kind == BlockKind::Furniture).map(|b| text.tokens_in(b.span)).collect();
        furniture.sort_by_key(|tokens| tokens.start);
        let mut furniture = furniture.into_iter().peekable();
        let focus = self.focus(text);
        let mut mentions = Vec::new();
        let mut token = 0;
        while token < text.tokens().len() {
            while furniture.peek().is_some_and(|block| block.end <= token) {
                furniture.next();
            }
            if let Some(block) = furniture.next_if(|block| block.contains(&token)) {
                token = block.end;
                continue;
            }
            let last = mentions.last().filter(|last: &&Mention| last.tokens.end == token && !last.entity.person);
            match self.mention(text, token, focus, last.map(|last| last.tokens.start)) {
                Some(mention) => {
                    token = mention.tokens.end.max(token + 1);
                    mentions.push(mention);
                }
                None => token += 1,
            }
        }
        let mut clusters = gather(mentions);
        quoted_names(text, &mut clusters);
        short_names(text, &self.words, &self.people, &mut clusters, self.arabic);
        definite_nouns(text, &self.words, &mut clusters, self.arabic, &self.nouns);
        aliases(text, &mut clusters);
        let first = |cluster: &Cluster| {
            let named = cluster.named.first().map(|(tokens, _)| tokens.start);
            named.or_else(|| cluster.meant.first().map(|tokens| tokens.start))
        };
        clusters.retain(|cluster| first(cluster).is_some());
        clusters.sort_by_key(first);
        let names = clusters.into_iter().enumerate().map(|(number, cluster)| Name {
            id: format!("n{}", number + 1),
            aliases: cluster.aliases,
            key: cluster.entity.key,
            kind: if cluster.entity.person { NameKind::Person } else { NameKind::Organisation },
            name: cluster.entity.name,
            name_ar: cluster.entity.name_ar,
            spans: cluster.named.into_iter().map(|(tokens, conjunction)| span(text, tokens, conjunction)).collect(),
            anaphora: cluster.meant.into_iter().map(|tokens| text.span(tokens)).collect(),
        });
        names.collect()
    }

    fn mention(&self, text: &Text<'_>, token: usize, focus: Option<u32>, body: Option<usize>) -> Option<Mention> {
        if !matches!(text.tokens()[token].kind, TokenKind::Arabic | TokenKind::Latin) {
            return None;
        }
        let organisation = self.organisations.at(text, &self.words, token, focus);
        if self.arabic {
            return match text.tokens()[token].kind {
                TokenKind::Arabic => {
                    // A weak name may well be a person's: فتح, but also نصر الله.
                    let firm = organisation.as_ref().is_some_and(|o| !o.weak && !o.bare);
                    if firm {
                        organisation
                    } else {
                        self.people.arabic(text, &self.words, token, body).or(organisation)
                    }
                }
                _ => organisation,
            };
        }
        let proper = english::at(text, &self.words, &self.people, token);
        match (organisation, proper) {
            (Some(o), Some(p)) if p.tokens.end > o.tokens.end && !p.entity.person || o.bare || o.weak => Some(p),
            (Some(o), _) => Some(o),
            (None, p) => p,
        }
    }

    /// The country that the report is about: the one it names most, of those that are no mere onlookers.
    fn focus(&self, text: &Text<'_>) -> Option<u32> {
        const ONLOOKERS: [&str; 8] = ["US", "GB", "FR", "RU", "EU", "DE", "CN", "IT"];
        let mut votes: Vec<u32> = vec![0; self.country_codes.len()];
        for token in 0..text.tokens().len() {
            let form = text.form(token);
            if form.len() < 4 {
                continue;
            }
            // A place of two letters is more often another word: آب.
            let place = |stem: &str| self.words.places.get(stem).filter(|_| stem.len() > 4 || !self.arabic);
            let country = |stem: &str| self.words.countries.get(stem).or_else(|| place(stem)).copied();
            let found = if self.arabic {
                proclitics(form).find_map(|cut| country(cut.stem).or_else(|| country(cut.stem.strip_prefix("ال")?)))
            } else {
                country(english::bare(form)).filter(|_| text.tokens()[token].is_capital())
            };
            if let Some(found) = found {
                votes[found as usize] += 1;
            }
        }
        let most = votes
            .iter()
            .enumerate()
            .filter(|(at, votes)| **votes > 0 && !ONLOOKERS.contains(&&*self.country_codes[*at]));
        most.max_by_key(|(at, votes)| (**votes, std::cmp::Reverse(*at))).map(|(at, _)| at as u32)
    }
}

/// The span of a mention without the conjunction written onto it.
fn span(text: &Text<'_>, tokens: Range<usize>, conjunction: bool) -> Span {
    let span = text.span(tokens);
    if conjunction { text.points(span.start() + 1, span.end()) } else { span }
}
