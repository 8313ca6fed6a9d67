//! The kinds of learned models, and their compiled-in formats.

pub(crate) mod features;
pub(crate) mod filter;
pub(crate) mod linear;
pub(crate) mod sequence;
pub(crate) mod trees;
