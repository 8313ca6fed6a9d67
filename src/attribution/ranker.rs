//! What the trees believe: boosted trees score each candidate, and the best is named if it is worth believing.

/// Below this share of belief a candidate is not named at all.
const WORTH_NAMING: f32 = 0.2;

/// Above this share of belief in nobody, nobody is named.
const NOBODY: f32 = 0.6;

/// The share of what is believed of the candidates alone that is enough for a quotation that stands alone: it hardly is nobody's.
const WORTH_NAMING_ALONE: f32 = 0.35;

/// Which candidate to name, by the shares of belief in each and, last, in nobody; for a quotation that stands alone or not.
pub fn named(shares: &[f32], alone: bool) -> Option<usize> {
    let (&nobody, candidates) = shares.split_last()?;
    let (best, &confidence) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    let worth = confidence >= WORTH_NAMING && nobody <= NOBODY;
    (worth || alone && (confidence >= 0.1 || confidence >= WORTH_NAMING_ALONE * (1.0 - nobody))).then_some(best)
}
