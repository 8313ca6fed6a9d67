//! How far forms look.

/// How many tokens of the sentence on either side of the quotation are read.
pub(super) const REACH: usize = 40;
