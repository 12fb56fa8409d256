//! Where sources begin and end: every possible noun phrase before or after a cue, with its reason as features. It proposes
//! and does not choose.

mod english;

use crate::candidate::{Source, SourceOption};
use crate::features::{Feature, Features};
use crate::phrase::{
    begins_phrase, begins_relative, carries_preposition, cut_features, disagrees, head, head_features, is_head,
    is_indefinite, is_predicate, is_verb, medium_phrase, opens_relative,
};
use crate::scene::{Cue, Scene};
use isnad_text::Classes;
use std::ops::Range;

use english::{before_shared_relative, behind_conjunction, ends_clause, is_subject_pronoun, without_relative};
pub(crate) use english::{earlier_subjects, holds_two};

/// How many edges are offered on a side.
const MOST: usize = 9;
/// How long a source may be, in tokens.
const LONGEST: usize = 40;

/// Sources that begin in `from..to`, a stretch after a cue; `content` says whether the content begins at `to`.
pub(crate) fn sources_after(scene: &Scene<'_>, from: usize, to: usize, content: bool) -> Vec<SourceOption> {
    let mut out = Vec::new();
    let to = to.min(from + LONGEST);
    let Some(first) = (from..to).find(|at| begins_phrase(scene, *at)) else { return out };
    edges_after(scene, first, to, content, first > from, &mut out);
    // قال لوكالة كذا المتحدث باسم …: after an addressee or another adjunct, a known head begins the subject.
    if first > from || carries_preposition(scene, from) {
        // Behind a head without article stands the rest of its idafa, no subject of its own.
        let chained = |at: usize| is_head(scene, at - 1) && !scene.words[at - 1].article;
        let later = (first + 1..to).find(|at| is_head(scene, *at) && !carries_preposition(scene, *at) && !chained(*at));
        if let Some(later) = later {
            edges_after(scene, later, to, content, true, &mut out);
        }
    }
    out
}

/// Sources that begin at a token behind a cue, whatever it looks like, and end before `to`.
pub(crate) fn sources_at(scene: &Scene<'_>, first: usize, to: usize) -> Vec<SourceOption> {
    let mut out = Vec::new();
    if first < to {
        edges_after(scene, first, to.min(first + LONGEST), false, false, &mut out);
    }
    out
}

fn edges_after(scene: &Scene<'_>, first: usize, to: usize, content: bool, skips: bool, out: &mut Vec<SourceOption>) {
    let behind = skips && first > 0 && scene.classes(first - 1).any(Classes::PREPOSITION);
    let base = head_features(scene, first)
        .with(Feature::SourceAfter)
        .with_if(skips, Feature::SourceSkips)
        .with_if(behind, Feature::SourceBehindPreposition);
    let mut inside = Features::default();
    let mut relative = false;
    // تبنى "التنظيم" العملية: a name in marks is taken whole.
    let quoted = scene.quotation(first).filter(|q| q.open as usize == first);
    let mut at = quoted.map_or(first, |q| q.close as usize) + 1;
    let limit = out.len() + MOST;
    while at < to && out.len() < limit {
        if let Some(q) = scene.quotation(at).filter(|q| q.open as usize == at) {
            at = q.close as usize + 1;
            continue;
        }
        let classes = scene.classes(at);
        let comma = matches!(scene.mark(at), Some(',' | ';' | '–' | '-' | '('));
        let adjunct = classes.any(Classes::TIME) || medium_phrase(scene, at);
        let kind = if comma {
            let next = scene.classes(at + 1);
            let cut = !medium_phrase(scene, at + 1) && !next.any(Classes::TIME) && begins_phrase(scene, at + 1);
            Some(if cut { Feature::SourceCutComma } else { Feature::SourceToComma })
        } else if adjunct {
            Some(Feature::SourceToAdjunct)
        } else if classes.any(Classes::PREPOSITION) || carries_preposition(scene, at) {
            Some(Feature::SourceToPreposition)
        } else if is_verb(scene, at) || (scene.arabic && begins_relative(scene, at)) {
            Some(Feature::SourceToVerb)
        } else {
            None
        };
        if let Some(kind) = kind {
            out.push(option(scene, first..at, base.and(inside).with(kind)));
        }
        // المصدر، لوكالة كذا: a preposition behind a comma begins no apposition; وقد زاد بقوله: nor does a noun of speech.
        let outside = scene.arabic
            && (comma && (scene.classes(at + 1).any(Classes::PREPOSITION) || carries_preposition(scene, at + 1))
                || scene.words[at].preposition == Some('ب') && classes.any(Classes::POSSESSED));
        // وزارة الصحة استشهاد …: an event behind a definite word is what is told.
        let event = scene.arabic
            && classes.any(Classes::EVENT_NOUN)
            && bare(scene, at)
            && (scene.words[at - 1].article || scene.named(at - 1).kind.is_some() && !scene.named(at - 1).goes_on);
        // الحركة إسرائيل: a state behind a definite word is the verb's object.
        let object = scene.arabic && classes.any(Classes::STATE) && bare(scene, at) && scene.words[at - 1].article;
        inside = inside
            .with_if(comma && !outside, Feature::SourceApposition)
            .with_if(adjunct || event || object || outside, Feature::SourceHoldsAdjunct);
        relative |= opens_relative(scene, at) || scene.arabic && is_verb(scene, at) && is_indefinite(scene, first);
        inside = inside.with_if(is_predicate(scene, at) && !relative, Feature::SourceVerb);
        at += 1;
    }
    let end = trim_end(scene, first, to);
    // A source that ends with its sentence is as sure as one that ends at a comma.
    let closed = end >= scene.words.len() || scene.mark(end).is_some() || scene.text.tokens()[end].after_line();
    let kind = match (content, closed) {
        (true, _) => Feature::SourceToContent,
        (false, true) => Feature::SourceToComma,
        (false, false) => Feature::SourceToAdjunct,
    };
    if end > first {
        out.push(option(scene, first..end, base.and(inside).with(kind)));
    }
}

