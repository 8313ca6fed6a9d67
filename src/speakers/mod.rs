//! Who says each quotation.

mod candidates;
mod features;
pub(crate) mod mentions;
mod passage;
mod ranker;
#[cfg(feature = "training")]
pub mod training;

use crate::quotes::Quotation;
use crate::text::Document;
use passage::Passage;

/// Every block with its mentions and its quotations as elements.
pub(crate) fn passages<'a>(document: &'a Document, quotations: &[Quotation]) -> Vec<Passage<'a>> {
    let mut next = 0;
    let mut passage = |block: crate::text::BlockText<'a>| {
        let start = next;
        while quotations.get(next).is_some_and(|quotation| quotation.block == block.index) {
            next += 1;
        }
        Passage::new(block, quotations, start..next)
    };
    document.blocks().map(&mut passage).collect()
}
