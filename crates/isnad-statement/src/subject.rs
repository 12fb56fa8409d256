//! The subject of a verb that reports nothing, for a cue that goes on with it: تجمع ‹العشرات› أمام المبنى وطالبوا بـ…. It
//! looks at Arabic only, and chooses no reading.

use crate::candidate::{Source, SourceOption};
use crate::features::Feature;
use crate::phrase::{disagrees, is_predicate};
use crate::scene::Scene;
use crate::sources::{sources_after, subjects_before};
use isnad_text::inflect::Gender;
use std::ops::Range;

/// How far before a cue the verb may stand, in tokens.
const REACH: usize = 40;

/// What the words at a subject's end must not be: the phrase would go on.
const CUTS: [Feature; 4] =
    [Feature::SourceCutsPhrase, Feature::SourceCutsRelative, Feature::SourceCutsName, Feature::SourceHoldsAdjunct];

/// The subject of the nearest verb before a cue in its sentence, if it is somebody who can speak and agrees with the cue.
pub(crate) fn subject_before(scene: &Scene<'_>, head: usize, gender: Option<Gender>) -> Option<Range<usize>> {
    if !scene.arabic {
        return None;
    }
    let sentence = scene.text.sentences().get(scene.text.sentence_of(head))?;
    let floor = sentence.start.max(head.saturating_sub(REACH));
    let verbs = (floor..head).rev().filter(|at| is_predicate(scene, *at) && scene.quotation(*at).is_none());
    verbs
        .filter_map(|verb| subject(scene, sentence, verb, head))
        .find(|subject| !disagrees(scene, subject.start, gender))
}

/// The first phrase behind a verb that ends where phrases end; failing that, the one before it from where its clause begins.
fn subject(scene: &Scene<'_>, sentence: &Range<usize>, verb: usize, head: usize) -> Option<Range<usize>> {
    let behind = sources_after(scene, verb + 1, head, false);
    let mut before = subjects_before(scene, verb, sentence);
    before.retain(|option| {
        [Feature::SourceFromStart, Feature::SourceFromClause].iter().any(|from| option.features.has(*from))
    });
    whole(&behind).or_else(|| whole(&before))
}

fn whole(options: &[SourceOption]) -> Option<Range<usize>> {
    let speaks = [Feature::SourceHead, Feature::SourceRole, Feature::SourceOrganisation, Feature::SourceName];
    options.iter().find_map(|option| {
        let features = option.features;
        let whole = !CUTS.iter().any(|cut| features.has(*cut)) && !features.has(Feature::SourceVerb);
        let somebody = speaks.iter().any(|speaks| features.has(*speaks)) && !features.has(Feature::SourceSkips);
        match &option.source {
            Source::Tokens(tokens) if whole && somebody => Some(tokens.clone()),
            _ => None,
        }
    })
}
