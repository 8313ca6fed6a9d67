//! What is remembered of the clauses of a passage.

/// A clause, as far as it is read: a verb and who or what is its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The element that is the verb.
    pub verb: usize,
    /// The mention that is the subject.
    pub subject: Option<usize>,
}
