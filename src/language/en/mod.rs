//! English.

use super::dates::{DateLists, DateWords};
use super::knowledge::{Language, ReportingEvidence};
use super::learned::{self, Files, Learned, Source};
use super::lexeme::{Feast, Holiday, Keyword, Lexeme, PartOfDay, Reference, TenseEvidence, Unit};
use super::lexicon::Lexicon;
use super::set::{Set, Sets};
use super::tag_models::TagModels;
use super::unpack::{packed, unpack};
use super::word::{Word, WordClass};
use crate::models::linear::Linear;
use crate::models::trees::Forest;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/en/sets.rs"));
include!(concat!(env!("OUT_DIR"), "/en/values.rs"));

/// English.
pub(super) static ENGLISH: Language = english(Source::Compiled(&LEARNED));

/// English with what was learned from this source.
pub(super) const fn english(learned: Source) -> Language {
    Language {
        tag: "en",
        sets: SETS,
        words: &WORDS,
        dates: &DATES,
        countries: &COUNTRIES,
        country_names: &COUNTRY_NAMES,
        learned,
        tags: &TAGS,
        reporting_evidence: &REPORTING_EVIDENCE,
        reporting: [&REPORTING_NEAR, &REPORTING_FAR, &REPORTING_SOURCE],
        reporting_certainty: &REPORTING_CERTAINTY,
        country_abbreviations: &COUNTRY_ABBREVIATIONS,
        nicknames: &NICKNAMES,
        titles_in_full: &TITLES_IN_FULL,
    }
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    // The longest list comes first, so that the table rarely has to grow.
    let lists = [
        (packed!("en/words/common-words.txt"), WordClass::Common),
        (packed!("en/words/titles.txt"), WordClass::Title),
        (packed!("en/words/person-nouns.txt"), WordClass::PersonNoun),
        (packed!("en/words/organisation-nouns.txt"), WordClass::OrganisationNoun),
        (packed!("en/words/document-nouns.txt"), WordClass::DocumentNoun),
        (packed!("en/words/places.txt"), WordClass::Place),
        (packed!("en/words/demonyms.txt"), WordClass::Demonym),
        (packed!("en/words/calendar.txt"), WordClass::Calendar),
        (packed!("en/words/determiners.txt"), WordClass::Determiner),
        (packed!("en/words/verbs.txt"), WordClass::Verb),
        (packed!("en/speech/bearers.txt"), WordClass::Bearer),
        (packed!("en/speech/works.txt"), WordClass::Work),
        (packed!("en/speech/surfaces.txt"), WordClass::Surface),
        (packed!("en/speech/utterances.txt"), WordClass::Utterance),
        (packed!("en/speech/networks.txt"), WordClass::Network),
        (packed!("en/speech/elisions.txt"), WordClass::Elision),
    ];
    lexicon.add(packed!("en/words/first-names.txt"), &|word: Word, gender| match gender {
        "m" => word.with(WordClass::Male),
        "f" => word.with(WordClass::Female),
        _ => word.with(WordClass::Male).with(WordClass::Female),
    });
    for (list, class) in lists {
        lexicon.add(list, &|word: Word, _| word.with(class));
    }
    lexicon.add(packed!("en/words/function-words.txt"), &|word, attributes| match attributes {
        "preposition" => word.with(WordClass::Function).with(WordClass::Preposition),
        _ => word.with(WordClass::Function),
    });
    lexicon.add(packed!("en/words/cues.txt"), &|word, attributes| {
        attributes.split(' ').fold(word, |word, attribute| match attribute {
            "tell" => word.with(WordClass::Telling),
            "call" => word.with(WordClass::Calling),
            level => word.with_cue(level.parse().unwrap_or(0)),
        })
    });
    lexicon
});

static DATES: LazyLock<DateWords> = LazyLock::new(|| {
    DateWords::new(&DateLists {
        lexemes: LEXEMES,
        capitalised_lexemes: CAPITALISED_LEXEMES,
        lexemes_in_capitals: LEXEMES_IN_CAPITALS,
        tense: TENSE,
        holidays: HOLIDAYS,
    })
});

static COUNTRIES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/words/demonyms.txt"), &|_, country| country);
    lexicon
});

static COUNTRY_ABBREVIATIONS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/words/country-abbreviations.txt"), &|_, country| country);
    lexicon
});

static NICKNAMES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/words/nicknames.txt"), &|_, name| name);
    lexicon
});

static TITLES_IN_FULL: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/words/titles-in-full.txt"), &|_, nouns| nouns);
    lexicon
});

static COUNTRY_NAMES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    for (_, country) in unpack(packed!("en/words/demonyms.txt")) {
        lexicon.insert(country, country);
    }
    lexicon
});

static LEARNED: LazyLock<Learned> = LazyLock::new(|| {
    Learned::read(Files {
        kinds: packed!("en/models/kind.weights.txt"),
        evidence: packed!("en/models/evidence.txt"),
        ranker: include_bytes!("models/ranker.trees"),
        antecedents: include_bytes!("models/antecedents.trees"),
        descriptions: include_bytes!("models/descriptions.trees"),
        certainty: packed!("en/models/certainty.weights.txt"),
    })
});

/// What the tagger learned from; MODEL_CARD.md says from what and how well.
static TAGS: LazyLock<Option<TagModels>> = LazyLock::new(|| {
    TagModels::read(
        include_bytes!("models/word-classes.bin"),
        include_bytes!("models/parts-of-speech.bin"),
        include_bytes!("models/names.bin"),
    )
});

static REPORTING_EVIDENCE: LazyLock<Lexicon<ReportingEvidence>> =
    LazyLock::new(|| learned::evidence(packed!("en/models/reporting.txt")));

/// The trees that `cargo xtask train` learned of where the content of reported speech has its nearer edge.
static REPORTING_NEAR: LazyLock<Option<Forest<'static>>> =
    LazyLock::new(|| Forest::read(include_bytes!("models/reporting-near.trees")));

/// Of where it has its other edge.
static REPORTING_FAR: LazyLock<Option<Forest<'static>>> =
    LazyLock::new(|| Forest::read(include_bytes!("models/reporting-far.trees")));

/// And of who is its source.
static REPORTING_SOURCE: LazyLock<Option<Forest<'static>>> =
    LazyLock::new(|| Forest::read(include_bytes!("models/reporting-source.trees")));

/// How likely it is that all of that is right.
static REPORTING_CERTAINTY: LazyLock<Linear<'static, 1>> =
    LazyLock::new(|| learned::linear(packed!("en/models/reporting-certainty.weights.txt")));
