//! What sort of place a row of a gazetteer is. The names are those of the column `kind` of `shared/places.tsv`.

use isnad_ledger::Precision;

macro_rules! kinds {
    ($($kind:ident $word:literal $precision:ident $doc:literal;)*) => {
        /// What sort of place it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum PlaceKind {
            $(#[doc = $doc] $kind,)*
        }

        impl PlaceKind {
            const ALL: &'static [PlaceKind] = &[$(PlaceKind::$kind),*];

            /// The kind of that name.
            pub fn named(name: &str) -> Option<PlaceKind> {
                match name {
                    $($word => Some(PlaceKind::$kind),)*
                    _ => None,
                }
            }

            /// Its name in tables and on screen.
            pub fn name(self) -> &'static str {
                match self {
                    $(PlaceKind::$kind => $word,)*
                }
            }

            /// How much its coordinates stand for.
            pub fn precision(self) -> Precision {
                match self {
                    $(PlaceKind::$kind => Precision::$precision,)*
                }
            }
        }
    };
}

kinds! {
    Country "country" Country "A state.";
    Division "division" Division "A first-level division: governorate, state, province.";
    District "district" Division "A lower division.";
    Town "town" Town "A city, town or village.";
    Camp "camp" Town "A camp of refugees or displaced people.";
    Quarter "quarter" Town "A part of a town.";
    Base "base" Point "A military base or airfield.";
    Airport "airport" Point "A civil airport.";
    Crossing "crossing" Point "A border crossing.";
    Port "port" Point "A harbour or terminal.";
    Region "region" Region "A landscape or region without fixed borders.";
    Water "water" Region "A sea, strait, river or lake.";
    Mountain "mountain" Region "A mountain or range.";
    Island "island" Region "An island.";
    Site "site" Point "A prison, dam, field, square or other spot.";
}

impl PlaceKind {
    /// The kind with that number, as indexes store it.
    pub(crate) fn from_number(number: u8) -> Option<PlaceKind> {
        PlaceKind::ALL.get(usize::from(number)).copied()
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Kinds(u16);

impl Kinds {
    /// Adds a kind.
    pub(crate) fn insert(&mut self, kind: PlaceKind) {
        self.0 |= 1 << kind as u16;
    }

    /// Whether a kind is in it.
    pub(crate) fn has(self, kind: PlaceKind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }
}
