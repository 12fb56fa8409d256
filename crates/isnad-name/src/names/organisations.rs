//! Organisations: those of the table, institutions that every country has (وزارة الداخلية السورية, Iraq's army), and names
//! that begin or end with a word for an organisation. It finds mentions; who is meant by "the group" is for `coreference`.

use super::lexicon::{Hit, Lexicon, QUOTES};
use super::mention::{Entity, Mention};
use super::romanise::{romanise, skeleton};
use super::words::{Country, Words, countries};
use isnad_languages::Tables;
use isnad_text::{Quotation, Text, proclitics};
use std::ops::Range;

/// Words of a name behind its head that are taken.
const LONGEST: usize = 7;

/// What is known of organisations, for one language.
#[derive(Clone, Debug)]
pub(crate) struct Organisations {
    table: Vec<Entity>,
    table_countries: Vec<Option<u32>>,
    institutions: Vec<Institution>,
    names: Lexicon,
    kinds: Lexicon,
    countries: Vec<Country>,
    arabic: bool,
}

#[derive(Clone, Debug)]
struct Institution {
    key: Box<str>,
    kind: Box<str>,
    name: Box<str>,
}

impl Organisations {
    /// Reads the tables for `ar` or `en`.
    pub(crate) fn new(tables: &Tables, language: &str) -> Organisations {
        let arabic = language == "ar";
        let (mut names, mut kinds) = (Lexicon::default(), Lexicon::default());
        let mut table = Vec::new();
        for (number, row) in (0..).zip(tables.table("shared", "organisations").rows()) {
            let columns = if arabic { ["arabic", "also_arabic"] } else { ["english", "also_english"] };
            columns.iter().flat_map(|column| row.list(column)).for_each(|name| {
                // "the national …" is seldom the newspaper.
                let article = name.starts_with("The ") && name.split(' ').count() == 2;
                let name = name.strip_prefix("the ").unwrap_or(name);
                names.insert(&if article { format!("?{name}") } else { name.to_owned() }, number);
            });
            if arabic {
                row.list("also_english").filter(|n| n.len() < 6).for_each(|name| names.insert(name, number));
            }
            table.push(Entity {
                key: format!("org:{}", row.get("key")),
                name: row.get("english").to_owned(),
                name_ar: Some(row.get("arabic").to_owned()),
                kind: row.get("kind").into(),
                person: false,
            });
        }
        let countries = countries(tables);
        let rows = tables.table("shared", "organisations");
        let country = |code: &str| countries.iter().position(|country| &*country.code == code).map(|at| at as u32);
        let table_countries = rows.rows().map(|row| country(row.get("country"))).collect();
        let mut institutions = Vec::new();
        for (number, row) in (0..).zip(tables.table("shared", "name_institutions").rows()) {
            row.list(language_column(arabic)).for_each(|name| kinds.insert(name, number));
            let (key, kind, name) = (row.get("key").into(), row.get("kind").into(), row.get("name").into());
            institutions.push(Institution { key, kind, name });
        }
        Organisations { table, table_countries, institutions, names, kinds, countries, arabic }
    }

    /// The organisation that is named at a token.
    pub(crate) fn at(&self, text: &Text<'_>, words: &Words, token: usize, focus: Option<u32>) -> Option<Mention> {
        if !self.arabic {
            let form = text.form(token);
            let form = form.strip_suffix("'s").unwrap_or(form);
            let institution = self.english_institution(text, words, token, focus);
            let named = self.find(text, token, form, focus).and_then(|hit| self.named(text, words, token, hit));
            return longest(named, institution, focus);
        }
        for cut in proclitics(text.form(token)) {
            if cut.article || cut.preposition == Some('س') {
                continue;
            }
            // لل stands for ل and the article.
            let named = self.find(text, token, cut.stem, focus).and_then(|hit| self.named(text, words, token, hit));
            let found = longest(named, self.arabic_institution(text, words, token, cut.stem, focus), focus);
            let found = found.or_else(|| self.headed(text, words, token, cut.stem));
            if let Some(mut mention) = found {
                mention.conjunction = cut.conjunction.is_some();
                return Some(mention);
            }
        }
        let joined = joined_article(text.form(token))?;
        let hit = self.find(text, token, &joined, focus)?;
        self.named(text, words, token, hit)
    }

    fn find(&self, text: &Text<'_>, token: usize, first: &str, focus: Option<u32>) -> Option<Hit> {
        let here = |number: u32| focus.is_some() && self.table_countries[number as usize] == focus;
        self.names.find_best(text, token, first, here)
    }

