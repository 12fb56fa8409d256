//! From chosen readings to the ledger's statements: spans, stance, mode, kind and nesting. Speakers and chains are named
//! elsewhere.

use crate::calibration::Calibration;
use crate::frames::Frames;
use crate::phrase::{head, is_predicate};
use crate::resolver::Chosen;
use crate::scene::Scene;
use isnad_ledger::{Link, Mode, SourceKind, Span, Speaker, Stance, Statement};
use isnad_text::Classes;
use std::ops::Range;

/// Makes statements of the chosen readings, in order of their first words.
pub(crate) fn statements(scene: &Scene<'_>, chosen: &[Chosen], calibration: &Calibration) -> Vec<Statement> {
    let mut out: Vec<Statement> = chosen.iter().map(|chosen| statement(scene, chosen, calibration)).collect();
    out.sort_by_key(|s| s.cue.iter().chain(&s.content).map(|span| (span.start(), span.end())).min());
    for (number, statement) in out.iter_mut().enumerate() {
        statement.id = format!("a{}", number + 1);
    }
    nest(&mut out);
    out
}

fn statement(scene: &Scene<'_>, chosen: &Chosen, calibration: &Calibration) -> Statement {
    let candidate = &chosen.candidate;
    let source: Vec<Span> = chosen.source.iter().map(|tokens| inner_span(scene, tokens)).collect();
    let name = source.first().map(|span| scene.text.words(*span).to_owned());
    let stance = stance(scene, chosen);
    let speakers = name.iter().map(|name| Speaker {
        name: name.clone(),
        name_id: None,
        span: source.first().copied(),
        role: None,
        count: None,
    });
    let via: Vec<Link> = name
        .iter()
        .filter(|_| !is_silence(scene, stance, chosen))
        .map(|name| Link { name: name.clone(), name_id: None, span: source.first().copied() })
        .collect();
    Statement {
        id: String::new(),
        cue: candidate.cue_tokens.iter().map(|tokens| inner_span(scene, tokens)).collect(),
        content: candidate.content.iter().map(|tokens| scene.text.span(tokens.clone())).collect(),
        kind: chosen.source.as_ref().map(|tokens| kind(scene, tokens)),
        stance,
        mode: mode(scene, &candidate.content),
        speaker: name.clone(),
        speakers: speakers.collect(),
        subset_of: None,
        chain: via.iter().map(|link| link.name.clone()).collect(),
        via,
        gate: None,
        inside: None,
        caveat: None,
        construction: candidate.construction.to_owned(),
        confidence: (calibration.of(f64::from(chosen.share)) * 1000.0).round() / 1000.0,
        source,
    }
}

/// Silence has no chain; a spoken refusal has.
fn is_silence(scene: &Scene<'_>, stance: Stance, chosen: &Chosen) -> bool {
    let negated = chosen.candidate.cue.is_some_and(|number| scene.cues[number].negated);
    stance == Stance::NoComment && chosen.candidate.construction == "silence" && negated
}

/// The span of a range whose first word may carry a conjunction that is no part of it.
fn inner_span(scene: &Scene<'_>, tokens: &Range<usize>) -> Span {
    let span = scene.text.span(tokens.clone());
    let Some(word) = scene.words.get(tokens.start).filter(|_| scene.arabic) else { return span };
    let form = scene.text.form(tokens.start);
    let known_cue = form.strip_prefix(['و', 'ف']).is_some_and(|rest| {
        scene.book.hits(form).is_empty()
            && scene.book.head_of(form).is_none()
            && (!scene.book.hits(rest).is_empty() || scene.book.nominals.word(rest).next().is_some())
    });
    if word.conjunction > 0 || known_cue {
        let vowels =
            scene.text.word(tokens.start).chars().skip(1).take_while(|c| ('\u{064b}'..='\u{0652}').contains(c));
        return scene.text.points(span.start() + 1 + vowels.count() as u32, span.end());
    }
    span
}

fn stance(scene: &Scene<'_>, chosen: &Chosen) -> Stance {
    let Some(cue) = chosen.candidate.cue.map(|number| &scene.cues[number]) else { return Stance::Asserts };
    // A cue that is one only with a negation has the stance of both: لم يستبعد.
    let both = cue.hit().is_some_and(|hit| scene.book.lemmas[usize::from(hit.lemma)].negated);
    match (cue.stance, cue.negated && !both) {
        (Stance::Asserts, true) => Stance::Denies,
        (Stance::Doubts, true) => Stance::Believes,
        (Stance::Denies, true) => Stance::NoComment,
        (Stance::Believes | Stance::Expects, true) => Stance::Doubts,
        (Stance::Asserts, false) => mood(scene, chosen).unwrap_or(Stance::Asserts),
        (stance, _) => stance,
    }
}

