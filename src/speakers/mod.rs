//! Who says each quotation.

mod candidates;
mod features;
pub(crate) mod mentions;
mod passage;
