//! What the trees believe: boosted trees score each candidate, and the best is named if it is worth believing.

/// Below this share of belief a candidate is not named at all.
const WORTH_NAMING: f32 = 0.2;

/// Above this share of belief in nobody, nobody is named.
const NOBODY: f32 = 0.6;

/// The same for a quotation that is a whole paragraph, which hardly is nobody's.
const WORTH_NAMING_OF_PARAGRAPH: f32 = 0.1;

/// Which candidate to name, by the shares of belief in each and, last, in nobody; for a quotation that is a whole paragraph or not.
pub fn named(shares: &[f32], paragraph: bool) -> Option<usize> {
    let (&nobody, candidates) = shares.split_last()?;
    let (best, &confidence) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    let worth = confidence >= WORTH_NAMING && nobody <= NOBODY;
    (worth || paragraph && confidence >= WORTH_NAMING_OF_PARAGRAPH).then_some(best)
}
