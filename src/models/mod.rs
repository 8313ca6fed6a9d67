//! The forms in which what was learned is compiled in.

pub(crate) mod features;
pub(crate) mod linear;
pub(crate) mod trees;
