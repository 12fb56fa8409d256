//! Beginnings of Arabic contents.

use super::{REACH, Start, colon_or_quotation, start};
use crate::cues::Form;
use crate::features::Feature;
use crate::frames::Frames;
use crate::phrase::{begins_phrase, is_modifier};
use crate::scene::{Cue, CueMark, Scene};
use isnad_ledger::Stance;
use isnad_text::Classes;
use std::ops::Range;

/// Prepositions that are words of their own, in reading form, with the frames they fill before a noun and before أن.
const PREPOSITIONS: &[(&str, Frames, Frames)] = &[
    ("الى", Frames::ILA, Frames::ILA_ANNA.and(Frames::ILA_AN)),
    ("على", Frames::ALA, Frames::ALA_ANNA.and(Frames::ALA_AN)),
    ("علي", Frames::ALA, Frames::ALA_ANNA.and(Frames::ALA_AN)),
    ("عن", Frames::AN_PREP, Frames::AN_ANNA),
    ("من", Frames::MIN, Frames::MIN_ANNA.and(Frames::MIN_AN)),
    ("في", Frames::FI, Frames::FI_ANNA.and(Frames::FI_AN)),
    ("فى", Frames::FI, Frames::FI_ANNA.and(Frames::FI_AN)),
    ("حول", Frames::HAWL, Frames::HAWL),
    ("بشان", Frames::HAWL, Frames::HAWL),
    ("بخصوص", Frames::HAWL, Frames::HAWL),
    ("حيال", Frames::HAWL, Frames::HAWL),
    ("ازاء", Frames::HAWL, Frames::HAWL),
    ("ضد", Frames::DDID, Frames::DDID),
    ("تجاه", Frames::HAWL, Frames::HAWL),
    ("مع", Frames::MAA, Frames::MAA),
];

/// Prepositions written onto the word.
const LETTERS: &[(char, Frames)] = &[('ب', Frames::BI), ('ل', Frames::LI_CONTENT), ('ك', Frames::KA)];

pub(super) fn starts(scene: &Scene<'_>, cue: &Cue, sentence: &Range<usize>, out: &mut Vec<Start>) {
    let from = cue.end();
    let tail = cue.tail.clone().unwrap_or(from..from);
    let mut nouns = 0;
    let mut at = from;
    while at < sentence.end.min(from + REACH) {
        if tail.contains(&at) {
            at = tail.end;
            continue;
        }
        if scene.begins_with_held(cue, at) {
            at += 1;
            continue;
        }
        match colon_or_quotation(scene, cue, at, sentence, out) {
            Some(true) => return,
            Some(false) => {
                // وصفته الوكالة بـ"…": the subject ends before the preposition.
                if let Some(quotation) =
                    out.last_mut().filter(|last| last.at == at && at > from && opens_phrase(scene, at - 1))
                {
                    quotation.gap_end = at - 1;
                }
                at = scene.quotation(at).map_or(at, |q| q.close as usize) + 1;
                continue;
            }
            None => {}
        }
        let classes = scene.classes(at);
        if classes.any(Classes::COMPLEMENTISER) && before_adjunct(scene, at, from) {
            at += 1;
            continue;
        }
        if classes.any(Classes::COMPLEMENTISER) {
            // استشهاد الشاب وأن …: a second content is no first one.
            if out.is_empty() || !scene.text.form(at).starts_with("وا") {
                out.push(complementiser(scene, cue, at, from));
            }
            return;
        }
        // تساءلت أين ذهبوا: a question told.
        if classes.any(Classes::INTERROGATIVE) && cue.frames.any(Frames::QUESTION) {
            out.push(start(at, Feature::StartComplementiser));
            return;
        }
        if at > from && stops(scene, at) {
            return;
        }
        if let Some(found) = preposition(scene, cue, at) {
            out.push(found);
        } else if cue.frames.any(Frames::NOUN) && nouns < 4 {
            let event = (classes.any(Classes::EVENT_NOUN) && !scene.words[at].article) || masdar(scene, at);
            let ordinal = at > from && scene.classes(at - 1).any(Classes::TIME) && scene.words[at].article;
            // الوزارة سوريا: what modifies a definite noun is definite.
            let modifies = is_modifier(scene, at) && scene.words[at].article;
            let behind_definite = at > from && closes_phrase(scene, at - 1) && !ordinal && !modifies;
            // صور فضائية مجرى: what stands behind an indefinite noun's adjective is no part of it.
            let behind_adjective = at > from + 1 && is_modifier(scene, at - 1) && !is_modifier(scene, at);
            let apposition = at > from && scene.mark(at - 1) == Some(',') && scene.words[at].article;
            if event || (begins_phrase(scene, at) && !apposition && (at == from || behind_definite || behind_adjective))
            {
                out.push(start(at, if event { Feature::StartEvent } else { Feature::StartNoun }));
                nouns += 1;
            }
        }
        at += 1;
    }
}

