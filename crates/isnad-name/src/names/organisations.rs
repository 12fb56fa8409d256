//! Organisations: those of the table, and which of several readings of the words counts. Institutions of countries are in
//! `institutions`, names that no table holds in `headed`; who is meant by "the group" is for `coreference`.

use super::headed::place_behind;
use super::institutions::Institution;
use super::lexicon::{Hit, Lexicon, QUOTES};
use super::mention::{Entity, Mention};
use super::romanise::{romanise, skeleton};
use super::words::{Country, Words, countries};
use isnad_languages::Tables;
use isnad_text::{Quotation, Text, proclitics};

/// What is known of organisations, for one language.
#[derive(Clone, Debug)]
pub(crate) struct Organisations {
    pub(super) table: Vec<Entity>,
    table_countries: Vec<Option<u32>>,
    pub(super) institutions: Vec<Institution>,
    names: Lexicon,
    pub(super) kinds: Lexicon,
    pub(super) countries: Vec<Country>,
    arabic: bool,
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
            let own = row.list("arabic").next().unwrap_or_default().into();
            institutions.push(Institution { key, kind, name, arabic: own });
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
}

/// The quotation that a token opens.
pub(super) fn quotation_at<'t>(text: &'t Text<'_>, token: usize) -> Option<&'t Quotation> {
    let all = text.quotations();
    all.get(all.partition_point(|q| (q.open as usize) < token)).filter(|q| q.open as usize == token)
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

/// The longer of a name of the table and an institution. Of equals the name counts, unless it is weak, or another country's than
/// the report's while the words name none: الحرس الوطني of Kuwait is not Tunisia's, وزارة الدفاع الأمريكية always is America's.
fn longest(named: Option<Mention>, institution: Option<Mention>, focus: Option<u32>) -> Option<Mention> {
    match (named, institution) {
        (Some(a), Some(b)) => {
            let foreign =
                focus.is_some() && a.country.is_some() && a.country != focus && a.tokens == b.tokens && b.bare;
            Some(if b.tokens.len() > a.tokens.len() || a.weak || foreign { b } else { a })
        }
        (a, b) => a.or(b),
    }
}

fn language_column(arabic: bool) -> &'static str {
    if arabic { "arabic" } else { "english" }
}
