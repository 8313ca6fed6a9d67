//! The mentions that one mention may go back to.

use super::entity::EntityId;
use super::people::People;
use super::titles::Titles;
use crate::analysis::{Mention, MentionId, Passage};
use crate::language::Sets;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// How many blocks back a pronoun may reach.
pub(super) const REACH: usize = 4;

/// How many mentions a pronoun may reach back.
pub(super) const NEAR: usize = 60;

/// How many mentions are looked at where a description may mean anybody in the article.
pub(super) const FAR: usize = 500;

/// The leaders found so far for countries whose leader has no title in the article.
pub(super) type Leaders = RefCell<FxHashMap<&'static str, Option<EntityId>>>;

/// Finds whom one mention means.
pub(super) struct AntecedentSearch<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    /// The mention to resolve.
    pub id: MentionId,
    /// Who spoke last before it.
    pub last_speaker: Option<EntityId>,
    /// What was found for other mentions.
    pub leaders: &'a Leaders,
    /// What the named entities are called.
    pub titles: &'a Titles,
}

impl<'a, 'b> AntecedentSearch<'a, 'b> {
    pub fn mention(&self) -> &'a Mention {
        self.id.mention(self.passages)
    }

    pub fn passage(&self) -> &'a Passage<'b> {
        self.id.passage(self.passages)
    }

    pub fn sets(&self) -> &'static Sets {
        &self.passage().block.language.sets
    }

    /// The mentions before this one with their entities, nearest first, no more than `blocks` blocks back.
    pub fn before(&self, blocks: usize) -> impl Iterator<Item = (MentionId, EntityId)> + '_ {
        // Mentions that mean nobody known count too, so that a text of nothing else costs no more than its length.
        let looked_at = if blocks == usize::MAX { 2 * FAR } else { 3 * NEAR };
        // `His plan` is about the plan: whose it is says who is meant.
        let is_owner = |id: &MentionId| id.passage(self.passages).is_owner(id.mention(self.passages));
        let mentions = self.people.told().before(self.id, blocks.min(FAR), looked_at);
        let entities = move |id: MentionId| Some((id, self.people.entity_of(id)?));
        mentions.filter(move |id| !is_owner(id)).filter_map(entities)
    }

    /// The mentions after this one: a caption or a later paragraph may be what introduces a person.
    pub fn after(&self) -> impl Iterator<Item = (MentionId, EntityId)> + '_ {
        let entities = |id: MentionId| Some((id, self.people.entity_of(id)?));
        self.people.told().behind(self.id, FAR, 2 * FAR).filter_map(entities)
    }
}

/// The mentions before another, nearest first, no more than so many blocks back.
pub(super) fn before<'p>(
    passages: &'p [Passage],
    id: MentionId,
    blocks: usize,
) -> impl Iterator<Item = MentionId> + 'p {
    let of = |block: usize, end: usize| (0..end).rev().map(move |index| MentionId { block, index });
    let earlier = (id.block.saturating_sub(blocks)..id.block).rev();
    let earlier = earlier.flat_map(move |block| of(block, passages[block].mentions.len()));
    of(id.block, id.index).chain(earlier)
}
