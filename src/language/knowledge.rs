//! All that is known of one language.

use super::dates::DateWords;
use super::lexicon::Lexicon;
use super::set::Sets;
use super::word::{self, Word};
use crate::models::linear::Linear;
use crate::models::trees::Forest;
use std::sync::LazyLock;

/// What a word tells about who speaks: for each place where it may stand beside a candidate or a quotation, 0 where nothing is known, 20 where
/// a mention there is as likely the speaker as any, more where it is likelier.
pub(crate) type Evidence = [u8; 7];

/// A language that articles can be read in.
pub(crate) struct Language {
    /// The primary subtag of its language tag (BCP 47): `en`.
    pub(super) tag: &'static str,
    /// Its named sets of words.
    pub sets: Sets,
    /// What is known of each word.
    pub(super) words: &'static LazyLock<Lexicon<Word>>,
    /// What is known of the words of dates.
    pub(super) dates: &'static LazyLock<DateWords>,
    /// The country that an adjective belongs to.
    pub(super) countries: &'static LazyLock<Lexicon<&'static str>>,
    /// The countries by their names.
    pub(super) country_names: &'static LazyLock<Lexicon<&'static str>>,
    /// What single words tell about who speaks, a number for each place beside candidate and quotation.
    pub(super) evidence: &'static LazyLock<Lexicon<Evidence>>,
    /// The trees that rank the candidates of a quotation.
    pub(super) ranker: &'static LazyLock<Option<Forest<'static>>>,
    /// What tells somebody's words from nobody's, and a clause from a fragment.
    pub(super) kinds: &'static LazyLock<Linear<'static, 2>>,
    /// The countries by their abbreviations, as they are written.
    pub(super) country_abbreviations: &'static LazyLock<Lexicon<&'static str>>,
    /// The first names that short forms stand for.
    pub(super) nicknames: &'static LazyLock<Lexicon<&'static str>>,
}

impl Language {
    /// What is known of a word, whatever its case; plurals of known nouns are known.
    pub fn look_up(&self, word: &str) -> Word {
        word::look_up(self.words, word)
    }

    /// The model that tells somebody's words from nobody's by its first sum, and a clause from a fragment by its second.
    pub fn kinds(&self) -> &'static Linear<'static, 2> {
        self.kinds
    }

    /// What a word tells about who speaks, where that is known.
    pub fn evidence_of(&self, word: &str) -> Option<Evidence> {
        self.evidence.get(word)
    }

    /// The trees that rank the candidates of a quotation.
    pub fn ranker(&self) -> Option<&'static Forest<'static>> {
        self.ranker.as_ref()
    }

    /// What is known of the words that dates are made of.
    pub fn dates(&self) -> &DateWords {
        self.dates
    }

    /// The country of this name, in lower case.
    pub fn country_named(&self, name: &str) -> Option<&'static str> {
        self.country_names.get(name)
    }

    /// The country that an adjective belongs to or an abbreviation means, in lower case: `russia` for *Russian*, `america` for *U.S.*
    pub fn country_of(&self, word: &str) -> Option<&'static str> {
        self.countries.get(word).or_else(|| self.country_abbreviations.get_as_written(word))
    }

    /// The first name that a short form stands for, in lower case: `william` for *Bill*.
    pub fn nickname_of(&self, short_form: &str) -> Option<&'static str> {
        self.nicknames.get(short_form)
    }
}
