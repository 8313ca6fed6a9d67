//! Which mentions may be the speaker of a quotation.

use crate::mentions::Mention;
use crate::mentions::Passage;
use crate::quotes::Quotation;

/// A mention that may name the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Index of its passage, which is its block.
    pub block: usize,
    /// Index among the passage's mentions.
    pub mention: usize,
}

impl Candidate {
    /// The mention itself.
    pub fn mention<'p>(&self, passages: &'p [Passage]) -> &'p Mention {
        &passages[self.block].mentions[self.mention]
    }
}

/// How many mentions before the quotation in its own block are looked at.
const BEFORE: usize = 9;
/// How many behind it.
const AFTER: usize = 7;
/// How many blocks before it are looked at.
const BLOCKS_BEFORE: usize = 4;
/// How many mentions of each of these.
const IN_BLOCK_BEFORE: usize = 4;

/// The candidates for a quotation: the mentions nearest to it in its block, those of the blocks before it that stand at a cue or last,
/// and the speaker of the quotation before it.
pub(crate) fn of_quotation(quotation: &Quotation, passages: &[Passage], previous: Option<Candidate>) -> Vec<Candidate> {
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
    let mut candidates: Vec<Candidate> = chosen.into_iter().map(|mention| Candidate { block, mention }).collect();
    for before in (block.saturating_sub(BLOCKS_BEFORE)..block).rev() {
        let passage = &passages[before];
        let total = passage.mentions.len();
        let at_cue = (0..total).rev().filter(|&mention| stands_at_cue(passage, &passage.mentions[mention]));
        let mut chosen: Vec<usize> = at_cue.take(IN_BLOCK_BEFORE - 1).collect();
        if before + 1 == block {
            chosen.extend(total.checked_sub(1).into_iter().chain((total > 0).then_some(0)));
        }
        chosen.sort_unstable();
        chosen.dedup();
        candidates.extend(chosen.into_iter().map(|mention| Candidate { block: before, mention }));
    }
    if let Some(previous) = previous.filter(|previous| !candidates.contains(previous) && block - previous.block <= 8) {
        candidates.push(previous);
    }
    candidates
}

/// Whether a strong cue stands directly before or soon behind the mention.
fn stands_at_cue(passage: &Passage, mention: &Mention) -> bool {
    let behind = passage.element_of(mention.tokens.end - 1) + 1;
    let before = passage.element_of(mention.phrase_start);
    (behind..behind + 4).any(|element| passage.known(element).cue() >= 3)
        || before > 0 && passage.known(before - 1).cue() >= 3
}
