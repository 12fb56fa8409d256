//! Villages that no gazetteer has, where the text says what they are and where: قرية تل النور بريف حلب، the village of Tell
//! Hadid near Manbij. They stand at what contains them, no finer than a region; no other unknown name becomes a place here.

use super::context::{Beside, Context, Relation, within};
use super::shape::Shape;
use isnad_languages::Tables;
use isnad_ledger::{Place, Precision};
use isnad_text::{PhraseBook, Text, TokenKind};
use std::ops::Range;

/// Names that are listed after one noun, at most.
const MOST_LISTED: usize = 6;
/// Words of one name.
const MOST_WORDS: usize = 4;
/// Steps from a name to the place that it lies in.
const MOST_STEPS: usize = 7;

/// A language's words for villages.
#[derive(Clone, Debug)]
pub(crate) struct Unlisted {
    before: PhraseBook<()>,
    after: PhraseBook<()>,
    shape: Shape,
}

/// A name in a text.
struct Village {
    tokens: Range<usize>,
    /// Letters of a conjunction before it.
    cut: u32,
    place: Place,
}

/// Names with the letters of a conjunction before each, and the place that they lie in.
type Listed<'p> = (Vec<(Range<usize>, u32)>, &'p Place);

/// Places that are known already, by their tokens, in order.
struct Known<'p> {
    places: Vec<(Range<usize>, &'p Place)>,
}

impl Unlisted {
    /// Reads the tables of a language.
    pub(crate) fn new(tables: &Tables, language: &str) -> Unlisted {
        let (mut before, mut after) = (PhraseBook::default(), PhraseBook::default());
        for row in tables.table(language, "place_kinds").rows().filter(|row| row.get("role") == "named") {
            let book = if row.get("side") == "after" { &mut after } else { &mut before };
            row.list("words").for_each(|word| book.insert(word, ()));
        }
        Unlisted { before, after, shape: Shape::new(tables, language) }
    }

    /// The villages of a text whose `places` that gazetteers have are known.
    pub(crate) fn read(&self, text: &Text<'_>, context: &Context, places: &[Place]) -> Vec<Place> {
        let known = Known::new(text, places);
        let mut villages: Vec<Village> = Vec::new();
        let mut token = 0;
        while token < text.tokens().len() {
            let end = villages.last().map_or(0, |village| village.tokens.end);
            if let Some((names, container)) = self.named(text, context, &known, token, end) {
                villages.extend(names.into_iter().map(|(tokens, cut)| {
                    let place = self.village(text, &tokens, cut, container);
                    Village { tokens, cut, place }
                }));
            }
            token += 1;
        }
        let again = repeated(text, context, &known, &villages);
        villages.into_iter().map(|village| village.place).chain(again).collect()
    }

