//! Mentions as phrases: whether the reader is to know already whom they mean.

use crate::analysis::{Mention, MentionId, Passage};
use crate::article::BlockKind;
use crate::language::WordClass;
use crate::text::TokenKind;

/// Every mention in reading order.
pub(super) fn all_mentions<'a>(passages: &'a [Passage]) -> impl Iterator<Item = MentionId> + 'a {
    passages
        .iter()
        .enumerate()
        .flat_map(|(block, passage)| (0..passage.mentions.len()).map(move |index| MentionId { block, index }))
}

/// `the mayor`, `his wife`, `China's number one`, `the Prime Minister`: whom the reader is to know already.
pub(super) fn is_definite(passage: &Passage, mention: &Mention) -> bool {
    // A title in capitals is a mention without its article.
    let start = mention.phrase_start.min(mention.tokens.start);
    let first = passage.block.word(start);
    // Headlines leave out articles: `Mayor calls vote a farce`.
    let headline = passage.block.kind == BlockKind::Headline;
    !passage.block.language.sets.indefinite.has_any_case(first)
        && (headline
            || passage.words[start].is(WordClass::Determiner)
            || mention.tokens.clone().any(|token| passage.block.tokens[token].kind == TokenKind::Possessive))
}
