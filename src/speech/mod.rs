//! Quotations: where they are, and whether they are somebody's words.
//!
//! [`marks`] finds every mark, [`pairs`] says which open and which close, which makes [`stretches`]; [`kind`] says whether what stands in
//! them is somebody's words. Nothing here knows who speaks.

mod class;
mod context;
mod describe;
mod echoes;
mod families;
mod grammar;
mod inside;
mod kind;
mod marks;
mod pairs;
mod quotation;
#[cfg(feature = "explain")]
mod reasons;
mod stretches;
mod survey;
#[cfg(test)]
mod tests;
#[cfg(feature = "training")]
pub mod training;

pub(crate) use quotation::Quotation;
#[cfg(feature = "explain")]
pub(crate) use reasons::{KindGround, KindReason, find_and_explain};

use crate::analysis::BlockAnalysis;
use crate::text::Document;

/// The quotations of a document in reading order, never nested and never overlapping.
pub(crate) fn find(document: &Document, blocks: &[BlockAnalysis]) -> Vec<Quotation> {
    let mut quotations = stretches::stretches(document);
    kind::judge(document, blocks, &mut quotations);
    quotations
}
