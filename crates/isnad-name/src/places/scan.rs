//! Finds every stretch of a text that a gazetteer has a place for, longest first, and gathers the places by name. Whether
//! a stretch means a place is for `evidence` to say.

use super::context::Context;
use super::fold::Phrase;
use super::geo::distance;
use super::index::View;
use super::kind::PlaceKind;
use super::row::PlaceRow;
use isnad_text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Rows of one name beyond these are not looked at; no name has as many in one gazetteer.
const MOST_ROWS: usize = 256;
/// Words in the longest name.
const MOST_WORDS: usize = 6;
/// Two rows of one name that lie nearer than this, in kilometres, are one place.
const SAME_PLACE: f64 = 15.0;

/// A stretch of text with a place's name.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Letters of proclitics on the first token.
    pub(crate) cut: u8,
    /// و or ف stands before it.
    pub(crate) conjunction: bool,
    /// ب or ل stands before it.
    pub(crate) preposition: Option<char>,
    /// It ends in an English possessive.
    pub(crate) possessive: bool,
    /// Which name.
    pub(crate) name: usize,
}

/// A name with all its places.
#[derive(Clone, Debug)]
pub(crate) struct Name<'i> {
    /// Its places, the embedded ones first.
    pub(crate) found: Vec<Found<'i>>,
    /// Whether the name has two words or more.
    pub(crate) long: bool,
    /// Whether it is written in Latin letters.
    pub(crate) latin: bool,
    /// Whether it is also a given name.
    pub(crate) given: bool,
}

/// A place of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'i> {
    pub(crate) row: PlaceRow<'i>,
    /// Whether it is of the embedded gazetteer.
    pub(crate) embedded: bool,
}

/// All mentions and names of a text. The first view is the embedded gazetteer.
pub(crate) fn scan<'i>(text: &Text<'_>, views: &[View<'i>], context: &Context) -> (Vec<Mention>, Vec<Name<'i>>) {
    let (mut mentions, mut names) = (Vec::new(), Vec::new());
    let mut numbers: FxHashMap<Phrase, usize> = FxHashMap::default();
    let mut token = 0;
    while token < text.tokens().len() {
        let Some((end, phrase, cut)) = longest(text, views, token) else {
            token += 1;
            continue;
        };
        // معسكر is a town of Algeria, and the noun before a camp's name.
        if end == token + 1 && context.is_never(phrase) && longest(text, views, end).is_some() {
            token = end;
            continue;
        }
        let name = *numbers.entry(phrase).or_insert_with(|| {
            let latin = text.tokens()[token].kind != TokenKind::Arabic;
            names.push(gather(phrase, views, context, end - token > 1, latin));
            names.len() - 1
        });
        if names[name].found.is_empty() {
            token += 1;
            continue;
        }
        mentions.push(Mention {
            tokens: token..end,
            cut: cut.letters,
            conjunction: cut.conjunction,
            preposition: cut.preposition,
            possessive: names[name].latin && text.form(end - 1).ends_with("'s"),
            name,
        });
        token = end;
    }
    (mentions, names)
}

#[derive(Clone, Copy, Default)]
struct Cut<'f> {
    stem: &'f str,
    letters: u8,
    conjunction: bool,
    preposition: Option<char>,
    article: bool,
}

