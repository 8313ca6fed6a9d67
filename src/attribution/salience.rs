//! How often the article names whom a mention names.

use super::candidates::stands_at_cue;
use crate::analysis::{MentionId, Passage};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// How often the head of each mention stands in the article, its case folded, and how often beside a strong cue: for each passage, for each
/// of its mentions.
pub(crate) struct Salience(Vec<Vec<[u8; 2]>>);

/// The hash of a word, its case folded.
pub(super) fn hash_of_word(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
    hasher.finish()
}

impl Salience {
    /// Counts the heads of all mentions.
    pub fn of(passages: &[Passage]) -> Salience {
        let hash = |passage: &Passage, head: usize| hash_of_word(passage.block.word(head));
        let mut counts: FxHashMap<u64, [u8; 2]> = FxHashMap::default();
        for passage in passages {
            for mention in &passage.mentions {
                let [all, at_cue] = counts.entry(hash(passage, mention.head)).or_default();
                *all = all.saturating_add(1);
                *at_cue = at_cue.saturating_add(stands_at_cue(passage, mention).into());
            }
        }
        let count = |passage: &Passage, head: usize| counts.get(&hash(passage, head)).copied().unwrap_or_default();
        let of_passage =
            |passage: &Passage| passage.mentions.iter().map(|mention| count(passage, mention.head)).collect();
        Salience(passages.iter().map(of_passage).collect())
    }

    /// How often the head of this candidate stands in the article, up to 255.
    pub fn count(&self, candidate: MentionId) -> u8 {
        self.0[candidate.block][candidate.index][0]
    }

    /// How often beside a strong cue.
    pub fn at_cue(&self, candidate: MentionId) -> u8 {
        self.0[candidate.block][candidate.index][1]
    }
}
