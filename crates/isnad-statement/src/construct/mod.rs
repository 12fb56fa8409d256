//! Constructions: the ways in which a sentence can attribute. A construction is a file; it proposes candidates for one cue,
//! sees no other construction's, and its header's examples run as its tests.

mod adverbial;
mod continuation;
#[cfg(test)]
mod examples;
mod headline;
mod nominal;
mod nominalisation;
mod passive;
mod possessive;
mod quotation_before;
mod referent;
mod relay;
mod silence;
mod subject_verb;
mod verb_subject;

use crate::candidate::{Candidate, ContentOption, Source, SourceOption};
use crate::cues::{Form, Strength};
use crate::features::{Columns, Feature, Features};
use crate::scene::{Cue, CueKind, Scene};
use std::ops::Range;

pub(crate) use headline::{headline, is_turn};
pub(crate) use nominal::verb_end;

/// A construction: proposes readings of a cue in its sentence.
pub(crate) type Construction = fn(&Scene<'_>, usize, &Range<usize>, &mut Vec<Candidate>);

/// All constructions that start from a cue.
pub(crate) const CONSTRUCTIONS: &[Construction] = &[
    verb_subject::propose,
    subject_verb::propose,
    continuation::propose,
    nominal::propose,
    possessive::propose,
    quotation_before::propose,
    referent::propose,
    relay::propose,
    silence::propose,
    nominalisation::propose,
    passive::propose,
    adverbial::propose,
];

/// What a cue says by itself.
pub(crate) fn cue_features(cue: &Cue) -> Features {
    let base = Features::default().with(Feature::Bias);
    let base = match cue.kind {
        CueKind::Nominal(_) => base.with(Feature::CueNominal),
        CueKind::Lemma(hit) => match hit.form {
            Form::Noun => base.with(Feature::CueNoun),
            Form::Participle => base.with(Feature::CueParticiple),
            Form::Passive => base.with(Feature::CuePassive),
            Form::Past | Form::Present => base,
        },
    };
    base.with_if(cue.tokens.len() > 1 || cue.tail.is_some(), Feature::CuePhrase)
        .with_if(cue.pronoun, Feature::CuePronoun)
        .with_if(cue.is_plural(), Feature::CuePluralForm)
}

/// The tokens of a cue.
pub(crate) fn cue_tokens(cue: &Cue) -> Vec<Range<usize>> {
    std::iter::once(cue.tokens.clone()).chain(cue.tail.clone()).collect()
}

/// A candidate from its parts.
pub(crate) fn candidate(
    scene: &Scene<'_>,
    construction: &'static str,
    number: usize,
    source: SourceOption,
    content: &ContentOption,
    extra: Features,
) -> Candidate {
    let cue = &scene.cues[number];
    let quotation = scene.quotation(cue.head).copied();
    let leaves =
        quotation.is_some_and(|q| content.tokens.start < q.open as usize || content.tokens.end > q.close as usize + 1);
    let firm = [Feature::StartComplementiser, Feature::StartColon, Feature::StartQuote, Feature::LeftQuote];
    let firm = firm.iter().any(|feature| content.features.has(*feature));
    let weak = cue.strength == Strength::Weak;
    // وادعوا, وأضافوا: in the plural the verb leaves its subject out as often as not.
    let left_out = scene.arabic && !matches!(source.source, Source::Tokens(_));
    let base = cue_features(cue);
    let base = if left_out { base.without(Feature::CuePluralForm) } else { base };
    let features = base
        .with_if(cue.strength == Strength::Strong && !firm, Feature::CueStrong)
        .with_if(weak && !firm, Feature::CueWeak)
        .with_if(weak && firm, Feature::CueWeakFirm)
        .and(source.features)
        .and(content.features)
        .and(extra)
        .with_if(leaves, Feature::CrossesQuote);
    Candidate {
        construction,
        cue: Some(number),
        cue_tokens: cue_tokens(cue),
        source: source.source,
        content: vec![content.tokens.clone()],
        features,
        columns: Columns::of(construction).with_cue(cue.strength, cue.stance),
    }
}

/// Whether two stretches share a token.
pub(crate) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a source option touches a stretch.
pub(crate) fn source_touches(option: &SourceOption, tokens: &Range<usize>) -> bool {
    matches!(&option.source, Source::Tokens(source) if overlap(source, tokens))
}
