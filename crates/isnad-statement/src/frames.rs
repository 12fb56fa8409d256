//! Frames: how a cue's content is attached to it, as codes of the tables. A frame is a possibility, never a decision.

/// A set of frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Frames(u64);

macro_rules! frames {
    ($($name:ident $code:literal $bit:literal;)*) => {
        #[allow(missing_docs, reason = "the codes are explained where the tables are")]
        impl Frames {
            $(pub(crate) const $name: Frames = Frames(1 << $bit);)*

            /// The frame that a table's code names.
            pub(crate) fn named(code: &str) -> Option<Frames> {
                match code {
                    $($code => Some(Frames::$name),)*
                    _ => None,
                }
            }
        }
    };
}

frames! {
    INNA "inna" 0; ANNA "anna" 1; BI_ANNA "bi_anna" 2; ILA_ANNA "ila_anna" 3; ALA_ANNA "ala_anna" 4;
    MIN_ANNA "min_anna" 5; AN_ANNA "an_anna" 6; FI_ANNA "fi_anna" 7; LI_ANNA "li_anna" 8;
    AN "an" 9; BI_AN "bi_an" 10; ILA_AN "ila_an" 11; ALA_AN "ala_an" 12; MIN_AN "min_an" 13; FI_AN "fi_an" 14;
    NOUN "noun" 15; BI "bi" 16; ILA "ila" 17; AN_PREP "an_prep" 18; ALA "ala" 19; MIN "min" 20; FI "fi" 21;
    LI_CONTENT "li_content" 22; HAWL "hawl" 23; DDID "ddid" 27;
    KA "ka" 29; MAA "maa" 30; QUOTE "quote" 32; TO "to" 33; LI "li" 34;
    RELAY "relay" 35; QUESTION "question" 36; NAMING "naming" 37;
    THAT "that" 38; BARE "bare" 39; TO_INF "to_inf" 40; PERSON_TO_INF "person_to_inf" 41; OF "of" 42; FOR "for" 43;
    ON "on" 44; ABOUT "about" 45; AGAINST "against" 46; WHETHER "whether" 47; TO_PREP "to_prep" 48; AS "as" 49;
    GERUND "gerund" 50; WITH "with" 51; AT "at" 52; IN "in" 53; OVER "over" 54; FROM "from" 55;
    HELD "held" 56;
}

impl Frames {
    /// The frames named in a table's cell; unknown codes are left out.
    pub(crate) fn read<'c>(codes: impl Iterator<Item = &'c str>) -> Frames {
        codes.filter_map(Frames::named).fold(Frames::default(), Frames::and)
    }

    /// Both sets together.
    pub(crate) const fn and(self, other: Frames) -> Frames {
        Frames(self.0 | other.0)
    }

    /// Whether any frame is in both sets.
    pub(crate) const fn any(self, other: Frames) -> bool {
        self.0 & other.0 != 0
    }
}
