//! What a candidate reading is judged by as a whole: at most 80 yes-or-no features, none of which knows a word, each with a
//! weight for all readings and what constructions and kinds of cues add. The words around its edges are `edges`.

use crate::cues::Strength;
use isnad_ledger::Stance;

/// A set of features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Features(u128);

macro_rules! features {
    ($($name:ident $word:literal;)*) => {
        /// A feature of a candidate reading.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the names in the weights table say it")]
        pub enum Feature { $($name,)* }

        impl Feature {
            /// All features, in order.
            pub const ALL: &'static [Feature] = &[$(Feature::$name,)*];

            /// Its name in the weights table.
            pub fn name(self) -> &'static str {
                match self { $(Feature::$name => $word,)* }
            }
        }
    };
}

features! {
    // The cue.
    Bias "any reading";
    CueStrong "cue strong, content without a complementiser or quotation"; CueWeak "cue weak, content without a complementiser or quotation";
    CueWeakFirm "cue weak, content with a complementiser or quotation"; CuePhrase "cue of several words"; CueNoun "cue a noun";
    CueParticiple "cue a participle"; CuePassive "cue passive";
    CuePronoun "cue with attached pronoun"; CueNominal "cue nominal"; CuePluralForm "cue plural or dual";
    // Where the content begins.
    StartComplementiser "content after complementiser in frame"; StartOtherComplementiser "content after another complementiser";
    StartColon "content after colon"; StartQuote "content opens with quotation"; StartShortQuote "content opens with short quotation";
    StartPreposition "content after preposition in frame"; StartEvent "content an event noun"; StartNoun "content another noun";
    StartAdjacent "content right after the cue";
    StartFar "content far from the cue"; StartBefore "content before the cue";

    StartFirst "first possible start";
    // Where it ends.
    EndSentence "content to the end of the sentence"; EndParticiple "content up to a participle cue";
    EndCue "content up to another cue"; EndNominal "content up to a nominal cue"; EndClause "content up to a clause word";
    EndContrast "content up to a contrast"; EndComma "content up to a comma"; EndQuote "content up to its closing mark";
    LeftClause "content from a clause word";
    LeftComma "content from a comma"; LeftQuote "content from its opening mark"; EndVerb "content up to a conjoined verb";
    SkipParticiple "a participle cue inside"; SkipCue "a coordinate cue inside"; SkipNominal "a nominal cue inside";
    SkipClause "a clause word inside"; SkipContrast "a contrast inside";
    ContentShort "content of one or two words"; EndPhrase "content up to a comma before a phrase that goes on"; ContentVerbless "content after a complementiser without a verb";
    CrossesQuote "content leaves the cue's quotation";
    // The source.
    SourceNone "no source"; SourceInherit "source of the statement before"; SourceAfter "source after the cue";
    SourceHead "source has a human head"; SourceRole "source has a role";
    SourceOrganisation "source heads an organisation, outlet or document"; SourceUnknown "source has no known head";
    SourceName "source a known name"; SourcePronoun "source a pronoun"; SourceLong "source of nine words or more";
    SourceShort "source of one word"; SourceVerb "a verb inside the source"; SourceApposition "source with an apposition";
    SourceToComma "source up to a comma"; SourceToAdjunct "source up to an adjunct"; SourceToContent "source up to the content";
    SourceToPreposition "source up to a preposition"; SourceCutComma "source cut at a comma with more to come";
    SourceFromStart "source from the start of the sentence"; SourceFromComma "source from a comma";
    SourceFromClause "source from a clause word";
    SourceToVerb "source up to a verb"; SourceFromVerb "source from a verb"; SourceFromHead "source from a head inside a phrase";
    SourceDisagrees "source disagrees in number or gender"; SourceSkips "words between source and content";
    SourceThing "source begins with an event or a time"; SourceCutsPhrase "source cut inside a noun chain or before an agreeing adjective";
    SourceHoldsAdjunct "a time, an occasion of speech or an event inside the source"; SourceRival "another subject before the cue"; SourceBehindPreposition "source behind a preposition";
    SourceCutsRelative "source cut before a relative clause"; SourceCommaVerb "a comma between subject and verb"; SourceCutsName "source cut inside a name"; SourceClitic "source may begin with a preposition";
    SourceEarlier "source the subject of an earlier verb";
}

impl Features {
    /// With one more feature.
    #[must_use]
    pub(crate) fn with(self, feature: Feature) -> Features {
        Features(self.0 | 1 << feature as u8)
    }

    /// With one more feature, if a condition holds.
    #[must_use]
    pub(crate) fn with_if(self, condition: bool, feature: Feature) -> Features {
        if condition { self.with(feature) } else { self }
    }

    /// Without a feature.
    #[must_use]
    pub(crate) fn without(self, feature: Feature) -> Features {
        Features(self.0 & !(1 << feature as u8))
    }

    /// Both sets together.
    #[must_use]
    pub(crate) fn and(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// Whether a feature is in the set.
    pub(crate) fn has(self, feature: Feature) -> bool {
        self.0 >> feature as u8 & 1 == 1
    }

    /// The features in the set, in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            (bits != 0).then(|| {
                let at = bits.trailing_zeros() as usize;
                bits &= bits - 1;
                at
            })
        })
    }
}

/// The names of the constructions, as the weights table's columns have them.
pub const CONSTRUCTIONS: [&str; 14] = [
    "verb_subject",
    "subject_verb",
    "continuation",
    "nominal",
    "possessive",
    "quotation_before",
    "referent",
    "relay",
    "silence",
    "headline",
    "turn",
    "nominalisation",
    "passive",
    "adverbial",
];

/// The names of the kinds of cues, as the weights table's columns behind the constructions have them.
pub(crate) const MANNERS: [&str; 4] = ["weak_cue", "medium_cue", "strong_cue", "cue_asks"];

/// Which columns of the weights table count for a reading: the one for all, its construction's, its cue's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Columns(u32);

impl Columns {
    /// The column for all and a construction's; a name that is none counts as the first.
    pub(crate) fn of(construction: &str) -> Columns {
        let number = CONSTRUCTIONS.iter().position(|name| *name == construction).unwrap_or(0);
        Columns(1 | 1 << (number + 1))
    }

    /// With those of the cue: how much it says by itself, and whether it asks or accuses, so that an object comes first.
    pub(crate) fn with_cue(self, strength: Strength, stance: Stance) -> Columns {
        let first = CONSTRUCTIONS.len() + 1;
        let asks = u32::from(matches!(stance, Stance::Demands | Stance::Accuses)) << (first + 3);
        Columns(self.0 | 1 << (first + strength as usize) | asks)
    }

    /// Whether a construction's column, by the construction's number, is among them.
    pub(crate) fn has(self, construction: usize) -> bool {
        self.0 >> (construction + 1) & 1 == 1
    }

    /// The numbers of the columns.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let columns = self.0;
        (0..CONSTRUCTIONS.len() + MANNERS.len() + 1).filter(move |at| columns >> at & 1 == 1)
    }
}
