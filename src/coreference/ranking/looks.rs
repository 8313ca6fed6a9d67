//! What a name or a description looks like.

use super::features::{Feature, Features};
use crate::coreference::entity::Entity;
use crate::language::{Language, Word, WordClass};
use crate::models::features::Row;

/// How many words of a name are looked up.
const LONG: usize = 6;

/// What a name or a description looks like, each in one byte.
#[derive(Clone, Copy)]
pub(super) struct Looks([(Feature, u8); 8]);

impl Looks {
    /// Looks up the words of a name.
    pub fn of(language: &Language, entity: &Entity) -> Looks {
        let known: Vec<Word> = entity.words.iter().take(LONG).map(|word| language.look_up(word)).collect();
        let any = |class: WordClass| u8::from(known.iter().any(|word| word.is(class)));
        let first = known.first().filter(|_| entity.named);
        let last_letter = entity.words.first().filter(|_| entity.named).and_then(|first| first.chars().last());
        let capitals = entity.name.len() > 1 && entity.name.chars().all(|c| c.is_uppercase() || c == '.');
        Looks([
            (Feature::Words, entity.words.len().min(LONG) as u8),
            (Feature::FirstName, first.is_some_and(|first| first.is_first_name()).into()),
            (Feature::FirstNameEnding, ending_of(last_letter)),
            (Feature::Acronym, capitals.into()),
            (Feature::Place, any(WordClass::Place) + 2 * any(WordClass::Demonym)),
            (Feature::OrganisationNoun, any(WordClass::OrganisationNoun)),
            (Feature::CommonHead, known.last().is_some_and(|last| last.is(WordClass::Common)).into()),
            (Feature::Named, entity.named.into()),
        ])
    }

    /// Writes it into a row.
    pub fn write(&self, row: &mut Features) {
        for &(feature, value) in &self.0 {
            row.set(feature, value);
        }
    }
}

/// A class of last letters: in many languages they tell of gender.
fn ending_of(letter: Option<char>) -> u8 {
    match letter {
        None => 0,
        Some('a' | 'á' | 'à') => 1,
        Some('o' | 'u') => 2,
        Some('e' | 'é') => 3,
        Some('i' | 'y') => 4,
        Some(_) => 5,
    }
}