/// Whether nothing is written onto a word's front.
fn bare(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.words[at];
    !word.article && word.conjunction == 0 && word.preposition.is_none()
}

/// Sources that end before a cue, and whether they agree with it.
pub(crate) fn sources_before(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> Vec<SourceOption> {
    let mut out = subjects_before(scene, cue.tokens.start, sentence);
    let plural = cue.is_plural();
    for option in &mut out {
        if let Source::Tokens(tokens) = &option.source
            && scene.arabic
        {
            let head_plural = head(scene, tokens.start).is_some_and(|head| head.plural);
            let disagrees = if plural { !head_plural } else { disagrees(scene, tokens.start, cue.gender()) };
            option.features = option.features.with_if(disagrees, Feature::SourceDisagrees);
        }
    }
    out
}

/// Subjects that end before a verb.
pub(crate) fn subjects_before(scene: &Scene<'_>, verb: usize, sentence: &Range<usize>) -> Vec<SourceOption> {
    let mut out = Vec::new();
    let mut end = verb;
    // وأضاف: what stands before a conjunction is no subject of the verb behind it.
    if if scene.arabic { scene.begins_with_waw(end) } else { behind_conjunction(scene, end, sentence) } {
        return out;
    }
    let floor = scene.quotation(verb).map_or(sentence.start, |q| q.open as usize + 1).max(sentence.start);
    while end > floor {
        let classes = scene.classes(end - 1);
        let comma = matches!(scene.mark(end - 1), Some(',' | '–' | ')')) && end - 1 > floor;
        let between = classes
            .any(Classes::ADVERB.and(Classes::PARTICLE).and(Classes::AUXILIARY).and(Classes::NEGATION))
            || (classes.any(Classes::RELATIVE) && !classes.any(Classes::PREPOSITION));
        if !(comma || between) || scene.mark(end - 1) == Some(')') {
            break;
        }
        end -= 1;
    }
    end = before_shared_relative(scene, floor, end);
    // فيما أفاد الأهالي: a word that opens a clause right before the verb leaves it without a subject there.
    let opens = Classes::CLAUSE.and(Classes::CONTRAST);
    let noun = Classes::DEMONSTRATIVE.and(Classes::PREPOSITION);
    if scene.arabic
        && end > floor
        && scene.classes(end - 1).any(opens)
        && !scene.classes(end - 1).any(noun)
        && !matches!(scene.text.form(end - 1), "وهو" | "وهي" | "وهم" | "وهما")
    {
        return out;
    }
    left_edges(scene, floor, end, sentence, &mut out);
    // A comma between subject and verb closes an apposition; without one the phrase before it is no subject.
    if (end..verb).any(|at| scene.mark(at) == Some(',')) {
        for option in &mut out {
            let apposition =
                matches!(&option.source, Source::Tokens(t) if t.clone().any(|at| scene.mark(at) == Some(',')));
            option.features = option.features.with_if(!apposition, Feature::SourceCommaVerb);
        }
    }
    // مصدر أمني، في اتصال مع الوكالة، أكد: the adjunct before the verb is no part of the source.
    let comma = (floor..end).rev().take(LONGEST).find(|at| matches!(scene.mark(*at), Some(',' | '–')));
    if let Some(comma) = comma {
        let adjunct = scene.classes(comma + 1).any(Classes::PREPOSITION.and(Classes::TIME));
        if adjunct || carries_preposition(scene, comma + 1) {
            left_edges(scene, floor, comma, sentence, &mut out);
        }
    }
    if !scene.arabic {
        without_relative(scene, &mut out);
        for option in &mut out {
            let two = matches!(&option.source, Source::Tokens(tokens) if holds_two(scene, tokens));
            option.features = option.features.with_if(two, Feature::SourceRival);
        }
    }
    out
}

fn left_edges(scene: &Scene<'_>, floor: usize, end: usize, sentence: &Range<usize>, out: &mut Vec<SourceOption>) {
    let base = Features::default();
    let mut inside = Features::default();
    let limit = out.len() + MOST;
    let mut at = end;
    while at > floor && end - at < LONGEST && out.len() < limit {
        at -= 1;
        if let Some(q) = scene.quotation(at).filter(|q| q.close as usize == at && q.open as usize > floor) {
            at = q.open as usize;
        }
        let stop = if scene.arabic { matches!(scene.mark(at), Some(':' | '?' | '!')) } else { ends_clause(scene, at) };
        if stop {
            break;
        }
        let before = if at == floor { None } else { Some(at - 1) };
        let kind = match before {
            None => Some(Feature::SourceFromStart),
            Some(b) if matches!(scene.mark(b), Some(',' | ';' | '–' | '(')) => Some(Feature::SourceFromComma),
            Some(b) if scene.classes(b).any(Classes::COMPLEMENTISER) => Some(Feature::SourceFromClause),
            Some(b) if scene.classes(b).any(Classes::CLAUSE.and(Classes::CONJUNCTION)) => {
                Some(Feature::SourceFromClause)
            }
            // in July he said: a pronoun that can only be a subject begins its clause.
            Some(_) if !scene.arabic && at + 1 == end && is_subject_pronoun(scene, at) => {
                Some(Feature::SourceFromClause)
            }
            Some(b) if scene.mark(b).is_some() => Some(Feature::SourceFromComma),
            Some(b) if scene.words[at].conjunction > 0 || scene.text.form(b) == "و" => Some(Feature::SourceFromClause),
            Some(b) if is_verb(scene, b) => Some(Feature::SourceFromVerb),
            Some(_)
                if scene.arabic
                    && (is_head(scene, at) || scene.named(at).begins)
                    && !carries_preposition(scene, at) =>
            {
                Some(Feature::SourceFromHead)
            }
            _ => None,
        };
        let starts = scene.mark(at).is_none_or(|mark| matches!(mark, '"' | '“' | '«'));
        if let Some(kind) = kind
            && starts
        {
            let mut from = at;
            while from < end
                && scene.classes(from).any(Classes::CLAUSE.and(Classes::CONTRAST).and(Classes::CONJUNCTION))
                && !scene.classes(from).any(Classes::DETERMINER)
            {
                from += 1;
            }
            let that = !scene.arabic && scene.classes(from).any(Classes::COMPLEMENTISER);
            if from < end && !that && begins_phrase(scene, from) {
                let mut features = head_features(scene, from).and(base).and(inside).with(kind);
                if scene.arabic && is_indefinite(scene, from) {
                    features = features.without(Feature::SourceVerb);
                }
                out.push(option(scene, from..end, features));
            }
        }
        let classes = scene.classes(at);
        if classes.any(Classes::COMPLEMENTISER) && at < end && (scene.arabic || !opens_relative(scene, at)) {
            break;
        }
        inside = inside.with_if(matches!(scene.mark(at), Some(',')), Feature::SourceApposition);
        inside = inside.with_if(is_predicate(scene, at), Feature::SourceVerb);
        // The verbs passed so far were those of a relative clause.
        if opens_relative(scene, at) {
            inside = inside.without(Feature::SourceVerb);
        }
        if at <= sentence.start {
            break;
        }
    }
}

fn option(scene: &Scene<'_>, tokens: Range<usize>, features: Features) -> SourceOption {
    let tokens = tokens.start..trim_end(scene, tokens.start, tokens.end);
    let length = tokens.len();
    let features = features
        .with_if(length >= 9, Feature::SourceLong)
        .with_if(length == 1, Feature::SourceShort)
        .and(cut_features(scene, &tokens));
    SourceOption { source: Source::Tokens(tokens), features }
}

/// Whether a subject stands right before a cue, so that what follows the cue is more likely its object.
pub(crate) fn has_subject_before(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>) -> bool {
    // المرصد الذي دعا الأمم المتحدة: without a pronoun for its object, a relative clause's verb has its subject before it.
    let before = cue.tokens.start.checked_sub(1).filter(|at| *at >= sentence.start);
    if before.is_some_and(|at| matches!(scene.text.form(at), "الذي" | "التي" | "الذين" | "الذى")) {
        return !cue.pronoun;
    }
    // من تصفهم الوكالة: nor has one behind "whom".
    if cue.pronoun
        && before.is_some_and(|at| matches!(scene.text.form(at), "من" | "ما" | "ممن" | "عمن" | "لمن" | "بمن"))
    {
        return false;
    }
    sources_before(scene, cue, sentence).iter().any(|option| {
        let f = option.features;
        let from = f.has(Feature::SourceFromStart) || f.has(Feature::SourceFromClause);
        let known = f.has(Feature::SourceHead)
            || f.has(Feature::SourceRole)
            || f.has(Feature::SourceOrganisation)
            || f.has(Feature::SourceName)
            || f.has(Feature::SourceUnknown);
        from && known && !f.has(Feature::SourceVerb) && !f.has(Feature::SourceClitic)
    })
}

fn trim_end(scene: &Scene<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1 {
        let classes = scene.classes(end - 1);
        let mark = matches!(scene.mark(end - 1), Some(',' | ';' | ':' | '–' | '-' | '(' | '.' | '!' | '?' | '…'));
        if !mark && !classes.any(Classes::ADVERB) {
            break;
        }
        end -= 1;
    }
    end
}
