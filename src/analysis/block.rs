//! A block as the analysis leaves it.

use super::mention::Mention;
use super::tagger::BlockTags;
use crate::language::Word;
use crate::text::BlockText;

/// A block with what its words are and who is mentioned in it.
pub(crate) struct BlockAnalysis<'a> {
    pub block: BlockText<'a>,
    /// What the word lists say of each token.
    pub words: Vec<Word>,
    /// What the learned tagger says of each token.
    pub tags: BlockTags,
    /// All mentions in reading order, those within quotations among them.
    pub mentions: Vec<Mention>,
}
