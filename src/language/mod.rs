//! What is known of a language: its words, its named sets of words, and what was learned from its news.
//!
//! Each language is a folder of plain text: `words/` and other folders of lists with one entry a line, `sets/` with named sets, `models/`
//! with what was learned. A line of a list may go on with attributes; lines that begin with `#` are notes. The build script packs all of
//! it into what is compiled in. Only this module holds words.

mod dates;
mod en;
mod knowledge;
pub(crate) mod lexeme;
mod lexicon;
#[cfg(test)]
mod pack;
mod set;
#[cfg(test)]
mod set_files;
mod table;
mod unpack;
#[cfg(test)]
mod value_files;
mod word;

pub(crate) use dates::{DateWords, Written};
pub(crate) use knowledge::{Evidence, Language};
pub(crate) use set::{Set, Sets};
pub(crate) use word::{Word, WordClass};

/// The language of a tag such as `en-GB`, if articles can be read in it. An article that does not say its language is read as English.
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
