//! What goes back to somebody.

use super::profiles::place_of;
use crate::analysis::{NominalKind, Pronoun};

/// What goes back to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coreference) enum Anaphor {
    /// `she`
    Pronoun(Pronoun),
    /// `the mayor`
    Description(NominalKind),
}

impl Anaphor {
    /// The pronoun, if it is one.
    pub fn pronoun(self) -> Option<Pronoun> {
        match self {
            Anaphor::Pronoun(pronoun) => Some(pronoun),
            Anaphor::Description(_) => None,
        }
    }

    /// Its place among those of its sort, which are at most four.
    pub fn place(self) -> usize {
        match self {
            Anaphor::Pronoun(pronoun) => place_of(pronoun).unwrap_or(0),
            Anaphor::Description(NominalKind::Person) => 0,
            Anaphor::Description(NominalKind::Organisation) => 1,
            Anaphor::Description(NominalKind::Document) => 2,
            Anaphor::Description(NominalKind::Unknown) => 3,
        }
    }
}