/// قبل أن يغادر, رغم أن: "that" behind these opens an adjunct, and what is told comes later.
fn before_adjunct(scene: &Scene<'_>, at: usize, from: usize) -> bool {
    let behind = |back: usize| at.checked_sub(back).filter(|at| *at >= from).map(|at| scene.stem(at));
    match behind(1) {
        Some("قبل" | "بعد" | "دون" | "بدون" | "رغم" | "مع" | "منذ" | "لمجرد") => true,
        Some("من") => matches!(behind(2), Some("الرغم" | "بالرغم" | "دون")),
        _ => false,
    }
}

/// A verbal noun of a reporting verb is an event as well: إعلان, نفي.
fn masdar(scene: &Scene<'_>, at: usize) -> bool {
    let form = scene.text.form(at);
    !scene.words[at].article && scene.book.hits(form).iter().any(|hit| hit.form == Form::Noun)
}

/// A definite word or a closing mark can be the end of a subject, so that the object begins behind it.
fn closes_phrase(scene: &Scene<'_>, at: usize) -> bool {
    let named = scene.named(at);
    scene.words[at].article
        || scene.classes(at).any(Classes::PLACE)
        || (named.kind.is_some() && !named.goes_on)
        || matches!(scene.mark(at), Some('"' | '”' | '»' | ',' | ')'))
        || scene.classes(at).any(Classes::TIME.and(Classes::ADVERB))
}

fn stops(scene: &Scene<'_>, at: usize) -> bool {
    let classes = scene.classes(at);
    let conjoined = scene.begins_with_waw(at);
    classes.any(Classes::CONTRAST)
        || (conjoined && scene.cue_mark(at) == CueMark::Finite)
        || scene.cue_mark(at) == CueMark::Participle
}

fn complementiser(scene: &Scene<'_>, cue: &Cue, at: usize, from: usize) -> Start {
    let before = at.checked_sub(1).filter(|before| *before >= from);
    let preposition = before.and_then(|before| PREPOSITIONS.iter().find(|(word, ..)| *word == scene.stem(before)));
    if let Some((_, _, frames)) = preposition {
        let fits = cue.frames.any(*frames);
        let kind = if fits { Feature::StartComplementiser } else { Feature::StartOtherComplementiser };
        let begin = if fits { at - 1 } else { at };
        return Start { gap_end: begin, ..start(begin, kind) };
    }
    let raw = scene.text.word(at);
    let frames = if scene.words[at].preposition == Some('ب') || scene.text.form(at).starts_with('ب') {
        Frames::BI_ANNA.and(Frames::BI_AN)
    } else if raw.contains('إ') {
        Frames::INNA.and(Frames::QUOTE)
    } else {
        Frames::ANNA.and(Frames::AN).and(Frames::INNA)
    };
    let fits = cue.frames.any(frames);
    start(at, if fits { Feature::StartComplementiser } else { Feature::StartOtherComplementiser })
}

fn preposition(scene: &Scene<'_>, cue: &Cue, at: usize) -> Option<Start> {
    let stem = scene.stem(at);
    let before_that = scene.classes(at + 1).any(Classes::COMPLEMENTISER);
    let word = PREPOSITIONS.iter().find(|(word, ..)| *word == stem);
    let fits = match word {
        Some((_, frames, _)) => !before_that && cue.frames.any(*frames),
        None if scene.classes(at).any(Classes::PREPOSITION.and(Classes::ADVERB)) => false,
        None => LETTERS.iter().any(|(letter, frames)| {
            // اتهامات للحكومة: what is the verb's object stands behind ل with its noun.
            let object = *letter == 'ل' && cue.form() == Some(Form::Noun) && cue.stance == Stance::Accuses;
            (object || cue.frames.any(*frames)) && (scene.may_have_preposition(at, *letter) || is_letter(stem, *letter))
        }),
    };
    fits.then(|| start(at, Feature::StartPreposition))
}

/// Whether a preposition that says what something is about stands at a token: حول, بشأن, عن, من.
pub(crate) fn opens_topic(scene: &Scene<'_>, at: usize) -> bool {
    let about = Frames::HAWL.and(Frames::AN_PREP).and(Frames::MIN);
    PREPOSITIONS.iter().any(|(word, frames, _)| *word == scene.stem(at) && frames.any(about))
}

/// Whether a token is a preposition by itself, be it of one letter.
fn opens_phrase(scene: &Scene<'_>, at: usize) -> bool {
    let stem = scene.stem(at);
    PREPOSITIONS.iter().any(|(word, ..)| *word == stem) || LETTERS.iter().any(|(letter, _)| is_letter(stem, *letter))
}

/// بـ alone, before a quotation.
fn is_letter(stem: &str, letter: char) -> bool {
    let mut letters = stem.chars();
    letters.next() == Some(letter) && letters.next().is_none()
}
