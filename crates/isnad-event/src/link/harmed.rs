//! One word of harm and where its people stand, by its form: verb, noun, number of them, sign. Which phrases can be they is for
//! `reach` and `rules`.

use super::{Link, Linked};
use crate::cells::Cells;
use crate::chunk::Chunk;
use crate::sense::{Form, HarmSense, Toll, Words};
use std::ops::Range;

pub(super) struct Harmed<'s, 'b, 't> {
    pub(super) cells: &'s Cells<'b, 't>,
    pub(super) sentence: &'s Range<usize>,
    pub(super) harm: HarmSense,
    pub(super) at: usize,
    pub(super) next: usize,
}

impl Harmed<'_, '_, '_> {
    pub(super) fn read(&self, out: &mut Linked) {
        let arabic = self.cells.lexicon.arabic;
        let own = |c: &Chunk| c.own.is_some() && c.tokens.contains(&self.at);
        if out.chunks.iter().any(own) || self.is_unreal() && self.harm.form != Form::Zero {
            return;
        }
        // إصابة بالكوليرا
        if arabic && self.cells.is(self.next, Words::ILLNESS) {
            return;
        }
        // مقتل وإصابة 17 شخصا: how many of each is not said.
        if arabic && self.is_second_of_two(out) {
            return;
        }
        // The dead, the wounded: a noun for those named before.
        let noun = self.at > self.sentence.start && self.cells.form(self.at - 1) == "the";
        if noun && !arabic && self.names_one(out) {
            return;
        }
        let slain = self.harm.toll == Toll::Killed && self.harm.form == Form::Either;
        let people = self.cells.get(self.next).sense.is_some_and(|sense| sense.people.is_some());
        if noun && !arabic && matches!(self.harm.form, Form::Patient | Form::Either) && !(slain && people) {
            return;
        }
        match self.harm.form {
            // وفاة مصاب: one of those hurt.
            Form::One if arabic && self.dies(out) => {}
            Form::One if !self.cells.get(self.at).article => self.alone(out, 1),
            Form::Two => {
                self.alone(out, 2);
                // A murder-suicide: a sign that there were two.
                if let Some(last) = out.links.last_mut().filter(|_| !arabic) {
                    last.weak = true;
                }
            }
            Form::Itself => self.alone(out, 1),
            Form::Sign => self.sign(out),
            Form::Bears => {
                let injury =
                    |form: &str| ["injur", "wound", "gunshot", "burn"].iter().any(|stem| form.starts_with(stem));
                if (self.next..(self.next + 6).min(self.sentence.end)).any(|at| injury(self.cells.form(at))) {
                    self.left(out, 8);
                }
            }
            Form::Zero => {
                out.links.push(Link::plain(self.harm.toll, self.at, 0, Some(0)));
                // Without losses: neither dead nor wounded.
                let losses = |at: usize| matches!(self.cells.form(at), "خسائر" | "ضحايا");
                if self.harm.toll == Toll::Killed && (self.at..self.next).any(losses) {
                    out.links.push(Link::plain(Toll::Wounded, self.at, 0, Some(0)));
                }
            }
            Form::Total => self.total(out),
            Form::Figure => self.figure(out),
            Form::Moved => self.moved(out),
            Form::Deed => {
                let before = out.links.len();
                self.right(out, if arabic { 4 } else { 2 });
                if out.links.len() == before && arabic && self.takes_one() {
                    out.links.push(Link::plain(self.harm.toll, self.at, 1, Some(1)));
                }
                // بدأت الاشتباكات عقب مقتل اثنين: what went before, where there is another toll.
                if arabic && self.at > self.sentence.start && matches!(self.cells.form(self.at - 1), "عقب" | "بعد")
                {
                    out.links[before..].iter_mut().for_each(|link| link.weak = true);
                }
            }
            Form::Theirs => {
                let led = self.at > self.sentence.start && matches!(self.cells.form(self.at - 1), "الى" | "عن");
                if led || self.harm.toll == Toll::Killed && self.cells.get(self.at).preposition {
                    out.links.push(Link { known: true, ..Link::plain(self.harm.toll, self.at, 1, Some(1)) });
                }
            }
            Form::Active => self.right(out, 2),
            Form::Lives => {
                let limit = (self.next + 10).min(self.sentence.end);
                let closes = |form: &str| {
                    form.starts_with("hospital")
                        || form.starts_with("مصرع")
                        || form.starts_with("حتف")
                        || form == "الحياة"
                };
                // أودت اشتباكات عنيفة بحياة 48 شخصا
                let takes = |at: &usize| matches!(self.cells.form(*at), "بحياة" | "بارواح" | "ارواح" | "حياة");
                if let Some(at) = (self.next..limit).find(takes) {
                    Harmed { next: at + 1, ..*self }.right(out, 3);
                } else if (self.next..limit).any(|at| closes(self.cells.form(at))) {
                    self.right(out, 6);
                }
            }
            Form::Either if arabic => self.arabic_verb(out),
            Form::Either => self.english_verb(out),
            Form::Patient => {
                let from = out.links.len();
                // … was found with a wound and died: the subject of the verb before.
                let and = self.at > self.sentence.start && self.cells.form(self.at - 1) == "and";
                self.left(out, if and { 25 } else { 12 });
                // A woman and her boyfriend were found dead: all who lay there.
                if out.links.len() > from + 1 {
                    out.links[from..].iter_mut().for_each(|link| link.inclusive = true);
                }
            }
            Form::Weak => {
                let from = out.links.len();
                self.left(out, 10);
                out.links[from..].iter_mut().for_each(|link| link.weak = true);
                self.survive(out, from);
            }
            Form::Noun if arabic && self.is_denied() => {
                out.links.push(Link::plain(self.harm.toll, self.at, 0, Some(0)));
            }
            Form::Noun => self.number_behind(out),
            Form::One => {}
        }
    }

    /// Among the dead was Ahmed Jassim: one of those told of.
    fn names_one(&self, out: &mut Linked) -> bool {
        let among = self.at >= self.sentence.start + 2 && self.cells.form(self.at - 2) == "among";
        if !among || !matches!(self.cells.form(self.next), "was" | "were" | "is" | "are") {
            return false;
        }
        let (before, chunk) = (out.links.len(), out.chunks.iter().position(|c| c.tokens.start == self.next + 1));
        if let Some(index) = chunk {
            self.push(out, index);
        }
        out.links[before..].iter_mut().for_each(|link| link.part = true);
        true
    }

    /// Whether one is meant by a noun that no table knows (القبض على ميسر مالي) or by a relative pronoun (مقتل من وصفه بأمير).
    fn takes_one(&self) -> bool {
        let form = self.cells.form(self.next);
        if form == "من" {
            return self.cells.form(self.next + 1).ends_with('ه') && self.cells.get(self.next + 1).sense.is_none();
        }
        let plural = ["ين", "ون", "ات", "ان"].iter().any(|end| form.ends_with(end));
        let noun = self.cells.is_word(self.next) && self.cells.get(self.next).sense.is_none();
        let arrest = self.harm.toll == Toll::Arrested && self.cells.form(self.next - 1) == "على";
        arrest && noun && !plural && !form.starts_with("ال") && form.chars().count() > 3
    }

    /// Threats, attempts, denials: to kill, لم يقتل, محاولة قتل.
    fn is_unreal(&self) -> bool {
        let from = self.at.saturating_sub(2).max(self.sentence.start);
        // محاولة اغتيال أصيب خلالها: the attempt is at the first harm alone.
        // حاول إنقاذهم وأصيب: a verb of its own.
        if self.cells.lexicon.arabic && self.harm.form == Form::Either && self.cells.get(self.at).joined {
            return false;
        }
        let other =
            |at: &usize| self.cells.lexicon.arabic && self.cells.get(*at).sense.is_some_and(|s| s.harm.is_some());
        let from = (from..self.at).rev().find(other).map_or(from, |at| at + 1);
        let unreal = (from..self.at).any(|at| {
            let words = Words::NEGATION.and(Words::MODAL);
            self.cells.is(at, words)
                && (self.cells.lexicon.arabic || at + 1 == self.at || !self.cells.is(at, Words::TO))
        });
        let passive_infinitive = !self.cells.lexicon.arabic && !matches!(self.harm.form, Form::Active | Form::Itself);
        if self.cells.lexicon.arabic {
            // لم يصب أحد is told elsewhere as nobody.
            return unreal;
        }
        let to = self.at > self.sentence.start && self.cells.form(self.at - 1) == "to";
        unreal && !(passive_infinitive && to)
    }

    /// Whether another harm of the same form stands right before it, joined to it by و and without people of its own.
    fn is_second_of_two(&self, out: &Linked) -> bool {
        let before = self.at.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let harm = before.and_then(|at| self.cells.get(at).sense.and_then(|sense| sense.harm));
        let alike = harm.is_some_and(|harm| harm.form == self.harm.form && harm.toll != self.harm.toll);
        let taken = out.links.iter().any(|link| Some(link.at) == before);
        alike && !taken && self.cells.get(self.at).joined && matches!(self.harm.form, Form::Deed | Form::Either)
    }

    fn arabic_verb(&self, out: &mut Linked) {
        let before = out.links.len();
        // فقتلوا أربعة جنود: behind a plural verb only its object stands, right after it.
        let object = |c: &Chunk| c.tokens.start == self.next && c.count.is_some() && !c.preposed(self.cells);
        if !self.harm.plural {
            self.right(out, 8);
        } else if out.chunks.iter().any(object) {
            self.right(out, 1);
        }
        if out.links.len() > before {
            return;
        }
        // A phrase like فارق الحياة has no object; its subject may stand far before it.
        let far = self.harm.plural || self.next - self.at > 1;
        self.left(out, if far { 14 } else { 2 });
        // أصيب بثلاث رصاصات: of somebody named before.
        let during = ["خلالها", "خلاله", "فيها", "فيه", "اثرها"].contains(&self.cells.form(self.next));
        let how = self.cells.form(self.next + usize::from(during));
        let hurt = ["برصاص", "بجروح", "بثلاث", "بعيار", "بطلق", "بشظايا", "بعدة", "بكسور", "بحروق"];
        if out.links.len() == before
            && !far
            && self.harm.toll == Toll::Wounded
            && hurt.iter().any(|word| how.starts_with(word))
        {
            let uncounted = |c: &Chunk| c.count.is_none() && c.tokens.start.abs_diff(self.next) < 8;
            if !out.chunks.iter().any(uncounted) {
                out.links.push(Link { known: true, ..Link::plain(self.harm.toll, self.at, 1, Some(1)) });
            }
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

    pub(super) fn push(&self, out: &mut Linked, index: usize) {
        let chunk = &out.chunks[index];
        let Some((low, high)) = chunk.count else { return };
        // A house was hit, a suspect freed: only what befalls people alone tells a person.
        let hit = matches!(self.cells.form(self.at), "hit" | "struck");
        if chunk.guessed && (hit || !matches!(self.harm.toll, Toll::Killed | Toll::Wounded | Toll::Shot)) {
            return;
        }
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
        let both = self.cells.form(chunk.tokens.start) == "both";
        link.inclusive = chunk.numbered && self.harm.form == Form::Patient || both;
        // Including one fatally: the part has a harm of its own.
        link.part = chunk.part && out.links.iter().any(|l| l.toll == link.toll && !l.part);
        out.links.push(link);
    }
}
