//! What is remembered of the clauses of a passage.

use super::ids::ElementId;

/// A clause, as far as it is read: a verb and who or what is its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The element that is the verb.
    pub verb: ElementId,
    /// The mention that is the subject.
    pub subject: Option<usize>,
}