    /// The names that go with the noun at `token`, and the place that they lie in.
    fn named<'p>(
        &self,
        text: &Text<'_>,
        context: &Context,
        known: &Known<'p>,
        token: usize,
        floor: usize,
    ) -> Option<Listed<'p>> {
        if text.tokens()[token].kind == TokenKind::Arabic {
            let noun = within(&self.before, text, token)?;
            return self.listed(text, context, known, opened(text, token + noun.tokens));
        }
        if let Some(noun) = self.before.longest(text, token)
            && text.tokens().get(token + noun.tokens).is_some_and(|next| next.is_word())
            && text.form(token + noun.tokens) == "of"
        {
            let start = opened(text, token + noun.tokens + 1);
            let end = (start..start + MOST_WORDS).find(|at| !self.goes_on(text, context, known, start, *at));
            let name = start..end.unwrap_or(start + MOST_WORDS);
            let container = self.container(text, context, known, name.end)?;
            return (!name.is_empty()).then(|| (vec![(name, 0)], container));
        }
        let noun = self.after.longest(text, token)?;
        let container = self.container(text, context, known, token + noun.tokens)?;
        let apposed =
            token >= 2 && matches!(text.form(token - 1), "a" | "the") && text.tokens()[token - 2].mark() == Some(',');
        let end = if apposed { token - 2 } else { token };
        let first = end.saturating_sub(MOST_WORDS).max(floor);
        let start = (first..end).rev().take_while(|at| self.goes_on(text, context, known, *at, *at)).last()?;
        Some((vec![(start..end, 0)], container))
    }

    /// Arabic names from `start` on, joined by و, up to what says where they are.
    fn listed<'p>(&self, text: &Text<'_>, context: &Context, known: &Known<'p>, start: usize) -> Option<Listed<'p>> {
        let (mut names, mut at) = (Vec::new(), start);
        for _ in 0..MOST_LISTED {
            if let Some((tokens, _)) =
                known.from(at).filter(|(tokens, _)| !names.is_empty() && joined(text, tokens.start))
            {
                at = tokens.end;
                continue;
            }
            let cut = u32::from(!names.is_empty());
            let mut end = None;
            for last in at..at + MOST_WORDS.min(text.tokens().len().saturating_sub(at)) {
                if !self.goes_on(text, context, known, at, last) {
                    break;
                }
                if !self.shape.is_whole(text, at..last + 1) {
                    continue;
                }
                if let Some(container) = self.container(text, context, known, last + 1) {
                    names.push((at..last + 1, cut));
                    return Some((names, container));
                }
                if joined(text, last + 1) {
                    end = Some(last + 1);
                    break;
                }
            }
            names.push((at..end?, cut));
            at = end?;
        }
        None
    }

    /// Whether the word at `last` may belong to a name that begins at `start`.
    fn goes_on(&self, text: &Text<'_>, context: &Context, known: &Known<'_>, start: usize, last: usize) -> bool {
        let fits = text.tokens().get(last).is_some_and(|token| token.is_word() && !token.after_line());
        fits && !known.covers(last) && self.shape.goes_on(text, context, start, last)
    }

    /// The place that what ends before `at` lies in: in, near, or in a direction from it.
    fn container<'p>(&self, text: &Text<'_>, context: &Context, known: &Known<'p>, at: usize) -> Option<&'p Place> {
        let (mut at, mut inward, mut comma) = (at, false, false);
        for _ in 0..MOST_STEPS {
            let token = text.tokens().get(at).filter(|token| !token.after_line())?;
            if let Some((tokens, place)) = known.from(at) {
                let cut = place.span.start() > token.start;
                let moved = place.key.as_ref().is_some_and(|key| key.contains('#'));
                let inside = cut && text.form(at).starts_with('ب');
                let latin = comma && token.kind == TokenKind::Latin;
                let fits = inside || ((inward || moved || latin) && (!cut || !text.form(at).starts_with('و')));
                return (fits && !tokens.is_empty()).then_some(place);
            }
            at += match token.kind {
                TokenKind::Mark(',') => {
                    comma = true;
                    1
                }
                TokenKind::Mark('(') => {
                    inward = true;
                    1
                }
                TokenKind::Mark('"' | '«' | '»' | '“' | '”' | ')') => 1,
                TokenKind::Mark(_) => return None,
                TokenKind::Number => 1,
                _ if self.shape.links(text.form(at)) => {
                    inward |= token.kind == TokenKind::Arabic;
                    1
                }
                _ if context.units.longest(text, at).is_some() => 1,
                _ => {
                    let found = within(&context.before, text, at)?;
                    if found.proclitic.is_some_and(|cut| cut.conjunction.is_some()) {
                        return None;
                    }
                    match found.value {
                        Beside::Preposition(Relation::In | Relation::Near)
                        | Beside::Direction(_)
                        | Beside::Kind { .. } => {
                            inward = true;
                        }
                        Beside::Preposition(Relation::From | Relation::Of) if inward => {}
                        _ => return None,
                    }
                    found.tokens
                }
            };
        }
        None
    }

    /// A village at what contains it.
    fn village(&self, text: &Text<'_>, tokens: &Range<usize>, cut: u32, container: &Place) -> Place {
        let whole = text.span(tokens.clone());
        let span = text.points(whole.start() + cut, whole.end());
        let words = text.words(span);
        let arabic = text.tokens()[tokens.start].kind == TokenKind::Arabic;
        let latin = || {
            let forms = tokens.clone().map(|at| {
                let form = text.form(at);
                self.shape.latin(if at == tokens.start { form.get(2 * cut as usize..).unwrap_or(form) } else { form })
            });
            forms.collect::<Vec<_>>().join(" ")
        };
        Place {
            id: String::new(),
            span,
            key: None,
            name: if arabic { latin() } else { words.to_owned() },
            name_ar: arabic.then(|| words.to_owned()),
            latitude: container.latitude,
            longitude: container.longitude,
            country: container.country.clone(),
            precision: if container.precision <= Precision::Town { Precision::Region } else { container.precision },
            also: Vec::new(),
        }
    }
}

