//! Which mentions may be the speaker of a quotation.

use super::turns::Turns;
use crate::analysis::{Mention, MentionId, Passage, led_by_according_to};
use crate::speech::Quotation;

/// How many mentions before the quotation in its own block are looked at.
const BEFORE: usize = 9;
/// How many after it.
const AFTER: usize = 7;
/// How many blocks before it are looked at.
const BLOCKS_BEFORE: usize = 4;
/// How many blocks back the last speakers are remembered.
const BLOCKS_BACK: usize = 10;
/// How many mentions of each of these are looked at for those that stand at a cue.
const LOOKED_AT: usize = 300;
/// How many are taken.
const IN_BLOCK_BEFORE: usize = 4;

/// The candidates for a quotation: the mentions nearest to it in its block, those of the blocks before it that stand at a cue or last,
/// and the two who spoke last.
pub(crate) fn of_quotation(quotation: &Quotation, passages: &[Passage], turns: Turns) -> Vec<MentionId> {
    let block = quotation.block;
    let mentions = &passages[block].mentions;
    let first_after = mentions.partition_point(|mention| mention.tokens.start < quotation.tokens.start);
    let own = first_after.saturating_sub(BEFORE)..(first_after + AFTER).min(mentions.len());
    // However long the sentence, its subject stands first.
    let sentence = passages[block].sentence_of(quotation.tokens.start).start;
    let first_of_sentence = mentions.partition_point(|mention| mention.tokens.start < sentence);
    let far = [0, 1, first_of_sentence, first_of_sentence + 1].into_iter().filter(|&mention| mention < own.start);
    let mut chosen: Vec<usize> = far.chain(own.clone()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    let mut candidates: Vec<MentionId> = chosen.into_iter().map(|index| MentionId { block, index }).collect();
    for before in (block.saturating_sub(BLOCKS_BEFORE)..block).rev() {
        let passage = &passages[before];
        let total = passage.mentions.len();
        let at_cue =
            (0..total).rev().take(LOOKED_AT).filter(|&mention| stands_at_cue(passage, &passage.mentions[mention]));
        let mut chosen: Vec<usize> = at_cue.take(IN_BLOCK_BEFORE - 1).collect();
        if before + 1 == block {
            chosen.extend(total.checked_sub(1).into_iter().chain((total > 0).then_some(0)));
        }
        chosen.sort_unstable();
        chosen.dedup();
        candidates.extend(chosen.into_iter().map(|index| MentionId { block: before, index }));
    }
    for speaker in [turns.last, turns.before].into_iter().flatten() {
        if block.saturating_sub(speaker.block) <= BLOCKS_BACK && !candidates.contains(&speaker) {
            candidates.push(speaker);
        }
    }
    candidates
}

/// Whether a strong cue stands right before or soon after the mention.
pub(super) fn stands_at_cue(passage: &Passage, mention: &Mention) -> bool {
    let behind = passage.element_of(mention.tokens.end - 1).next();
    let before = passage.element_of(mention.phrase_start).before();
    behind.until(behind.plus(4)).any(|element| passage.known(element).cue() >= 3)
        || before.is_some_and(|before| passage.known(before).cue() >= 3)
        || led_by_according_to(passage, passage.element_of(mention.phrase_start)).is_some()
}
