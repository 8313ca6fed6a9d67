//! Ids of stretches.

/// A stretch between quotation marks: its index among the article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StretchId(pub usize);
