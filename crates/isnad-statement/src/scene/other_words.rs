//! Words that look like cues and are something else: prepositions, adjectives, nouns behind what governs a noun, bylines, an
//! outlet's own conclusions. It looks at shapes and neighbours, and finds no cue itself.

use super::{CueMark, Scene, VETO_REACH};
use crate::cues::{Form, Hit, Strength};
use isnad_ledger::Stance;
use isnad_text::{Classes, enclitics};
use std::ops::Range;

/// How long a byline may be, in tokens.
const LONGEST_BYLINE: usize = 7;

impl Scene<'_> {
    /// Whether a form is rather a preposition, an adverb or the name of an occasion than a verb or participle.
    pub(super) fn is_other_word(&self, at: usize, form: Form, strength: Strength, sentence: &Range<usize>) -> bool {
        if !self.arabic {
            return false;
        }
        let classes = self.classes(at);
        let before = if at > sentence.start { self.classes(at - 1) } else { Classes::default() };
        let governed = before.any(Classes::PREPOSITION.and(Classes::COMPLEMENT_PREPOSITION));
        // إلى نقل, عدم نشر: what looks like a verb behind a preposition or the word for "not" is a noun.
        if form != Form::Participle && at > sentence.start && self.governs_noun(at - 1) {
            return true;
        }
        // أظهرت صور: behind a verb a source's head is its subject.
        let subject = form != Form::Participle
            && at > sentence.start
            && self.book.head(self.stem(at)).is_some()
            && (before.any(Classes::VERB) || self.cue_kinds[at - 1] == CueMark::Finite);
        if subject {
            return true;
        }
        // قائلا goes with verbs as an adverb does, and reports by itself.
        let adverb = classes.any(Classes::ADVERB) && strength < Strength::Strong;
        let occasion = classes.any(Classes::MEDIUM) && governed;
        // بيّن: written with its vowel sign it is no preposition.
        let doubled = self.text.word(at).contains('\u{0651}');
        let preposition = classes.any(Classes::PREPOSITION.and(Classes::COMPLEMENTISER)) && !doubled;
        adverb
            || occasion
            || (preposition && !self.opens_report(at, sentence))
            || ((governed || before.any(Classes::AUXILIARY.and(Classes::PRONOUN))) && form == Form::Participle)
    }

    /// ، ما يشير إلى: a present verb behind ما, مما or بما at the head of a clause is the outlet's own conclusion, unless a
    /// pronoun points back (ما وصفه).
    pub(super) fn is_conclusion(&self, at: usize, hit: &Hit, pronoun: bool, sentence: &Range<usize>) -> bool {
        let behind = at.checked_sub(2).filter(|before| *before >= sentence.start);
        let head = behind.is_some_and(|before| self.mark(before).is_some());
        self.arabic
            && head
            && !pronoun
            && hit.form == Form::Present
            && matches!(self.stem(at - 1), "ما" | "مما" | "بما")
    }

    /// آمر الحرس, لم تعد: written alike and no report: an active participle with madda, the auxiliary "no longer".
    pub(super) fn is_homograph(&self, at: usize, form: Form, negation: Option<usize>) -> bool {
        let word = self.text.word(at);
        let madda = word.trim_start_matches(['و', 'ف']).starts_with('آ') && form == Form::Past;
        let longer = negation.is_some_and(|not| self.stem(not) == "لم")
            && matches!(self.text.form(at), "يعد" | "تعد" | "نعد" | "اعد");
        madda || longer
    }

    /// مبان مهددة بالسقوط: a participle that looks like an adjective and follows its noun at once, unless a report follows it.
    pub(super) fn is_adjective(&self, at: usize, sentence: &Range<usize>) -> bool {
        let form = self.text.form(at);
        let apart = at == sentence.start || self.mark(at - 1).is_some() || self.begins_with_waw(at);
        let shape = form.ends_with('ة') || form.ends_with("ين") || form.ends_with("ات");
        let report = |next: usize| {
            self.classes(next).any(Classes::COMPLEMENTISER) || matches!(self.mark(next), Some(':' | '"' | '“' | '«'))
        };
        shape && !apart && !report(at + 1) && !report(at + 2)
    }

    pub(super) fn governs_noun(&self, at: usize) -> bool {
        let form = self.stem(at);
        let relative = self.classes(at).any(Classes::RELATIVE.and(Classes::CLAUSE.and(Classes::NEGATION)));
        let pronoun = form.ends_with('ه') || form.ends_with("ها") || form.ends_with("هم") || form.ends_with("هما");
        form == "عدم"
            || self.cue_kinds[at] == CueMark::Participle
            || self.classes(at).any(Classes::PREPOSITION) && !relative && !pronoun && !matches!(form, "منذ" | "حتى")
    }

    /// وبين المصدر أن: a word that can be a preposition opens a sentence, and أن comes before any other cue.
    pub(super) fn opens_report(&self, at: usize, sentence: &Range<usize>) -> bool {
        let opening = at == sentence.start && !self.classes(at).any(Classes::COMPLEMENTISER);
        let next = (at + 1..sentence.end.min(at + VETO_REACH + 5))
            .find(|next| self.classes(*next).any(Classes::COMPLEMENTISER) || self.mark(*next).is_some());
        let Some(next) = next.filter(|next| opening && self.mark(*next).is_none()) else { return false };
        (at + 1..next).all(|at| !self.book.hits(self.stem(at)).iter().any(|hit| hit.form == Form::Past))
    }

    /// كما أكد الوزير أن …: at the start of a sentence, or with a content of its own behind it, كما means "also".
    pub(super) fn means_also(&self, at: usize, end: usize, sentence: &Range<usize>) -> bool {
        if !matches!(self.stem(at), "كما" | "مثلما") {
            return false;
        }
        let reach = sentence.end.min(end + 30);
        let content = (end..reach).take_while(|at| !matches!(self.mark(*at), Some('.' | ';'))).any(|at| {
            self.classes(at).any(Classes::COMPLEMENTISER) || matches!(self.mark(at), Some(':' | '"' | '“' | '«'))
        });
        // كما ناشدت المنظمة الأطراف: nobody demands or accuses "as".
        let acts = |cue: &Hit| {
            let lemma = &self.book.lemmas[usize::from(cue.lemma)];
            matches!(lemma.stance, Stance::Demands | Stance::Accuses)
        };
        let hits = if end < reach { self.book.hits(self.stem(end)) } else { &[] };
        at == sentence.start || content || hits.first().is_some_and(acts)
    }

    /// ردا على ما تداولته صفحات: the pronoun on a verb points at "what", which is no "as".
    pub(super) fn is_object(&self, verb: usize) -> bool {
        let behind_what =
            self.text.form(verb.saturating_sub(1)) == "ما" && self.text.form(verb.saturating_sub(2)) == "على";
        behind_what
            && verb < self.words.len()
            && enclitics(self.text.form(verb)).any(|(stem, _)| !self.book.hits(stem).is_empty())
    }
}

/// Whether a line is a byline: كتب - فلان, كتبت فلانة: with names and nothing else.
pub(super) fn is_byline(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    scene.classes(at).any(Classes::BYLINE)
        && at == sentence.start
        && sentence.len() <= LONGEST_BYLINE
        && !sentence.clone().any(|at| scene.classes(at).any(Classes::PREPOSITION.and(Classes::COMPLEMENTISER)))
}
