//! The words that stand around a place's name and show that it is one: kinds, prepositions, directions, units, vetoes.
//! They come from a language's tables `place_*`; what they are worth is decided in `evidence`.

use super::fold::Phrase;
use super::kind::{Kinds, PlaceKind};
use isnad_languages::Tables;
use isnad_text::{Match, PhraseBook, Text, TokenKind, normalise};
use rustc_hash::{FxHashMap, FxHashSet};

/// How a noun goes with the name after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The name is of that kind: مدينة حلب.
    Is,
    /// The same, but the noun also goes with much else: منطقة.
    Weak,
    /// The noun is a part of the named place or lies at it: شوارع حلب.
    Of,
    /// The noun is people or an office of the named place, or of its government: شرطة حلب.
    Body,
}

/// What a preposition says of the place after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    In,
    Near,
    To,
    From,
    Of,
    Between,
}

/// A direction.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Direction {
    /// Clockwise from north; `None` for the centre.
    pub(crate) degrees: Option<f64>,
    /// `north`.
    pub(crate) name: Box<str>,
    /// `شمال`.
    pub(crate) name_ar: Box<str>,
}

/// A phrase beside a name.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Beside {
    Kind { role: Role, kinds: Kinds },
    Preposition(Relation),
    Direction(usize),
    Veto,
}

/// A language's words around places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    /// Stands before a name.
    pub(crate) before: PhraseBook<Beside>,
    /// Stands after a name.
    pub(crate) after: PhraseBook<Beside>,
    /// Alone for a part of a country: في الجنوب.
    pub(crate) bare: PhraseBook<usize>,
    /// All directions; the books hold their numbers.
    pub(crate) directions: Vec<Direction>,
    /// Units of distance in metres.
    pub(crate) units: PhraseBook<f64>,
    /// Countries by the adjective made of them, in every form.
    pub(crate) nisbas: FxHashMap<Box<str>, Box<str>>,
    /// People's given names in Latin letters.
    given: FxHashSet<Phrase>,
    /// No places by themselves.
    never: FxHashSet<Phrase>,
}

impl Context {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables, language: &str) -> Context {
        let mut context = Context::default();
        context.add_directions(tables, language);
        for row in tables.table(language, "place_kinds").rows() {
            let mut kinds = Kinds::default();
            row.list("kinds").filter_map(PlaceKind::named).for_each(|kind| kinds.insert(kind));
            let role = match row.get("role") {
                "is" | "named" => Role::Is,
                "weak" => Role::Weak,
                "body" => Role::Body,
                _ => Role::Of,
            };
            let book = if row.get("side") == "after" { &mut context.after } else { &mut context.before };
            row.list("words").for_each(|word| book.insert(word, Beside::Kind { role, kinds }));
        }
        for row in tables.table(language, "place_prepositions").rows() {
            let relation = match row.get("relation") {
                "in" => Relation::In,
                "near" => Relation::Near,
                "to" => Relation::To,
                "between" => Relation::Between,
                "from" => Relation::From,
                _ => Relation::Of,
            };
            row.list("words").for_each(|word| context.before.insert(word, Beside::Preposition(relation)));
        }
        for row in tables.table(language, "place_vetoes").rows() {
            for word in row.list("words") {
                match row.get("class") {
                    "before" => context.before.insert(word, Beside::Veto),
                    "after" => context.after.insert(word, Beside::Veto),
                    _ => context.add_never(word),
                }
            }
        }
        for name in ["classes", "place_kinds", "place_prepositions", "place_directions", "place_units"] {
            for row in tables.table(language, name).rows() {
                row.list("words").for_each(|word| context.add_never(word));
            }
        }
        for row in tables.table(language, "place_units").rows() {
            let metres = row.number("metres").unwrap_or(1000.0);
            row.list("words").for_each(|word| context.units.insert(word, metres));
        }
        for row in tables.table(language, "place_nisbas").rows() {
            for word in row.list("words") {
                let word = normalise(word);
                context.add_never(&word);
                let endings: &[&str] =
                    if language == "ar" { &["", "ة", "ين", "ون", "ا", "تين"] } else { &[""] };
                for ending in endings {
                    context.nisbas.insert(format!("{word}{ending}").into(), row.get("country").into());
                }
            }
        }
        if language == "en" {
            for row in tables.table("shared", "name_given").rows() {
                let names = row.list("english").chain(row.list("latin"));
                context.given.extend(names.map(|name| Phrase::of(&normalise(name), |_| {})));
            }
        }
        context
    }

    fn add_directions(&mut self, tables: &Tables, language: &str) {
        for row in tables.table(language, "place_directions").rows() {
            let number = self.directions.len();
            let name: Box<str> = row.get("name").into();
            let arabic = tables.table("ar", "place_directions");
            let noun = arabic.rows().find(|other| other.get("form") == "noun" && other.get("name") == &*name);
            let name_ar = noun.and_then(|noun| noun.list("words").next()).unwrap_or_default().into();
            self.directions.push(Direction { degrees: row.number("degrees"), name, name_ar });
            let english = language == "en";
            for word in row.list("words") {
                match row.get("form") {
                    "bare" => self.bare.insert(word, number),
                    "adjective" if !english => self.after.insert(word, Beside::Direction(number)),
                    _ => self.before.insert(word, Beside::Direction(number)),
                }
            }
        }
    }

    fn add_never(&mut self, word: &str) {
        self.never.insert(Phrase::of(&normalise(word), |_| {}));
    }

    /// Whether these words are no place by themselves, whatever a gazetteer says.
    pub(crate) fn is_never(&self, phrase: Phrase) -> bool {
        self.never.contains(&phrase)
    }

    /// Whether it is also a given name.
    pub(crate) fn is_given(&self, phrase: Phrase) -> bool {
        self.given.contains(&phrase)
    }

    /// The country that a word is the adjective of, with the article or without.
    pub(crate) fn nisba(&self, form: &str) -> Option<&str> {
        let form = form.strip_prefix("ال").or_else(|| form.strip_prefix("لل")).unwrap_or(form);
        self.nisbas.get(form).map(|country| &**country)
    }

    /// The phrase that ends right before token `end`.
    pub(crate) fn ending_at<'b, 'f>(
        &'b self,
        text: &'f Text<'_>,
        floor: usize,
        end: usize,
    ) -> Option<Match<'b, 'f, Beside>> {
        (1..=4).rev().filter(|length| end >= floor + length).find_map(|length| {
            let found = within(&self.before, text, end - length)?;
            (found.tokens == length).then_some(found)
        })
    }
}

/// The longest phrase that begins at a token, without a cut that no context word has (the article, س, ك).
pub(crate) fn within<'b, 'f, V>(book: &'b PhraseBook<V>, text: &'f Text<'_>, token: usize) -> Option<Match<'b, 'f, V>> {
    if text.tokens().get(token)?.kind != TokenKind::Arabic {
        return book.longest(text, token);
    }
    let found = book.longest_within(text, token)?;
    let cut_fits = found.proclitic.is_none_or(|cut| !cut.article && !matches!(cut.preposition, Some('س' | 'ك')));
    cut_fits.then_some(found)
}