/// What a neutral English verb does by the mood of its content: told the men to leave, said it will appeal.
fn mood(scene: &Scene<'_>, chosen: &Chosen) -> Option<Stance> {
    let content = chosen.candidate.content.first().filter(|_| !scene.arabic)?;
    let asks = chosen.candidate.cue.is_some_and(|cue| scene.cues[cue].frames.any(Frames::TO));
    let noun = Classes::DETERMINER.and(Classes::POSSESSIVE).and(Classes::PLACE);
    let infinitive = |at: usize| {
        scene.text.tokens().get(at).is_some_and(|token| !token.is_capital()) && !scene.classes(at).any(noun)
    };
    let mut clause = false;
    for at in content.clone().filter(|at| scene.mark(*at).is_none()).take(MOOD_REACH) {
        match scene.text.form(at) {
            // the road to the port: a determiner or a name behind it makes it a preposition.
            "to" if (at == content.start || asks && !clause) && infinitive(at + 1) => return Some(Stance::Demands),
            "will" | "won't" | "won’t" => return Some(Stance::Expects),
            "should" | "must" => return Some(Stance::Demands),
            _ => clause |= scene.classes(at).any(Classes::COMPLEMENTISER) || is_predicate(scene, at),
        }
    }
    None
}

/// How many words into a content its mood is looked for.
const MOOD_REACH: usize = 6;

/// How much of a stretch of content decides on its mode, in tokens.
const MODE_REACH: usize = 1_000;

fn mode(scene: &Scene<'_>, content: &[Range<usize>]) -> Mode {
    let mut quoted = 0;
    let mut words = 0;
    let mut speech = false;
    for tokens in content {
        for at in tokens.clone().take(MODE_REACH).filter(|at| scene.mark(*at).is_none()) {
            words += 1;
            let Some(q) = scene.quotation(at) else { continue };
            quoted += 1;
            speech |= !is_name(scene, q.open as usize, q.close as usize);
        }
    }
    match (quoted == words && words > 0, speech) {
        (true, true) => Mode::Direct,
        (_, true) => Mode::Mixed,
        _ => Mode::Indirect,
    }
}

/// Whether a quotation is a name: a single word, or an organisation's, or behind the word for one.
fn is_name(scene: &Scene<'_>, open: usize, close: usize) -> bool {
    if close <= open + 2 {
        return true;
    }
    let behind_head = open.checked_sub(1).is_some_and(|before| head(scene, before).is_some_and(|h| !h.human));
    let first_head = head(scene, open + 1).is_some_and(|h| h.kind == SourceKind::Organisation);
    close <= open + 5 && (behind_head || first_head)
}

fn kind(scene: &Scene<'_>, source: &Range<usize>) -> SourceKind {
    let first = source.clone().find_map(|at| head(scene, at).map(|head| (at, head)));
    match first {
        Some((at, head)) if head.role => {
            // A role with a name behind it is a person; without one only a unique office is.
            if at + 1 < source.end || scene.words[at].article { SourceKind::Person } else { SourceKind::Anonymous }
        }
        Some((_, head)) => head.kind,
        None if scene.text.tokens()[source.start].is_capital() || scene.arabic => SourceKind::Person,
        None => SourceKind::Anonymous,
    }
}

/// Fills `inside`: the innermost statement whose content holds the whole of another.
fn nest(statements: &mut [Statement]) {
    let whole = |s: &Statement| s.cue.iter().chain(&s.content).copied().reduce(Span::join);
    let reaches: Vec<Option<Span>> = statements.iter().map(whole).collect();
    for inner in 0..statements.len() {
        let Some(reach) = reaches[inner] else { continue };
        let mut best: Option<(u32, usize)> = None;
        for outer in (inner.saturating_sub(40)..statements.len().min(inner + 8)).filter(|outer| *outer != inner) {
            let held = statements[outer].content.iter().find(|content| content.contains(reach) && **content != reach);
            if let Some(held) = held
                && best.is_none_or(|(length, _)| held.len() < length)
            {
                best = Some((held.len(), outer));
            }
        }
        statements[inner].inside = best.map(|(_, outer)| statements[outer].id.clone());
    }
}
