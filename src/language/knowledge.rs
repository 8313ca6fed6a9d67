//! Everything the engine knows about one language.

use super::dates::DateWords;
use super::learned::{Evidence, Source};
use super::lexicon::Lexicon;
use super::set::Sets;
use super::stem::stem;
use super::tag_models::TagModels;
use super::word::{self, Word};
use crate::models::linear::Linear;
use crate::models::trees::Forest;
use std::sync::LazyLock;

/// The evidence of a word about reported speech, one number for each of what it is about: 0 if unknown, 20 if it is as likely as
/// not, more if it is likelier.
pub type ReportingEvidence = [u8; 7];

/// A supported language.
pub(crate) struct Language {
    /// The primary subtag of its language tag (BCP 47): `en`.
    pub(super) tag: &'static str,
    /// Its named sets of words.
    pub sets: Sets,
    /// The classes of words.
    pub(super) words: &'static LazyLock<Lexicon<Word>>,
    /// The words of dates.
    pub(super) dates: &'static LazyLock<DateWords>,
    /// Adjectives, each with its country.
    pub(super) countries: &'static LazyLock<Lexicon<&'static str>>,
    /// The names of countries.
    pub(super) country_names: &'static LazyLock<Lexicon<&'static str>>,
    /// What was learned from its news.
    pub(super) learned: Source,
    /// The models of the tagger.
    pub(super) tags: &'static LazyLock<Option<TagModels>>,
    /// The evidence of words and stems about reported speech.
    pub(super) reporting_evidence: &'static LazyLock<Lexicon<ReportingEvidence>>,
    /// The trees that find reported speech: the nearer edge of a content, the other, and its source.
    pub(super) reporting: [&'static LazyLock<Option<Forest<'static>>>; 3],
    /// How likely it is that reported speech and its source are right.
    pub(super) reporting_certainty: &'static LazyLock<Linear<'static, 1>>,
    /// Abbreviations of countries as written, each with its country.
    pub(super) country_abbreviations: &'static LazyLock<Lexicon<&'static str>>,
    /// Short forms of first names, each with its full form.
    pub(super) nicknames: &'static LazyLock<Lexicon<&'static str>>,
    /// Shortened titles, and the nouns that they stand for, parted by spaces.
    pub(super) titles_in_full: &'static LazyLock<Lexicon<&'static str>>,
}

impl Language {
    /// The classes of a word, ignoring case. A regular plural has the classes of its singular.
    pub fn look_up(&self, word: &str) -> Word {
        word::look_up(self.words, word)
    }

    /// The model that tells somebody's words from nobody's by its first sum, and a clause from a fragment by its second.
    pub fn kinds(&self) -> &Linear<'static, 2> {
        &self.learned.get().kinds
    }

    /// The evidence of a word about who speaks, if any was learned.
    pub fn evidence_of(&self, word: &str) -> Option<Evidence> {
        self.learned.get().evidence.get(word)
    }

    /// The evidence of a word about reported speech, or else of its stem.
    pub fn reporting_evidence_of(&self, word: &str) -> Option<ReportingEvidence> {
        let of_stem = || self.reporting_evidence.get_as_written(stem(word, &mut Default::default())?);
        self.reporting_evidence.get(word).or_else(of_stem)
    }

    /// The trees that find reported speech: the nearer edge of a content, the other, and its source.
    pub fn reporting(&self) -> [Option<Forest<'static>>; 3] {
        self.reporting.map(|trees| **trees)
    }

    /// The model of how likely it is that reported speech and its source are right.
    pub fn reporting_certainty(&self) -> &Linear<'static, 1> {
        self.reporting_certainty
    }

    /// The trees that rank the candidates of a quotation.
    pub fn ranker(&self) -> Option<&Forest<'static>> {
        self.learned.get().ranker.as_ref()
    }

    /// The model of how likely it is that a name shown is right, by its first sum, and that words are somebody's, by its second.
    pub fn certainty(&self) -> &Linear<'static, 2> {
        &self.learned.get().certainty
    }

    /// The models of the tagger.
    pub fn tags(&self) -> Option<&'static TagModels> {
        self.tags.as_ref()
    }

    /// The trees that rank whom a description that speaks may mean.
    pub fn descriptions(&self) -> Option<&Forest<'static>> {
        self.learned.get().descriptions.as_ref()
    }

    /// The trees that rank whom a pronoun may mean.
    pub fn antecedents(&self) -> Option<&Forest<'static>> {
        self.learned.get().antecedents.as_ref()
    }

    /// The words of dates.
    pub fn dates(&self) -> &DateWords {
        self.dates
    }

    /// The country of this name, in lower case.
    pub fn country_named(&self, name: &str) -> Option<&'static str> {
        self.country_names.get(name)
    }

    /// The country of an adjective or abbreviation, in lower case: `russia` for *Russian*, `america` for *U.S.*
    pub fn country_of(&self, word: &str) -> Option<&'static str> {
        self.countries.get(word).or_else(|| self.country_abbreviations.get_as_written(word))
    }

    /// The nouns that a shortened title stands for, in lower case: `governor` for *Gov.*
    pub fn nouns_of_title(&self, title: &str) -> impl Iterator<Item = &'static str> {
        self.titles_in_full.get(title).unwrap_or_default().split(' ').filter(|noun| !noun.is_empty())
    }

    /// The full form of a shortened first name, in lower case: `william` for *Bill*.
    pub fn nickname_of(&self, short_form: &str) -> Option<&'static str> {
        self.nicknames.get(short_form)
    }
}
