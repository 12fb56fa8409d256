//! Finding cues: which forms of a sentence may report, with their negation and the rest of a multiword cue. What they look
//! like and are not is said elsewhere, and nothing is decided here.

use super::english;
use super::other_words::is_byline;
use super::{Cue, CueKind, CueMark, Scene, VETO_REACH};
use crate::cues::{Follows, Form, Hit, Lemma, Nominal, Strength};
use crate::frames::Frames;
use isnad_ledger::Stance;
use isnad_text::{Classes, enclitics, proclitics};
use std::ops::Range;

/// How far behind its verb the rest of a multiword cue may stand, in tokens.
const TAIL_REACH: usize = 16;

/// The same in English, where nothing long stands between.
const ENGLISH_TAIL_REACH: usize = 4;

/// How far behind its verb a word may stand that its content has to hold, in tokens.
const HELD_REACH: usize = 32;

/// Tokens between a verb of passing on and whom it has it from, and from there to the complementiser.
const ORIGIN_REACH: usize = 24;

impl Scene<'_> {
    /// Of one word's readings, those that need its negation stand alone: لم يعلّق is silence, and no denial.
    pub(super) fn prefer_negated(&mut self, from: usize) {
        let lemmas = &self.book.lemmas;
        let needs = |cue: &Cue| cue.hit().is_some_and(|hit| lemmas[usize::from(hit.lemma)].negated);
        if self.cues[from..].iter().any(needs) {
            let readings = self.cues.split_off(from);
            self.cues.extend(readings.into_iter().filter(needs));
        }
    }

    pub(super) fn find_arabic(&mut self, at: usize, sentence: &Range<usize>) {
        let (text, book) = (self.text, self.book);
        let form = text.form(at);
        let noun_only = |cut: &isnad_text::Proclitic<'_>| cut.article || cut.preposition.is_some_and(|p| p != 'س');
        for cut in proclitics(form) {
            for hit in book.hits(cut.stem) {
                let fits = match hit.form {
                    Form::Noun => true,
                    Form::Participle => !noun_only(&cut),
                    Form::Present => !noun_only(&cut),
                    _ => !noun_only(&cut) && cut.preposition.is_none(),
                };
                if fits {
                    self.add_lemma(at, *hit, false, sentence);
                }
            }
            if noun_only(&cut) {
                continue;
            }
            // A verb takes ني, so that اضافي is no form of أضاف.
            for (stem, _) in enclitics(cut.stem).filter(|(_, pronoun)| *pronoun != "ي") {
                let alif = stem.strip_suffix('ا').map(|base| format!("{base}ى"));
                let hits = book.hits(stem).iter().chain(alif.iter().flat_map(|stem| book.hits(stem)));
                let verbs: Vec<Hit> = hits.filter(|h| matches!(h.form, Form::Past | Form::Present)).copied().collect();
                for hit in verbs {
                    self.add_lemma(at, hit, true, sentence);
                }
            }
        }
    }

    pub(super) fn add_lemma(&mut self, at: usize, hit: Hit, pronoun: bool, sentence: &Range<usize>) {
        let lemma: &Lemma = &self.book.lemmas[usize::from(hit.lemma)];
        let named = self.named(at).kind.is_some() && !english::is_title_case(self, sentence);
        let other = self.is_other_word(at, hit.form, lemma.strength, sentence) || named;
        // وعبر النائب عن استغرابه: the rest of a cue shows that it is one.
        if hit.form != Form::Noun && (other && lemma.tail.is_empty() || is_byline(self, at, sentence)) {
            return;
        }
        if self.arabic && hit.form == Form::Participle && self.is_adjective(at, sentence) {
            return;
        }
        if self.is_conclusion(at, &hit, pronoun, sentence) {
            return;
        }
        // isn't sure: a verb may carry its negation itself.
        let carried = || (!self.arabic && self.classes(at).any(Classes::NEGATION)).then_some(at);
        let negation = self.negation_before(at, sentence).or_else(carried);
        if self.arabic && lemma.tail.is_empty() && self.is_homograph(at, hit.form, negation) {
            return;
        }
        let nobody = || !self.arabic && english::subject_negates(self, at, sentence);
        if (lemma.negated || hit.jussive) && negation.is_none() && !nobody() {
            return;
        }
        let held = lemma.frames.any(Frames::HELD);
        if held && !self.holds(at + 1, &lemma.tail, sentence) {
            return;
        }
        let tailless = held || lemma.tail.is_empty();
        let tail = if tailless { None } else { Some(self.find_tail(at + 1, &lemma.tail, sentence)) };
        let Some(tail) = tail.map_or(Some(None), |found| found.map(Some)) else { return };
        let start =
            negation.filter(|_| matches!(hit.form, Form::Past | Form::Present | Form::Passive | Form::Participle));
        // أي تعليق: the word for any goes with what it determines.
        let tail = tail.map(|tail| {
            let any = tail.start > at + 1 && self.text.form(tail.start - 1) == "اي";
            tail.start - usize::from(any)..tail.end
        });
        let control = english::control(self, at, sentence).filter(|_| !self.arabic);
        let mut tokens = start.or(control).unwrap_or(at)..at + 1;
        let tail = match tail {
            Some(tail) if tail.start == tokens.end => {
                tokens.end = tail.end;
                None
            }
            other => other,
        };
        if self.is_vetoed(tokens.end, &lemma.veto, sentence) {
            return;
        }
        let mark = match hit.form {
            Form::Past | Form::Present | Form::Passive => CueMark::Finite,
            Form::Participle => CueMark::Participle,
            Form::Noun => CueMark::None,
        };
        let sure =
            lemma.strength > Strength::Weak || mark == CueMark::Participle || self.cue_kinds[at] == CueMark::None;
        if sure && self.cue_kinds[at] != CueMark::Finite && mark != CueMark::None {
            self.cue_kinds[at] = mark;
        }
        self.cues.push(Cue {
            head: at,
            tokens,
            tail,
            kind: CueKind::Lemma(hit),
            stance: lemma.stance,
            frames: lemma.frames,
            strength: lemma.strength,
            negated: start.is_some(),
            pronoun,
        });
    }

    /// The negation that belongs to a verb: right before it, or with an adverb or auxiliary between.
    pub(super) fn negation_before(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let reach = if self.arabic { 1 } else { 3 };
        for back in 1..=reach {
            let before = at.checked_sub(back).filter(|before| *before >= sentence.start)?;
            let classes = self.classes(before);
            if classes.any(Classes::NEGATION) {
                // وهو ما نفاه: behind another word ما is a relative.
                if self.stem(before) == "ما" && before > sentence.start && self.mark(before - 1).is_none() {
                    return None;
                }
                let auxiliary = !self.arabic && before > sentence.start;
                let start =
                    if auxiliary && self.classes(before - 1).any(Classes::AUXILIARY) { before - 1 } else { before };
                return Some(start);
            }
            if self.arabic || !classes.any(Classes::ADVERB.and(Classes::AUXILIARY)) {
                return None;
            }
        }
        None
    }

    /// Whether the rest of an English cue can stand behind its verb, by its first word: asked before all else, since verbs such
    /// as "is" head many cues.
    pub(super) fn may_have_tail(&self, at: usize, tail: &[Box<str>], sentence: &Range<usize>) -> bool {
        let behind = || at + 1..sentence.end.min(at + 1 + ENGLISH_TAIL_REACH);
        tail.first().is_none_or(|first| behind().any(|at| **first == *self.text.form(at)))
    }

    pub(super) fn find_tail(&self, from: usize, tail: &[Box<str>], sentence: &Range<usize>) -> Option<Range<usize>> {
        let end = sentence.end.min(from + TAIL_REACH);
        // عبّر عن «انزعاجه»: an opening mark may stand inside.
        let fits = |at: usize| {
            let mut next = at;
            let all = tail.iter().all(|word| {
                next += usize::from(next > at && matches!(self.mark(next), Some('"' | '“' | '«')));
                next += 1;
                next <= end && fits_tail(word, self.text.form(next - 1), self.arabic)
            });
            all.then_some(next)
        };
        let reach = if self.arabic { end } else { end.min(from + ENGLISH_TAIL_REACH) };
        // What stands behind a colon or inside a quotation is told, and no rest of the cue.
        let mut at = from;
        while at < reach && self.mark(at) != Some(':') {
            if let Some(end) = fits(at) {
                return Some(at..end);
            }
            at = match self.quotation(at).filter(|q| q.open as usize == at) {
                Some(quotation) => quotation.close as usize + 1,
                None => at + 1,
            };
        }
        None
    }

    /// Whether words without which a cue is none stand in what may be its content: حمّل الجيش "كامل المسؤولية".
    fn holds(&self, from: usize, words: &[Box<str>], sentence: &Range<usize>) -> bool {
        (from..sentence.end.min(from + HELD_REACH)).any(|at| self.is_held(at, words))
    }

    fn is_held(&self, at: usize, words: &[Box<str>]) -> bool {
        let cuts = self.text.tokens().get(at).map(|_| proclitics(self.text.form(at)));
        cuts.into_iter().flatten().any(|cut| words.iter().any(|word| fits_tail(word, cut.stem, self.arabic)))
    }

    /// Whether a token, or the determiner of it, is what a cue's content holds and therefore does not begin with:
    /// حمّل الوزير ‹الشركة كل المسؤولية›.
    pub(crate) fn begins_with_held(&self, cue: &Cue, at: usize) -> bool {
        let tail = cue.hit().map(|hit| &self.book.lemmas[usize::from(hit.lemma)].tail);
        cue.frames.any(Frames::HELD)
            && !cue.pronoun
            && tail.is_some_and(|words| {
                let determiner = self.classes(at).any(Classes::DETERMINER);
                self.is_held(at, words) || determiner && self.is_held(at + 1, words)
            })
    }

    /// Whether a word that makes it no report stands near behind a cue, before a content can begin: أعلن الأهالي الحداد.
    /// A preposition does so as the very next word only: زاد عن.
    pub(super) fn is_vetoed(&self, from: usize, veto: &[Box<str>], sentence: &Range<usize>) -> bool {
        let near = |at: usize| at == from || !self.classes(at).any(Classes::PREPOSITION);
        !veto.is_empty()
            && (from..sentence.end.min(from + VETO_REACH))
                .take_while(|at| self.mark(*at).is_none() && !self.classes(*at).any(Classes::COMPLEMENTISER))
                .any(|at| near(at) && veto.iter().any(|word| &**word == self.text.form(at)))
    }

    /// عن behind a verb of passing on, where أن follows and no noun of speech stands between: the preposition is the cue.
    pub(super) fn find_origin(&mut self, at: usize, sentence: &Range<usize>) {
        if !self.arabic || self.stem(at) != "عن" {
            return;
        }
        let passes_on = |cue: &Cue| {
            let verb = matches!(cue.form(), Some(Form::Past | Form::Present | Form::Participle));
            verb && cue.frames.any(Frames::RELAY) && cue.head >= sentence.start && cue.head + ORIGIN_REACH > at
        };
        let nominal = |cue: &Cue| cue.head >= sentence.start && cue.tokens.end == at + 1;
        let mut before = self.cues.iter().rev().take_while(|cue| cue.head + ORIGIN_REACH > at);
        if !before.clone().any(passes_on) || before.any(nominal) {
            return;
        }
        let speech = |at: usize| self.book.hits(self.stem(at)).iter().any(|hit| hit.form == Form::Noun);
        let complementiser = |at: usize| self.text.form(at) == "ان" || self.text.form(at) == "بان";
        let end = sentence.end.min(at + ORIGIN_REACH);
        let that = (at + 2..end).find(|at| complementiser(*at) || self.classes(*at).any(Classes::COMPLEMENTISER));
        let said = |at: usize| speech(at) && self.classes(at).any(Classes::POSSESSED);
        if that.is_none_or(|that| (at + 1..that).any(said)) {
            return;
        }
        self.cues.push(Cue {
            head: at,
            tokens: at..at + 1,
            tail: None,
            kind: CueKind::Nominal(Nominal { stance: Stance::Asserts, follows: Follows::Origin, veto: 0 }),
            stance: Stance::Asserts,
            frames: Frames::default(),
            strength: Strength::Strong,
            negated: false,
            pronoun: false,
        });
    }

    pub(super) fn find_nominal(&mut self, at: usize, sentence: &Range<usize>) {
        let Some(found) = self.book.nominals.longest_within(self.text, at) else { return };
        let noun_cut = found.proclitic.is_some_and(|cut| cut.article || cut.preposition.is_some());
        let end = at + found.tokens;
        if noun_cut || end > sentence.end {
            return;
        }
        let nominal = *found.value;
        let veto = &self.book.vetoes[usize::from(nominal.veto)];
        if self.is_vetoed(end, veto, &(sentence.start..sentence.end.min(end + 1))) {
            return;
        }
        if nominal.follows == Follows::SourceWithLi && !self.may_have_preposition(end, 'ل') {
            return;
        }
        if nominal.follows == Follows::Verb && (self.means_also(at, end, sentence) || self.is_object(end)) {
            return;
        }
        // An adverb cuts no content of others.
        if nominal.follows != Follows::Clause {
            self.cue_kinds[at] = CueMark::Nominal;
        }
        self.cues.push(Cue {
            head: at,
            tokens: at..end,
            tail: None,
            kind: CueKind::Nominal(nominal),
            stance: nominal.stance,
            frames: Frames::default(),
            strength: Strength::Strong,
            negated: false,
            pronoun: false,
        });
    }
}

/// Whether a word is one of a cue's tail. A tail that ends in ه stands for all possessives and for the noun with the
/// article: عن قلقه, عن قلقها, عن القلق.
fn fits_tail(tail: &str, form: &str, arabic: bool) -> bool {
    if tail == form {
        return true;
    }
    let Some(noun) = tail.strip_suffix('ه').filter(|_| arabic) else { return false };
    match form.strip_prefix(noun) {
        Some(pronoun) => matches!(pronoun, "ها" | "هم" | "هما" | "هن" | "ي" | "نا"),
        None => form.strip_prefix("ال").is_some_and(|bare| bare == noun),
    }
}
