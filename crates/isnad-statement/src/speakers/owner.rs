//! Whose family, whose neighbours: the person that a word for relatives leaves unsaid. It takes nobody from far off.

use super::party::Setting;
use std::ops::Range;

impl Setting<'_, '_> {
    /// Whose family is meant: of those named in this paragraph or the two before it the one the report names most often, of
    /// equals the nearest. A ruler named in passing ("since the fall of …") is not made anybody's son by standing near.
    pub(super) fn person_before(&self, token: usize) -> Option<String> {
        let paragraph = self.text.paragraph_of(token).saturating_sub(2);
        let floor = self.text.paragraphs().get(paragraph).map_or(0, |tokens| tokens.start);
        let here = self.mentions.starting_in(floor..token).iter();
        let people = here.filter(|mention| mention.named && mention.is_person() && mention.end <= token);
        let best = people
            .filter(|mention| !self.names_an_age(&(mention.start..mention.end)))
            .max_by_key(|mention| (mention.name.spans.len() + mention.name.anaphora.len(), mention.end))?;
        Some(best.name.name.clone())
    }

    /// نظام فلان, the fall of X: the name stands for a time or a government, not for somebody who is there.
    fn names_an_age(&self, tokens: &Range<usize>) -> bool {
        let before = |n: usize| tokens.start.checked_sub(n).map_or("", |at| self.form(at));
        let behind = self.text.tokens().get(tokens.end).map_or("", |_| self.form(tokens.end));
        let reign = if self.words.arabic { before(1) } else { before(2) };
        self.words.is(reign, "reign") && (self.words.arabic || before(1) == "of")
            || self.words.is(behind, "reign_behind")
    }
}
