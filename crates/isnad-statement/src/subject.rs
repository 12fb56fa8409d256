//! The subject of a verb that reports nothing, for a cue that goes on with it: تجمع ‹العشرات› أمام المبنى وطالبوا بـ…. It
//! looks at Arabic verbs before their subjects only, and chooses no reading.

use crate::features::Feature;
use crate::phrase::{disagrees, is_predicate};
use crate::scene::Scene;
use crate::sources::sources_after;
use isnad_text::inflect::Gender;
use std::ops::Range;

/// How far before a cue the verb may stand, in tokens.
const REACH: usize = 40;

/// What the words at a subject's end must not be: the phrase would go on.
const CUTS: [Feature; 5] = [
    Feature::SourceCutsIdafa,
    Feature::SourceCutsAgreement,
    Feature::SourceCutsRelative,
    Feature::SourceCutsName,
    Feature::SourceHoldsAdjunct,
];

/// The subject of the nearest verb before a cue in its sentence, if it is somebody who can speak and agrees with the cue.
pub(crate) fn subject_before(scene: &Scene<'_>, head: usize, gender: Option<Gender>) -> Option<Range<usize>> {
    if !scene.arabic {
        return None;
    }
    let sentence = scene.text.sentences().get(scene.text.sentence_of(head))?;
    let floor = sentence.start.max(head.saturating_sub(REACH));
    let verbs = (floor..head).rev().filter(|at| is_predicate(scene, *at) && scene.quotation(*at).is_none());
    verbs.filter_map(|verb| subject(scene, verb, head)).find(|subject| !disagrees(scene, subject.start, gender))
}

/// The first phrase behind a verb that ends where phrases end.
fn subject(scene: &Scene<'_>, verb: usize, head: usize) -> Option<Range<usize>> {
    let at_once = verb + 1;
    let options = sources_after(scene, at_once, head, false);
    let speaks = [Feature::SourceHead, Feature::SourceRole, Feature::SourceOrganisation, Feature::SourceName];
    options.iter().find_map(|option| {
        let features = option.features;
        let whole = !CUTS.iter().any(|cut| features.has(*cut)) && !features.has(Feature::SourceVerb);
        let somebody = speaks.iter().any(|speaks| features.has(*speaks)) && !features.has(Feature::SourceSkips);
        match &option.source {
            crate::candidate::Source::Tokens(tokens) if whole && somebody => Some(tokens.clone()),
            _ => None,
        }
    })
}
