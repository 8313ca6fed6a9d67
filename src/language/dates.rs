//! Fast look-up of the words that occur in dates.

use super::lexeme::{Holiday, Lexeme, TenseEvidence};
use super::table::Table;

/// A language's words of dates, and its words that indicate tense.
pub(crate) struct DateWords {
    lexemes: Table<(Lexeme, Written)>,
    tense: Table<TenseEvidence>,
    /// Holidays whose names have several words, sorted by name.
    pub holidays: &'static [(&'static str, Holiday)],
}

/// The case in which a word must be written for its entry to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// In any case.
    AnyCase,
    /// With an initial capital.
    Capitalised,
    /// In capitals only.
    InCapitals,
}

/// The lists of a language, as in its files.
pub(super) struct DateLists {
    pub lexemes: &'static [(&'static str, Lexeme)],
    pub capitalised_lexemes: &'static [(&'static str, Lexeme)],
    pub lexemes_in_capitals: &'static [(&'static str, Lexeme)],
    pub tense: &'static [(&'static str, TenseEvidence)],
    pub holidays: &'static [(&'static str, Holiday)],
}

impl DateWords {
    /// Builds the look-up tables. If a word is listed twice, the first entry wins.
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

    /// The lexeme of a word, and the case in which it must be written.
    pub fn lexeme(&self, word: &str) -> Option<(Lexeme, Written)> {
        self.lexemes.get(word)
    }

    /// The tense that a word indicates for its clause.
    pub fn tense(&self, word: &str) -> Option<TenseEvidence> {
        self.tense.get(word)
    }
}
