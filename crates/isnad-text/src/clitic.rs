//! Clitics: the one-letter words and the article that Arabic writes onto the next word, and the pronouns it writes onto the
//! one before. Every possible cut is offered; whether the rest is a word is for a look-up to say.

/// What is written onto the front of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proclitic<'f> {
    /// What is left, in reading form.
    pub stem: &'f str,
    /// How many letters were cut off.
    pub letters: u8,
    /// و or ف.
    pub conjunction: Option<char>,
    /// ب, ل or ك; س before a verb.
    pub preposition: Option<char>,
    /// The article, also that of لل.
    pub article: bool,
}

/// Every way to cut proclitics off an Arabic word in reading form, the whole word first, longer cuts later.
///
/// ```
/// let stems: Vec<_> = isnad_text::proclitics("وبالتقرير").map(|cut| (cut.stem, cut.article)).collect();
/// assert_eq!(stems, [("وبالتقرير", false), ("بالتقرير", false), ("التقرير", false), ("تقرير", true)]);
/// ```
pub fn proclitics(form: &str) -> impl Iterator<Item = Proclitic<'_>> {
    let whole = Proclitic { stem: form, letters: 0, conjunction: None, preposition: None, article: false };
    // Most words begin with none of these letters.
    let plain = !form.starts_with(['و', 'ف', 'ب', 'ل', 'ك', 'س', 'ا']);
    let joined = form.strip_prefix(['و', 'ف']).map(|stem| Proclitic {
        stem,
        letters: 1,
        conjunction: form.chars().next(),
        ..whole
    });
    let steps = if plain { 1 } else { 8 };
    (0..steps).filter_map(move |step| {
        let cut = match step {
            0 => whole,
            1 => joined?,
            2 => article(whole)?,
            3 => preposition(whole)?,
            4 => both(whole)?,
            5 => article(joined?)?,
            6 => preposition(joined?)?,
            _ => both(joined?)?,
        };
        // A single letter that is left is no word.
        (cut.stem.len() > 2).then_some(cut)
    })
}

fn article(base: Proclitic<'_>) -> Option<Proclitic<'_>> {
    let (stem, preposition) = match base.stem.strip_prefix("ال") {
        Some(stem) => (stem, base.preposition),
        None => (base.stem.strip_prefix("لل")?, Some('ل')),
    };
    Some(Proclitic { stem, letters: base.letters + 2, preposition, article: true, ..base })
}

fn preposition(base: Proclitic<'_>) -> Option<Proclitic<'_>> {
    let stem = base.stem.strip_prefix(['ب', 'ل', 'ك', 'س'])?;
    Some(Proclitic { stem, letters: base.letters + 1, preposition: base.stem.chars().next(), ..base })
}

fn both(base: Proclitic<'_>) -> Option<Proclitic<'_>> {
    let cut = preposition(base).filter(|cut| cut.preposition != Some('س'))?;
    let stem = cut.stem.strip_prefix("ال")?;
    Some(Proclitic { stem, letters: base.letters + 3, article: true, ..cut })
}

/// Every way to cut an attached pronoun off an Arabic word in reading form: the stem and the pronoun. The whole word is
/// not among them.
///
/// ```
/// let cuts: Vec<_> = isnad_text::enclitics("روايتهما").collect();
/// assert_eq!(cuts, [("روايت", "هما")]);
/// ```
pub fn enclitics(form: &str) -> impl Iterator<Item = (&str, &str)> {
    // Most words end in none of these letters.
    let pronouns: &[&str] = match form.chars().next_back() {
        Some('ا') => &["هما", "كما", "ها", "نا", "وها", "ونا"],
        Some('م') => &["هم", "كم", "وهم"],
        Some('ن') => &["هن"],
        Some('ي') => &["ني", "ي", "وني"],
        Some('ه') => &["وه", "ه"],
        Some('ك') => &["ك"],
        _ => &[],
    };
    pronouns.iter().filter_map(move |pronoun| {
        let stem = form.strip_suffix(pronoun)?;
        (stem.len() > 2).then_some((stem, *pronoun))
    })
}