    fn named(&self, text: &Text<'_>, words: &Words, token: usize, hit: Hit) -> Option<Mention> {
        let entity = &self.table[hit.number as usize];
        // صحيفة "الصباح الجديد" is not the paper الصباح.
        let goes_on = |at: usize| quotation_at(text, at).is_some_and(|q| q.close as usize > hit.end);
        if hit.quoted && (token..hit.end).any(goes_on) {
            return None;
        }
        let mut mention = Mention::new(token..hit.end, entity.clone());
        mention.country = self.table_countries[hit.number as usize];
        if self.arabic {
            let definite = |at: usize| word(text, at).and_then(|form| form.strip_prefix("ال"));
            if definite(hit.end).is_some_and(|nisba| words.countries.contains_key(nisba)) {
                mention.tokens.end += 1;
            } else if matches!(&*entity.kind, "police" | "rescue")
                && let Some(end) = place_behind(text, words, hit.end)
            {
                let place: Vec<String> =
                    (hit.end + 1..end).filter_map(|at| word(text, at)).map(|form| skeleton(&romanise(form))).collect();
                mention.entity.key = format!("{}-{}", entity.key, place.join("-"));
                mention.tokens.end = end;
            }
        }
        let place = hit.end == token + 1 && words.places.contains_key(text.form(token));
        mention.weak = (hit.weak || place) && !self.evidence(text, words, token, hit);
        if !self.arabic && text.form(token).ends_with("'s") && hit.end == token + 1 {
            mention.possessive = true;
        }
        Some(mention)
    }

    /// A weak name counts in quotation marks and behind a word such as agency or movement.
    fn evidence(&self, text: &Text<'_>, words: &Words, token: usize, hit: Hit) -> bool {
        let before = token.checked_sub(1).and_then(|before| text.tokens().get(before));
        let quoted = before.is_some_and(|t| t.mark().is_some_and(|m| QUOTES.contains(&m)));
        let at = token.checked_sub(1 + usize::from(quoted));
        let head = at.is_some_and(|at| words.heads.contains_key(text.form(at)));
        let voice = at.is_some_and(|at| {
            matches!(text.form(at), "مراسل" | "ومراسل" | "مراسلة" | "مراسلو" | "موفد" | "مذيع" | "correspondent")
        });
        hit.quoted || head || voice || quoted && self.arabic
    }

    fn country(&self, institution: &Institution, country: u32) -> Entity {
        let country = &self.countries[country as usize];
        let name = institution.name.replace("{country}", &country.name).replace("{adjective}", &country.adjective);
        let key = format!("org:{}-{}", institution.key, country.code.to_lowercase());
        // What the table knows by another key keeps it: Sudanese army.
        let known = self.table.iter().find(|row| row.name == name).cloned();
        known.unwrap_or(Entity { key, name, name_ar: None, kind: institution.kind.clone(), person: false })
    }

    fn arabic_institution(
        &self,
        text: &Text<'_>,
        words: &Words,
        token: usize,
        stem: &str,
        focus: Option<u32>,
    ) -> Option<Mention> {
        let hit = self.kinds.find(text, token, stem).or_else(|| {
            let joined = joined_article(text.form(token))?;
            self.kinds.find(text, token, &joined)
        })?;
        let institution = &self.institutions[hit.number as usize];
        // وزير الخارجية السعودي is a man, and the nisba is his.
        let minister = token.checked_sub(1).and_then(|before| word(text, before));
        if hit.end == token + 1 && minister.is_some_and(|form| form.ends_with("وزير") || form.ends_with("وزيرة"))
        {
            return None;
        }
        let mut end = hit.end;
        let country = |at: usize| -> Option<u32> {
            let form = word(text, at)?;
            words.countries.get(form.strip_prefix("ال").unwrap_or(form)).copied()
        };
        let mut found = country(end).inspect(|_| end += 1);
        if found.is_none() && word(text, end) == Some("في") {
            found =
                country(end + 1).filter(|_| matches!(&*institution.kind, "ministry" | "rescue")).inspect(|_| end += 2);
        }
        // "the American or the Syrian government" names neither.
        if found.is_some() && word(text, end) == Some("او") {
            return None;
        }
        let bare = found.is_none();
        let entity = self.country(institution, found.or(focus)?);
        let mut mention = Mention::new(token..end, entity);
        mention.bare = bare && &*institution.kind != "ministry";
        Some(mention)
    }

