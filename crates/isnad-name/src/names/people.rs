//! People in Arabic: a given name and what follows it, a kunya, or unknown words behind a title or between commas behind a
//! role. It finds full names; what a surname alone means is for `coreference`.

use super::lexicon::Lexicon;
use super::mention::{Entity, Mention};
use super::organisations::word;
use super::person::{arabic_person, person};
use super::titles::{holds_office, is_apposition, is_title};
use super::words::{Given, Words};
use isnad_languages::Tables;
use isnad_text::{Text, proclitics};

/// Words of a name that are taken.
const LONGEST: usize = 6;

/// What is known of people, for one language.
#[derive(Clone, Debug)]
pub(crate) struct People {
    pub(crate) known: Vec<Entity>,
    pub(crate) names: Lexicon,
    pub(crate) short: Lexicon,
}

impl People {
    /// Reads the tables for `ar` or `en`.
    pub(crate) fn new(tables: &Tables, words: &Words, language: &str) -> People {
        let (mut names, mut short) = (Lexicon::default(), Lexicon::default());
        let mut known = Vec::new();
        for (number, row) in (0..).zip(tables.table("shared", "name_people").rows()) {
            let (full, also) = if language == "ar" { ("arabic", "also_arabic") } else { ("english", "also_english") };
            names.insert(row.get(full), number);
            row.list(also).for_each(|name| match name.contains(' ') {
                true => names.insert(name, number),
                false => short.insert(name, number),
            });
            known.push(person(words, row.get("english"), Some(row.get("arabic"))));
        }
        People { known, names, short }
    }

    /// The person who is named at a token of an Arabic text. `body` is where the name of an organisation begins that ends there.
    pub(crate) fn arabic(&self, text: &Text<'_>, words: &Words, token: usize, body: Option<usize>) -> Option<Mention> {
        let titled = token.checked_sub(1).is_some_and(|before| is_title(text, words, before));
        let found = self.untitled(text, words, token, body, titled)?;
        // مخيم أبو شوك
        let place =
            |at: usize| proclitics(text.form(at)).any(|cut| !cut.article && words.place_kinds.contains(cut.stem));
        (titled || !token.checked_sub(1).is_some_and(place)).then_some(found)
    }

    /// The same, whatever stands before it but a title.
    fn untitled(
        &self,
        text: &Text<'_>,
        words: &Words,
        token: usize,
        body: Option<usize>,
        titled: bool,
    ) -> Option<Mention> {
        let office = !titled && holds_office(text, words, token, body);
        let apposed = !titled && token > 1 && is_apposition(text, words, token);
        for cut in proclitics(text.form(token)) {
            let titled = titled || office && cut.letters == 0;
            if cut.article && !titled || cut.preposition == Some('س') {
                continue;
            }
            if let Some(hit) = self.names.find(text, token, cut.stem) {
                let mut mention = Mention::new(token..hit.end, self.known[hit.number as usize].clone());
                mention.conjunction = cut.conjunction.is_some();
                mention.ends = Some((cut.stem.to_owned(), text.form(hit.end - 1).to_owned()));
                return Some(mention);
            }
            if cut.article {
                continue;
            }
            let name = Name { text, words, titled, apposed, clitic: cut.preposition.is_some() };
            if let Some((end, parts)) = name.read(token, cut.stem) {
                let mut mention = Mention::new(token..end, arabic_person(words, &parts));
                mention.conjunction = cut.conjunction.is_some();
                mention.ends = parts.first().cloned().zip(parts.last().cloned());
                return Some(mention);
            }
        }
        None
    }
}

/// A name being read.
struct Name<'a, 't> {
    text: &'a Text<'t>,
    words: &'a Words,
    titled: bool,
    apposed: bool,
    clitic: bool,
}

