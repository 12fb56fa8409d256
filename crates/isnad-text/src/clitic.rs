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
    let mut cuts = Cuts { found: [whole; 8], count: 0 };
    cuts.push(whole);
    let after_conjunction = form.strip_prefix(['و', 'ف']).map(|stem| Proclitic {
        stem,
        letters: 1,
        conjunction: form.chars().next(),
        ..whole
    });
    if let Some(cut) = after_conjunction {
        cuts.push(cut);
    }
    for base in std::iter::once(whole).chain(after_conjunction) {
        if let Some(stem) = base.stem.strip_prefix("ال") {
            cuts.push(Proclitic { stem, letters: base.letters + 2, article: true, ..base });
        } else if let Some(stem) = base.stem.strip_prefix("لل") {
            cuts.push(Proclitic { stem, letters: base.letters + 2, preposition: Some('ل'), article: true, ..base });
        }
        if let Some(stem) = base.stem.strip_prefix(['ب', 'ل', 'ك', 'س']) {
            let preposition = base.stem.chars().next();
            let cut = Proclitic { stem, letters: base.letters + 1, preposition, ..base };
            cuts.push(cut);
            if preposition != Some('س')
                && let Some(stem) = stem.strip_prefix("ال")
            {
                cuts.push(Proclitic { stem, letters: base.letters + 3, article: true, ..cut });
            }
        }
    }
    cuts.found.into_iter().take(cuts.count)
}

struct Cuts<'f> {
    found: [Proclitic<'f>; 8],
    count: usize,
}

impl<'f> Cuts<'f> {
    /// Keeps a cut unless what is left is a single letter, which is no word.
    fn push(&mut self, cut: Proclitic<'f>) {
        if cut.stem.len() > 2 && self.count < self.found.len() {
            self.found[self.count] = cut;
            self.count += 1;
        }
    }
}

/// Every way to cut an attached pronoun off an Arabic word in reading form: the stem and the pronoun. The whole word is
/// not among them.
///
/// ```
/// let cuts: Vec<_> = isnad_text::enclitics("روايتهما").collect();
/// assert_eq!(cuts, [("روايت", "هما")]);
/// ```
pub fn enclitics(form: &str) -> impl Iterator<Item = (&str, &str)> {
    const PRONOUNS: [&str; 16] =
        ["هما", "كما", "ها", "هم", "هن", "كم", "نا", "ني", "وه", "ه", "ك", "ي", "وها", "وهم", "ونا", "وني"];
    PRONOUNS.iter().filter_map(move |pronoun| {
        let stem = form.strip_suffix(pronoun)?;
        (stem.len() > 2).then_some((stem, *pronoun))
    })
}