impl<'p> Known<'p> {
    fn new(text: &Text<'_>, places: &'p [Place]) -> Known<'p> {
        let mut places: Vec<_> = places.iter().map(|place| (text.tokens_in(place.span), place)).collect();
        places.sort_by_key(|(tokens, _)| tokens.start);
        Known { places }
    }

    fn from(&self, token: usize) -> Option<&(Range<usize>, &'p Place)> {
        let at = self.places.partition_point(|(tokens, _)| tokens.start < token);
        self.places.get(at).filter(|(tokens, _)| tokens.start == token)
    }

    fn covers(&self, token: usize) -> bool {
        let after = self.places.partition_point(|(tokens, _)| tokens.start <= token);
        after.checked_sub(1).is_some_and(|at| self.places[at].0.contains(&token))
    }
}

/// The first token after opening quotation marks.
fn opened(text: &Text<'_>, token: usize) -> usize {
    let mark = text.tokens().get(token).and_then(|token| token.mark());
    token + usize::from(matches!(mark, Some('"' | '«' | '“')))
}

/// Whether و joins a token to the one before.
fn joined(text: &Text<'_>, token: usize) -> bool {
    let next = text.tokens().get(token).filter(|next| next.kind == TokenKind::Arabic && !next.after_line());
    next.is_some() && text.form(token).starts_with('و') && text.form(token).len() > 6
}

/// Further mentions of villages, after a noun or a preposition of place.
fn repeated(text: &Text<'_>, context: &Context, known: &Known<'_>, villages: &[Village]) -> Vec<Place> {
    let mut again: Vec<Place> = Vec::new();
    if villages.is_empty() {
        return again;
    }
    let mut at = 0;
    while at < text.tokens().len() {
        let free = !known.covers(at) && !villages.iter().any(|village| village.tokens.contains(&at));
        let found = villages.iter().filter(|_| free).find(|village| {
            let length = village.tokens.len();
            let named = village.tokens.clone().zip(at..).all(|(one, other)| {
                let form = text.form(one);
                let form = if one == village.tokens.start {
                    form.get(2 * village.cut as usize..).unwrap_or(form)
                } else {
                    form
                };
                text.tokens().get(other).is_some_and(|token| token.is_word()) && text.form(other) == form
            });
            named && at + length <= text.tokens().len() && placed(text, context, at)
        });
        match found {
            Some(village) => {
                let span = text.span(at..at + village.tokens.len());
                again.push(Place { span, ..village.place.clone() });
                at += village.tokens.len();
            }
            None => at += 1,
        }
    }
    again
}

/// Whether a preposition or a noun of place stands before a token.
fn placed(text: &Text<'_>, context: &Context, token: usize) -> bool {
    context.ending_at(text, 0, token).is_some_and(|found| {
        matches!(
            found.value,
            Beside::Preposition(Relation::In | Relation::Near) | Beside::Kind { .. } | Beside::Direction(_)
        )
    })
}