impl Name<'_, '_> {
    /// The token after the name, and its words in reading form.
    fn read(&self, token: usize, stem: &str) -> Option<(usize, Vec<String>)> {
        let mut parts = Vec::new();
        let mut end = self.compound(token, stem, &mut parts).unwrap_or(token + 1);
        let kunya = !parts.is_empty() && is_kunya(stem) && (stem != "ام" || parts.len() == 1);
        // بيان ورد: a woman's name as well, but seldom without a title.
        if !self.titled && self.words.documents.contains(stem) {
            return None;
        }
        let given = self.words.given.get(parts.first().map_or(stem, |part: &String| part.as_str())).copied();
        if parts.is_empty() {
            match given {
                Some(_) => parts.push(stem.to_owned()),
                None if (self.titled || self.apposed) && !stem.starts_with("ال") && self.unknown(token, stem) => {
                    parts.push(stem.to_owned())
                }
                None => return None,
            }
        }
        // A given name that is an everyday word too proves little by what follows it.
        let weak = given.is_some_and(|given| given.word) && !self.titled && !kunya;
        let strong = given.is_some_and(|given| !given.word);
        let (mut family, mut sure) = (false, false);
        while parts.len() < LONGEST {
            let Some(form) = word(self.text, end) else { break };
            let before = parts.len();
            if let Some(next) = self.compound(end, form, &mut parts) {
                end = next;
                sure = true;
                // رامي أبو ريالة: a kunya behind a given name is the family's.
                family |= before > 0 && is_kunya(form);
                continue;
            }
            let article = form.starts_with("ال") && form.len() > 6;
            if matches!(form, "بن" | "ابن" | "بنت" | "ولد" | "ال") && word(self.text, end + 1).is_some() {
                let next = word(self.text, end + 1).unwrap_or_default();
                if self.words.is_common(next) && !self.words.given.contains_key(next) {
                    break;
                }
                parts.push(form.to_owned());
                parts.push(next.to_owned());
                end += 2;
                sure = true;
                continue;
            }
            if self.words.given.contains_key(form) && !family && !(stem == "باسم" && article) {
                sure = true;
            } else if article && !family && before == 1 && given.is_some_and(|g| !g.word) && self.closes(end + 1) {
                // Between a sure given name and a comma even an everyday word is a family's name: البابا.
                family = true;
            } else if article && !family && before == 1 && stem != "باسم" && self.sure_family(form, given) {
                // Dr Hasan al-Khatib, Maryam al-Ahmad: a title, or a family called by a given name.
                family = true;
                sure = true;
            } else if article && before < 5 && stem != "باسم" && (strong || self.titled) && self.known_family(end, form)
            {
                // صباح الحمد الصباح
                family = true;
                sure = true;
            } else if article && self.family(end, form, weak) && (!family || form.ends_with(['ي', 'ى'])) {
                family = true;
                sure = true;
            } else if !article && !family && before < 3 && self.unknown(end, form) {
                family = true;
            } else {
                break;
            }
            parts.push(form.to_owned());
            end += 1;
        }
        let enough = match parts.len() {
            1 => self.titled && strong && !self.clitic || kunya,
            _ => kunya || sure || strong && !self.clitic || self.titled,
        };
        let closed = !self.apposed || strong || sure && given.is_some() || self.closes(end);
        let risky = self.clitic && !(strong && sure);
        (enough || self.apposed && parts.len() > 1 && self.closes(end)).then_some(())?;
        (closed && !risky && parts.iter().map(String::len).sum::<usize>() > 6).then_some((end, parts))
    }

    /// Whether behind a given name even an everyday word with the article is a family's name.
    fn sure_family(&self, form: &str, given: Option<Given>) -> bool {
        let known = self.words.given.get(&form[4..]).is_some_and(|family| !family.word);
        let place = self.words.countries.contains_key(&form[4..]) || self.words.places.contains_key(form);
        !place && (given.is_some() && self.titled || known && given.is_some_and(|given| !given.word))
    }

