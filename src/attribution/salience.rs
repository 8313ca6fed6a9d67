//! How often the article names whom a mention names.

use crate::analysis::{MentionId, Passage};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// How often the head of each mention stands in the article, its case folded: for each passage, for each of its mentions.
pub(crate) struct Salience(Vec<Vec<u8>>);

impl Salience {
    /// Counts the heads of all mentions.
    pub fn of(passages: &[Passage]) -> Salience {
        let hash = |passage: &Passage, head: usize| {
            let mut hasher = FxHasher::default();
            passage.block.word(head).chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
            hasher.finish()
        };
        let mut counts: FxHashMap<u64, u8> = FxHashMap::default();
        for passage in passages {
            for mention in &passage.mentions {
                let count = counts.entry(hash(passage, mention.head)).or_default();
                *count = count.saturating_add(1);
            }
        }
        let count = |passage: &Passage, head: usize| counts.get(&hash(passage, head)).copied().unwrap_or(0);
        let of_passage =
            |passage: &Passage| passage.mentions.iter().map(|mention| count(passage, mention.head)).collect();
        Salience(passages.iter().map(of_passage).collect())
    }

    /// How often the head of this candidate stands in the article, up to 255.
    pub fn count(&self, candidate: MentionId) -> u8 {
        self.0[candidate.block][candidate.index]
    }
}
