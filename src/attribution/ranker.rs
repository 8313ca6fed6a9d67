//! What the trees believe: boosted trees score each candidate, and the best is named if it is worth believing.

/// Below this share of belief a candidate is not named at all.
const WORTH_NAMING: f32 = 0.2;

/// Above this share of belief in nobody, nobody is named.
const NOBODY: f32 = 0.6;

/// Which candidate to name, by the shares of belief in each and, last, in nobody.
pub fn named(shares: &[f32]) -> Option<usize> {
    let (&nobody, candidates) = shares.split_last()?;
    let (best, &confidence) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    (confidence >= WORTH_NAMING && nobody <= NOBODY).then_some(best)
}