    /// Whether a word is a given name with the article, and nothing definite but another such word is behind it: الأمين العام is no
    /// family.
    fn known_family(&self, token: usize, form: &str) -> bool {
        let bare = |form: &str| form.len() > 6 && self.words.given.contains_key(&form[4..]);
        let next = word(self.text, token + 1).filter(|next| next.starts_with("ال"));
        bare(form) && !self.words.places.contains_key(form) && next.is_none_or(bare)
    }

    /// Whether a word with the article may be a family's name.
    fn family(&self, token: usize, form: &str, weak: bool) -> bool {
        let nisba = form.ends_with(['ي', 'ى']);
        let bare = &form[4..];
        if self.words.countries.contains_key(bare) && !self.titled || self.words.places.contains_key(form) {
            return false;
        }
        let next_definite =
            word(self.text, token + 1).is_some_and(|next| next.starts_with("ال") && !next.ends_with('ي'));
        match self.words.is_common(form) {
            true => nisba && (self.titled || !weak),
            false => {
                let next = word(self.text, token + 1).filter(|next| next.starts_with("ال"));
                // المسعود البدري at a name's end; "خالد أبكر الطيران الحربي بـ…" goes on.
                let tail = |next: &str| {
                    next.ends_with('ي') && !self.words.countries.contains_key(&next[4..]) && self.closes(token + 2)
                };
                nisba || !weak && !next_definite && next.is_none_or(|next| tail(next) && !self.words.is_common(next))
            }
        }
    }

    /// عبد الكريم, أبو فخر, نور الدين: two words that are one part of a name.
    fn compound(&self, token: usize, form: &str, parts: &mut Vec<String>) -> Option<usize> {
        let next = word(self.text, token + 1)?;
        let servant = form == "عبد" && next.starts_with("ال") | next.starts_with("الله") | (next == "ربه");
        let mother = form != "ام" || self.words.given.contains_key(next);
        let kunya =
            is_kunya(form) && mother && !self.words.common.contains(next) && !next.starts_with("ال") | (next.len() > 8);
        let faith = self.words.given.contains_key(format!("{form}{next}").as_str());
        if !(servant || kunya || faith) {
            return None;
        }
        let joined = if kunya && !servant { format!("{form} {next}") } else { format!("{form}{next}") };
        // أبي is أبو behind a preposition.
        let cased = if kunya && !servant {
            joined.strip_prefix("ابي ").or_else(|| joined.strip_prefix("ابا "))
        } else {
            None
        };
        parts.push(cased.map_or(joined.clone(), |name| format!("ابو {name}")));
        Some(token + 2)
    }

    /// Whether a word may be a name although no table holds it.
    fn unknown(&self, token: usize, form: &str) -> bool {
        let count = form.chars().count();
        let verb = form.starts_with('ي') && count < 6 && !self.titled
            || form.starts_with(['ي', 'ت', 'س']) && self.words.is_common(&form[2..]);
        let at = &self.text.tokens()[token];
        let bare = form.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).filter(|rest| rest.len() > 4);
        let clitic = bare.is_some_and(|rest| self.words.is_common(rest) || rest.starts_with("ال"));
        count > 2
            && !form.starts_with("لل")
            && !verb
            && !clitic
            && !at.has_tanwin()
            && (self.titled || !form.ends_with('ة') || count < 6)
            && !(form.starts_with('ا')
                && count > 3
                && !form.starts_with("ال")
                && !at.has_hamza()
                && !self.closes(token + 1))
            && !(form.ends_with('ه') && count > 4)
            && !form.ends_with("ها")
            && !form.ends_with("هم")
            && !self.words.is_common(form)
            && !self.words.countries.contains_key(form)
            && !self.words.places.contains_key(form)
    }

    /// Whether a comma, a stop or a bracket follows.
    fn closes(&self, end: usize) -> bool {
        self.text.tokens().get(end).is_none_or(|t| t.after_line() || t.mark().is_some())
    }
}

fn is_kunya(form: &str) -> bool {
    matches!(form, "ابو" | "ابي" | "ابا" | "ام" | "بو")
}
