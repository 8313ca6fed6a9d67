//! What the ranker learns from.

use crate::attribution::features::SLOTS;
use crate::models::trees::WIDTH;

/// The candidates of one quotation, and nobody as the last.
#[derive(Clone, Debug, Default)]
pub struct RankerExample {
    /// The features of each candidate.
    pub features: Vec<[u8; WIDTH]>,
    /// The word in each slot for each candidate, in lower case; empty where none stands there.
    pub evidence: Vec<[String; SLOTS]>,
    /// Which candidates hold the head of the annotated speaker.
    pub right: Vec<bool>,
    /// Which candidates share any word with the annotated speaker.
    pub overlapping: Vec<bool>,
    /// The candidate that a form names which leaves no doubt: it goes before what the trees believe.
    pub plain: Option<usize>,
    /// What each candidate says.
    pub words: Vec<String>,
    /// The quotation with the words around it, and its annotated speaker, for people to read.
    pub context: String,
}

impl RankerExample {
    /// Whether a candidate is right, and not merely nobody.
    pub fn reachable(&self) -> bool {
        self.right.last() == Some(&false)
    }

    /// The first candidate that is right, or nobody.
    pub(super) fn annotated(&self) -> Option<usize> {
        self.right.iter().position(|&right| right)
    }
}
