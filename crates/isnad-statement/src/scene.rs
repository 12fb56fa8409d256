//! The scene: a text with its word classes and the cues in it, made once for all constructions. It finds cues and decides
//! about none of them.

mod english;

use crate::cues::{CueBook, Follows, Form, Hit, Lemma, Nominal, Strength};
use crate::frames::Frames;
use isnad_ledger::{Name, NameKind, Stance};
use isnad_text::inflect::{Gender, Number};
use isnad_text::{ClassBook, Classes, Quotation, Text, TokenKind, Word, enclitics, proclitics};
use std::ops::Range;

/// How far behind its verb the rest of a multiword cue may stand, in tokens.
const TAIL_REACH: usize = 16;

/// How long a byline may be, in tokens.
const LONGEST_BYLINE: usize = 7;

/// How far behind a cue a word can stand that makes it no report, in tokens.
const VETO_REACH: usize = 5;

/// A text and what is known of its words.
pub(crate) struct Scene<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// What is known of each token.
    pub words: Vec<Word>,
    /// The cues, by head token; several readings of one word lie together.
    pub cues: Vec<Cue>,
    /// The language's cues.
    pub book: &'a CueBook,
    /// Whether the language is Arabic.
    pub arabic: bool,
    cue_kinds: Vec<CueMark>,
    outer_quotes: Vec<u32>,
    named: Vec<Named>,
}

/// Whether a token is part of a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// What it names, if anything.
    pub(crate) kind: Option<NameKind>,
    /// Whether the name goes on with the next token.
    pub(crate) goes_on: bool,
    /// Whether the name begins here.
    pub(crate) begins: bool,
}

/// Tokens between a verb of passing on and whom it has it from, and from there to the complementiser.
const ORIGIN_REACH: usize = 24;

/// A cue in the text.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// The token that carries it.
    pub head: usize,
    /// Its first stretch of tokens, negation included.
    pub tokens: Range<usize>,
    /// Its second stretch, for a multiword cue in two pieces.
    pub tail: Option<Range<usize>>,
    /// What it is.
    pub kind: CueKind,
    /// Its stance before context.
    pub stance: Stance,
    /// How content may be attached.
    pub frames: Frames,
    /// How much it says by itself.
    pub strength: Strength,
    /// Whether a negation is in it.
    pub negated: bool,
    /// Whether it carries a pronoun: أبلغه, فنّده.
    pub pronoun: bool,
}

/// What a cue is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CueKind {
    /// A verb, participle or noun.
    Lemma(Hit),
    /// A nominal cue.
    Nominal(Nominal),
}

/// What begins at a token, for finding where contents end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CueMark {
    /// No cue.
    #[default]
    None,
    /// A finite reporting verb.
    Finite,
    /// A participle that goes on.
    Participle,
    /// A nominal cue.
    Nominal,
}