    fn english_institution(&self, text: &Text<'_>, words: &Words, token: usize, focus: Option<u32>) -> Option<Mention> {
        let country = |at: usize| -> Option<(u32, usize)> {
            let one = if at == token { text.form(token) } else { word(text, at)? };
            let owner = one.strip_suffix("'s").unwrap_or(one);
            if let Some(found) = words.countries.get(owner) {
                let dot = owner.contains('.') && text.tokens().get(at + 1).is_some_and(|t| t.mark() == Some('.'));
                return Some((*found, at + 1 + usize::from(dot)));
            }
            let two = format!("{one} {}", word(text, at + 1)?);
            words.countries.get(two.strip_suffix("'s").unwrap_or(&two)).map(|found| (*found, at + 2))
        };
        if let Some((found, next)) = country(token) {
            let next = next + usize::from(matches!(word(text, next), Some("federal" | "official" | "state")));
            let hit = self.kinds.find(text, next, word(text, next)?)?;
            // "a Yemeni military officer" is no army.
            if word(text, hit.end)
                .is_some_and(|next| words.people.contains(next) && !text.form(hit.end - 1).ends_with("'s"))
            {
                return None;
            }
            let entity = self.country(&self.institutions[hit.number as usize], found);
            return Some(Mention::new(token..hit.end, entity));
        }
        let hit = self.kinds.find(text, token, text.form(token))?;
        let institution = &self.institutions[hit.number as usize];
        let behind = matches!(word(text, hit.end), Some("of" | "in")).then(|| country(hit.end + 1)).flatten();
        let (found, end) = behind.unwrap_or((focus?, hit.end));
        let mut mention = Mention::new(token..end, self.country(institution, found));
        let ministry = &*institution.kind == "ministry" && text.tokens()[token].is_capital();
        mention.bare = behind.is_none() && !ministry;
        Some(mention)
    }

    /// A name that begins with a word for an organisation: in quotation marks, or by definite words that go on.
    fn headed(&self, text: &Text<'_>, words: &Words, token: usize, stem: &str) -> Option<Mention> {
        let definite = stem.strip_prefix("ال");
        let kind = words.heads.get(stem).or_else(|| words.heads.get(definite?))?;
        let next = token + 1;
        let quotation = quotation_at(text, next).filter(|q| q.close as usize <= next + LONGEST);
        if let Some(quotation) = quotation.filter(|_| definite.is_none()) {
            let close = quotation.close as usize;
            let mut end = close + 1;
            let purpose = word(text, end).is_some_and(|form| form.starts_with('ل') && form.len() > 6);
            while purpose && end < close + LONGEST && continues(text, words, end, end > close + 1) {
                end += 1;
            }
            return Some(self.own(text, words, token..end, next + 1..close, kind));
        }
        if text.tokens().get(next)?.mark().is_some() || stem == "مدرسة" {
            return None;
        }
        let clan = &**kind == "clan";
        if clan && matches!(stem, "عائله" | "عائلة" | "اسرة") {
            return None;
        }
        let mut end = next;
        while end < next + LONGEST && continues(text, words, end, definite.is_some() || end > next) {
            end += 1;
        }
        let number = text.tokens().get(end).is_some_and(|t| t.kind == isnad_text::TokenKind::Number);
        if &**kind == "media" && number && end > next {
            end += 1;
        }
        if definite.is_some() && end < next + 2 || end == next {
            return None;
        }
        if !matches!(&**kind, "media" | "clan") {
            end = place_behind(text, words, end).unwrap_or(end);
        }
        Some(self.own(text, words, token..end, token..end, kind))
    }

    /// An organisation that no table knows, keyed by its words.
    fn own(&self, text: &Text<'_>, words: &Words, tokens: Range<usize>, name: Range<usize>, kind: &str) -> Mention {
        let key = key(text, words, name.clone());
        let quoted = name.start > tokens.start;
        let english = if quoted {
            name.clone().filter_map(|at| word(text, at)).map(romanise).collect::<Vec<_>>().join(" ")
        } else {
            text.slice(tokens.clone()).to_owned()
        };
        let entity = Entity {
            key: format!("org:{key}"),
            name: english,
            name_ar: Some(text.slice(name).to_owned()),
            kind: kind.into(),
            person: false,
        };
        Mention::new(tokens, entity)
    }
}

