//! What a word or phrase can say of events, as the tables give it. Plain values: nothing here looks at a text.

use isnad_ledger::{Harm, Status};

/// Everything the tables say of one phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sense {
    pub(crate) harm: Option<HarmSense>,
    pub(crate) people: Option<People>,
    /// Number of a counted thing; one without a name is a unit.
    pub(crate) thing: Option<u16>,
    pub(crate) number: Option<u32>,
    /// Makes eleven to nineteen of the digit before it.
    pub(crate) teen: bool,
    pub(crate) words: Words,
}

impl Sense {
    /// Whether the tables say nothing of it.
    pub(crate) fn is_empty(&self) -> bool {
        let counted = self.thing.is_some() || self.number.is_some() || self.teen;
        self.harm.is_none() && self.people.is_none() && !counted && self.words == Words::default()
    }
}

/// What is counted of people harmed. `Shot` is hit by a weapon, with or without death.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toll {
    Killed,
    Wounded,
    Shot,
    Arrested,
    Missing,
    Abducted,
    Released,
    /// Killed of those who attacked: they count beside their victims.
    Fallen,
}

/// How many tolls there are.
pub(crate) const TOLLS: usize = 8;

impl Toll {
    pub(crate) fn named(name: &str) -> Option<Toll> {
        Some(match name {
            "killed" => Toll::Killed,
            "wounded" => Toll::Wounded,
            "shot" => Toll::Shot,
            "arrested" => Toll::Arrested,
            "missing" => Toll::Missing,
            "abducted" => Toll::Abducted,
            "released" => Toll::Released,
            _ => return None,
        })
    }

    pub(crate) fn harm(self) -> Harm {
        match self {
            Toll::Killed | Toll::Fallen => Harm::Killed,
            Toll::Wounded | Toll::Shot => Harm::Wounded,
            Toll::Arrested => Harm::Arrested,
            Toll::Missing => Harm::Missing,
            Toll::Abducted => Harm::Abducted,
            Toll::Released => Harm::Released,
        }
    }

    /// The toll's name as parts of it give it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Toll::Killed | Toll::Fallen => "killed",
            Toll::Wounded | Toll::Shot => "wounded",
            Toll::Arrested => "arrested",
            Toll::Missing => "missing",
            Toll::Abducted => "abducted",
            Toll::Released => "released",
        }
    }
}

/// A word of harm: which, and where its people stand.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HarmSense {
    pub(crate) toll: Toll,
    pub(crate) form: Form,
    /// A dual or plural verb form: its people stand before it.
    pub(crate) plural: bool,
}

/// Where the people of a harm stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Before or after it: three were killed, it killed three; after an Arabic verb.
    Either,
    /// After it: killing three.
    Active,
    /// Before it: three died.
    Patient,
    /// Behind a noun: the killing of three, مقتل ثلاثة.
    Deed,
    /// It counts them itself: three deaths.
    Noun,
    /// It is one of them: قتيل.
    One,
    /// It is two of them: قتيلان.
    Two,
    /// Their number follows: the death toll rose to three.
    Total,
    /// A bare number of them stands right behind it: we counted 31.
    Figure,
    /// With a hospital behind it: taken to.
    Moved,
    /// The one who did it.
    Itself,
    /// There was one, without its people: a murder charge.
    Sign,
    /// Before it, where a word for an injury follows: suffered a graze wound.
    Bears,
    /// Of one named before: مقتله.
    Theirs,
    /// Nobody was: لم يصب أحد.
    Zero,
    /// Said again of the same people: in critical condition.
    Weak,
    /// لقي ثلاثة مصرعهم: harm only with a second word behind the people.
    Lives,
}

impl Form {
    pub(crate) fn named(name: &str) -> Option<Form> {
        Some(match name {
            "verb" | "either" => Form::Either,
            "active" => Form::Active,
            "patient" | "state" => Form::Patient,
            "deed" => Form::Deed,
            "noun" => Form::Noun,
            "one" => Form::One,
            "two" => Form::Two,
            "total" => Form::Total,
            "figure" => Form::Figure,
            "moved" => Form::Moved,
            "self" => Form::Itself,
            "sign" => Form::Sign,
            "zero" => Form::Zero,
            "bears" => Form::Bears,
            "weak" => Form::Weak,
            "lives" => Form::Lives,
            _ => return None,
        })
    }
}

/// A noun for people.
#[derive(Clone, Copy, Debug)]
pub(crate) struct People {
    pub(crate) number: Number,
    pub(crate) group: Option<&'static str>,
    pub(crate) female: Option<bool>,
    pub(crate) status: Option<Status>,
    /// A family, a crew: one noun for several people.
    pub(crate) gathers: bool,
}

/// Grammatical number of a noun for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    One,
    Two,
    /// مدنيين, written alike for two and for more.
    Several,
    Many,
}

/// Classes of small words, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words(u64);

macro_rules! words {
    ($($name:ident $word:literal $bit:literal)*) => {
        impl Words {
            $(pub(crate) const $name: Words = Words(1 << $bit);)*

            pub(crate) fn named(name: &str) -> Words {
                match name {
                    $($word => Words::$name,)*
                    _ => Words(0),
                }
            }
        }
    };
}

words! {
    AT_LEAST "at_least" 0
    MORE_THAN "more_than" 1
    ABOUT "about" 2
    UP_TO "up_to" 3
    BETWEEN "between" 4
    TO "to" 5
    DOZENS "dozens" 6
    HUNDREDS "hundreds" 7
    ANOTHER "another" 8
    ARTICLE "article" 9
    THE "the" 10
    POSSESSIVE "possessive" 11
    PRONOUN "pronoun" 12
    PLURAL_PRONOUN "plural_pronoun" 13
    NONE "none" 14
    INCLUDING "including" 15
    AUXILIARY "auxiliary" 16
    PASSIVE "passive" 17
    MODAL "modal" 18
    NEGATION "negation" 19
    BREAK "break" 20
    BY "by" 21
    CARRIED "carried" 22
    WITH "with" 23
    TARGET "target" 24
    AGE "age" 25
    PAST "past" 26
    TO_NUMBER "to_number" 27
    FUNCTION "function" 28
    SAID "said" 29
    RANK "rank" 30
    EARLIER "earlier" 31
    UNKNOWN "unknown" 32
    SIMILAR "similar" 33
    GENERIC "generic" 34
    SINCE "since" 35
    FUNERAL "funeral" 36
    ILLNESS "illness" 37
    RECEIVED "received" 38
}

impl Words {
    pub(crate) const fn and(self, other: Words) -> Words {
        Words(self.0 | other.0)
    }

    pub(crate) const fn any(self, other: Words) -> bool {
        self.0 & other.0 != 0
    }
}
