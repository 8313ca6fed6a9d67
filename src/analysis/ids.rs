//! What is counted, each kind by a type of its own.

use super::mention::Mention;
use super::passage::Passage;

/// A mention of the article. Ids are ordered as their mentions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MentionId {
    /// Which block of the article, and so which passage.
    pub block: usize,
    /// Its index among the passage's mentions.
    pub index: usize,
}

impl MentionId {
    /// The passage that it stands in.
    pub fn passage<'p, 'a>(self, passages: &'p [Passage<'a>]) -> &'p Passage<'a> {
        &passages[self.block]
    }

    /// The mention itself.
    pub fn mention<'p>(self, passages: &'p [Passage]) -> &'p Mention {
        &passages[self.block].mentions[self.index]
    }

    /// The word that says what it is.
    pub fn head<'a>(self, passages: &[Passage<'a>]) -> &'a str {
        self.passage(passages).block.word(self.mention(passages).head)
    }
}
