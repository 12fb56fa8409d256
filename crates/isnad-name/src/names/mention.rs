//! A place in a text where a person or an organisation is named, and what is known of whom.

use std::ops::Range;

/// Who is named.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entity {
    /// `person:…` or `org:…`
    pub(crate) key: String,
    /// English name, or the report's words.
    pub(crate) name: String,
    /// Arabic name.
    pub(crate) name_ar: Option<String>,
    /// Kind of organisation; empty for people.
    pub(crate) kind: Box<str>,
    /// Whether it is a person.
    pub(crate) person: bool,
}

/// Where and how.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Who.
    pub(crate) entity: Entity,
    /// Its first word begins with a conjunction that is no part of it.
    pub(crate) conjunction: bool,
    /// An everyday word too: it counts if the report names the same elsewhere.
    pub(crate) weak: bool,
    /// An institution without its country: meant, but hardly named.
    pub(crate) bare: bool,
    /// The country of an organisation of the table.
    pub(crate) country: Option<u32>,
    /// An English possessive is written onto it.
    pub(crate) possessive: bool,
    /// First and last word of a person's name, in reading form.
    pub(crate) ends: Option<(String, String)>,
}

impl Mention {
    /// A mention of an entity.
    pub(crate) fn new(tokens: Range<usize>, entity: Entity) -> Mention {
        Mention {
            tokens,
            entity,
            conjunction: false,
            weak: false,
            bare: false,
            country: None,
            possessive: false,
            ends: None,
        }
    }
}
