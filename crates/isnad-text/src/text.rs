//! A report's text with its tokens, quotations, paragraphs and sentences: made once, used by every reader. It holds no
//! reading of its own.

use crate::quotation::{Quotation, pair};
use crate::sentence::{paragraphs, sentences};
use crate::token::{Token, tokenise};
use isnad_ledger::Span;
use std::ops::Range;

/// A text cut into tokens. Making one takes time and memory linear in the text.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    raw: &'t str,
    forms: String,
    tokens: Vec<Token>,
    paragraphs: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    quotations: Vec<Quotation>,
    length: u32,
}

impl<'t> Text<'t> {
    /// Cuts a text. A text of 4 GiB or more is cut off there; doors refuse far smaller ones.
    pub fn new(raw: &'t str) -> Text<'t> {
        let raw =
            if raw.len() < u32::MAX as usize { raw } else { &raw[..raw.floor_char_boundary(u32::MAX as usize - 1)] };
        let mut forms = String::with_capacity(raw.len());
        let tokens = tokenise(raw, &mut forms);
        let paragraphs = paragraphs(&tokens);
        let (mut all_quotations, mut all_sentences) = (Vec::new(), Vec::new());
        for paragraph in &paragraphs {
            let first = all_quotations.len();
            pair(&tokens, paragraph.clone(), &mut all_quotations);
            let form = |at: usize| form_of(&forms, &tokens[at]);
            let outer: Vec<Quotation> = all_quotations[first..].iter().filter(|q| !q.nested).copied().collect();
            sentences(&tokens, form, paragraph.clone(), &outer, &mut all_sentences);
        }
        let length = raw.chars().count() as u32;
        Text { raw, forms, tokens, paragraphs, sentences: all_sentences, quotations: all_quotations, length }
    }

    /// The text as it was given.
    pub fn raw(&self) -> &'t str {
        self.raw
    }

    /// Its length in code points.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// A token as it is written.
    ///
    /// # Panics
    /// If there is no such token, like indexing.
    pub fn word(&self, token: usize) -> &'t str {
        let token = &self.tokens[token];
        &self.raw[token.byte as usize..(token.byte + token.bytes) as usize]
    }

    /// A token's reading form (see [`normalise`](crate::normalise)); empty for a mark.
    ///
    /// # Panics
    /// If there is no such token, like indexing.
    pub fn form(&self, token: usize) -> &str {
        form_of(&self.forms, &self.tokens[token])
    }

    /// The raw text from the first to the last token of a range; empty for an empty range.
    pub fn slice(&self, tokens: Range<usize>) -> &'t str {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if first.byte <= last.byte => {
                &self.raw[first.byte as usize..(last.byte + last.bytes) as usize]
            }
            _ => "",
        }
    }

    /// The words of a span; takes time in the span's length and not, like [`Span::of`], in the text's.
    pub fn words(&self, span: Span) -> &'t str {
        let start = self.byte_at(span.start());
        &self.raw[start..self.byte_at(span.end()).max(start)]
    }

    /// The byte at which a code point begins, counted from the token before it.
    fn byte_at(&self, point: u32) -> usize {
        let before = self.tokens.partition_point(|token| token.start <= point).checked_sub(1);
        let (byte, start) = before.map_or((0, 0), |at| (self.tokens[at].byte as usize, self.tokens[at].start));
        let rest = self.raw[byte..].char_indices().nth((point - start) as usize);
        rest.map_or(self.raw.len(), |(at, _)| byte + at)
    }

    /// The code points from the first to the last token of a range; an empty range gives an empty span at its start.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let start = self.tokens.get(tokens.start).map_or(self.length, |t| t.start);
        let end =
            if tokens.is_empty() { start } else { self.tokens.get(tokens.end - 1).map_or(self.length, |t| t.end) };
        self.points(start, end)
    }

    /// A span by code points, cut to the text.
    pub fn points(&self, start: u32, end: u32) -> Span {
        let end = end.min(self.length);
        let start = start.min(end);
        Span::within(start, end, self.length).unwrap_or_else(|| unreachable!("start <= end <= length"))
    }

    /// The first token that ends after a code point; the number of tokens if there is none.
    pub fn token_at(&self, point: u32) -> usize {
        self.tokens.partition_point(|token| token.end <= point)
    }

    /// The tokens that a span touches.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.token_at(span.start());
        let last = self.tokens.partition_point(|token| token.start < span.end());
        first..last.max(first)
    }

    /// Lines that are not blank, as ranges of tokens.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// Sentences, as ranges of tokens; each lies inside a paragraph, and together they cover all tokens.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Quotations, ordered by their opening mark.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// Index of the sentence that holds a token; the number of sentences if none does.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= token)
    }

    /// Index of the paragraph that holds a token; the number of paragraphs if none does.
    pub fn paragraph_of(&self, token: usize) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.end <= token)
    }
}

fn form_of<'f>(forms: &'f str, token: &Token) -> &'f str {
    &forms[token.form as usize..(token.form + token.form_bytes) as usize]
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn words_of_any_span_are_those_that_the_span_says() {
        let raw = " \u{200f}قالَ: «نعم»  (sic) \u{fefb}، 12٫5\n\n…";
        let text = Text::new(raw);
        for start in 0..=text.length() {
            for end in start..=text.length() {
                let span = text.points(start, end);
                assert_eq!(text.words(span), span.of(raw));
            }
        }
    }
}
