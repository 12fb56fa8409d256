//! Puts harms and people of one sentence together: who was killed, wounded, arrested, and how many. It joins no sentences;
//! that is for `gather`.

use crate::cells::Cells;
use crate::chunk::{Chunk, chunk};
use crate::scope::Scope;
use crate::sense::{Form, HarmSense, Toll, Words};
use std::ops::Range;

/// People to whom something happened, or a sign that it did.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) toll: Toll,
    /// The token of the harm.
    pub(crate) at: usize,
    pub(crate) low: u32,
    pub(crate) high: Option<u32>,
    /// A whole toll (the number of dead rose to nine), not some more people.
    pub(crate) whole: bool,
    /// Says only that there was one.
    pub(crate) weak: bool,
    /// People named before.
    pub(crate) known: bool,
    /// More than those named before.
    pub(crate) more: bool,
    pub(crate) part: bool,
    pub(crate) numbered: bool,
    /// A number of dead, whoever they were (three died), not of somebody's victims (he killed three).
    pub(crate) inclusive: bool,
    /// Index of the phrase among the sentence's.
    pub(crate) chunk: Option<usize>,
}

/// A sentence's phrases and links.
#[derive(Default)]
pub(crate) struct Linked {
    pub(crate) chunks: Vec<Chunk>,
    pub(crate) links: Vec<Link>,
}

/// Reads one sentence.
pub(crate) fn link(cells: &Cells<'_, '_>, scope: &Scope, sentence: Range<usize>) -> Linked {
    let mut out = Linked::default();
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some((end, name)) = scope.person(at).filter(|(end, _)| *end <= sentence.end) {
            name_chunk(&mut out.chunks, at..end, name);
            at = end.max(at + 1);
            continue;
        }
        match chunk(cells, at, sentence.end) {
            Some(found) => {
                at = found.tokens.end.max(at + 1);
                out.chunks.push(found);
            }
            None => at += usize::from(cells.get(at).length.max(1)),
        }
    }
    parts(cells, &mut out.chunks);
    own(&mut out);
    let mut at = sentence.start;
    while at < sentence.end {
        let cell = cells.get(at);
        let length = usize::from(cell.length.max(1));
        if let Some(harm) = cell.sense.and_then(|sense| sense.harm) {
            Harmed { cells, sentence: &sentence, harm, at, next: at + length }.read(&mut out);
        }
        at += length;
    }
    out
}

/// A name of its own, or that of the phrase right before it (الشاب يزن, teacher Callum Reeve).
fn name_chunk(chunks: &mut Vec<Chunk>, tokens: Range<usize>, name: usize) {
    match chunks.last_mut().filter(|last| last.tokens.end == tokens.start && last.count == Some((1, Some(1)))) {
        Some(last) => {
            last.name = Some(name);
            last.tokens.end = tokens.end;
        }
        None => chunks.push(Chunk::named(tokens, name)),
    }
}

/// Among them three women and two children: the second phrase is a part like the first.
fn parts(cells: &Cells<'_, '_>, chunks: &mut [Chunk]) {
    for at in 1..chunks.len() {
        let (before, this) = (&chunks[at - 1], &chunks[at]);
        let joined = if cells.lexicon.arabic {
            this.tokens.start == before.tokens.end && cells.get(this.tokens.start).joined
        } else {
            (before.tokens.end..this.tokens.start).all(|at| cells.mark(at) == Some(',') || cells.form(at) == "and")
        };
        if before.part && joined && this.numbered {
            chunks[at].part = true;
        }
    }
}

/// Links of phrases whose own noun says the harm.
fn own(out: &mut Linked) {
    for (index, chunk) in out.chunks.iter().enumerate() {
        if let (Some(toll), Some((low, high))) = (chunk.own, chunk.count) {
            out.links.push(Link { chunk: Some(index), ..Link::new(toll, chunk.tokens.start, low, high, chunk) });
        }
    }
}

impl Link {
    fn new(toll: Toll, at: usize, low: u32, high: Option<u32>, chunk: &Chunk) -> Link {
        Link {
            toll,
            at,
            low,
            high,
            whole: false,
            weak: false,
            known: chunk.known,
            more: chunk.more,
            part: chunk.part,
            numbered: chunk.numbered,
            inclusive: false,
            chunk: None,
        }
    }
}

struct Harmed<'s, 'b, 't> {
    cells: &'s Cells<'b, 't>,
    sentence: &'s Range<usize>,
    harm: HarmSense,
    at: usize,
    next: usize,
}