impl<'a> Scene<'a> {
    /// Looks at every word of a text once.
    pub(crate) fn new(
        text: &'a Text<'a>,
        names: &[Name],
        classes: &ClassBook,
        book: &'a CueBook,
        arabic: bool,
    ) -> Scene<'a> {
        let count = text.tokens().len();
        let mut words: Vec<Word> = (0..count).map(|at| known_head(text, book, at, classes.word(text, at))).collect();
        if arabic {
            exceptions(text, &mut words);
        }
        let mut outer_quotes = vec![0; count];
        for (number, quotation) in text.quotations().iter().enumerate().filter(|(_, q)| !q.nested && q.closed) {
            outer_quotes[quotation.tokens()].fill(number as u32 + 1);
        }
        let cue_kinds = vec![CueMark::None; count];
        let named = named(text, names);
        let mut scene = Scene { text, words, cues: Vec::new(), book, arabic, cue_kinds, outer_quotes, named };
        for sentence in text.sentences() {
            scene.find_cues(sentence.clone());
        }
        scene
    }

    /// The cue that begins at a token, if any.
    pub(crate) fn cue_mark(&self, token: usize) -> CueMark {
        self.cue_kinds.get(token).copied().unwrap_or_default()
    }

    /// The readings of the cue word at a token.
    pub(crate) fn cues_at(&self, token: usize) -> &[Cue] {
        let from = self.cues.partition_point(|cue| cue.head < token);
        let to = self.cues.partition_point(|cue| cue.head <= token);
        &self.cues[from..to]
    }

    /// The outermost closed quotation around a token, its marks included.
    pub(crate) fn quotation(&self, token: usize) -> Option<&Quotation> {
        let number = *self.outer_quotes.get(token)?;
        self.text.quotations().get((number as usize).checked_sub(1)?)
    }

    /// Whether a token is part of a name.
    pub(crate) fn named(&self, token: usize) -> Named {
        self.named.get(token).copied().unwrap_or_default()
    }

    /// The classes of a token; none beyond the end.
    pub(crate) fn classes(&self, token: usize) -> Classes {
        self.words.get(token).map_or(Classes::default(), |word| word.classes)
    }

    /// The punctuation mark at a token.
    pub(crate) fn mark(&self, token: usize) -> Option<char> {
        self.text.tokens().get(token)?.mark()
    }

    /// The reading form of a token without a known conjunction.
    pub(crate) fn stem(&self, token: usize) -> &str {
        let form = self.text.form(token);
        if self.words[token].conjunction > 0 { form.strip_prefix(['و', 'ف']).unwrap_or(form) } else { form }
    }

    /// Whether a cue at a token has و written onto its front.
    pub(crate) fn begins_with_waw(&self, token: usize) -> bool {
        let form = self.text.form(token);
        form.strip_prefix('و')
            .is_some_and(|rest| self.words[token].conjunction > 0 || self.book.hits(form).is_empty() && rest.len() > 4)
    }

    /// Whether a token may carry a preposition at its front.
    pub(crate) fn may_have_preposition(&self, token: usize, preposition: char) -> bool {
        let Some(at) = self.text.tokens().get(token) else { return false };
        let form = self.text.form(token);
        let letter = form.strip_prefix(preposition);
        match self.words[token].preposition {
            Some(p) => p == preposition,
            None => {
                at.kind == TokenKind::Arabic
                    && letter.is_some_and(|rest| rest.is_empty() || rest.chars().count() >= 3)
                    && self.words[token].classes == Classes::default()
                    && self.book.head(form).is_none()
            }
        }
    }

    fn find_cues(&mut self, sentence: Range<usize>) {
        for at in sentence.clone() {
            let known = self.cues.len();
            let token = &self.text.tokens()[at];
            match token.kind {
                TokenKind::Arabic if self.arabic => self.find_arabic(at, &sentence),
                TokenKind::Latin if !self.arabic => {
                    for number in 0..self.book.hits(self.text.form(at)).len() {
                        let hit = self.book.hits(self.text.form(at))[number];
                        if let Some(hit) = english::in_context(self, at, hit, &sentence) {
                            self.add_lemma(at, hit, false, &sentence);
                        }
                    }
                }
                _ => continue,
            }
            self.prefer_negated(known);
            self.find_nominal(at, &sentence);
            self.find_origin(at, &sentence);
        }
    }

    /// Of one word's readings, those that need its negation stand alone: لم يعلّق is silence, and no denial.
    fn prefer_negated(&mut self, from: usize) {
        let lemmas = &self.book.lemmas;
        let needs = |cue: &Cue| cue.hit().is_some_and(|hit| lemmas[usize::from(hit.lemma)].negated);
        if self.cues[from..].iter().any(needs) {
            let readings = self.cues.split_off(from);
            self.cues.extend(readings.into_iter().filter(needs));
        }
    }

    fn find_arabic(&mut self, at: usize, sentence: &Range<usize>) {
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

    fn add_lemma(&mut self, at: usize, hit: Hit, pronoun: bool, sentence: &Range<usize>) {
        let lemma: &Lemma = &self.book.lemmas[usize::from(hit.lemma)];
        let other = self.is_other_word(at, hit.form, lemma.strength, sentence) || self.named(at).kind.is_some();
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
        let negation = self.negation_before(at, sentence);
        if self.arabic && self.is_homograph(at, hit.form, negation) {
            return;
        }
        if (lemma.negated || hit.jussive) && negation.is_none() {
            return;
        }
        let tail = if lemma.tail.is_empty() { None } else { Some(self.find_tail(at + 1, &lemma.tail, sentence)) };
        let Some(tail) = tail.map_or(Some(None), |found| found.map(Some)) else { return };
        let start =
            negation.filter(|_| matches!(hit.form, Form::Past | Form::Present | Form::Passive | Form::Participle));
        // أي تعليق: the word for any goes with what it determines.
        let tail = tail.map(|tail| {
            let any = tail.start > at + 1 && self.text.form(tail.start - 1) == "اي";
            tail.start - usize::from(any)..tail.end
        });
        let mut tokens = start.unwrap_or(at)..at + 1;
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

    /// Whether a form is rather a preposition, an adverb or the name of an occasion than a verb or participle.
    fn is_other_word(&self, at: usize, form: Form, strength: Strength, sentence: &Range<usize>) -> bool {
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
    fn is_conclusion(&self, at: usize, hit: &Hit, pronoun: bool, sentence: &Range<usize>) -> bool {
        let behind = at.checked_sub(2).filter(|before| *before >= sentence.start);
        let head = behind.is_some_and(|before| self.mark(before).is_some());
        self.arabic
            && head
            && !pronoun
            && hit.form == Form::Present
            && matches!(self.stem(at - 1), "ما" | "مما" | "بما")
    }

    /// آمر الحرس, لم تعد: written alike and no report: an active participle with madda, the auxiliary "no longer".
    fn is_homograph(&self, at: usize, form: Form, negation: Option<usize>) -> bool {
        let word = self.text.word(at);
        let madda = word.trim_start_matches(['و', 'ف']).starts_with('آ') && form == Form::Past;
        let longer = negation.is_some_and(|not| self.stem(not) == "لم")
            && matches!(self.text.form(at), "يعد" | "تعد" | "نعد" | "اعد");
        madda || longer
    }

    /// مبان مهددة بالسقوط: a participle that looks like an adjective and follows its noun at once, unless a report follows it.
    fn is_adjective(&self, at: usize, sentence: &Range<usize>) -> bool {
        let form = self.text.form(at);
        let apart = at == sentence.start || self.mark(at - 1).is_some() || self.begins_with_waw(at);
        let shape = form.ends_with('ة') || form.ends_with("ين") || form.ends_with("ات");
        let report = |next: usize| {
            self.classes(next).any(Classes::COMPLEMENTISER) || matches!(self.mark(next), Some(':' | '"' | '“' | '«'))
        };
        shape && !apart && !report(at + 1) && !report(at + 2)
    }

    fn governs_noun(&self, at: usize) -> bool {
        let form = self.stem(at);
        let relative = self.classes(at).any(Classes::RELATIVE.and(Classes::CLAUSE.and(Classes::NEGATION)));
        let pronoun = form.ends_with('ه') || form.ends_with("ها") || form.ends_with("هم") || form.ends_with("هما");
        form == "عدم"
            || self.cue_kinds[at] == CueMark::Participle
            || self.classes(at).any(Classes::PREPOSITION) && !relative && !pronoun && !matches!(form, "منذ" | "حتى")
    }

    /// وبين المصدر أن: a word that can be a preposition opens a sentence, and أن comes before any other cue.
    fn opens_report(&self, at: usize, sentence: &Range<usize>) -> bool {
        let opening = at == sentence.start && !self.classes(at).any(Classes::COMPLEMENTISER);
        let next = (at + 1..sentence.end.min(at + VETO_REACH + 5))
            .find(|next| self.classes(*next).any(Classes::COMPLEMENTISER) || self.mark(*next).is_some());
        let Some(next) = next.filter(|next| opening && self.mark(*next).is_none()) else { return false };
        (at + 1..next).all(|at| !self.book.hits(self.stem(at)).iter().any(|hit| hit.form == Form::Past))
    }

    /// The negation that belongs to a verb: right before it, or with an adverb or auxiliary between.
    fn negation_before(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
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

    /// كما أكد الوزير أن …: at the start of a sentence, or with a content of its own behind it, كما means "also".
    fn means_also(&self, at: usize, end: usize, sentence: &Range<usize>) -> bool {
        if !matches!(self.stem(at), "كما" | "مثلما") {
            return false;
        }
        let reach = sentence.end.min(end + 30);
        let content = (end..reach).take_while(|at| !matches!(self.mark(*at), Some('.' | ';'))).any(|at| {
            self.classes(at).any(Classes::COMPLEMENTISER) || matches!(self.mark(at), Some(':' | '"' | '“' | '«'))
        });
        at == sentence.start || content
    }

    fn find_tail(&self, from: usize, tail: &[Box<str>], sentence: &Range<usize>) -> Option<Range<usize>> {
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
        let reach = if self.arabic { end } else { end.min(from + 4) };
        // What stands behind a colon or inside a quotation is told, and no rest of the cue.
        let mut at = from;
        while at < reach && self.mark(at) != Some(':') {
            if let Some(end) = fits(at) {
                return Some(at..end);
            }
            at = match self.quotation(at).filter(|q| q.open as usize == at && from > 0) {
                Some(quotation) => quotation.close as usize + 1,
                None => at + 1,
            };
        }
        None
    }

    /// Whether a word that makes it no report stands near behind a cue, before a content can begin: أعلن الأهالي الحداد.
    /// A preposition does so as the very next word only: زاد عن.
    fn is_vetoed(&self, from: usize, veto: &[Box<str>], sentence: &Range<usize>) -> bool {
        let near = |at: usize| at == from || !self.classes(at).any(Classes::PREPOSITION);
        !veto.is_empty()
            && (from..sentence.end.min(from + VETO_REACH))
                .take_while(|at| self.mark(*at).is_none() && !self.classes(*at).any(Classes::COMPLEMENTISER))
                .any(|at| near(at) && veto.iter().any(|word| &**word == self.text.form(at)))
    }

    /// عن behind a verb of passing on, where أن follows and no noun of speech stands between: the preposition is the cue.
    fn find_origin(&mut self, at: usize, sentence: &Range<usize>) {
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

    fn find_nominal(&mut self, at: usize, sentence: &Range<usize>) {
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
        if nominal.follows == Follows::Verb && self.means_also(at, end, sentence) {
            return;
        }
        self.cue_kinds[at] = CueMark::Nominal;
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

/// Whether a line is a byline: كتب - فلان, كتبت فلانة: with names and nothing else.
fn is_byline(scene: &Scene<'_>, at: usize, sentence: &Range<usize>) -> bool {
    scene.classes(at).any(Classes::BYLINE)
        && at == sentence.start
        && sentence.len() <= LONGEST_BYLINE
        && !sentence.clone().any(|at| scene.classes(at).any(Classes::PREPOSITION.and(Classes::COMPLEMENTISER)))
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

fn named(text: &Text<'_>, names: &[Name]) -> Vec<Named> {
    let mut out = vec![Named::default(); text.tokens().len()];
    for name in names {
        for span in &name.spans {
            let tokens = text.tokens_in(*span);
            for at in tokens.clone() {
                let named = Named { kind: Some(name.kind), goes_on: at + 1 < tokens.end, begins: at == tokens.start };
                // Nested names: the longer one, which goes on, wins.
                if out[at].kind.is_none() || named.goes_on && !out[at].goes_on {
                    out[at] = named;
                }
            }
        }
    }
    out
}

/// Words that mean something else than their class among their neighbours: غير مكتوبة, إلا واحدا ("other than") set no clause
/// against another, unless أن follows.
fn exceptions(text: &Text<'_>, words: &mut [Word]) {
    for at in 0..words.len() {
        let that = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::COMPLEMENTISER));
        if !that && matches!(text.form(at), "غير" | "الا") {
            words[at].classes = words[at].classes.without(Classes::CONTRAST.and(Classes::CLAUSE));
        }
        // وإن كان قد لوّح: "even if" before an auxiliary.
        let auxiliary = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::AUXILIARY));
        if auxiliary && text.form(at) == "وان" {
            words[at].classes = Classes::CLAUSE.and(Classes::CONTRAST);
        }
        // الوكيل العام: "general" behind a definite word, "the year" before another word of time.
        let time = words.get(at + 1).is_some_and(|next| next.classes.any(Classes::TIME));
        if text.form(at) == "العام" && at > 0 && words[at - 1].article && !time {
            words[at].classes = Classes::MODIFIER;
        }
    }
}

/// A word of no class may be a source's head, by itself (والدته) or with something written onto its front (لوكالة).
fn known_head(text: &Text<'_>, book: &CueBook, at: usize, word: Word) -> Word {
    if text.tokens()[at].kind != TokenKind::Arabic {
        return word;
    }
    let form = text.form(at);
    let cut = word.conjunction > 0 || word.preposition.is_some();
    let clipped = word.classes == Classes::default() && book.head_of(form).is_some();
    if cut && (book.head(form).is_some() || clipped) {
        return Word { classes: Classes::default(), conjunction: 0, preposition: None, article: false };
    }
    if word.classes != Classes::default() || (!cut && book.head_of(form).is_some()) {
        return word;
    }
    let Some(cut) = proclitics(form).skip(1).find(|cut| book.head_of(cut.stem).is_some()) else { return word };
    Word {
        classes: word.classes,
        conjunction: u8::from(cut.conjunction.is_some()),
        preposition: cut.preposition.filter(|p| *p != 'س'),
        article: cut.article,
    }
}

impl Cue {
    /// The reading of its word, if it is no nominal cue.
    pub(crate) fn hit(&self) -> Option<&Hit> {
        match &self.kind {
            CueKind::Lemma(hit) => Some(hit),
            CueKind::Nominal(_) => None,
        }
    }

    /// In which form it stands.
    pub(crate) fn form(&self) -> Option<Form> {
        self.hit().map(|hit| hit.form)
    }

    /// Whether its form asks for a plural subject before it.
    pub(crate) fn is_plural(&self) -> bool {
        self.hit().is_some_and(|hit| hit.number != Number::Singular)
    }

    /// The gender of its subject, where its form shows it.
    pub(crate) fn gender(&self) -> Option<Gender> {
        self.hit().and_then(|hit| hit.gender)
    }

    /// Whether the pronoun on it is what it reports, and no addressee: التي بثتها القناة.
    pub(crate) fn has_its_object(&self) -> bool {
        let more = Frames::TO.and(Frames::TO_PREP).and(Frames::BI).and(Frames::KA).and(Frames::NAMING);
        let more = more.and(Frames::ILA).and(Frames::ALA).and(Frames::BI_AN).and(Frames::BI_ANNA);
        self.pronoun && !self.frames.any(more)
    }

    /// The token after its first stretch.
    pub(crate) fn end(&self) -> usize {
        self.tokens.end
    }
}
