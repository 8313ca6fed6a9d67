//! Titles: which of them a leader bears, and which the named entities of an article have.

use super::entity::{Entity, Kind};
use super::people::People;
use crate::language::Sets;
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
