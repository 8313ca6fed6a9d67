//! What the named entities of an article are called, to tell whether it is worth while to look for one.

use super::entity::Kind;
use super::leaders::is_local_leader;
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
