//! The blocks with their quotations as elements: those that somebody said, for the rest is read as text.

use crate::analysis::{BlockAnalysis, Passage, Stretch, StretchId};
use crate::speech::Quotation;
use crate::text::BlockText;
use std::ops::Range;

/// Every block with its mentions and its quotations as elements; `quotations` are all the article's.
pub(crate) fn passages<'a>(blocks: Vec<BlockAnalysis<'a>>, quotations: &[Quotation]) -> Vec<Passage<'a>> {
    let mut next = 0;
    let passage = |analysis: BlockAnalysis<'a>| {
        let start = next;
        while quotations.get(next).is_some_and(|quotation| quotation.block == analysis.block.index) {
            next += 1;
        }
        let block = analysis.block;
        let said = (start..next).filter(|&index| quotations[index].is_said());
        let stretches = said.map(|index| {
            let tokens = quotations[index].tokens.clone();
            Stretch { id: StretchId(index), tokens: end_of_transcript_name(&block, &tokens)..tokens.end }
        });
        Passage::new(analysis, stretches)
    };
    blocks.into_iter().map(passage).collect()
}

/// In a transcript a quotation may hold the name of its speaker: `"HILL: Not now.` The words spoken begin after the colon.
fn end_of_transcript_name(block: &BlockText, tokens: &Range<usize>) -> usize {
    let shouted =
        |token: usize| block.tokens[token].is_capital() && block.word(token).chars().all(|c| !c.is_lowercase());
    let name = (tokens.start + 1..tokens.end).take(4).take_while(|&token| shouted(token) || block.word(token) == ".");
    match name.last() {
        Some(last) if last + 2 < tokens.end && block.word(last + 1) == ":" => last + 2,
        _ => tokens.start,
    }
}