/// The quotation that a token opens.
fn quotation_at<'t>(text: &'t Text<'_>, token: usize) -> Option<&'t Quotation> {
    let all = text.quotations();
    all.get(all.partition_point(|q| (q.open as usize) < token)).filter(|q| q.open as usize == token)
}

/// The end of "in PLACE", if it stands at a token.
fn place_behind(text: &Text<'_>, words: &Words, token: usize) -> Option<usize> {
    if word(text, token) != Some("في") {
        return None;
    }
    (1..=3).rev().map(|len| token + 1 + len).find(|end| {
        let name: Option<Vec<&str>> = (token + 1..*end).map(|at| word(text, at)).collect();
        name.is_some_and(|name| words.places.contains_key(name.join(" ").as_str()))
    })
}

/// The key of an organisation by its words, in the alphabet's order, because languages order them differently.
fn key(text: &Text<'_>, words: &Words, tokens: Range<usize>) -> String {
    let parts = tokens.filter(|at| text.tokens()[*at].mark().is_none()).map(|at| words.key_part(text.form(at)));
    let mut parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.sort();
    parts.join("-")
}

/// Whether the word at a token goes on with a name: definite, or the first of a construct whose second is. Behind a definite
/// word (`defined`) only adjectives, coordinated nouns and purposes go on: لحقوق السجناء, والطوارئ, العامة.
fn continues(text: &Text<'_>, words: &Words, token: usize, defined: bool) -> bool {
    let article = |at: usize| -> bool {
        word(text, at).is_some_and(|form| form.len() > 6 && form.starts_with("ال") && !text.tokens()[at].has_hamza())
    };
    let Some(form) = word(text, token) else { return false };
    if is_stop(form) || words.titles.contains(form) || words.given.contains_key(form) {
        return false;
    }
    if article(token) {
        let adjective = form.ends_with(['ي', 'ى', 'ة', 'ه']) || words.common.contains(&form[4..]);
        return !defined || adjective || text.form(token - 1).len() > 4 && !text.form(token - 1).starts_with("ال");
    }
    if form.starts_with("لل") && form.len() > 8 || form.starts_with("وال") && form.len() > 10 {
        return true;
    }
    let possessed = form.strip_prefix('ل').is_some_and(|rest| rest.len() > 4);
    if defined && !possessed {
        return false;
    }
    let plain = !words.common.contains(form)
        || words.heads.contains_key(form)
        || words.people.contains(form)
        || words.glosses.contains_key(form);
    (plain || possessed) && article(token + 1)
        || words.places.contains_key(form)
        || words.places.contains_key(word(text, token + 1).unwrap_or_default())
            && plain
            && !form.starts_with(['ب', 'ف'])
}

fn is_stop(form: &str) -> bool {
    matches!(
        form,
        "الذي"
            | "التي"
            | "الذين"
            | "اللذين"
            | "اللتين"
            | "اليوم"
            | "الان"
            | "الماضي"
            | "الماضية"
            | "المقبل"
            | "المقبلة"
            | "الى"
            | "انه"
            | "انها"
            | "ان"
            | "الاثنين"
            | "الثلاثاء"
            | "الاربعاء"
            | "الخميس"
            | "الجمعة"
            | "السبت"
            | "الاحد"
            | "السابق"
            | "الحالي"
    )
}

/// The reading form of a word on the same line.
pub(crate) fn word<'f>(text: &'f Text<'_>, token: usize) -> Option<&'f str> {
    let at = text.tokens().get(token)?;
    (at.mark().is_none() && !at.after_line()).then(|| text.form(token))
}

/// للتحالف as التحالف.
pub(crate) fn joined_article(form: &str) -> Option<String> {
    let rest = form.strip_prefix("ولل").or_else(|| form.strip_prefix("لل"))?;
    (rest.len() > 4).then(|| format!("ال{rest}"))
}

/// The longer of a name of the table and an institution. Of equals the name counts, unless it is weak or another country's than
/// the report's: الحرس الوطني of Kuwait is not Tunisia's.
fn longest(named: Option<Mention>, institution: Option<Mention>, focus: Option<u32>) -> Option<Mention> {
    match (named, institution) {
        (Some(a), Some(b)) => {
            let foreign = focus.is_some() && a.country.is_some() && a.country != focus && a.tokens == b.tokens;
            Some(if b.tokens.len() > a.tokens.len() || a.weak || foreign { b } else { a })
        }
        (a, b) => a.or(b),
    }
}

fn language_column(arabic: bool) -> &'static str {
    if arabic { "arabic" } else { "english" }
}