impl Harmed<'_, '_, '_> {
    fn read(&self, out: &mut Linked) {
        let arabic = self.cells.lexicon.arabic;
        if out.chunks.iter().any(|c| c.own.is_some() && c.tokens.contains(&self.at)) || self.is_unreal() {
            return;
        }
        // The dead, the wounded: a noun for those named before.
        let noun = self.at > self.sentence.start && self.cells.form(self.at - 1) == "the";
        if noun && !arabic && matches!(self.harm.form, Form::Patient | Form::Either) {
            return;
        }
        match self.harm.form {
            Form::One if !self.cells.get(self.at).article => self.alone(out, 1),
            Form::Two => self.alone(out, 2),
            Form::Itself => self.alone(out, 1),
            Form::Sign => self.sign(out),
            Form::Total => self.total(out),
            Form::Deed => self.right(out, if arabic { 4 } else { 2 }),
            Form::Active => self.right(out, 2),
            Form::Lives => {
                let limit = (self.next + 10).min(self.sentence.end);
                let closes = |form: &str| form.starts_with("مصرع") || form.starts_with("حتف") || form == "الحياة";
                if (self.next..limit).any(|at| closes(self.cells.form(at))) {
                    self.right(out, 6);
                }
            }
            Form::Either if arabic => {
                let before = out.links.len();
                if !self.harm.plural {
                    self.right(out, 8);
                }
                if out.links.len() == before {
                    // A phrase like فارق الحياة has no object; its subject may stand far before it.
                    let far = self.harm.plural || self.next - self.at > 1;
                    self.left(out, if far { 14 } else { 2 });
                }
            }
            Form::Either => self.english_verb(out),
            Form::Patient => self.left(out, 12),
            Form::Weak => {
                let from = out.links.len();
                self.left(out, 10);
                out.links[from..].iter_mut().for_each(|link| link.weak = true);
            }
            Form::Noun => self.number_behind(out),
            Form::One => {}
        }
    }

    /// Threats, attempts, denials: to kill, لم يقتل, محاولة قتل.
    fn is_unreal(&self) -> bool {
        let from = self.at.saturating_sub(2).max(self.sentence.start);
        let unreal = (from..self.at).any(|at| {
            let words = Words::NEGATION.and(Words::MODAL);
            self.cells.is(at, words)
                && (self.cells.lexicon.arabic || at + 1 == self.at || !self.cells.is(at, Words::TO))
        });
        let passive_infinitive = !self.cells.lexicon.arabic && self.harm.form != Form::Active;
        if self.cells.lexicon.arabic {
            // لم يصب أحد is told elsewhere as nobody.
            return unreal;
        }
        let to = self.at > self.sentence.start && self.cells.form(self.at - 1) == "to";
        unreal && !(passive_infinitive && to)
    }

    fn alone(&self, out: &mut Linked, count: u32) {
        let itself = self.harm.form == Form::Itself;
        let part = (1..=2).any(|b| self.at >= b && self.cells.is(self.at - b, Words::INCLUDING));
        out.links.push(Link { more: itself, part, ..Link::plain(self.harm.toll, self.at, count, Some(count)) });
    }

    fn sign(&self, out: &mut Linked) {
        out.links.push(Link { weak: true, known: true, ..Link::plain(self.harm.toll, self.at, 1, Some(1)) });
    }

    /// والجرحى 19, Dead: 5.
    fn number_behind(&self, out: &mut Linked) {
        let at = self.next + usize::from(matches!(self.cells.mark(self.next), Some(':' | '(')));
        let found = out.chunks.iter().position(|c| c.tokens.start == at && c.numbered && c.vague && c.own.is_none());
        if let Some(index) = found {
            self.push(out, index);
        }
    }

    /// The death toll rose to nine; حصيلة القتلى إلى 27.
    fn total(&self, out: &mut Linked) {
        let limit = (self.next + 30).min(self.sentence.end);
        let found = out.chunks.iter().position(|chunk| {
            chunk.numbered
                && chunk.tokens.start >= self.next
                && chunk.tokens.start < limit
                && chunk.thing.is_none()
                && !chunk.part
                && ((1..=2).any(|back| self.cells.is(chunk.tokens.start.saturating_sub(back), Words::TO_NUMBER))
                    || self.cells.lexicon.arabic && chunk.tokens.start <= self.next + 8)
        });
        let Some(index) = found else { return };
        let chunk = &out.chunks[index];
        if chunk.own.is_some() {
            let own = chunk.own;
            for link in out.links.iter_mut().filter(|l| l.chunk == Some(index) && Some(l.toll) == own) {
                link.whole = true;
            }
            return;
        }
        if let Some((low, high)) = chunk.count {
            let link = Link { whole: true, chunk: Some(index), ..Link::new(self.harm.toll, self.at, low, high, chunk) };
            out.links.push(link);
        }
    }

    fn english_verb(&self, out: &mut Linked) {
        let passive = (1..=3)
            .take_while(|back| self.at >= self.sentence.start + back)
            .take_while(|back| {
                let at = self.at - back;
                self.cells.is(at, Words::AUXILIARY) || self.cells.form(at).ends_with("ly")
            })
            .any(|back| self.cells.is(self.at - back, Words::PASSIVE));
        let object = out.chunks.iter().any(|c| {
            (self.next..=self.next + 1).contains(&c.tokens.start)
                && (c.tokens.start == self.next || self.cells.form(self.next) == "off")
                && (c.count.is_some() || c.people.is_some())
                && c.thing.is_none()
                && !(c.vague && !c.numbered && !c.more)
        });
        if !passive && object {
            self.right(out, 1);
        } else {
            self.left(out, if passive { 25 } else { 6 });
        }
    }

    /// People after the harm, within some tokens, and those coordinated with them.
    fn right(&self, out: &mut Linked, within: usize) {
        let arabic = self.cells.lexicon.arabic;
        let limit = self.next + within;
        let mut border = self.next;
        while border < limit.min(self.sentence.end) {
            let stops = matches!(self.cells.mark(border), Some(',' | ';' | ':' | '.' | '–'))
                || (arabic && self.cells.is(border, Words::BY))
                || (border > self.next
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
        let mut last = index;
        loop {
            self.push(out, last);
            let Some(next) = self.coordinated(out, last) else { break };
            last = next;
        }
    }

    /// People before the harm, within some tokens, and those coordinated with them.
    fn left(&self, out: &mut Linked, within: usize) {
        let mut found = None;
        for (index, chunk) in out.chunks.iter().enumerate().rev() {
            if chunk.tokens.end > self.at || chunk.part && !self.follows(chunk) {
                continue;
            }
            let gap = self.at - chunk.tokens.end;
            if gap > within || self.barred(chunk.tokens.end) {
                break;
            }
            if chunk.thing.is_some() {
                // Two shops and a house were hit.
                if gap <= 4 {
                    return;
                }
                continue;
            }
            if self.is_object(chunk) || self.is_aside(chunk) {
                continue;
            }
            if chunk.vague && chunk.numbered && gap > 4 {
                continue;
            }
            found = Some(index);
            break;
        }
        let Some(index) = found else { return };
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

    /// Whether the phrase stands right before the harm.
    fn follows(&self, chunk: &Chunk) -> bool {
        self.at - chunk.tokens.end <= 4 && (chunk.tokens.end..self.at).all(|at| self.cells.mark(at).is_none())
    }

    /// Whether a border of clauses lies between a token and the harm.
    fn barred(&self, from: usize) -> bool {
        (from..self.at).any(|at| {
            matches!(self.cells.mark(at), Some(';' | ':')) || (self.cells.is(at, Words::BREAK) && at + 1 < self.at)
        })
    }

    /// Whether a phrase is the object of a preposition, and so no subject: "by a man", "with a gun".
    fn is_object(&self, chunk: &Chunk) -> bool {
        let Some(before) = chunk.tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start) else {
            return false;
        };
        !self.cells.lexicon.arabic && self.cells.is(before, Words::BY)
    }

    /// Whether a phrase stands in brackets that are closed before the harm, or has an Arabic preposition written onto it.
    fn is_aside(&self, chunk: &Chunk) -> bool {
        let bracket =
            (chunk.tokens.end..self.at).find_map(|at| self.cells.mark(at).filter(|mark| matches!(mark, '(' | ')')));
        bracket == Some(')') || self.cells.lexicon.arabic && chunk.preposed(self.cells)
    }

    /// The phrase that is joined to this one by and, a comma or و, if it has no harm of its own.
    fn coordinated(&self, out: &Linked, index: usize) -> Option<usize> {
        let (this, next) = (out.chunks.get(index)?, out.chunks.get(index + 1)?);
        if next.own.is_some() || next.part || next.thing.is_some() || next.known && !this.known {
            return None;
        }
        let mut at = this.tokens.end;
        if self.cells.lexicon.arabic {
            let joined = self.cells.get(next.tokens.start).joined || self.cells.form(at) == "و";
            let close = next.tokens.start <= at + 2;
            return (joined && close && !self.harmed_after(next)).then_some(index + 1);
        }
        // , 28, and
        let (mut and, mut comma) = (false, false);
        while at < next.tokens.start {
            let form = self.cells.form(at);
            match self.cells.mark(at) {
                Some(',') => comma = true,
                None if matches!(form, "and" | "along" | "with" | "as" | "well" | "plus") => and = true,
                None if self.cells.text.tokens()[at].kind == isnad_text::TokenKind::Number => {}
                _ => return None,
            }
            at += 1;
        }
        // The victim, John Smith, died; a seventh person, a girl, was hurt: one person.
        let apposed = next.is_name() && !this.is_name()
            || self.cells.is(next.tokens.start, Words::ARTICLE.and(Words::THE).and(Words::POSSESSIVE));
        if !and && apposed && self.coordinated(out, index + 1).is_none() {
            return None;
        }
        let lone = !next.vague || next.more;
        ((and || comma) && lone && !self.harmed_after(next)).then_some(index + 1)
    }

    /// Whether another harm than this stands right behind a phrase: two dead and five wounded.
    fn harmed_after(&self, chunk: &Chunk) -> bool {
        if self.cells.lexicon.arabic {
            return false;
        }
        let end = (chunk.tokens.end + 4).min(self.sentence.end);
        let mut at = chunk.tokens.end;
        while at < end {
            if at == self.at {
                return false;
            }
            if self.cells.get(at).sense.is_some_and(|s| s.harm.is_some()) {
                return true;
            }
            if !self.cells.is(at, Words::AUXILIARY) && !self.cells.form(at).ends_with("ly") {
                return false;
            }
            at += usize::from(self.cells.get(at).length.max(1));
        }
        false
    }

    /// Whether a phrase is the attacker: by its noun, or as the pronoun of one who harmed others in the same sentence.
    fn attacks(&self, out: &Linked, index: usize) -> bool {
        let attacker = |chunk: &Chunk| chunk.people.is_some_and(|people| people.group == Some("attackers"));
        let chunk = &out.chunks[index];
        if attacker(chunk) {
            return !chunk.numbered;
        }
        if !self.cells.is(chunk.tokens.start, Words::PRONOUN) {
            return false;
        }
        let Some(first) = out.chunks.first().filter(|first| first.tokens.end <= chunk.tokens.start) else {
            return false;
        };
        let harmed = out.links.iter().any(|link| link.chunk == Some(0));
        let harms = out.links.iter().any(|link| link.at >= first.tokens.end && link.at < chunk.tokens.start);
        !harmed && harms && first.count == Some((1, Some(1)))
    }

    fn push(&self, out: &mut Linked, index: usize) {
        let chunk = &out.chunks[index];
        let Some((low, high)) = chunk.count else { return };
        if chunk.own.is_some_and(|own| own == self.harm.toll) {
            return;
        }
        let twice = out.links.iter().any(|l| l.chunk == Some(index) && l.toll == self.harm.toll);
        if twice {
            return;
        }
        // Shot his wife to death.
        let behind = chunk.tokens.end;
        let dead = matches!(self.cells.form(behind), "dead")
            || self.cells.form(behind) == "to" && self.cells.form(behind + 1) == "death";
        let toll = if self.harm.toll == Toll::Shot && dead {
            Toll::Killed
        } else if self.harm.toll == Toll::Killed && self.attacks(out, index) {
            Toll::Fallen
        } else {
            self.harm.toll
        };
        let mut link = Link { chunk: Some(index), ..Link::new(toll, self.at, low, high, chunk) };
        link.inclusive = chunk.numbered && self.harm.form == Form::Patient;
        // Including one fatally: the part has a harm of its own.
        link.part = chunk.part && out.links.iter().any(|l| l.toll == link.toll && !l.part);
        out.links.push(link);
    }
}

impl Link {
    fn plain(toll: Toll, at: usize, low: u32, high: Option<u32>) -> Link {
        Link {
            toll,
            at,
            low,
            high,
            whole: false,
            weak: false,
            known: false,
            more: false,
            part: false,
            numbered: false,
            inclusive: false,
            chunk: None,
        }
    }
}

impl Chunk {
    /// Whether a preposition is written onto it.
    fn preposed(&self, cells: &Cells<'_, '_>) -> bool {
        cells.get(self.tokens.start).preposition
    }
}
