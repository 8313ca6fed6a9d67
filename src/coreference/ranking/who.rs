//! Whom a pronoun may mean.

use crate::analysis::MentionId;
use crate::coreference::entity::EntityId;

/// Whom a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coreference) enum Who {
    /// Somebody known.
    Known(EntityId),
    /// Whom a description means that means nobody known so far.
    Described(MentionId),
}
