//! What the trees believe: boosted trees score each candidate, and the best is named if it is worth believing.

/// Below this share of belief a candidate is not named at all.
const WORTH_NAMING: f32 = 0.2;

/// Above this share of belief in nobody, nobody is named.
const NOBODY: f32 = 0.6;

/// The same for a quotation that stands alone, which hardly is nobody's.
const WORTH_NAMING_ALONE: f32 = 0.1;

/// Where less is believed of such a candidate, this share of what is believed of all candidates is enough.
const SHARE_OF_CANDIDATES: f32 = 0.35;

/// Which candidate to name, by the shares of belief in each and, last, in nobody; for a quotation that stands alone or not.
pub fn named(shares: &[f32], alone: bool) -> Option<usize> {
    let (&nobody, candidates) = shares.split_last()?;
    let (best, &confidence) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    let worth = confidence >= WORTH_NAMING && nobody <= NOBODY;
    let worth_alone = confidence >= WORTH_NAMING_ALONE || confidence >= SHARE_OF_CANDIDATES * (1.0 - nobody);
    (worth || alone && worth_alone).then_some(best)
}
