//! The knowledge of each language: words, named sets of words, and models learned from its news.
//!
//! Each language is a folder of plain text: `words/` and `speech/` with lists of one entry on each line, `sets/` with named sets, `dates/`
//! with the words of dates and their values, `models/` with what was learned. A list entry can have attributes after the word; lines that
//! begin with `#` are comments. The build script packs all of it into the engine. Only this module contains words.

mod dates;
mod en;
mod knowledge;
mod labels;
mod learned;
pub(crate) mod lexeme;
mod lexicon;
#[cfg(any(test, feature = "training"))]
mod pack;
mod set;
#[cfg(test)]
mod set_files;
mod stem;
mod table;
mod tag_models;
#[cfg(feature = "training")]
pub(crate) mod training;
mod unpack;
#[cfg(test)]
mod value_files;
mod word;
mod word_classes;

pub(crate) use dates::{DateWords, Written};
pub(crate) use knowledge::Language;
pub use knowledge::ReportingEvidence;
#[cfg(feature = "training")]
pub use labels::entity_label;
pub use labels::{ENTITY_LABELS, EntityClass, PARTS_OF_SPEECH, PartOfSpeech};
pub(crate) use labels::{OUTSIDE, entity_of_label};
pub(crate) use learned::Evidence;
pub(crate) use set::{Set, Sets};
pub(crate) use stem::stem;
pub(crate) use tag_models::TagModels;
pub(crate) use word::{Word, WordClass, is_apostrophe, uncontracted};
pub(crate) use word_classes::WordClasses;

/// The language for a BCP 47 tag such as `en-GB`, if it is supported. An article without a tag is read as English.
pub(crate) fn language_of(tag: Option<&str>) -> Option<&'static Language> {
    let Some(tag) = tag else { return Some(&en::ENGLISH) };
    let primary = tag.split(['-', '_']).next()?;
    [&en::ENGLISH].into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_tag() {
        let rows = include_str!("../../tests/cases/language-tags.txt").lines().filter(|line| !line.starts_with('#'));
        for row in rows {
            let (tag, english) = row.split_once(' ').expect("a row is a tag and an answer");
            assert_eq!(language_of(Some(tag)).is_some(), english == "yes", "{tag}");
        }
        assert!(language_of(None).is_some(), "none");
        assert!(language_of(Some("")).is_none(), "empty");
    }
}