/// The ways to cut conjunctions and prepositions, but not the article, off a word.
fn cuts(form: &str) -> impl Iterator<Item = Cut<'_>> {
    let whole = Cut { stem: form, ..Cut::default() };
    let bare = form.strip_prefix(['و', 'ف']).map(|stem| Cut { stem, letters: 1, conjunction: true, ..whole });
    let mut all = [Some(whole), bare, cut_preposition(whole), bare.and_then(cut_preposition)];
    // Two letters are left of too many words (باب, فكم) to be a name.
    all[1..].iter_mut().for_each(|cut| *cut = cut.filter(|cut: &Cut<'_>| cut.stem.len() > 4));
    all.into_iter().flatten()
}

fn cut_preposition(base: Cut<'_>) -> Option<Cut<'_>> {
    if let Some(stem) = base.stem.strip_prefix("لل") {
        return Some(Cut { stem, letters: base.letters + 1, preposition: Some('ل'), article: true, ..base });
    }
    let preposition = base.stem.chars().next().filter(|c| matches!(c, 'ب' | 'ل'))?;
    let stem = base.stem.strip_prefix(preposition)?;
    Some(Cut { stem, letters: base.letters + 1, preposition: Some(preposition), ..base })
}

fn longest<'f>(text: &'f Text<'_>, views: &[View<'_>], token: usize) -> Option<(usize, Phrase, Cut<'f>)> {
    let first = text.tokens().get(token)?;
    let form = text.form(token);
    match first.kind {
        TokenKind::Arabic => {
            let mut best: Option<(usize, Phrase, Cut<'f>)> = None;
            for cut in cuts(form) {
                let begun = Phrase::EMPTY.arabic(cut.stem, cut.article);
                if let Some((end, phrase)) = extend(text, views, token, begun)
                    && best.is_none_or(|(so_far, ..)| end > so_far)
                {
                    best = Some((end, phrase, cut));
                }
            }
            best
        }
        TokenKind::Latin => {
            let article = matches!(form, "al" | "el")
                && text.tokens().get(token + 1).is_some_and(|next| next.is_capital() && !next.after_line());
            let word = text.word(token);
            let capitals = word.chars().filter(|c| c.is_uppercase()).count();
            if !article && (capitals == 0 || (form.len() <= 2 && capitals < form.len())) {
                return None;
            }
            let begun = Phrase::EMPTY.latin(form, |_| {});
            let (end, phrase) = extend(text, views, token, begun)?;
            Some((end, phrase, Cut::default()))
        }
        TokenKind::Number | TokenKind::Mark(_) => None,
    }
}

/// The longest name that goes on from `begun`, which ends with `token`.
fn extend(text: &Text<'_>, views: &[View<'_>], token: usize, begun: Phrase) -> Option<(usize, Phrase)> {
    let tokens = text.tokens();
    let (mut phrase, mut best): (Phrase, Option<(usize, Phrase)>) = (begun, None);
    for end in token + 1..=token + MOST_WORDS {
        if phrase != Phrase::EMPTY {
            if !views.iter().any(|view| view.may_begin(phrase)) {
                break;
            }
            // An article at the end adds nothing: Dumayr at the time.
            let more = best.is_none_or(|(_, longest)| longest != phrase);
            if more && views.iter().any(|view| view.has(phrase)) {
                best = Some((end, phrase));
            }
        }
        let Some(next) = tokens.get(end).filter(|next| !next.after_line()) else { break };
        phrase = match next.kind {
            TokenKind::Arabic => phrase.arabic(text.form(end), false),
            TokenKind::Latin | TokenKind::Number if !text.form(end - 1).ends_with("'s") => {
                phrase.latin(text.form(end), |_| {})
            }
            _ => break,
        };
    }
    best
}

/// All places of a name: installed ones that are an embedded one again are left out.
fn gather<'i>(phrase: Phrase, views: &[View<'i>], context: &Context, long: bool, latin: bool) -> Name<'i> {
    let mut found: Vec<Found<'i>> = Vec::new();
    for (number, view) in views.iter().enumerate() {
        let embedded = number == 0;
        if !embedded && !long && context.is_never(phrase) {
            continue;
        }
        for row in view.named(phrase).take(MOST_ROWS) {
            let again = !embedded && found.iter().any(|other| same(&other.row, &row));
            if !again {
                found.push(Found { row, embedded });
            }
        }
    }
    Name { found, long, latin, given: context.is_given(phrase) }
}

fn same(a: &PlaceRow<'_>, b: &PlaceRow<'_>) -> bool {
    let area =
        |kind| matches!(kind, PlaceKind::Country | PlaceKind::Division | PlaceKind::District | PlaceKind::Region);
    distance((a.latitude, a.longitude), (b.latitude, b.longitude)) <= SAME_PLACE
        || (a.country == b.country && area(a.kind) && area(b.kind))
}
