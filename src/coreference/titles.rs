//! Titles: which of them a leader bears, and which the named entities of an article have.

use super::entity::{Entity, Kind};
use super::people::People;
use crate::language::{Language, Sets, WordClass};
use rustc_hash::FxHashSet;

/// Words that tell whether it is worth while to look for a named entity.
pub(super) struct Titles {
    /// All words of titles and descriptions.
    pub roles: FxHashSet<String>,
    /// Whether one of these may mean a leader.
    pub leads: bool,
    /// All words of the names of organisations.
    pub organisations: FxHashSet<String>,
}

impl Titles {
    /// The words that the entities have so far.
    pub fn of(sets: &Sets, people: &People) -> Titles {
        let named = || people.entities().map(|(_, entity)| entity).filter(|entity| entity.named);
        let organisations = named().filter(|entity| entity.kind == Kind::Organisation);
        let roles: FxHashSet<String> = named().flat_map(|entity| entity.role_words.iter().cloned()).collect();
        Titles {
            leads: roles.iter().any(|word| is_local_leader(word) || sets.leaders.has(word)),
            roles,
            organisations: organisations.flat_map(|entity| entity.words.iter().cloned()).collect(),
        }
    }
}

/// Whether a title is that of the leader of a place within a country.
fn is_local_leader(word: &str) -> bool {
    matches!(word, "mayor" | "governor")
}

/// Whether one word of an entity's titles makes it the leader of a country or, where `local`, of a place within one: no transport minister
/// is, but a prime minister.
pub(super) fn is_leader(sets: &Sets, entity: &Entity, word: &str, local: bool) -> bool {
    let first = || entity.role_words.iter().any(|other| other == "prime" || other == "first");
    match word {
        _ if is_local_leader(word) => local,
        "minister" => first(),
        _ => sets.leaders.has(word),
    }
}

/// Whether a word is made of the first letters of a title's last words: `PM` of *Norland Prime Minister*.
pub(super) fn is_short_for(language: &Language, word: &str, title: &str) -> bool {
    let letters = word.chars().count();
    let words = || title.split([' ', '-']).filter(|word| word.starts_with(char::is_alphabetic));
    let binds = |word: &&str| {
        let known = language.look_up(word);
        [WordClass::Function, WordClass::Preposition, WordClass::Determiner].iter().any(|&class| known.is(class))
    };
    let content = || words().filter(|word| !binds(word));
    let is_made_of = |words: &mut dyn DoubleEndedIterator<Item = &str>| {
        let first = |word: &str| word.chars().next().map(|first| first.to_ascii_uppercase());
        word.chars().rev().eq(words.rev().filter_map(first).take(letters))
    };
    letters >= 2 && word.chars().all(char::is_uppercase) && (is_made_of(&mut words()) || is_made_of(&mut content()))
}
