//! What single words tell about who speaks, as counted in the articles that the ranker learns from: `quipped` after a mention, `of` before
//! one, `dubbed` before a quotation.

use super::list::Feature;
use crate::language::{Evidence, Language};

/// How many slots are looked at.
pub const SLOTS: usize = 7;

/// Where a word tells something: beside a candidate or beside the quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The word after the mention that may be its verb.
    Verb,
    /// The word before the mention's phrase.
    BeforeMention,
    /// The noun that a description ends in.
    Noun,
    /// The cue nearest to the quotation between the mention and it.
    CueBetween,
    /// The last word before the quotation.
    BeforeQuotation,
    /// The last but one.
    BeforeBeforeQuotation,
    /// The first word after the quotation.
    BehindQuotation,
}

impl Slot {
    /// All of them, in order: first those beside a candidate, then those beside the quotation.
    #[cfg(feature = "training")]
    pub const ALL: [Slot; SLOTS] = [
        Slot::Verb,
        Slot::BeforeMention,
        Slot::Noun,
        Slot::CueBetween,
        Slot::BeforeQuotation,
        Slot::BeforeBeforeQuotation,
        Slot::BehindQuotation,
    ];

    /// Those beside the quotation, which all its candidates share.
    pub const OF_QUOTATION: [Slot; 3] = [Slot::BeforeQuotation, Slot::BeforeBeforeQuotation, Slot::BehindQuotation];

    /// Those beside a candidate.
    pub const OF_CANDIDATE: [Slot; 4] = [Slot::Verb, Slot::BeforeMention, Slot::Noun, Slot::CueBetween];

    /// The feature that holds what its word tells.
    pub const fn feature(self) -> Feature {
        match self {
            Slot::Verb => Feature::VerbEvidence,
            Slot::BeforeMention => Feature::BeforeMentionEvidence,
            Slot::Noun => Feature::NounEvidence,
            Slot::CueBetween => Feature::CueBetweenEvidence,
            Slot::BeforeQuotation => Feature::BeforeQuotationEvidence,
            Slot::BeforeBeforeQuotation => Feature::BeforeBeforeQuotationEvidence,
            Slot::BehindQuotation => Feature::BehindQuotationEvidence,
        }
    }
}

const _: () = assert!(SLOTS == size_of::<Evidence>());

/// What a word says in a slot.
pub(crate) fn of(language: &Language, word: &str, slot: Slot) -> u8 {
    language.evidence_of(word).map_or(0, |values| values[slot as usize])
}
