//! What single words tell about who speaks, as counted in the articles that the ranker learns from: `quipped` behind a mention, `of` before
//! one, `dubbed` before a quotation.

use crate::language::{Lexicon, packed};
use std::sync::LazyLock;

/// How many places of words are looked at.
pub const PLACES: usize = 7;

/// The places of words: beside a candidate or beside the quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The word behind the mention that may be its verb.
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
    /// The first word behind the quotation.
    BehindQuotation,
}

/// For each word one number a place: 0 says nothing is known, 20 that a mention there is as likely the speaker as any, more that it is
/// likelier.
static WORDS: LazyLock<Lexicon<[u8; PLACES]>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/models/evidence.txt"), &|mut values: [u8; PLACES], attributes| {
        for (value, written) in values.iter_mut().zip(attributes.split(' ')) {
            *value = written.parse().unwrap_or(0);
        }
        values
    });
    lexicon
});

/// What a word says at a place.
pub(crate) fn of(word: &str, place: Place) -> u8 {
    WORDS.get(word).map_or(0, |values| values[place as usize])
}
