//! Institutions that every country has: وزارة الداخلية السورية, Iraq's army, "the Interior Ministry" of the country that a report
//! is about. It knows no body by its own name.

use super::mention::{Entity, Mention};
use super::organisations::{Organisations, joined_article, word};
use super::words::{Country, Words};
use isnad_text::Text;

/// A row of the table of institutions.
#[derive(Clone, Debug)]
pub(crate) struct Institution {
    pub(super) key: Box<str>,
    pub(super) kind: Box<str>,
    pub(super) name: Box<str>,
    /// Its Arabic name, without the country.
    pub(super) arabic: Box<str>,
}

impl Institution {
    /// The name with the country's nisba: وزارة الداخلية السورية, الجيش السوري.
    fn arabic(&self, country: &Country) -> Option<String> {
        let head = self.arabic.split(' ').next().filter(|head| !head.is_empty())?;
        // Plurals of things take the feminine.
        let feminine = ["ة", "ات"].iter().any(|end| head.ends_with(end));
        let nisba = country.nisba.get(usize::from(feminine)).filter(|nisba| !nisba.is_empty())?;
        let definite =
            if self.arabic.contains("ال") { self.arabic.to_string() } else { format!("ال{}", self.arabic) };
        Some(format!("{definite} {nisba}"))
    }
}

impl Organisations {
    fn country(&self, institution: &Institution, country: u32) -> Entity {
        let country = &self.countries[country as usize];
        let name = institution.name.replace("{country}", &country.name).replace("{adjective}", &country.adjective);
        let key = format!("org:{}-{}", institution.key, country.code.to_lowercase());
        // What the table knows by another key keeps it: Sudanese army.
        let known = self.table.iter().find(|row| row.name == name).cloned();
        let name_ar = institution.arabic(country);
        known.unwrap_or(Entity { key, name, name_ar, kind: institution.kind.clone(), person: false })
    }

    pub(super) fn arabic_institution(
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
        // Who occupies a country is another.
        if found.is_none() && &*institution.key == "occupation" {
            return None;
        }
        let bare = found.is_none();
        let entity = self.country(institution, found.or(focus)?);
        let mut mention = Mention::new(token..end, entity);
        mention.bare = bare && &*institution.kind != "ministry";
        Some(mention)
    }

    pub(super) fn english_institution(
        &self,
        text: &Text<'_>,
        words: &Words,
        token: usize,
        focus: Option<u32>,
    ) -> Option<Mention> {
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
}
