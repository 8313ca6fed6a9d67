//! Descriptions that introduce somebody without a name.

use super::antecedents::{NEAR, REACH, before};
use super::entity::Entity;
use super::people::People;
use super::phrase::is_definite;
use crate::analysis::{MentionId, MentionKind, Passage};

/// The description that introduces somebody who has not spoken before: `A police spokesman … the spokesman`.
pub(super) fn introduction(people: &People, passages: &[Passage], id: MentionId) -> Option<MentionId> {
    let passage = id.passage(passages);
    let mention = id.mention(passages);
    if !is_definite(passage, mention) {
        return None;
    }
    let phrase = Entity::from_phrase(passage, mention);
    let head = id.head(passages);
    let fits = |&other: &MentionId| {
        let earlier = other.mention(passages);
        let same_head = || other.head(passages).eq_ignore_ascii_case(head);
        let tells_all = || {
            let words = Entity::from_phrase(other.passage(passages), earlier).words;
            phrase.words.iter().all(|word| words.contains(word))
        };
        let free = people.entity_of(other).is_none();
        free && matches!(earlier.kind, MentionKind::Nominal(_)) && same_head() && tells_all()
    };
    before(passages, id, REACH).take(NEAR).find(fits)
}
