//! Looks for the people of a harm to its right or left, with those coordinated with them. It does not know what was done to them.

use super::Linked;
use super::harmed::Harmed;
use crate::chunk::Chunk;
use crate::sense::{Form, Words};

impl Harmed<'_, '_, '_> {
    /// People after the harm, within some tokens, and those coordinated with them.
    pub(super) fn right(&self, out: &mut Linked, within: usize) {
        let arabic = self.cells.lexicon.arabic;
        let limit = self.next + within;
        let mut border = self.next;
        while border < limit.min(self.sentence.end) {
            let stops = matches!(self.cells.mark(border), Some(',' | ';' | ':' | '.' | '–'))
                || matches!(self.cells.form(border), "وان" | "وانه" | "وانها" | "وانهم")
                || (arabic && self.cells.is(border, Words::BY))
                || ((border > self.next || arabic && self.cells.get(border).joined)
                    && self.cells.get(border).sense.is_some_and(|s| s.harm.is_some())
                    && !out.chunks.iter().any(|c| c.tokens.contains(&border)));
            if stops {
                break;
            }
            border += 1;
        }
        let near = |c: &Chunk| !(c.vague && c.numbered) || c.tokens.start <= self.next + 3;
        let candidates = |c: &Chunk| {
            c.tokens.start >= self.next
                && c.tokens.start < border.max(self.next + 1)
                && !c.part
                && c.thing.is_none()
                && near(c)
                && !(arabic && self.owns_thing(c))
        };
        let counted = |c: &Chunk| c.count.is_some() && (c.own.is_none() || c.own == Some(self.harm.toll));
        let first = out.chunks.iter().position(candidates);
        let Some(mut index) = first else { return };
        if out.chunks[index].count.is_none() {
            // قتل مسلحون ثلاثة مدنيين: the counted people are the object.
            match out.chunks.iter().position(|c| candidates(c) && counted(c) && arabic) {
                Some(found) => index = found,
                None => return,
            }
        }
        if arabic && out.chunks[index].preposed(self.cells) && self.harm.form == Form::Either {
            return;
        }
        // قتل رجل زوجته: the second phrase, of the first one's kin, is the object.
        if arabic && self.harm.form == Form::Either {
            let (subject, object) = (&out.chunks[index], out.chunks.get(index + 1));
            let kin = |object: &Chunk| {
                object.tokens.start == subject.tokens.end
                    && !subject.numbered
                    && object.is_kin(self.cells)
                    && !self.cells.get(object.tokens.start).joined
            };
            index += usize::from(object.is_some_and(kin));
        }
        let mut last = index;
        loop {
            self.push(out, last);
            let Some(next) = self.coordinated(out, last) else { break };
            last = next;
        }
    }

    /// People before the harm, within some tokens, and those coordinated with them.
    pub(super) fn left(&self, out: &mut Linked, within: usize) {
        let mut found = None;
        for (index, chunk) in out.chunks.iter().enumerate().rev() {
            if chunk.tokens.end > self.at || chunk.part && !self.follows(chunk) {
                continue;
            }
            let gap = self.at - chunk.tokens.end;
            if gap > within || self.barred(chunk.tokens.end) {
                break;
            }
            if let Some(thing) = chunk.thing {
                // Two shops and a house were hit; but: he was shot six times and died.
                let unit = self.cells.lexicon.things[usize::from(thing)].is_empty();
                if gap <= 4 && !unit {
                    return;
                }
                continue;
            }
            if self.is_object(chunk)
                || self.is_aside(chunk)
                || matches!(self.cells.form(chunk.tokens.start), "them" | "him")
                || gap == 0 && chunk.vague && self.is_wounds()
            {
                continue;
            }
            if chunk.vague && chunk.numbered && gap > 4 {
                continue;
            }
            found = Some(index);
            break;
        }
        let Some(index) = found else { return };
        // قتلت أحدهم وأصابت اثنين واعتقلت الباقين: who has a harm before them is not the subject of the next.
        let taken = |link: &super::Link| link.chunk == Some(index) && link.at < out.chunks[index].tokens.start;
        if self.cells.lexicon.arabic && within <= 2 && out.links.iter().any(taken) {
            return;
        }
        let mut first = index;
        while let Some(before) = first.checked_sub(1).filter(|before| self.coordinated(out, *before) == Some(first)) {
            first = before;
        }
        for index in first..=index {
            self.push(out, index);
        }
        // Found dead along with their mother.
        if self.cells.form(self.next) == "along" && self.cells.form(self.next + 1) == "with" {
            Harmed { next: self.next + 2, ..*self }.right(out, 1);
        }
    }
}
