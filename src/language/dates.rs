//! What is known of the words that dates are made of, for quick look-ups.

use super::lexeme::{Holiday, Lexeme, TenseEvidence};
use super::table::Table;

/// What a language knows of the words of dates.
pub(crate) struct DateWords {
    lexemes: Table<(Lexeme, Written)>,
    tense: Table<TenseEvidence>,
    /// Days that have a name of several words, sorted by name.
    pub holidays: &'static [(&'static str, Holiday)],
}

/// How a word must be written to be what the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// In whatever case.
    AnyCase,
    /// With a capital at its beginning.
    Capitalised,
    /// In nothing but capitals.
    InCapitals,
}

/// The lists of a language, as its files hold them.
pub(super) struct DateLists {
    pub lexemes: &'static [(&'static str, Lexeme)],
    pub capitalised_lexemes: &'static [(&'static str, Lexeme)],
    pub lexemes_in_capitals: &'static [(&'static str, Lexeme)],
    pub tense: &'static [(&'static str, TenseEvidence)],
    pub holidays: &'static [(&'static str, Holiday)],
}

impl DateWords {
    /// The lists as tables. Of a word that stands in two places, the first counts.
    pub(super) fn new(lists: &DateLists) -> DateWords {
        let count = lists.lexemes.len() + lists.capitalised_lexemes.len() + lists.lexemes_in_capitals.len();
        let mut lexemes = Table::new(count + lists.holidays.len(), (Lexeme::Other, Written::AnyCase));
        for (list, written) in [
            (lists.lexemes, Written::AnyCase),
            (lists.capitalised_lexemes, Written::Capitalised),
            (lists.lexemes_in_capitals, Written::InCapitals),
        ] {
            for &(word, lexeme) in list {
                lexemes.insert(word, (lexeme, written));
            }
        }
        for (name, _) in lists.holidays {
            let first = name.split([' ', '\'']).next().unwrap_or_default();
            lexemes.insert(first, (Lexeme::HolidayWord, Written::Capitalised));
        }
        let mut tense = Table::new(lists.tense.len(), TenseEvidence::Past);
        for &(word, evidence) in lists.tense {
            tense.insert(word, evidence);
        }
        DateWords { lexemes, tense, holidays: lists.holidays }
    }

    /// What the word is in a date, and how it must be written to be that.
    pub fn lexeme(&self, word: &str) -> Option<(Lexeme, Written)> {
        self.lexemes.get(word)
    }

    /// What the word tells of the tense of its clause.
    pub fn tense(&self, word: &str) -> Option<TenseEvidence> {
        self.tense.get(word)
    }
}
